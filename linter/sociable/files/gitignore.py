"""What ``.gitignore`` files say about the files below them."""

import os
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable

from sociable.files.contents import read_to_judge_by, shown, unreadable, why_unreadable
from sociable.files.wildcards import NoPattern, Part, all_fit, fits, path_parts
from sociable.findings.problem import Problem
from sociable.records.record import Record

NAME = ".gitignore"

MAX_BYTES = 64 * 1024
"""Of one file: what comes after it counts for nothing, and is told."""

MAX_PATTERNS = 2_000
"""Of one file and those in the folders above it: each is asked of each file, so their number multiplies the work."""

_TOO_MANY = (
    f"with what the folders above say, this file has more than {MAX_PATTERNS:,} patterns, and the rest do not count",
    "Write fewer lines, with wildcards, or several files in the folders that they are about.",
)
_CUT = (
    f"only the first {MAX_BYTES // 1024} KiB of this file count, and it is larger",
    "Write fewer lines, with wildcards, or several files in the folders that they are about.",
)
_LINK = (
    "this is a link, so nothing is ignored because of it: git does not follow one here either",
    "Put a file with these lines in its place.",
)


class _Pattern(Record):
    """One line; ``depth`` is how many folders above its file count, ``anywhere`` that it speaks of names alone."""

    parts: tuple[Part, ...]
    depth: int
    ignores: bool
    only_folders: bool
    anywhere: bool

    def means(self, names: list[str], folder: bool) -> bool:
        """Whether it speaks of this path."""
        if self.only_folders and not folder:
            return False
        return fits(self.parts[0], names[-1]) if self.anywhere else all_fit(self.parts, names[self.depth :])


class Ignored:
    """All that is ignored below the folder ``top``, by the ``.gitignore`` files that were added.

    As with git, it is asked from the top down: what is in an ignored folder is ignored, whatever else is said of it.
    """

    def __init__(
        self, top: str, patterns: tuple[_Pattern, ...] = (), problems: tuple[tuple[str, Problem], ...] = ()
    ) -> None:
        """``problems`` are the files of which not everything counts, or nothing, and why."""
        self._top = os.path.join(top, "")
        self._patterns = patterns
        self.problems = problems
        self._folders: dict[str, bool] = {}

    @classmethod
    def by(cls, top: str, lines: Iterable[str]) -> "Ignored":
        """What these lines ignore below a folder, as its ``.gitignore`` would."""
        return cls(top, _patterns((os.fsencode(line).decode("latin-1") for line in lines), 0))

    def file(self, path: str) -> bool:
        """Whether a file is ignored by itself."""
        return self._is_ignored(self._names(path), folder=False)

    def folder(self, path: str) -> bool:
        """Whether a folder is ignored with everything in it."""
        return self._is_ignored(self._names(path), folder=True)

    def file_or_one_above(self, path: str) -> bool:
        """Whether a file is ignored by itself or with a folder that it is in; one that lies elsewhere is not."""
        return path.startswith(self._top) and (self.or_one_above(os.path.dirname(path)) or self.file(path))

    def or_one_above(self, path: str) -> bool:
        """Whether a folder or one of those that it is in is ignored."""
        known = self._folders.get(path)
        if known is None:  # once for each folder, however many files ask
            names = self._names(path)
            known = any(self._is_ignored(names[:count], folder=True) for count in range(1, len(names) + 1))
            self._folders[path] = known
        return known

    def and_by_file_in(self, folder: str, leads_to: Callable[[str], str] = os.path.normpath) -> "Ignored":
        """Add what the ``.gitignore`` of a folder says, if there is one; one that cannot be read says nothing.

        ``leads_to`` gives the path of the file that stands for one.
        """
        path = os.path.join(folder, NAME)
        stands_for_it = leads_to(path)
        if os.path.islink(stands_for_it):
            return self._but(path, _LINK)
        try:
            contents = read_to_judge_by(stands_for_it)
        except (FileNotFoundError, NotADirectoryError):
            return self
        except OSError as error:
            return self._but(path, why_unreadable(error, path))
        told, data = self, contents.data
        if len(data) > MAX_BYTES or not contents.whole:
            told = self._but(path, _CUT)
            data = data[: data.rfind(b"\n", 0, MAX_BYTES) + 1]  # half a line would say something else
        depth = len(self._names(folder))
        lines = data.removeprefix(BOM_UTF8).decode("latin-1").split("\n")
        patterns = (*self._patterns, *_patterns(lines, depth))
        if len(patterns) > MAX_PATTERNS:
            told = told._but(path, _TOO_MANY)
        return Ignored(self._top, patterns[:MAX_PATTERNS], told.problems)

    def _but(self, path: str, why: tuple[str, str]) -> "Ignored":
        """The same, with something to say of one of the files."""
        return Ignored(self._top, self._patterns, (*self.problems, (path, unreadable(shown(path), *why))))

    def _names(self, path: str) -> list[str]:
        # Byte by byte, as git looks at names: to it, `?` is half of an `ä`.
        below = os.fsencode(path[len(self._top) :].replace(os.sep, "/")).decode("latin-1")
        return below.split("/") if below else []

    def _is_ignored(self, names: list[str], *, folder: bool) -> bool:
        """What the last pattern says that speaks of it."""
        for pattern in reversed(self._patterns):
            if pattern.means(names, folder):
                return pattern.ignores
        return False


def ignored_in(folder: str, leads_to: Callable[[str], str] = os.path.normpath) -> Ignored:
    """Collect what the folders above say, up to the root of the repository; outside of one, nothing.

    A folder that is ignored itself is still looked into when somebody names it: then nothing above counts.
    ``leads_to`` gives the path of the file that stands for one.
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
        ignored = ignored.and_by_file_in(each, leads_to)
    return Ignored(folder) if above and ignored.or_one_above(folder) else ignored


def _patterns(lines: Iterable[str], depth: int) -> tuple[_Pattern, ...]:
    last = [*dict.fromkeys(reversed([*lines]))]  # of the same lines the last one decides
    return tuple(pattern for line in reversed(last) if (pattern := _pattern(line, depth)) is not None)


def _pattern(line: str, depth: int) -> _Pattern | None:
    """Read one line; as with git, one that makes no sense ignores nothing."""
    line = line.removesuffix("\r")
    while line.endswith(" ") and not re.search(r"(?<!\\)(?:\\\\)*\\ $", line[-200:]):
        line = line[:-1]
    if line.startswith("#"):
        return None
    ignores = not line.startswith("!")
    text = line[not ignores :]
    only_folders = text.endswith("/")
    text = text.removesuffix("/")
    anywhere = "/" not in text
    try:
        parts = path_parts(text.removeprefix("/").split("/")) if text.strip("/") else []
    except NoPattern:
        return None
    if not parts:
        return None
    return _Pattern(tuple(parts), depth, ignores, only_folders, anywhere)
