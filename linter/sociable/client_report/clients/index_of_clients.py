"""The index of the reports for each client: totals, what is found beyond single clients, and what has changed."""

from collections.abc import Mapping, Sequence, Set

from sociable.client_report.about_the_check.since_last_time import LastReport, known_today, since, statuses
from sociable.client_report.clients.last_of_clients import LastOfAll
from sociable.client_report.clients.whose_accounts import Client
from sociable.client_report.compose import Wishes, amounts, stamp
from sociable.client_report.content.content_of_check import Since
from sociable.client_report.content.content_of_index import Changes, ClientTotals, Index, IndexSince
from sociable.client_report.content.content_of_report import Content, Gravity
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
    """What is found that no report of a client tells by itself, today and ``last`` time."""

    clients: Sequence[Client]
    findings: Sequence[Finding]
    last: LastOfAll


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
    numbering.clients = {account: client.name for client in beyond.clients for account in client.accounts}
    assigned = frozenset(numbering.clients)
    nobodys = _nobodys(numbering, assigned)
    others = {number for number, _ in numbering.numbered()} - nobodys
    last = _Last(wishes.last, examined, beyond.last) if wishes.last else None
    graded = gravities(numbering, statuses(numbering, last.between) if last else {}, faults, frame)
    between, apart = only_numbers(graded, others), only_numbers(graded, nobodys)
    contents = [content for _, content in reports.values()]
    unassigned = [each for each in numbering.accounts if each.id not in assigned]
    return Index(
        title=wishes.title or frame.say("index", "title"),
        stamp=stamp(examined, wishes),
        clients=tuple(_totals(name, file, content) for file, (name, content) in reports.items()),
        total=_sum(contents, between, frame.say("index", "total")),
        of_nobody=_of_nobody(unassigned, apart, frame),
        between=between,
        nobodys=apart,
        unassigned=tuple(account_name(each, frame) for each in unassigned),
        since=last.since(numbering, others, nobodys, frame) if last else None,
    )


class _Last:
    """What was found last time ``between`` clients, and what was no client's, by the names that rules have today."""

    def __init__(self, last: LastReport, examined: Examination, parts: LastOfAll) -> None:
        self._found = judged(examined.report)
        former = former_names({rule.name: rule.page for rule in examined.rules}.values())
        self.between, self.nobodys = (
            known_today(last._replace(findings=findings), self._found, former)
            for findings in (parts.between, parts.nobodys)
        )

    def since(self, numbering: Numbering, others: Set[int], nobodys: Set[int], frame: Frame) -> IndexSince:
        """What changed of those of these numbers, and what is gone."""
        between, apart = (since(numbering, last, self._found, frame) for last in (self.between, self.nobodys))
        gone = (*between.gone, *apart.gone)
        changes = _changes(between, others), _changes(apart, nobodys)
        return IndexSince(between.date, between.by_baseline, *changes, gone)


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


def _changes(told: Since, among: Set[int] | None = None) -> Changes:
    """How much has changed; of what is still there, only ``among`` these numbers."""

    def many(numbers: tuple[int, ...]) -> int:
        return sum(among is None or number in among for number in numbers)

    return Changes(many(told.new), many(told.worse), many(told.better), many(told.kept), len(told.gone))


def _sum(contents: Sequence[Content], between: tuple[Gravity, ...], name: str) -> ClientTotals:
    """All clients together, where what was found between several of them counts once."""
    counts = amounts(between)
    for each in contents:
        counts.update(amounts(each.gravities))
    return _line(name, "", contents, counts, sum(each.amount for each in between))


def _of_nobody(unassigned: Sequence[AccountFacts], apart: tuple[Gravity, ...], frame: Frame) -> ClientTotals | None:
    """What is no client's."""
    if not unassigned and not apart:
        return None
    line = _line(frame.say("index", "nobody"), "", (), amounts(apart), 0)
    running = sum(len(each.automations) for each in unassigned)
    return line._replace(accounts=len(unassigned), automations=running)


def _totals(name: str, file: str, content: Content) -> ClientTotals:
    counts = amounts(content.gravities, content.crossings)
    own = amounts(content.gravities)
    line = _line(name, file, [content], counts, len(content.crossings))
    changes = _changes(content.since) if content.since else None
    return line._replace(crossed=tuple(each for each in counts if not own[each]), changes=changes)


def _line(name: str, file: str, contents: Sequence[Content], counts: Mapping[str, int], crossings: int) -> ClientTotals:
    return ClientTotals(
        name,
        file,
        sum(len(each.accounts) for each in contents),
        sum(len(account.automations) for each in contents for account in each.accounts),
        counts["error"],
        counts["warning"],
        counts["info"],
        crossings,
        sum(len(each.questions) for each in contents),
    )
