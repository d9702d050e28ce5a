"""Which indexes find the things for which a condition can hold."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sociable.language.syntax_nodes import Path
from sociable.language.types import Get, Kinds, Type
from sociable.records.record import Record

if TYPE_CHECKING:
    from sociable.language.protocols import Things

MOST_WAYS = 12


class Lookup(Record):
    """An index of things of a ``kind`` by the words at a path from them, and those words that are wanted.

    ``several``: there is a set of words at the path. ``up`` leads from what is found to what it belongs to, if that
    is wanted.
    """

    kind: str
    names: tuple[str, ...]
    get: Get
    several: bool
    words: tuple[str, ...]
    up: Callable[[Any], Any] | None = None

    def found(self, things: "Things") -> list[Sequence[Any]]:
        """The things with each of the words."""
        index = things.index(self.kind, self.names, self.get, several=self.several)
        return [index[word] for word in self.words if word in index]


Way = tuple[Lookup, ...]
"""Whatever a condition can hold for is found by one of these."""


class Lookups(Record):
    """Ways to find all things that a variable can stand for; each finds them all, and others too."""

    variable: str
    kind: str
    kinds: Kinds

    def at(self, path: Path, words: Iterable[str]) -> list[Way]:
        """What has one of these words at a path."""
        names = path.names[1:]
        if path.names[0] != self.variable or not self._is_indexed(names):
            return []
        get, kind = self.kinds.follow(names, Type(self.kind))
        return [(Lookup(self.kind, names, get, kind.name == "set", tuple(sorted(words))),)]

    def _is_indexed(self, names: tuple[str, ...]) -> bool:
        """Whether the first attribute on the path that leads to no other thing is kept as an index."""
        of = Type(self.kind)
        for name in names:
            attribute = self.kinds.attributes(of)[name]
            of = attribute.type
            if of.name not in self.kinds.rows:
                return attribute.indexed
        return False
