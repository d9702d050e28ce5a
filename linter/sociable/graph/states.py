"""The events on the way of a loop, and what leads from one to the next."""

from collections.abc import Iterable

from sociable.graph.reactions import Reaction
from sociable.records.record import Record


class Saying(Record):
    """The words in a text for which somebody waits; if it ``is_open``, there may be others."""

    words: frozenset[str]
    is_open: bool


class State(Record):
    """An event at an account of one class, by an account of another, and what is said in it.

    ``by`` and ``said`` are ``None`` where nobody cares. Where nobody is answered, ``by`` is the first of those who set
    off the same.
    """

    event: str
    at: int
    by: int | None
    said: Saying | None


class Firing:
    """A reaction that is set off, and all the states that can follow, whichever of those before it was the cause.

    Between many causes and many consequences it takes as many edges as there are of both, not each with each. Two
    are the same only if they are one.
    """

    __slots__ = ("after", "reaction")

    def __init__(self, reaction: Reaction, after: Iterable[State]) -> None:
        self.reaction = reaction
        self.after = tuple(after)


Node = State | Firing


class Edge(Record):
    """Because of ``before``, a reaction of the account where it happened is set off."""

    before: State
    firing: Firing

    @property
    def reaction(self) -> Reaction:
        return self.firing.reaction
