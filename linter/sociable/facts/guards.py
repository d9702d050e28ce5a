"""The lines of every ``if:``, each with what has to hold for it to be asked at all."""

from collections.abc import Iterator

from sociable.facts.claims import Claim, claims, claims_against, may_agree
from sociable.facts.co_occurrence import claims_of_trigger
from sociable.facts.facts import AutomationFacts, Facts
from sociable.setup.model import Guard

_ONE_THING = ("path", "compare", "is", "in")
"""Conditions that say one thing of one value."""


class GuardFacts:
    """One line of an ``if:``. ``before`` is what its event and the lines before it make certain."""

    __slots__ = ("account", "automation", "before", "guard", "own", "produced", "span")

    def __init__(
        self, guard: Guard, automation: AutomationFacts, before: list[Claim], produced: frozenset[str] = frozenset()
    ) -> None:
        self.guard = guard
        self.automation = automation
        self.account = automation.account
        self.span = guard.span
        self.before = before
        self.produced = produced
        self.own = claims((guard,), produced)

    @property
    def never_holds(self) -> bool:
        """No event that comes as far as this fulfils it."""
        return may_agree(self.before) and not may_agree([*self.before, *self.own])

    @property
    def always_holds(self) -> bool:
        """It is true by itself, whatever the event holds and whether or not it holds anything."""
        if self.guard.expression.op in _ONE_THING:  # the opposite may always be so
            return False
        return not may_agree(claims_against(self.guard, self.produced))


def guards(facts: Facts) -> list[GuardFacts]:
    """Every line of every ``if:`` of the automations that run, in file order."""
    return [guard for automation in facts.automations for guard in _guards(automation)]


def _guards(automation: AutomationFacts) -> Iterator[GuardFacts]:
    if not automation.model.guards and not any(step.model.guards for step in automation.steps):
        return
    said = list(claims_of_trigger(automation))
    for model in automation.model.guards:
        guard = GuardFacts(model, automation, said)
        yield guard
        said = [*said, *guard.own]
    waited = 0
    for step in automation.steps:
        waited += step.model.seconds
        known = [] if waited else said  # what was so before a wait may be otherwise after it
        for model in step.model.guards:
            guard = GuardFacts(model, automation, known, frozenset(step.values))
            yield guard
            known = [*known, *guard.own]
