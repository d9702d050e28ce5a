"""Files and folders to one ``Setup``."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from linter.findings import Problem, Skipped
from linter.model import Account, Automation, Setup
from linter.reading.context import Context
from linter.reading.decode import codec_of, decode
from linter.reading.discovery import Discovery
from linter.reading.documents import read_document
from linter.reading.files import (
    Contents,
    contents_of,
    is_or_is_below,
    read_contents,
    shown,
    too_large,
    unreadable,
    why_unreadable,
)
from linter.reading.format import FORMAT_VERSION
from linter.reading.marker import MARKER, claims, has_marker, may_be_misspelt, misspelt, seems_ours
from linter.reading.nodes import Mapping, Node
from linter.reading.tree import parse
from linter.reading.words import short

_NO_LINE = "no `sociable:` line"
_FIRST_LINE = f"{MARKER}: {FORMAT_VERSION}"


class Reading(NamedTuple):
    """What was read together; ``files`` are the paths of the automation files."""

    setup: Setup
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]

    def under(self, paths: Sequence[str]) -> set[str]:
        """The files, read or not, that are or lie below one of these paths."""
        tops = [os.path.abspath(path) for path in paths]
        files = {*self.files, *(problem.span.path for problem in self.problems)}
        return {file for file in files if any(is_or_is_below(os.path.abspath(file), top) for top in tops)}


def read(
    paths: Sequence[str],
    *,
    stdin: tuple[str, bytes] | None = None,
    progress: Callable[[int, int], None] | None = None,
    chosen: bool = True,
) -> Reading:
    """Read files, folders, and what came in by ``stdin`` under a name, all into one setup.

    A file that cannot be read is a problem, and never keeps the others from being read. What comes
    in by ``stdin`` stands for the file of that name, as when an editor sends what is not saved yet.
    Files that are ``chosen`` by name are taken to be automation files; those that a hook hands over may
    be anything. ``progress`` is told after each file how many are done, and of how many. Raises ``NoSuchPath``.
    """
    discovery = Discovery(paths)
    found = discovery.candidates
    waiting = [(each.shown, each.named and chosen, partial(read_contents, each.path)) for each in found]
    if stdin is not None:
        name, data = shown(stdin[0]), stdin[1]
        waiting = [each for each in waiting if each[0] != name]
        waiting.append((name, True, partial(contents_of, data)))
    files = []
    for done, (name, named, contents) in enumerate(waiting, 1):
        files.append(_read_file(name, named, contents))
        if progress is not None:
            progress(done, len(waiting))
    return _together(files, discovery.problems, discovery.skipped)


def read_text(path: str, text: str) -> Reading:
    """Read a text as if it were the file at ``path``."""
    data = text.encode("utf-8", "surrogatepass")
    return _together([_read_file(path, True, partial(contents_of, data))], [], [])


class _File(NamedTuple):
    """What came of one file; ``documents`` counts those that say ``sociable:``."""

    name: str
    accounts: Sequence[Account] = ()
    automations: Sequence[Automation] = ()
    problems: Sequence[Problem] = ()
    skipped: Sequence[Skipped] = ()
    documents: int = 0


def _read_file(name: str, named: bool, contents: Callable[[], Contents]) -> _File:
    try:
        return _read_contents(name, named, contents())
    except OSError as error:
        return _File(name, problems=[unreadable(name, *why_unreadable(error, error.filename or name))])
    except Exception as error:  # noqa: BLE001 - whatever one file does to us, the others are still read
        message = f"reading it stopped at an internal error ({type(error).__name__})"
        return _File(name, problems=[unreadable(name, message, "This is a mistake in the linter; please report it.")])


def _read_contents(name: str, named: bool, contents: Contents) -> _File:
    if not named and not _may_be_meant(contents.data):
        return _File(name, skipped=[Skipped(name, _NO_LINE)])
    if not contents.whole:
        return _refused(too_large(name), named, contents.data.decode("latin-1"))
    source = decode(name, contents.data)
    if isinstance(source, Problem):
        return _refused(source, named, source.span.source.text)
    context = Context(source)
    documents = parse(context)
    others = _say_what_lacks_marker(context, documents, named)
    if not any(map(has_marker, documents)):
        if len(others) < len(documents):
            return _File(name, problems=context.told())
        broken = next((problem for problem in context.problems if problem.rule == "broken-yaml"), None)
        if broken is not None:
            return _refused(broken, named, source.text)
        return _File(name, skipped=[Skipped(name, _why_not(documents[0]) if documents else "the file is empty")])
    return _read_documents(context, others)


def _refused(problem: Problem, named: bool, text: str) -> _File:
    """Tell a problem only about files that were named, or that are meant to be automation files."""
    name = problem.span.path
    if named or claims(text):
        return _File(name, problems=[problem])
    return _File(name, skipped=[Skipped(name, f"{_NO_LINE}, and {problem.message}")])


def _read_documents(context: Context, documents: list[Node]) -> _File:
    accounts: list[Account] = []
    automations: list[Automation] = []
    skipped: list[Skipped] = []
    name = context.source.path
    for document in documents:
        if has_marker(document):
            more_accounts, more_automations = read_document(context, document)
            accounts += more_accounts
            automations += more_automations
        else:
            line = context.span(document).line
            skipped.append(Skipped(name, f"the document at line {line} has {_why_not(document)}"))
    return _File(name, accounts, automations, context.told(), skipped, len(documents) - len(skipped))


def _may_be_meant(data: bytes) -> bool:
    return MARKER.encode(codec_of(data)[0]) in data or may_be_misspelt(data)


def _say_what_lacks_marker(context: Context, documents: list[Node], named: bool) -> list[Node]:
    """Tell of documents that are left out only because the marker is misspelt or was forgotten; give the others.

    Without any, a document has to look like ours, and to be in a file that was named or has another one of ours.
    """
    expected = named or any(map(has_marker, documents))
    others = []
    for document in documents:
        key = None if has_marker(document) else misspelt(document)
        if key is not None:
            message = f"`{short(key.value)}:` is not `{MARKER}:`, and without that nothing here is read"
            context.say(context.span(key), message, f"Write `{_FIRST_LINE}`.")
        elif expected and not has_marker(document) and seems_ours(document):
            first = next(iter(document.entries.values()))[0]
            message = f"nothing here is read, because `{_FIRST_LINE}` is missing"
            advice = f"Write `{_FIRST_LINE}` as the first line of each document, also after `---`."
            context.say(context.span(first), message, advice)
        else:
            others.append(document)
    return others


def _why_not(document: Node) -> str:
    if type(document) is Mapping and document.entries.keys() & {"accounts", "automations"}:
        return "no `sociable: 1` at the top"
    return _NO_LINE


def _together(files: list[_File], problems: list[Problem], skipped: list[Skipped]) -> Reading:
    return Reading(
        Setup(
            tuple(account for file in files for account in file.accounts),
            tuple(automation for file in files for automation in file.automations),
        ),
        (*problems, *(problem for file in files for problem in file.problems)),
        tuple(file.name for file in files if file.documents),
        (*skipped, *(each for file in files for each in file.skipped)),
    )
