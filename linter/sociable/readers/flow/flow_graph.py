"""A flow: nodes by number, and edges from an output of one to an input of another."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sociable.records.record import Record


class Edge(Record):
    """What comes out of ``source`` at its ``output`` goes into ``target``."""

    source: int
    output: int
    target: int


class Flow:
    """``count`` nodes and the edges between them; an edge that names a node that is not there is left out."""

    __slots__ = ("count", "into", "out")

    def __init__(self, count: int, edges: Iterable[Edge]) -> None:
        self.count = count
        self.out: list[list[Edge]] = [[] for _ in range(count)]
        self.into: list[list[Edge]] = [[] for _ in range(count)]
        for edge in edges:
            if 0 <= edge.source < count and 0 <= edge.target < count:
                self.out[edge.source].append(edge)
                self.into[edge.target].append(edge)

    def order(self, start: int) -> list[int]:
        """All nodes that are reached from ``start``, each before those it leads to unless a loop leads back.

        Of several ways on, what lies on the first comes first.
        """
        seen = {start}
        done: list[int] = []
        open_nodes: list[tuple[int, Iterator[Edge]]] = [(start, reversed(self.out[start]))]
        while open_nodes:
            node, edges = open_nodes[-1]
            target = next((edge.target for edge in edges if edge.target not in seen), None)
            if target is None:
                done.append(node)
                open_nodes.pop()
            else:
                seen.add(target)
                open_nodes.append((target, reversed(self.out[target])))
        return done[::-1]

    def before(self, node: int) -> list[int]:
        """All nodes from which one is reached, the nearest first and itself left out unless it lies in a loop."""
        return _spread([edge.source for edge in self.into[node]], self.into, 0)

    def after(self, node: int) -> list[int]:
        """All nodes that are reached from one, the nearest first and itself left out unless it lies in a loop."""
        return _spread([edge.target for edge in self.out[node]], self.out, 2)


def _spread(begin: Iterable[int], edges: Sequence[Sequence[Edge]], end: int) -> list[int]:
    """Follow edges to the ``end`` they have there (its place in ``Edge``), in breadth."""
    found = list(dict.fromkeys(begin))
    seen = set(found)
    todo = deque(found)
    while todo:
        for edge in edges[todo.popleft()]:
            other = edge[end]
            if other not in seen:
                seen.add(other)
                found.append(other)
                todo.append(other)
    return found


def run_through(edges: Sequence[Edge], done: Mapping[int, int]) -> list[Edge]:
    """Let the output by which a loop says that it is ``done`` leave from what leads back to it.

    That has run by then, and what it put out is what comes out of the loop. ``done`` is that output of each loop.
    """
    if not done:
        return list(edges)
    back = _leading_back(edges, done)
    found: list[Edge] = []
    for edge in edges:
        open_edges, seen = [edge], {edge.source}
        while open_edges:
            last = open_edges.pop()
            ends = back.get(last.source, ()) if done.get(last.source) == last.output else ()
            if not ends:
                found.append(Edge(last.source, last.output, edge.target))
            open_edges += [end for end in reversed(ends) if end.source not in seen]
            seen.update(end.source for end in ends)
    return found


def _leading_back(edges: Sequence[Edge], done: Mapping[int, int]) -> dict[int, list[Edge]]:
    """The edges to each loop from what it runs, found in one walk in depth: a loop is open while its nodes are.

    The walk begins where nothing leads to, because who comes into the middle of a loop takes its beginning for an end.
    What comes back from where a loop leads when it is done was not run by it.
    """
    out: dict[int, list[Edge]] = {}
    for edge in edges:
        out.setdefault(edge.source, []).append(edge)
    led_to = {edge.target for edge in edges}
    found: dict[int, list[Edge]] = {}
    seen: set[int] = set()
    for start in sorted(out, key=lambda node: node in led_to):
        walk = [(start, iter(out[start]))] if start not in seen else []
        taken: dict[int, int] = {}  # of each open node, the output by which the walk has left it
        seen.add(start)
        while walk:
            node, ways = walk[-1]
            way = next(ways, None)
            if way is None:
                taken.pop(node, None)
                walk.pop()
                continue
            taken[node] = way.output
            ended = done.get(way.target)
            if ended is not None and taken.get(way.target, ended) != ended and way.source != way.target:
                found.setdefault(way.target, []).append(way)
            if way.target not in seen:
                seen.add(way.target)
                walk.append((way.target, iter(out.get(way.target, ()))))
    return found
