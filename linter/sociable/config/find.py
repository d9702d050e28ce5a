"""The configuration nearest to a file or folder: ``sociable.toml``, or ``[tool.sociable]`` in ``pyproject.toml``."""

import os
from typing import NamedTuple

OWN_FILE = "sociable.toml"
SHARED_FILE = "pyproject.toml"
_TABLE = b"sociable"


class ConfigFile(NamedTuple):
    """A file with a configuration; ``table`` leads to where in it."""

    path: str
    data: bytes
    table: tuple[str, ...]


def nearest(path: str) -> ConfigFile | None:
    """Look in the folder of a file, or in a folder itself, and in those above. Raises ``OSError``."""
    at = os.path.abspath(path)
    folder = at if os.path.isdir(at) else os.path.dirname(at)
    while True:
        found = _in_folder(folder)
        above = os.path.dirname(folder)
        if found is not None or above == folder:
            return found
        folder = above


def _in_folder(folder: str) -> ConfigFile | None:
    own = os.path.join(folder, OWN_FILE)
    if os.path.isfile(own):
        return ConfigFile(own, _bytes(own), ())
    shared = os.path.join(folder, SHARED_FILE)
    if os.path.isfile(shared):
        data = _bytes(shared)
        if _TABLE in data and _names_us(data):
            return ConfigFile(shared, data, ("tool", "sociable"))
    return None


def _names_us(data: bytes) -> bool:
    """Whether a ``pyproject.toml`` holds our table. One that cannot be read is for others to complain of."""
    import tomllib

    try:
        tools = tomllib.loads(data.decode()).get("tool")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        return False
    return isinstance(tools, dict) and "sociable" in tools


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
