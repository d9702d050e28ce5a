"""The index of the reports for each client: totals, what is found beyond single clients, and what has changed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from sociable.client_report.about_the_check.since_last_time import (
    CHANGES,
    GONE,
    LastReport,
    known_today,
    since,
    statuses,
    things_of,
    told_as_gone,
)
from sociable.client_report.clients.last_of_clients import LastOfAll
from sociable.client_report.clients.whose_accounts import Client
from sociable.client_report.compose import Wishes, stamp
from sociable.client_report.content.content_of_check import Counted, Since
from sociable.client_report.content.content_of_index import Changes, ClientTotals, GoneFrom, Index, IndexSince
from sociable.client_report.content.content_of_report import Content
from sociable.client_report.content.page_anchors import PRESSING
from sociable.client_report.findings_in_order.counted import AT_ONCE, KEPT, OFF, Counting
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_words.graded_findings import gravities, only_numbers
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import account_name
from sociable.facts.facts import AccountFacts
from sociable.findings.finding import Finding
from sociable.findings.report import Report
from sociable.pipeline import Examination
from sociable.records.record import Record
from sociable.rulebook.former_names import former_names


class Beyond(Record):
    """What is found that no report of a client tells by itself, today and ``last`` time.

    ``things`` are those that each of these reports tells of, ``unsettled`` what only some of those with a part in it
    have accepted, by fingerprint.
    """

    clients: Sequence[Client]
    findings: Sequence[Finding]
    last: LastOfAll
    things: Sequence[frozenset[str]]
    unsettled: frozenset[str] = frozenset()


def index(
    examined: Examination,
    wishes: Wishes,
    reports: Mapping[str, tuple[str, Content]],
    beyond: Beyond,
    faults: list[str],
) -> Index:
    """The index of ``reports``, each a client and what is told to it, by their files."""
    frame = wishes.frame
    pages = {rule.name: rule.page for rule in examined.rules}
    numbering = Numbering(examined.facts, beyond.findings, pages, frame)
    numbering.most_asked = len(numbering.accounts)
    numbering.clients = {account: client.name for client in beyond.clients for account in client.accounts}
    assigned = frozenset(numbering.clients)
    nobodys = _nobodys(numbering, assigned)
    others = {number for number, _ in numbering.numbered()} - nobodys
    last = _Last(wishes.last, examined, beyond) if wishes.last else None
    graded = gravities(numbering, statuses(numbering, last.between) if last else {}, faults, frame)
    between, apart = Counting(numbering, frame, others, "between-"), Counting(numbering, frame, nobodys, "nobodys-")
    told = last.since(between, apart, frame) if last else None
    contents = [content for _, content in reports.values()]
    unassigned = [each for each in numbering.accounts if each.id not in assigned]
    return Index(
        title=wishes.title or frame.say("index", "title"),
        stamp=stamp(examined, wishes),
        clients=tuple(_totals(name, file, content) for file, (name, content) in reports.items()),
        total=_sum(contents, between, len(others), frame.say("index", "total")),
        of_nobody=_of_nobody(unassigned, apart, frame) if unassigned or nobodys else None,
        between=only_numbers(graded, others),
        nobodys=only_numbers(graded, nobodys),
        counted=(*between.made(), *apart.made()),
        unassigned=tuple(account_name(each, frame) for each in unassigned),
        since=told,
    )


class _Last:
    """What was found last time ``between`` clients, and what was no client's, by the names that rules have today."""

    def __init__(self, last: LastReport, examined: Examination, beyond: Beyond) -> None:
        self._found = judged(examined.report)
        former = former_names({rule.name: rule.page for rule in examined.rules}.values())
        self._parts = parts = beyond.last
        told_of = (things_of(examined.facts), *beyond.things)
        self.between, self.nobodys = (
            known_today(
                last._replace(findings=findings, unsure=last.unsure | beyond.unsettled), self._found, former, told_of
            )
            for findings in (parts.between, parts.nobodys)
        )

    def since(self, others: Counting, nobodys: Counting, frame: Frame) -> IndexSince:
        """What changed of those of these, and what is gone."""
        between, apart = (since(others.numbering, last, self._found, frame) for last in (self.between, self.nobodys))
        beyond = [_beyond("between", others, between, frame)]
        beside = _beyond("nobodys", nobodys, apart, frame)
        beyond += [beside] if any(getattr(beside.changes, name) for name in (*CHANGES, GONE)) else []
        beyond += (self._left(at, name, frame) for at, name in enumerate(self._parts.left, 1))
        return IndexSince(between.date, between.by_baseline, tuple(beyond))

    def _left(self, at: int, name: str, frame: Frame) -> GoneFrom:
        """A client of whom nothing is there any more."""
        gone = told_as_gone(self._parts.left[name], frame)
        anchor = f"{GONE}-{at}"
        changes = Changes(**dict.fromkeys(CHANGES, 0), gone=len(gone), anchors={GONE: anchor})
        return GoneFrom(name, anchor, gone, changes)


def judged(report: Report) -> tuple[Finding, ...]:
    """Everything that was found, accepted or not."""
    return (*report.findings, *report.suppressed)


def _nobodys(numbering: Numbering, assigned: Set[str]) -> set[int]:
    """What is about accounts of no client alone, or stands in a file that holds nothing of any."""
    facts = numbering.facts
    files = {each.span.path for each in facts.accounts if each.id in assigned}
    files |= {each.span.path for each in facts.automations if each.account.id in assigned}

    def is_nobodys(number: int) -> bool:
        concerned = numbering.concerned(number)
        if not concerned:
            return numbering.finding(number).span.path not in files
        return all(each.id not in assigned for each in concerned)

    return {number for number, _ in numbering.numbered() if is_nobodys(number)}


def _changes(told: Since) -> Changes:
    """How much has changed, as a client's report counts it."""
    names = (*CHANGES, GONE)
    return Changes(
        **{name: len(getattr(told, name)) for name in names}, anchors={each: f"since-{each}" for each in names}
    )


def _beyond(key: str, counting: Counting, told: Since, frame: Frame) -> GoneFrom:
    """The same of what no client's report tells by itself, with where each number leads."""
    of = {name: [number for number in getattr(told, name) if counting.counts(number)] for name in CHANGES}
    anchors = {name: counting.anchor(numbers, frame.counted(len(numbers), name)) for name, numbers in of.items()}
    amounts = {name: len(numbers) for name, numbers in of.items()}
    anchor = f"{GONE}-{key}"
    changes = Changes(**amounts, gone=len(told.gone), anchors={**anchors, GONE: anchor})
    return GoneFrom(frame.say("index", key), anchor, told.gone, changes)


def _sum(contents: Sequence[Content], between: Counting, crossings: int, name: str) -> ClientTotals:
    """All clients together, where what was found between several of them counts once."""
    counts = _amounts(between.made())
    for each in contents:
        crossed = {crossing.number for crossing in each.crossings}
        counts.update(_amounts(each.counted, crossed))
    return _line(name, "", contents, counts, crossings)


def _of_nobody(unassigned: Sequence[AccountFacts], apart: Counting, frame: Frame) -> ClientTotals:
    """What is no client's."""
    line = _line(frame.say("index", "nobody"), "", (), _amounts(apart.made()), 0)
    running = sum(len(each.automations) for each in unassigned)
    return line._replace(accounts=len(unassigned), automations=running, anchors=_anchors(apart.made()))


def _totals(name: str, file: str, content: Content) -> ClientTotals:
    line = _line(name, file, [content], _amounts(content.counted), len(content.crossings))
    changes = _changes(content.since) if content.since else None
    return line._replace(anchors=_anchors(content.counted), changes=changes)


def _amounts(counted: Iterable[Counted], without: Set[int] = frozenset()) -> Counter[str]:
    """How much there is of each kind."""
    return Counter({each.key: len({*each.numbers} - without) for each in counted if each.key})


def _anchors(counted: Iterable[Counted]) -> dict[str, str]:
    return {each.key: each.anchor for each in counted if each.key}


def _line(name: str, file: str, contents: Sequence[Content], counts: Mapping[str, int], crossings: int) -> ClientTotals:
    return ClientTotals(
        name,
        file,
        sum(len(each.accounts) for each in contents),
        sum(len(account.automations) for each in contents for account in each.accounts),
        error=counts["error"],
        at_once=counts[AT_ONCE],
        pressing=counts[PRESSING],
        warning=counts["warning"],
        info=counts["info"],
        off=counts[OFF],
        kept=counts[KEPT],
        crossings=crossings,
        questions=sum(len(each.questions) for each in contents),
    )
