"""Texts as a stranger would read them: filled in where the small world knows, honest where it does not."""

from collections.abc import Callable, Mapping

from sociable.facts.provenance import account_facts
from sociable.records.record import Record
from sociable.rehearsal.small_world import HOLE, Item, Occurrence, Person, Wording
from sociable.setup.model import Expression, Text
from sociable.vocabulary.carried import CARRIED, NAME_COLUMNS, PERSON_COLUMNS, USER
from sociable.vocabulary.crowds import NUMBER_OF

_LONGEST = 600
"""Texts that repeat each other grow without end; nobody reads further than this."""


class Made(Record):
    """What a former step produced: how it reads, and the people it is, if it is any.

    ``table``: the title of the table whose rows they are; ``is_of_people``: it is called after people.
    """

    wording: Wording
    people: tuple[Person, ...] = ()
    table: str = ""
    is_of_people: bool = False


Values = Mapping[str, Made]

_NO_SPEECH = frozenset(("link", "measure"))
"""Origins of what nobody says anything with."""


class PlayContext(Record):
    """What an expression can speak of: the event, whoever runs the automation, and what former steps made."""

    occurrence: Occurrence
    actor: Person
    values: Values


def fill(text: Text, context: PlayContext) -> Wording:
    """The whole text."""
    return joined([fixed(part) if isinstance(part, str) else _filled_in(part, context) for part in text.parts])


def _filled_in(expression: Expression, context: PlayContext) -> Wording:
    """What stands for an expression in a text: who is made up has no name that says what somebody waits for."""
    filled = reading(expression, context)
    return filled._replace(may_say_more=False) if _is_no_speech(expression, context) else filled


def _is_no_speech(expression: Expression, context: PlayContext) -> bool:
    """Whether it stands for a link, a date or a number, or for a name or the like of somebody outside."""
    if expression.op != "path":
        return False
    if expression.args[0] in ("today", "now"):
        return True
    thing, *fields = expression.args[1:] or ("",)
    if expression.args[0] != "event" or thing not in CARRIED:
        return False
    field = next((each for each in CARRIED[thing].fields if each.name in fields[:1]), CARRIED[thing].fields[0])
    by = context.occurrence.by
    return field.origin in _NO_SPEECH or (field.origin == "identity" and by is not None and by.account is None)


def joined(parts: list[Wording], between: str = "") -> Wording:
    """Several wordings as one, of a length that can still be read."""
    text = between.join(part.text for part in parts)
    if len(text) > _LONGEST:
        return Wording(f"{text[:_LONGEST]} ‹and so on›", HOLE, may_say_more=True)
    return Wording(text, between.join(part.certain for part in parts), any(part.may_say_more for part in parts))


def reading(expression: Expression, context: PlayContext) -> Wording:
    """How one expression reads in a text."""
    if expression.op == "text":
        return fixed(expression.args[0])
    if expression.op != "path":
        return fixed(expression.text) if expression.op == "number" else unknown(expression.text)
    root, *names = expression.args
    if root in context.values:
        made = context.values[root]
        if made.table:
            return _of_row(made, names)
        if made.people and names == [NUMBER_OF]:
            return unknown("how many they are")
        return _column(names, made.people[0]) if names and len(made.people) == 1 else made.wording
    read = _ROOTS.get(root)
    return read(names, context) if read else unknown(expression.text)


def fixed(text: str) -> Wording:
    """A text of which nothing is left open."""
    return Wording(text, text, may_say_more=False)


def unknown(what: str) -> Wording:
    """What only shows when it runs."""
    return Wording(f"‹{what}›", HOLE, may_say_more=True)


def _of_row(made: Made, names: list[str]) -> Wording:
    """A column of one row; a table that is not called after people may hold anything."""
    if names == [NUMBER_OF]:
        return unknown("how many rows there are")
    column = names[-1].replace("_", " ") if names else ""
    if not made.is_of_people or not made.people:
        return unknown(f"{column or 'what it says'}, from a row of {made.table}")
    return _column(names, made.people[0])


def _column(names: list[str], person: Person) -> Wording:
    """What is written down of somebody; who they are is their name."""
    if not names or names[-1].casefold() in PERSON_COLUMNS | NAME_COLUMNS:
        return fixed(person.shown)
    return unknown(f"{names[-1].replace('_', ' ')} of {person.shown}")


def _event(names: list[str], context: PlayContext) -> Wording:
    thing, *fields = names or [""]
    field = fields[0] if fields else ""
    if thing == USER:
        return _of_person(field or "handle", context.occurrence.by)
    carried = CARRIED.get(thing)
    if carried is not None and not carried.source:
        return _of_item(thing, field or "text", context.occurrence.item)
    return unknown(f"{field.replace('_', ' ') or 'what it says'}, from {carried.source if carried else 'the event'}")


def _of_person(field: str, person: Person | None) -> Wording:
    if person is None:
        return unknown(f"{field} of whoever it is")
    if field == "handle" and person.handle:
        return fixed(person.handle)
    return unknown(f"{field.replace('_', ' ')} of {person.shown}")


def _of_item(thing: str, field: str, item: Item | None) -> Wording:
    if item is None:
        return unknown(f"{field} of the {thing}")
    if field == "text":
        return item.wording
    if field == "author":
        return _of_person("handle", item.author)
    if field == "url":
        return unknown(f"link to the {thing} of {item.author.shown}")
    return unknown(f"{field.replace('_', ' ')} of the {thing} of {item.author.shown}")


def _account(names: list[str], context: PlayContext) -> Wording:
    """Facts of the account; a copy that runs elsewhere has a handle of its own."""
    name = names[0] if names else "handle"
    account = context.actor.account
    assert account is not None, "whoever runs an automation has an account"
    facts = {**account_facts(account.model), "handle": context.actor.handle}
    return fixed(facts[name]) if facts.get(name) else unknown(f"{name} of {context.actor.shown}")


_ROOTS: dict[str, Callable[[list[str], PlayContext], Wording]] = {
    "event": _event,
    "account": _account,
    "today": lambda names, context: unknown("the date of the day"),
    "now": lambda names, context: unknown("the time of the day"),
    "secrets": lambda names, context: unknown(f"the secret {'.'.join(names)}"),
}
