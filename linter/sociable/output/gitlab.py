"""GitLab code quality: https://docs.gitlab.com/ci/testing/code_quality/, a list that merge requests show."""

from sociable.findings.finding import Finding, by_gravity
from sociable.findings.report import Report
from sociable.output.json_stream import encoded
from sociable.records.static import Any, TextIO
from sociable.text.safe import one_line, visible
from sociable.text.style import Style

_SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


def write(report: Report, out: TextIO, style: Style) -> None:
    """Write one entry a line. GitLab tells entries apart by their fingerprint."""
    out.write("[")
    for number, finding in enumerate(by_gravity(report.findings)):
        out.write(f"{',' if number else ''}\n{encoded(_entry(finding))}")
    out.write("\n]\n")


def _entry(finding: Finding) -> dict[str, Any]:
    line, _ = finding.span.source.position(finding.span.start)
    end, _ = finding.span.source.position(max(finding.span.start, finding.span.end - 1))
    return {
        "description": one_line(finding.message),
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": visible(finding.span.path), "lines": {"begin": line, "end": end}},
    }
