"""Of what was found in a whole project, what touches the files that somebody asked about."""

from collections.abc import Collection, Iterable, Iterator

from sociable.findings.finding import CONFIDENCES, SEVERITIES, Finding, Member
from sociable.records.record import Record


def touching(findings: Iterable[Finding], paths: Collection[str]) -> list[Finding]:
    """Findings with a place in one of these files, be it that of an account or an automation they are about."""
    return [finding for finding in findings if any(path in paths for path in _paths(finding))]


def _paths(finding: Finding) -> Iterator[str]:
    yield finding.span.path
    yield from (related.span.path for related in finding.related)
    yield from (span.path for span in finding.hidden)
    if finding.loop is not None:
        yield from (step.span.path for step in finding.loop.walk)


class Wanted(Record):
    """What somebody wants to see only: platforms, accounts (ids or handles), and how grave and how sure at least."""

    platforms: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    severity: str = SEVERITIES[0]
    confidence: str = CONFIDENCES[0]

    def __call__(self, finding: Finding) -> bool:
        return (
            SEVERITIES.index(finding.severity) >= SEVERITIES.index(self.severity)
            and CONFIDENCES.index(finding.confidence) >= CONFIDENCES.index(self.confidence)
            and (not self.platforms or not finding.platform or finding.platform in self.platforms)
            and (not self.accounts or any(self._is_about(member) for member in finding.members))
        )

    def _is_about(self, member: Member) -> bool:
        said = {name.lstrip("@").casefold() for name in (member.account, *member.subjects)}
        return any(name.lstrip("@").casefold() in said for name in self.accounts)
