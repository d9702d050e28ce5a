"""What an assistant writes, within bounds: the library reads a line to its end before it looks at it."""

import re
from typing import BinaryIO

from sociable.files.contents import MAX_BYTES
from sociable.server.message_bounds import BadMessage, bounded

MOST_BYTES = 2 * MAX_BYTES
"""In a message, which is one line: a text that is judged may be half as long, and JSON writes more for some letters."""

MOST_SENSELESS = 1000
"""Lines in a row that are no messages; whoever writes more of them is no assistant."""

_WHO = "the assistant"

_HIGH, _LOW = rb"\\u[dD][89abAB][0-9a-fA-F]{2}", rb"\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = re.compile(rb"%(high)b%(low)b|(?P<half>%(high)b|%(low)b)|\\." % {b"high": _HIGH, b"low": _LOW})


class BoundedLines:
    """The lines of an input, as the library reads them."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._senseless = 0

    def made_sense(self) -> None:
        """Note that a line was a message."""
        self._senseless = 0

    def readline(self) -> str:
        """The next line, or nothing at the end. Raises ``BadMessage``."""
        if self._senseless == MOST_SENSELESS:
            raise BadMessage(f"{_WHO} sent {MOST_SENSELESS:,} lines, and none of them is a message")
        self._senseless += 1
        line = self._stream.readline(MOST_BYTES + 1)
        if len(line) > MOST_BYTES:
            raise BadMessage(f"{_WHO} sent a message of more than {MOST_BYTES:,} bytes; it must end with its line")
        return _ESCAPE.sub(_or_replaced, bounded(line, _WHO)).decode("utf-8", "replace")


def _or_replaced(escape: re.Match[bytes]) -> bytes:
    """The library answers no message with half a letter in it, as JavaScript writes one that was cut in two."""
    return rb"\ufffd" if escape["half"] else escape[0]
