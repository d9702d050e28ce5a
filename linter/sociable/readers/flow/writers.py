"""Which nodes have put something into a table by the time another node of the same flow reads it."""

from collections.abc import Sequence

from sociable.readers.flow.flow_graph import Flow
from sociable.readers.flow.parts import Part

_MOST = 10
"""Nodes of a flow that write into what it reads of which it is worked out who comes after them."""


class Writers:
    """Of one flow, worked out when it is first asked for."""

    __slots__ = ("_after", "_flow", "_parts")

    def __init__(self, flow: Flow, parts: Sequence[Part]) -> None:
        self._flow = flow
        self._parts = parts
        self._after: list[tuple[int, str, set[int]]] | None = None

    def of(self, reader: int) -> list[int]:
        """The nodes that write into the table of a node that reads, and come before it."""
        table = self._parts[reader].resource
        return [node for node, resource, after in self._known() if resource == table and reader in after]

    def _known(self) -> list[tuple[int, str, set[int]]]:
        if self._after is None:
            read = {part.resource for part in self._parts if part.kind == "read" and not part.off} - {""}
            writing = [node for node, part in enumerate(self._parts) if _writes(part) and part.resource in read]
            self._after = [(node, self._parts[node].resource, self._later(node)) for node in writing[:_MOST]]
        return self._after

    def _later(self, node: int) -> set[int]:
        """What comes after a node, or after the model that writes by it."""
        models = [edge.source for edge in self._flow.into[node] if self._parts[edge.source].kind == "model"]
        return {each for start in (node, *models) for each in self._flow.after(start)}


def _writes(part: Part) -> bool:
    return part.kind == "write" and not part.off
