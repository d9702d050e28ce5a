"""What could not be seen, by name: what the files leave open, and what no file can hold."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from sociable.client_report.content import Mark, Question, Sentence
from sociable.client_report.frame import Frame
from sociable.client_report.numbering import Numbering
from sociable.client_report.titles import title
from sociable.client_report.weekly_pace import noticed
from sociable.facts.facts import AutomationFacts

_MOST_NAMES = 6
_MOST_CLAUSES = 3
_ORDER = ("pause", "audience", "inbox", "unknown")
"""What a reader misses most, first; the others come as they are asked."""


_Named = Callable[[list[str]], str]
"""Names in a clause, as many as there is room for."""


def not_seen(numbering: Numbering, asked: Iterable[Question], frame: Frame) -> tuple[str, ...]:
    """Clauses, each naming whom or what it is about. ``asked`` are the questions that the files leave open."""
    named = partial(frame.listed, most=_MOST_NAMES)
    return tuple(_clauses(numbering, asked, frame, named, named))


def on_first_page(numbering: Numbering, asked: Iterable[Question], frame: Frame) -> Iterator[Sentence]:
    """That files alone were read, then the first of these in a sentence that leads to all and counts several."""
    accounts, automations = (partial(_one_or_many, what=what, frame=frame) for what in ("account", "automation"))
    clauses = list(_left_open(numbering, asked, frame, accounts, automations))
    if _outward(numbering):
        yield Sentence(frame.counted(len(numbering.facts.automations), "files_only"))
    if clauses:
        words, left = frame.say("not_seen", "words"), len(clauses) - _MOST_CLAUSES
        told = [*clauses[:_MOST_CLAUSES], *([frame.counted(left, "more_unseen")] if left > 0 else [])]
        yield Sentence(
            frame.say("not_seen", "first_page", words=words, clauses="; ".join(told)), (Mark(words, "unseen"),)
        )


def _one_or_many(names: list[str], what: str, frame: Frame) -> str:
    return names[0] if len(names) == 1 else frame.counted(len(names), what)


def _clauses(
    numbering: Numbering, asked: Iterable[Question], frame: Frame, accounts: _Named, automations: _Named
) -> Iterator[str]:
    """What the files leave open, then what no file can hold."""
    yield from _left_open(numbering, asked, frame, accounts, automations)
    if _outward(numbering):
        yield frame.say("not_seen", "tools")


def _outward(numbering: Numbering) -> list[AutomationFacts]:
    return [each for each in numbering.facts.automations if noticed(each)]


def _left_open(
    numbering: Numbering, asked: Iterable[Question], frame: Frame, accounts: _Named, automations: _Named
) -> Iterator[str]:
    for each in _in_order(asked):
        yield frame.say("not_seen", each.key, accounts=accounts(list(each.accounts)))
    outward = _outward(numbering)
    for key, concerned in (
        ("ai", [each for each in outward if _is_written_by_ai(each)]),
        ("often", [each for each in outward if _is_counted_nowhere(each)]),
    ):
        if concerned:
            yield frame.say("not_seen", key, automations=automations([title(each, frame) for each in concerned]))


def _in_order(asked: Iterable[Question]) -> list[Question]:
    keyed = [each for each in asked if each.key]
    return sorted(keyed, key=lambda each: _ORDER.index(each.key) if each.key in _ORDER else len(_ORDER))


def _is_written_by_ai(automation: AutomationFacts) -> bool:
    return any("ai" in step.text.provenance.origins for step in noticed(automation))


def _is_counted_nowhere(automation: AutomationFacts) -> bool:
    """Whether it happens as often as others do something, which its file says nothing about."""
    model = automation.model
    return not automation.event.is_timed and not automation.event.is_by_hand and not (model.limit or model.usual)
