"""Files that a configuration leaves out."""

from collections.abc import Callable

from sociable.config.effective import Configuration, Configurations
from sociable.files.contents import shown
from sociable.files.gitignore import Ignored


def excluded(configurations: Configurations) -> Callable[[str], str]:
    """Why a file is left out, by its path; an empty text if it is not."""
    known: dict[str, list[Ignored]] = {}

    def reason(path: str) -> str:
        config = configurations.of(path)
        if config.path not in known:
            known[config.path] = _patterns(config)
        left_out = any(files.file_or_one_above(path) for files in known[config.path])
        return f"left out by {shown(config.path)}" if left_out else ""

    return reason


def _patterns(config: Configuration) -> list[Ignored]:
    """The patterns, which are about the folder of the file they stand in."""
    folders: dict[str, list[str]] = {}
    for each in config.value("exclude"):
        folders.setdefault(each.folder, []).append(each.text)
    return [Ignored.by(folder, patterns) for folder, patterns in folders.items()]
