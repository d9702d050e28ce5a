"""A picture as SVG: one file that needs nothing else."""

from collections.abc import Iterator
from html import escape

from sociable.drawing import cards
from sociable.drawing.cards import INSET, LINE
from sociable.drawing.graph_layout import Node, Point, Wire, connected, layered, packed, row_width
from sociable.drawing.labels import box_note, box_title
from sociable.drawing.legend import legend
from sociable.drawing.picture import Arrow, Box, Card, Hub, Picture, ended, loop_kind
from sociable.drawing.stylesheet import STYLE
from sociable.drawing.text_width import lines, text_width
from sociable.records.record import Record
from sociable.records.static import TextIO
from sociable.text.safe import one_line
from sociable.text.style import Style
from sociable.text.wording import sentence

_MARGIN = 40.0
_TOP = 92.0
"""Room for the title."""

_NARROWEST = 780.0
"""Room for the longest line of the legend."""

_PADDING = 12.0
_BOX = cards.WIDTH + 2 * _PADDING
_HEAD = 52.0
"""What the name of an account takes of its box."""

_HUB = 200.0
_APART = 70.0
"""Between parts of the picture that have nothing to do with each other."""

_ROW = 26.0
"""Between boxes that nothing joins to others."""

_SHAPE = 1.6
"""How many times as wide as high a picture should be."""

_BEND = 105.0
"""How far the handles of a curve that turns round may reach; the curve itself reaches three quarters of that."""

_TIP = 9.0
_BADGE = 9.0


class Drawn(Record):
    """A picture as SVG, and how wide it is in pixels."""

    svg: str
    width: float


def write(picture: Picture, out: TextIO, style: Style) -> None:
    """Write the picture as an SVG document."""
    out.write(_Page(picture).document("", f"<style>\n{STYLE}</style>\n").svg)


def embedded(picture: Picture, prefix: str) -> Drawn:
    """The picture as a piece of a page, which has to hold ``style_within``; ``prefix`` keeps its ids apart."""
    return _Page(picture).document(prefix, "")


class _Page:
    """Measures everything, has it placed, and draws it."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.ended = ended(picture)
        self.written = {card.key: cards.written(card) for box in picture.boxes for card in box.cards}
        self.hubs = {hub.key: lines(one_line(hub.words), 13, _HUB - 2 * INSET, 4) for hub in picture.hubs}
        self.stands: dict[str, tuple[str, float]] = {key: (key, 0.0) for key in self.hubs}
        """For each card and hub, the box it is in and how far below its upper edge."""
        self.nodes = [Node(box.key, _BOX, self._measure(box)) for box in picture.boxes]
        self.nodes += [Node(key, _HUB, len(text) * LINE + 2 * INSET) for key, text in self.hubs.items()]
        self.heights = {node.key: node.height for node in self.nodes}
        self.wires = [self._wire(arrow) for arrow in picture.arrows]

    def _measure(self, box: Box) -> float:
        """The height of a box; notes where in it each card stands."""
        below = _HEAD
        for card in box.cards:
            self.stands[card.key] = (box.key, below)
            below += self.written[card.key].height + _PADDING
        return below + (LINE + _PADDING / 2 if box_note(box) else 0.0)

    def _wire(self, arrow: Arrow) -> Wire:
        source, above = self.stands[arrow.source]
        target, over = self.stands[arrow.target]
        if arrow.deed is None:
            leaves = self._middle(arrow.source)
        else:
            leaves = above + self.written[arrow.source].leaves[arrow.deed]
        enters = over + self.written[arrow.target].enters if arrow.target in self.written else self._middle(target)
        return Wire(source, leaves, target, enters)

    def _middle(self, hub: str) -> float:
        return INSET + len(self.hubs[hub]) * LINE / 2

    def _placed(self) -> tuple[dict[str, Point], dict[Wire, tuple[Point, ...]], float, float]:
        """Places and ways of everything, and the size of all together. Boxes that no wire joins come last."""
        nodes = {node.key: node for node in self.nodes}
        groups = connected(nodes, self.wires)
        wires: dict[str, list[Wire]] = {}
        for wire in self.wires:
            wires.setdefault(wire.source, []).append(wire)
        layouts = [
            layered([nodes[key] for key in group], [wire for key in group for wire in wires.get(key, ())])
            for group in sorted(groups, key=lambda group: len(group) == 1)
        ]
        sizes = [(each.width, each.height) for each in layouts]
        joined = sum(len(group) > 1 for group in groups)
        room = row_width(sizes, _APART, _SHAPE)
        corners, width, height = packed(sizes[:joined], _APART, room)
        alone, wide, high = packed(sizes[joined:], _ROW, room)
        below = height + _APART if joined else 0.0
        corners += [Point(corner.x, corner.y + below) for corner in alone]
        places: dict[str, Point] = {}
        ways: dict[Wire, tuple[Point, ...]] = {}
        for layout, corner in zip(layouts, corners, strict=True):
            by = Point(corner.x + _MARGIN, corner.y + _TOP)
            places.update((key, _moved(place, by)) for key, place in layout.places.items())
            ways.update((wire, tuple(_moved(point, by) for point in way)) for wire, way in layout.ways.items())
        bottom = below + high if alone else height
        return places, ways, max(width, wide, _NARROWEST) + 2 * _MARGIN, bottom + _TOP

    def document(self, prefix: str, style: str) -> Drawn:
        """All of it, what matters most on top."""
        places, ways, width, bottom = self._placed()
        rows, high = _rows(self.picture, width)
        height = bottom + _MARGIN + high + _MARGIN
        names = f"{prefix}title {prefix}desc"
        size = f'width="{_n(width)}" height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}"'
        arrows = sorted(zip(self.picture.arrows, self.wires, strict=True), key=lambda each: bool(each[0].loops))
        told = " ".join((f"{self.picture.subtitle}.", *map(sentence, (text for _, text in legend(self.picture)))))
        svg = "\n".join(
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="{names}">',
                f'<title id="{prefix}title">{_safe(self.picture.title)}</title>',
                f'<desc id="{prefix}desc">{_safe(told)}</desc>',
                f'{style}<rect class="paper" width="100%" height="100%"/>',
                _text("title", _MARGIN, 46, self.picture.title),
                _text("faint", _MARGIN, 68, self.picture.subtitle),
                *(line for box in self.picture.boxes for line in self._box(box, places[box.key])),
                *(line for hub in self.picture.hubs for line in self._hub(hub, places[hub.key])),
                *(line for arrow, wire in arrows for line in self._arrow(arrow, ways[wire])),
                *_legend(rows, bottom + _MARGIN),
                "</svg>",
                "",
            )
        )
        return Drawn(svg, width)

    def _box(self, box: Box, place: Point) -> Iterator[str]:
        height = self.heights[box.key]
        yield f"<g><title>{_safe(box_title(box))}</title>"
        yield _rectangle("box", place, _BOX, height, 10)
        title = lines(one_line(box.title), 15 * cards.BOLD, _BOX - 2 * _PADDING, 1)[0]
        yield _text("handle", place.x + _PADDING, place.y + 23, title)
        yield _text("faint", place.x + _PADDING, place.y + 41, box.platform)
        for card in box.cards:
            yield from self._card(card, Point(place.x + _PADDING, place.y + self.stands[card.key][1]))
        if note := box_note(box):
            yield _text("faint", place.x + _PADDING, place.y + height - _PADDING, note)
        yield "</g>"

    def _card(self, card: Card, place: Point) -> Iterator[str]:
        text = self.written[card.key]
        yield f"<g><title>{_safe(f'{card.name} ({card.id})')}</title>"
        kind = loop_kind(card.loops, self.ended)
        yield _rectangle(f"card {kind}".rstrip().replace("loop", "looping"), place, cards.WIDTH, text.height, 6)
        for number, (style, words, indent) in enumerate(text.lines):
            yield _text(style, place.x + INSET + indent, place.y + INSET + (number + 0.76) * LINE, words)
        if card.loops:
            badge = f"loop {', '.join(map(str, card.loops))}"
            wide = text_width(badge, 11) + 12
            corner = Point(place.x + cards.WIDTH - wide - 8, place.y + 9)
            yield _rectangle(kind.replace("loop", "badge"), corner, wide, 18, 9)
            yield _text("number", place.x + cards.WIDTH - wide / 2 - 8, place.y + 22, badge, middle=True)
        yield "</g>"

    def _hub(self, hub: Hub, place: Point) -> Iterator[str]:
        text = self.hubs[hub.key]
        looping = f"hub {loop_kind(hub.loops, self.ended)}".rstrip().replace("loop", "looping")
        yield _rectangle(looping, place, _HUB, len(text) * LINE + 2 * INSET, 20)
        for number, words in enumerate(text):
            yield _text("text", place.x + _HUB / 2, place.y + INSET + (number + 0.76) * LINE, words, middle=True)

    def _arrow(self, arrow: Arrow, way: tuple[Point, ...]) -> Iterator[str]:
        """The line, its tip, and the numbers of its loops where it begins. Cards stand a little inside their boxes."""
        from_hub = arrow.source in self.hubs
        start, end = way[0], way[-1]
        target = end.x + (_PADDING if arrow.target in self.written else 0.0)
        ends = target - _TIP
        begins = start.x if from_hub else start.x - _PADDING
        way = (Point(begins, start.y), *way[1:-2], Point(min(way[-2].x, ends), end.y), Point(ends, end.y))
        loop = loop_kind(arrow.loops, self.ended)
        kind = " ".join(filter(None, ("arrow", loop, "waits" if arrow.waits else "")))
        yield f'<path class="{kind}" d="{_path(way)}"/>'
        half = _TIP * 0.55
        tip = f"{_n(target)},{_n(end.y)} {_n(ends - 1)},{_n(end.y - half)} {_n(ends - 1)},{_n(end.y + half)}"
        yield f'<polygon class="{f"tip {loop}".rstrip()}" points="{tip}"/>'
        if arrow.loops and not from_hub:
            yield _badge(loop, start.x, start.y)
            yield _text("number", start.x, start.y + 4, ",".join(map(str, arrow.loops)), middle=True)


def _path(way: tuple[Point, ...]) -> str:
    """Straight across layers, and through the gaps between them in curves that begin and end level."""
    drawn = [f"M{_n(way[0].x)} {_n(way[0].y)}"]
    for number in range(1, len(way)):
        before, point = way[number - 1], way[number]
        if number % 2:
            drawn.append(f"H{_n(point.x)}")
        else:
            leaves = _direction(way, number - 1)
            enters = _direction(way, number + 1)
            level = leaves == enters and (point.x - before.x) * leaves > 0
            bend = abs(point.x - before.x) * 0.55 if level else min(24 + abs(point.y - before.y) / 5, _BEND)
            first, second = before.x + leaves * bend, point.x - enters * bend
            drawn.append(f"C{_n(first)} {_n(before.y)} {_n(second)} {_n(point.y)} {_n(point.x)} {_n(point.y)}")
    return " ".join(drawn)


def _direction(way: tuple[Point, ...], number: int) -> int:
    """Whether the straight piece that ends at this point leads to the right or to the left."""
    return -1 if way[number].x < way[number - 1].x else 1


class _Row(Record):
    """A row of the legend: its mark, its text in lines, and how far it is below the top of the legend.

    ``kind`` is that of the loop whose number is its mark.
    """

    mark: str
    lines: list[str]
    below: float
    kind: str


def _rows(picture: Picture, width: float) -> tuple[list[_Row], float]:
    """The rows of the legend in a picture of that width, and their height."""
    rows = []
    below = 0.0
    settled = ended(picture)
    for mark, text in legend(picture):
        kind = loop_kind([int(mark)], settled) if mark.isdecimal() else ""
        told = lines(one_line(text), 13 * cards.BOLD, width - 2 * _MARGIN - 50, 4)
        rows.append(_Row(mark, told, below, kind))
        below += len(told) * LINE + 9
    return rows, below


def _legend(rows: list[_Row], top: float) -> Iterator[str]:
    for row in rows:
        y = top + row.below
        if row.mark.isdecimal():
            yield _badge(row.kind, _MARGIN + 18, y)
            yield _text("number", _MARGIN + 18, y + 4, row.mark, middle=True)
        elif row.mark:
            yield f'<path class="{row.mark}" d="M{_n(_MARGIN)} {_n(y)} H{_n(_MARGIN + 36)}"/>'
        for number, line in enumerate(row.lines):
            yield _text("alarm" if row.kind == "loop" else "text", _MARGIN + 50, y + 4 + number * LINE, line)


def _badge(loop: str, x: float, y: float) -> str:
    kind = loop.replace("loop", "badge")
    return f'<circle class="{kind}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(_BADGE)}"/>'


def _rectangle(kind: str, place: Point, width: float, height: float, corner: float) -> str:
    at = f'x="{_n(place.x)}" y="{_n(place.y)}" width="{_n(width)}" height="{_n(height)}"'
    return f'<rect class="{kind}" {at} rx="{_n(corner)}"/>'


def _text(kind: str, x: float, y: float, text: str, *, middle: bool = False) -> str:
    anchor = ' text-anchor="middle"' if middle else ""
    return f'<text class="{kind}" x="{_n(x)}" y="{_n(y)}"{anchor}>{_safe(text)}</text>'


def _safe(text: str) -> str:
    """Text that is nothing but text, whatever file it is from."""
    return escape(one_line(text))


def _moved(point: Point, by: Point) -> Point:
    return Point(point.x + by.x, point.y + by.y)


def _n(number: float) -> str:
    """A length with one decimal at most, the same on every machine."""
    return f"{number:.1f}".removesuffix(".0")
