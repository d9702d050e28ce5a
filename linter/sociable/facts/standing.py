"""What somebody has to be to us for a step to reach them, by whatever key or condition the file says it.

A *tie* is a set and whether somebody is in it: ``("followers", True)``. A *demand* is a number of ties of which one has
to be so. Sets go by the name of a role, of a list, or of a crowd with what stands in its brackets.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from sociable.facts.claims import claim, comparison, is_the_person
from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.provenance import NO_VALUES, Value
from sociable.records.kept import kept_for_each
from sociable.setup.model import Expression, Guard, Target
from sociable.vocabulary.consent_words import FOLLOWERS
from sociable.vocabulary.crowds import LISTED, set_called
from sociable.vocabulary.roles import ROLES

Tie = tuple[str, bool]
Demand = frozenset[Tie]

NAMED = "handle"
"""What stands in a demand for people whom the file names."""

_BELONGING = {row.claims[0]: row.name for row in ROLES.values() if row.claims is not None and row.claims[1]}
"""The role of those of whom a value is true."""


def demands(automation: AutomationFacts) -> Iterator[tuple[StepFacts, list[Demand], list[Demand]]]:
    """Each step with what was demanded since the step before, of it and all that follow, and what is of it alone.

    Whoever fulfils the condition of a ``stop`` comes no further. Takes as long as there are steps.
    """
    since = [*heard(automation), *_passed_over(automation), *_of_guards(automation.model.guards, NO_VALUES)]
    for step in automation.steps:
        yield step, since, list(_of_guards(step.model.guards, step.values)) if step.model.guards else []
        ends = step.verb.in_run == "ends" and step.model.guards
        since = list(_demanded(_all_of(step.model.guards), False, step.values)) if ends else []


def heard(automation: AutomationFacts) -> Iterator[Demand]:
    """What ``from:`` and ``only_from:`` demand of whoever starts it."""
    model = automation.model
    for words in (model.trigger.narrowed.get("from", ()), model.only_from):
        if words:
            people, roles = automation.facts.named(words)
            ties = [_tie(role, True) for role in roles]
            yield frozenset((*ties, (NAMED, True)) if people else ties)


def only_followers(step: StepFacts) -> bool:
    """Whether nobody but people who follow us gets a step."""
    automation = step.automation
    only = frozenset((_tie(FOLLOWERS, True),))
    guards = _of_guards((*automation.model.guards, *step.model.guards), step.values)
    return only in heard(automation) or only in _passed_over(automation) or only in guards


def _passed_over(automation: AutomationFacts) -> Iterator[Demand]:
    for word in automation.model.ignore:
        if word in ROLES:
            yield frozenset((_tie(word, False),))


def _of_guards(guards: Iterable[Guard], values: Mapping[str, Value]) -> Iterator[Demand]:
    for guard in guards:
        yield from _demanded(guard.expression, True, values) if values else _known_demands(guard.expression)


@kept_for_each
@lru_cache(maxsize=1024)
def _known_demands(expression: Expression) -> tuple[Demand, ...]:
    """What a condition demands where no value was made on the way: many automations have the same conditions."""
    return tuple(_demanded(expression, True, NO_VALUES))


def _all_of(guards: tuple[Guard, ...]) -> Expression:
    first, *others = (guard.expression for guard in guards)
    return Expression("and", (first, *others), "") if others else first


def _demanded(expression: Expression, holds: bool, values: Mapping[str, Value]) -> Iterator[Demand]:
    """What is certain of somebody if a condition holds, or if it does not."""
    if expression.op == "not":
        yield from _demanded(expression.args[0], not holds, values)
    elif expression.op == ("and" if holds else "or"):
        for part in expression.args:
            yield from _demanded(part, holds, values)
    elif expression.op in ("and", "or"):
        choices = [next(_demanded(part, holds, values), None) for part in expression.args]
        known = [each for each in choices if each is not None]
        if len(known) == len(choices):
            yield frozenset[Tie]().union(*known)
    else:
        yield from _asked(expression, holds, values)


def _asked(expression: Expression, holds: bool, values: Mapping[str, Value]) -> Iterator[Demand]:
    """What a single comparison says of somebody."""
    said = claim(expression, holds, values)
    if said is not None and said.value in _BELONGING and said.kind == "flag" and len(said.constants) == 1:
        yield frozenset(((_BELONGING[said.value], (True in said.constants) == (said.sign == "in")),))
        return
    names, holds = _sets_asked_for(expression, holds, values)
    ties = [_tie(name, holds) for name in names]
    if ties:
        yield from (frozenset(ties),) if holds else (frozenset((tie,)) for tie in ties)


def _sets_asked_for(expression: Expression, holds: bool, values: Mapping[str, Value]) -> tuple[list[str], bool]:
    """The sets in which a condition looks for the person, and whether they have to be in one of them."""
    compared = comparison(expression)
    if compared is not None and compared[0] in ("=", "!="):
        sign, left, right = compared
        return (_sets(right, values), holds == (sign == "=")) if is_the_person(left) else ([], holds)
    if expression.op == "in" and is_the_person(expression.args[0]):
        return _sets(expression.args[1], values), holds
    return [], holds


def _sets(expression: Expression, values: Mapping[str, Value]) -> list[str]:
    """The names of the sets that an expression stands for; what a former step made goes by what it is."""
    items = expression.args if expression.op == "list" else (expression,)
    return [_set_called(item, values) for item in items]


def _set_called(item: Expression, values: Mapping[str, Value]) -> str:
    made = values[item.text].target if item.op == "path" and item.text in values else None
    if made is not None:
        return set_of(made)
    return str(item.args[0]) if item.op == "text" else item.text


def set_of(target: Target) -> str:
    """The set that a target is, by the name under which it stands in a demand."""
    if target.kind == LISTED:
        return target.name.casefold()
    return f'{target.kind}("{target.of.name}")'.casefold() if target.of is not None else target.kind


def _tie(name: str, holds: bool) -> Tie:
    """Somebody's being in a set, or not; a role that is the opposite of another one is told as that."""
    plain = set_called(name)
    row = ROLES.get(plain)
    if row is not None and row.claims is not None and row.claims[0] in _BELONGING:
        value, so = row.claims
        return _BELONGING[value], so == holds
    return plain, holds
