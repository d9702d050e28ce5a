"""Writing JSON that no reader trips over: plain ASCII, no key in it, and as much in memory as one entry takes."""

import json
from collections.abc import Iterable

from sociable.records.static import Any, TextIO
from sociable.text.safe import defused_json
from sociable.text.secret_patterns import hidden


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
        written = json.dumps(_whole(value))
    return defused_json(hidden(written))


def _whole(value: Any) -> Any:
    """The same value; half a surrogate pair, which many readers of JSON refuse, becomes U+FFFD."""
    match value:
        case str() if not value.isascii():
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case dict():
            return {key: _whole(entry) for key, entry in value.items()}
        case list() | tuple():
            return [_whole(entry) for entry in value]
    return value
