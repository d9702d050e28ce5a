"""A table of separated values, with the place of every cell: the standard reader tells none."""

import re
from collections.abc import Iterator

from sociable.records.record import Record
from sociable.text.source import Source, Span

MOST_ROWS = 20_000
_SEPARATORS = (",", ";", "\t")


class Cell(Record):
    """What stands in a cell, without quotes, and where."""

    text: str
    span: Span


def separator_of(line: str) -> str:
    """The separator that the first line uses most."""
    return max(_SEPARATORS, key=line.count)


def rows(source: Source) -> Iterator[list[Cell]]:
    """The rows of a table, first the one with the names of the columns; a quoted cell may hold line ends."""
    text = source.text
    separator = separator_of(text.partition("\n")[0])
    cell = re.compile(rf'"([^"]*(?:""[^"]*)*)"|([^{separator}\r\n"]*)')
    at, count = 0, 0
    row: list[Cell] = []
    while at <= len(text) and count < MOST_ROWS:
        found = cell.match(text, at)
        assert found is not None  # it matches nothing as well
        quoted = found[1]
        value = found[2] if quoted is None else quoted.replace('""', '"')
        row.append(Cell(value.strip(), Span(source, found.start(), found.end())))
        at = found.end()
        if text[at : at + 1] == separator:
            at += 1
            continue
        end = re.compile(r"[^\r\n]*(\r\n?|\n|$)").match(text, at)
        assert end is not None  # it matches nothing as well
        if any(each.text for each in row):
            yield row
            count += 1
        row = []
        if end.end() >= len(text):
            return
        at = end.end()
