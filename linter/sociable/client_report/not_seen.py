"""What could not be seen, by name: what the files leave open, and what no file can hold."""

from collections.abc import Iterable, Iterator

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


def not_seen(numbering: Numbering, asked: Iterable[Question], frame: Frame) -> tuple[str, ...]:
    """Clauses, each naming whom or what it is about. ``asked`` are the questions that the files leave open."""
    told = (
        frame.say("not_seen", each.key, accounts=frame.listed(list(each.accounts), _MOST_NAMES))
        for each in _in_order(asked)
    )
    return (*told, *_in_no_file(numbering, frame))


def on_first_page(numbering: Numbering, asked: Iterable[Question], frame: Frame) -> Iterator[Sentence]:
    """The first of them in a sentence that leads to all, with accounts counted where there are several."""
    clauses = [
        frame.say("not_seen", each.key, accounts=each.accounts[0] if len(each.accounts) == 1 else _several(each, frame))
        for each in _in_order(asked)
    ]
    clauses += _in_no_file(numbering, frame)
    if clauses:
        words = frame.say("not_seen", "words")
        listed = frame.listed(clauses, _MOST_CLAUSES)
        yield Sentence(frame.say("not_seen", "first_page", words=words, clauses=listed), (Mark(words, "unseen"),))


def _several(question: Question, frame: Frame) -> str:
    return frame.counted(len(question.accounts), "account")


def _in_order(asked: Iterable[Question]) -> list[Question]:
    keyed = [each for each in asked if each.key]
    return sorted(keyed, key=lambda each: _ORDER.index(each.key) if each.key in _ORDER else len(_ORDER))


def _in_no_file(numbering: Numbering, frame: Frame) -> Iterator[str]:
    automations = [each for each in numbering.facts.automations if noticed(each)]
    if not automations:
        return
    for key, concerned in (
        ("ai", [each for each in automations if _is_written_by_ai(each)]),
        ("often", [each for each in automations if _is_counted_nowhere(each)]),
    ):
        if concerned:
            names = frame.listed([title(each, frame) for each in concerned], _MOST_NAMES)
            yield frame.say("not_seen", key, automations=names)
    yield frame.say("not_seen", "tools")


def _is_written_by_ai(automation: AutomationFacts) -> bool:
    return any("ai" in step.text.provenance.origins for step in noticed(automation))


def _is_counted_nowhere(automation: AutomationFacts) -> bool:
    """Whether it happens as often as others do something, which its file says nothing about."""
    model = automation.model
    return not automation.event.is_timed and not automation.event.is_by_hand and not (model.limit or model.usual)
