"""Which projects there are below a folder."""

import os
from collections.abc import Iterator

from sociable.config.find import OWN_FILE, SHARED_FILE, in_folder
from sociable.errors import BadConfig, NoSuchPath
from sociable.files.contents import require_part
from sociable.records.record import Record

_NO_PROJECTS = ("node_modules", "__pycache__")


class Part(Record):
    """A project: what it is called, and the files and folders that belong to it."""

    name: str
    paths: tuple[str, ...]


def projects_in(folder: str) -> list[Part]:
    """The projects of a folder in the order of their paths. Raises ``NoSuchPath``.

    Each folder with a configuration is one. So is each folder directly below, if there is no configuration in or
    below it; what lies loose beside projects is a project too, so that no file is left out.
    """
    if not os.path.isdir(folder):
        raise NoSuchPath(f"there is no folder `{folder}`")
    require_part(folder)
    configured = set(_configured(folder))
    above: set[str] = set()
    for path in configured:
        while (path := os.path.dirname(path)) not in above and path.startswith(folder):
            above.add(path)
    return list(_parts(folder, configured, above))


def _parts(folder: str, configured: set[str], above: set[str]) -> Iterator[Part]:
    names, loose = _inside(folder)
    if loose:
        yield Part(folder, tuple(loose))
    for name in names:
        path = os.path.join(folder, name)
        if path in above and path not in configured:
            yield from _parts(path, configured, above)
        else:
            yield Part(path, (path,))


def _inside(folder: str) -> tuple[list[str], list[str]]:
    """The names of folders, and the paths of files that may be automation files."""
    from sociable.readers.importers import endings

    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda each: each.name)
    except OSError:
        return [], [folder]  # a check of it says why
    names = [each.name for each in found if _may_hold_projects(each)]
    files = (each for each in found if not os.path.isdir(each.path) and each.name not in (OWN_FILE, SHARED_FILE))
    return names, [each.path for each in files if each.name.lower().endswith(endings())]


def _configured(folder: str) -> Iterator[str]:
    """The folders below that hold a configuration; what lies below one of them belongs to it."""
    folders = [folder]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                below = [each for each in entries if _may_hold_projects(each)]
        except OSError:
            continue
        for each in below:
            if _is_configured(each.path):
                yield each.path
            else:
                folders.append(each.path)


def _may_hold_projects(entry: os.DirEntry[str]) -> bool:
    hidden = entry.name.startswith(".") or entry.name in _NO_PROJECTS
    return not hidden and entry.is_dir(follow_symlinks=False)


def _is_configured(folder: str) -> bool:
    if not any(os.path.lexists(os.path.join(folder, name)) for name in (OWN_FILE, SHARED_FILE)):
        return False
    try:
        return in_folder(folder) is not None
    except BadConfig:
        return True  # a check of it says what is wrong
