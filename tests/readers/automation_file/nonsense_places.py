"""Every key of the automation file, drawn from its schema, each with a file that is right but for its value."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from sociable.readers.automation_file.schema import automation_file_schema
from sociable.vocabulary.events import EVENTS

Put = Callable[[Any], Any]
"""Makes a whole document out of a value."""

SCHEMA = automation_file_schema()
_FILLED_IN: dict[str, Any] = {
    "sociable": 1,
    "platform": "mastodon",
    "id": "a",
    "account": "c",
    "when": "mentioned",
    "do": [{"notify": "us"}],
    "read_by": "us",
    "text": "Hi",
    "to": "us",
    "image": "a.jpg",
}
"""What stands at the keys that a group needs, where another one of it is at hand."""

_BESIDE: dict[str, dict[str, Any]] = {
    "an automation file": {"accounts": {"c": {"platform": "mastodon"}}},
    "an automation": {"limit": "5 per day"},
}
"""What else stands in a group so that no rule has anything to say."""


def places() -> Iterator[tuple[str, Put]]:
    """The way to every key, with dots between; what stands in a list under ``0``, a name of people's own under ``*``.

    Of events and verbs that take a key of one name and one shape, the first speaks for all.
    """
    seen: set[tuple[str, str]] = set()
    for way, schema, put in _within((), SCHEMA, lambda value: value, ()):
        alike = (".".join(way[-1:] if way[0] in EVENTS or way[0] == "verb" else way), json.dumps(schema))
        if alike not in seen:
            seen.add(alike)
            yield ".".join(way), put


def _within(
    way: tuple[str, ...], schema: dict[str, Any], put: Put, open_parts: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], dict[str, Any], Put]]:
    """Go through a schema; a part that holds itself, such as a group of steps, is gone through once."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        if name in open_parts:
            return
        if name == "when":
            yield from _events(put, (*open_parts, name))
        yield from _within(_short(way, name), SCHEMA["$defs"][name], put, (*open_parts, name))
        return
    for alternative in schema.get("anyOf", ()):
        yield from _within(way, alternative, put, open_parts)
    if isinstance(items := schema.get("items"), dict):
        yield (*way, "0"), items, lambda value: put([value])
        yield from _within((*way, "0"), items, lambda value: put([value]), open_parts)
    if isinstance(others := schema.get("additionalProperties"), dict):
        name = "c" if way == ("accounts",) else "n"
        yield (*way, "*"), others, lambda value: put({name: value})
        yield from _within((*way, "*"), others, lambda value: put({name: value}), open_parts)
    for key, inner in schema.get("properties", {}).items():
        if way == ("when",) and key == "event":
            continue
        put_here = _beside(put, schema, key)
        if inner is not True:
            yield (*way, key), inner, put_here
            yield from _within((*way, key), inner, put_here, open_parts)


def _beside(put: Put, schema: dict[str, Any], key: str) -> Put:
    """Put a value under its key, beside all that its group needs."""
    needs = {name: _FILLED_IN.get(name, "x") for name in schema.get("required", ()) if name != key}
    ones = [each["required"][0] for each in schema.get("oneOf", ())]
    if ones and key not in ones:
        needs |= {"notify": "us"} if "notify" in ones else {ones[0]: _FILLED_IN[ones[0]]}
    if key == "else":
        needs = {"if": "event.user.is_bot", "do": [{"notify": "us"}]}
    needs |= _BESIDE.get(schema.get("title", ""), {})
    return lambda value: put({**needs, key: value})


def _short(way: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Call a part by its own name where the way to it says no more."""
    if name.startswith("verb_"):
        return ("verb", name.removeprefix("verb_"))
    return (name,) if name in ("account", "automation", "step", "list", "place", "import", "when") else way


def _events(put: Put, open_parts: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], dict[str, Any], Put]]:
    for rule in SCHEMA["$defs"]["when"]["allOf"]:
        event = rule["if"]["properties"]["event"]["const"]
        for key, schema in rule["then"]["properties"].items():
            if key == "event":
                continue
            beside = {"every": "1 day"} if EVENTS[event].is_timed and key in ("timezone", "during") else {}

            def put_here(value: Any, event: str = event, key: str = key, beside: dict[str, str] = beside) -> Any:
                return put({"event": event, **beside, key: value})

            yield (event, key), schema, put_here
            yield from _within((event, key), schema, put_here, open_parts)
