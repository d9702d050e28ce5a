"""Rules as JSON and back: a node is ``[its name, field, field, …]``."""

from typing import Any

from sociable.language import ast

_NODES: dict[str, Any] = {
    name: node
    for name, node in vars(ast).items()
    if isinstance(node, type) and issubclass(node, tuple) and node is not tuple
}


def encode(value: Any) -> Any:
    """A tree of nodes, tuples and plain values as lists and plain values."""
    if isinstance(value, tuple):
        if type(value).__name__ in _NODES:
            return [type(value).__name__, *map(encode, value)]
        return ["", *map(encode, value)]
    return value


def decode(value: Any) -> Any:
    """The reverse of ``encode``. Raises ``KeyError`` or ``TypeError`` for what ``encode`` did not make."""
    if type(value) is not list:
        return value
    # Most of what is in a node is plain: it is not worth a call.
    name, *fields = [decode(each) if type(each) is list else each for each in value]
    return _NODES[name]._make(fields) if name else tuple(fields)
