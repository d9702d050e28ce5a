"""Where our own modules lie, from one listing of each folder.

A start imports two hundred of them, and for each Python asks the system again whether the folder has changed, whether
there is such a file, when it was written and what it is. Here one question is left: whether a source is as it was
when it was compiled. Whatever is not as usual is left to Python.
"""

import os
import sys
from _frozen_importlib_external import (  # type: ignore[attr-defined]
    MAGIC_NUMBER,
    SourceFileLoader,
    _compile_bytecode,
    cache_from_source,
)
from collections.abc import Sequence

from sociable.records.static import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
else:
    ModuleSpec = type(__spec__)

_PACKAGES = (f"{__name__.partition('.')[0]}.", "yaml.")
"""Ours, and the one that is large among what it needs."""

_BY_TIME = MAGIC_NUMBER + bytes(4)
"""How a compiled module begins that holds for a source of the time and size that follow."""


_MOST_BYTES = 64 * 1024
"""Of a compiled module; a larger one is left to Python. For more, the system would be asked for memory each time."""


class _Loader(SourceFileLoader):
    """Reads what was compiled of a module, if it is of the source that lies there now."""

    def __init__(self, name: str, path: str, compiled: str) -> None:
        super().__init__(name, path)
        self._compiled = compiled

    def get_code(self, name: str) -> Any:
        try:
            source = os.stat(self.path)
            data = _beginning(self._compiled)
        except OSError:
            return super().get_code(name)
        about = (int(source.st_mtime) & 0xFFFFFFFF) | (source.st_size & 0xFFFFFFFF) << 32
        header = _BY_TIME + about.to_bytes(8, "little")
        if len(data) == _MOST_BYTES or not data.startswith(header):
            return super().get_code(name)
        return _compile_bytecode(memoryview(data)[16:], name, self._compiled, self.path)


def _beginning(path: str) -> bytes:
    """What a file begins with, by as few calls of the system as there can be."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return os.read(file, _MOST_BYTES)
    finally:
        os.close(file)


class _Folder:
    """What is in a folder, and where what was compiled of it lies: asked once, not for each module."""

    def __init__(self, path: str) -> None:
        self._path = path
        try:
            self.names = frozenset(os.listdir(path))
        except OSError:  # such as a package in an archive
            self.names = frozenset[str]()
        self._before, _, self._after = cache_from_source(os.path.join(path, "*.py")).rpartition("*")

    def spec(self, name: str, file: str, within: list[str] | None = None) -> "ModuleSpec":
        """How to import what stands in one of its files."""
        path = f"{self._path}{os.sep}{file}.py"
        compiled = f"{self._before}{file}{self._after}"
        spec = ModuleSpec(name, _Loader(name, path, compiled), origin=path, is_package=within is not None)
        spec.has_location = True
        spec.cached = compiled
        if within is not None:
            spec.submodule_search_locations = within
        return spec


class Finder:
    """Finds modules within packages; what was not there when a folder was listed is for others to find."""

    def __init__(self) -> None:
        self._folders: dict[str, _Folder] = {}

    def find_spec(self, name: str, path: Sequence[str] | None, target: Any = None) -> "ModuleSpec | None":
        """Where a module is, as ``importlib`` asks for it; nothing where this cannot tell."""
        if path is None or not name.startswith(_PACKAGES):
            return None
        (place,), last = path, name.rpartition(".")[2]
        folder = self._folder(place)
        if f"{last}.py" in folder.names:
            return folder.spec(name, last)
        if last not in folder.names:
            return None
        package = f"{place}{os.sep}{last}"
        within = self._folder(package)
        return within.spec(name, "__init__", [package]) if "__init__.py" in within.names else None

    def _folder(self, path: str) -> _Folder:
        if path not in self._folders:
            self._folders[path] = _Folder(path)
        return self._folders[path]


def install() -> None:
    """Find our own modules so from now on."""
    sys.meta_path.insert(0, Finder())
