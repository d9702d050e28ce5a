"""What can lie on a loop as far as that shows at once: what somebody's doing may set off."""

from collections.abc import Iterator

from sociable.facts.facts import Facts, StepFacts
from sociable.setup.model import Target
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.verbs import VERBS, Cause


def set_off(facts: Facts) -> list[StepFacts]:
    """The steps that somebody's doing may set off.

    What ignores our own accounts, and whoever else is marked as a machine, is none of them.
    """
    steps = (step for step in facts.steps if not step.automation.model.ignore >= _EVERY_MACHINE)
    return [step for step in steps if step.automation.event.name in _CAUSED or any(growing(step.aim.model))]


_EVERY_MACHINE = frozenset(("own_accounts", "bots"))

NAMING = tuple(Cause(event.name, "target") for event in EVENTS.values() if event.by_naming)
"""What a public text brings about at whom it names."""

_CAUSED = frozenset(cause.event for causes in (NAMING, *(verb.causes for verb in VERBS.values())) for cause in causes)


def growing(target: Target | None) -> Iterator[str]:
    """The events that add somebody to a set of people, or to the set whose people it goes by."""
    if target is not None:
        if target.crowd is not None and target.crowd.grows_with:
            yield target.crowd.grows_with
        yield from growing(target.of)
