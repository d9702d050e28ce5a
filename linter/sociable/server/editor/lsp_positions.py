"""Places as editors count them: lines and columns from 0, columns in the units that were agreed on."""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from lsprotocol.types import Position, PositionEncodingKind, Range

from sociable.text.source import Source, Span

_STEP = 4096
"""Characters between two places of a line up to which its units are counted once for all questions."""


def position_of(source: Source, offset: int, encoding: str) -> Position:
    """Where an offset is."""
    starts = source.line_starts()
    line = bisect_right(starts, offset) - 1
    steps = (offset - starts[line]) // _STEP
    rest = source.text[starts[line] + steps * _STEP : offset]
    return Position(line, _counted(source, line, encoding)[steps] + _units(rest, encoding))


def range_of(span: Span, encoding: str) -> Range:
    """The place of a span."""
    return Range(position_of(span.source, span.start, encoding), position_of(span.source, span.end, encoding))


def offset_of(source: Source, position: Position, encoding: str) -> int:
    """The offset of a position; behind the end of a line or text, that end."""
    starts = source.line_starts()
    if position.line >= len(starts):
        return len(source.text)
    start = starts[position.line]
    line = source.line(position.line + 1)
    counted = _counted(source, position.line, encoding)
    steps = max(bisect_right(counted, position.character) - 1, 0)
    left = position.character - counted[steps]
    for column, char in enumerate(line[steps * _STEP :], steps * _STEP):
        left -= _units(char, encoding)
        if left < 0:
            return start + column
    return start + len(line)


@lru_cache(maxsize=8)
def _counted(source: Source, line: int, encoding: str) -> list[int]:
    """The units of a line, counted from 0, that come before each ``_STEP`` characters of it."""
    starts = source.line_starts()
    end = starts[line + 1] if line + 1 < len(starts) else len(source.text)
    pieces = (source.text[at : min(at + _STEP, end)] for at in range(starts[line], end, _STEP))
    return list(accumulate((_units(piece, encoding) for piece in pieces), initial=0))


def _units(text: str, encoding: str) -> int:
    if encoding == PositionEncodingKind.Utf32:
        return len(text)
    if encoding == PositionEncodingKind.Utf8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
