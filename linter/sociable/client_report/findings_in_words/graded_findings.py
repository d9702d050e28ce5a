"""Findings by gravity: what a rule says once, and beside each finding what is true of it alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby

from sociable.client_report.content.content_of_report import (
    CitedSource,
    Decision,
    ExcerptLine,
    Gravity,
    LoopStation,
    Mark,
    Passage,
    RuleGroup,
    ShownPlace,
    ToldFinding,
)
from sociable.client_report.findings_in_order.counted import section_of
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.what_ends import Thing, to_switch_off
from sociable.client_report.findings_in_words.standing_in_files import stands_where, whose_matter
from sociable.client_report.findings_in_words.what_to_do import DO, WRITTEN, asked_already, cure, left_standing, nearest
from sociable.client_report.wording.clauses_as_sentences import told
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.numbers_in_words import listed_numbers
from sociable.client_report.wording.plain_words import without_code
from sociable.client_report.wording.titles import account_name, automation_title, called, title
from sociable.client_report.wording.whose_rule_and_where import nearest_first, places, why_here
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.findings.faults import ByItself
from sociable.findings.finding import Citation, Finding, LoopEvidence, Member, Suppression
from sociable.findings.members import sources_of
from sociable.findings.problem import REVIEW_RULES
from sociable.output.excerpt import Line, excerpt
from sociable.output.explanation import explanation, step_sentence
from sociable.records.record import Record
from sociable.rulebook.page_files import PageRule
from sociable.setup.times import dated
from sociable.sources.library import library
from sociable.text.columns import fitting
from sociable.text.source import Span

_ROOM = 96
"""Columns of an excerpt."""

_MOST_PLACES = 6
_SOURCE = "source"
_SETTLES = "settles"
_SEE = "see"
_ORDER = ("people see", "what happens", "may happen", "why", "do", "in the tool", "in the files")
"""Labels of explanations in the order in which a client wants to hear them; others come after these."""

FOR_MAKERS = ("in the tool", "in the files", "fix (safe)", "fix (unsafe)")
"""Labels of what only whoever makes the change has to read: it stands apart, folded away."""


def gravities(
    numbering: Numbering, statuses: Mapping[str, str], faults: list[str], frame: Frame
) -> tuple[Gravity, ...]:
    """All findings, the gravest first; ``statuses`` compare them with the last report, by fingerprint.

    What a mistake of ours keeps from being told is left out, and noted among ``faults``.
    """
    told: dict[str, _Told] = {}
    off = to_switch_off(numbering)
    graded = []

    for (severity, stops), numbered in groupby(numbering.numbered(), lambda each: section_of(each[0], numbering)):
        found = list(numbered)
        kept = sum(finding.suppressed is not None for _, finding in found)
        groups: list[RuleGroup] = []
        for rule, of_rule in groupby(found, lambda each: each[1].rule):
            members = list(of_rule)
            with ByItself(f"what the report says of `{rule}` ({', '.join(_first_places(members))})", faults):
                groups.append(_group(rule, members, numbering, off, statuses, told, frame))
        if groups:
            told_of = tuple(each._replace(stops=stops) for each in groups)
            graded.append(Gravity(severity, len(found), kept, told_of, stops))
    return tuple(graded)


def only_numbers(graded: Iterable[Gravity], numbers: Set[int | str]) -> tuple[Gravity, ...]:
    """The same with only these findings."""
    left = (_with_only(each, numbers) for each in graded)
    return tuple(each for each in left if each.groups)


def _with_only(gravity: Gravity, numbers: Set[int | str]) -> Gravity:
    groups = tuple(
        group._replace(findings=findings)
        for group in gravity.groups
        if (findings := tuple(each for each in group.findings if each.number in numbers))
    )
    left = [found for group in groups for found in group.findings]
    return gravity._replace(amount=len(left), kept=sum(each.decision is not None for each in left), groups=groups)


def _first_places(members: Sequence[tuple[int, Finding]]) -> list[str]:
    return [str(finding.span) for _, finding in members[:_MOST_PLACES]]


class _Told(Record):
    """What was said of a rule already, and at which finding."""

    number: int
    passages: tuple[Passage, ...]
    sources: tuple[CitedSource, ...]


def passages(
    finding: Finding, pages: Mapping[str, PageRule], folded: Mapping[str, Finding] | None = None
) -> tuple[Passage, ...]:
    """What is said of a finding after its message, who says so left out.

    Other rules speak for themselves where what they found is ``folded`` into this; or else they are called by titles.
    """
    found: list[tuple[str, list[str]]] = []
    for label, text in explanation(finding._replace(also=()), ""):
        if label:
            found.append((label, []))
        found[-1][1].append(text)
    if finding.also:
        found.append(("also", [_also(name, pages, (folded or {}).get(name)) for name in finding.also]))
    rank = {label: place for place, label in enumerate(_ORDER)}
    whatever = finding.anywhere
    if whatever not in ("", finding.advice) and "`" not in without_code(whatever):
        found = [("in the tool" if label == "do" else label, texts) for label, texts in found]
        found.append(("do", [whatever]))
    told = [
        Passage(label, tuple(map(without_code, texts) if label not in FOR_MAKERS else texts))
        for label, texts in found
        if label != _SOURCE
    ]
    written = [text for label, texts in found if label == DO for text in texts if without_code(text) != text]
    if written:
        told.append(Passage(WRITTEN, tuple(written)))
    return tuple(sorted(told, key=lambda each: rank.get(each.label, len(_ORDER))))


def _also(rule: str, pages: Mapping[str, PageRule], folded: Finding | None) -> str:
    """What a rule says of the same; where nobody asked it, its title and what people see, if that is one thing."""
    if folded is not None:
        return " ".join(filter(None, (told(folded.message), folded.people_see, folded.advice)))
    if rule not in pages or any(case.part == _SEE for case in pages[rule].rule.cases):
        return f"{called(rule, pages)}."
    return f"{pages[rule].title}: {pages[rule].people_see}"


def cited_source(cited: Citation, lead: str = "") -> CitedSource:
    return CitedSource(cited.title, cited.says, cited.dated, cited.address, lead, seen=cited.seen)


def sources(
    findings: Sequence[Finding], frame: Frame, beside: Sequence[int] = (), folded: Sequence[Finding] = ()
) -> tuple[CitedSource, ...]:
    """Who says so, each source once: those cited, laws if readers live where they hold, and we ourselves.

    ``beside`` are the findings where a rule or a law speaks against the same automations; of those that are ``folded``
    into these it is not said what we ourselves think.
    """
    own = [each for finding in findings for each, *_ in sources_of(finding)]
    grounds = [*own, *(each for finding in folded for each, *_ in sources_of(finding))]
    cited = dict.fromkeys(each.citation for each in grounds if each.citation is not None)
    laws = dict.fromkeys(nearest_first((law for each in grounds for law in each.laws_if), findings))
    judged = dict.fromkeys((bool(each.laws_if), each.judgement) for each in own if each.judgement)
    alone = "besides" if cited or laws else "judgement"
    return (
        *(cited_source(each, _if_held_by_seat(each, grounds, frame)) for each in cited),
        *(cited_source(each, _if_readers(each, frame)) for each in laws),
        *(_judgement(why, [] if law else beside, "elsewhere" if law else alone, frame) for law, why in judged),
    )


def _judgement(why: str, beside: Sequence[int], alone: str, frame: Frame) -> CitedSource:
    """That we ourselves say so, and where it stands what others say of the same automation."""
    if not beside:
        return CitedSource("", why, "", "", frame.say("findings", alone))
    listed, marks = listed_numbers(beside, frame)
    return CitedSource("", why, "", "", frame.say("findings", "beside", numbers=listed), marks)


def _if_held_by_seat(cited: Citation, grounds: Sequence[Member], frame: Frame) -> str:
    """By whom a law holds that is cited, where some file says where whoever runs the account is based."""
    concerned = [each for each in grounds if each.citation == cited and each.seats]
    return why_here(cited.fact, concerned, frame) if concerned else ""


def _if_readers(law: Citation, frame: Frame) -> str:
    return frame.say("findings", "if_readers", places=places(library().facts[law.fact], frame))


def _group(
    rule: str,
    members: list[tuple[int, Finding]],
    numbering: Numbering,
    off: Mapping[Thing, bool],
    statuses: Mapping[str, str],
    told: dict[str, _Told],
    frame: Frame,
) -> RuleGroup:
    notes = _of_notes(frame) if rule in REVIEW_RULES else ()
    own = [
        (
            *notes,
            *nearest(
                passages(finding, numbering.pages, numbering.folded.get(number)),
                cure(number, off, numbering, frame),
                asked_already(number, numbering, frame),
                left_standing(number, numbering, frame),
                frame,
            ),
        )
        for number, finding in members
    ]
    common = tuple(passage for passage in own[0] if all(passage in others for others in own))
    ours = [number for number, _ in members if not numbering.is_founded(number)]
    beside, founded = numbering.founded_beside(ours)
    of_all = founded if beside == ours else []
    folded = [each for n, _ in members for each in numbering.folded.get(n, {}).values()]
    says = _Told(members[0][0], common, sources([each for _, each in members], frame, of_all, folded))
    before = told.setdefault(rule, says)
    again = before is not says
    return RuleGroup(
        rule=rule,
        title=called(rule, numbering.pages),
        severity=members[0][1].severity,
        passages=tuple(each for each in common if not again or each not in before.passages),
        sources=tuple(each for each in says.sources if not again or each not in before.sources),
        unsourced=frame.say("notes", "source") if notes else frame.say("findings", "no_source"),
        told_at=before.number if again else 0,
        findings=tuple(
            _found(number, numbering, [each for each in alone if each not in common], statuses, frame)
            for (number, _), alone in zip(members, own, strict=True)
        ),
    )


def _of_notes(frame: Frame) -> tuple[Passage, ...]:
    """What there is to say of a note that is to accept something and is not as it should be: no page does."""
    return tuple(Passage(label, (frame.say("notes", label),)) for label in ("people see", "why"))


def _found(
    number: int, numbering: Numbering, own: list[Passage], statuses: Mapping[str, str], frame: Frame
) -> ToldFinding:
    finding = numbering.finding(number)
    loop = finding.loop
    all_places = _places(finding)
    return ToldFinding(
        number=number,
        fingerprint=finding.fingerprint,
        message=f"{finding.message} ({twin})" if (twin := numbering.twins.get(number)) else finding.message,
        automations=marks(numbering.automations_of(number), numbering, frame),
        accounts=marks(numbering.accounts_of(number), numbering, frame),
        stands=stands_where(number, numbering, frame),
        ask=tuple(whose_matter(number, numbering, frame)),
        passages=tuple(own),
        loop=tuple(_loop(loop, numbering.automations_of(number), frame)) if loop else (),
        loop_then=_loop_then(loop, frame) if loop else "",
        played=loop.rehearsal if loop and loop.verdict != _SETTLES else (),
        places=tuple(_place(span, numbering.plain(label)) for span, label in all_places[:_MOST_PLACES]),
        more_places=max(len(all_places) - _MOST_PLACES, 0),
        status=statuses.get(finding.fingerprint, ""),
        decision=decision(finding.suppressed, frame) if finding.suppressed else None,
    )


def _loop(loop: LoopEvidence, automations: Iterable[AutomationFacts], frame: Frame) -> Iterator[LoopStation]:
    """The stations, called as everywhere in the report; of somebody else's, who runs the same, only the automation."""
    known = {(each.id, each.account.shown): each for each in automations}
    titles = {each.id: automation_title(each) for each in automations}
    for step in loop.walk:
        automation = known.get((step.automation, step.account))
        name = titles.get(step.automation, step.automation)
        account = account_name(automation.account, frame) if automation else step.account
        sentence = step_sentence(step._replace(account=account))
        yield LoopStation(name, account, sentence, step.span.path, step.span.line)


def _loop_then(loop: LoopEvidence, frame: Frame) -> str:
    """How it goes on after the last station."""
    ends = "loop_braked" if loop.stops_after else "loop_ends" if loop.verdict == _SETTLES else "loop_again"
    return frame.say("findings", ends)


def marks(things: Iterable[AccountFacts | AutomationFacts], numbering: Numbering, frame: Frame) -> tuple[Mark, ...]:
    """Accounts and automations by what they are called, with where they are described."""
    return tuple(Mark(title(thing, frame), numbering.anchor(thing)) for thing in things)


def decision(accepted: Suppression, frame: Frame) -> Decision:
    last = dated(accepted.until)
    return Decision(
        reason=accepted.reason,
        until=frame.date(last[0]) if last else accepted.until,
        path=accepted.span.path,
        line=accepted.span.line,
    )


def _places(finding: Finding) -> list[tuple[Span, str]]:
    """Where it stands, each line of a file once: what is said of a line twice is not said of it there."""
    labels: dict[tuple[str, int], dict[str, Span]] = {}
    first = [] if any(each.span == finding.span for each in finding.related) else [(finding.span, "")]
    for span, label in (*first, *((each.span, each.label) for each in finding.related)):
        labels.setdefault((span.path, span.line), {}).setdefault(label, span)
    return [(next(iter(said.values())), next(iter(said)) if len(said) == 1 else "") for said in labels.values()]


def _place(span: Span, label: str) -> ShownPlace:
    return ShownPlace(span.path, span.line, label, tuple(_in_parts(line) for line in excerpt(span, _ROOM)))


def _in_parts(line: Line) -> ExcerptLine:
    """A line cut where its mark begins and ends; both are given in columns."""
    characters = list(line.text)
    begin = fitting(characters, line.indent)
    end = begin + fitting(characters[begin:], line.length)
    return ExcerptLine(line.number, line.text[:begin], line.text[begin:end], line.text[end:])
