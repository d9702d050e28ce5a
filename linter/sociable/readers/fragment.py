"""What came of one file."""

from sociable.findings.problem import Problem
from sociable.findings.report import Coverage, Skipped
from sociable.records.record import Record
from sociable.setup.model import Account, Automation, Named, PeopleList, Place
from sociable.text.source import Source, Span

LINKS = {
    "runs": "the automation runs another one as a part of itself",
    "on-error": "the automation is run when another one fails",
    "shares-table": "both use the same table",
}


class OpenFact(Record):
    """A fact that matters and that the file does not give: ``what`` it is, ``why`` it is not known, and where."""

    what: str
    why: str
    span: Span


class Link(Record):
    """One of ``LINKS`` from a part of this file to what another file of the same tool calls ``to``."""

    kind: str
    to: str
    span: Span


class Companion(Record):
    """What a file of ours states about files of other tools, which cannot hold it.

    ``files`` are patterns of paths, seen from the folder of this file; none: all in that folder and below. By names
    of the tool, ``accounts`` tells which of ours one is, and ``lists`` which of our lists a table; ``approved`` names
    the parts of which a person approves every run.
    """

    span: Span
    files: tuple[Named, ...] = ()
    accounts: tuple[tuple[Named, Named], ...] = ()
    approved: tuple[Named, ...] = ()
    lists: tuple[tuple[Named, Named], ...] = ()


class Note(Record):
    """What somebody wrote beside a part in the tool, which stands at ``span``; the part itself is ``about``."""

    text: str
    span: Span
    about: Span


class Fragment(Record):
    """What one importer made of one file: plain data, all of whose places lie in ``source``.

    ``importer`` is the name of the one that recognised the file, empty if none did: then there are only problems,
    or a reason why it was skipped. ``faults`` are mistakes of ours that kept an importer from reading it.
    """

    source: Source
    importer: str = ""
    accounts: tuple[Account, ...] = ()
    automations: tuple[Automation, ...] = ()
    lists: tuple[PeopleList, ...] = ()
    places: tuple[Place, ...] = ()
    problems: tuple[Problem, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    coverage: Coverage = Coverage()
    open: tuple[OpenFact, ...] = ()
    links: tuple[Link, ...] = ()
    faults: tuple[str, ...] = ()
    companions: tuple[Companion, ...] = ()
    notes: tuple[Note, ...] = ()
