"""What to switch off until somebody has looked."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date

from sociable.client_report.content import BeginWith, Mark, Pause, PauseGroup, Reference
from sociable.client_report.frame import Frame
from sociable.client_report.numbering import Numbering
from sociable.client_report.titles import called, title
from sociable.client_report.urgency import DATED, OVER, RARER, Due, soonest
from sociable.client_report.weekly_pace import amount
from sociable.client_report.weight import is_endless
from sociable.client_report.whom_to_ring import whom_to_ask, whom_to_ring
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.text.natural_order import natural

MOST_ONE_BY_ONE = 20
"""Things to switch off that are a list to work through."""

_NEVER = Due(OVER + 1, "", "")
"""Of what no automation does, nobody can say when it happens."""


def pauses(numbering: Numbering, today: date, frame: Frame) -> tuple[Pause, ...]:
    """What errors and loops without an end are about: the gravest first, and of these what happens again soonest."""
    because: dict[AccountFacts | AutomationFacts, dict[str, list[int]]] = {}
    for number in _urgent(numbering):
        for thing in _things(number, numbering):
            because.setdefault(thing, {}).setdefault(numbering.said(number), []).append(number)
    ranked = []
    for thing, of in because.items():
        soon = soonest(_doing(thing), today, frame) or _NEVER
        gravity = numbering.gravest(number for numbers in of.values() for number in numbers)
        ranked.append((-gravity, soon.rank, _pause(thing, of, soon, numbering, frame)))
    return tuple(pause for _, _, pause in sorted(ranked, key=lambda each: each[:2]))


def _pause(
    thing: AccountFacts | AutomationFacts,
    because: Mapping[str, Sequence[int]],
    soon: Due,
    numbering: Numbering,
    frame: Frame,
) -> Pause:
    account = thing if isinstance(thing, AccountFacts) else thing.account
    return Pause(
        name=_name(thing, frame),
        anchor=numbering.anchor(thing),
        because=_references(because),
        due=frame.say("due", "both", happens=soon.happens, act=soon.act) if soon.act else "",
        ring=whom_to_ring(account, frame),
    )


def grouped(told: Sequence[Pause], numbering: Numbering, frame: Frame) -> tuple[PauseGroup, ...]:
    """The same by what was found, in the same order, where there are more than somebody works through."""
    if len(told) <= MOST_ONE_BY_ONE:
        return ()
    accounts = {numbering.anchor(account) for account in numbering.accounts}
    groups: dict[tuple[str, ...], list[Pause]] = {}
    for pause in told:
        numbers = (number for each in pause.because for number in each.numbers)
        rules = dict.fromkeys(called(numbering.finding(number).rule, numbering.pages) for number in numbers)
        groups.setdefault(tuple(rules), []).append(pause)
    return tuple(
        PauseGroup(
            message=frame.listed([f"“{title}”" for title in titles], most=len(titles)),
            counted=_counted([each.anchor in accounts for each in members], frame),
            numbers=tuple(sorted({n for pause in members for each in pause.because for n in each.numbers})),
            due=members[0].due,
            things=tuple(Mark(each.name, each.anchor) for each in sorted(members, key=lambda each: natural(each.name))),
        )
        for titles, members in groups.items()
    )


def _counted(are_accounts: Sequence[bool], frame: Frame) -> str:
    """``143 automations``, ``21 accounts``, ``20 automations and 1 account``."""
    automations, accounts = are_accounts.count(False), are_accounts.count(True)
    counts = ((automations, "automation"), (accounts, "account"))
    return frame.listed([frame.counted(count, what) for count, what in counts if count])


def _doing(thing: AccountFacts | AutomationFacts) -> Sequence[AutomationFacts]:
    return thing.automations if isinstance(thing, AccountFacts) else (thing,)


def at_once(numbering: Numbering) -> tuple[Reference, ...]:
    """Errors that nothing can be switched off against, such as a key in a file."""
    return tuple(Reference((n,), numbering.said(n)) for n in _urgent(numbering) if not _things(n, numbering))


def to_agree_on(numbering: Numbering, today: date, frame: Frame) -> tuple[Reference, ...]:
    """What can be agreed on in peace: the titles of warnings that nobody has decided on, in their order."""
    titles: dict[str, list[int]] = {}
    for number, finding in numbering.undecided():
        if finding.severity == "warning" and not is_endless(finding):
            titles.setdefault(called(finding.rule, numbering.pages), []).append(number)
    soon = {title: _soonest(numbers, numbering, today, frame) for title, numbers in titles.items()}
    off = {thing for number in _urgent(numbering) for thing in _things(number, numbering)}
    return tuple(
        _meanwhile(title, of, soon[title], _ends_with(off, of, numbering), frame) for title, of in titles.items()
    )


def _meanwhile(title: str, numbers: Sequence[int], due: Due, ends: bool, frame: Frame) -> Reference:
    """What goes on while people agree, or that it ``ends`` too; what has a day has to be agreed on before."""
    if ends:
        return Reference(tuple(numbers), title, frame.say("pause", "ends_too"))
    if due.rank not in (RARER, DATED):
        return Reference(tuple(numbers), title, due.happens)
    said = frame.say("due", "both", happens=due.happens, act=due.act)
    return Reference(tuple(numbers), title, said, in_time=True)


def _ends_with(off: Container[object], numbers: Iterable[int], numbering: Numbering) -> bool:
    """Whether loops end when all these things are switched off: every automation that goes round is among them."""
    return all(
        numbering.finding(number).loop is not None and all(each in off for each in numbering.automations_of(number))
        for number in numbers
    )


def _soonest(numbers: Iterable[int], numbering: Numbering, today: date, frame: Frame) -> Due:
    doing = dict.fromkeys(each for number in numbers for each in numbering.automations_of(number))
    return soonest(doing, today, frame) or _NEVER


def begin_with(numbering: Numbering, today: date, frame: Frame) -> BeginWith | None:
    """The gravest that nobody has decided on, also of what touches others; the first of these."""
    numbers = [number for number, _ in numbering.undecided()]
    first = min(numbers, key=lambda number: (-numbering.gravest((number,)), number), default=0)
    if not first:
        return None
    doing = numbering.automations_of(first)
    return BeginWith(
        number=first,
        message=numbering.said(first),
        happens=_soonest((first,), numbering, today, frame).happens,
        weekly=amount(doing[0], frame) if len(doing) == 1 else "",
        ring=tuple(whom_to_ask(numbering.concerned(first), frame)),
    )


def _urgent(numbering: Numbering) -> Iterator[int]:
    for number, finding in numbering.undecided():
        if finding.severity == "error" or (finding.severity == "warning" and is_endless(finding)):
            yield number


def _things(number: int, numbering: Numbering) -> list[AccountFacts | AutomationFacts]:
    return [*numbering.automations_of(number), *numbering.accounts_of(number)]


def _references(numbers: Mapping[str, Sequence[int]]) -> tuple[Reference, ...]:
    return tuple(Reference(tuple(of), words) for words, of in numbers.items())


def _name(thing: AccountFacts | AutomationFacts, frame: Frame) -> str:
    name = title(thing, frame)
    return frame.say("pause", "all_on", account=name) if isinstance(thing, AccountFacts) else name
