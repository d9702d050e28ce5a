"""The accounts, lists and places of the project that is open, and where in a file each can be named."""

from collections.abc import Iterable, Iterator

from sociable.readers.automation_file.keys import FORMS
from sociable.records.record import Record
from sociable.server.editor.schema_parts import Step
from sociable.setup.model import Account, Setup
from sociable.text.source import Span
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import UNSTATED


class Thing(Record):
    """An account, a list or a place: how it is named, what it is, and where it is described."""

    name: str
    sort: str
    says: str
    span: Span


ACCOUNT, LIST, PLACE = "account", "list", "place"

_NAMED_BY_KEY = {
    "account": (ACCOUNT,),
    "operator": (ACCOUNT,),
    "target": (ACCOUNT, LIST),
    "mentions": (ACCOUNT,),
    "only_from": (ACCOUNT, LIST),
    "ignore": (LIST,),
    "list": (LIST,),
    "in": (PLACE,),
    "group": (PLACE,),
}


def things(setups: Iterable[Setup]) -> Iterator[Thing]:
    """All that is described anywhere."""
    for setup in setups:
        for account in setup.accounts:
            yield Thing(account.id.name, ACCOUNT, _account(account), account.id.span)
        for people in setup.lists:
            yield Thing(people.id.name, LIST, "A list of people.", people.id.span)
        for place in setup.places:
            yield Thing(place.id.name, PLACE, "A place.", place.id.span)


def sorts_at(route: tuple[Step, ...]) -> tuple[str, ...]:
    """What may be named at the end of a route: nothing where other words stand."""
    if route[:1] != ("automations",):
        return _NAMED_BY_KEY.get(key_of(route), ()) if route[:1] == ("accounts",) else ()
    key = key_of(route)
    if key in FORMS and FORMS[key].short == "target":
        key = "target"
    return _NAMED_BY_KEY.get(key, ())


def key_of(route: tuple[Step, ...]) -> str:
    """The last key on a route: that of a list, for what is in it."""
    return next((step for step in reversed(route) if isinstance(step, str)), "")


def _account(account: Account) -> str:
    on = PLATFORMS[account.platform].title if account.platform != UNSTATED else "an unknown platform"
    return f"{account.handle} on {on}." if account.handle else f"An account on {on}."
