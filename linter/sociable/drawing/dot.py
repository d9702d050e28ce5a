"""A picture as text for Graphviz: https://graphviz.org/doc/info/lang.html."""

from collections.abc import Iterator

from sociable.drawing.labels import arrow_words, box_note, box_title, card_lines
from sociable.drawing.legend import loop_sentence, remarks
from sociable.drawing.picture import Arrow, Box, Picture
from sociable.records.static import TextIO
from sociable.text.safe import one_line
from sociable.text.style import Style

_HEAD = """\
digraph sociable {
rankdir=LR; nodesep=0.3; ranksep=0.9; labelloc=t; fontsize=18; fontname="sans-serif";
node [shape=box, style="rounded,filled", fillcolor=white, color="#6b7886", fontname="sans-serif", fontsize=11];
edge [color="#6b7886", fontname="sans-serif", fontsize=10];
"""
_LOOP = 'color="#c62828", penwidth=3'


def write(picture: Picture, out: TextIO, style: Style) -> None:
    """Write the picture as a Graphviz graph."""
    told = [picture.title, *map(loop_sentence, picture.loops), *remarks(picture)]
    title = "".join(f"{_safe(line)}\\l" for line in told)
    out.write("\n".join((*_HEAD.splitlines(), f'label="{title}";', *_lines(picture), "}", "")))


def _lines(picture: Picture) -> Iterator[str]:
    for box in picture.boxes:
        yield from _box(box)
    for hub in picture.hubs:
        looping = _LOOP if hub.loops else 'color="#b8932f"'
        yield f'{hub.key} [label="{_safe(hub.words)}", shape=oval, fillcolor="#fff8e1", {looping}];'
    for arrow in picture.arrows:
        yield _arrow(arrow)


def _box(box: Box) -> Iterator[str]:
    yield f"subgraph cluster_{box.key} {{"
    yield f'label="{_safe(box_title(box))}"; fontsize=13; style="rounded,filled"; fillcolor="#eef1f5";'
    for card in box.cards:
        label = "".join(f"{_safe(line)}\\l" for line in card_lines(card))
        yield f'{card.key} [label="{label}"{f", {_LOOP}" if card.loops else ""}];'
    if note := box_note(box):
        yield f'{box.key}x [label="{_safe(note)}", shape=plaintext, style=""];'
    yield "}"


def _arrow(arrow: Arrow) -> str:
    style = [
        f'label="{_safe(arrow_words(arrow))}"',
        *([_LOOP] if arrow.loops else ()),
        *(["style=dashed"] if arrow.waits else ()),
    ]
    return f"{arrow.source} -> {arrow.target} [{', '.join(style)}];"


def _safe(text: str) -> str:
    """Text in which no quote ends the string, and no backslash or entity means anything."""
    return one_line(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
