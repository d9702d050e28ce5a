"""What stands in the index of the reports for several clients: for whoever reviews."""

from collections.abc import Mapping

from sociable.client_report.content.content_of_check import Counted, Gone, Stamp
from sociable.client_report.content.content_of_report import Gravity
from sociable.records.record import Record
from sociable.setup.model import NOTHING


class Changes(Record):
    """How much is new, graver, milder, accepted, open again, as it was and gone since, and where each number leads."""

    new: int
    worse: int
    better: int
    accepted: int
    reopened: int
    kept: int
    gone: int
    anchors: Mapping[str, str]


class GoneFrom(Record):
    """What is gone that no client's report tells, of whom, and what became of everything of these."""

    name: str
    anchor: str
    gone: tuple[Gone, ...]
    changes: Changes


class ClientTotals(Record):
    """A line of the index: a client, the file of its report, and how much stands in it.

    What was found counts once, as ``Counted`` has it. ``anchors`` say by columns where in that file it stands; without
    one it is where all of that kind do. ``changes`` compare it with the last report.
    """

    name: str
    file: str
    accounts: int
    automations: int
    error: int
    at_once: int
    pressing: int
    warning: int
    info: int
    off: int
    kept: int
    crossings: int
    questions: int
    anchors: Mapping[str, str] = NOTHING
    changes: Changes | None = None


class IndexSince(Record):
    """What changed ``beyond`` today's clients: between them, of what is no client's, and of clients that are gone."""

    date: str
    by_baseline: bool
    beyond: tuple[GoneFrom, ...]


class Index(Record):
    """All clients, with totals, and what was found between them: for whoever reviews, and for no client.

    ``of_nobody`` counts what belongs to no client (nothing if all belongs to some), ``nobodys`` tells what was found
    there and ``counted`` where numbers of it lead, ``unassigned`` names the accounts.
    """

    title: str
    stamp: Stamp
    clients: tuple[ClientTotals, ...]
    total: ClientTotals
    of_nobody: ClientTotals | None
    between: tuple[Gravity, ...]
    nobodys: tuple[Gravity, ...]
    counted: tuple[Counted, ...]
    unassigned: tuple[str, ...]
    since: IndexSince | None
