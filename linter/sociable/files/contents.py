"""Single files: what they are called, what is in them, and why they cannot be read."""

import errno
import os
from typing import NamedTuple

from sociable.findings.problem import SPREAD, Problem
from sociable.text.source import Source, Span

MAX_BYTES = 8 * 1024 * 1024
"""In one file: thousands of automations."""

_BEGINNING = 64 * 1024


class Contents(NamedTuple):
    """The bytes of a file; only the beginning of one that is larger than ``MAX_BYTES``."""

    data: bytes
    whole: bool


def shown(path: str) -> str:
    """Write a path for people: from the current folder if it is below it, with forward slashes."""
    here, absolute = os.path.join(os.getcwd(), ""), os.path.abspath(path)
    path = absolute.removeprefix(here) if absolute.startswith(here) else os.path.normpath(path)
    return path.replace(os.sep, "/").encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def is_or_is_below(path: str, top: str) -> bool:
    """Whether a path is another one, or within that folder; both are absolute."""
    return path == top or path.startswith(os.path.join(top, ""))


def read_contents(path: str) -> Contents:
    """Read a regular file. Raises ``OSError``."""
    with open(path, "rb") as file:
        if os.fstat(file.fileno()).st_size > MAX_BYTES:
            return Contents(file.read(_BEGINNING), whole=False)
        return contents_of(file.read(MAX_BYTES + 1))  # it may have grown, or be one whose size is not known


def contents_of(data: bytes) -> Contents:
    """Take what has been read already."""
    return Contents(data, True) if len(data) <= MAX_BYTES else Contents(data[:_BEGINNING], False)


def unreadable(shown_path: str, message: str, advice: str = "") -> Problem:
    """Make the problem of a file that cannot be read at all."""
    return Problem("unreadable-file", Span(Source(shown_path, ""), 0, 0), message, advice)


def too_large(shown_path: str) -> Problem:
    """Make the problem of a file that is larger than ``MAX_BYTES``."""
    message = f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB"
    return unreadable(shown_path, message, SPREAD)


def why_unreadable(error: OSError, path: str) -> tuple[str, str]:
    """Put what the operating system says into plain words: what is wrong, and what to do."""
    if isinstance(error, FileNotFoundError) and os.path.islink(path):
        target = os.readlink(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return f"the file is a link to `{target}`, which does not exist", "Mend the link, or delete it."
    if error.errno == errno.ELOOP:
        return "the file is a link that leads back to itself", "Mend the link, or delete it."
    if isinstance(error, PermissionError):
        kind = "folder" if os.path.isdir(path) else "file"
        return f"there is no permission to read this {kind}", "Change its permissions, or leave it out."
    return f"the file cannot be read: {error.strerror or type(error).__name__}", ""
