"""Rules that were checked before, kept for as long as their pages stay as they are.

The first line is JSON: by page a checksum and a rule's heading. Each further line is a page's rule and what it says,
in the same order; it is only parsed for rules that can find something.
"""

import os
from collections.abc import Callable, Iterable, Iterator

from sociable.errors import UnreadableFile
from sociable.language import ast
from sociable.language.codec import decode, encode
from sociable.records.static import Any
from sociable.rulebook.page_files import Heading, PageRule, Said, Want
from sociable.text.json_values import json_value

_DAMAGED = (
    "the compiled rules (`compiled.jsonl`) cannot be read: the file is damaged, or was being written just now. "
    "Try again; if that does not help, install `sociable` anew, or run `make generated` in a checkout"
)

Wants = Callable[[ast.Rule], tuple[tuple[Want, ...], ...]]


def written(rules: Iterable[tuple[str, int, PageRule]], wants: Wants) -> str:
    """What is kept of rules, each with the name of its page below the folder and its checksum."""
    import json  # only to write

    rules = list(rules)
    index = {page: [checksum, *each.heading._replace(wants=wants(each.rule))] for page, checksum, each in rules}
    lines = [index, *([encode(each.rule), *each.said[1:]] for _, _, each in rules)]
    return "".join(f"{json.dumps(line, separators=(',', ':'))}\n" for line in lines)


class Kept:
    """The rules of a folder as they were kept."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._starts = list(_line_starts(data))
        self._index: dict[str, Any] = self._read(0) if data else {}
        self._number = {page: number for number, page in enumerate(self._index, 1)}

    def _read(self, number: int) -> Any:
        """What one line holds, from 0. Most are never asked for, so all of them stand in memory once."""
        try:
            return json_value(self._data[self._starts[number] : self._starts[number + 1]].decode())
        except (ValueError, IndexError):
            raise UnreadableFile(_DAMAGED) from None

    def rule(self, page: str, checksum: int, path: str, category: str) -> PageRule | None:
        """The rule of a page that is as it was then."""
        entry = self._index.get(page)
        if entry is None or entry[0] != checksum:
            return None
        return self._rule(page, path, category)

    def rules(self, folder: str) -> Iterator[PageRule]:
        """The rules of all pages, whether they are still as they were then or not."""
        for page in self._index:
            category, _, name = page.partition("/")
            yield self._rule(page, os.path.join(folder, category, name), category)

    def _rule(self, page: str, path: str, category: str) -> PageRule:
        number = self._number[page]
        return PageRule(Heading(*self._index[page][1:]), path, category, lambda: _said(self._read(number)))


def _line_starts(data: bytes) -> Iterator[int]:
    """Where lines begin, and where the last one ends; a pattern would look at each byte, of half a million."""
    start = 0
    while start < len(data):
        yield start
        start = data.find(b"\n", start) + 1 or len(data)
    yield start


def _said(kept: list[Any]) -> Said:
    rule, title, people_see, sources = kept
    return Said(decode(rule), title, people_see, tuple(sources))


def checksum(shared: bytes, page: bytes) -> int:
    """Tells whether a page is the one that was compiled; it guards against mistakes, not against malice."""
    from binascii import crc32  # where pages are not compared, nobody asks

    return crc32(page, crc32(shared))
