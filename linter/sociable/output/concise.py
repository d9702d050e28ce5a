"""A line for each finding."""

from sociable.findings.finding import by_gravity
from sociable.findings.report import Report
from sociable.output.text_report import summary
from sociable.records.static import TextIO
from sociable.text.safe import defused, one_line, visible
from sociable.text.style import Style


def write(report: Report, out: TextIO, style: Style) -> None:
    """Write ``path:line:column: severity[rule] message``, the gravest first, and the summary."""
    told = by_gravity(report.findings)
    shown = told[: style.most] if style.most else told
    for each in shown:
        place = visible(str(each.span))
        out.write(f"{defused(f'{place}: {each.severity}[{visible(each.rule)}] {one_line(each.message)}')}\n")
    if len(told) > len(shown):
        out.write(f"and {len(told) - len(shown)} more (--max-findings 0 shows all)\n")
    out.write(f"{summary(report)}\n")
