"""The place a finding is about: on which account it is, and what it says whatever the layout."""

from collections.abc import Iterator

from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.kinds.table import kind_of
from sociable.records.static import Any


def owners(thing: Any) -> Iterator[Any]:
    """A thing, what it is part of, and so on."""
    while True:
        yield thing
        owner = kind_of(thing).owner
        if owner is None:
            return
        thing = owner(thing)


def account_of(place: Any) -> AccountFacts | None:
    """The account it happens on, if it happens on one."""
    return next((each for each in owners(place) if isinstance(each, AccountFacts)), None)


def order_of(place: Any) -> int:
    """Where that account stands in the list of accounts its automation runs on."""
    return next((each.order for each in owners(place) if isinstance(each, AutomationFacts)), 0)


def thing_of(place: Any) -> Any:
    """What it is about, wherever in it the place is: the step of a text or a target, else the thing itself."""
    return kind_of(place).about(place)


def subjects_of(place: Any) -> tuple[str, ...]:
    """The ids of the automation and the account it belongs to."""
    return tuple(name for each in owners(place) for name in kind_of(each).ids(each))


def content_of(place: Any) -> str:
    """What a step, or the thing itself, says: the part of a fingerprint that an edit changes."""
    said = ((each, kind_of(each).content) for each in owners(place))
    return next((content(each) for each, content in said if content is not None), "")
