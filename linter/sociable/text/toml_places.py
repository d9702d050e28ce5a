"""Where in a TOML text a key stands: the standard reader gives no places, so the text is gone through for them."""

import re
from functools import cached_property, lru_cache

from sociable.records.record import Record
from sociable.text.source import Source, Span
from sociable.text.toml_values import toml_values

Route = tuple[str | int, ...]
"""Keys from the outermost to the innermost, and numbers for what stands in a list."""

Extent = tuple[int, int]

_GAP = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_BLANK = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = re.compile(r"[^,\]}#\r\n]*")
_STRINGS = tuple(
    (quotes, re.compile(pattern, re.DOTALL))
    for quotes, pattern in (
        ('"""', r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'),
        ("'''", r"'''(?:[^']|'(?!''))*'{3,5}"),
        ('"', r'"(?:[^"\\]|\\.)*"'),
        ("'", r"'[^']*'"),
    )
)


def place_of(source: Source, route: Route) -> Span:
    """The key at the end of a route in a text that is TOML, or else the nearest before it that stands there."""
    places = _scanned(source.text).places
    for length in range(len(route), 0, -1):
        if route[:length] in places:
            return Span(source, *places[route[:length]])
    return Span(source, 0, 0)


class Entry(Record):
    """A key of a table in a list: the ``route`` to it, and from where to where things go.

    They are its value; its table, from its first bracket to the end of its last value, or to its last bracket; those
    ``beside`` it in the list, if there are any; and that ``among`` which it stands if there are none: the list, or
    where each table has a head of its own, all from that of its own on.
    """

    route: Route
    value: Extent
    table: Extent
    beside: tuple[Extent | None, Extent | None]
    among: Extent


def entry_at(source: Source, at: int) -> Entry | None:
    """The entry whose key stands there, in a text that is TOML; nothing if none does, or its table is no item."""
    scanned = _scanned(source.text)
    route = scanned.starts.get(at, ())
    extents = scanned.extents
    *path, number = route[:-1] or ("",)
    if route not in extents or route[:-1] not in extents or not isinstance(number, int):
        return None
    table = extents[route[:-1]]
    beside = extents.get((*path, number - 1)), extents.get((*path, number + 1))
    return Entry(route, extents[route], table, beside, extents.get((*path,), (table[0], len(source.text))))


@lru_cache(maxsize=8)
def _scanned(text: str) -> "_Scanner":
    scanner = _Scanner(text)
    scanner.document()
    return scanner


class _Scanner:
    """Goes once through a text that is known to be TOML, and notes the keys, and how far values and tables go."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places: dict[Route, Extent] = {}
        self.extents: dict[Route, Extent] = {}
        self.items: dict[Route, int] = {}
        """How many tables each list of tables has so far."""

    @cached_property
    def starts(self) -> dict[int, Route]:
        """Which key stands where."""
        return {start: route for route, (start, _) in self.places.items()}

    def document(self) -> None:
        table: Route = ()
        while self._skip(_GAP) < len(self.text):
            if self.text.startswith("[[", self.at):
                begin = self.at
                self.at += 2
                table = self._key(())
                self.items[table] = self.items.get(table, -1) + 1
                table = (*table, self.items[table])
                self.at = self.text.index("]]", self.at) + 2
                self.extents[table] = begin, self.at
            elif self.text[self.at] == "[":
                self.at += 1
                table = self._within(self._key(()))
                self.at = self.text.index("]", self.at) + 1
            else:
                self._entry(table)
                if table in self.extents:
                    self.extents[table] = self.extents[table][0], self.at

    def _entry(self, table: Route) -> None:
        route = self._key(table)
        self.at = self.text.index("=", self.at) + 1
        self._value(route)

    def _key(self, table: Route) -> Route:
        """A key, dotted or not, with the place of each part."""
        while True:
            self._skip(_BLANK)
            begin = self.at
            if self.text[begin] in "\"'":
                self._string()
                name, inner = self._read(begin), (begin + 1, self.at - 1)
            else:
                self._skip(_BARE)
                name, inner = self.text[begin : self.at], (begin, self.at)
            table = (*self._within(table), name)
            self.places.setdefault(table, inner)
            if self.text[self._skip(_BLANK)] != ".":
                return table
            self.at += 1

    def _read(self, begin: int) -> str:
        return next(iter(toml_values(f"{self.text[begin : self.at]} = 0")))

    def _within(self, table: Route) -> Route:
        """Of a list of tables, the last one is meant."""
        return (*table, self.items[table]) if table in self.items else table

    def _value(self, route: Route) -> None:
        begin = self._skip(_BLANK)
        if self.text[self.at] == "[":
            self._list(route)
        elif self.text[self.at] == "{":
            self._table(route)
        elif not self._string():
            self._skip(_PLAIN)
        self.extents[route] = begin, self.at

    def _list(self, route: Route) -> None:
        self.at += 1
        number = 0
        while self.text[self._skip(_GAP)] != "]":
            if self.text[self.at] == ",":
                self.at += 1
                number += 1
                continue
            self.places[(*route, number)] = self.at, self.at + 1
            self._value((*route, number))
        self.at += 1

    def _table(self, route: Route) -> None:
        self.at += 1
        while self.text[self._skip(_GAP)] != "}":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self._entry(route)
        self.at += 1

    def _string(self) -> bool:
        for quotes, pattern in _STRINGS:
            if self.text.startswith(quotes, self.at):
                self._skip(pattern)
                return True
        return False

    def _skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at
