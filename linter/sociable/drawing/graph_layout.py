"""Places for boxes and ways for wires: layers from left to right, in the manner of Sugiyama.

K. Sugiyama, S. Tagawa and M. Toda, Methods for visual understanding of hierarchical system
structures, IEEE Trans. Syst. Man Cybern. 11 (1981), 109-125. Wires that lead back are turned round,
boxes are put into layers by longest path, and a wire that passes a layer gets a place in it like a
box, so that no wire crosses a box. Wires that share an end share their way. All lengths are in one
unit; a place is that of a box's upper left corner.
"""

import math
from collections.abc import Callable, Iterable
from heapq import heapify, heappop, heappush

from sociable.records.record import Record

COLUMN_GAP = 110.0
"""Between layers: room for wires to change their height."""

ROW_GAP = 26.0
"""Between boxes above each other."""

_LANE = 8.0
"""What a wire takes of a layer that it passes, and how far it keeps away from others and from boxes."""

_TURN = 82.0
"""What wires that turn round need beside the first and the last layer."""

_STIFF = 4.0
"""How much more it counts how far up or down a wire turns round than how far it leads on: turns are hard to follow."""

_SWEEPS = 16


class Node(Record):
    """A box to be placed."""

    key: str
    width: float
    height: float


class Wire(Record):
    """From the right side of ``source`` to the left side of ``target``, at heights below their upper edges."""

    source: str
    leaves: float
    target: str
    enters: float


class Point(Record):
    """A point of a way."""

    x: float
    y: float


class Layout(Record):
    """Where everything is.

    A way has an even number of points: straight to the edge of the layer, through a gap, straight across a layer,
    through a gap, …, straight to the box.
    """

    width: float
    height: float
    places: dict[str, Point]
    ways: dict[Wire, tuple[Point, ...]]


class _Stop(Record):
    """A place in a layer: that of a node, or of wires that pass it."""

    layer: int
    name: tuple[str, ...]
    height: float

    @property
    def is_lane(self) -> bool:
        return len(self.name) > 1


class _Hop(Record):
    """A piece of a wire between two stops, with the heights at which it leaves and enters them."""

    before: _Stop
    leaves: float
    after: _Stop
    enters: float


def layered(nodes: list[Node], wires: list[Wire]) -> Layout:
    """Place nodes that hang together. Deterministic: ties are decided by the order of the nodes."""
    layer_of = _layers([node.key for node in nodes], wires)
    stops = {node.key: _Stop(layer_of[node.key], (node.key,), node.height) for node in nodes}
    ways = _ways(wires, stops)
    columns: dict[int, dict[_Stop, None]] = {layer: {} for layer in range(max(layer_of.values()) + 1)}
    for stop in (*stops.values(), *(each for way in ways for hop in way for each in (hop.before, hop.after))):
        columns[stop.layer][stop] = None
    tops = _tops([list(column) for column in columns.values()], list(dict.fromkeys(hop for way in ways for hop in way)))
    first = _TURN if any(_turns(way[-1]) and way[-1].after.layer == 0 for way in ways) else 0.0
    sides = _sides(nodes, layer_of, first)
    places = {}
    for node in nodes:
        left, right = sides[layer_of[node.key]]
        places[node.key] = Point((left + right - node.width) / 2, tops[stops[node.key]])
    width_of = {node.key: node.width for node in nodes}
    drawn = {
        wire: _drawn(way, tops, sides, places[wire.source].x + width_of[wire.source], places[wire.target].x)
        for wire, way in zip(wires, ways, strict=True)
    }
    height = max(tops[stop] + stop.height for stop in tops)
    last = _TURN if any(_turns(way[0]) and way[0].before.layer == len(sides) - 1 for way in ways) else 0.0
    return Layout(sides[-1][1] + last, height, places, drawn)


def _turns(hop: _Hop) -> bool:
    """Whether it leads from one stop of a layer to another, and so round."""
    return hop.before.layer == hop.after.layer


def _sides(nodes: list[Node], layer_of: dict[str, int], first: float) -> list[tuple[float, float]]:
    """The left and the right edge of each layer."""
    widths = [0.0] * (max(layer_of.values()) + 1)
    for node in nodes:
        widths[layer_of[node.key]] = max(widths[layer_of[node.key]], node.width)
    lefts = [first + sum(widths[:layer]) + layer * COLUMN_GAP for layer in range(len(widths))]
    return [(left, left + width) for left, width in zip(lefts, widths, strict=True)]


def _layers(keys: list[str], wires: list[Wire]) -> dict[str, int]:
    """The layer of each node: that of its longest path from a beginning, wires that lead back left aside."""
    after: dict[str, dict[str, None]] = {key: {} for key in keys}
    for wire in wires:
        if wire.source != wire.target:
            after[wire.source][wire.target] = None
    layer_of = dict.fromkeys(keys, 0)
    for key in _in_order(keys, after):
        for follower in after[key]:
            layer_of[follower] = max(layer_of[follower], layer_of[key] + 1)
    return layer_of


def _in_order(keys: list[str], after: dict[str, dict[str, None]]) -> list[str]:
    """Nodes so that those come first that lead to others; ``after`` loses what leads back.

    Where none of the rest is without a predecessor, the one goes first whose wires out outnumber those in the
    most. P. Eades, X. Lin and W. F. Smyth, A fast and effective heuristic for the feedback arc set problem,
    Inf. Process. Lett. 47 (1993), 319-323, from one end.
    """
    before: dict[str, set[str]] = {key: set() for key in keys}
    for key, followers in after.items():
        for follower in followers:
            before[follower].add(key)
    place = {key: number for number, key in enumerate(keys)}
    free = [place[key] for key in keys if not before[key]]
    bound = [_urge(key, place, before, after) for key in keys]
    heapify(bound)
    left = set(keys)
    order: list[str] = []
    while left:
        key = keys[heappop(free)] if free else _most_urgent(bound, keys, left, place, before, after)
        left.discard(key)
        order.append(key)
        for leader in before[key]:
            del after[leader][key]
            heappush(bound, _urge(leader, place, before, after))
        for follower in after[key]:
            before[follower].discard(key)
            if not before[follower]:
                heappush(free, place[follower])
            heappush(bound, _urge(follower, place, before, after))
    return order


_Before = dict[str, set[str]]
_After = dict[str, dict[str, None]]


def _urge(key: str, place: dict[str, int], before: _Before, after: _After) -> tuple[int, int]:
    """How far its wires out outnumber those in, the most first, and then by its place."""
    return len(before[key]) - len(after[key]), place[key]


def _most_urgent(
    bound: list[tuple[int, int]], keys: list[str], left: set[str], place: dict[str, int], before: _Before, after: _After
) -> str:
    """The first of what is left, where each waits for another; what changed since it was noted is passed over."""
    while True:
        urge = heappop(bound)
        key = keys[urge[1]]
        if key in left and urge == _urge(key, place, before, after):
            return key


def _ways(wires: list[Wire], stops: dict[str, _Stop]) -> list[list[_Hop]]:
    """Each wire as hops from stop to stop. Those that share their busier end share the stops between."""
    leaving: dict[tuple[str, float], int] = {}
    entering: dict[tuple[str, float], int] = {}
    for wire in wires:
        leaving[wire.source, wire.leaves] = leaving.get((wire.source, wire.leaves), 0) + 1
        entering[wire.target, wire.enters] = entering.get((wire.target, wire.enters), 0) + 1
    ways = []
    for wire in wires:
        first, last = stops[wire.source], stops[wire.target]
        forth = last.layer > first.layer
        passed = range(first.layer + 1, last.layer) if forth else range(first.layer, last.layer - 1, -1)
        out, into = (wire.source, wire.leaves), (wire.target, wire.enters)
        shared = ("from", *map(str, out)) if leaving[out] >= entering[into] else ("to", *map(str, into))
        lanes = [_Stop(layer, (*shared, "forth" if forth else "back"), _LANE) for layer in passed]
        way, before, leaves = [], first, wire.leaves
        for lane in lanes:
            way.append(_Hop(before, leaves, lane, _LANE / 2))
            before, leaves = lane, _LANE / 2
        way.append(_Hop(before, leaves, last, wire.enters))
        ways.append(way)
    return ways


def _tops(columns: list[list[_Stop]], hops: list[_Hop]) -> dict[_Stop, float]:
    """The upper edge of each stop. Each layer in turn moves to where its wires would be level, to and fro."""
    pulls: _Pulls = {}
    for hop in hops:
        if not _turns(hop) or hop.before.is_lane:  # a box goes after other layers, and what turns at it after the box
            pulls.setdefault(hop.before, []).append((hop.after, hop.enters - hop.leaves, _pull(hop)))
        if not _turns(hop) or hop.after.is_lane:
            pulls.setdefault(hop.after, []).append((hop.before, hop.leaves - hop.enters, _pull(hop)))
    tops: dict[_Stop, float] = {}
    for column in columns:
        tops.update(_settled(column, [0.0] * len(column)))
    best, best_length = tops, _length(tops, hops)
    for sweep in range(_SWEEPS):
        tops = dict(tops)
        for column in columns if sweep % 2 == 0 else reversed(columns):
            wish = {stop: _wish(stop, tops, pulls) for stop in column}
            column.sort(key=lambda stop: wish[stop] + stop.height / 2)
            tops.update(_settled(column, [wish[stop] for stop in column]))
        length = _length(tops, hops)
        if length < best_length:
            best, best_length = tops, length
    highest = min(best.values())
    return {stop: top - highest for stop, top in best.items()}


_Pulls = dict[_Stop, list[tuple[_Stop, float, float]]]
"""For each stop those it is joined to, how much higher than they it would be level, and how much that counts."""


def _wish(stop: _Stop, tops: dict[_Stop, float], pulls: _Pulls) -> float:
    """Where the wires of a stop would be level on the average."""
    joined = pulls.get(stop, ())
    if not joined:
        return tops[stop]
    return sum((tops[other] + shift) * pull for other, shift, pull in joined) / sum(pull for _, _, pull in joined)


def _length(tops: dict[_Stop, float], hops: list[_Hop]) -> float:
    """How far wires go up and down."""
    return sum(abs(tops[hop.before] + hop.leaves - tops[hop.after] - hop.enters) * _pull(hop) for hop in hops)


def _pull(hop: _Hop) -> float:
    return _STIFF if _turns(hop) else 1.0


def _settled(column: list[_Stop], wishes: list[float]) -> dict[_Stop, float]:
    """Places in this order that do not overlap and, by least squares, are nearest to what is wished.

    Neighbours that would overlap are joined and share the mean of their wishes: the pool adjacent violators
    algorithm of isotonic regression.
    """
    blocks: list[tuple[float, int]] = []  # the sum of the wishes of the first of each block, and how many it holds
    offset, offsets = 0.0, []
    for number, (stop, wish) in enumerate(zip(column, wishes, strict=True)):
        if number:
            above = column[number - 1]
            offset += above.height + (_LANE if above.is_lane or stop.is_lane else ROW_GAP)
        offsets.append(offset)
        total, count = wish - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            more, others = blocks.pop()
            total, count = total + more, count + others
        blocks.append((total, count))
    starts = [total / count for total, count in blocks for _ in range(count)]
    return {stop: start + offset for stop, start, offset in zip(column, starts, offsets, strict=True)}


def _drawn(
    way: list[_Hop], tops: dict[_Stop, float], sides: list[tuple[float, float]], start: float, end: float
) -> tuple[Point, ...]:
    """The points of a way from and to these sides of boxes."""
    first, last = way[0], way[-1]
    height = tops[first.before] + first.leaves
    points = [Point(start, height), Point(sides[first.before.layer][1], height)]
    for hop in way[:-1]:
        height = tops[hop.after] + hop.enters
        left, right = sides[hop.after.layer]
        points += [Point(x, height) for x in ((left, right) if hop.after.name[-1] == "forth" else (right, left))]
    height = tops[last.after] + last.enters
    return (*points, Point(sides[last.after.layer][0], height), Point(end, height))


def packed(parts: list[tuple[float, float]], gap: float, room: float) -> tuple[list[Point], float, float]:
    """Places for parts of so much width and height, in rows of at most ``room`` or one part.

    Returns the places, and the width and height of the whole.
    """
    places: list[Point] = []
    x = y = highest = widest = 0.0
    for width, height in parts:
        if x and x + width > room:
            x, y, highest = 0.0, y + highest + gap, 0.0
        places.append(Point(x, y))
        x, highest = x + width + gap, max(highest, height)
        widest = max(widest, x - gap)
    return places, widest, y + highest


def row_width(parts: list[tuple[float, float]], gap: float, shape: float) -> float:
    """How wide rows should be, so that all parts together are about ``shape`` times as wide as high."""
    area = sum((width + gap) * (height + gap) for width, height in parts)
    return max(math.sqrt(shape * area), *(width for width, _ in parts), 0.0)


def connected(keys: Iterable[str], wires: Iterable[Wire]) -> list[list[str]]:
    """The nodes that hang together, each group and the groups in order."""
    group_of = {key: [key] for key in keys}
    for wire in wires:
        one, other = group_of[wire.source], group_of[wire.target]
        if one is not other:
            small, large = sorted((one, other), key=len)
            large += small
            for key in small:
                group_of[key] = large
    order = {key: number for number, key in enumerate(group_of)}
    groups = {id(group): group for group in group_of.values()}
    position: Callable[[str], int] = order.__getitem__
    return sorted((sorted(group, key=position) for group in groups.values()), key=lambda group: order[group[0]])
