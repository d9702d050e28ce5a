"""Annotations on a GitHub pull request, as workflow commands on standard output."""

from sociable.findings.finding import Finding
from sociable.findings.report import Report
from sociable.output.explanation import paragraphs
from sociable.records.static import TextIO
from sociable.sources.dates import day_or_now
from sociable.text.safe import one_line, visible
from sociable.text.source import Span
from sociable.text.style import Style

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
"""What GitHub calls a severity, the gravest first."""

_SHOWN = 10


def write(report: Report, out: TextIO, style: Style) -> None:
    """Write one command, which is one line, for each finding, the gravest first; GitHub shows ten of each severity."""
    today, pages = day_or_now(report.today), report.pages_by_name()
    for severity, command in _COMMANDS.items():
        found = [finding for finding in report.findings if finding.severity == severity]
        shown = found if len(found) <= _SHOWN else found[: _SHOWN - 1]
        for finding in shown:
            _write_one(finding, command, "\n".join(map(one_line, paragraphs(finding, today, pages))), out)
        if left := len(found) - len(shown):
            words = f"and {left} more of severity {severity}: all are in the summary of this step"
            out.write(f"::{command} title=sociable::{_escaped(words)}\n")


def _write_one(finding: Finding, command: str, message: str, out: TextIO) -> None:
    properties = {"file": visible(finding.span.path), **_region(finding.span), "title": visible(finding.rule)}
    listed = ",".join(f"{name}={_escaped_property(str(value))}" for name, value in properties.items())
    out.write(f"::{command} {listed}::{_escaped(message)}\n")


def _region(span: Span) -> dict[str, int]:
    """Lines and, as GitHub takes them within one line only, columns."""
    (line, column), (end_line, end_column) = span.source.position(span.start), span.source.position(span.end)
    if line != end_line:
        return {"line": line, "endLine": end_line}
    return {"line": line, "col": column, "endLine": end_line, "endColumn": end_column}


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
