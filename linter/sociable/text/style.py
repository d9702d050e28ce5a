"""How a text for people is written."""

from sociable.records.record import Record
from sociable.records.static import TextIO
from sociable.text.columns import cells, wrap
from sociable.text.safe import defused


class Style(Record):
    """What matters to people only: programs get the same in every style.

    ``width`` is in columns; ``verbose`` tells what is usually cut short; ``links`` are for terminals that know OSC 8.
    ``most`` is how many findings to tell, 0 for all; ``infos``: those of severity info in full.
    """

    colour: bool = False
    width: int = 80
    verbose: bool = False
    links: bool = False
    most: int = 0
    infos: bool = False


PLAIN = Style()
"""For a pipe, a file, a test."""

_MIN_WIDTH = 40
_COLOURS = {
    "error": "1;31",
    "warning": "1;35",
    "info": "1;36",
    "strong": "1",
    "label": "1",
    "do": "1;32",
    "waits": "1;33",
    "faint": "2",
}


class Paragraphs:
    """What is being written for people, in lines none of which is wider than the style says."""

    def __init__(self, out: TextIO, style: Style) -> None:
        self.out = out
        self.width = max(style.width, _MIN_WIDTH)
        self.colour = style.colour

    def paragraph(
        self,
        text: str,
        lead: str = "",
        hang: int | None = None,
        *,
        style: str = "",
        lead_style: str = "",
        lead_link: str = "",
    ) -> None:
        """Text after a lead; its further lines begin at column ``hang``, or else below the beginning of the first."""
        hang = cells(lead) if hang is None else hang
        first, *rest = wrap(text, self.width - hang, cells(lead) - hang)
        self.line(linked(lead_link, self.paint(lead_style, lead)) + self.paint(style, first))
        for line in rest:
            self.line(" " * hang + self.paint(style, line))

    def line(self, text: str = "") -> None:
        self.out.write(f"{defused(text.rstrip())}\n")

    def paint(self, style: str, text: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if self.colour and style and text.strip() else text


def linked(address: str, text: str) -> str:
    """A text that a terminal opens an address for: OSC 8, which takes no columns."""
    return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\" if address else text
