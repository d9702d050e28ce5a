"""Strongly connected components and groups against plain reachability."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from sociable.graph.components import joined, strongly_connected

Graph = dict[int, list[int]]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    size = draw(st.integers(0, 9))
    node = st.integers(0, max(size - 1, 0))
    return {number: draw(st.lists(node, max_size=4)) for number in range(size)}


def reached(graph: Graph, start: int) -> set[int]:
    """What can be reached from a node, itself included."""
    found, todo = {start}, [start]
    while todo:
        for after in graph[todo.pop()]:
            if after not in found:
                found.add(after)
                todo.append(after)
    return found


def components(graph: Graph, starts: list[int]) -> list[list[int]]:
    return list(strongly_connected(starts, lambda node: iter(graph[node])))


@given(graphs())
def test_nodes_that_reach_each_other_are_one_component(graph: Graph) -> None:
    reach = {node: reached(graph, node) for node in graph}
    expected = {frozenset(other for other in reach[node] if node in reach[other]) for node in graph}
    found = components(graph, list(graph))
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


@given(graphs(), st.data())
def test_only_what_can_be_reached_is_looked_at(graph: Graph, data: st.DataObject) -> None:
    starts = data.draw(st.lists(st.sampled_from(sorted(graph)), max_size=3)) if graph else []
    found = components(graph, starts)
    assert sorted(node for component in found for node in component) == sorted(
        set().union(*(reached(graph, start) for start in starts))
    )


@given(graphs())
def test_what_comes_after_comes_first(graph: Graph) -> None:
    seen: set[int] = set()
    for component in components(graph, list(graph)):
        seen.update(component)
        assert all(after in seen for node in component for after in graph[node])


def test_a_long_chain_needs_no_deep_recursion() -> None:
    size = 50_000

    def ring(node: int) -> Iterator[int]:
        yield (node + 1) % size

    assert [len(component) for component in strongly_connected([0], ring)] == [size]
    assert sum(1 for _ in strongly_connected([0], lambda node: iter(range(node + 1, min(node + 2, size))))) == size


@given(st.lists(st.lists(st.integers(0, 9), max_size=3), max_size=9))
def test_whatever_shares_something_is_in_one_group(things: list[list[int]]) -> None:
    alike = {
        number: [other for other, theirs in enumerate(things) if not set(own).isdisjoint(theirs)]
        for number, own in enumerate(things)
    }
    groups = joined(range(len(things)), lambda number: things[number])
    assert sorted(map(sorted, groups)) == sorted(map(sorted, {frozenset(reached(alike, each)) for each in alike}))
    assert [group[0] for group in groups] == sorted(min(group) for group in groups)
