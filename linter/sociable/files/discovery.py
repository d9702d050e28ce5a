"""Which files to look into: those that are named, and those in named folders that may be automation files."""

import os
import stat
from collections.abc import Callable, Iterable

from sociable.errors import NoSuchPath
from sociable.files.contents import (
    NOT_REGULAR,
    NotAFile,
    absolute,
    is_or_is_below,
    require_part,
    shown,
    unreadable,
    why_unreadable,
)
from sociable.findings.problem import Problem
from sociable.findings.report import Skipped
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING

if TYPE_CHECKING:
    from sociable.files.gitignore import Ignored

ENDINGS = (".yml", ".yaml", ".json")

_SHARED_AND_HIDDEN = ".github"
"""The dotted folder in which a project keeps what writes to people; others belong to programs and are read if named."""


_LEFT_BY_PROGRAMS = (".#", "._")
"""Locks of Emacs, which are links to nowhere, and what macOS keeps beside a file."""


class Candidate(Record):
    """A regular file to look into; ``shown`` is its path for people, ``named`` whether it was given as such.

    ``size`` is in bytes, as it was when the file was found.
    """

    path: str
    shown: str
    named: bool
    size: int


class Discovery:
    """What the given paths lead to: each file once, sorted by the path that is shown, in whatever order they come."""

    def __init__(
        self,
        paths: Iterable[str],
        endings: tuple[str, ...] = ENDINGS,
        leads_to: Callable[[str], str] | None = None,
    ) -> None:
        """Look at all paths; within folders at files with one of these endings. Raises ``NoSuchPath``.

        ``leads_to`` gives the path of the file that stands for one of those that say what is left out.
        """
        self._endings = endings
        self._leads_to = leads_to
        self._problems: dict[str, Problem] = {}
        self._skipped: set[Skipped] = set()
        self._same: dict[tuple[int, int], list[Candidate]] = {}
        for path in sorted(paths):
            _require(path)
            shown(path)  # which may lead nowhere, if the folder it begins in is gone
            if os.path.isdir(path):
                self._walk(absolute(path))
            else:
                self._add(path, named=True)

        self.candidates = sorted(map(self._shown_first, self._same.values()), key=lambda each: (each.shown, each.path))
        self.problems = [self._problems[path] for path in sorted(self._problems)]
        self.skipped = sorted(self._skipped)

    def _shown_first(self, same: list[Candidate]) -> Candidate:
        """Of one file's paths the one to read it by: one that was named, or else the first; the others are skipped."""
        first = min(same, key=lambda each: (not each.named, each.shown, each.path))
        others = {each.shown for each in same} - {first.shown}
        self._skipped.update(Skipped(name, f"the same file as {first.shown}") for name in others)
        return first

    def _walk(self, root: str) -> None:
        from sociable.files import gitignore

        leads_to = self._leads_to or os.path.normpath
        folders = [(root, gitignore.ignored_in(root, leads_to))]
        while folders:
            folder, ignored = folders.pop()
            try:
                with os.scandir(folder) as entries:
                    found = list(entries)
            except OSError as error:
                self._problems[folder] = unreadable(shown(folder), *why_unreadable(error, folder))
                continue
            if self._leads_to or any(entry.name == gitignore.NAME for entry in found):
                ignored = ignored.and_by_file_in(folder, leads_to)
            self._problems.update(ignored.problems)
            for entry in found:
                if entry.name == ".git":
                    continue
                reason = self._why_skipped(entry, ignored, root)
                if reason:
                    self._skipped.add(Skipped(shown(entry.path), reason))
                elif entry.is_dir(follow_symlinks=False):
                    folders.append((entry.path, ignored))
                elif self._may_be_read(entry):
                    self._add(entry.path, named=False)

    def _add(self, path: str, named: bool) -> None:
        name = shown(path)
        try:
            status = os.stat(path)
        except OSError as error:
            self._problems[absolute(path)] = unreadable(name, *why_unreadable(error, path))
            return
        if not stat.S_ISREG(status.st_mode):
            if named:
                self._problems[absolute(path)] = unreadable(name, *why_unreadable(NotAFile(), path))
            else:
                self._skipped.add(Skipped(name, NOT_REGULAR))
            return
        self._same.setdefault((status.st_dev, status.st_ino), []).append(Candidate(path, name, named, status.st_size))

    def _why_skipped(self, entry: os.DirEntry[str], ignored: "Ignored", root: str) -> str:
        """Say why something in a folder is not even looked at; empty if it is, or if nobody would expect it."""
        if entry.is_dir(follow_symlinks=False):
            return self._why_folder_skipped(entry, ignored)
        if entry.is_symlink() and os.path.isdir(entry.path):
            return "a link to a folder"
        if not self._may_be_read(entry):
            return ""
        if entry.name.startswith(_LEFT_BY_PROGRAMS):
            return "left there by an editor or the system"
        if entry.is_symlink() and os.path.exists(entry.path) and not _leads_into(root, entry.path):
            return "a link that leads out of the folder"
        return "ignored by .gitignore" if ignored.file(entry.path) else ""

    def _why_folder_skipped(self, entry: os.DirEntry[str], ignored: "Ignored") -> str:
        if not is_looked_into(entry.name):
            return "a hidden folder"
        mark = os.path.join(entry.path, "pyvenv.cfg")
        if entry.name == "node_modules" or os.path.exists(self._leads_to(mark) if self._leads_to else mark):
            return "a folder of installed packages"
        return "ignored by .gitignore" if ignored.folder(entry.path) else ""

    def _may_be_read(self, entry: os.DirEntry[str]) -> bool:
        return entry.name.lower().endswith(self._endings)


def is_looked_into(name: str) -> bool:
    """Whether a folder of this name is looked into without being named."""
    return not name.startswith(".") or name == _SHARED_AND_HIDDEN


def _leads_into(folder: str, link: str) -> bool:
    return is_or_is_below(os.path.realpath(link), os.path.realpath(folder))


def _require(path: str) -> None:
    """Raise ``NoSuchPath`` if there is no such path, be it a broken link, or if it is a whole drive."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise NoSuchPath(_no_such_path(path)) from None
    except OSError:
        pass  # it exists, but may not be looked at
    require_part(path)


def _no_such_path(path: str) -> str:
    from sociable.text.suggest import nearest

    folder, name = os.path.split(os.path.normpath(path))
    while folder and not os.path.isdir(folder):
        folder, name = os.path.split(folder)
    try:
        guess = nearest(name, os.listdir(folder or "."))
    except OSError:
        guess = ""
    advice = f" Did you mean `{os.path.join(folder, guess)}`?" if guess else ""
    return f"there is no file or folder `{path}`.{advice}"
