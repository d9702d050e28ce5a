"""Growth: whether a loop goes on as it is or becomes more each time round."""

from collections.abc import Iterable, Iterator

from sociable.graph.components import strongly_connected
from sociable.graph.reactions import Reaction
from sociable.graph.states import Edge, Firing, Node


def fork(edges: Iterable[Edge]) -> list[Reaction]:
    """Those into which one event of a loop divides, so that each of them comes round again; empty if none does.

    A strongly connected graph grows exactly if something in it has two ways out (Perron and Frobenius). Only what can
    be done again and again counts. That a step may reach this account or that one is a choice, and no second way.
    """
    outgoing: dict[Node, list[Firing]] = {}
    for edge in edges:
        if edge.reaction.step.verb.effect == "fresh":
            outgoing.setdefault(edge.before, []).append(edge.firing)

    def successors(node: Node) -> Iterator[Node]:
        return iter(node.after if isinstance(node, Firing) else outgoing.get(node, ()))

    for component in strongly_connected(list(outgoing), successors):
        inside = set(component)
        for node in component:
            ways = dict.fromkeys(firing.reaction for firing in outgoing.get(node, ()) if firing in inside)
            if len(ways) > 1:
                return list(ways)
    return []
