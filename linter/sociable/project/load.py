"""Files and folders to one ``Project``: each file to a fragment by itself, then all fragments together."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sociable.config.finder import Finder
from sociable.documents.decode import decode
from sociable.documents.document import Document
from sociable.documents.yaml_tree import parse
from sociable.files.contents import (
    Contents,
    contents_of,
    is_or_is_below,
    read_contents,
    shown,
    too_large,
    unreadable,
    why_unreadable,
)
from sociable.files.discovery import Discovery
from sociable.findings.problem import Problem
from sociable.findings.report import Coverage, Skipped
from sociable.readers import importers
from sociable.readers.automation_file.recognise import NO_LINE, read_none, refused
from sociable.readers.automation_file.whole_project import settled
from sociable.readers.fragment import Fragment, Link, OpenFact
from sociable.records.record import Record
from sociable.setup.model import NOTHING, Account, Setup
from sociable.text.source import Source


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

    def __iter__(self) -> Iterator[str]:
        return iter(self._fragments)

    def __len__(self) -> int:
        return len(self._fragments)


class Project(Record):
    """What was read together; ``files`` are the paths of the automation files, in the order they were read.

    ``coverage`` says of each file that another tool wrote how much was understood; ``open`` and ``links`` are what
    these files leave unsaid, and what they say of each other.
    """

    setup: Setup
    documents: Mapping[str, Document] = NOTHING
    sources: tuple[Source, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    coverage: Mapping[str, Coverage] = NOTHING
    open: tuple[OpenFact, ...] = ()
    links: tuple[Link, ...] = ()

    def under(self, paths: Sequence[str]) -> set[str]:
        """The files, read or not, that are or lie below one of these paths."""
        tops = [os.path.abspath(path) for path in paths]
        files = {*self.files, *(problem.span.path for problem in self.problems)}
        return {file for file in files if any(is_or_is_below(os.path.abspath(file), top) for top in tops)}


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
) -> Project:
    """Read files, folders, and what came in by ``stdin`` under a name, all into one project.

    Configurations leave out what they do of a check. Raises ``NoSuchPath`` and ``BadConfig``.
    """
    found = find(paths, stdin=stdin, chosen=chosen, left_out=Finder(paths).why_left_out)
    return together(*read(found, progress))


def find(
    paths: Sequence[str],
    *,
    stdin: tuple[str, bytes] | None = None,
    chosen: bool = True,
    left_out: Callable[[str], str] = lambda path: "",
) -> Found:
    """Which files are to be read, of files, folders, and what came in by ``stdin`` under a name.

    What comes in by ``stdin`` stands for the file of that name, as when an editor sends what is not saved yet.
    Files that are ``chosen`` by name are taken to be automation files; those that a hook hands over may
    be anything. Nothing depends on the order of ``paths``: files are taken in the order of the paths that are
    shown. ``left_out`` says why a file that nobody named is not read, or nothing. Raises ``NoSuchPath``.
    """
    endings = tuple(dict.fromkeys(ending for importer in importers.IMPORTERS for ending in importer.endings))
    discovery = Discovery(paths, endings)
    reasons = {each.shown: left_out(each.path) for each in discovery.candidates if not each.named}
    skipped = [Skipped(path, reason) for path, reason in reasons.items() if reason]
    found = [each for each in discovery.candidates if not reasons.get(each.shown)]
    files = [Waiting(each.shown, each.named and chosen, each.size, partial(read_contents, each.path)) for each in found]
    if stdin is not None:
        name, data = shown(stdin[0]), stdin[1]
        files = [each for each in files if each.shown != name]
        files.append(Waiting(name, True, len(data), partial(contents_of, data)))
        files.sort(key=lambda each: each.shown)
    return Found(tuple(files), tuple(discovery.problems), (*discovery.skipped, *skipped))


def read(found: Found, progress: Callable[[int, int], None] | None = None) -> Reading:
    """Read files, each by itself; ``progress`` is told after each how many are done, and of how many.

    A file that cannot be read is a problem, and never keeps the others from being read.
    """
    fragments = []
    for done, (name, named, _, contents) in enumerate(found.files, 1):
        fragments.append(read_file(name, named, contents))
        if progress is not None:
            progress(done, len(found.files))
    return Reading(tuple(fragments), found.problems, found.skipped)


def read_text(path: str, text: str) -> Project:
    """Read a text as if it were the file at ``path``."""
    data = text.encode("utf-8", "surrogatepass")
    return together([read_file(path, True, partial(contents_of, data))])


def read_file(name: str, named: bool, contents: Callable[[], Contents]) -> Fragment:
    """Read one file, whatever it does to us. Somebody ``named`` it, or it only lay in a folder."""
    try:
        return _read_contents(name, named, contents())
    except OSError as error:
        return _unread(unreadable(name, *why_unreadable(error, error.filename or name)))
    except Exception as error:  # noqa: BLE001 - whatever one file does to us, the others are still read
        message = f"reading it stopped at an internal error ({type(error).__name__})"
        return _unread(unreadable(name, message, "This is a mistake in the linter; please report it."))


def together(
    fragments: Sequence[Fragment], problems: Iterable[Problem] = (), skipped: Iterable[Skipped] = ()
) -> Project:
    """Put together what came of files in the order of their paths; ``problems`` and ``skipped`` are put between."""
    documents = Documents(fragments)
    fragments = _joined(fragments, documents)
    setup, unsettled = settled(
        Setup(
            tuple(_accounts(fragments)),
            tuple(automation for each in fragments for automation in each.automations),
            tuple(listed for each in fragments for listed in each.lists),
            tuple(place for each in fragments for place in each.places),
        )
    )
    problems = [*problems, *(problem for each in fragments for problem in each.problems), *unsettled]
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
    )


def _joined(fragments: Sequence[Fragment], documents: Documents) -> list[Fragment]:
    """Read those files together of which one runs what stands in another: only together they say what happens."""
    joined = {fragment.source.path: fragment for fragment in fragments}
    for importer in importers.IMPORTERS:
        linked = _linked([each for each in fragments if each.importer == importer.name]) if importer.together else []
        if importer.together is not None and linked:
            for fragment in importer.together([documents[each.source.path] for each in linked]):
                joined[fragment.source.path] = fragment
    return [joined[fragment.source.path] for fragment in fragments]


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
    """All accounts; what another tool calls by one name in several files is one account."""
    seen: set[tuple[str, str]] = set()
    for fragment in fragments:
        for account in fragment.accounts:
            key = (account.origin.importer, account.id.name)
            if not key[0] or key not in seen:
                seen.add(key)
                yield account


def _unread(problem: Problem) -> Fragment:
    return Fragment(problem.span.source, problems=(problem,))


def _read_contents(name: str, named: bool, contents: Contents) -> Fragment:
    claiming = [each for each in importers.IMPORTERS if each.claims(contents.data)]
    if not claiming and not named:
        return Fragment(Source(name, ""), skipped=(Skipped(name, NO_LINE),))
    if not contents.whole:
        return refused(too_large(name), named, contents.data.decode("latin-1"))
    source = decode(name, contents.data)
    if isinstance(source, Problem):
        return refused(source, named, source.span.source.text)
    documents: dict[object, Document] = {}  # by how they are parsed
    for importer in claiming:
        document = documents[importer.parse] = documents.get(importer.parse) or importer.parse(source)
        if importer.recognises(document):
            return importer.read(document)
    return read_none(documents.get(parse) or parse(source), named)
