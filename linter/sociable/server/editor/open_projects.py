"""The projects that open files belong to, and what is found in them as they stand in the editor."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sociable.config.effective import UNCONFIGURED, Configurations
from sociable.config.find import is_one
from sociable.documents.document import Document
from sociable.errors import BadConfig, SociableError
from sociable.files.contents import Contents, is_or_is_below
from sociable.findings.finding import Finding
from sociable.findings.problem import finding_of
from sociable.pipeline import Request, examination, projects, settings
from sociable.project.load import read_file
from sociable.readers.fragment import Fragment
from sociable.readers.importers import IMPORTERS
from sociable.records.record import Record
from sociable.rulebook.page_files import PageRule
from sociable.rulebook.rulebook import with_built_in
from sociable.setup.model import NOTHING, Setup


class Checked(Record):
    """What was found in a project, its documents by path, and the pages of all rules by name.

    ``root`` is the folder or file that was looked at.
    ``complaint`` says why nothing could be found, ``faults`` are mistakes of ours that kept something from being.
    """

    findings: tuple[Finding, ...] = ()
    pages: Mapping[str, PageRule] = NOTHING
    setups: tuple[Setup, ...] = ()
    documents: Mapping[str, Document] = NOTHING
    root: str = ""
    complaint: str = ""
    faults: tuple[str, ...] = ()


class _Together(Mapping[str, Document]):
    """The documents of several projects, each parsed when somebody asks for it."""

    def __init__(self, parts: Sequence[Mapping[str, Document]]) -> None:
        self._parts = {path: part for part in parts for path in part}

    def __getitem__(self, path: str) -> Document:
        return self._parts[path][path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


class FragmentMemory:
    """Reads a file only if it is not as it was, so that a letter typed in one costs no look into a thousand others."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[bytes, Fragment]] = {}

    def copy(self) -> "FragmentMemory":
        """Another one that knows the same, for a look at what nobody has written yet."""
        other = FragmentMemory()
        other._known = dict(self._known)
        return other

    def read(self, name: str, named: bool, contents: Callable[[], Contents]) -> Fragment:
        """The same as ``read_file``; whatever is open may be anything, so nothing counts as ``named``."""
        try:
            found = contents()
        except OSError as error:
            return read_file(name, False, _raises(error))
        known = self._known.get(name)
        if known is None or known[0] != found.data:
            known = self._known[name] = (found.data, read_file(name, False, lambda: found))
        return known[1]


def _raises(error: OSError) -> Callable[[], Contents]:
    def contents() -> Contents:
        raise error

    return contents


def root_of(path: str, folders: Iterable[str]) -> str:
    """The folder of the nearest configuration, else the folder that is open in the editor, else the file alone."""
    try:
        config = Configurations().of(path)
    except BadConfig:  # it is told when the project is checked
        config = UNCONFIGURED
    if config.path:
        return config.folder
    return max((folder for folder in folders if is_or_is_below(path, folder)), key=len, default=path)


def may_be_ours(path: str, data: bytes) -> bool:
    """Whether a text may be an automation file, the export of another tool or a configuration: no other concerns us."""
    return is_one(path, data) or any(path.endswith(each.endings) and each.claims(data) for each in IMPORTERS)


def check_root(root: str, unsaved: Mapping[str, bytes], memory: FragmentMemory) -> Checked:
    """What is found below a folder, or in a file alone, with the texts of the editor in the place of files."""
    request = Request((root,) if os.path.lexists(root) else (), instead=unsaved)
    try:
        found = [examination(project, request, config) for project, config in projects(request, None, memory.read)]
    except SociableError as error:
        seen: dict[str, int] = {}
        problems = getattr(error, "problems", ())
        complaint = "" if problems else str(error)
        return Checked(tuple(finding_of(each, seen) for each in problems), root=root, complaint=complaint)
    return Checked(
        tuple(finding for each in found for finding in each.report.findings),
        {page.name: page for page in with_built_in(settings(request).rules).rules},
        tuple(each.project.setup for each in found),
        _Together([each.project.documents for each in found]),
        root,
        faults=tuple(fault for each in found for fault in each.report.faults),
    )


def found_by(rule: str, root: str, unsaved: Mapping[str, bytes], memory: FragmentMemory) -> tuple[Finding, ...]:
    """What one rule finds there, as ``check_root`` does. Raises as ``check`` does."""
    request = Request((root,) if os.path.lexists(root) else (), instead=unsaved, select=(rule,), preview=True)
    found = (examination(project, request, config) for project, config in projects(request, None, memory.copy().read))
    return tuple(finding for each in found for finding in each.report.findings)
