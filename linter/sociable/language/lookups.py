"""Which indexes find the things for which a condition can hold."""

from collections.abc import Callable, Collection, Iterable

from sociable.language.syntax_nodes import Path
from sociable.language.types import Answer, Get, Kinds, Type
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sociable.language.protocols import Things


class Lookup(Record):
    """An index of things of a ``kind`` by the words at a path from them, and those words that are wanted.

    ``several``: there is a set of words at the path. ``up`` leads from what is found to what it belongs to, if that
    is wanted. ``aside``: at the end of the path is what rules cannot ask, so that no rule is kept with it.
    """

    kind: str
    names: tuple[str, ...]
    get: Get
    several: bool
    words: tuple[Answer, ...]
    up: Callable[[Any], Any] | None = None
    aside: bool = False

    def found(self, things: "Things") -> list[Collection[Any]]:
        """The things with each of the words."""
        index = things.index(self.kind, self.names, self.get, several=self.several)
        return [index[word] for word in self.words if word in index]


Way = tuple[Lookup, ...]
"""Whatever a condition can hold for is found by one of these."""


class Lookups(Record):
    """Ways to find all things that a variable can stand for; each finds them all, and others too.

    Unless ``indexed``, whatever a condition asks of a thing counts as a way, also where nothing is kept as an index.
    Of conditions of which one has to hold, ``most`` ways are looked for.
    """

    variable: str
    kind: str
    kinds: Kinds
    indexed: bool = True
    most: int = 12

    def at(self, path: Path, words: Iterable[Answer]) -> list[Way]:
        """What has one of these words at a path, or ``True`` or ``False`` where a flag is."""
        names = path.names[1:]
        if path.names[0] != self.variable or not names or (self.indexed and not is_index(self.kinds, self.kind, names)):
            return []
        get, kind = self.kinds.follow(names, Type(self.kind))
        return [(Lookup(self.kind, names, get, kind.name == "set", tuple(sorted(words))),)]


def is_index(kinds: Kinds, kind: str, names: Iterable[str]) -> bool:
    """Whether the first attribute on a path from a kind of things that leads to no other thing is kept as an index."""
    of = Type(kind)
    for name in names:
        attribute = kinds.attributes(of)[name]
        of = attribute.type
        if of.name not in kinds.rows:
            return attribute.indexed
    return False
