"""What came of one file."""

from sociable.findings.problem import Problem
from sociable.findings.report import Coverage, Skipped
from sociable.records.record import Record
from sociable.setup.model import Account, Automation, PeopleList, Place
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
