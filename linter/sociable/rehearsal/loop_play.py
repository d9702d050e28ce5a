"""Playing a loop: the walk that was found, with the texts that people would read."""

from sociable.facts.facts import StepFacts
from sociable.findings.finding import Played
from sociable.graph.loops import Loop
from sociable.rehearsal.rehearsal import played
from sociable.rehearsal.sentences import clause
from sociable.rehearsal.small_world import Occurrence, SmallWorld
from sociable.rehearsal.timeline import DEFAULT_ROUNDS, Rehearsal

_FEW = 6
"""Happenings that are enough to see how a loop goes."""


def rehearse_loop(loop: Loop, rounds: int = DEFAULT_ROUNDS) -> Rehearsal:
    """Play the walk of a loop, and what belongs to it: it opens with what its last step does."""
    first, last = loop.walk[0], loop.walk[-1]
    cast = [walk_step.account for walk_step in loop.walk]
    strangers = [account for account in cast if account not in loop.accounts] if loop.takes_a_stranger else ()
    world = SmallWorld(first.step.facts, cast, strangers)
    steps = frozenset(
        step for walk_step in loop.walk for step in (walk_step.step, *(each.step for each in walk_step.beside))
    )
    automations = frozenset(step.automation for step in steps)

    def plays(step: StepFacts) -> bool:
        prepares = step.audience == "inward" and bool(step.model.produces) and step.automation in automations
        return step in steps or prepares

    by = world.ours(first.actor) if first.actor is not first.account else None
    opening = Occurrence(0, first.reaction.transition.hears, world.ours(first.account), by, None, 0, 0)
    beside = [(each.step.verb, world.ours(last.account), world.ours(each.whom)) for each in last.beside]
    return played(world, opening, rounds, plays, beside)


def first_steps(loop: Loop) -> tuple[Played, ...]:
    """The first things that happen in a loop."""
    accounts = {(each.id, each.account.shown): each.account.id for each in loop.automations}
    return tuple(
        Played(
            account="" if each.copied else accounts.get((each.automation, each.who), ""),
            clause=clause(each),
            deed=clause(each._replace(text="", rooms="")),
            text=each.text,
        )
        for each in rehearse_loop(loop, _FEW).happenings[:_FEW]
    )
