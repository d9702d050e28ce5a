"""Strongly connected components, without recursion, and groups of things that share something."""

from collections.abc import Callable, Hashable, Iterable, Iterator

from sociable.records.static import TypeVar

Node = TypeVar("Node")


def strongly_connected(starts: list[Node], successors: Callable[[Node], Iterator[Node]]) -> Iterator[list[Node]]:
    """The components of the graph that can be reached from ``starts``, in Tarjan's order.

    R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972), 146-160.
    """
    order: dict[Node, int] = {}
    lowest: dict[Node, int] = {}
    path: list[Node] = []
    on_path: set[Node] = set()
    for start in starts:
        if start in order:
            continue
        order[start] = lowest[start] = len(order)
        path.append(start)
        on_path.add(start)
        work = [(start, successors(start))]
        while work:
            node, remaining = work[-1]
            for after in remaining:
                if after not in order:
                    order[after] = lowest[after] = len(order)
                    path.append(after)
                    on_path.add(after)
                    work.append((after, successors(after)))
                    break
                if after in on_path:
                    lowest[node] = min(lowest[node], order[after])
            else:
                work.pop()
                if work:
                    lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[node])
                if lowest[node] == order[node]:
                    yield _popped(path, on_path, node)


def _popped(path: list[Node], on_path: set[Node], root: Node) -> list[Node]:
    component = []
    while True:
        node = path.pop()
        on_path.discard(node)
        component.append(node)
        if node == root:
            return component


def joined(things: Iterable[Node], shared: Callable[[Node], Iterable[Hashable]]) -> list[list[Node]]:
    """Groups of things, in order, so that those that share something are in one group."""
    found = list(things)
    owner: dict[Hashable, int] = {}
    parents = list(range(len(found)))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    for number, thing in enumerate(found):
        for each in shared(thing):
            parents[root(number)] = root(owner.setdefault(each, number))
    groups: dict[int, list[Node]] = {}
    for number, thing in enumerate(found):
        groups.setdefault(root(number), []).append(thing)
    return list(groups.values())
