"""Of what was found in a whole project, what touches the files that somebody asked about."""

from collections.abc import Collection, Iterable, Iterator

from sociable.findings.finding import CONFIDENCES, SEVERITIES, Finding, Member
from sociable.records.record import Record
from sociable.setup.model import Setup


class Touched(Record):
    """Files that have changed, and the accounts and automations that are ``described`` anywhere.

    With ``may_lack``, one of the files may have described something until it was changed.
    """

    paths: Collection[str]
    described: Collection[str] = ()
    may_lack: bool = False


def touched(paths: Collection[str], setup: Setup) -> Touched:
    """What is known of files that have changed: those that hold accounts, or no automations, may have held others."""
    described = {each.id.name for each in setup.accounts} | {each.id.name for each in setup.automations}
    with_accounts = {each.span.path for each in setup.accounts}
    with_automations = {each.span.path for each in setup.automations}
    may_lack = any(path in with_accounts or path not in with_automations for path in paths)
    return Touched(paths, described, may_lack)


def touching(findings: Iterable[Finding], files: Touched) -> list[Finding]:
    """Findings with a place in one of these files, be it that of an account or an automation they are about.

    What is told of something that no file describes may be so because of a change to one that did.
    """
    return [
        finding
        for finding in findings
        if any(path in files.paths for path in _paths(finding))
        or (files.may_lack and any(name not in files.described for name in finding.subjects))
    ]


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
