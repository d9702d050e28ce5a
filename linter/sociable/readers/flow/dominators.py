"""What every way from a start to a node passes: the removal test for all nodes at once.

A node is taken for *guarded* by an output of another one if it cannot be reached any more once that output is
taken away. Worked out by dominators (Lengauer and Tarjan 1979, the simple version): edges times their logarithm.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from sociable.readers.flow.flow_graph import Flow


class Passed:
    """For each node that is reached from ``start``: the nodes, and their outputs, that every way to it passes.

    Outputs are vertices of their own, so “only when the answer is yes” is found like “only after the question”.
    """

    __slots__ = ("_above", "_count", "_outputs", "order")

    def __init__(self, flow: Flow, start: int, telling: Callable[[int, int], bool] = lambda node, output: True) -> None:
        """Only those nodes and outputs are kept that are ``telling``; a node itself is asked for as output -1."""
        self.order = flow.order(start)
        self._count = flow.count
        self._outputs: list[tuple[int, int]] = []
        self._above: dict[int, int] = {}
        for vertex, above in _immediate(self._split(flow), start):
            tells = above == start or telling(*self._vertex(above))
            self._above[vertex] = above if tells else self._above[above]

    def _split(self, flow: Flow) -> dict[int, list[int]]:
        """Give each output of a reached node a vertex between the node and what it leads to.

        Of many starts each may reach little, so nothing is made here for the other nodes.
        """
        after: dict[int, list[int]] = {node: [] for node in self.order}
        made: dict[tuple[int, int], int] = {}
        for node in self.order:
            for edge in flow.out[node]:
                key = (node, edge.output)
                vertex = made.get(key)
                if vertex is None:
                    vertex = made[key] = self._count + len(made)
                    after[vertex] = []
                    after[node].append(vertex)
                after[vertex].append(edge.target)
        self._outputs = list(made)
        return after

    def _vertex(self, number: int) -> tuple[int, int]:
        return (number, -1) if number < self._count else self._outputs[number - self._count]

    def before(self, node: int) -> Iterator[tuple[int, int]]:
        """What every way to a node passes, the nearest first: outputs as (node, output), nodes as (node, -1)."""
        vertex = self._above.get(node)
        while vertex is not None:
            yield self._vertex(vertex)
            vertex = self._above.get(vertex)


def _immediate(after: Mapping[int, Sequence[int]], start: int) -> list[tuple[int, int]]:
    """Each reached vertex but the start, with the nearest that every way to it passes; that one comes first."""
    order, parent = _depth_first(after, start)
    number = {vertex: index for index, vertex in enumerate(order)}
    before: list[list[int]] = [[] for _ in order]
    for vertex in order:
        for target in after[vertex]:
            before[number[target]].append(number[vertex])
    size = len(order)
    semi = list(range(size))
    forest = _Forest(size, semi)
    bucket: list[list[int]] = [[] for _ in order]
    above = [0] * size
    for vertex in range(size - 1, 0, -1):
        for source in before[vertex]:
            semi[vertex] = min(semi[vertex], semi[forest.best(source)])
        bucket[semi[vertex]].append(vertex)
        forest.link(parent[vertex], vertex)
        for other in bucket[parent[vertex]]:
            best = forest.best(other)
            above[other] = best if semi[best] < semi[other] else parent[vertex]
        bucket[parent[vertex]].clear()
    for vertex in range(1, size):
        if above[vertex] != semi[vertex]:
            above[vertex] = above[above[vertex]]
    return [(order[vertex], order[above[vertex]]) for vertex in range(1, size)]


def _depth_first(after: Mapping[int, Sequence[int]], start: int) -> tuple[list[int], list[int]]:
    """The vertices in the order of a walk in depth, and for each the number of the one it was found from."""
    order, parent = [start], [0]
    number = {start: 0}
    todo = [(start, iter(after[start]))]
    while todo:
        vertex, targets = todo[-1]
        target = next((each for each in targets if each not in number), None)
        if target is None:
            todo.pop()
            continue
        number[target] = len(order)
        order.append(target)
        parent.append(number[vertex])
        todo.append((target, iter(after[target])))
    return order, parent


class _Forest:
    """Trees with path compression: the vertex of least ``semi`` on the way up from one."""

    __slots__ = ("_ancestor", "_label", "_semi")

    def __init__(self, size: int, semi: list[int]) -> None:
        self._ancestor = [-1] * size
        self._label = list(range(size))
        self._semi = semi

    def link(self, parent: int, child: int) -> None:
        self._ancestor[child] = parent

    def best(self, vertex: int) -> int:
        ancestor, label, semi = self._ancestor, self._label, self._semi
        if ancestor[vertex] < 0:
            return vertex
        way = []
        while ancestor[ancestor[vertex]] >= 0:
            way.append(vertex)
            vertex = ancestor[vertex]
        for each in reversed(way):
            if semi[label[ancestor[each]]] < semi[label[each]]:
                label[each] = label[ancestor[each]]
            ancestor[each] = ancestor[vertex]
        return label[way[0] if way else vertex]
