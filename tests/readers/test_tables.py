"""The tables of the importers have the shape that their schema says, and only words that our own format has."""

import json
import re
from collections.abc import Iterator
from itertools import takewhile
from os.path import dirname, join
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from sociable.readers.flow.missing_words import crowd, event
from sociable.readers.flow.parts import KINDS
from sociable.readers.flow.rows import BY_AUDIENCE, OTHER_KINDS
from sociable.text.source import Source, Span
from sociable.vocabulary.verbs import VERBS

from generators.import_tables import READERS, TABLES, load
from tests.readers.conftest import not_made_anew

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


EXPLAINED = {
    ("n8n", "nodes"): ("node", "operation", "case", "fetches"),
    ("n8n", "triggers"): ("trigger",),
    ("addresses", "addresses"): ("address", "address_path", "case"),
    ("addresses", "payloads"): ("payload",),
    ("make", "modules"): ("app", "module"),
    ("ci_workflows", "actions"): ("action", "act", "sweep"),
    ("ci_workflows", "events"): ("hook",),
    ("gramaddict", "keys"): ("source", "doing"),
}
OF_CALLS = {"at", "whom", "by_field", "verb"}
"""What stands in cases of addresses alone."""


def head_of(room: str, name: str) -> str:
    """What is explained at the top of a table, and of those that it points to."""
    with open(join(PROJECT, "linter", "sociable", "readers", room, f"{name}.yml"), encoding="utf-8") as file:
        head = "".join(takewhile(lambda line: line.startswith("#"), file))
    others = set(re.findall(r"readers/(\w+)/(\w+)\.yml", head)) - {(room, name)}
    return head + "".join(head_of(*other) for other in sorted(others))


@pytest.mark.parametrize(("room", "name"), EXPLAINED)
def test_every_key_is_explained_at_the_top_of_its_table(room: str, name: str) -> None:
    keys = {key for part in EXPLAINED[room, name] for key in SCHEMA["$defs"][part]["properties"]}
    keys -= OF_CALLS if name == "nodes" else set()
    assert keys - set(re.findall(r"\w+", head_of(room, name))) == set()


def test_a_table_that_was_not_made_anew_is_named(tmp_path: Path) -> None:
    for room in TABLES:
        copytree(join(PROJECT, READERS, room), tmp_path / room)
    assert not_made_anew(tmp_path) == []
    (tmp_path / "make" / "tables.json").write_text("{}", encoding="utf-8")
    assert not_made_anew(tmp_path) == ["make"]
