"""Conditions that can never hold, whatever the files say.

For each path it is known which words, numbers or answers are left; a condition narrows that, and where
nothing is left it can never hold. What is not understood narrows nothing.
"""

from collections.abc import Mapping

from sociable.language.syntax_nodes import Path
from sociable.language.types import Kinds, Type
from sociable.records.static import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from sociable.language.protocols import Placed

Left: TypeAlias = frozenset[str] | range
"""The words that are left (of a flag ``yes`` and ``no``), or the numbers."""

Known: TypeAlias = Mapping[str, Left]
"""What is left for each path that was asked about."""

YES, NO = frozenset(("yes",)), frozenset(("no",))


class Impossible(Exception):
    """Nothing is left for ``path`` where ``condition`` stands."""

    def __init__(self, condition: "Placed", path: str) -> None:
        super().__init__(path)
        self.condition = condition
        self.path = path

    def is_written_in(self, condition: "Placed") -> bool:
        """A define may say more than is needed where it is used; a rule itself should not."""
        return (self.condition.at, self.condition.end) != (condition.at, condition.end)


class Narrowing:
    """What is known where; ``dead`` holds the parts that can never hold while others still can."""

    def __init__(self, scope: Mapping[str, Type | None], kinds: Kinds) -> None:
        self.scope = scope
        self.kinds = kinds
        self.dead: list[Impossible] = []

    def to(self, left: Left, path: str, known: Known, condition: "Placed") -> Known:
        """What is known when only this is left for a path. Raises ``Impossible``."""
        left = _both(known[path], left) if path in known else left
        if not left:
            raise Impossible(condition, path)
        return {**known, path: left}

    def to_words(self, words: frozenset[str], path: Path, known: Known, condition: "Placed", holds: bool) -> Known:
        """The same for a path that is one of these words, or none; and for the path that this is an attribute of."""
        kind = self._type_of(path)
        possible = frozenset(self.kinds.words[kind.of]) if kind is not None and kind.name == "word" else frozenset()
        if not words or not words <= possible:
            return known
        allowed = words if holds else possible - words
        known = self.to(allowed, path.text, known, condition)
        return self._of_whole(path, allowed, known, condition)

    def _of_whole(self, path: Path, allowed: frozenset[str], known: Known, condition: "Placed") -> Known:
        """``a.event.group is left_us`` leaves only some words for ``a.event``."""
        whole = path._replace(names=path.names[:-1])
        kind = self._type_of(whole) if len(whole.names) > 1 else None
        if kind is None or kind.name != "word":
            return known
        get = self.kinds.attributes(kind)[path.names[-1]].get
        left = frozenset(word for word in self.kinds.words[kind.of] if get(word) in allowed)
        return self.to(left, whole.text, known, condition)

    def _type_of(self, path: Path) -> Type | None:
        """The type of a path; nothing for one that is wrong."""
        kind = self.scope.get(path.names[0])
        for name in path.names[1:]:
            attribute = self.kinds.attributes(kind).get(name) if kind is not None else None
            kind = attribute.type if attribute is not None else None
        return kind


def _both(one: Left, other: Left) -> Left:
    if isinstance(one, range) and isinstance(other, range):
        return range(max(one.start, other.start), min(one.stop, other.stop))
    assert not isinstance(one, range), "a path has one type"
    assert not isinstance(other, range), "a path has one type"
    return one & other
