"""What can be agreed on before it is changed, and by when."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from sociable.client_report.automations.urgency import DATED, NEVER, RARER, Due, due, soonest
from sociable.client_report.automations.whom_to_ring import whom_to_ask
from sociable.client_report.content.content_of_report import Mark, Reference, Sentence
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.what_ends import Thing, ended_with, to_switch_off, urgent
from sociable.client_report.first_page.notes_on_pauses import advice_on
from sociable.client_report.first_page.who_speaks_against import laws_against
from sociable.client_report.wording.clauses_as_sentences import told
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import called, quoted
from sociable.facts.facts import AutomationFacts
from sociable.findings.finding import SEVERITIES
from sociable.records.record import Record

_MOST_NAMED = 3
_SENTENCE_ENDS = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_NOTED_TOO = re.compile(r"(?:,? and|, then) write .*")
"""What is to be noted in a file besides: it has time until the change is made."""


class _Alike(Record):
    """What one step towards a change is about: findings of one title that end, sleep or have their day together."""

    title: str
    ending: tuple[AutomationFacts, ...]
    is_off: bool
    near: tuple[AutomationFacts, ...]


def to_agree_on(numbering: Numbering, today: date, frame: Frame) -> tuple[Reference, ...]:
    """The titles of what nobody has decided on and what does not have to stop at once.

    First what happens on a day that is known, the nearest at the top, then what a law speaks against, then what ends
    with what is to be switched off, then what is off already, last notes to this check, of which nobody outside notices
    anything. What goes on meanwhile is said of the first of several
    of which the same is to be said.
    """
    at_once = set(urgent(numbering))
    off = to_switch_off(numbering)
    alike: dict[tuple[str, bool, bool, tuple[AutomationFacts, ...], date | None], list[int]] = {}
    ending: dict[int, list[AutomationFacts]] = {}
    is_near = {each: bool(due(each, today, frame).before) for each in numbering.facts.automations}
    for number, finding in numbering.undecided():
        if finding.severity == SEVERITIES[0] or number in at_once:
            continue
        ending[number] = ended_with(off, (number,), numbering)
        ended = bool(ending[number])
        by = numbering.automations_of(number)
        near = () if ended else tuple(filter(is_near.get, by))
        day = None if ended else (soonest(by, today, frame) or NEVER).run
        key = called(finding.rule, numbering.pages), ended, numbering.is_off(number), near, day
        alike.setdefault(key, []).append(number)
    ranked = []
    for (title, _, is_off, near, _), numbers in alike.items():
        of = _Alike(title, tuple(dict.fromkeys(each for n in numbers for each in ending[n])), is_off, near)
        doing = near or tuple(dict.fromkeys(each for n in numbers for each in numbering.automations_of(n)))
        soon = soonest(doing, today, frame) or NEVER
        step = named_step(_meanwhile(of, numbers, doing, soon, numbering, frame), numbering, frame)
        lawless = not laws_against(numbers, numbering, frame)
        day = soon.run if step.near and soon.run else date.max
        is_note = all(map(numbering.is_note, numbers))
        ranked.append(((is_note, step.is_off, step.ended, not step.near, not step.in_time, day, lawless), step))
    return _each_once([step for _, step in sorted(ranked, key=lambda each: each[0])])


def _doers(number: int, numbering: Numbering) -> Sequence[Thing]:
    return numbering.automations_of(number) or numbering.accounts_of(number)


def named_step(step: Reference, numbering: Numbering, frame: Frame) -> Reference:
    """The same with who does it, what was found in its own words, and what to do first, unless it ends anyhow."""
    if step.ended:
        return step
    if all(map(numbering.is_note, step.numbers)):
        return step._replace(
            names=Sentence(frame.say("notes", "name")), says=note_in_words(step.numbers, numbering, frame)
        )
    doing = dict.fromkeys(each for number in step.numbers for each in _doers(number, numbering))
    said = dict.fromkeys(numbering.said(number) for number in step.numbers)
    do = dict.fromkeys(next(advice_on(number, numbering, frame), "") for number in step.numbers)
    return step._replace(
        names=step.names if step.names.text else _named(doing, numbering, frame),
        says=next(iter(said)) if len(said) == 1 else f"“{step.message}”",
        do=_first_of(next(iter(do))) if len(do) == 1 else "",
    )


def note_in_words(numbers: Sequence[int], numbering: Numbering, frame: Frame) -> str:
    """What a note to this check that is not as it should be comes to, and what is wrong with it in words."""
    said = dict.fromkeys(numbering.said(number) for number in numbers)
    message = next(iter(said))
    if len(said) > 1 or "`" in message:
        return frame.say("notes", "says")
    return frame.say("notes", "says_why", says=frame.say("notes", "says"), message=told(message).removesuffix("."))


def _first_of(advice: str) -> str:
    """The first thing to do, without what is noted in a file besides; nothing where that is in words of files."""
    first = _NOTED_TOO.sub(".", _SENTENCE_ENDS.split(advice)[0])
    return "" if "`" in first else first


def _each_once(steps: Sequence[Reference]) -> tuple[Reference, ...]:
    """What goes on meanwhile, of several of which it is the same only of the first."""
    before = ("", *(each.due for each in steps))
    return tuple(each._replace(due="") if each.due == last else each for each, last in zip(steps, before, strict=False))


def _meanwhile(
    of: _Alike, numbers: Sequence[int], doing: Sequence[AutomationFacts], soon: Due, numbering: Numbering, frame: Frame
) -> Reference:
    """What goes on while people agree, or what it ends with; what has a day has to be agreed on before."""
    if of.is_off:
        return Reference(tuple(numbers), of.title, frame.say("pause", "stays_off"), is_off=True)
    if of.ending:
        many = frame.say("pause", "all_of_it") if len(of.ending) > 2 else ""
        names = many or frame.listed([quoted(each, frame) for each in of.ending])
        return Reference(tuple(numbers), of.title, frame.say("pause", "ends_too", names=names), ended=True)
    if soon.rank not in (RARER, DATED):
        return Reference(tuple(numbers), of.title, soon.happens)
    also = [m for m in dict.fromkeys(m for each in doing for m in numbering.on_one_switch(each)) if m not in doing]
    who = _named(doing, numbering, frame)
    if soon.before:
        ask = " ".join(map(told, whom_to_ask(dict.fromkeys(each.account for each in doing), numbering.named, frame)))
        one, several = ("near_waiting", "near_waiting_several") if soon.waits else ("near", "near_several")
        key = several if len(doing) > 1 else one
        said = frame.say("pause", key, before=soon.before, names=who.text, ask=ask)
    else:
        said = frame.say("due", "both", happens=soon.happens, act=soon.act)
    if also:
        mates = frame.listed([quoted(each, frame) for each in also])
        said = frame.say("pause", "in_time_switch", due=said.removesuffix("."), names=mates)
    return Reference(tuple(numbers), of.title, said, in_time=True, names=who, near=soon.before)


def _named(things: Iterable[Thing], numbering: Numbering, frame: Frame) -> Sentence:
    """Automations and accounts by name, the first of many; no words where a file alone is at fault."""
    marks = tuple(Mark(quoted(each, frame), numbering.anchor(each)) for each in things)
    named = frame.listed([each.name for each in marks], most=_MOST_NAMED) if marks else ""
    return Sentence(named, marks[:_MOST_NAMED])
