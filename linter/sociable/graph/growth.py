"""Growth: whether a loop goes on as it is or becomes more each time round."""

from collections.abc import Iterable, Iterator

from sociable.graph.components import strongly_connected
from sociable.graph.reactions import Reaction
from sociable.graph.state_graph import Edge, State


def fork(edges: Iterable[Edge]) -> list[Reaction]:
    """Those into which one event of a loop divides, so that each of them comes round again; empty if none does.

    A strongly connected graph grows exactly if something in it has two ways out (Perron and Frobenius). Only what can
    be done again and again counts. That a step may reach this account or that one is a choice, and no second way.
    """
    outgoing: dict[State, list[Edge]] = {}
    for edge in edges:
        if edge.reaction.step.verb.effect == "fresh":
            outgoing.setdefault(edge.before, []).append(edge)

    def successors(state: State) -> Iterator[State]:
        return (edge.after for edge in outgoing.get(state, ()))

    for component in strongly_connected(list(outgoing), successors):
        inside = set(component)
        for state in component:
            ways = dict.fromkeys(edge.reaction for edge in outgoing.get(state, ()) if edge.after in inside)
            if len(ways) > 1:
                return list(ways)
    return []
