"""What people experience: the events that matter most for a setup, played, and one that is well made.

Which events are played is decided before any is, so that the work does not grow with the setup.
"""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from itertools import islice

from sociable.client_report.automations.schedule_words import schedule_words
from sociable.client_report.automations.switched_together import switch_of, was_off
from sociable.client_report.automations.weekly_pace import noticed
from sociable.client_report.content.content_of_report import Story, StoryLine
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.wording.clauses_as_sentences import capital, told
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import account_name
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.facts.promised_times import promised_at_any_hour
from sociable.facts.rooms import is_written_ahead, named_where_heard
from sociable.findings.faults import ByItself
from sociable.findings.finding import LoopEvidence
from sociable.records.record import Record
from sociable.rehearsal.rehearsal import rehearse, runs
from sociable.rehearsal.sentences import clause, ending, opening, when
from sociable.rehearsal.timeline import DEFAULT_ROUNDS, TAKEN, Happening, Rehearsal, Start
from sociable.vocabulary.events import ARRIVES, Event
from sociable.vocabulary.verbs import NOTIFY

MOST = 5
"""Stories of what was found. One that is well made comes after them."""

_MOST_LINES = 8
_MOST_TOGETHER = 4
"""Automations of several accounts that are played together."""

_MIRROR_ROUNDS = 4
"""Enough to see that two machines answer each other."""


_HOURS = {"open": "while_open", "closed": "while_closed"}
"""The words for the hours at which an automation waits."""

_NAMES = ("named", "feed")
"""What ``when:`` may name of that which starts an automation."""

_SOMEBODY = "somebody"
"""Who starts an automation, in the words of its event."""

_CONDITION = re.compile(r"(?<=here )`.*` does not hold$")
"""That a condition does not hold, in the spelling of the file."""


class _Event(Record):
    """Something that can happen to an account, and what it starts there.

    Of all that wait for the like, only those that wait for the same: one time of a schedule, one command, one word.
    """

    name: str
    account: AccountFacts
    automations: tuple[AutomationFacts, ...]
    findings: tuple[int, ...]

    @property
    def is_timed(self) -> bool:
        return self.automations[0].event.is_timed


Unread = Mapping[str, Sequence[str]]
"""What of each file could not be understood, by the names of its parts."""


def stories(numbering: Numbering, unread: Unread, faults: list[str], frame: Frame) -> tuple[Story, ...]:
    """The worst first; each shows something found by a rule, as people see it there, of which no story before it does.

    Where nothing is to be shown of either, that is played which people notice. What has ended is not played, and where
    some of a file is ``unread``, no story of it says that nothing follows.
    One that a mistake of ours keeps from being played is left out, and noted among ``faults``.
    """
    events = list(_events(numbering))
    found = sorted((each for each in events if each.findings), key=lambda each: _rank(each, numbering))
    chosen: list[_Event] = []
    shown: set[tuple[str, str]] = set()
    for event in found:
        rules = {(each.rule, each.people_see) for each in map(numbering.finding, event.findings)}
        if len(chosen) < MOST and not rules <= shown:
            chosen.append(event)
            shown |= rules
    fine = min((each for each in events if _is_well_made(each)), key=_kindness, default=None)
    if not chosen and fine is None:
        fine = min((each for each in events if any(map(noticed, each.automations))), key=_kindness, default=None)
    made: list[Story] = []
    played_out: set[int] = set()
    for each in (*chosen, *((fine,) if fine else ())):
        with ByItself(f"the rehearsal of `{each.name}` on {each.account.shown} ({each.account.span})", faults):
            made.append(_story(each, numbering, unread, played_out, frame))
    return tuple(made)


def _events(numbering: Numbering) -> Iterator[_Event]:
    heard: dict[tuple[str, AccountFacts, Hashable], list[AutomationFacts]] = {}
    for automation in numbering.facts.automations:
        if not automation.is_over:
            heard.setdefault((automation.event.name, automation.account, _waits_for(automation)), []).append(automation)
    for (name, account, _), automations in heard.items():
        numbers = sorted({number for each in automations for number in numbering.of_automation(each)})
        yield _Event(name, account, tuple(automations), tuple(numbers))


def _waits_for(automation: AutomationFacts) -> Hashable:
    """Equal for what starts together; ``None`` for what starts whatever it is. A time that is not said is its own."""
    trigger = automation.model.trigger
    said = frozenset(trigger.narrowed.items()), trigger.otherwise, automation.model.during
    if said == (frozenset(), False, ""):
        by_itself = automation.event.asked == "nobody" and not automation.event.arrives
        return automation if automation.event.is_timed or by_itself else None
    return said


def _hearers(event: _Event) -> list[AutomationFacts]:
    """Those of the account that start on it, with those that start whatever it is."""
    own = set(event.automations)
    return [
        each
        for each in event.account.automations
        if each in own or (each.event.name == event.name and _waits_for(each) is None and not each.is_over)
    ]


def _together(event: _Event, numbering: Numbering) -> list[AutomationFacts]:
    """What starts with it: on other accounts too where it is one piece of work, or something is about both."""
    time = _waits_for(event.automations[0])
    found = {each for number in event.findings for each in numbering.automations_of(number)}
    works = set(map(switch_of, event.automations))
    others = (
        each
        for each in numbering.facts.automations
        if (each in found or switch_of(each) in works)
        and each.event.name == event.name
        and _waits_for(each) == time
        and not each.is_over
    )
    return list(islice(dict.fromkeys((*event.automations, *others)), max(_MOST_TOGETHER, len(event.automations))))


def _rank(event: _Event, numbering: Numbering) -> tuple[bool, int, int, int]:
    is_off, grave = all(map(was_off, event.automations)), numbering.gravest(event.findings)
    most = sum(numbering.gravest((number,)) == grave for number in event.findings)
    return is_off, -grave, -most, event.findings[0]


def _is_well_made(event: _Event) -> bool:
    """Nothing was found of it, people notice it, and the file says who reads what comes back."""
    doubtful = any(promised_at_any_hour(each) for each in event.automations)
    fine = not event.findings and not doubtful and event.account.model.inbox == "read"
    return fine and any(map(noticed, event.automations))


def _kindness(event: _Event) -> tuple[bool, bool]:
    """Somebody who asked is answered, before anything else that is well made; best with a person behind it."""
    steps = [step for automation in event.automations for step in automation.steps]
    handed_on = any(step.approved or step.verb.is_for_colleague for step in steps)
    return event.automations[0].event.asked != "yes", not handed_on


def _story(event: _Event, numbering: Numbering, unread: Unread, played_out: set[int], frame: Frame) -> Story:
    """What comes of the event; where accounts of the setup answer each other, that, unless it is ``played_out``."""
    loops = {number: loop for number in event.findings if (loop := numbering.finding(number).loop) is not None}
    ours = {number: loop for number, loop in loops.items() if not loop.takes_a_stranger and loop.rehearsal}
    mirror = any(loop.takes_a_stranger for loop in loops.values())
    gravest = min(event.findings, key=lambda number: (-numbering.gravest((number,)), number), default=0)
    if gravest in ours.keys() - played_out:
        played_out.add(gravest)
        return _loop(event, ours[gravest], frame)
    play = _by_the_clock if event.is_timed else _arrived if event.name in ARRIVES else _set_off
    played, opened = play(event, numbering, mirror, frame)
    opened = frame.say("stories", "off", opening=opened) if all(map(was_off, event.automations)) else opened
    return Story(
        opening=numbering.plain(opened),
        lines=tuple(_lines(played, event, numbering, frame)),
        left_out=max(len(_told_once(played.happenings)) - _MOST_LINES, 0),
        ending=(
            *map(numbering.plain, _ending(played, event, numbering, unread, frame)),
            *(_in_our_midst(loop, frame) for loop in ours.values()),
        ),
        findings=tuple(sorted({*event.findings, *_found_on_the_way(played, numbering)})),
    )


def _ending(played: Rehearsal, event: _Event, numbering: Numbering, unread: Unread, frame: Frame) -> list[str]:
    """How it ends, as far as what starts it could be read, and other clients have no part in it."""
    told = ending(played, frame.played)
    settled = played.ending == "settles" and played.again is None
    acting = {(each.who, each.automation) for each in played.happenings if each.kind == "does"}
    heard = [each for each in numbering.accounts if _is_heard(each, acting, numbering)]
    if heard:
        said = frame.say("stories", "heard", accounts=frame.listed([account_name(each, frame) for each in heard]))
        told = [frame.say("stories", "ends_here"), said] if settled else [*told, said]
    parts = [part for path in {each.span.path: 0 for each in event.automations} for part in unread.get(path, ())]
    if not parts or played.ending not in ("settles", "waits"):
        return told
    could_not = frame.say("stories", "unread", parts=frame.listed([f"“{each}”" for each in parts]))
    return [could_not] if settled and not heard else [*told, could_not]


def _is_heard(account: AccountFacts, acting: Set[tuple[str, str]], numbering: Numbering) -> bool:
    """Whether something that acted on it may set off automations of other clients."""
    return any(
        (account.shown, each.id) in acting and (account.id, each.id) in numbering.heard for each in account.automations
    )


def _by_the_clock(event: _Event, numbering: Numbering, mirror: bool, frame: Frame) -> tuple[Rehearsal, str]:
    """What a schedule starts at one time, and how the story opens."""
    started = _together(event, numbering)
    played = runs(numbering.facts, started, _rounds(mirror))
    return played, _at_its_time(started, frame) or opening(played, frame.played)


def _arrived(event: _Event, numbering: Numbering, mirror: bool, frame: Frame) -> tuple[Rehearsal, str]:
    """What one piece of something sets off on each account that waits for it, and how the story opens."""
    started = _together(event, numbering)
    accounts = list(dict.fromkeys(account_name(each.account, frame) for each in started))
    if len(accounts) == 1:
        return _set_off(event, numbering, mirror, frame)
    played = runs(numbering.facts, started, _rounds(mirror))
    said = _named(opening(played, frame.played).removesuffix("."), event, frame)
    return played, frame.say("stories", "same_for", opening=said, accounts=frame.listed(accounts[1:]))


def _set_off(event: _Event, numbering: Numbering, mirror: bool, frame: Frame) -> tuple[Rehearsal, str]:
    """What somebody sets off, and how the story opens."""
    start = Start(event.name, event.account.id)
    played = rehearse(numbering.facts, start, _rounds(mirror), mirror, frozenset(_hearers(event)))
    if all(map(is_written_ahead, event.automations)):
        return played, frame.say("stories", "calendar", accounts=account_name(event.account, frame))
    return played, _opened(played, event, frame)


def _rounds(mirror: bool) -> int:
    return _MIRROR_ROUNDS if mirror else DEFAULT_ROUNDS


def _found_on_the_way(played: Rehearsal, numbering: Numbering) -> Iterator[int]:
    seen = {(each.automation, each.who) for each in played.happenings}
    for automation in numbering.facts.automations:
        if (automation.id, automation.account.shown) in seen:
            yield from numbering.of_automation(automation)


def _opened(played: Rehearsal, event: _Event, frame: Frame) -> str:
    """The opening, with what is said of it beforehand: its name, and at which hours it comes."""
    said = _named(opening(played, frame.played).removesuffix("."), event, frame)
    during = event.automations[0].model.during
    if rooms := named_where_heard(event.automations[0], "or"):
        said = _in_rooms(said, rooms, played, event.automations[0].event, frame)
    if during in _HOURS:
        said = frame.say("stories", _HOURS[during], opening=said)
    return f"{said}."


def _named(said: str, event: _Event, frame: Frame) -> str:
    """The opening with the name of a command, or the address of a feed."""
    narrowed = event.automations[0].model.trigger.narrowed
    names = [name for key in _NAMES for name in narrowed.get(key, ())]
    return frame.say("stories", "named", opening=said, name=frame.listed(names)) if names else said


def _in_rooms(said: str, rooms: str, played: Rehearsal, started_by: Event, frame: Frame) -> str:
    """The opening with the rooms by name: they need not be the account's own, and are not said to be."""
    if started_by.in_room:
        return started_by.starts_in(rooms).replace(_SOMEBODY, played.stranger or _SOMEBODY, 1)
    return frame.say("stories", "in_rooms", opening=said, rooms=rooms)


def _at_its_time(started: Sequence[AutomationFacts], frame: Frame) -> str:
    """The opening of what a schedule starts; nothing where no file says when."""
    words = schedule_words(started[0], frame)
    accounts = list(dict.fromkeys(account_name(each.account, frame) for each in started))
    key = "scheduled" if len(accounts) == 1 else "scheduled_together"
    return frame.say("stories", key, when=capital(words), accounts=frame.listed(accounts)) if words else ""


def _loop(event: _Event, loop: LoopEvidence, frame: Frame) -> Story:
    """A loop as it was played, which opens with what its last step does."""
    at_once = frame.played.say("at_once")
    return Story(
        opening=frame.say("stories", "when", what=loop.walk[0].when),
        lines=tuple(StoryLine("" if at else at_once, sentence, ()) for at, sentence in enumerate(loop.rehearsal)),
        left_out=0,
        ending=(told(loop.verdict_words),),
        findings=event.findings,
    )


def _in_our_midst(loop: LoopEvidence, frame: Frame) -> str:
    """That it goes otherwise than with a stranger, whom no automation of the setup answers for."""
    return frame.say("stories", "loop", ends=loop.verdict_words)


def _lines(played: Rehearsal, event: _Event, numbering: Numbering, frame: Frame) -> Iterator[StoryLine]:
    """What happens, line by line; a condition of the file is named as one, whatever it asks for."""
    before = 0
    trigger = event.automations[0].model.trigger
    at_once = frame.played.say("at_once")
    dated = is_written_ahead(event.automations[0])
    first = frame.say("stories", "next_look") if trigger.looks or trigger.polled else at_once
    for happening in _told_once(played.happenings)[:_MOST_LINES]:
        notes = (_note(note, frame) for note in happening.notes)
        sentence = _CONDITION.sub(frame.say("stories", "not_so"), _clause(happening, event.account, frame))
        time = frame.say("stories", "its_date") if dated else when(happening, before, frame.played)
        yield StoryLine(first if time == at_once else time, numbering.plain(sentence), tuple(dict.fromkeys(notes)))
        before = happening.time


def _clause(happening: Happening, account: AccountFacts, frame: Frame) -> str:
    """Who does what. A message to our own people comes from the tool, and not from the account it is about."""
    if happening.kind == "does" and happening.verb == NOTIFY and happening.text and not happening.others:
        alone = account.model.run_by == "person"
        whom = happening.whom or frame.say("stories", "oneself" if alone else "colleagues")
        return frame.say("stories", "told", whom=whom, text=happening.text)
    return clause(happening, frame.played)


def _note(note: str, frame: Frame) -> str:
    """What held it back, or what was supposed."""
    if "`" in note:
        return frame.say("stories", "condition")
    supposed = note.removeprefix(TAKEN)
    return note if supposed == note else frame.say("stories", "supposed", what=supposed)


def _told_once(happenings: Sequence[Happening]) -> list[Happening]:
    """Without what colleagues hear twice, as each of several automations that were one workflow has the message."""
    heard: dict[object, Happening] = {}
    for each in happenings:
        inward = each.kind == "does" and each.audience == "inward" and each.text
        heard.setdefault((each.time, each.text) if inward else each.number, each)
    return list(heard.values())
