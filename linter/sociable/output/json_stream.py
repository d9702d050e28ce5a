"""Writing JSON that no reader trips over: plain ASCII, no key in it, and as much in memory as one entry takes."""

import json
from collections.abc import Callable, Iterable

from sociable.records.static import Any, TextIO
from sociable.text.safe import defused_json
from sociable.text.secret_patterns import hidden, hidden_by_shape, may_be_named

_OF_LINES = "PRIVATE KEY-----"
"""Begins the one kind of key of a known shape that holds spaces and line ends."""


def write_document(out: TextIO, document: dict[str, Any], name: str, entries: Iterable[dict[str, Any]]) -> None:
    """Write ``document``, with ``entries``, one to a line, in the place of its empty list called ``name``."""
    # No string can hold this: within a string, quotation marks are escaped.
    before, after = encoded(document).split(f'"{name}": []')
    out.write(f'{before}"{name}": [')
    for count, entry in enumerate(entries):
        out.write(f"{',' if count else ''}\n{encoded(entry)}")
    out.write(f"\n]{after}\n")


def encoded(value: Any) -> str:
    """A value on one line."""
    written = json.dumps(value)
    if "\\ud" in written:  # it may hold half a surrogate pair
        value = _changed(value, _whole)
        written = json.dumps(value)
    spreads = _OF_LINES in written
    if spreads or may_be_named(written):  # what is hidden of it must not reach from one text into another
        written = json.dumps(_changed(value, hidden))
    return defused_json(written if spreads else hidden_by_shape(written))


def _whole(text: str) -> str:
    """The same text; half a surrogate pair, which many readers of JSON refuse, becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """The same value with each text in it changed."""
    match value:
        case str():
            return change(value)
        case dict():
            return {_changed(key, change): _changed(entry, change) for key, entry in value.items()}
        case list() | tuple():
            return [_changed(entry, change) for entry in value]
    return value
