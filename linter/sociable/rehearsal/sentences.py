"""A rehearsal in sentences: the same words for the terminal, for programs and for the evidence of a loop."""

from sociable.rehearsal.player import is_new
from sociable.rehearsal.rehearsal import slowest_words
from sociable.rehearsal.timeline import Happening, Rehearsal
from sociable.setup.quantities import clock_words
from sociable.text.wording import counted
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.verbs import VERBS

_INSIDE = "somebody inside"
AT_ONCE = "at once"


def opening(rehearsal: Rehearsal) -> str:
    """What happens first, as a sentence; a stranger who runs a copy is introduced."""
    who = rehearsal.stranger or "somebody"
    first = f"{EVENTS[rehearsal.event].opening.format(who=who, at=rehearsal.account)}."
    first = first[0].upper() + first[1:]
    return f"{who} runs a copy of the automations of {rehearsal.account}. {first}" if rehearsal.mirror else first


def clause(happening: Happening) -> str:
    """Who does what, to whom, in public or in private; or what does not happen, and why."""
    match happening.kind:
        case "skips":
            return f"{happening.who} does nothing: {happening.reason}"
        case "waits":
            then = f"then {happening.who} {_deed(happening)}"
            return f"{happening.who} {happening.reason}. Until then nothing happens; {then}"
    return f"{happening.who} {_deed(happening)}"


def cause(happening: Happening) -> str:
    """What set it off: an automation, and the happening before."""
    whose = f"the copy of `{happening.automation}`" if happening.copied else f"`{happening.automation}`"
    before = f", because of {happening.because}" if happening.because else ""
    return f"{whose}{before}"


def when(happening: Happening, before: int) -> str:
    """The time since the line before, if any has passed."""
    if happening.time == before:
        return "" if happening.number > 1 else AT_ONCE
    return f"{clock_words(happening.time - before)} later"


def _deed(happening: Happening) -> str:
    said = f": “{happening.text}”" if happening.text else ""
    others = ", and so on for all the others" if happening.others else ""
    return f"{_does(happening)}{_where(happening)}{others}{said}"


def _does(happening: Happening) -> str:
    whom = happening.whom or (_INSIDE if happening.audience == "inward" else "somebody")
    return VERBS[happening.verb].does.format(whom)


def _where(happening: Happening) -> str:
    if happening.audience == "inward":
        return " (nobody outside sees it)"
    if happening.rooms:
        return f" in {happening.rooms}"
    if not VERBS[happening.verb].speaks:
        return ""
    return {"public": " in public", "group": " in the group", "person": " in private"}[happening.audience]


def ending(rehearsal: Rehearsal) -> list[str]:
    """How it ends, in sentences."""
    told = []
    match rehearsal.ending:
        case "settles":
            told.append(_settles(rehearsal))
        case "waits":
            told.append("Then it waits for a person's yes: nothing more happens by itself.")
        case "repeats":
            told.append(_comes_back(rehearsal, ""))
        case "goes_on":
            told.append(_comes_back(rehearsal, ", with new posts or messages each time"))
    if rehearsal.ending in ("goes_on", "unfinished"):
        told.append(_still_going(rehearsal))
    if rehearsal.slowest is not None:
        told.append(f"It is {slowest_words(rehearsal.slowest)}; but that does not end it.")
    return told


def _settles(rehearsal: Rehearsal) -> str:
    done = sum(each.kind == "does" for each in rehearsal.happenings)
    if rehearsal.again is not None:
        every = rehearsal.again.every.removeprefix("1 ")
        return f"That is all, until `{rehearsal.again.automation}` runs again: every {every}."
    return f"After {counted(done, 'step')} it is over: nothing more happens." if done else "Nothing happens."


def _comes_back(rehearsal: Rehearsal, but: str) -> str:
    assert rehearsal.repeats is not None, "only what was found to repeat ends so"
    first, last = rehearsal.repeats
    before = f"after line {first}" if first else "at the beginning"
    return f"It never ends: after line {last}, the same comes again as {before}{but}."


def _still_going(rehearsal: Rehearsal) -> str:
    if rehearsal.cut_off:
        return f"The rehearsal was cut off after {len(rehearsal.happenings)} steps, in round {rehearsal.rounds}."
    new = sum(is_new(each) for each in rehearsal.happenings if each.round == rehearsal.rounds)
    last = f", the last of which made {counted(new, 'new message')}" if new else ""
    return f"It is still going after {rehearsal.rounds} rounds{last}."
