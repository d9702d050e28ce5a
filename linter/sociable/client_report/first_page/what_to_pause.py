"""What to switch off until somebody has looked."""

from collections.abc import Container, Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import islice

from sociable.client_report.automations.still_out import still_out
from sociable.client_report.automations.switched_together import by_switch, switch_of
from sociable.client_report.automations.urgency import NEVER, Due, soonest
from sociable.client_report.automations.weekly_pace import amount
from sociable.client_report.automations.whom_to_ring import whom_to_ask
from sociable.client_report.content.content_of_report import (
    AtOnce,
    BeginWith,
    Mark,
    Pause,
    PauseGroup,
    Reference,
    Sentence,
)
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.what_ends import Thing, is_ended_by_one, things_of, urgent
from sociable.client_report.findings_in_words.better_to_switch_off import account_of, better_off
from sociable.client_report.findings_in_words.standing_in_files import stands_where, whose_matter
from sociable.client_report.first_page.notes_on_pauses import advice_on, notes_on
from sociable.client_report.first_page.to_agree_on import note_in_words
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import called, quoted
from sociable.facts.admissions import admitted
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.text.natural_order import natural

MOST_ONE_BY_ONE = 20
"""Things to switch off that are a list to work through."""

_MOST_NAMED = 6


def pauses(numbering: Numbering, today: date, frame: Frame) -> tuple[Pause, ...]:
    """What has to stop until somebody has looked: the gravest first, and of these what happens again soonest."""
    to_stop = _to_stop(numbering)
    switches = _left_on(numbering.facts.automations, {thing for things in to_stop for thing in things})
    ranked = []
    for things, because in to_stop.items():
        doing = [each for thing in things for each in _doing(thing)]
        soon = soonest(doing, today, frame) or NEVER
        gravity = numbering.gravest(number for of in because.values() for number in of)
        left_on = dict.fromkeys(each for automation in doing for each in switches[switch_of(automation)])
        numbers = list(dict.fromkeys(number for of in because.values() for number in of))
        better = better_off(things, numbering)
        chosen = () if better is None else better[:1]
        pause = Pause(
            name=_name(things, numbering, frame),
            because=_references(because),
            due=frame.say("due", "both", happens=soon.happens, act=soon.act) if soon.act else "",
            ask=tuple(whom_to_ask(dict.fromkeys(map(account_of, (*chosen, *things))), numbering.named, frame)),
            notes=()
            if soon.waits
            else tuple(
                notes_on(
                    things, numbers, doing, [each for each in left_on if each not in doing], better, numbering, frame
                )
            ),
            instead=" ".join(advice_on(numbers[0], numbering, frame)) if soon.waits else "",
        )
        ranked.append(((-gravity, soon.rank, soon.run or today), pause))
    return tuple(pause for _, pause in sorted(ranked, key=lambda each: each[0]))


def _to_stop(numbering: Numbering) -> dict[tuple[Thing, ...], dict[str, list[int]]]:
    """The findings because of which something has to stop, by what they say; of several things all but one.

    What ends anyhow, because all but one of them are to stop for another reason, asks for nothing more.
    """
    because: dict[tuple[Thing, ...], dict[str, list[int]]] = {}

    def enter(things: tuple[Thing, ...], number: int) -> None:
        because.setdefault(things, {}).setdefault(numbering.said(number), []).append(number)

    pressing = list(urgent(numbering))
    for number in pressing:
        if not is_ended_by_one(number, numbering):
            for thing in things_of(number, numbering):
                enter((thing,), number)
    alone = set(because)
    for number in pressing:
        if is_ended_by_one(number, numbering):
            things = tuple(things_of(number, numbering))
            off = [(thing,) for thing in things if (thing,) in alone]
            for each in off if len(off) >= len(things) - 1 else [things]:
                enter(each, number)
    return because


def _left_on(
    automations: Iterable[AutomationFacts], to_stop: Container[object]
) -> dict[Hashable, list[AutomationFacts]]:
    """What a switch also stops though nobody wants it to: of each switch the first, as many as are told."""
    return {
        switch: list(islice((each for each in members if each not in to_stop), _MOST_NAMED))
        for switch, members in by_switch(automations).items()
    }


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
            counted=_counted([thing.anchor in accounts for each in members for thing in each.name.links], frame),
            numbers=tuple(sorted({n for pause in members for each in pause.because for n in each.numbers})),
            due=members[0].due,
            things=tuple(
                sorted((thing for each in members for thing in each.name.links), key=lambda thing: natural(thing.name))
            ),
        )
        for titles, members in groups.items()
    )


def _counted(are_accounts: Sequence[bool], frame: Frame) -> str:
    """``143 automations``, ``21 accounts``, ``20 automations and 1 account``."""
    automations, accounts = are_accounts.count(False), are_accounts.count(True)
    counts = ((automations, "automation"), (accounts, "account"))
    return frame.listed([frame.counted(count, what) for count, what in counts if count])


def _doing(thing: Thing) -> Sequence[AutomationFacts]:
    return thing.automations if isinstance(thing, AccountFacts) else (thing,)


def at_once(numbering: Numbering, frame: Frame) -> tuple[AtOnce, ...]:
    """Errors that nothing can be switched off against, such as a key in a file."""
    return tuple(
        AtOnce(
            number=number,
            message=numbering.said(number),
            stands=stands_where(number, numbering, frame),
            do=tuple(advice_on(number, numbering, frame)),
            ask=tuple(whose_matter(number, numbering, frame)),
        )
        for number in urgent(numbering)
        if not things_of(number, numbering)
    )


def _soonest(numbers: Iterable[int], numbering: Numbering, today: date, frame: Frame) -> Due:
    doing = dict.fromkeys(each for number in numbers for each in numbering.automations_of(number))
    return soonest(doing, today, frame) or NEVER


def begin_with(numbering: Numbering, to_agree: Sequence[Reference], today: date, frame: Frame) -> BeginWith | None:
    """What to agree on first; where there is nothing, the gravest that nobody has decided on, the first of these."""
    numbers = to_agree[0].numbers[:1] if to_agree else [number for number, _ in numbering.undecided()]
    first = min(numbers, key=lambda number: (-numbering.gravest((number,)), number), default=0)
    if not first:
        return None
    doing = numbering.automations_of(first)
    return BeginWith(
        number=first,
        message=note_in_words((first,), numbering, frame) if numbering.is_note(first) else numbering.said(first),
        happens=_soonest((first,), numbering, today, frame).happens,
        weekly=amount(doing[0], frame) if len(doing) == 1 else "",
        out=tuple(still_out(filter(admitted, doing), frame)),
    )


def _references(numbers: Mapping[str, Sequence[int]]) -> tuple[Reference, ...]:
    return tuple(Reference(tuple(of), words) for words, of in numbers.items())


def _name(things: Sequence[Thing], numbering: Numbering, frame: Frame) -> Sentence:
    """What is to be switched off; of several all but one."""
    marks = tuple(Mark(quoted(each, frame), numbering.anchor(each)) for each in things)
    names = [each.name for each in marks]
    if len(names) > 1:
        key, listed = (
            ("one_of_two", frame.either)
            if len(names) == 2
            else ("all_but_one", partial(frame.listed, most=_MOST_NAMED))
        )
        return Sentence(frame.say("pause", key, n=len(names), names=listed(names)), marks)
    if isinstance(things[0], AccountFacts):
        return Sentence(frame.say("pause", "all_on", account=names[0]), marks)
    return Sentence(names[0], marks)
