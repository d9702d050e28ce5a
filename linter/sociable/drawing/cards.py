"""What is written on a card, line by line, and where arrows come in and go out."""

from collections.abc import Iterator

from sociable.drawing.labels import deed_line
from sociable.drawing.picture import Card
from sociable.drawing.text_width import lines
from sociable.records.record import Record
from sociable.text.safe import one_line

WIDTH = 280.0
INSET = 12.0
LINE = 17.0
BADGE = 62.0
"""What the note that a card is on a loop takes of the line with its name."""

_TEXT = 13.0
_FAINT = 12.0
BOLD = 1.17
"""Bold letters are wider by about this factor."""


class Line(Record):
    """A line of text. ``indent`` is in the same unit as lengths."""

    style: str
    text: str
    indent: float = 0.0


class Written(Record):
    """``enters`` and, for each deed, ``leaves`` are how far below its upper edge arrows meet the card."""

    lines: tuple[Line, ...]
    enters: float
    leaves: tuple[float, ...]

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + 2 * INSET


def written(card: Card) -> Written:
    """The lines of a card that fit its width."""
    head = list(_head(card))
    text = [*head, *_wrapped("text", card.when, 0.0, 3)]
    leaves = []
    for deed in card.deeds:
        leaves.append(_middle(len(text)))
        first, *more = _wrapped("text", deed_line(deed.words, deed.waits), _DEED, 3)
        text += [first._replace(text=f"→ {first.text}", indent=0.0), *more]
    return Written(tuple(text), _middle(len(head)), tuple(leaves))


_DEED = 16.0


def _head(card: Card) -> Iterator[Line]:
    room = WIDTH - 2 * INSET - (BADGE if card.loops else 0.0)
    yield from (Line("name", line) for line in lines(one_line(card.name), _TEXT * BOLD, room, 3))
    if card.id != card.name:
        yield from (Line("faint", line) for line in lines(one_line(card.id), _FAINT, room, 2))


def _wrapped(style: str, text: str, indent: float, most: int) -> list[Line]:
    return [Line(style, line, indent) for line in lines(one_line(text), _TEXT, WIDTH - 2 * INSET - indent, most)]


def _middle(number: int) -> float:
    """How far below the upper edge of a card the middle of a line is."""
    return INSET + (number + 0.5) * LINE
