"""What a format has written, held until it is known that nothing in it fails; much of it is held packed."""

from collections.abc import Iterator
from io import TextIOBase

_AT_ONCE = 2**19
"""Characters that are packed together."""


class Held(TextIOBase):
    """A text that is written to, and then told in pieces."""

    def __init__(self) -> None:
        super().__init__()
        self._packed: list[bytes] = []
        self._latest: list[str] = []
        self._waiting = 0

    def write(self, text: str) -> int:
        self._latest.append(text)
        self._waiting += len(text)
        if self._waiting >= _AT_ONCE:
            from zlib import compress

            self._packed.append(compress("".join(self._latest).encode("utf-8", "surrogatepass"), 1))
            self._latest.clear()
            self._waiting = 0
        return len(text)

    def pieces(self) -> Iterator[str]:
        """All that was written, in its order."""
        for each in self._packed:
            from zlib import decompress

            yield decompress(each).decode("utf-8", "surrogatepass")
        yield "".join(self._latest)
