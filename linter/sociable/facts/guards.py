"""The lines of every ``if:``, each with what has to hold for it to be asked at all."""

from collections.abc import Collection, Iterator

from sociable.facts.agreement import Said, may_agree
from sociable.facts.claims import claims, claims_against
from sociable.facts.co_occurrence import claims_of_trigger
from sociable.facts.facts import AutomationFacts, Facts
from sociable.setup.model import Guard

_ONE_THING = ("path", "compare", "is", "in")
"""Conditions that say one thing of one value."""


class GuardFacts:
    """One line of an ``if:``. ``never_holds``: no event that comes as far as this fulfils it."""

    __slots__ = ("account", "automation", "guard", "never_holds", "produced", "span")

    def __init__(self, guard: Guard, automation: AutomationFacts, said: Said, produced: Collection[str] = ()) -> None:
        """Adds what the line says to what is ``said`` before it."""
        self.guard = guard
        self.automation = automation
        self.account = automation.account
        self.span = guard.span
        self.produced = produced
        came_so_far = said.may_be
        said.add(claims((guard,), produced))
        self.never_holds = came_so_far and not said.may_be

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
    said = Said()
    said.add(claims_of_trigger(automation))
    for model in automation.model.guards:
        yield GuardFacts(model, automation, said)
    waited = 0
    for step in automation.steps:
        waited += step.model.seconds
        if step.model.guards:
            known = Said() if waited else Said(said)  # what was so before a wait may be otherwise after it
            for model in step.model.guards:
                yield GuardFacts(model, automation, known, step.values)
