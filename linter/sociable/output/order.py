"""In which order people read findings."""

from collections.abc import Iterable

from sociable.findings.finding import SEVERITIES, Finding


def by_gravity(findings: Iterable[Finding]) -> list[Finding]:
    """The gravest first; of those that are as grave, in file order."""
    return sorted(findings, key=lambda each: -SEVERITIES.index(each.severity))
