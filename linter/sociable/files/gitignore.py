"""What ``.gitignore`` files say about the files below them."""

import os
import re
import warnings
from collections.abc import Iterable, Iterator
from typing import Any

NAME = ".gitignore"

_MAX_CHARACTERS = 64 * 1024

_SLOW = r"\*+[^*/]+\*+[^*/]+\*|\*\*.*\*\*.*\*\*"
"""Three stars in one name, or three double stars: matching may take time to their power."""


class Ignored:
    """All that is ignored below the folder ``top``, by the ``.gitignore`` files that were added."""

    def __init__(self, top: str, patterns: tuple[Any, ...] = ()) -> None:
        self._top = os.path.join(top, "")
        self._patterns = patterns
        self._spec: Any = None
        if patterns:
            from pathspec import GitIgnoreSpec

            self._spec = GitIgnoreSpec(patterns)

    @classmethod
    def by(cls, top: str, lines: Iterable[str]) -> "Ignored":
        """What these lines ignore below a folder, as its ``.gitignore`` would."""
        return cls(top, tuple(pattern for line in lines for pattern in _patterns(line)))

    def file(self, path: str) -> bool:
        """Whether a file is ignored, by itself or with a folder it is in."""
        return self._spec is not None and self._spec.match_file(path[len(self._top) :])

    def folder(self, path: str) -> bool:
        """Whether a folder is ignored with everything in it. Where an exception may apply, ask for each file."""
        name = os.path.join(path[len(self._top) :], "")
        if self._spec is None or not self._spec.match_file(name):
            return False
        return not any(pattern.match_file(name) for pattern in self._patterns if pattern.include is False)

    def and_by_file_in(self, folder: str) -> "Ignored":
        """Add what the ``.gitignore`` of a folder says; one that cannot be read says nothing."""
        try:
            with open(os.path.join(folder, NAME), encoding="utf-8", errors="replace") as file:
                lines = file.read(_MAX_CHARACTERS).splitlines()
        except OSError:
            return self
        below = re.sub(r"([\\*?\[\]!# ])", r"\\\1", folder[len(self._top) :].replace(os.sep, "/"))
        added = [pattern for line in lines for pattern in _patterns(_from_top(line, below))]
        return Ignored(self._top, (*self._patterns, *added))


def ignored_in(folder: str) -> Ignored:
    """Collect what the folders above say, up to the root of the repository; outside of one, nothing.

    A folder that is ignored itself is still looked into when somebody names it: then nothing above counts.
    """
    above = []
    at = folder
    while not os.path.lexists(os.path.join(at, ".git")):
        parent = os.path.dirname(at)
        if parent == at:
            return Ignored(folder)
        at = parent
        above.append(at)
    ignored = Ignored(at)
    for each in reversed(above):
        if os.path.isfile(os.path.join(each, NAME)):
            ignored = ignored.and_by_file_in(each)
    return Ignored(folder) if above and ignored.folder(folder) else ignored


def _from_top(line: str, folder: str) -> str:
    """Write a line of a folder's file as it would stand in the one at the top."""
    if not folder or not line.strip() or line.startswith("#"):
        return line
    negated, pattern = ("!", line[1:]) if line.startswith("!") else ("", line)
    anywhere = "/" not in pattern.rstrip().rstrip("/")
    return f"{negated}/{folder}/{'**/' if anywhere else ''}{pattern.removeprefix('/')}"


def _patterns(line: str) -> Iterator[Any]:
    """Read one line; as with git, one that makes no sense ignores nothing."""
    from pathspec import GitIgnoreSpec

    if re.search(_SLOW, line):
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of regular expressions made from odd lines
        try:
            yield from GitIgnoreSpec.from_lines([line]).patterns
        except (ValueError, re.error):
            return
