"""Which of two things that make trouble together is the better one to switch off, and why."""

from collections.abc import Sequence

from sociable.client_report.automations.whom_to_ring import person
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.what_ends import Thing
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import quoted
from sociable.facts.facts import AccountFacts

_REASONS = ("better_gravest", "better_stop")
"""Why one of two is the better one to switch off, in the order in which that is looked at."""


def account_of(thing: Thing) -> AccountFacts:
    return thing if isinstance(thing, AccountFacts) else thing.account


def better_off(things: Sequence[Thing], numbering: Numbering) -> tuple[Thing, str] | None:
    """Of two things, of which one has to stop, the one that is the better to stop, and the word of why."""
    if len(things) != 2:
        return None
    first, second = (_for(each, numbering) for each in things)
    for why, one, other in zip(_REASONS, first, second, strict=True):
        if one != other:
            return things[0] if one > other else things[1], why
    return None


def which(better: tuple[Thing, str] | None, frame: Frame) -> str:
    """Which of two is the better one to switch off, and why."""
    if better is None:
        return frame.say("pause", "either")
    thing, why = better
    who = person(account_of(thing).model.stopped_by, frame)
    return frame.say("pause", "better_off", name=quoted(thing, frame), why=frame.say("pause", why, who=who))


def _for(thing: Thing, numbering: Numbering) -> tuple[int, bool]:
    """What speaks for stopping it: how grave what was found about it is, and that somebody is named who can."""
    found = numbering.of_account(thing) if isinstance(thing, AccountFacts) else numbering.of_automation(thing)
    return numbering.gravest(found), bool(account_of(thing).model.stopped_by)
