"""Which lines of files a client's report must not show: those that name others, or that stand in files of others too.

A line is looked at as a whole, with those before and after it, whatever of it is shown: a name may be cut, or begin in
one line and end in the next.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Set
from functools import cache

from sociable.client_report.content.content_of_report import ShownPlace
from sociable.client_report.names.escapes import added, said
from sociable.client_report.names.name_patterns import composed
from sociable.text.source import Source
from sociable.text.wording import SET_APART


class LinesOfOthers:
    """Knows them by the names that ``marked`` sets apart.

    In ``shared`` files something of others stands; ``referred`` are the words by which one's own files refer to others,
    whatever else they may mean.
    """

    def __init__(
        self, sources: Mapping[str, Source], marked: Callable[[str], str], referred: Set[str], shared: Set[str]
    ) -> None:
        self._sources = sources
        self._marked = marked
        self._meant = _any_of(referred)
        self._shared = shared
        self._told = cache(self._tell)

    def are_at(self, place: ShownPlace) -> bool:
        """Whether the excerpt shows any."""
        if not place.excerpt or place.path in self._shared:
            return True
        return self._told(place.path, place.excerpt[0].number, place.excerpt[-1].number)

    def _tell(self, path: str, first: int, last: int) -> bool:
        source = self._sources.get(path)
        if source is None:  # what none of the files holds that were read
            return True
        begin, end = source.line_ends(first)[0], source.line_ends(last)[1]
        before, after = (
            source.line_ends(max(first - 1, 1))[0],
            source.line_ends(min(last + 1, len(source.line_starts())))[1],
        )
        lines = [composed(source.text[slice(*each)]) for each in ((before, begin), (begin, end), (end, after))]
        text, begin, end = "".join(lines), len(lines[0]), len(lines[0]) + len(lines[1])
        return any(at < end and stop > begin for at, stop in (*self._names(text), *self._words(text)))

    def _names(self, text: str) -> Iterator[tuple[int, int]]:
        begin = 0
        for at, sign in added(text, self._marked(text)):
            if sign == SET_APART[1]:
                yield begin, at
            begin = at

    def _words(self, text: str) -> Iterator[tuple[int, int]]:
        meant = said(text)
        yield from (match.span() for match in self._meant.finditer(text))
        yield from (meant.part(*match.span()) for match in self._meant.finditer(meant.text))


def _any_of(words: Set[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in longest_first) or r"(?!)")
