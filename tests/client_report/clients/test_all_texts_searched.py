"""Of all that a setup holds, whatever is said in free words is searched for names of others."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from sociable.client_report.clients.others_set_apart import Apart, set_apart
from sociable.client_report.clients.whose_accounts import Client
from sociable.pipeline import Request, examine
from sociable.setup.model import Account, Automation, PeopleList, Place, Setup, Step, Target, Trigger

NAME = "Bravo Breads"
OF_THE_VOCABULARY = {
    Account: {
        *("platform", "run_by", "automated_label", "inbox", "pause", "api_tier", "verified", "moderates", "misread"),
        *("kind", "based_in", "approved", "purpose", "inbox_hours", "admits"),
    },
    Automation: {
        *("purpose", "approval", "via", "misread", "out_by", "during", "until", "entry", "reviews_on", "denied"),
        *("admits", "was_on"),
    },
    Trigger: {"looks"},
    Step: {
        *("approval", "disclose", "visibility", "via", "use", "misread", "languages", "during", "purpose", "denied"),
    },
    Place: {"open", "inside", "approved", "misread"},
    PeopleList: {"came_by", "confirmed", "out_by", "inside", "misread", "denied", "admits", "unknown"},
    Target: {"kind"},
}
"""Fields that hold words of ours, or times, languages and countries."""

BY_WHICH_IT_IS_KNOWN: dict[type, set[str]] = {Account: {"handle", "server", "client", "credentials"}}
"""Of an account that is one's own."""


def filled(hint: Any) -> Any:
    """A value with the name in it; nothing where the field holds no text by itself."""
    sort, parts = get_origin(hint), get_args(hint)
    if sort is not None and isinstance(sort, type) and issubclass(sort, Mapping):
        value = filled(parts[-1])
        return None if value is None else {"contains": value}
    if sort is tuple or sort is frozenset:
        return sort((NAME,)) if str in parts else None
    return NAME if hint is str or str in parts else None


def fields() -> Iterator[tuple[type, str]]:
    for record, ours in OF_THE_VOCABULARY.items():
        for field, hint in get_type_hints(record).items():
            left = ours | BY_WHICH_IT_IS_KNOWN.get(record, set())
            if filled(hint) is not None and field not in left:
                yield record, field


def replaced(thing: Any, record: type, change: Any) -> Any:
    """The thing with one of these records changed, the first that is in it."""
    if type(thing) is record:
        return change(thing)
    if isinstance(thing, tuple):
        made = [replaced(each, record, change) for each in thing]
        return type(thing)(*made) if hasattr(thing, "_fields") else tuple(made)
    return thing


def in_it(thing: Any, record: type) -> Iterator[Any]:
    if type(thing) is record:
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from in_it(each, record)


@pytest.fixture(scope="module")
def setup() -> Setup:
    text = (
        "sociable: 1\nlists: {mine: {came_by: form}}\nplaces: {room: {members: 3}}\n"
        "accounts: {shop: {platform: telegram}}\nautomations:\n"
        "  - {id: a, account: shop, when: messaged, do: [{dm: {target: 'members_of(\"x\")', text: Hi}}]}\n"
    )
    return examine(Request((), ("a.yml", text.encode()))).facts.setup


@pytest.mark.parametrize(("record", "field"), [*fields()], ids=str)
def test_every_text_is_searched(setup: Setup, record: type, field: str) -> None:
    value = filled(get_type_hints(record)[field])
    changed = replaced(setup, record, lambda each: each._replace(**{field: value}))
    apart = Apart(Client("Shop", frozenset(("shop",))), {}, lambda text: text.replace(NAME, set_apart(NAME)))
    held = next(in_it(changed, record))
    assert NAME in str(getattr(held, field))
    said = ascii(getattr(next(in_it(apart.setup(changed), record)), field))
    assert ascii(set_apart(NAME))[1:-1] in said


def test_the_listed_fields_are_those_of_the_records() -> None:
    for listed in (OF_THE_VOCABULARY, BY_WHICH_IT_IS_KNOWN):
        for record, names in listed.items():
            assert names <= {*get_type_hints(record)}
