"""What stands in the index of the reports for several clients: for whoever reviews."""

from sociable.client_report.content import Gravity
from sociable.client_report.content_of_check import Stamp
from sociable.records.record import Record


class ClientTotals(Record):
    """A line of the index: a client, the file of its report, and how much stands in it.

    ``crossed`` are the severities of which everything found also touches other clients.
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


class Index(Record):
    """All clients, with totals, and what was found between them: for whoever reviews, and for no client."""

    title: str
    stamp: Stamp
    clients: tuple[ClientTotals, ...]
    total: ClientTotals
    between: tuple[Gravity, ...]
    unassigned: tuple[str, ...]
