"""Growth: whether a loop goes on as it is or becomes more each time round."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

from sociable.facts.claims import may_hold, of_both
from sociable.graph.brakes import rates_of
from sociable.graph.components import strongly_connected
from sociable.graph.reactions import Reaction
from sociable.graph.states import Edge, Firing, Node


def fork(edges: Iterable[Edge]) -> list[Reaction]:
    """Those into which one event of a loop divides, so that each of them comes round again; empty if none does.

    A strongly connected graph grows exactly if something in it has two ways out (Perron and Frobenius). Only what can
    be done again and again counts, and what no rate keeps to so much a time: that comes again and again, and does not
    become more. That a step may reach this account or that one is a choice, and no second way.
    """
    outgoing: dict[Node, list[Firing]] = {}
    for edge in edges:
        if edge.reaction.step.verb.effect == "fresh" and not any(rates_of(edge.reaction.step)):
            outgoing.setdefault(edge.before, []).append(edge.firing)

    def successors(node: Node) -> Iterator[Node]:
        return iter(node.after if isinstance(node, Firing) else outgoing.get(node, ()))

    for component in strongly_connected(list(outgoing), successors):
        inside = set(component)
        for node in component:
            ways = dict.fromkeys(firing.reaction for firing in outgoing.get(node, ()) if firing in inside)
            if len(ways) > 1 and _may_go_together(list(ways)):
                return list(ways)
    return []


_PAIRS = 100
"""So many pairs are looked at; where more of them exclude each other, it is not looked for the one that may not."""


def _may_go_together(ways: Sequence[Reaction]) -> bool:
    """Whether one event may go two of these ways, or the conditions of one account let it go one of them at a time."""
    pairs = list(islice(combinations(ways, 2), _PAIRS + 1))
    return len(pairs) > _PAIRS or not all(_exclude_each_other(*pair) for pair in pairs)


def _exclude_each_other(one: Reaction, other: Reaction) -> bool:
    if one.step.account is not other.step.account:
        return False
    made = {*one.step.values, *other.step.values}
    guards = [guard for each in (one, other) for guard in of_both(each.automation.model, each.step.model)]
    return bool(guards) and not may_hold(guards, made)
