"""Nothing overlaps, every wire ends at its boxes and crosses none, and the same goes in as comes out."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.drawing.graph_layout import (
    Layout,
    Node,
    Point,
    Wire,
    _settled,
    _Stop,
    connected,
    layered,
    packed,
    row_width,
)

LEAST = 1e-6


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Node], list[Wire]]:
    """Boxes, and wires that join all of them and more."""
    count = draw(st.integers(1, 9))
    nodes = [
        Node(f"n{number}", draw(st.sampled_from((100.0, 200.0))), draw(st.integers(20, 300))) for number in range(count)
    ]
    ends = [(draw(st.integers(0, number - 1)), number) for number in range(1, count)]
    ends += draw(st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=12))
    wires: dict[Wire, None] = {}
    for one, other in ends:
        source, target = (one, other) if draw(st.booleans()) else (other, one)
        leaves = draw(st.integers(1, 4)) / 5 * nodes[source].height
        wires[Wire(nodes[source].key, leaves, nodes[target].key, nodes[target].height / 2)] = None
    return nodes, list(wires)


Box = tuple[float, float, float, float]


def boxes(nodes: list[Node], layout: Layout) -> list[Box]:
    """Left, top, right and bottom of each."""
    return [
        (place.x, place.y, place.x + node.width, place.y + node.height)
        for node in nodes
        for place in [layout.places[node.key]]
    ]


def overlap(one: Box, other: Box) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > LEAST and min(one[3], other[3]) - max(one[1], other[1]) > LEAST
    )


@settings(max_examples=300, deadline=None)
@given(graphs())
def test_boxes_do_not_overlap_and_lie_within_the_whole(graph: tuple[list[Node], list[Wire]]) -> None:
    nodes, wires = graph
    layout = layered(nodes, wires)
    placed = boxes(nodes, layout)
    assert not any(overlap(one, other) for one, other in combinations(placed, 2))
    assert all(left >= 0 and top >= -LEAST for left, top, _, _ in placed)
    assert all(right <= layout.width and bottom <= layout.height + LEAST for _, _, right, bottom in placed)


@settings(max_examples=300, deadline=None)
@given(graphs())
def test_wires_end_at_their_boxes_and_cross_none(graph: tuple[list[Node], list[Wire]]) -> None:
    nodes, wires = graph
    layout = layered(nodes, wires)
    width = {node.key: node.width for node in nodes}
    placed = boxes(nodes, layout)
    for wire in wires:
        way = layout.ways[wire]
        source, target = layout.places[wire.source], layout.places[wire.target]
        assert way[0] == Point(source.x + width[wire.source], source.y + wire.leaves)
        assert way[-1] == Point(target.x, target.y + wire.enters)
        assert len(way) % 2 == 0
        for number, (one, other) in enumerate(pairwise(way)):
            left, right = sorted((one.x, other.x))
            if number % 2 == 0:
                assert abs(one.y - other.y) < LEAST
                assert not any(overlap((left, one.y - 1, right, one.y + 1), box) for box in placed)
            else:  # a curve may go anywhere between its ends: there must be no box at any height
                assert not any(overlap((left, 0, right, layout.height), box) for box in placed)
                if one.x == other.x:
                    assert 80 <= one.x <= layout.width - 80, "there is room to turn round"


@settings(max_examples=100, deadline=None)
@given(graphs())
def test_the_same_graph_is_laid_out_the_same(graph: tuple[list[Node], list[Wire]]) -> None:
    nodes, wires = graph
    assert layered(nodes, wires) == layered(list(nodes), list(wires))


@settings(deadline=None)
@given(st.lists(st.integers(1, 30), min_size=2, max_size=8, unique=True))
def test_without_a_loop_every_wire_leads_to_the_right(numbers: list[int]) -> None:
    nodes = [Node(f"n{number}", 10, 10) for number in numbers]
    wires = [Wire(f"n{one}", 5, f"n{other}", 5) for one in numbers for other in numbers if one < other]
    places = layered(nodes, wires).places
    assert all(places[wire.source].x < places[wire.target].x for wire in wires)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 50), st.integers(-100, 100)), min_size=1, max_size=6), st.integers(-3, 3))
def test_a_layer_settles_where_it_is_nearest_to_what_is_wished(wished: list[tuple[int, int]], nudge: int) -> None:
    column = [_Stop(0, (str(number),), height) for number, (height, _) in enumerate(wished)]
    wishes = [float(wish) for _, wish in wished]
    tops = list(_settled(column, wishes).values())

    def fits(places: list[float]) -> bool:
        return all(
            after - before >= stop.height - LEAST
            for stop, (before, after) in zip(column, pairwise(places), strict=False)
        )

    def cost(places: list[float]) -> float:
        return sum((place - wish) ** 2 for place, wish in zip(places, wishes, strict=True))

    assert fits(tops)
    # Moving all from one on, or all up to one, keeps the gaps or widens them: it must not be any better.
    for number in range(len(tops)):
        later = [top + abs(nudge) * (position >= number) for position, top in enumerate(tops)]
        earlier = [top - abs(nudge) * (position <= number) for position, top in enumerate(tops)]
        assert cost(later) >= cost(tops) - LEAST
        assert cost(earlier) >= cost(tops) - LEAST


@settings(deadline=None)
@given(graphs(), st.integers(0, 3))
def test_what_hangs_together_is_found(graph: tuple[list[Node], list[Wire]], alone: int) -> None:
    nodes, wires = graph
    keys = [node.key for node in nodes]
    others = [f"x{number}" for number in range(alone)]
    assert connected([*others, *keys], wires) == [*([other] for other in others), keys]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 90), st.integers(1, 90)), max_size=12))
def test_parts_are_packed_without_overlap(sizes: list[tuple[int, int]]) -> None:
    parts = [(float(width), float(height)) for width, height in sizes]
    places, width, height = packed(parts, 5, row_width(parts, 5, 1.5))
    placed = [
        (place.x, place.y, place.x + wide, place.y + high) for place, (wide, high) in zip(places, parts, strict=True)
    ]
    assert not any(overlap(one, other) for one, other in combinations(placed, 2))
    assert all(right <= width and bottom <= height for _, _, right, bottom in placed)
