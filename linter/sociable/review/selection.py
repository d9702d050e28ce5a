"""Of what was found in a whole project, what touches the files that somebody asked about."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from sociable.findings.finding import CONFIDENCES, SEVERITIES, Finding, Member
from sociable.findings.members import retold
from sociable.project.load import Project
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING
from sociable.setup.handles import plain_handle
from sociable.setup.model import NOTHING, Account

if TYPE_CHECKING:
    from sociable.review.going_by import GoesBy


class Before(Record):
    """A former state: the files that have ``changed`` since, and how grave what was found then was, by fingerprint."""

    changed: Collection[str]
    found: Mapping[str, str]


class Touched(Record):
    """Files that have changed, what is ``described`` anywhere by name, and what each automation goes by.

    With ``may_lack``, one of the files may have described something until it was changed, and what it described is not
    known from ``before``.
    """

    paths: Collection[str]
    described: Collection[str] = ()
    may_lack: bool = False
    going_by: "Mapping[str, GoesBy]" = NOTHING
    before: Before | None = None


def touched(paths: Collection[str], project: Project, before: Before | None = None) -> Touched:
    """What is known of files that have changed: those that describe things, or do nothing, may have described more."""
    from sociable.review.going_by import described_in, going_by

    setup = project.setup
    described = {each.id.name for each in setup.automations}.union(name for name, _ in described_in(setup))
    describing = {path for _, path in described_in(setup)}.union(*project.speaking.values())
    acting = {each.span.path for each in setup.automations}
    known = before.changed if before is not None else ()
    may_lack = any(path in describing or path not in acting for path in paths if path not in known)
    return Touched(paths, described, may_lack, going_by(setup, project.speaking), before)


def touching(findings: Iterable[Finding], files: Touched) -> list[Finding]:
    """Findings with a place in one of these files, be it of something that they are about, or go by; and what is new.

    What is told of something that no file describes may be so because of a change to one that did.
    """
    found = []
    for finding in findings:
        if _touches(finding, files):
            found.append(finding)
        elif members := _new(finding, files.before):
            found.append(retold(finding, members))
    return found


def _new(finding: Finding, before: Before | None) -> list[Member]:
    """The places at which it was not told before, or was milder; none if nothing has changed."""
    if before is None or not before.changed:
        return []
    from sociable.review.compare import NEW, WORSE, change_of

    changes = ((each, change_of(each.fingerprint, each.severity, before.found)) for each in finding.members)
    return [each for each, change in changes if change in (NEW, WORSE)]


def _touches(finding: Finding, files: Touched) -> bool:
    by = [files.going_by[name] for name in finding.subjects if name in files.going_by]
    paths = (*_paths(finding), *(path for each in by for path in each.paths))
    if any(path in files.paths for path in paths):
        return True
    lacks = any(each.lacks for each in by) or any(name not in files.described for name in finding.subjects)
    return files.may_lack and lacks


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

    def among(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings that are as grave and as sure, told of those platforms and accounts alone."""
        accounts = {_plain(name) for name in self.accounts}
        for finding in findings:
            grave = SEVERITIES.index(finding.severity) >= SEVERITIES.index(self.severity)
            if grave and CONFIDENCES.index(finding.confidence) >= CONFIDENCES.index(self.confidence):
                members = [each for each in finding.members if self._is_about(each, accounts)]
                if members:
                    yield retold(finding, members)

    def _is_about(self, member: Member, accounts: set[str]) -> bool:
        """What makes no difference between platforms is wanted on each."""
        named = {_plain(name) for name in (member.account, *member.subjects)} if accounts else ()
        on_platform = not self.platforms or not member.platform or member.platform in self.platforms
        return on_platform and (not accounts or not accounts.isdisjoint(named))


def with_ids(names: tuple[str, ...], accounts: Iterable[Account]) -> tuple[str, ...]:
    """What somebody calls accounts, and the ids of those with that handle: findings may write it otherwise."""
    handles = {plain_handle(name) for name in names}
    return (*names, *(each.id.name for each in accounts if names and plain_handle(each.handle) in handles))


def _plain(name: str) -> str:
    return name.lstrip("@").casefold()
