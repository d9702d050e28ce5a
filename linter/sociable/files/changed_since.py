"""What files held in a commit of which git knows that they are otherwise by now, or gone."""

import hashlib
import os
from collections.abc import Mapping

from sociable.errors import NoRevision
from sociable.files.contents import MAX_BYTES, is_or_is_below, read_contents
from sociable.files.git_revision import LACKING, commit_called, git, listed_in, top_of
from sociable.records.record import Record


class _Blob(Record):
    """What git calls what a file holds, and how many bytes that is; none if it was left out of this copy."""

    name: str
    size: int | None


_NONE = _Blob("", 0)


def changed_since(revision: str, folder: str, endings: tuple[str, ...]) -> dict[str, bytes]:
    """What each file below a folder held in a commit that holds something else now: nothing, if it is new.

    Only files that git keeps count, by how their names end. Before the first commit, all are new; what is too large to
    be read held nothing. Raises ``NoRevision``.
    """
    top, below = top_of(folder), os.path.realpath(folder)
    was = _blobs(commit_called(revision, top), top) if revision != "HEAD" or _has_commits(top) else {}
    kept = os.fsdecode(git(top, "ls-files", "-z")).split("\0")
    form = git(top, "rev-parse", "--show-object-format").decode().strip()
    held = {}
    for path in sorted({*was, *kept}):
        here, blob = os.path.join(top, path), was.get(path, _NONE)
        if path.endswith(endings) and is_or_is_below(here, below) and _name_of(here, form) != blob.name:
            held[os.path.join(folder, os.path.relpath(here, below))] = _data(blob, top)
    return held


def _data(blob: _Blob, top: str) -> bytes:
    if blob.size is None:
        raise NoRevision(LACKING)
    return git(top, "cat-file", "blob", blob.name) if 0 < blob.size <= MAX_BYTES else b""


def _has_commits(top: str) -> bool:
    return bool(git(top, "rev-list", "--max-count=1", "--all"))


def _blobs(commit: str, top: str) -> Mapping[str, _Blob]:
    """The files of a commit by path, without links."""
    found = {}
    for about, path in listed_in(commit, top, "-l"):
        if about.startswith(b"100"):
            _, _, name, size = about.split()
            found[path] = _Blob(name.decode(), int(size) if size.isdigit() else None)
    return found


def _name_of(path: str, form: str) -> str:
    """What git would call what a file holds now; empty if it is not there, is a link, or cannot be read."""
    if os.path.islink(path):
        return ""
    try:
        contents = read_contents(path)
    except OSError:
        return ""
    if not contents.whole:
        return "too large"
    return hashlib.new(form, b"blob %d\0%b" % (len(contents.data), contents.data), usedforsecurity=False).hexdigest()
