"""How long after its event a step comes, by the waits before it."""

from functools import lru_cache
from itertools import islice

from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.setup.model import Step


def seconds_after_event(step: StepFacts) -> int:
    """The seconds between the event and this step, at least.

    A wait that a condition may skip does not count, unless the step has that condition as well.
    """
    waited, many, guarded = _waits_before(step.automation)
    own = step.model.guards
    before = islice(guarded, many.get(id(step.model), 0))
    conditional = sum(each.seconds for each in before if all(guard in own for guard in each.guards))
    return step.model.seconds + waited[id(step.model)] + conditional


def hours_after_event(step: StepFacts) -> int:
    """The same in whole hours."""
    return seconds_after_event(step) // 3600


@lru_cache(maxsize=8)
def _waits_before(automation: AutomationFacts) -> tuple[dict[int, int], dict[int, int], list[Step]]:
    """How many seconds the steps before each step wait, by its identity, and all waits that a condition may skip.

    Between them stands how many of those come before the step, if any do.
    """
    waited: dict[int, int] = {}
    many: dict[int, int] = {}
    guarded: list[Step] = []
    seconds = 0
    for step in automation.model.steps:
        waited[id(step)] = seconds
        if guarded:
            many[id(step)] = len(guarded)
        if step.guards and step.seconds:
            guarded.append(step)
        else:
            seconds += step.seconds
    return waited, many, guarded
