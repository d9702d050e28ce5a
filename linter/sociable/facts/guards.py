"""The lines of every ``if:``, each with what has to hold for it to be asked at all."""

from collections.abc import Collection, Iterable, Iterator

from sociable.facts.agreement import Said, may_agree
from sociable.facts.claims import claims, claims_against
from sociable.facts.co_occurrence import claims_of_trigger
from sociable.facts.facts import AutomationFacts, Facts, StepFacts
from sociable.records.kept import kept_for_each
from sociable.setup.model import Expression, Guard

_ONE_THING = ("path", "compare", "is", "in")
"""Conditions that say one thing of one value."""


class GuardFacts:
    """One line of an ``if:``, of a whole automation or of a ``step``.

    ``never_holds``: no event that comes as far as this fulfils it.
    """

    __slots__ = ("account", "automation", "guard", "never_holds", "produced", "span", "step")

    def __init__(
        self,
        guard: Guard,
        automation: AutomationFacts,
        never_holds: bool,
        produced: Collection[str] = (),
        step: StepFacts | None = None,
    ) -> None:
        self.guard = guard
        self.step = step
        self.automation = automation
        self.account = automation.account
        self.span = guard.span
        self.produced = produced
        self.never_holds = never_holds

    @property
    def always_holds(self) -> bool:
        """It is true by itself, whatever the event holds and whether or not it holds anything."""
        if self.guard.expression.op in _ONE_THING:  # the opposite may always be so
            return False
        if self.produced:
            return not may_agree(claims_against(self.guard.expression, self.produced))
        return _is_always_so(self.guard.expression)


@kept_for_each
def _is_always_so(expression: Expression) -> bool:
    return not may_agree(claims_against(expression))


def guards(facts: Facts) -> list[GuardFacts]:
    """Every line of every ``if:`` of the automations that run, in file order."""
    return [guard for automation in facts.automations for guard in _guards(automation)]


def _guards(automation: AutomationFacts) -> Iterator[GuardFacts]:
    said = Said()
    said.add(claims_of_trigger(automation))
    known_alone: set[int] = set()  # a condition that many steps share stands once in the file
    yield from _in_a_row(automation.model.guards, automation, said, ())
    waited = 0
    for step in automation.steps:
        waited += step.model.seconds
        if step.model.guards:
            known = Said() if waited else said  # what was so before a wait may be otherwise after it
            produced = step.values or ()
            if known.is_beside(claims(step.model.guards, produced)):
                alone = [each for each in step.model.guards if produced or id(each) not in known_alone]
                known_alone.update(map(id, alone))
                yield from (GuardFacts(model, automation, False, produced, step) for model in alone)
            else:
                yield from _in_a_row(step.model.guards, automation, Said(known), produced, step)


def _in_a_row(
    guards: Iterable[Guard],
    automation: AutomationFacts,
    said: Said,
    produced: Collection[str],
    step: StepFacts | None = None,
) -> Iterator[GuardFacts]:
    """Some lines, each asked after those before it; adds what they say to what is ``said`` before them."""
    for guard in guards:
        came_so_far = said.may_be
        said.add(claims((guard,), produced))
        yield GuardFacts(guard, automation, came_so_far and not said.may_be, produced, step)
