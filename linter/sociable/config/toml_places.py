"""Where in a TOML text a key stands. The standard reader gives no places, so it is asked about parts of the text."""

import re
import tomllib
from typing import Any

from sociable.text.source import Source, Span

_WHERE = re.compile(r"\(at line (\d+), column (\d+)\)")


def place_of(source: Source, route: tuple[str, ...]) -> Span:
    """The key at the end of a route of keys in a text that is TOML; if it cannot be told, the beginning of the file.

    It stands on the first line before which the text is TOML without that key, and by whose end it is TOML with it.
    """
    key = re.compile(rf"(?<![\w-]){re.escape(route[-1])}(?![\w-])")
    starts = source.line_starts()
    for match in key.finditer(source.text):
        line = source.position(match.start())[0]
        before = _values(source.text[: starts[line - 1]])
        if before is not None and not _holds(before, route) and _holds(_until_complete(source, line), route):
            return Span(source, *match.span())
    return Span(source, 0, 0)


def place_of_error(source: Source, error: tomllib.TOMLDecodeError) -> tuple[Span, str]:
    """Where a text is no TOML, and why."""
    message = str(error)
    where = _WHERE.search(message)
    at = len(source.text)
    if where is not None:
        at = min(source.line_starts()[int(where[1]) - 1] + int(where[2]) - 1, len(source.text))
    return Span(source, at, min(at + 1, len(source.text))), re.sub(r" \(at [^)]*\)$", "", message)


def _until_complete(source: Source, line: int) -> dict[str, Any]:
    """What the text holds up to the end of what begins on a line, which may go on over several."""
    ends = [*source.line_starts()[line:], len(source.text)]
    return next((values for end in ends if (values := _values(source.text[:end])) is not None), {})


def _values(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _holds(values: Any, route: tuple[str, ...]) -> bool:
    for key in route:
        if not isinstance(values, dict) or key not in values:
            return False
        values = values[key]
    return True
