"""Whom a text names, and whether they agreed to it."""

from collections.abc import Iterator

from sociable.facts.consent import (
    least_willing,
    of_handle,
    of_person,
    of_target,
    of_written_down,
    set_of,
    sets_named,
    sheet,
)
from sociable.facts.facts import StepFacts
from sociable.facts.provenance import mentioned_handles
from sociable.facts.text_contents import speaks_of_money
from sociable.setup.model import Expression, Target
from sociable.setup.target_wording import target_phrase
from sociable.text.wording import listed, short
from sociable.vocabulary.consent_words import MEMBERS, MESSAGES, NAMING
from sociable.vocabulary.crowds import PERSON, ROWS
from sociable.vocabulary.values import UNSTATED


def naming(step: StepFacts) -> str:
    """Whether those whom the text of a step names agreed to it: what holds for the least willing of them."""
    if step.model.text is None and not step.model.mentions and not step.model.names:
        return "nobody"
    states = {state for _, state in _named(step)}
    if states and step.approved:
        return "chosen"
    return least_willing(states)


def named_words(step: StepFacts) -> str:
    """Whom the text of a step names of whom nothing says that they agreed, in words; empty for nobody."""
    found = list(dict.fromkeys(who for who, state in _named(step) if state in _NOT_AGREED))
    more = ["others"] if len(found) > _FEW else []
    return listed([*found[:_FEW], *more]) if found else ""


def agreement_of_named(step: StepFacts) -> str:
    """Whether those on lists whom a text names agreed to something: `no` where the file denies it plainly.

    It is `yes` only if all whom it names without their consent are on such lists.
    """
    lists = {}
    for target in (*sets_named(step), *step.model.names, *step.model.mentions):
        people = step.facts.lists.get(set_of(target, step).name.casefold())
        if people is not None:
            lists[_called(target, step)] = people
    if any("agreed_to" in people.denied for people in lists.values()):
        return "no"
    unasked = {who for who, state in _named(step) if state in _NOT_AGREED}
    return "yes" if unasked and all(who in lists and lists[who].agreed_to for who in unasked) else UNSTATED


def calls_a_room(step: StepFacts) -> bool:
    """Whether a sign in a text calls all who are in a room."""
    return step.audience == "group" and any(target.kind in MEMBERS for target in step.model.mentions)


_NOT_AGREED = ("none", "taken", "unstated")
_FEW = 2


def _named(step: StepFacts) -> Iterator[tuple[str, str]]:
    """Those whom a text names, in words, and whether they agreed to it."""
    text, event = step.text, step.automation.event
    if PERSON in text.provenance.people and event.has_person:
        yield event.person, of_person(step, NAMING)
    for target in (*sets_named(step), *step.model.names):
        yield _called(target, step), of_target(target, step, NAMING)
    if ROWS in text.provenance.people and not any(target.kind == ROWS for target in sets_named(step)):
        yield _of_table(step), of_written_down(sheet(step.automation), step, NAMING)
    if (sample := _written_out(step)) is not None:
        yield _called(sample, step), of_target(sample, step, NAMING)
    for target in step.model.mentions:
        yield _called(target, step), _pinged(target, step)
    calls_all = calls_a_room(step)
    for handle in mentioned_handles(step.model.text) if step.model.text is not None else ():
        if calls_all and handle.casefold() in _ALL:
            continue
        yield short(handle), of_handle(handle, step, NAMING)


def _of_table(step: StepFacts) -> str:
    table = sheet(step.automation)
    return short(f"the people in the table “{table}”", 60) if table else "people from a table"


_ALL = frozenset(("@everyone", "@here", "@channel", "@all"))
"""How chats write the call to all who are in a room."""


def _pinged(target: Target, step: StepFacts) -> str:
    """In a room, to be called is how the word comes to those who asked for it."""
    asked_for = step.audience == "group" and of_target(target, step, MESSAGES) == "agreed"
    return "agreed" if asked_for else of_target(target, step, NAMING)


def _called(target: Target, step: StepFacts) -> str:
    """Somebody named, as a sentence speaks of them."""
    target = set_of(target, step)
    if target.is_of_event:
        return step.automation.event.person
    if target.kind == ROWS and target.name.casefold() in step.facts.lists:
        return short(f"the people on the list “{target.name}”", 60)
    return short(target_phrase(target), 60) if target.crowd is not None or target.name else "people"


def _written_out(step: StepFacts) -> Target | None:
    """The table of people of which a text is a sample: it was fetched, nothing is filled in, and sums stand in it."""
    text = step.model.text
    if text is None or any(isinstance(part, Expression) for part in text.parts) or not speaks_of_money(text):
        return None
    tables = (value.target for value in step.values.values() if value.is_table and value.is_of_people)
    return next((target for target in tables if target is not None), None)
