"""Files that a command writes for whoever called it, and what none of them may go over."""

import os
from collections.abc import Iterable

from sociable.cli.console import BadCall, writing
from sociable.errors import BadConfig, UnreadableFile
from sociable.files.contents import MAX_BYTES


def write_text(path: str, text: str, paths: Iterable[str], read: Iterable[str] = ()) -> None:
    """Write a whole file. Raises ``BadCall`` if it cannot be written, or ``refuse_input`` does."""
    from sociable.files.atomic_write import write_file

    refuse_input(path, paths, read)
    with writing(path):
        write_file(path, text.encode("utf-8", "backslashreplace"))


def refuse_input(path: str, paths: Iterable[str], read: Iterable[str] = ()) -> None:
    """Raises ``BadCall`` where an output would go over an automation file, or over what says how to judge.

    Whether this command has read it does not matter: the next one will, and a drawing is no baseline. So what the
    configurations of these ``paths`` and of the output itself name counts as well.
    """
    if not os.path.exists(path):
        return
    paths = tuple(paths)
    if any(_is_same(each, path) for each in (*paths, *read)) or _is_automation_file(path):
        raise BadCall(f"{path} is one of the files that are read; nothing is written over it.")
    if _says_how_to_judge(path, paths):
        raise BadCall(f"{path} says how to judge; nothing is written over it.")


def _is_automation_file(path: str) -> bool:
    from sociable.project.load import load
    from sociable.readers.importers import endings

    if not os.path.isfile(path) or not path.lower().endswith(endings()) or os.path.getsize(path) > MAX_BYTES:
        return False
    found = load((path,), chosen=False)
    return bool(found.files or found.problems)


def _says_how_to_judge(path: str, paths: tuple[str, ...]) -> bool:
    from sociable.files.contents import judged_by

    _meet_configurations((*paths, path))
    return any(_holds(each, path) for each in judged_by())


def _meet_configurations(paths: Iterable[str]) -> None:
    """Read what is configured around paths, so that what it names is known, also to commands that need none of it."""
    from sociable.config.find import may_be_configured
    from sociable.config.finder import folders_of

    for folder in dict.fromkeys(folders_of(paths)):
        if may_be_configured((folder,)):
            from sociable.config.effective import Configurations

            try:
                Configurations().of(folder)
            except BadConfig:  # for whoever judges by it to tell; here its own file is known by now
                continue


def _holds(judged_by: str, path: str) -> bool:
    """Whether a file is one that says how to judge, or of a folder that does."""
    if not os.path.isdir(judged_by):
        return _is_same(judged_by, path)
    from sociable.rulebook.page_files import is_of_rules

    try:
        return is_of_rules(judged_by, path)
    except UnreadableFile:  # for whoever judges by it to tell
        return False


def _is_same(one: str, other: str) -> bool:
    return os.path.exists(one) and os.path.samefile(one, other)
