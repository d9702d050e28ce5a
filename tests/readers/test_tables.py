"""The tables of the importers have the shape that their schema says, and only words that our own format has."""

import json
from collections.abc import Iterator
from os.path import dirname, join
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from sociable.readers.flow.missing_words import crowd, event
from sociable.readers.flow.parts import KINDS
from sociable.readers.flow.rows import BY_AUDIENCE, OTHER_KINDS
from sociable.text.source import Source, Span
from sociable.vocabulary.verbs import VERBS

from generators.import_tables import TABLES, load

PROJECT = dirname(dirname(dirname(__file__)))
ROOMS = {room: {name: load(PROJECT, room, name) for name in names} for room, names in TABLES.items()}
HERE = Span(Source("a", ""), 0, 0)
SAID = {*VERBS, *BY_AUDIENCE, *OTHER_KINDS, "render", "unknown"}

with open(join(PROJECT, "generators", "import_tables.schema.json"), encoding="utf-8") as file:
    SCHEMA = json.load(file)


def texts_of(key: str, value: Any) -> Iterator[str]:
    """The texts that stand under a key, wherever that is."""
    if isinstance(value, dict):
        if isinstance(value.get(key), str):
            yield value[key]
        for each in value.values():
            yield from texts_of(key, each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(key, each)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("room", ROOMS)
def test_tables_have_the_shape_that_the_schema_says(room: str) -> None:
    shown = json.loads(json.dumps({room: ROOMS[room]}))
    assert [
        f"{list(each.absolute_path)}: {each.message}" for each in Draft202012Validator(SCHEMA).iter_errors(shown)
    ] == []


@pytest.mark.parametrize("room", ROOMS)
def test_tables_use_words_that_there_are(room: str) -> None:
    tables = {name: rows for name, rows in ROOMS[room].items() if name != "defaults"}
    assert set(texts_of("does", tables)) - SAID == set()
    assert set(texts_of("kind", tables)) - {*KINDS, "http", "feed", "table", "note", "page", "command"} == set()
    for name in texts_of("event", tables):
        assert event(name)
    for name in texts_of("crowd", tables):
        assert crowd(name, HERE, "")
