"""What to do about a finding: what ends it anyhow first, then what its rule advises."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from sociable.client_report.automations.weekly_pace import noticed
from sociable.client_report.content.content_of_report import Passage, Sentence
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.weight import is_pressing
from sociable.client_report.findings_in_order.what_ends import Thing, ended_with, is_ended_by_one, is_urgent, things_of
from sociable.client_report.findings_in_words.better_to_switch_off import better_off, which
from sociable.client_report.wording.clauses_as_sentences import told
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.numbers_in_words import listed_numbers
from sociable.client_report.wording.titles import quoted, title
from sociable.facts.facts import AutomationFacts

DO = "do"
WRITTEN = "in the files"
_NOTED = re.compile(r"\b(?:[Ww]rite|Add what you know)\b[^.`]*`")
"""What to do that ends in a note to this check: what findings say is English, whatever language the frame is in."""
_LEAST = "Least change: "
"""How the least change of a loop begins, whatever language the frame is in."""

_UNREAD = frozenset(("unreviewed-ai-post", "unreviewed-ai-reply"))
"""Rules with which everything is well where a person says yes before it goes out."""


def nearest(
    all_passages: Sequence[Passage], ended: str, asked_before: str, left: Sentence, frame: Frame
) -> Iterator[Passage]:
    """The same passages; first what ends it anyhow, then that what to do is near at hand, and where a note goes.

    ``left`` says what the least change may leave standing.
    """
    advice = [text for each in all_passages if each.label in (DO, WRITTEN) for text in each.sentences]
    noted = any(map(_NOTED.search, advice))
    for_file = frame.say("findings", "for_file") if noted else ""
    instead = frame.say("findings", "least_instead")
    if ended and any(text.startswith(_LEAST) for each in all_passages for text in each.sentences):
        all_passages = [_cured(each) for each in all_passages if each.label != WRITTEN]
    for each in all_passages:
        first, last = ((ended,), (asked_before, for_file)) if each.label == DO else ((), ())
        is_least = any(text.startswith(_LEAST) for text in each.sentences)
        said = [_instead(text, instead, left.text) if text.startswith(_LEAST) else text for text in each.sentences]
        yield Passage(each.label, (*filter(None, first), *said, *filter(None, last)), left.links if is_least else ())


def _instead(text: str, instead: str, left: str) -> str:
    return " ".join(filter(None, (instead + text.removeprefix(_LEAST), left)))


_MOST_ENDED = 20
"""What ends with one thing is named up to so many: where more does, each of them would name all others."""


def left_standing(number: int, numbering: Numbering, frame: Frame) -> Sentence:
    """What ends with switching off what this is about, and perhaps not with a smaller change."""
    ended = (numbering.noticed_and_ended.get(each, ())[:_MOST_ENDED] for each in things_of(number, numbering))
    others = [n for n in dict.fromkeys(chain.from_iterable(ended)) if n != number]
    if not others:
        return Sentence("")
    listed, links = listed_numbers(others, frame)
    return Sentence(frame.say("findings", "left_standing", numbers=listed), links)


def _cured(passage: Passage) -> Passage:
    """Without what a rule advises, where what to stop and the least change instead are told: two cures are enough."""
    return Passage(passage.label, ()) if passage.label == DO else passage


def cure(number: int, off: Mapping[Thing, bool], numbering: Numbering, frame: Frame) -> str:
    """What has to be switched off against it, or that it ends with something else; nothing if neither is so."""
    return _stopped(number, numbering, frame) or _ended(number, off, numbering, frame)


def _stopped(number: int, numbering: Numbering, frame: Frame) -> str:
    """That it is to be switched off first, as the first page says it: what follows is for what runs in its place."""
    if not is_urgent(number, numbering) or not (things := things_of(number, numbering)):
        return ""
    names = [quoted(each, frame) for each in things]
    if not is_ended_by_one(number, numbering):
        return frame.say("findings", "stop_these", names=frame.listed(names))
    if len(things) > 2:
        return frame.say("findings", "stop_all_but_one", names=frame.listed(names))
    return frame.say(
        "findings", "stop_one", names=frame.either(names), which=told(which(better_off(things, numbering), frame))
    )


def _ended(number: int, off: Mapping[Thing, bool], numbering: Numbering, frame: Frame) -> str:
    """That it ends with what is to be switched off for something graver, or nothing: one cure is told, not three."""
    if numbering.is_off(number):
        return frame.say("findings", "off")
    if is_pressing(numbering.finding(number)):
        return ""
    names = [quoted(each, frame) for each in ended_with(off, (number,), numbering)]
    return frame.say("findings", "ended", names=frame.listed(names)) if names else ""


def asked_already(number: int, numbering: Numbering, frame: Frame) -> str:
    """That a person is asked in the same workflow already, where only a yes beforehand is missing; or nothing."""
    if numbering.finding(number).rule not in _UNREAD:
        return ""
    own = numbering.automations_of(number)
    siblings = (each for automation in own for each in numbering.on_one_switch(automation) if each not in own)
    names = dict.fromkeys(title(each, frame) for each in siblings if _waits_for_a_yes(each))
    return frame.say("findings", "asked_already", names=frame.listed(list(names))) if names else ""


def _waits_for_a_yes(automation: AutomationFacts) -> bool:
    outward = noticed(automation)
    return bool(outward) and all(step.approved for step in outward)
