"""Places as editors count them: lines and columns from 0, columns in the units that were agreed on."""

from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

from sociable.text.source import Source, Span


def position_of(source: Source, offset: int, encoding: str) -> Position:
    """Where an offset is."""
    starts = source.line_starts()
    line = bisect_right(starts, offset) - 1
    return Position(line, _units(source.text[starts[line] : offset], encoding))


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
    if encoding == PositionEncodingKind.Utf32:
        return start + min(position.character, len(line))
    left = position.character
    for column, char in enumerate(line):
        left -= _units(char, encoding)
        if left < 0:
            return start + column
    return start + len(line)


def _units(text: str, encoding: str) -> int:
    if encoding == PositionEncodingKind.Utf32:
        return len(text)
    if encoding == PositionEncodingKind.Utf8:
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(char > "\uffff" for char in text)
