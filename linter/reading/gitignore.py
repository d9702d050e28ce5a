"""What ``.gitignore`` files say about the files below them."""

import os
import re
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".gitignore"

_MAX_CHARACTERS = 64 * 1024

_SLOW = r"\*+[^*/]+\*+[^*/]+\*|\*\*.*\*\*.*\*\*"
"""Three stars in one name, or three double stars: matching may take time to their power."""


class _Rules(NamedTuple):
    folder: str
    spec: "GitIgnoreSpec"


class Ignored:
    """All that is ignored in a folder, by its own ``.gitignore`` and those of the folders above it."""

    def __init__(self, *nearest_first: _Rules) -> None:
        self._nearest_first = nearest_first

    def __contains__(self, path: str) -> bool:
        """Ask the nearest file that says anything. Folders end in a separator."""
        for folder, spec in self._nearest_first:
            verdict = spec.check_file(path[len(folder) :]).include
            if verdict is not None:
                return verdict
        return False

    def and_by_file_in(self, folder: str) -> "Ignored":
        """Add what the ``.gitignore`` of a folder says; one that cannot be read says nothing."""
        from pathspec import GitIgnoreSpec

        try:
            with open(os.path.join(folder, NAME), encoding="utf-8", errors="replace") as file:
                lines = file.read(_MAX_CHARACTERS).splitlines()
        except OSError:
            return self
        patterns = [pattern for line in lines if not re.search(_SLOW, line) for pattern in _patterns(line)]
        return Ignored(_Rules(os.path.join(folder, ""), GitIgnoreSpec(patterns)), *self._nearest_first)


def ignored_above(folder: str) -> Ignored:
    """Collect what the folders above say, up to the root of the repository; outside of one, nothing."""
    above = []
    at = folder
    while not os.path.lexists(os.path.join(at, ".git")):
        parent = os.path.dirname(at)
        if parent == at:
            return Ignored()
        at = parent
        above.append(at)
    ignored = Ignored()
    for each in reversed(above):
        if os.path.isfile(os.path.join(each, NAME)):
            ignored = ignored.and_by_file_in(each)
    return Ignored() if os.path.join(folder, "") in ignored else ignored


def _patterns(line: str) -> Iterator[Any]:
    """Read one line; as with git, one that makes no sense ignores nothing."""
    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of regular expressions made from odd lines
        try:
            yield from GitIgnoreSpec.from_lines([line]).patterns
        except (ValueError, re.error):
            return
