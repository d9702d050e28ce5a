"""How long after its event a step comes, by the waits before it."""

from array import array
from bisect import bisect_right
from functools import lru_cache
from itertools import islice

from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.setup.model import Step


def seconds_after_event(step: StepFacts) -> int:
    """The seconds between the event and this step, at least.

    A wait that a condition may skip does not count, unless the step has that condition as well.
    """
    steps, waited, many, guarded = _waits_before(step.automation)
    own, at = step.model.guards, bisect_right(steps, id(step.model)) - 1
    before = islice(guarded, many[at])
    conditional = sum(each.seconds for each in before if all(guard in own for guard in each.guards))
    return step.model.seconds + waited[at] + conditional


def hours_after_event(step: StepFacts) -> int:
    """The same in whole hours."""
    return seconds_after_event(step) // 3600


@lru_cache(maxsize=8)
def _waits_before(automation: AutomationFacts) -> "tuple[array[int], list[int], array[int], list[Step]]":
    """How many seconds the steps before each step wait, and how many of all waits that a condition may skip.

    The steps come first, by their identity and in its order: there may be many, and a dictionary of them takes twice
    as much as rows of numbers. Those waits come last.
    """
    steps, waited, many = array("Q"), list[int](), array("L")
    guarded: list[Step] = []
    seconds = 0
    for step in automation.model.steps:
        steps.append(id(step))
        waited.append(seconds)
        many.append(len(guarded))
        if step.guards and step.seconds:
            guarded.append(step)
        elif step.seconds:  # else it stays the same number
            seconds += step.seconds
    order = sorted(range(len(steps)), key=steps.__getitem__)
    return (
        array("Q", map(steps.__getitem__, order)),
        list(map(waited.__getitem__, order)),
        array("L", map(many.__getitem__, order)),
        guarded,
    )
