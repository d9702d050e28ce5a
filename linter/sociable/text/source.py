"""A text that was read, and places in it."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from sociable.records.record import Record


class Source:
    """The text of one file. Offsets count characters; lines and columns start at 1.

    ``encoded_as`` is the codec the bytes were in; ``preamble`` the bytes before the text (a BOM).
    """

    __slots__ = ("_byte_at", "_line_starts", "encoded_as", "path", "preamble", "text")

    def __init__(self, path: str, text: str, encoded_as: str = "utf-8", preamble: int = 0) -> None:
        self.path = path
        self.text = text
        self.encoded_as = encoded_as
        self.preamble = preamble
        self._line_starts: Sequence[int] | None = None
        self._byte_at = (0, 0)

    def line_starts(self) -> Sequence[int]:
        """The offset at which each line begins. Lines end as in YAML and in editors: LF, CR LF or CR, also mixed."""
        if self._line_starts is None:
            from array import array

            starts, text, at = array("L", [0]), self.text, 0  # a list of as many numbers takes five times as much
            if "\r" in text:
                starts.extend(end.end() for end in re.finditer(r"\r\n?|\n", text))
            else:
                while (at := text.find("\n", at)) >= 0:
                    at += 1
                    starts.append(at)
            self._line_starts = starts
        return self._line_starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        starts = self.line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of line ``number`` without its line end."""
        begin, end = self.line_ends(number)
        return self.text[begin:end]

    def line_ends(self, number: int) -> tuple[int, int]:
        """Where line ``number`` begins and ends, without its line end."""
        starts = self.line_starts()
        begin, end = starts[number - 1], starts[number] if number < len(starts) else len(self.text)
        while end > begin and self.text[end - 1] in "\r\n":
            end -= 1
        return begin, end

    def byte_offset(self, offset: int) -> int:
        """The offset in the file's own bytes, counted on from the last question: they come in file order."""
        asked, count = self._byte_at
        first, last = sorted((asked, offset))
        step = len(self.text[first:last].encode(self.encoded_as, "surrogatepass"))
        count += step if offset > asked else -step
        self._byte_at = (offset, count)
        return self.preamble + count

    def digest(self) -> str:
        """The SHA-256 of the file's own bytes, in hexadecimal digits."""
        from sociable.text.digests import sha256

        mark = "\ufeff" if self.preamble else ""
        return sha256((mark + self.text).encode(self.encoded_as, "surrogatepass")).hexdigest()


class Span(Record):
    """A half-open range of characters in a source."""

    source: Source
    start: int
    end: int

    @property
    def path(self) -> str:
        return self.source.path

    @property
    def line(self) -> int:
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        return self.source.position(self.start)[1]

    @property
    def text(self) -> str:
        return self.source.text[self.start : self.end]

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Edit(Record):
    """A text that is to stand in the place of another one; of an insertion, ``span`` is empty."""

    span: Span
    text: str
