"""JUnit XML, which most build servers show: a file is a suite, a finding a failed case."""

from collections.abc import Mapping
from html import escape

from sociable.findings.finding import Finding
from sociable.findings.report import Report, RuleSummary
from sociable.output.explanation import paragraphs
from sociable.records.static import TextIO
from sociable.sources.dates import day_or_now
from sociable.text.safe import one_line, visible
from sociable.text.style import Style


def write(report: Report, out: TextIO, style: Style) -> None:
    """Write one document; a file without findings is a case that passed, and infos fail nothing."""
    files: dict[str, list[Finding]] = {path: [] for path in report.files}
    for finding in report.findings:
        files.setdefault(finding.span.path, []).append(finding)
    failures = sum(finding.severity != "info" for finding in report.findings)
    cases = sum(max(len(found), 1) for found in files.values())
    today, pages = day_or_now(report.today), report.pages_by_name()
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuites name="sociable" tests="{cases}" failures="{failures}">\n')
    for path, found in files.items():
        _suite(path, found, today, pages, out)
    out.write("</testsuites>\n")


def _suite(path: str, found: list[Finding], today: str, pages: Mapping[str, RuleSummary], out: TextIO) -> None:
    name = escape(visible(path))
    failures = sum(finding.severity != "info" for finding in found)
    out.write(f'  <testsuite name="{name}" tests="{max(len(found), 1)}" failures="{failures}" errors="0">\n')
    if not found:
        out.write(f'    <testcase classname="{name}" name="sociable"/>\n')
    for finding in found:
        line = finding.span.line
        title = escape(f"{visible(finding.rule)} (line {line}, {finding.fingerprint})")
        kind = "system-out" if finding.severity == "info" else "failure"
        said = escape("\n".join(map(one_line, paragraphs(finding, today, pages))))
        about = f' type="{finding.severity}" message="{escape(one_line(finding.message))}"'
        out.write(f'    <testcase classname="{name}" name="{title}" file="{name}" line="{line}">\n')
        out.write(f"      <{kind}{about if kind == 'failure' else ''}>{said}</{kind}>\n    </testcase>\n")
    out.write("  </testsuite>\n")
