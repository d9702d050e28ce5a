"""What every way passes, against taking things away one at a time."""

from hypothesis import given
from hypothesis import strategies as st
from sociable.readers.flow.dominators import Passed
from sociable.readers.flow.flow_graph import Edge, Flow

flows = st.integers(1, 8).flatmap(
    lambda count: st.lists(
        st.builds(Edge, st.integers(0, count - 1), st.integers(0, 1), st.integers(0, count - 1)), max_size=18
    ).map(lambda edges: Flow(count, edges))
)


def reached(flow: Flow, without: tuple[int, int] = (-1, -1)) -> set[int]:
    """What is reached from node 0 without a node (output -1) or one of its outputs."""
    seen = {0}
    todo = [0]
    while todo:
        for edge in flow.out[todo.pop()]:
            away = edge.source == without[0] and without[1] in (-1, edge.output)
            if not away and edge.target not in seen:
                seen.add(edge.target)
                todo.append(edge.target)
    return seen


@given(flows)
def test_every_way_passes_what_nothing_is_reached_without(flow: Flow) -> None:
    passed = Passed(flow, 0)
    assert set(passed.order) == reached(flow)
    for node in passed.order:
        needed = {(other, -1) for other in passed.order if other != node and node not in reached(flow, (other, -1))}
        outputs = {(edge.source, edge.output) for edges in flow.out for edge in edges}
        needed |= {each for each in outputs if node != 0 and node not in reached(flow, each)}
        assert set(passed.before(node)) == needed


@given(flows)
def test_what_tells_nothing_is_left_out_and_the_rest_kept(flow: Flow) -> None:
    whole = Passed(flow, 0)
    some = Passed(flow, 0, lambda node, output: output == 1)
    for node in whole.order:
        kept = [each for each in whole.before(node) if each[1] == 1]
        assert [each for each in some.before(node) if each != (0, -1)] == kept


@given(flows)
def test_first_things_come_first(flow: Flow) -> None:
    order = flow.order(0)
    assert order[0] == 0
    assert len(order) == len(set(order))


def test_a_long_chain_takes_no_long_walk() -> None:
    count = 50_000
    flow = Flow(count, [Edge(node, 0, node + 1) for node in range(count - 1)])
    passed = Passed(flow, 0, lambda node, output: node == 7 and output == -1)
    assert list(passed.before(count - 1)) == [(7, -1), (0, -1)]
