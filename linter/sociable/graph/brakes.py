"""What each brake does to a loop: cut it, end it after some rounds, or only slow it down.

==========================  ==========================================================================
``enabled: false``          cuts: the automation is not there
``ignore: own_accounts``    cuts, but not among strangers
``ignore: own_copies``      cuts where a post starts it, but not among strangers
``ignore: bots``            cuts where the one who acts is marked as automated
``only_from``, ``from``     cut where the one who acts is not named
``if``                      cuts where it never holds, or not for the one who acts
``once_per`` without time   bounds: once for each person, or in each conversation
``max_replies_per_thread``  bounds: so many replies in each conversation
``once_per`` with a time    slows
``limit``, ``cooldown``     slow
``after``, ``wait``         make each round longer
``approval``                is for rules to judge: somebody decides each time
==========================  ==========================================================================

A limit never ends a loop; it says how much of it there is.
"""

from sociable.facts.claims import may_hold, of_both
from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.rooms import passes_over_copies
from sociable.records.record import Record
from sociable.setup.model import Rate
from sociable.vocabulary.events import EVENTS


class Bound(Record):
    """So many ``times`` for each ``what``: ``user`` or ``thread``."""

    what: str
    times: int


def ignores_own(automation: AutomationFacts) -> bool:
    """Whether it takes no notice of what our own accounts do by themselves."""
    return "own_accounts" in automation.model.ignore or passes_over_copies(automation)


def never_runs(step: StepFacts) -> bool:
    """Whether the conditions of a step and its automation contradict each other."""
    guards = of_both(step.automation.model, step.model)
    return bool(guards) and not may_hold(guards, step.values)


def bound_of(step: StepFacts, hears: str, how: str) -> Bound | None:
    """What ends every loop on which the step does this because of the event ``hears``.

    There are only so many people among our accounts, and whoever is answered stays in the conversation.
    """
    model = step.automation.model
    once = model.once_per.what if model.once_per is not None and not model.once_per.seconds else ""
    if once == "user" and EVENTS[hears].has_person:
        return Bound("user", 1)
    if how == "back" and once == "thread":
        return Bound("thread", 1)
    if how == "back" and step.model.verb.is_capped and model.max_replies_per_thread:
        return Bound("thread", model.max_replies_per_thread)
    return None


def rates_of(step: StepFacts) -> tuple[list[Rate], list[Rate], list[Rate]]:
    """How often it may be done: this step, all of its automation together, and for each account that it is for."""
    model = step.automation.model
    of_step = [each for each in (step.model.limit,) if each is not None and each.seconds]
    of_all = [each for each in (model.limit,) if each is not None and each.seconds]
    if model.cooldown:
        of_all.append(Rate(1, model.cooldown))
    of_each = [Rate(*model.per_user[:2])] if model.per_user is not None and model.once_per is None else []
    if model.once_per is not None and model.once_per.seconds and model.once_per.what == "user":
        of_each.append(Rate(1, model.once_per.seconds))
    return of_step, of_all, of_each
