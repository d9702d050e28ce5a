"""Many names looked for in many texts at a cost that does not grow with the names that a text does not hold.

All of them in one pattern would be tried at each letter. Whatever a name is found in holds a row of its letters just
as they are, though, and those are looked up.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Set
from functools import lru_cache

from sociable.client_report.names.name_patterns import folded, sure_letters, without_accents


class NameSearch:
    """Finds names by their patterns, each of which has one group: the longest that stands at a place."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._patterns = patterns
        self._by_letters: dict[str, list[str]] = {}
        for name in patterns:
            self._by_letters.setdefault(sure_letters(name), []).append(name)
        self._anywhere = self._by_letters.pop("", [])
        self._lengths = sorted({len(letters) for letters in self._by_letters})
        self._pattern_of = lru_cache(maxsize=1024)(self._made)

    def marked(self, text: str, is_own: Callable[[str], bool], mark: Callable[[str], str]) -> str:
        """The text with each name marked that is not one's own."""
        possible = self._possible(text)
        if not possible:
            return text
        by_group, pattern = self._pattern_of(possible)
        made, done = [], 0
        for match in pattern.finditer(without_accents(text)):
            if not is_own(by_group[(match.lastindex or 0) - 1]):
                made += [text[done : match.start()], mark(text[match.start() : match.end()])]
                done = match.end()
        return "".join((*made, text[done:]))

    def _possible(self, text: str) -> frozenset[str]:
        """The names that the text may hold."""
        rows = self._rows(folded(without_accents(text)))
        return frozenset((*self._anywhere, *(name for row in rows for name in self._by_letters[row])))

    def _rows(self, text: str) -> Set[str]:
        return self._by_letters.keys() & set(_in_rows(text, self._lengths))

    def _made(self, names: Set[str]) -> tuple[list[str], re.Pattern[str]]:
        by_group = sorted(names, key=lambda name: (-len(name), name))
        return by_group, re.compile("|".join(map(self._patterns.__getitem__, by_group)))


def _in_rows(text: str, lengths: list[int]) -> Iterator[str]:
    return (text[at : at + length] for length in lengths for at in range(len(text) - length + 1))
