"""What one client decided of what was found between several: what others wrote is no decision of its own."""

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Set

from sociable.client_report.clients.last_of_clients import OfClient
from sociable.facts.facts import Facts
from sociable.findings.finding import Finding, Member, Suppression
from sociable.findings.report import Report
from sociable.pipeline import Examination
from sociable.records.record import Record
from sociable.review.suppression_places import Lookup, Placed
from sociable.text.source import Span

_IDLE = "unused-suppression"
"""What is told of a note that hides nothing where everything is looked at together."""


class Notes(Record):
    """All notes that accept something: where those stand that hide nothing, and those that count, by place."""

    idle: Set[Span]
    lookup: Lookup


def notes_of(examined: Examination) -> Notes:
    register = examined.reviewed.register if examined.reviewed else ()
    idle = {each.span for each in register if not each.hides}
    counting = (each.placed for each in register if not each.expired)
    return Notes(idle, Lookup(counting, examined.project.documents))


class OwnDecisions:
    """Knows the notes that count at the places of a client, of which ``facts`` tell."""

    def __init__(self, facts: Facts, notes: Notes) -> None:
        self._idle = notes.idle
        self._lookup = notes.lookup
        self._accounts = {each.id: each.shown for each in facts.accounts}
        self._known = {*self._accounts, *(each.id for each in facts.automations)}
        self._places = set(_places(facts))
        self._covered = _covered(self._places)

    def told(self, finding: Finding) -> Finding:
        """The finding as accepted by this client, or as one that nobody has accepted."""
        if finding.suppressed is None:
            return finding
        by = [self.accepted(finding, each) for each in finding.members]
        return finding._replace(suppressed=by[0] if all(by) else None)

    def without_idle_notes(self, report: Report, last: OfClient, decided: Iterable[Finding]) -> tuple[Report, OfClient]:
        """Both reports without what is told of notes that hide nothing beside those of others, but count here."""
        counting = {each.suppressed.span for each in decided if each.suppressed is not None}
        idle = {
            each.fingerprint for each in report.findings if each.rule == _IDLE and each.span in counting & self._idle
        }
        lines = {(span.path, span.line) for span in counting}
        told = (each for each in report.findings if each.fingerprint not in idle)
        before = (
            each
            for each in last.findings
            if idle.isdisjoint(each.fingerprints) and (each.rule != _IDLE or (each.path, each.line) not in lines)
        )
        return report._replace(findings=tuple(told)), last._replace(findings=tuple(before))

    def at_idle_notes(self, report: Report) -> Iterator[Finding]:
        """What is accepted in a report by notes that hide nothing where everything is looked at together."""
        return (each for each in report.suppressed if each.suppressed and each.suppressed.span in self._idle)

    def accepted(self, finding: Finding, member: Member) -> Suppression | None:
        """The note that accepts it at the places of this client, if all rules that speak there are accepted."""
        own = tuple(each for each in member.hidden if each in self._places)
        span = member.span if self._is_own(member.span) else next(iter(own), None)
        if span is None:
            return None
        subjects = tuple(each for each in member.subjects if each in self._known)
        account = member.account if member.account in self._accounts.values() else ""
        part = member._replace(span=span, hidden=own, subjects=subjects, account=account)
        by: dict[str, Placed] = {}
        for placed in self._lookup.counting_for(finding._replace(subjects=subjects), part):
            for name in placed.says.rules:
                by.setdefault(name, placed)
        if not by.keys() >= {finding.rule, *finding.also}:
            return None
        placed = by[finding.rule]
        return Suppression(placed.says.rules, placed.says.reason, placed.says.until, placed.span)

    def _is_own(self, span: Span) -> bool:
        """Whether something of this client stands around it."""
        parts = self._covered.get(span.path, [])
        at = bisect_right(parts, (span.start, sys.maxsize)) - 1
        return at >= 0 and span.start < parts[at][1]


def _places(facts: Facts) -> Iterator[Span]:
    """Where accounts, automations and their steps stand."""
    yield from (each.model.span for each in facts.accounts)
    for automation in facts.automations:
        yield automation.span
        yield automation.model.span
        yield from (each.model.span for each in automation.steps)


def _covered(places: Iterable[Span]) -> dict[str, list[tuple[int, int]]]:
    """The parts of each file that places take up, in order: those that overlap as one."""
    parts: dict[str, list[tuple[int, int]]] = {}
    for each in sorted(places, key=lambda span: (span.path, span.start)):
        of_file = parts.setdefault(each.path, [(each.start, each.end)])
        begin, end = of_file[-1]
        if each.start <= end:
            of_file[-1] = begin, max(end, each.end)
        else:
            of_file.append((each.start, each.end))
    return parts
