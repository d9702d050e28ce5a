"""How many findings there are of which rule."""

from collections import Counter

from sociable.findings.finding import SEVERITIES, Finding
from sociable.findings.report import Report
from sociable.output.text_report import summary
from sociable.records.static import TextIO
from sociable.text.safe import defused, visible
from sociable.text.style import Style


def counts(report: Report) -> list[tuple[int, str, str]]:
    """Number, severity and name for each rule that found something, the gravest and then the most first."""
    counted = Counter((finding.rule, finding.severity) for finding in report.findings)
    rows = [(number, severity, rule) for (rule, severity), number in counted.items()]
    return sorted(rows, key=lambda row: (-SEVERITIES.index(row[1]), -row[0], row[2]))


def write(report: Report, out: TextIO, style: Style) -> None:
    """Write a line for each rule with how grave it is, how often it speaks, and in how many files."""
    files: dict[tuple[str, str], set[str]] = {}
    for finding in report.findings:
        files.setdefault(_row(finding), set()).add(finding.span.path)
    rows = counts(report)
    margin = max((len(str(number)) for number, _, _ in rows), default=0)
    name = max((len(visible(rule)) for _, _, rule in rows), default=0)
    for number, severity, rule in rows:
        where = len(files[rule, severity])
        line = f"{number:>{margin}}  {severity:<7}  {visible(rule):<{name}}  in {where} file{'' if where == 1 else 's'}"
        out.write(f"{defused(line)}\n")
    out.write(f"{summary(report)}\n")


def _row(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.severity
