"""A rehearsal in sentences: the same words for the terminal, for programs and for the evidence of a loop."""

from collections.abc import Mapping

from sociable.records.record import Record
from sociable.rehearsal.player import is_new
from sociable.rehearsal.timeline import Happening, Rehearsal
from sociable.setup.quantities import clock_words, rate_words
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.verbs import VERBS

SENTENCES: Mapping[str, str] = {
    "somebody": "somebody",
    "inside": "somebody inside",
    "copied": "{who} runs a copy of the automations of {account}. {opening}",
    "opening": "{opening}.",
    "skips": "{who} does nothing: {reason}",
    "waits": "{who} {reason}. Until then nothing happens; then {who} {deed}",
    "does": "{who} {deed}",
    "deed": "{does}{where}{others}{said}",
    "others": ", and so on for all the others",
    "said": ": “{text}”",
    "unseen": " (nobody outside sees it)",
    "rooms": " in {rooms}",
    "public": " in public",
    "group": " among the members",
    "person": " in private",
    "automation": "`{automation}`",
    "copy_of": "the copy of `{automation}`",
    "because": "{whose}, because of {number}",
    "at_once": "at once",
    "later": "{time} later",
    "pending": "Then it waits for a person's yes: nothing more happens by itself.",
    "comes_back": "It never ends: after line {last}, the same comes again as after line {first}.",
    "begins_again": "It never ends: after line {last}, the same comes again as at the beginning.",
    "comes_back_new": "It never ends: after line {last}, the same comes again as after line {first}, "
    "with new posts or messages each time.",
    "begins_again_new": "It never ends: after line {last}, the same comes again as at the beginning, "
    "with new posts or messages each time.",
    "slowest": "It is not faster than {rate}, the limit of `{automation}`; but that does not end it.",
    "again": "That is all, until `{automation}` runs again: {when}.",
    "again_unsaid": "That is all, until `{automation}` runs again; no file that we could read says when.",
    "over_one": "After {n} step it is over: nothing more happens.",
    "over": "After {n} steps it is over: nothing more happens.",
    "nothing": "Nothing happens.",
    "cut_off": "The rehearsal was cut off after {n} steps, in round {rounds}.",
    "going": "It is still going after {rounds} rounds.",
    "going_one": "It is still going after {rounds} rounds, the last of which made {n} new message.",
    "going_new": "It is still going after {rounds} rounds, the last of which made {n} new messages.",
}
"""Every sentence that a rehearsal is told in."""


class Words(Record):
    """What a rehearsal is told in: its sentences, what people see happen by event, and what is done by verb."""

    sentences: Mapping[str, str]
    openings: Mapping[str, str]
    deeds: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        return self.sentences[key].format(**values)


ENGLISH = Words(
    SENTENCES,
    {name: event.opening for name, event in EVENTS.items()},
    {name: verb.does for name, verb in VERBS.items()},
)


def opening(rehearsal: Rehearsal, words: Words = ENGLISH) -> str:
    """What happens first, as a sentence; a stranger who runs a copy is introduced."""
    who = rehearsal.stranger or words.say("somebody")
    first = words.say("opening", opening=words.openings[rehearsal.event].format(who=who, at=rehearsal.account))
    first = first[0].upper() + first[1:]
    return words.say("copied", who=who, account=rehearsal.account, opening=first) if rehearsal.mirror else first


def clause(happening: Happening, words: Words = ENGLISH) -> str:
    """Who does what, to whom, in public or in private; or what does not happen, and why."""
    who, reason = happening.who, happening.reason
    if happening.kind == "skips":
        return words.say("skips", who=who, reason=reason)
    return words.say(happening.kind, who=who, reason=reason, deed=_deed(happening, words))


def cause(happening: Happening, words: Words = ENGLISH) -> str:
    """What set it off: an automation, and the happening before."""
    whose = words.say("copy_of" if happening.copied else "automation", automation=happening.automation)
    return words.say("because", whose=whose, number=happening.because) if happening.because else whose


def when(happening: Happening, before: int, words: Words = ENGLISH) -> str:
    """The time since the line before, if any has passed."""
    if happening.time == before:
        return "" if happening.number > 1 else words.say("at_once")
    return words.say("later", time=clock_words(happening.time - before))


def _deed(happening: Happening, words: Words) -> str:
    return words.say(
        "deed",
        does=_does(happening, words),
        where=_where(happening, words),
        others=words.say("others") if happening.others else "",
        said=words.say("said", text=happening.text) if happening.text else "",
    )


def _does(happening: Happening, words: Words) -> str:
    whom = happening.whom or words.say("inside" if happening.audience == "inward" else "somebody")
    return words.deeds[happening.verb].format(whom)


def _where(happening: Happening, words: Words) -> str:
    if happening.audience == "inward":
        return words.say("unseen")
    if happening.rooms:
        return words.say("rooms", rooms=happening.rooms)
    return words.say(happening.audience) if VERBS[happening.verb].speaks else ""


def ending(rehearsal: Rehearsal, words: Words = ENGLISH) -> list[str]:
    """How it ends, in sentences."""
    told = []
    match rehearsal.ending:
        case "settles":
            told.append(_settles(rehearsal, words))
        case "waits":
            told.append(words.say("pending"))
        case "repeats" | "goes_on":
            told.append(_comes_back(rehearsal, words))
    if rehearsal.ending in ("goes_on", "unfinished"):
        told.append(_still_going(rehearsal, words))
    if (slowest := rehearsal.slowest) is not None:
        told.append(words.say("slowest", rate=rate_words(slowest.rate), automation=slowest.automation))
    return told


def _settles(rehearsal: Rehearsal, words: Words) -> str:
    if (again := rehearsal.again) is not None:
        return words.say("again" if again.when else "again_unsaid", automation=again.automation, when=again.when)
    done = sum(each.kind == "does" for each in rehearsal.happenings)
    return words.say("over_one" if done == 1 else "over" if done else "nothing", n=done)


def _comes_back(rehearsal: Rehearsal, words: Words) -> str:
    assert rehearsal.repeats is not None, "only what was found to repeat ends so"
    first, last = rehearsal.repeats
    new = "_new" if rehearsal.ending == "goes_on" else ""
    return words.say(f"{'comes_back' if first else 'begins_again'}{new}", first=first, last=last)


def _still_going(rehearsal: Rehearsal, words: Words) -> str:
    rounds = rehearsal.rounds
    if rehearsal.cut_off:
        return words.say("cut_off", n=len(rehearsal.happenings), rounds=rounds)
    new = sum(is_new(each) for each in rehearsal.happenings if each.round == rounds)
    return words.say("going_one" if new == 1 else "going_new" if new else "going", n=new, rounds=rounds)
