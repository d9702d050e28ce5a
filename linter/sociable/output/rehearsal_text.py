"""The timeline that people read in a terminal."""

from collections.abc import Iterable

from sociable.records.static import TextIO
from sociable.rehearsal.sentences import cause, clause, ending, opening, when
from sociable.rehearsal.timeline import Happening, Rehearsal
from sociable.text.columns import cells, wrap
from sociable.text.safe import visible
from sociable.text.style import Paragraphs, Style


def write(rehearsals: Iterable[Rehearsal], out: TextIO, style: Style) -> None:
    """Write each rehearsal in lines of at most so many columns; only the name of a place is never broken."""
    page = _Page(out, style)
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


class _Page(Paragraphs):
    """A rehearsal that is being written."""

    def happening(self, happening: Happening, before: int, digits: int) -> None:
        lead = f"  {happening.number:>{digits}}. "
        time = when(happening, before)
        self.paragraph(f"{f'{time}, ' if time else ''}{clause(happening)}", lead, style=_STYLES_OF[happening.kind])
        hang = " " * cells(lead)
        for note in happening.notes:
            self.paragraph(f"({note})", hang, style="faint")
        span = happening.span
        why = [*wrap(cause(happening), self.width - len(hang))]
        place = f"--> {visible(span.path)}:{span.line}:{span.column}"
        if cells(f"{hang}{why[-1]} {place}") <= self.width:
            why[-1] += f" {place}"
        else:
            why.append(place)
        for line in why:
            self.line(hang + self.paint("faint", line))


_STYLES_OF = {"does": "", "skips": "faint", "waits": "waits"}
