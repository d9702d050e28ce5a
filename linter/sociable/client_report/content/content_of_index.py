"""What stands in the index of the reports for several clients: for whoever reviews."""

from sociable.client_report.content.content_of_check import Gone, Stamp
from sociable.client_report.content.content_of_report import Gravity
from sociable.records.record import Record


class Changes(Record):
    """How much is new, graver, milder, as it was and gone since the last report."""

    new: int
    worse: int
    better: int
    kept: int
    gone: int


class ClientTotals(Record):
    """A line of the index: a client, the file of its report, and how much stands in it.

    ``crossed`` are the severities of which everything found also touches other clients. ``changes`` compare it with
    the last report.
    """

    name: str
    file: str
    accounts: int
    automations: int
    error: int
    warning: int
    info: int
    crossings: int
    questions: int
    crossed: tuple[str, ...] = ()
    changes: Changes | None = None


class IndexSince(Record):
    """What changed ``between`` clients and of what is no client's, and all of it that is ``gone``; as in ``Since``."""

    date: str
    by_baseline: bool
    between: Changes
    nobodys: Changes
    gone: tuple[Gone, ...]


class Index(Record):
    """All clients, with totals, and what was found between them: for whoever reviews, and for no client.

    ``of_nobody`` counts what belongs to no client (nothing if all belongs to some), ``nobodys`` tells what was found
    there, ``unassigned`` names the accounts.
    """

    title: str
    stamp: Stamp
    clients: tuple[ClientTotals, ...]
    total: ClientTotals
    of_nobody: ClientTotals | None
    between: tuple[Gravity, ...]
    nobodys: tuple[Gravity, ...]
    unassigned: tuple[str, ...]
    since: IndexSince | None
