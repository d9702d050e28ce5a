"""Single files: what they are called, what is in them, and why they cannot be read."""

import errno
import os
import stat

from sociable.errors import NoSuchPath, UnreadableFile
from sociable.findings.problem import SPREAD, Problem
from sociable.records.record import Record
from sociable.records.static import IO
from sociable.text.source import Source, Span

MAX_BYTES = 8 * 1024 * 1024
"""In one file: thousands of automations."""

NOT_REGULAR = "not a regular file but a pipe, a socket or a device"

LARGER = f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB"

_BEGINNING = 64 * 1024


class Contents(Record):
    """The bytes of a file; only the beginning of one that is larger than ``MAX_BYTES``."""

    data: bytes
    whole: bool


def shown(path: str) -> str:
    """Write a path for people: from the current folder if it is below it, with forward slashes."""
    whole, here = absolute(path), working_folder()
    here = here and os.path.join(here, "")
    path = whole.removeprefix(here) if whole.startswith(here) else os.path.normpath(path)
    return path.replace(os.sep, "/").encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def absolute(path: str) -> str:
    """A path from the root on. Raises ``NoSuchPath`` where it begins in the folder in which this runs, if that is gone.

    ``os.path.abspath`` would raise ``FileNotFoundError``, which says nothing of that.
    """
    if os.path.isabs(path):
        return os.path.normpath(path)
    if here := working_folder():
        return os.path.normpath(os.path.join(here, path))
    raise NoSuchPath(f"the folder in which this runs is gone, so `{path}` leads nowhere. Change to another one.")


def require_part(path: str) -> None:
    """Raise ``NoSuchPath`` for a whole drive: nobody waits until all that lies on one is looked through."""
    folder = os.path.realpath(path)
    if os.path.dirname(folder) == folder:
        raise NoSuchPath(f"`{path}` is everything on the computer or drive, and no project. Name the folder of one.")


def working_folder() -> str:
    """The folder in which this runs; empty if it is gone, which only matters to paths that begin there."""
    try:
        return os.getcwd()  # noqa: TID251 - this is the place that meets what it raises
    except FileNotFoundError:
        return ""


def is_or_is_below(path: str, top: str) -> bool:
    """Whether a path is another one, or within that folder; both are absolute."""
    return path == top or path.startswith(os.path.join(top, ""))


class NotAFile(OSError):
    """A pipe, a socket or a device stands where a file should."""


def read_contents(path: str) -> Contents:
    """Read a regular file. Raises ``OSError``, ``NotAFile`` among it; nothing keeps it waiting.

    What it is is asked of what was opened: between a look at a path and opening it, anything may be put there.
    """
    with _opened(path) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise NotAFile(errno.EINVAL, NOT_REGULAR, path)
        if status.st_size > MAX_BYTES:
            return Contents(file.read(_BEGINNING), whole=False)
        return contents_of(file.read(MAX_BYTES + 1))  # it may have grown, or be one whose size is not known


def _opened(path: str) -> "IO[bytes]":
    try:
        return open(path, "rb", opener=_without_waiting)
    except ValueError:  # no system has a path with U+0000 or half a character
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path) from None


_judged_by: set[str] = set()


def read_to_judge_by(path: str) -> Contents:
    """Read a file that says how to judge: settings, a baseline, a rule page. Raises as ``read_contents`` does.

    It is remembered, so that nothing of ours is written over it.
    """
    remember_to_judge_by(path)
    return read_contents(path)


def remember_to_judge_by(path: str) -> None:
    """Note a file or folder that says how to judge, also where nobody reads it this time."""
    _judged_by.add(os.path.join(working_folder(), path))


def judged_by() -> frozenset[str]:
    """The files and folders that say how to judge, as far as this process has met them."""
    return frozenset(_judged_by)


def read_whole(path: str) -> bytes:
    """Read a regular file that is no automation file. Raises ``UnreadableFile``, also if it is too large."""
    try:
        contents = read_to_judge_by(path)
    except OSError as error:
        raise UnreadableFile(f"{shown(path)}: {' '.join(_sentences(*why_unreadable(error, path)))}") from None
    if not contents.whole:
        raise UnreadableFile(f"{shown(path)}: {LARGER}")
    return contents.data


def names_in(folder: str) -> list[str]:
    """The names of what is in a folder, sorted. Raises ``UnreadableFile``."""
    try:
        return sorted(os.listdir(folder))
    except OSError as error:
        raise UnreadableFile(f"{shown(folder)}: {' '.join(_sentences(*why_unreadable(error, folder)))}") from None


def _sentences(message: str, advice: str) -> tuple[str, ...]:
    return (f"{message}.", advice) if advice else (message,)


def _without_waiting(path: str, flags: int) -> int:
    """Open without waiting for somebody to write into a pipe. Windows has no such pipes."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def contents_of(data: bytes) -> Contents:
    """Take what has been read already."""
    return Contents(data, True) if len(data) <= MAX_BYTES else Contents(data[:_BEGINNING], False)


def unreadable(shown_path: str, message: str, advice: str = "") -> Problem:
    """Make the problem of a file that cannot be read at all."""
    return Problem("unreadable-file", Span(Source(shown_path, ""), 0, 0), message, advice)


def too_large(shown_path: str) -> Problem:
    """Make the problem of a file that is larger than ``MAX_BYTES``."""
    return unreadable(shown_path, LARGER, SPREAD)


def why_unreadable(error: OSError, path: str) -> tuple[str, str]:
    """Put what the operating system says into plain words: what is wrong, and what to do."""
    if isinstance(error, FileNotFoundError) and os.path.islink(path):
        target = os.readlink(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return f"the file is a link to `{target}`, which does not exist", "Mend the link, or delete it."
    if error.errno == errno.ELOOP:
        return "the file is a link that leads back to itself", "Mend the link, or delete it."
    if isinstance(error, NotAFile) or error.errno == errno.ENXIO:  # a socket cannot even be opened
        return f"this is {NOT_REGULAR}", "Name a file, or write it to one first."
    if isinstance(error, IsADirectoryError):
        return "this is a folder, and should be a file", ""
    if isinstance(error, PermissionError):
        kind = "folder" if os.path.isdir(path) else "file"
        return f"there is no permission to read this {kind}", "Change its permissions, or leave it out."
    return f"the file cannot be read: {error.strerror or type(error).__name__}", ""
