"""The source lines of a finding, and where to mark them."""

from collections.abc import Iterator

from sociable.records.record import Record
from sociable.text.columns import cells, fitting
from sociable.text.safe import visible_characters
from sociable.text.secret_patterns import hidden_part
from sociable.text.source import Source, Span

_MOST_LINES = 3
_CUT = "..."


class Line(Record):
    """A line as it is shown; its mark begins after ``indent`` columns and is ``length`` columns long."""

    number: int
    text: str
    indent: int
    length: int


def shown_lines(span: Span) -> range:
    """The numbers of the lines that are shown of ``span``: not more than its first few."""
    first, last = span.line, span.source.position(max(span.start, span.end - 1))[0]
    return range(first, min(last + 1, first + _MOST_LINES))


def excerpt(span: Span, room: int) -> Iterator[Line]:
    """The first lines of ``span``, each in at most ``room`` columns; nothing of a file that has no text."""
    if span.source.text:
        for number in shown_lines(span):
            begin = span.source.line_starts()[number - 1]
            yield _line(span.source, number, max(span.start - begin, 0), span.end - begin, room)


def _line(source: Source, number: int, start: int, end: int, room: int) -> Line:
    """A line without the keys in it, cut on either side of what is marked where it is longer than ``room``."""
    begin, stop = source.line_ends(number)
    # A line may be megabytes long and hold thousands of findings, so only as much of it as could be shown is looked at.
    first, last = begin + max(start - room, 0), min(begin + start + room, stop)
    near, at = hidden_part(source.text, first, last), min(start, room)
    marked = max(min(end - start, len(near.rstrip() if last == stop else near) - at), 0)
    size = stop - begin
    if start >= size:  # there is room for a mark behind the end
        near, size = near + " ", size + 1
    before, onward = visible_characters(near[:at]), visible_characters(near[at:])
    left, right = "".join(before), "".join(onward)

    is_cut = size > len(before) + len(onward) or cells(left) + cells(right) > room
    if is_cut and (start > len(before) or cells(left) > room // 2):
        left = _CUT + "".join(before[len(before) - fitting(before[::-1], room // 3) :])
    if is_cut and (size > start + len(onward) or cells(left) + cells(right) > room):
        onward = onward[: fitting(onward, room - cells(left) - len(_CUT))]
        right = "".join(onward) + _CUT
    return Line(number, left + right, cells(left), max(cells("".join(onward[:marked])), 1))
