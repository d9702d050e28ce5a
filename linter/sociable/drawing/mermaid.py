"""A picture as text for Mermaid, which many code hosts draw: https://mermaid.js.org/syntax/flowchart.html."""

import re
from collections.abc import Iterator

from sociable.drawing.labels import arrow_words, box_note, box_title, card_lines
from sociable.drawing.legend import loop_sentence, remarks
from sociable.drawing.picture import Arrow, Box, Picture
from sociable.records.static import TextIO
from sociable.text.safe import one_line
from sociable.text.style import Style

_HEAD = """\
flowchart LR
classDef default fill:#ffffff,stroke:#6b7886,color:#17212b
classDef account fill:#eef1f5,stroke:#c3ccd8,color:#17212b
classDef loop fill:#ffffff,stroke:#c62828,stroke-width:3px,color:#17212b
classDef verdict fill:#c62828,stroke:#c62828,color:#ffffff
classDef hub fill:#fff8e1,stroke:#b8932f,color:#17212b
classDef remark fill:#eef1f5,stroke:none,color:#17212b
"""
_RISKY = re.compile(r"[^\w ,()@_-]|(?<![^\W_])[_-]|[_-](?![^\W_])|@(?!\w)")
"""All but letters, digits and what is harmless; a line or a hyphen only within a word, an @ only before one."""

_LOOP_STYLE = "stroke:#c62828,stroke-width:4px"


def write(picture: Picture, out: TextIO, style: Style) -> None:
    """Write the picture as a Mermaid flowchart."""
    out.write("\n".join((*_HEAD.splitlines(), *_lines(picture), "")))


def _lines(picture: Picture) -> Iterator[str]:
    for loop in picture.loops:
        yield f'v{loop.number}["{_safe(loop_sentence(loop))}"]:::verdict'
    for box in picture.boxes:
        yield from _box(box)
    if picture.boxes:
        yield f"class {','.join(box.key for box in picture.boxes)} account"
    for hub in picture.hubs:
        yield f'{hub.key}(["{_safe(hub.words)}"]):::{"loop" if hub.loops else "hub"}'
    for arrow in picture.arrows:
        yield _arrow(arrow)
    looping = [str(number) for number, arrow in enumerate(picture.arrows) if arrow.loops]
    if looping:
        yield f"linkStyle {','.join(looping)} {_LOOP_STYLE}"
    for number, text in enumerate(remarks(picture), 1):
        yield f'r{number}["{_safe(text)}"]:::remark'


def _box(box: Box) -> Iterator[str]:
    yield f'subgraph {box.key}["{_safe(box_title(box))}"]'
    for card in box.cards:
        yield f'{card.key}["{"<br/>".join(map(_safe, card_lines(card)))}"]{":::loop" if card.loops else ""}'
    if note := box_note(box):
        yield f'{box.key}x["{_safe(note)}"]:::remark'
    yield "end"


def _arrow(arrow: Arrow) -> str:
    line = "==>" if arrow.loops else "-.->" if arrow.waits else "-->"
    words = arrow_words(arrow)
    return (
        f'{arrow.source} {line}|"{_safe(words)}"| {arrow.target}' if words else f"{arrow.source} {line} {arrow.target}"
    )


def _safe(text: str) -> str:
    """Text in which every sign that could mean something to Mermaid, HTML or Markdown is written by its number."""
    text = re.sub(r"\$(?=\$)", "$ ", one_line(text))  # two make a formula, however they are written
    return _RISKY.sub(lambda sign: f"#{ord(sign[0])};", text)
