"""Which keys nobody understood of all that has a part in a thing: those of its own, and those of what it names.

What a rule asks for goes by the keys of accounts, automations and steps. So a list, a place or an account that was not
understood, and is named there, leaves the key misread that names it.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from sociable.facts.declarations import is_aimed_at_nobody_known
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from sociable.records.kept import kept_in_memo
from sociable.setup.model import Place


def misread_of_step(step: StepFacts) -> Iterator[str]:
    yield from _of_step_alone(step)
    yield from _of_automation_alone(step.automation)
    yield from step.account.model.misread


def misread_of_automation(automation: AutomationFacts) -> Iterator[str]:
    yield from automation.account.model.misread
    yield from _of_automation_and_steps(automation)


def is_misread(automation: AutomationFacts) -> bool:
    """Whether something of what it does was not understood, whatever is with its account."""
    return bool(_of_automation_and_steps(automation))


@kept_in_memo
def misread_of_account(account: AccountFacts) -> Iterable[str]:
    """Worked out once: it is asked about whatever is on the account."""
    on_it = (key for automation in account.automations for key in _of_automation_and_steps(automation))
    return frozenset((*account.model.misread, *on_it))


@lru_cache(maxsize=8)
def _of_automation_and_steps(automation: AutomationFacts) -> frozenset[str]:
    """It is asked about each of its steps, where a rule looks at both."""
    return frozenset((*_of_automation_alone(automation), *(k for s in automation.steps for k in _of_step_alone(s))))


def _of_step_alone(step: StepFacts) -> Iterator[str]:
    yield from step.model.misread
    yield from _of_place(step.model.place, step.automation.facts)
    if is_aimed_at_nobody_known(step):
        yield "target"


@lru_cache(maxsize=8)
def _of_automation_alone(automation: AutomationFacts) -> tuple[str, ...]:
    """It is asked about each of its steps."""
    return (
        *automation.model.misread,
        *_of_place(automation.model.trigger.place, automation.facts),
        *_of_place(automation.account.model.place, automation.facts),
        *(_of_lists(automation) if automation.facts.lists else ()),
    )


def _of_lists(automation: AutomationFacts) -> Iterator[str]:
    from sociable.facts.admissions import lists_used

    if any(people.misread for people in lists_used(automation)):
        yield "lists"
    guards = (*automation.model.guards, *(guard for step in automation.steps for guard in step.model.guards))
    asked = (path for each in guards for path in each.expression.paths() if len(path) == 1)
    named = (automation.facts.lists.get(name.casefold()) for (name,) in asked)
    if any(people is not None and people.misread for people in named):
        yield "if"


def _of_place(place: Place | None, facts: Facts) -> Iterator[str]:
    names = place.names if place is not None else ()
    if any(facts.places[name.casefold()].misread for name in names if name.casefold() in facts.places):
        yield "in"
