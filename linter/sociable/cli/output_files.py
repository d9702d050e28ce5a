"""Files that a command writes for whoever called it, and what none of them may go over."""

import os
from collections.abc import Iterable

from sociable.cli.console import BadCall, writing
from sociable.errors import BadConfig, UnreadableFile
from sociable.files.contents import MAX_BYTES, judged_by


def refuse_input(outputs: Iterable[str], paths: Iterable[str], read: Iterable[str] = ()) -> None:
    """Raises ``BadCall`` where an output would go over an automation file, or over what says how to judge.

    Whether this command has read it does not matter: the next one will, and a drawing is no baseline. So what the
    configurations of these ``paths`` and of the output itself name counts as well. Each command asks once, of all its
    ``outputs`` and before it works for them: one that is there is read, to see what it is.
    """
    led_to = {path: _led_to(path) for path in outputs}
    present = {path: file for path, file in led_to.items() if _identity(file)}
    if not present:
        return
    paths = tuple(paths)
    taken = {_identity(path) for path in (*paths, *read)}
    for path, file in present.items():
        if _identity(file) in taken or _is_automation_file(file):
            raise BadCall(f"{path} is one of the files that are read; nothing is written over it.")
    _meet_configurations((*paths, *present.values()))
    for path, file in present.items():
        if any(_holds(each, file) for each in judged_by()):
            raise BadCall(f"{path} says how to judge; nothing is written over it.")


def have_folder(path: str) -> None:
    """Have a folder for the files that a command writes. Raises ``BadCall``."""
    from sociable.files.atomic_write import make_folder

    with writing(os.path.join(path, "")):
        make_folder(path)


def write_text(path: str, text: str) -> None:
    """Write a whole file; ``refuse_input`` has been asked of it. Raises ``BadCall`` if it cannot be written."""
    from sociable.files.atomic_write import write_file

    with writing(path):
        write_file(path, text.encode("utf-8", "backslashreplace"))


def _is_automation_file(path: str) -> bool:
    from sociable.project.load import load
    from sociable.readers.importers import endings

    if not os.path.isfile(path) or not path.lower().endswith(endings()) or os.path.getsize(path) > MAX_BYTES:
        return False
    found = load((path,), chosen=False)
    return bool(found.files or found.problems)


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
        return _identity(judged_by) == _identity(path)
    from sociable.rulebook.page_files import is_of_rules

    try:
        return is_of_rules(judged_by, path)
    except UnreadableFile:  # for whoever judges by it to tell
        return False


def _led_to(path: str) -> str:
    """The file that would be written: ``gone/../a.yml`` is no file to the system, and `a.yml` to whoever writes."""
    try:
        return path if os.path.exists(path) else os.path.realpath(path)
    except (OSError, ValueError):  # this folder is gone; no system has a path with U+0000
        return path


def which_file(path: str) -> tuple[int, int] | str:
    """What is the same for two names of one file, also of one that is not there yet."""
    return _identity(path) or _led_to(path)


def _identity(path: str) -> tuple[int, int] | None:
    """Which file it is, under whatever name; nothing if there is none."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):  # no system has a path with U+0000
        return None
    return found.st_dev, found.st_ino
