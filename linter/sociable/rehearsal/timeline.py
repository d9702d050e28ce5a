"""What a rehearsal gives: what happened, in order, and how it ended."""

from sociable.records.record import Record
from sociable.setup.model import Rate
from sociable.text.source import Span

ENDINGS = {
    "settles": "nothing more happens",
    "waits": "nothing more happens until a person of ours says yes",
    "repeats": "the same situation comes back, and with it everything that follows from it",
    "goes_on": "the same situation comes back with new messages, and with it everything that follows from it",
    "unfinished": "it was still going where the rehearsal was told to stop",
}

KINDS = {
    "does": "somebody does something",
    "skips": "an automation that could have acted does not; `reason` says why",
    "waits": "an automation waits for a person's yes before it goes on",
}


TAKEN = "taken to hold: "
"""Begins a note about what nobody knows, and what was played as if it were so."""

DEFAULT_ROUNDS = 10


class Start(Record):
    """What the stranger does, and the id of the account it is done to (empty: the first that hears it)."""

    event: str
    account: str = ""


class Happening(Record):
    """Something that happens, or that does not although people may expect it.

    ``number`` counts from 1; ``because`` is the number of what set it off, where 0 is the opening.
    ``time`` is in seconds from the opening. What one round sets off is the next ``round``. ``verb`` is
    empty where a whole automation does not run. ``notes`` are clauses: what was taken to hold, what
    held it back. ``others`` says that it goes on alike for the rest of a set. ``copied``: it is the
    stranger's copy of the automation that acts. ``rooms`` are the rooms by name in which it happens, in words.
    """

    number: int
    time: int
    round: int
    kind: str
    who: str
    verb: str
    whom: str
    audience: str
    text: str
    automation: str
    span: Span
    because: int
    reason: str = ""
    notes: tuple[str, ...] = ()
    others: bool = False
    copied: bool = False
    rooms: str = ""


class Slowest(Record):
    """The brake that lets a loop run no faster than ``rate``, and whose it is."""

    automation: str
    rate: Rate


class Again(Record):
    """An automation that took part and runs by itself time and again.

    ``every`` is its rhythm as its file says it, ``when`` the same in words with days and times of day; each is empty
    where no file says it.
    """

    automation: str
    every: str
    when: str


class Rehearsal(Record):
    """A rehearsal of ``event`` done to ``account`` (as it is shown) by ``stranger`` (empty: by nobody).

    ``repeats`` are two happenings after which the situation was the same, or the same but for what is
    new; 0 is the opening. ``slowest`` belongs to such a loop. ``rounds`` were played. ``again`` is
    what begins anew by itself after all of it has settled. ``cut_off``: it was too long to be played on.
    """

    event: str
    account: str
    stranger: str
    mirror: bool
    happenings: tuple[Happening, ...]
    ending: str
    repeats: tuple[int, int] | None
    slowest: Slowest | None
    rounds: int
    again: Again | None = None
    cut_off: bool = False
