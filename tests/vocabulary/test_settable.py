"""What a fix may set is what a file may say."""

from collections.abc import Iterator
from typing import Any

import pytest
from sociable.readers.automation_file.keys import AUTOMATION_KEYS, STEP_KEYS
from sociable.readers.automation_file.shapes import Key
from sociable.vocabulary.settable import LISTS, SETTABLE, STATES_A_FACT
from sociable.vocabulary.values import ONCE_PER


def words(name: str, key: Key) -> tuple[str, ...]:
    """The words that a key can hold by themselves."""
    schema = key.shape.schema
    if schema.get("type") == "boolean":
        return ("true", "false")
    if name == "once_per":  # also with a time
        return tuple(ONCE_PER)
    return tuple(dict.fromkeys(_enumerated(schema)))


def _enumerated(schema: Any) -> Iterator[str]:
    """The words of a schema, also where it takes one of several things."""
    yield from schema.get("enum", ())
    for each in schema.get("anyOf", ()):
        yield from _enumerated(each)


@pytest.mark.parametrize(("kind", "keys"), [("automation", AUTOMATION_KEYS), ("step", STEP_KEYS)])
def test_what_a_fix_sets_a_file_may_say(kind: str, keys: dict[str, Key]) -> None:
    for name, known in SETTABLE[kind].items():
        assert not known or known == words(name, keys[name])


@pytest.mark.parametrize(("kind", "keys"), [("automation", AUTOMATION_KEYS), ("step", STEP_KEYS)])
def test_every_key_of_few_words_can_be_set_or_states_a_fact(kind: str, keys: dict[str, Key]) -> None:
    assert {name for name, key in keys.items() if words(name, key)} <= SETTABLE[kind].keys() | STATES_A_FACT


def test_no_key_that_states_a_fact_can_be_set() -> None:
    assert STATES_A_FACT.isdisjoint({name for keys in SETTABLE.values() for name in keys})
    assert {*AUTOMATION_KEYS, *STEP_KEYS} >= STATES_A_FACT
    assert {*AUTOMATION_KEYS} >= LISTS
