"""What could not be seen, by name: what the files leave open, and what no file can hold."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial

from sociable.client_report.about_the_check.open_questions import speaking
from sociable.client_report.automations.switched_together import at_rest, switch_of
from sociable.client_report.automations.weekly_pace import noticed
from sociable.client_report.content.content_of_report import Mark, Question, Sentence
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import account_name, automation_title, quoted
from sociable.facts.facts import AutomationFacts
from sociable.vocabulary.values import UNSTATED

_MOST_NAMES = 6
_MOST_BY_NAME = 2
_ROOM = "room"
"""What is asked of rooms, and of no account."""

_OF_AUTOMATIONS = frozenset(("agreed_to", "told"))
"""What is asked of automations, and of no account."""

_ORDER = ("pause", "agreed_to", "told", "audience", "readers", "inbox", "unknown")
"""What a reader misses most, first; the others come as they are asked."""


_WERE_ON = {"yes": ("was_on_yes", "were_on_yes"), "no": ("was_on_no", "were_on_no")}
"""The words for what a file says of one automation and of several."""

_COUNTS = ("all_automations", "automation")
"""The words that count automations of one state."""

_OF_PEOPLE = frozenset(("identity", "words", "link", "private"))
"""What a text can hold of people, by where it comes from."""

_Named = Callable[[list[str]], str]
"""Names in a clause, as many as there is room for."""


def not_seen(numbering: Numbering, asked: Iterable[Question], frame: Frame) -> tuple[str, ...]:
    """Clauses, each naming whom or what it is about. ``asked`` are the questions that the files leave open."""
    named = partial(frame.listed, most=_MOST_NAMES)
    return tuple(_clauses(numbering, asked, frame, named, named))


def on_first_page(numbering: Numbering, asked: Iterable[Question], frame: Frame) -> Iterator[Sentence]:
    """What the files leave open, in a sentence that leads to all of it, then what is true of any report."""
    names = [account_name(each, frame) for each in speaking(numbering)]
    counts: list[Mark] = []
    accounts = partial(_some_of, all_of_them=names, counts=counts, frame=frame)
    automations = partial(_one_or_many, counts=counts, frame=frame)
    clauses = list(_left_open(numbering, asked, frame, accounts, automations))
    if clauses:
        words = frame.say("not_seen", "files")
        said = frame.say("not_seen", "first_page", words=words, clauses="; ".join(clauses))
        yield Sentence(said, (Mark(words, "unseen"), *counts))
    if unheld := numbering.platforms_without_rules:
        yield Sentence(frame.say("checked", "no_source", platforms=frame.listed(unheld)), ())
    if _outward(numbering):
        yield _files_only(numbering.facts.automations, frame)


def _files_only(automations: Sequence[AutomationFacts], frame: Frame) -> Sentence:
    """That files alone were read, with what they say of whether things were switched on when they were written."""
    states: dict[str, dict[Hashable, AutomationFacts]] = {}
    for each in automations:
        states.setdefault(each.model.was_on, {}).setdefault(switch_of(each), each)
    told = [
        frame.say(
            "not_seen",
            _WERE_ON[state][len(of) > 1],
            automations=_these(list(of.values()), len(states) == 1, frame),
        )
        for state, of in sorted(states.items(), reverse=True)
        if state != UNSTATED
    ]
    if not told:
        return Sentence(frame.counted(len(automations), "files_only"))
    others = frame.say("not_seen", "others_unsaid") if UNSTATED in states else ""
    counts = (frame.counted(len(of), key) for _, of in sorted(states.items(), reverse=True) for key in _COUNTS)
    links = tuple(Mark(each, "doing") for each in counts)
    key = "was_on" if sum(map(len, states.values())) == 1 else "were_on"
    return Sentence(frame.say("not_seen", key, states=frame.listed(told), others=others), links)


def _these(automations: Sequence[AutomationFacts], every: bool, frame: Frame) -> str:
    if every:
        return frame.counted(len(automations), "all_automations")
    names = [f"“{automation_title(each)}”" for each in automations]
    return frame.listed(names) if len(names) <= _MOST_BY_NAME else frame.counted(len(names), "automation")


def _some_of(names: list[str], all_of_them: Sequence[str], counts: list[Mark], frame: Frame) -> str:
    """``@a``, ``all 5 accounts``, ``4 of the 5 accounts, but not of @b``; what is counted is put into ``counts``."""
    known = frozenset(names)
    others = [each for each in all_of_them if each not in known]
    if len(names) <= _MOST_BY_NAME:
        return frame.listed(names)
    if others and len(others) <= _MOST_BY_NAME:
        return frame.say("not_seen", "all_but", others=frame.listed(others))
    key = "some_accounts" if others else "all_accounts"
    counts.append(Mark(frame.say("not_seen", key, n=len(names), all=len(all_of_them)), "accounts"))
    return counts[-1].name


def _one_or_many(names: list[str], counts: list[Mark], frame: Frame) -> str:
    if len(names) <= _MOST_BY_NAME:
        return frame.listed(names)
    counts.append(Mark(frame.counted(len(names), "automation"), "doing"))
    return counts[-1].name


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
        names = list(each.accounts)
        shown = (
            frame.listed(names)
            if each.key == _ROOM
            else (automations if each.key in _OF_AUTOMATIONS else accounts)(names)
        )
        yield frame.say("not_seen", each.key, accounts=shown)
    outward = _outward(numbering)
    for key, concerned in (
        ("ai", [each for each in outward if _is_written_by_ai(each)]),
        ("kept", [each for each in numbering.facts.automations if _keeps_people(each)]),
        ("often", [each for each in outward if _is_counted_nowhere(each)]),
    ):
        if concerned:
            yield frame.say("not_seen", key, automations=automations([quoted(each, frame) for each in concerned]))


def _in_order(asked: Iterable[Question]) -> list[Question]:
    keyed = [each for each in asked if each.key]
    return sorted(keyed, key=lambda each: _ORDER.index(each.key) if each.key in _ORDER else len(_ORDER))


def _is_written_by_ai(automation: AutomationFacts) -> bool:
    return any("ai" in step.text.provenance.origins for step in noticed(automation))


def _keeps_people(automation: AutomationFacts) -> bool:
    """Whether it writes down who people are or what they said; nobody says for how long."""
    return any(
        step.verb.people_data == "kept" and not _OF_PEOPLE.isdisjoint(step.text.provenance.origins)
        for step in automation.steps
    )


def _is_counted_nowhere(automation: AutomationFacts) -> bool:
    """Whether it happens as often as others do something, which its file says nothing about."""
    model = automation.model
    if at_rest(automation):
        return False
    return not automation.event.is_timed and not automation.event.is_by_hand and not (model.limit or model.usual)
