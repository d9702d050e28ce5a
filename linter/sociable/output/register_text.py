"""The suppressions of a project, for people."""

from collections.abc import Sequence

from sociable.records.static import TextIO
from sociable.review.suppressed import Registered
from sociable.text.safe import defused, one_line, visible
from sociable.text.style import Style
from sociable.text.wording import counted


def write(register: Sequence[Registered], out: TextIO, style: Style) -> None:
    """Write where each stands, which rules it is about, why it was accepted, and what it hides now."""
    for each in register:
        says = each.placed.says
        lines = [f"{visible(str(each.span))}: {', '.join(map(visible, says.rules))}"]
        if each.placed.entry is not None:
            lines.append(f"  for:    {one_line(each.placed.where)}")
        lines.append(f"  why:    {one_line(says.reason) or 'nobody says why'}")
        if says.until:
            lines.append(f"  until:  {says.until}{' (over)' if each.expired else ''}")
        lines.append(f"  hides:  {counted(each.hides, 'finding') if each.hides else 'nothing'}")
        out.writelines(f"{defused(line)}\n" for line in lines)
        out.write("\n")
    hides = sum(each.hides for each in register)
    summary = f"{counted(len(register), 'suppression')}, which hide{'s' if len(register) == 1 else ''}"
    out.write(f"{summary} {counted(hides, 'finding')}.\n" if register else "Nothing is suppressed.\n")
