"""Configuration as it stands in a commit, for a run that judges what strangers propose."""

import os
from collections.abc import Callable

from sociable.files.contents import absolute, is_or_is_below, read_contents
from sociable.files.git_revision import checked_out, top_of


def stand_in(revision: str, near: str) -> Callable[[str], str]:
    """The path in the commit for a path in the work tree around a folder; others stay. Raises ``NoRevision``."""
    top = top_of(near)
    copy = checked_out(revision, top)

    def leads_to(path: str) -> str:
        path = os.path.realpath(path)
        return os.path.join(copy, os.path.relpath(path, top)) if is_or_is_below(path, top) else path

    return leads_to


def text_in(revision: str, near: str) -> Callable[[str], str]:
    """The text that a file has in a commit, empty if it is not in there. Raises ``NoRevision``."""
    leads_to = stand_in(revision, near)

    def text(path: str) -> str:
        try:
            return read_contents(leads_to(absolute(path))).data.decode("utf-8", "replace")
        except OSError:
            return ""

    return text
