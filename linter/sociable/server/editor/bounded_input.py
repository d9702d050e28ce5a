"""What an editor writes, within bounds: the library believes whatever length a message claims to have."""

import re
from typing import BinaryIO

from sociable.files.contents import MAX_BYTES
from sociable.server.message_bounds import BadMessage, bounded

MOST_BYTES = 2 * MAX_BYTES
"""In a message: it holds one file at most, of which each sign may take two bytes in JSON."""

_LONGEST_LINE = 64 * 1024
_MOST_LINES = 1000
"""Before the contents of a message; two are usual."""

_LENGTH = re.compile(rb"\s*Content-Length\s*:\s*(.*?)\s*", re.IGNORECASE | re.DOTALL)
_LONGEST_NUMBER = 18


class BoundedInput:
    """A stream of messages, line by line before their contents."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lines = 0

    def readline(self) -> bytes:
        """A line of a header, or the beginning of a very long one. Raises ``BadMessage``."""
        line = self._stream.readline(_LONGEST_LINE)
        self._lines += 1
        if self._lines > _MOST_LINES:
            raise BadMessage(f"the editor sent {_MOST_LINES:,} lines, and none says how long a message is")
        found = _LENGTH.fullmatch(line)
        if found and not _is_length(found[1]):
            said = found[1][:40].decode("ascii", "backslashreplace")
            raise BadMessage(f"the editor sent a message of `{said}` bytes; there may be {MOST_BYTES:,} at most")
        return line

    def read(self, size: int) -> bytes:
        """The contents of a message; fewer bytes at the end of the stream. Raises ``BadMessage``."""
        self._lines = 0
        return bounded(self._stream.read(size), "the editor")


def _is_length(number: bytes) -> bool:
    return number.isdigit() and len(number) <= _LONGEST_NUMBER and int(number) <= MOST_BYTES
