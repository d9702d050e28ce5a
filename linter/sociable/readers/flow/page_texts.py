"""What people see of a text that is written as a page: not its title, styles, scripts and comments."""

import re
from collections.abc import Iterator, Sequence

from sociable.setup.model import Expression

_FILLED_IN = "\0"
"""Stands in the text for each piece that is filled in."""

_HIDDEN = re.compile(r"<!--(?:.*?-->|.*)|<(title|style|script)\b(?:.*?</\1\s*>|.*)", re.IGNORECASE | re.DOTALL)


def seen(parts: Sequence[str | Expression]) -> Sequence[str | Expression]:
    """The parts of a text without those that nobody sees; of a text with nothing hidden in it all of them."""
    said = "".join(part.replace(_FILLED_IN, " ") if isinstance(part, str) else _FILLED_IN for part in parts)
    return tuple(_shown(said, parts)) if _HIDDEN.search(said) else parts


def _shown(said: str, parts: Sequence[str | Expression]) -> Iterator[str | Expression]:
    filled_in = iter([part for part in parts if not isinstance(part, str)])
    at = 0
    for hidden in (*_HIDDEN.finditer(said), None):
        first, *others = said[at : hidden.start() if hidden else None].split(_FILLED_IN)
        yield first
        for words in others:
            yield from (next(filled_in), words)
        if hidden:
            at = hidden.end()
            for _ in range(hidden[0].count(_FILLED_IN)):
                next(filled_in)
