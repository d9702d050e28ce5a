"""What indexes say beforehand: the few things for which a condition can hold at all."""

from collections.abc import Callable, Sequence
from itertools import islice, product
from typing import Any, NamedTuple

from sociable.engine.domains import Things
from sociable.kinds.table import attributes
from sociable.language import ast
from sociable.language.compile import walk
from sociable.language.types import Type
from sociable.language.visitor import word_set
from sociable.vocabulary.values import HEARD_BY_MANY

_LINKS = frozenset(("account", "automation", "step", "text"))
_PARENTS = ("account", "automation")
_MOST_WAYS = 12


class Lookup(NamedTuple):
    """An index of things of a ``kind`` by the words at a path, and those words that are wanted.

    ``up`` leads from what is found to what it belongs to, if that is wanted.
    """

    kind: str
    path: ast.Path
    words: tuple[str, ...]
    up: Callable[[Any], Any] | None = None

    def found(self, domains: Things) -> list[Sequence[Any]]:
        """The things with each of the words."""
        get, kind = walk(self.path, Type(self.kind))
        index = domains.index(self.kind, self.path.names[1:], get, several=kind.name == "set")
        return [index[word] for word in self.words if word in index]


Way = tuple[Lookup, ...]
"""Whatever a condition can hold for is found by one of these."""


def ways(condition: ast.Condition, variable: str, kind: str) -> list[Way]:
    """The ways to find all things of a kind for which a condition can hold; each finds them all, and others too."""
    match condition:
        case ast.And(operands):
            return [way for operand in operands for way in ways(operand, variable, kind)]
        case ast.Or(operands):
            each = product(*(ways(operand, variable, kind) for operand in operands))
            return [sum(one_of_each, ()) for one_of_each in islice(each, _MOST_WAYS)]
        case ast.Is(left) | ast.In(left):
            return _way(left, word_set(condition), variable, kind)
        case ast.Holds(word, right):
            return _way(right, (word,), variable, kind)
        case ast.Names("leaks", text, who):
            from_it = _way(text._replace(names=(*text.names, "origins")), (who.text,), variable, kind)
            step = text.names[:-1] if text.names[-1] == "text" else (*text.names, "step")
            heard = text._replace(names=(*step, "audience"))
            return [*_way(heard, HEARD_BY_MANY, variable, kind), *from_it]
        case ast.Quantified(quantity, number) if condition.source.names == (variable, "steps") and kind in _PARENTS:
            if quantity != "some" and not (quantity == "at least" and number):
                return []
            up = attributes(Type("step"))[kind].get
            inner = ways(condition.body, condition.variable, "step")
            return [tuple(lookup._replace(up=up) for lookup in way) for way in inner]
    return []


def _way(path: ast.Path, words: "frozenset[str] | tuple[str, ...]", variable: str, kind: str) -> list[Way]:
    if path.names[0] != variable or not _is_indexed(path, kind):
        return []
    return [(Lookup(kind, path, tuple(sorted(words))),)]


def _is_indexed(path: ast.Path, kind: str) -> bool:
    """Whether the first attribute on the path that leads to no other thing is kept as an index."""
    of = Type(kind)
    for name in path.names[1:]:
        attribute = attributes(of)[name]
        of = attribute.type
        if of.name not in _LINKS:
            return attribute.indexed
    return False


def fewest(options: Sequence[Way], domains: Things) -> Sequence[Any] | None:
    """What the way finds that finds least; ``None`` without any."""
    best: list[tuple[Lookup, list[Sequence[Any]]]] | None = None
    least = 0
    for way in options:
        found = [(lookup, lookup.found(domains)) for lookup in way]
        number = sum(len(things) for _, lists in found for things in lists)
        if best is None or number < least:
            best, least = found, number
        if not least:
            break
    if best is None:
        return None
    things = [
        thing if lookup.up is None else lookup.up(thing) for lookup, lists in best for each in lists for thing in each
    ]
    return list(dict.fromkeys(things))
