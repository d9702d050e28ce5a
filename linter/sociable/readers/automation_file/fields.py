"""Groups of keys whose values have a plain shape."""

from typing import Any

from sociable.documents.nodes import Mapping, Node
from sociable.readers.automation_file.shapes import EXTENSION, Convert
from sociable.readers.context import ReadingContext


def read_fields(context: ReadingContext, node: Node, converters: dict[str, Convert]) -> dict[str, Any]:
    """Convert the values of all known keys that have the right shape; what is no group has none.

    Keys of the project's own (``x-…``) are passed over.
    """
    values: dict[str, Any] = {}
    if type(node) is not Mapping:
        context.fits = False
        return values
    for name, (_, value) in node.entries.items():
        if name.startswith(EXTENSION):
            continue
        try:
            values[name] = converters[name](value)
        except (KeyError, ValueError):  # no such key, or not its shape
            context.misreads(name, converters)
    return values


def read_value(context: ReadingContext, node: Node, convert: Convert, name: str) -> Any:
    """Convert the value of a key, or return ``None`` if it has another shape."""
    try:
        return convert(node)
    except ValueError:
        context.misreads(name)
        return None
