"""The configuration nearest to a file or folder: ``sociable.toml``, or ``[tool.sociable]`` in ``pyproject.toml``."""

import errno
import os
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sociable.files.contents import read_contents

OWN_FILE = "sociable.toml"
SHARED_FILE = "pyproject.toml"
_TABLE = rb"""(?m)^[ \t]*+\[?[ \t]*+["']?tool["']?[ \t]*+(?:[\]=]|\.[ \t]*+["']?sociable)"""
"""How our table may begin in a shared file."""


class ConfigFile(NamedTuple):
    """A file with a configuration; ``table`` leads to where in it."""

    path: str
    data: bytes
    table: tuple[str, ...]


def may_be_configured(paths: Iterable[str]) -> bool:
    """Whether there is anything to look into for these paths: a cheap question, mostly answered by no."""
    return any(_may_hold_one(folder) for path in paths for folder in _folders_from(path))


def nearest(path: str) -> ConfigFile | None:
    """Look in the folder of a file, or in a folder itself, and in those above. Raises ``OSError``."""
    return next((found for found in map(_in_folder, _folders_from(path)) if found is not None), None)


def _folders_from(path: str) -> Iterator[str]:
    at = os.path.abspath(path)
    folder = at if os.path.isdir(at) else os.path.dirname(at)
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def _in_folder(folder: str) -> ConfigFile | None:
    own = os.path.join(folder, OWN_FILE)
    if os.path.lexists(own):
        return ConfigFile(own, _bytes(own), ())
    shared = os.path.join(folder, SHARED_FILE)
    if os.path.isfile(shared):
        data = _bytes(shared)
        if re.search(_TABLE, data) and _names_us(data):
            return ConfigFile(shared, data, ("tool", "sociable"))
    return None


def _may_hold_one(folder: str) -> bool:
    """Without parsing: whether a file of ours, or a shared one with a table that may hold ours, is in there."""
    if os.path.lexists(os.path.join(folder, OWN_FILE)):
        return True
    try:
        return re.search(_TABLE, _bytes(os.path.join(folder, SHARED_FILE))) is not None
    except FileNotFoundError:
        return False
    except OSError:
        return True  # it is to be told


def _names_us(data: bytes) -> bool:
    """Whether a ``pyproject.toml`` holds our table. One that cannot be read is for others to complain of."""
    import tomllib

    try:
        tools = tomllib.loads(data.decode()).get("tool")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        return False
    return isinstance(tools, dict) and "sociable" in tools


def _bytes(path: str) -> bytes:
    contents = read_contents(path)
    if not contents.whole:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
    return contents.data
