"""Whether people were told before that a machine answers: in what they got, in what they began with, or in the room."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from sociable.facts.awaited_words import waits_for_words
from sociable.facts.claims import HAS_WRITTEN, LAST_WROTE, claim, denies, parts
from sociable.facts.consent import act_of
from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts
from sociable.facts.rooms import rooms_named
from sociable.facts.text_contents import admitted
from sociable.setup.model import Expression, Guard
from sociable.vocabulary.consent_words import CALLED, SIGNED_UP
from sociable.vocabulary.text_words import MACHINE

_BEGUN_BY_THEM = frozenset((CALLED, SIGNED_UP, "signed_up_for_it"))
"""What people do themselves to begin something, beside writing a word for it."""


def is_first_answer(step: StepFacts) -> bool:
    """Whether it is for whoever writes for the first time, perhaps also for whoever has been silent for a while."""
    guards = (*step.automation.model.guards, *step.model.guards)
    return bool(guards) and _let_newcomers_through(guards)


def is_announced(step: StepFacts) -> bool:
    """Whether people know already that a machine writes: from the same run, its room, or what they began with."""
    return _is_told_before(step) or _is_told_in_its_rooms(step) or _is_told_at_the_beginning(step)


def _is_told_at_the_beginning(step: StepFacts) -> bool:
    """Whether people agreed to this by what they did to begin it, and were told then: a game, a course, a figure."""
    agreed = step.automation.model.agreed_to
    return bool(agreed) and step.aim.is_of_event and not _told_beginnings(step.account).isdisjoint(agreed)


@lru_cache(maxsize=8)
def _told_beginnings(account: AccountFacts) -> frozenset[str]:
    """What people agree to, on this account, by beginning what says then that a machine writes."""
    beginnings = (each for each in account.automations if waits_for_words(each.model) or act_of(each) in _BEGUN_BY_THEM)
    return frozenset(
        what
        for each in beginnings
        for what in each.model.agreed_to
        if any(_let_newcomers_through(telling.model.guards) for telling in _telling(each)[1])
    )


def _is_told_in_its_rooms(step: StepFacts) -> bool:
    rooms = rooms_named(step)
    return bool(rooms) and step.verb.speaks and _rooms_told(step.account).issuperset(rooms)


@lru_cache(maxsize=8)
def _rooms_told(account: AccountFacts) -> frozenset[str]:
    """The rooms in which the account posts that it is a machine, for all who are there."""
    telling = (
        step for step in account.steps if step.verb.publishes and not step.model.guards and _admits_the_machine(step)
    )
    return frozenset(room for step in telling for room in rooms_named(step))


def _is_told_before(step: StepFacts) -> bool:
    """Whether an earlier step of the run tells whoever gets this one, now or when they came."""
    own = frozenset(step.model.guards)
    places, telling_steps = _telling(step.automation)
    return any(
        places[telling] < places[step]
        and step.audience == telling.audience
        and _let_newcomers_through(guard for guard in telling.model.guards if guard not in own)
        for telling in telling_steps
    )


@lru_cache(maxsize=8)
def _telling(automation: AutomationFacts) -> tuple[dict[StepFacts, int], list[StepFacts]]:
    """The places of all its steps, and the first few that say so: the rest would say it once more."""
    places = {step: number for number, step in enumerate(automation.steps)}
    found = (step for step in places if step.verb.speaks and step.aim.is_of_event and _admits_the_machine(step))
    return places, list(islice(found, _LOOKED_AT))


_LOOKED_AT = 8


def _admits_the_machine(step: StepFacts) -> bool:
    said = step.model.disclose if step.model.text is None else step.model.disclose | admitted(step.model.text)
    return not MACHINE.isdisjoint(said)


def _let_newcomers_through(guards: Iterable[Guard]) -> bool:
    """Whether these conditions hold for everybody who has not written before; without any they hold for all."""
    return all(_holds_for_newcomers(guard.expression, True) for guard in guards)


def _holds_for_newcomers(expression: Expression, holds: bool) -> bool:
    """Whether for all of them it holds, or does not; of several conditions of which one is enough, one has to."""
    return all(
        any(_holds_for_newcomers(one, so) for one in each.args) if each.op in _JOINED else _asks_for_them(each, so)
        for each, so in parts(expression, holds)
    )


_JOINED = ("and", "or")


def _asks_for_them(expression: Expression, holds: bool) -> bool:
    """Whether it asks that they have not written before, or not for some time, which whoever never wrote has not."""
    said = claim(expression, holds)
    if said is None:
        return False
    return denies(said, HAS_WRITTEN) or (said.value == LAST_WROTE and said.sign in (">", ">=") and not said.stated)
