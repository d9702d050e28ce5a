"""What reading takes without a word, and what the published schema accepts, are the same.

Whole documents are made, spoilt in one or two places, and shown to both.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from jsonschema import Draft202012Validator
from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.documents.scalars import core_value
from sociable.documents.yaml_tree import parse
from sociable.project.load import read_text
from sociable.readers.automation_file import keys, schema
from sociable.readers.automation_file.keys import (
    ACCOUNT_KEYS,
    AUDIENCE_KEYS,
    AUTOMATION_KEYS,
    BARE_VERBS,
    FILE_KEYS,
    FORMS,
    GROUP_KEYS,
    INBOX_KEYS,
    LIST_KEYS,
    PLACE_KEYS,
    STEP_KEYS,
)
from sociable.readers.automation_file.shapes import Key
from sociable.readers.automation_file.when_and_who import HOURS_KEYS
from sociable.readers.automation_file.whole_file import read_document
from sociable.readers.context import ReadingContext
from sociable.text.source import Source
from sociable.vocabulary.events import EVENTS, TRIGGER_KEYS, Event

SCHEMA = schema.automation_file_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


class Plain(str):
    """A word that is written without quotes."""

    __slots__ = ()


ACCOUNT = {
    "platform": Plain("x"),
    "handle": "@example",
    "run_by": "public-body",
    "automated_label": True,
    "operator": "@jane",
    "inbox": {"read_by": "comms team", "reply_within": Plain("1 day"), "hours": "9 to 5"},
    "pause": "duty officer",
    "api_tier": "self-serve",
    "server": "mastodon.example",
    "ai_replies_approved": False,
    "vars": {"city": "Gloucester", "year": 1541},
    "kind": "bot",
    "audience": {"countries": ["GB"], "languages": "cy", "region": "west"},
    "client": "A client",
    "approved": {"publishing": True, "automation": "asked"},
    "paid_by": "nobody",
    "purpose": "news",
    "in": {"members": 300, "open": False, "allowed_by": "us", "approved": {"automation": True}},
}
AUTOMATION = {
    "id": "a",
    "account": ["c"],
    "title": "A title",
    "enabled": True,
    "purpose": "support",
    "when": "mentioned",
    "if": ["not event.user.is_bot", "true"],
    "do": ["like"],
    "limit": "60 per hour",
    "cooldown": "3 days",
    "once_per": "user per day",
    "approval": "human",
    "ignore": ["bots", "own_accounts"],
    "only_from": "@jane",
    "stop_on": ["stop", 1],
    "via": "api",
    "max_replies_per_thread": 3,
    "agreed_to": ["news", "the tide times"],
    "out_by": "unfollow",
    "entry": ["comment"],
    "during": {"days": ["monday-friday", "Sunday"], "hours": "9:00-17:30", "zone": "Europe/London"},
    "until": "2028-02-29",
    "paid_by": "us",
}
BESIDE = {
    "if": "event.user.is_bot",
    "after": "2 hours",
    "limit": 20,
    "approval": "none",
    "disclose": "ai",
    "visibility": "unlisted",
    "via": "browser",
    "use": "crm",
    "purpose": "promotion",
    "paid_by": "A sponsor",
    "during": "open",
    "as": "notice",
}
LONG: dict[str, Any] = {
    "amount": "5 EUR",
    "url": "https://example.org/hook",
    "for": "1 hour",
    "target": "event.user",
    "language": "en",
    "in": "lounge",
    "mentions": ["event.user", "@ann"],
    "buttons": ["Yes", {"text": "No", "link": "https://example.org"}, {"text": "Call", "call": "112"}],
    "media": ["a.jpg", {"image": "b.jpg", "alt": "B"}],
}
NARROWED: dict[str, Any] = {
    "text": "x",
    "name": "x",
    "words": ["a", "b"],
    "count": 100,
    "pace": "1 hour",
    "clock": ["09:30", "2027-01-02 09:00"],
    "cron": "*/5 0-6,23 * jan-mar mon",
    "zone": "Europe/London",
    "days": ["monday", "first friday", "day 15", "2028-02-29"],
    "duration": "30 days",
    "place": {"members": 3},
    "hours": "live",
    "flag": True,
    "way": "ad",
    "languages": ["en", "cy"],
}
assert BESIDE.keys() == STEP_KEYS.keys()


def narrowed(event: Event, key: str) -> Any:
    return NARROWED["days" if event.is_timed and key == "on" else TRIGGER_KEYS[key].shape]


steps = some.sampled_from(
    [
        *BARE_VERBS,
        *({name: None} for name in BARE_VERBS),
        *({name: LONG.get(form.short, "x")} for name, form in FORMS.items() if form.short and len(form.needs) < 2),
        {"if": "event.user.is_bot", "do": ["like"], "else": [{"reply": "x"}, "stop"]},
        *({name: {key: LONG.get(key, "x") for key in form.keys}} for name, form in FORMS.items() if form.keys),
        *({name: {"a": "x", "b": 3}} for name, form in FORMS.items() if form.verb.argument == "names"),
        {"stop": "enough"},
    ]
)
triggers = some.sampled_from(
    [
        *EVENTS,
        *({"event": name, **{key: narrowed(event, key) for key in event.keys}} for name, event in EVENTS.items()),
    ]
)
ODDITIES: list[Any] = [
    *(
        None,
        True,
        False,
        0,
        1,
        3,
        -1,
        3.0,
        1.5,
        1e3,
        "",
        "x",
        "true",
        "3 days",
        "3 days\n",
        "1day",
        "20",
        "60 per hour",
    ),
    *(
        "user",
        "user per day",
        "unread",
        "human",
        "mentioned",
        "like",
        "post",
        "bots",
        "3 days 1",
        "10000000000 days",
    ),
    *("“x”", "“", ["„x“"]),
    *([], ["x"], [["x"]], [None], ["bots"], ["like"], [{"post": "x"}], [True, "x"]),
    *(
        {},
        {"x": 1},
        {"event": "mentioned"},
        {"event": "x"},
        {"read_by": "x"},
        {"text": "x"},
        {"text": {}},
        {"for": 3},
    ),
    *({"post": "x", "like": None}, {"x": {"platform": "x"}}, {"target": "x"}),
    *map(
        Plain,
        ("yes", "no", "on", "~", ".inf", ".nan", "0o17", "1_000", "3:30", "20", "0x10", "2011-08-01", "1e400"),
    ),
]
names = some.sampled_from(
    ["x", "platform", "limit", "text", "event", "contains", "post", "like", "id", "do", "sociable", "x-note"]
)


@some.composite
def documents(draw: some.DrawFn) -> dict[str, Any]:
    """A document that both sides accept."""
    automation: dict[str, Any] = {
        name: deepcopy(AUTOMATION[name]) for name in draw(some.sets(some.sampled_from([*AUTOMATION])))
    }
    automation |= {
        "id": "a",
        "account": "c",
        "when": draw(triggers),
        "do": draw(some.lists(steps, min_size=1, max_size=3)),
    }
    for number, step in enumerate(automation["do"]):
        if isinstance(step, dict) and "do" not in step:
            beside = draw(some.sets(some.sampled_from([*BESIDE]), max_size=2))
            automation["do"][number] = step | {name: BESIDE[name] for name in sorted(beside)}
    account = {name: ACCOUNT[name] for name in draw(some.sets(some.sampled_from([*ACCOUNT])))} | {"platform": "x"}
    return deepcopy({"sociable": 1, "accounts": {"c": account}, "automations": [automation]})


@some.composite
def spoilt(draw: some.DrawFn) -> dict[str, Any]:
    """A document with something else in one or two places."""
    document = draw(documents())
    for _ in range(draw(some.integers(1, 2))):
        parents = [*_collections(document)]
        parent = draw(some.sampled_from(parents))
        keys = [*parent] if isinstance(parent, dict) else [*range(len(parent))]
        if isinstance(parent, dict) and (not keys or draw(some.booleans())):
            parent[draw(names)] = deepcopy(draw(some.sampled_from(ODDITIES)))
        elif keys:
            key = draw(some.sampled_from(keys))
            if draw(some.booleans()):
                parent[key] = deepcopy(draw(some.sampled_from(ODDITIES)))
            else:
                del parent[key]
    return document


def _collections(value: Any) -> Any:
    if isinstance(value, dict | list):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _collections(inner)


def _written(value: Any) -> str:
    if isinstance(value, Plain):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {_written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    return json.dumps(value)


def _as_schema_sees_it(node: Node) -> Any:
    if isinstance(node, Scalar):
        return core_value(node)
    if isinstance(node, Sequence):
        return [_as_schema_sees_it(item) for item in node.items]
    return {name: _as_schema_sees_it(value) for name, (_, value) in node.items()}


def both(text: str) -> tuple[bool, bool]:
    """Whether reading takes a text without having to explain, and whether the schema accepts it."""
    context = ReadingContext(Source("a.yml", text))
    (root,) = parse(context.source).roots
    assert isinstance(root, Mapping)
    seen = _as_schema_sees_it(root)  # before it is read: what was read is taken out
    with patch("sociable.readers.automation_file.misfits.explain") as explain:
        if "sociable" in root:
            read_document(context, root)
        taken = "sociable" in root and not explain.called
    return taken, VALIDATOR.is_valid(seen)


@settings(deadline=None, max_examples=100)
@given(documents())
def test_both_take_what_is_right(document: dict[str, Any]) -> None:
    assert both(_written(document)) == (True, True)


def places() -> Iterator[tuple[str | int, ...]]:
    """The way to each place that holds something of its own, in a document that is made to have it."""
    yield from ((key,) for key in FILE_KEYS)
    yield from (("accounts", "c", *rest) for rest in [(), ("vars", "x"), *((key,) for key in ACCOUNT_KEYS)])
    yield from (("accounts", "c", "inbox", key) for key in INBOX_KEYS)
    yield from (("automations", 0, *rest) for rest in [(), ("do", 0), *((key,) for key in AUTOMATION_KEYS)])
    yield from (("lists", "n", key) for key in LIST_KEYS)
    yield from (("places", "n", key) for key in PLACE_KEYS)
    yield from (("accounts", "c", "audience", key) for key in AUDIENCE_KEYS)
    yield from (("automations", 0, "during", key) for key in HOURS_KEYS)
    yield from (("automations", 0, "do", 0, key) for key in (*STEP_KEYS, *FORMS, *GROUP_KEYS))
    for verb in (
        "post",
        "email",
        "connect",
        "assign",
        "react",
        "list_add",
        "wait",
        "webhook",
        "join",
        "share",
        "pay",
        "generate",
        "fetch",
    ):
        yield from (("automations", 0, "do", 0, verb, key) for key in (*FORMS[verb].keys, "x"))
    yield from (("automations", 0, "when", key) for key in ("event", *TRIGGER_KEYS))


def holding(way: tuple[str | int, ...], oddity: Any) -> dict[str, Any]:
    """The least document that holds something odd in a place, and is right otherwise."""
    automation: dict[str, Any] = {"id": "a", "account": "c", "when": "manual", "do": ["like"]}
    if way[2:3] == ("when",) and way[3:]:
        event = next((each for each in EVENTS.values() if way[3] in each.keys), EVENTS["manual"])
        automation["when"] = {"event": event.name}
    elif way[2:4] == ("do", 0) and way[4:]:
        automation["do"] = [{} if way[4] in FORMS else {"like": None}]
    document: dict[str, Any] = {"sociable": 1, "accounts": {"c": {"platform": "x"}}, "automations": [automation]}
    at: Any = document
    for step in way[:-1]:
        at = at.setdefault(step, {"read_by": "x"} if step == "inbox" else {}) if isinstance(at, dict) else at[step]
    at[way[-1]] = oddity
    return document


@pytest.mark.parametrize(("number", "way"), list(enumerate(places())), ids=str)
def test_both_refuse_the_same_in_each_place(number: int, way: tuple[str | int, ...]) -> None:
    for oddity in ODDITIES[number % 2 :: 2]:  # all of them in all places would take a minute and find no more
        taken, accepted = both(_written(holding(way, oddity)))
        assert taken == accepted, oddity


@settings(deadline=None)
@given(spoilt())
def test_both_refuse_the_same(document: dict[str, Any]) -> None:
    taken, accepted = both(_written(document))
    assert taken == accepted


@settings(deadline=None)
@given(spoilt())
def test_there_are_words_for_everything_that_is_refused(document: dict[str, Any]) -> None:
    document["sociable"] = document.get("sociable", 1)
    text = _written(document)
    reading = read_text("a.yml", text)
    misfits = [each for each in reading.problems if each.message == "this cannot be read as it stands"]
    assert misfits == []
    if not VALIDATOR.is_valid(_as_schema_sees_it(parse(Source("a.yml", text)).roots[0])):
        assert reading.problems


@pytest.mark.parametrize("name", FORMS)
def test_every_verb_is_in_the_schema(name: str) -> None:
    assert f"verb_{name}" in SCHEMA["$defs"]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


TABLES = {name: table for name, table in vars(keys).items() if name.endswith("_KEYS") and isinstance(table, dict)}
SHOWN = [(name, key) for name, table in TABLES.items() for key in table if isinstance(table[key], Key)]


@pytest.mark.parametrize(("table", "name"), SHOWN, ids=lambda each: str(each))
def test_every_key_is_described_with_an_example_that_it_takes(table: str, name: str) -> None:
    key = TABLES[table][name]
    assert key.doc.endswith(".")
    (root,) = parse(Source("a.yml", f"x: {key.example}\n")).roots
    assert isinstance(root, Mapping)
    key.shape.convert(root["x"][1])


def test_every_event_and_verb_is_described() -> None:
    (event,) = (each for each in SCHEMA["$defs"]["when"]["anyOf"] if "enum" in each)
    assert len(event["enumDescriptions"]) == len(event["enum"]) == len(EVENTS)
    (_, step) = SCHEMA["$defs"]["step"]["anyOf"]
    assert all(step["properties"][name]["description"] and step["properties"][name]["examples"] for name in FORMS)


def keys_in(schema: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every key that may be written, with what editors show of it; not those that only decide which form holds."""
    if isinstance(schema, list):
        for number, each in enumerate(schema):
            yield from keys_in(each, f"{place}/{number}")
    elif isinstance(schema, dict):
        for name, key in schema.get("properties", {}).items():
            if isinstance(key, dict):  # what may not stand there is just `false`
                yield f"{place}/{name}", key
        for name, each in schema.items():
            if name != "allOf":
                yield from keys_in(each, f"{place}/{name}")


def test_every_key_has_a_sentence_and_an_example() -> None:
    found = [(place, key) for place, key in keys_in(SCHEMA) if not place.endswith("/when/anyOf/1/event")]
    assert len(found) > 150
    assert [place for place, key in found if not key.get("description", "").endswith(".")] == []
    assert [place for place, key in found if not key.get("examples")] == []
