"""Files and folders to one ``Project``: each file to a fragment by itself, then all fragments together."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from sociable.config.find import OWN_FILE
from sociable.config.finder import Finder
from sociable.documents.decode import decode
from sociable.documents.document import Document
from sociable.documents.yaml_tree import parse
from sociable.files.contents import (
    Contents,
    absolute,
    contents_of,
    is_or_is_below,
    read_contents,
    shown,
    too_large,
    unreadable,
    why_unreadable,
)
from sociable.files.discovery import Discovery
from sociable.findings.faults import ByItself, fault_of
from sociable.findings.problem import Problem
from sociable.findings.report import Coverage, Skipped
from sociable.readers import importers
from sociable.readers.automation_file.recognise import NO_LINE, read_none, refused
from sociable.readers.automation_file.whole_project import settled
from sociable.readers.context import ReadingContext
from sociable.readers.fragment import Fragment, Link, Note, OpenFact
from sociable.readers.importers import Importer
from sociable.records.record import Record
from sociable.records.static import Any, TypeAlias
from sociable.setup.model import NOTHING, Account, Setup
from sociable.text.source import Source, Span


class Documents(Mapping[str, Document]):
    """The documents of the files that were read, by path; each is parsed when somebody asks for it."""

    def __init__(self, fragments: Iterable[Fragment]) -> None:
        self._fragments = {fragment.source.path: fragment for fragment in fragments if fragment.importer}
        self._documents: dict[str, Document] = {}

    def __getitem__(self, path: str) -> Document:
        if path not in self._documents:
            fragment = self._fragments[path]
            importer = next(each for each in importers.IMPORTERS if each.name == fragment.importer)
            self._documents[path] = importer.parse(fragment.source)
        return self._documents[path]

    def let_go(self) -> None:
        """Forget what was parsed: a tree takes more than all else that is known of its file."""
        self._documents.clear()

    def __iter__(self) -> Iterator[str]:
        return iter(self._fragments)

    def __len__(self) -> int:
        return len(self._fragments)


_NO_SETUP = (OWN_FILE, ".pre-commit-config.yaml")
"""Files beside a setup that nobody takes for a part of it: only who names one is told that it is none."""

ReadOne: TypeAlias = Callable[[str, bool, Callable[[], Contents]], Fragment]
"""How one file is read, as ``read_file`` does."""


class Project(Record):
    """What was read together; ``files`` are the paths of the automation files, in the order they were read.

    ``coverage`` says of each file that another tool wrote how much was understood; ``open`` and ``links`` are what
    these files leave unsaid, and what they say of each other, ``notes`` what people wrote in them to us. ``speaking``
    are by path of a file those that state something of it. ``faults`` are mistakes of ours that kept a file from being
    read.
    """

    setup: Setup
    documents: Documents = Documents(())
    sources: tuple[Source, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    coverage: Mapping[str, Coverage] = NOTHING
    open: tuple[OpenFact, ...] = ()
    links: tuple[Link, ...] = ()
    faults: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    speaking: Mapping[str, Sequence[str]] = NOTHING

    def under(self, paths: Sequence[str]) -> set[str]:
        """The files, read or not, that are or lie below one of these paths."""
        tops = [absolute(path) for path in paths]
        files = {*self.files, *(problem.span.path for problem in self.problems)}
        return {file for file in files if any(is_or_is_below(absolute(file), top) for top in tops)}


class Waiting(Record):
    """A file that is to be read: its path for people, whether somebody named it, its size in bytes, and what is in it.

    ``contents`` raises ``OSError``.
    """

    shown: str
    named: bool
    size: int
    contents: Callable[[], Contents]


class Found(Record):
    """The files that are to be read, and what was met on the way to them."""

    files: tuple[Waiting, ...]
    problems: tuple[Problem, ...] = ()
    skipped: tuple[Skipped, ...] = ()


class Reading(Record):
    """What came of each file, and what was found on the way to them."""

    fragments: tuple[Fragment, ...]
    problems: tuple[Problem, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def parted(self, by: Callable[[str], str]) -> "dict[str, Reading]":
        """Part by part, as a function tells of each path; the parts come in the order of their first paths."""
        parts: dict[str, tuple[list[Fragment], list[Problem], list[Skipped]]] = {}
        found = (
            *((each.source.path, 0, each) for each in self.fragments),
            *((each.span.path, 1, each) for each in self.problems),
            *((each.path, 2, each) for each in self.skipped),
        )
        for path, sort, each in found:
            part: Any = parts.setdefault(by(path), ([], [], []))
            part[sort].append(each)
        return {name: Reading(tuple(read), tuple(wrong), tuple(left)) for name, (read, wrong, left) in parts.items()}


def load(
    paths: Sequence[str],
    *,
    stdin: tuple[str, bytes] | None = None,
    progress: Callable[[int, int], None] | None = None,
    chosen: bool = True,
    read_as: str = "",
) -> Project:
    """Read files, folders, and what came in by ``stdin`` under a name, all into one project.

    Configurations leave out what they do of a check. Raises ``NoSuchPath`` and ``BadConfig``.
    """
    found = find(paths, stdin=stdin, chosen=chosen, left_out=Finder(paths).why_left_out)
    return together(*read(found, progress, read_as=read_as))


def find(
    paths: Sequence[str],
    *,
    stdin: tuple[str, bytes] | None = None,
    chosen: bool = True,
    left_out: Callable[[str], str] = lambda path: "",
    instead: Mapping[str, bytes] = NOTHING,
    leads_to: Callable[[str], str] | None = None,
) -> Found:
    """Which files are to be read, of files, folders, and what came in by ``stdin`` under a name.

    What comes in by ``stdin`` stands for the file of that name, as when an editor sends what is not saved yet.
    Files that are ``chosen`` by name are taken to be automation files; those that a hook hands over may
    be anything. Nothing depends on the order of ``paths``: files are taken in the order of the paths that are
    shown. ``left_out`` says why a file that nobody named is not read, or nothing. ``instead`` are bytes by path that
    stand for what these files hold, or that have no file yet. ``leads_to`` gives the path of what stands for a file
    that says what is left out. Raises ``NoSuchPath``.
    """
    discovery = Discovery(paths, importers.endings(), leads_to)
    candidates = [each for each in discovery.candidates if each.named or os.path.basename(each.path) not in _NO_SETUP]
    reasons = {each.shown: left_out(each.path) for each in candidates if not each.named}
    skipped = [Skipped(path, reason) for path, reason in reasons.items() if reason]
    found = [each for each in candidates if not reasons.get(each.shown)]
    waiting = {
        each.shown: Waiting(each.shown, each.named and chosen, each.size, partial(read_contents, each.path))
        for each in found
    }
    if stdin is not None:
        waiting[shown(stdin[0])] = _held(shown(stdin[0]), True, stdin[1])
    for path, data in instead.items():
        name = shown(path)
        if name in waiting or not (left_out(path) or os.path.lexists(path)):
            named = waiting[name].named if name in waiting else False
            waiting[name] = _held(name, named, data)
    files = tuple(waiting[name] for name in sorted(waiting))
    return Found(files, tuple(discovery.problems), (*discovery.skipped, *skipped))


def _held(name: str, named: bool, data: bytes) -> Waiting:
    return Waiting(name, named, len(data), partial(contents_of, data))


def read(
    found: Found,
    progress: Callable[[int, int], None] | None = None,
    reading: ReadOne | None = None,
    read_as: str = "",
) -> Reading:
    """Read files, each by itself; ``progress`` is told after each how many are done, and of how many.

    A file that cannot be read is a problem, and never keeps the others from being read. ``read_as`` is the format of
    another tool that files named by name are in, whatever they look like. ``reading`` reads one file in another way
    than ``read_file``.
    """
    read_one = reading or partial(_read_as_said, read_as)
    fragments = []
    for done, (name, named, _, contents) in enumerate(found.files, 1):
        fragments.append(read_one(name, named, contents))
        if progress is not None:
            progress(done, len(found.files))
    return Reading(tuple(fragments), found.problems, found.skipped)


def read_text(path: str, text: str) -> Project:
    """Read a text as if it were the file at ``path``."""
    data = text.encode("utf-8", "surrogatepass")
    return together([read_file(path, True, partial(contents_of, data))])


def _read_as_said(read_as: str, name: str, named: bool, contents: Callable[[], Contents]) -> Fragment:
    return read_file(name, named, contents, read_as if named else "")


def read_file(name: str, named: bool, contents: Callable[[], Contents], read_as: str = "") -> Fragment:
    """Read one file, whatever it does to us. Somebody ``named`` it, or it only lay in a folder."""
    try:
        return _read_contents(name, named, contents(), read_as)
    except OSError as error:
        return _unread(unreadable(name, *why_unreadable(error, error.filename or name)))
    except Exception as error:  # noqa: BLE001 - whatever one file does to us, the others are still read
        return _failed(name, fault_of(f"reading {name}", error))


def together(
    fragments: Sequence[Fragment], problems: Iterable[Problem] = (), skipped: Iterable[Skipped] = ()
) -> Project:
    """Put together what came of files in the order of their paths; ``problems`` and ``skipped`` are put between."""
    documents = Documents(fragments)
    faults = [fault for each in fragments for fault in each.faults]
    fragments, misnamed, speaking = _with_companions(_joined(fragments, documents, faults))
    fragments = _with_accounts_apart(fragments)
    setup, unsettled = settled(
        Setup(
            tuple(_accounts(fragments)),
            tuple(automation for each in fragments for automation in each.automations),
            tuple(listed for each in fragments for listed in each.lists),
            tuple(place for each in fragments for place in each.places),
            files=tuple((each.source, each.coverage.read_as and each.importer) for each in fragments if each.importer),
        )
    )
    problems = [*problems, *(problem for each in fragments for problem in each.problems), *misnamed, *unsettled]
    if problems:
        setup = setup._replace(is_whole=False)
    skipped = [*skipped, *(left for each in fragments for left in each.skipped)]
    return Project(
        setup=setup,
        documents=documents,
        sources=tuple(each.source for each in fragments if each.importer),
        problems=tuple(sorted(problems, key=lambda each: each.span.path)),
        files=tuple(each.source.path for each in fragments if each.importer),
        skipped=tuple(sorted(skipped, key=lambda each: each.path)),
        coverage={each.source.path: each.coverage for each in fragments if each.coverage.read_as},
        open=tuple(fact for each in fragments for fact in each.open),
        links=tuple(link for each in fragments for link in each.links),
        faults=tuple(faults),
        notes=tuple(note for each in fragments for note in each.notes),
        speaking=speaking,
    )


def _joined(fragments: Sequence[Fragment], documents: Documents, faults: list[str]) -> list[Fragment]:
    """Read those files together of which one runs what stands in another: only together they say what happens.

    Where a mistake of ours keeps us from that, they stay as each was read by itself.
    """
    joined = {fragment.source.path: fragment for fragment in fragments}
    for importer in importers.IMPORTERS:
        linked = _linked([each for each in fragments if each.importer == importer.name]) if importer.together else []
        if importer.together is not None and linked:
            paths = [each.source.path for each in linked]
            with ByItself(_reading(importer, f"{', '.join(paths)} together"), faults):
                joined |= {each.source.path: each for each in importer.together([documents[path] for path in paths])}
    return [joined[fragment.source.path] for fragment in fragments]


def _with_companions(fragments: list[Fragment]) -> "tuple[list[Fragment], list[Problem], Mapping[str, list[str]]]":
    """The fragments with what files of ours state of them, what of that names nothing, and which files do so.

    Few projects have any.
    """
    if not any(each.companions for each in fragments):
        return fragments, [], NOTHING
    from sociable.project.companions import with_companions

    return with_companions(fragments)


def _with_accounts_apart(fragments: list[Fragment]) -> list[Fragment]:
    """The fragments, in which no account of other tools is called like another one. Few projects have any such."""
    origins = {(each.origin.importer, each.origin.id) for fragment in fragments for each in fragment.accounts}
    if len(origins) < 2:
        return fragments
    from sociable.project.same_names import told_apart, with_keys_apart

    return told_apart(with_keys_apart(fragments))


def _linked(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Those of a format's fragments that run what another one holds, and those that hold it."""
    holds: dict[str, Fragment] = {}
    for fragment in fragments:
        for automation in fragment.automations:
            if automation.origin.within is not None and automation.origin.within.id:
                holds[automation.origin.within.id] = fragment
    found: dict[str, Fragment] = {}
    for fragment in fragments:
        for link in fragment.links:
            other = holds.get(link.to) if link.kind == "runs" else None
            if other is not None and other is not fragment:
                found |= {each.source.path: each for each in (fragment, other)}
    return list(found.values())


def _accounts(fragments: Iterable[Fragment]) -> Iterator[Account]:
    """All accounts; what another tool calls by one name in several files is one account.

    It has the handle that they tell, if that is one.
    """
    handles: dict[tuple[str, str], set[str]] = {}
    for account in (each for fragment in fragments for each in fragment.accounts):
        handles.setdefault((account.origin.importer, account.id.name), set()).add(account.handle)
    for account in (each for fragment in fragments for each in fragment.accounts):
        if not account.origin.importer:
            yield account
        elif told := handles.pop((account.origin.importer, account.id.name), None):
            known = told - {""}
            yield account._replace(handle=known.pop() if len(known) == 1 else "")


def _unread(problem: Problem) -> Fragment:
    return Fragment(problem.span.source, problems=(problem,))


def _failed(name: str, fault: str) -> Fragment:
    message = "a mistake of ours kept this file from being read"
    return _unread(unreadable(name, message, "Please report it."))._replace(faults=(fault,))


def _reading(importer: Importer, what: str) -> str:
    return f"the importer `{importer.name}` on {what}"


def _read_contents(name: str, named: bool, contents: Contents, read_as: str) -> Fragment:
    faults: list[str] = []
    fragment = _by_an_importer(name, named, contents, read_as, faults)
    if fragment.importer or not faults:
        return fragment._replace(faults=tuple(faults)) if faults else fragment
    return _failed(name, faults[0])._replace(faults=tuple(faults))


def _by_an_importer(name: str, named: bool, contents: Contents, read_as: str, faults: list[str]) -> Fragment:
    """What the first makes of a file that recognises it; one that fails is noted, and the others are asked."""
    claiming = []
    for importer in importers.IMPORTERS:
        with ByItself(_reading(importer, name), faults):
            claiming += [importer] if importer.name == read_as or importer.claims(contents.data) else []
    if not claiming and not named:
        return Fragment(Source(name, ""), skipped=(Skipped(name, NO_LINE),))
    if not contents.whole:
        return refused(too_large(name), named, contents.data.decode("latin-1"))
    source = decode(name, contents.data)
    if isinstance(source, Problem):
        return refused(source, named, source.span.source.text)
    if read_as:
        return _read_as(next(each for each in claiming if each.name == read_as), source)
    documents: dict[object, Document] = {}  # by how they are parsed
    for importer in claiming:
        with ByItself(_reading(importer, name), faults):
            document = documents[importer.parse] = documents.get(importer.parse) or importer.parse(source)
            if importer.recognises(document):
                return importer.read(document)
    return read_none(documents.get(parse) or parse(source), named)


def _read_as(importer: importers.Importer, source: Source) -> Fragment:
    """Read a file in the format that somebody says it has."""
    document = importer.parse(source)
    if importer.takes(document):
        return importer.read(document)
    context = ReadingContext(source)
    context.say_defects(document.defects)
    message = f"nothing here can be read as `{importer.name}`"
    context.say(Span(source, 0, 0), message, "docs/importers.md says what such a file has in it.")
    return Fragment(source, problems=tuple(context.told()))
