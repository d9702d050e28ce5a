"""The timeline that people read in a terminal."""

from collections.abc import Iterable

from sociable.records.static import TextIO
from sociable.rehearsal.sentences import cause, clause, ending, opening, when
from sociable.rehearsal.timeline import Happening, Rehearsal
from sociable.text.columns import cells, wrap
from sociable.text.safe import defused, visible
from sociable.text.style import Style

_MIN_WIDTH = 40
_STYLES = {"strong": "1", "faint": "2", "waits": "1;33"}


def write(rehearsals: Iterable[Rehearsal], out: TextIO, style: Style) -> None:
    """Write each rehearsal in lines of at most so many columns; only the name of a place is never broken."""
    page = _Page(out, max(style.width, _MIN_WIDTH), style.colour)
    for number, rehearsal in enumerate(rehearsals):
        out.write("\n" if number else "")
        _rehearsal(rehearsal, page)


def _rehearsal(rehearsal: Rehearsal, page: "_Page") -> None:
    page.paragraph(f"{opening(rehearsal)} What happens then:", style="strong")
    before = 0
    for happening in rehearsal.happenings:
        page.happening(happening, before, len(str(len(rehearsal.happenings))))
        before = happening.time
    for sentence in ending(rehearsal):
        page.paragraph(sentence, style="strong")


class _Page:
    """What is being written."""

    def __init__(self, out: TextIO, width: int, colour: bool) -> None:
        self.out = out
        self.width = width
        self.colour = colour

    def happening(self, happening: Happening, before: int, digits: int) -> None:
        lead = f"  {happening.number:>{digits}}. "
        time = when(happening, before)
        self.paragraph(f"{f'{time}, ' if time else ''}{clause(happening)}", lead, style=_STYLES_OF[happening.kind])
        hang = " " * cells(lead)
        for note in happening.notes:
            self.paragraph(f"({note})", hang, style="faint")
        span = happening.span
        why = wrap(cause(happening), self.width - len(hang))
        place = f"--> {visible(span.path)}:{span.line}:{span.column}"
        if cells(f"{hang}{why[-1]} {place}") <= self.width:
            why[-1] += f" {place}"
        else:
            why.append(place)
        for line in why:
            self.line(hang + self.paint("faint", line))

    def paragraph(self, text: str, lead: str = "", *, style: str = "") -> None:
        hang = cells(lead)
        first, *rest = wrap(text, self.width - hang)
        self.line(lead + self.paint(style, first))
        for line in rest:
            self.line(" " * hang + self.paint(style, line))

    def line(self, text: str) -> None:
        self.out.write(f"{defused(text.rstrip())}\n")

    def paint(self, style: str, text: str) -> str:
        code = _STYLES.get(style)
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text.strip() else text


_STYLES_OF = {"does": "", "skips": "faint", "waits": "waits"}
