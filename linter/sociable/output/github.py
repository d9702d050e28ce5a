"""Annotations on a GitHub pull request, as workflow commands on standard output."""

from typing import TextIO

from sociable.findings.report import Report
from sociable.output.explanation import paragraphs
from sociable.sources.dates import day_or_now
from sociable.text.safe import one_line, visible
from sociable.text.source import Span
from sociable.text.style import Style

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def write(report: Report, out: TextIO, style: Style) -> None:
    """Write one command, which is one line, for each finding."""
    today = day_or_now(report.today)
    for finding in report.findings:
        properties = {"file": visible(finding.span.path), **_region(finding.span), "title": visible(finding.rule)}
        listed = ",".join(f"{name}={_escaped_property(str(value))}" for name, value in properties.items())
        message = "\n".join(map(one_line, paragraphs(finding, today)))
        out.write(f"::{_COMMANDS[finding.severity]} {listed}::{_escaped(message)}\n")


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
