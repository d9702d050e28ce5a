"""Files and folders to one ``Setup``."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from sociable.documents.decode import decode
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
from sociable.findings.report import Skipped
from sociable.readers.automation_file.marker import has_marker
from sociable.readers.automation_file.recognise import (
    NO_LINE,
    may_be_meant,
    read_documents,
    refused,
    say_what_lacks_marker,
    why_not,
)
from sociable.readers.context import ReadingContext
from sociable.readers.fragment import Fragment
from sociable.setup.model import Setup


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
    be anything. Nothing depends on the order of ``paths``: files are taken in the order of the paths that are
    shown. ``progress`` is told after each file how many are done, and of how many. Raises ``NoSuchPath``.
    """
    discovery = Discovery(paths)
    found = discovery.candidates
    waiting = [(each.shown, each.named and chosen, partial(read_contents, each.path)) for each in found]
    if stdin is not None:
        name, data = shown(stdin[0]), stdin[1]
        waiting = [each for each in waiting if each[0] != name]
        waiting.append((name, True, partial(contents_of, data)))
        waiting.sort(key=lambda each: each[0])
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


def _read_file(name: str, named: bool, contents: Callable[[], Contents]) -> Fragment:
    try:
        return _read_contents(name, named, contents())
    except OSError as error:
        return Fragment(name, problems=[unreadable(name, *why_unreadable(error, error.filename or name))])
    except Exception as error:  # noqa: BLE001 - whatever one file does to us, the others are still read
        message = f"reading it stopped at an internal error ({type(error).__name__})"
        return Fragment(
            name, problems=[unreadable(name, message, "This is a mistake in the linter; please report it.")]
        )


def _read_contents(name: str, named: bool, contents: Contents) -> Fragment:
    if not named and not may_be_meant(contents.data):
        return Fragment(name, skipped=[Skipped(name, NO_LINE)])
    if not contents.whole:
        return refused(too_large(name), named, contents.data.decode("latin-1"))
    source = decode(name, contents.data)
    if isinstance(source, Problem):
        return refused(source, named, source.span.source.text)
    context = ReadingContext(source)
    documents = parse(context)
    others = say_what_lacks_marker(context, documents, named)
    if not any(map(has_marker, documents)):
        if len(others) < len(documents):
            return Fragment(name, problems=context.told())
        broken = next((problem for problem in context.problems if problem.rule == "broken-yaml"), None)
        if broken is not None:
            return refused(broken, named, source.text)
        return Fragment(name, skipped=[Skipped(name, why_not(documents[0]) if documents else "the file is empty")])
    return read_documents(context, others)


def _together(files: list[Fragment], problems: list[Problem], skipped: list[Skipped]) -> Reading:
    """Put together what came of files in the order of their paths; ``problems`` and ``skipped`` are put between."""
    problems = [*problems, *(problem for file in files for problem in file.problems)]
    skipped = [*skipped, *(each for file in files for each in file.skipped)]
    return Reading(
        Setup(
            tuple(account for file in files for account in file.accounts),
            tuple(automation for file in files for automation in file.automations),
        ),
        tuple(sorted(problems, key=lambda each: each.span.path)),
        tuple(file.name for file in files if file.documents),
        tuple(sorted(skipped, key=lambda each: each.path)),
    )
