"""Reactions to one event by the words that they wait for: thousands may each wait for a word of their own."""

from collections.abc import Iterable, Sequence

from sociable.graph.reactions import Reaction


class HeardWords:
    """Of reactions in their order, those that a text can set off of which all words are known."""

    __slots__ = ("_any", "_reactions", "_waiting")

    def __init__(self, reactions: Sequence[Reaction]) -> None:
        self._reactions = reactions
        self._any: list[int] = []
        self._waiting: dict[str, list[int]] = {}
        for number, each in enumerate(reactions):
            needed = each.transition.words.needed
            for word in needed[0] if needed else ():
                self._waiting.setdefault(word, []).append(number)
            if not needed:
                self._any.append(number)

    def likely(self, said: Iterable[str]) -> list[Reaction]:
        """All that wait for no word, or first of all for one of these."""
        numbers = {number for word in said for number in self._waiting.get(word, ())}
        return [self._reactions[number] for number in sorted(numbers.union(self._any))]
