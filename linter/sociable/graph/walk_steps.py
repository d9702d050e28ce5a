"""The steps of a walk: who acts because of whom, and what else they do then."""

from collections.abc import Iterator

from sociable.facts.facts import AccountFacts, StepFacts
from sociable.graph.brakes import bound_of, ignores_own, never_runs
from sociable.graph.reactions import Reaction, listening, listens_to
from sociable.records.record import Record
from sociable.vocabulary.crowds import PERSON


class Beside(Record):
    """A step that is taken as well, and to whom."""

    step: StepFacts
    whom: AccountFacts


class WalkStep(Record):
    """One step of a walk with real accounts: ``actor`` did something to ``account``, which now acts.

    ``beside`` are steps that the same event starts as well and that put back what the walk takes away, or take away
    what it makes: without them it might settle. Which comes first makes no difference to that: they are taken after.
    """

    account: AccountFacts
    actor: AccountFacts
    reaction: Reaction
    beside: tuple[Beside, ...] = ()

    @property
    def step(self) -> StepFacts:
        return self.reaction.step


def with_company(walk: tuple[WalkStep, ...]) -> tuple[WalkStep, ...]:
    """The walk with what is done beside it."""
    ties = [each.step.verb for each in walk if each.step.verb.effect in ("set", "unset")]
    if not ties:
        return walk
    undone = frozenset(verb.undoes for verb in ties if verb.undoes)
    done = frozenset(verb.name for verb in ties)
    return tuple(each._replace(beside=tuple(sorted(_beside(each, undone, done), key=_by_verb))) for each in walk)


def _beside(walk_step: WalkStep, undone: frozenset[str], done: frozenset[str]) -> Iterator[Beside]:
    own = walk_step.reaction.automation.account
    for automation in own.automations:
        if automation.event.name != walk_step.reaction.transition.hears or ignores_own(automation):
            continue
        for step in automation.steps:
            turns_back = step.verb.name in undone or step.verb.undoes in done
            whom = walk_step.actor if step.aim.kind == PERSON else step.aim.own
            if turns_back and whom is not None and _happens(step, walk_step):
                yield Beside(step, whom)


def _by_verb(beside: Beside) -> str:
    return beside.step.verb.name


def _happens(step: StepFacts, walk_step: WalkStep) -> bool:
    """Each time, and by itself."""
    if step.approved or never_runs(step) or bound_of(step, walk_step.reaction.transition.hears, "back") is not None:
        return False
    return step is not walk_step.step and listens_to(listening(step.automation), walk_step.actor)
