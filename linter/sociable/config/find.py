"""Where a configuration may stand: ``sociable.toml``, or ``[tool.sociable]`` in ``pyproject.toml``."""

import errno
import os
from collections.abc import Iterable, Iterator

from sociable.errors import BadConfig
from sociable.files.contents import absolute, read_to_judge_by, shown, unreadable, why_unreadable
from sociable.records.record import Record

OWN_FILE = "sociable.toml"
SHARED_FILE = "pyproject.toml"
_TABLE = (b"tool.sociable", b"tool]", b"tool=")
"""How a line may begin in a shared file that our table begins with, but for brackets, quotes and spaces."""


class ConfigFile(Record):
    """A file with a configuration; ``table`` leads to where in it.

    ``home`` is the folder it is about, where the file was read from a commit.
    """

    path: str
    data: bytes
    table: tuple[str, ...]
    home: str = ""

    @property
    def folder(self) -> str:
        """The folder that it is about."""
        return self.home or os.path.dirname(self.path)

    @property
    def shown_path(self) -> str:
        """Where people look for it."""
        return os.path.join(self.folder, os.path.basename(self.path))


def may_be_configured(folders: Iterable[str]) -> bool:
    """Whether there is anything to look into for these folders: a cheap question, mostly answered by no."""
    return any(map(_may_hold_one, dict.fromkeys(above for folder in folders for above in _and_above(folder))))


def is_one(path: str, data: bytes) -> bool:
    """Whether a file with these bytes would be a configuration."""
    name = os.path.basename(path)
    return name == OWN_FILE or (name == SHARED_FILE and _may_name_us(data) and _names_us(data))


def in_file(path: str) -> ConfigFile:
    """The configuration in a file that somebody named. Raises ``OSError``."""
    return ConfigFile(path, _bytes(path), ("tool", "sociable") if os.path.basename(path) == SHARED_FILE else ())


def in_folder(folder: str) -> ConfigFile | None:
    """The configuration in a folder. Raises ``BadConfig`` where it cannot be read, or where there are two."""
    try:
        return _in_folder(folder)
    except OSError as error:
        path = error.filename or folder
        raise BadConfig((unreadable(shown(path), *why_unreadable(error, path)),)) from None


def _in_folder(folder: str) -> ConfigFile | None:
    own = os.path.join(folder, OWN_FILE)
    shared = os.path.join(folder, SHARED_FILE)
    found = None
    if os.path.lexists(shared):
        data = _bytes(shared)
        if is_one(shared, data):
            found = ConfigFile(shared, data, ("tool", "sociable"))
    if not os.path.lexists(own):
        return found
    if found is not None:
        raise _two(own, shared)
    return ConfigFile(own, _bytes(own), ())


def _two(own: str, shared: str) -> BadConfig:
    from sociable.findings.problem import Problem
    from sociable.text.source import Source, Span

    message = f"there are two configurations in this folder: this one, and `[tool.sociable]` in {shown(shared)}"
    return BadConfig((Problem("not-understood", Span(Source(shown(own), ""), 0, 0), message, "Keep one of them."),))


def _and_above(folder: str) -> Iterator[str]:
    folder = absolute(folder)
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def _may_hold_one(folder: str) -> bool:
    """Without parsing: whether a file of ours, or a shared one with a table that may hold ours, is in there."""
    if os.path.lexists(os.path.join(folder, OWN_FILE)):
        return True
    shared = os.path.join(folder, SHARED_FILE)
    try:
        return _may_name_us(_bytes(shared))
    except FileNotFoundError:
        return os.path.islink(shared)
    except OSError:
        return True  # it is to be told


def _may_name_us(data: bytes) -> bool:
    """Whether a ``pyproject.toml`` is worth reading: most hold tables of other tools only."""
    lines = (line for line in data.splitlines() if b"tool" in line)
    return any(line.translate(None, b" \t\"'").lstrip(b"[").startswith(_TABLE) for line in lines)


def _names_us(data: bytes) -> bool:
    """Whether a ``pyproject.toml`` holds our table. One that cannot be read is for others to complain of."""
    from sociable.text.toml_values import NotToml, toml_values

    try:
        tools = toml_values(data.decode()).get("tool")
    except (NotToml, UnicodeDecodeError):
        return False
    return isinstance(tools, dict) and "sociable" in tools


def _bytes(path: str) -> bytes:
    contents = read_to_judge_by(path)
    if not contents.whole:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
    return contents.data
