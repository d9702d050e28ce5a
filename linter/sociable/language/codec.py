"""Rules as JSON and back: a node is ``[its name, field, field, …]``."""

from sociable.language import ast  # noqa: F401 - every kind of node enters the table as it is made
from sociable.language.syntax_nodes import Node
from sociable.records.static import Any


def encode(value: Any) -> Any:
    """A tree of nodes, tuples and plain values as lists and plain values."""
    if not isinstance(value, tuple):
        return value
    return [type(value).__name__ if isinstance(value, Node) else "", *map(encode, value)]


def decode(value: Any) -> Any:
    """The reverse of ``encode``. Raises ``KeyError`` or ``TypeError`` for what ``encode`` did not make."""
    if type(value) is not list:
        return value
    # Most of what is in a node is plain: it is not worth a call.
    name, *fields = [decode(each) if type(each) is list else each for each in value]
    return Node.classes[name]._make(fields) if name else tuple(fields)
