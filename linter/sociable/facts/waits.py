"""How long after its event a step comes, by the waits before it."""

from functools import lru_cache

from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.setup.model import Step


def seconds_after_event(step: StepFacts) -> int:
    """The seconds between the event and this step, at least.

    A wait that a condition may skip does not count, unless the step has that condition as well.
    """
    before, guarded = _waits_before(step.automation)
    waited, many = before[id(step.model)]
    own = step.model.guards
    conditional = sum(each.seconds for each in guarded[:many] if all(guard in own for guard in each.guards))
    return step.model.seconds + waited + conditional


def hours_after_event(step: StepFacts) -> int:
    """The same in whole hours."""
    return seconds_after_event(step) // 3600


@lru_cache(maxsize=8)
def _waits_before(automation: AutomationFacts) -> tuple[dict[int, tuple[int, int]], list[Step]]:
    """How many seconds the steps before each step wait, by its identity; and all waits that a condition may skip.

    With the seconds stands how many of those come before the step.
    """
    found: dict[int, tuple[int, int]] = {}
    waited = 0
    guarded: list[Step] = []
    for step in automation.model.steps:
        found[id(step)] = waited, len(guarded)
        if step.guards and step.seconds:
            guarded.append(step)
        else:
            waited += step.seconds
    return found, guarded
