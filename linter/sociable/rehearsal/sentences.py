"""A rehearsal in sentences: the same words for the terminal, for programs and for the evidence of a loop."""

from sociable.rehearsal.holding_back import duration_words
from sociable.rehearsal.player import is_new
from sociable.rehearsal.rehearsal import slowest_words
from sociable.rehearsal.timeline import Happening, Rehearsal
from sociable.vocabulary.verbs import PHRASES, VERBS

_SPEECH = frozenset(("public_speech", "private_speech"))
_COLLEAGUES = "colleagues"

OPENINGS = {
    "mentioned": "{who} mentions {at}",
    "replied": "{who} replies to {at}",
    "commented": "{who} comments on a post of {at}",
    "messaged": "{who} writes to {at} in private",
    "tagged": "{who} tags {at}",
    "reviewed": "{who} reviews {at}",
    "quoted": "{who} quotes {at}",
    "opted_in": "{who} signs up with {at}",
    "command": "{who} gives {at} a command",
    "followed": "{who} follows {at}",
    "connection_requested": "{who} asks {at} to connect",
    "liked": "{who} likes a post of {at}",
    "reposted": "{who} reposts {at}",
    "reacted": "{who} reacts to a post of {at}",
    "joined": "{who} joins a group of {at}",
    "subscribed": "{who} subscribes to {at}",
    "visited_profile": "{who} looks at the profile of {at}",
    "unfollowed": "{who} stops following {at}",
    "unsubscribed": "{who} unsubscribes from {at}",
    "left": "{who} leaves a group of {at}",
    "opted_out": "{who} opts out of what {at} sends",
    "blocked": "{who} blocks {at}",
    "post_matched": "{who} writes a post that a search of {at} finds",
    "account_posted": "{who} posts, and {at} looks out for it",
    "trend_started": "Something begins to trend, and {at} looks out for it",
    "posted": "{at} posts",
    "milestone": "{at} reaches a number it looks out for",
    "approved": "A colleague at {at} approves a post of {who}",
    "schedule": "It is time for what {at} does on a schedule",
    "feed_item": "A feed that {at} reads has something new",
    "webhook": "A web hook calls {at}",
    "row_added": "A table that {at} reads has a new row",
    "order_placed": "{who} orders something from {at}",
    "manual": "A colleague at {at} chooses {who}, and sets it off by hand",
}
"""What somebody sees who watches the event happen."""


def opening(rehearsal: Rehearsal) -> str:
    """What happens first, as a sentence; a stranger who runs a copy is introduced."""
    who = rehearsal.stranger or "Somebody"
    first = f"{OPENINGS[rehearsal.event].format(who=who, at=rehearsal.account)}."
    return f"{who} runs a copy of the automations of {rehearsal.account}. {first}" if rehearsal.mirror else first


def clause(happening: Happening) -> str:
    """Who does what, to whom, in public or in private; or what does not happen, and why."""
    match happening.kind:
        case "skips":
            return f"{happening.who} does nothing: {happening.reason}"
        case "waits":
            return f"{happening.who} {happening.reason}. Until then nothing happens; after it, it {_deed(happening)}"
    return f"{happening.who} {_deed(happening)}"


def cause(happening: Happening) -> str:
    """What set it off: an automation, and the happening before."""
    whose = f"the copy of `{happening.automation}`" if happening.copied else f"`{happening.automation}`"
    before = f", because of {happening.because}" if happening.because else ""
    return f"{whose}{before}"


def when(happening: Happening, before: int) -> str:
    """The time since the opening, where it is another than that of the line before."""
    if happening.time == before:
        return "" if happening.number > 1 else "at once"
    return f"{duration_words(happening.time)} later"


def _deed(happening: Happening) -> str:
    said = f": “{happening.text}”" if happening.text else ""
    others = ", and so on for all the others" if happening.others else ""
    return f"{_does(happening)}{_where(happening)}{others}{said}"


def _does(happening: Happening) -> str:
    whom = happening.whom or (_COLLEAGUES if happening.audience == "inward" else "somebody")
    return PHRASES[happening.verb].format(whom)


def _where(happening: Happening) -> str:
    if happening.audience == "inward":
        return " (nobody outside sees it)"
    if VERBS[happening.verb].group not in _SPEECH:
        return ""
    return {"public": " in public", "group": " where the members read it", "person": " in private"}[happening.audience]


def ending(rehearsal: Rehearsal) -> list[str]:
    """How it ends, in sentences."""
    told = []
    match rehearsal.ending:
        case "settles":
            told.append(_settles(rehearsal))
        case "waits":
            told.append("Then it waits for a person's yes: nothing more happens by itself.")
        case "repeats":
            told.append(_comes_back(rehearsal, "exactly as it was", ""))
        case "goes_on":
            told.append(_comes_back(rehearsal, "as it was", ", but for what is new since"))
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
    return f"It settles after {_steps(done)}: nothing more happens." if done else "Nothing happens."


def _comes_back(rehearsal: Rehearsal, alike: str, but: str) -> str:
    assert rehearsal.repeats is not None, "only what was found to repeat ends so"
    first, last = rehearsal.repeats
    before = f"after {first}" if first else "at the beginning"
    return f"It never ends: after {last} everything is {alike} {before}{but}."


def _still_going(rehearsal: Rehearsal) -> str:
    if rehearsal.cut_off:
        return f"The rehearsal was cut off after {len(rehearsal.happenings)} steps, in round {rehearsal.rounds}."
    new = sum(is_new(each) for each in rehearsal.happenings if each.round == rehearsal.rounds)
    last = f", the last of which made {new} new message{'s' if new > 1 else ''}" if new else ""
    return f"It is still going after {rehearsal.rounds} rounds{last}."


def _steps(count: int) -> str:
    return "1 step" if count == 1 else f"{count} steps"
