"""Whether a step has to do with its platform at all, or only with what is ours."""

from sociable.facts.facts import StepFacts
from sociable.setup.model import Target

_OURS = frozenset(("our_doing", "the_world"))
"""Groups of events that no platform brings."""


def touches_platform(step: StepFacts) -> bool:
    """Whether it acts there, looks something up there, or begins an automation that something there sets off.

    Tables, notes to colleagues and what a program of ours writes have nothing to do with it.
    """
    if step.verb.audience != "inward" or any(_is_there(source) for _, source in step.model.produces):
        return True
    return step.automation.event.group not in _OURS and step is step.automation.steps[0]


def _is_there(source: object) -> bool:
    return isinstance(source, Target) and source.crowd is not None and source.crowd.through != "file"
