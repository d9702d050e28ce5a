"""Trees as plain values."""

from typing import Any

from sociable.documents.nodes import Node, Scalar, Sequence


def plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(value) for name, (_, value) in node.items()}
