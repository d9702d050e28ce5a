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
        path = absolute(path)
        below = _below(top, path)
        return path if below is None else os.path.normpath(os.path.join(copy, below))

    return leads_to


def _below(top: str, path: str) -> str | None:
    """Where in a folder a path lies, if it does. Links within it are not followed: they may be proposed too."""
    parts = path.split(os.sep)
    for count in range(1, len(parts) + 1):
        begins_at = os.path.realpath(os.sep.join(parts[:count]) + os.sep)
        if is_or_is_below(begins_at, top):
            return os.path.join(os.path.relpath(begins_at, top), *parts[count:])
    return None


def text_in(revision: str, near: str) -> Callable[[str], str]:
    """The text that a file has in a commit, empty if it is not in there. Raises ``NoRevision``."""
    leads_to = stand_in(revision, near)

    def text(path: str) -> str:
        try:
            return read_contents(leads_to(absolute(path))).data.decode("utf-8", "replace")
        except OSError:
            return ""

    return text
