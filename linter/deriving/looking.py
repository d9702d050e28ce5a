"""Whether a step looks at what was said before it happens."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from linter.deriving.facts import AutomationFacts, StepFacts
from linter.deriving.texts import Values
from linter.model import Expression, Guard
from linter.vocabulary import CARRIED

_SAID = frozenset(("words", "private", "feed", "trend"))
_JUDGED = ("sentiment", "rating")
_CONTENT = {
    thing: {field.name for field in fields if field.origin in _SAID or field.name in _JUDGED}
    for thing, fields in CARRIED.items()
    if thing != "user"
}
"""What of an event is said by somebody, or judges what they said; a profile says nothing about the matter at hand."""


def looks_at_content(step: StepFacts) -> bool:
    """Whether a condition on words, mood or stars decides about this step, or ends the run before it.

    What an AI model made of the words counts as well: nobody can tell beforehand what it was asked.
    """
    return step in _looking(step.automation)


@lru_cache(maxsize=8)
def _looking(automation: AutomationFacts) -> frozenset[StepFacts]:
    """The steps of one automation that such a condition decides about; they are asked for one after the other."""
    found: set[StepFacts] = set()
    looked = _look(automation.model.guards, {})
    for step in automation.steps:
        looks = _look(step.model.guards, step.values)
        if looked or looks:
            found.add(step)
        looked = looked or (looks and step.verb.name == "stop")
    return frozenset(found)


def _look(guards: Iterable[Guard], values: Values) -> bool:
    return any(_is_content(path, values) for guard in guards for path in _paths(guard.expression))


def _paths(expression: Expression) -> Iterator[tuple[str, ...]]:
    if expression.op == "path":
        yield expression.args
    for operand in expression.args:
        if isinstance(operand, Expression):
            yield from _paths(operand)


def _is_content(path: tuple[str, ...], values: Values) -> bool:
    root, *names = path
    if root in values:
        return not values[root].provenance.origins.isdisjoint(_SAID | {"ai"})
    if root != "event" or not names:
        return False
    known = _CONTENT.get(names[0], set())
    return bool(known) if len(names) == 1 else names[1] in known or "*" in known
