"""What came of one project among many."""

from collections import Counter
from collections.abc import Mapping

from sociable.findings.finding import SEVERITIES
from sociable.findings.report import Report
from sociable.records.record import Record


class Outcome(Record):
    """The report of a ``project``, or why there is none: then ``error`` is a sentence or more, and else it is empty."""

    project: str
    report: Report | None = None
    error: str = ""


class OutcomeSummary(Record):
    """What an outcome comes to: how many findings by severity, and by rule; how many are as grave as makes it fail."""

    project: str
    error: str
    files: int
    accounts: int
    automations: int
    failing: int
    severities: Mapping[str, int]
    rules: Mapping[str, int]


def summary_of(outcome: Outcome) -> OutcomeSummary:
    """The figures, without the report."""
    report = outcome.report or Report((), (), (), 0, 0, 0)
    severities = Counter(finding.severity for finding in report.findings)
    return OutcomeSummary(
        project=outcome.project,
        error=outcome.error,
        files=len(report.files),
        accounts=report.accounts,
        automations=report.automations,
        failing=report.failing,
        severities={severity: severities[severity] for severity in reversed(SEVERITIES)},
        rules=Counter(finding.rule for finding in report.findings),
    )
