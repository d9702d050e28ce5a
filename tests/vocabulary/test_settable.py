"""What a fix may set is what a file may say."""

import pytest
from sociable.readers.automation_file.keys import AUTOMATION_KEYS, STEP_KEYS
from sociable.readers.automation_file.shapes import Key
from sociable.vocabulary.settable import SETTABLE
from sociable.vocabulary.text_words import DISCLOSURES
from sociable.vocabulary.values import ONCE_PER

STATES_A_FACT = {"entry", "out_by"}
"""What people have to do, and how they get out, is no choice that a fix can make."""


def words(name: str, key: Key) -> tuple[str, ...]:
    """The words that a key can hold by themselves."""
    schema = key.shape.schema
    if name in STATES_A_FACT:
        return ()
    if name == "disclose":  # that a text says nothing about itself mends nothing
        return tuple(DISCLOSURES)
    if schema.get("type") == "boolean":
        return ("true", "false")
    if name == "once_per":  # also with a time
        return tuple(ONCE_PER)
    return tuple(word for each in (schema, *schema.get("anyOf", ())) for word in each.get("enum", ()))


@pytest.mark.parametrize(("kind", "keys"), [("automation", AUTOMATION_KEYS), ("step", STEP_KEYS)])
def test_every_key_of_few_words_can_be_set_and_no_other(kind: str, keys: dict[str, Key]) -> None:
    assert SETTABLE[kind] == {name: found for name, key in keys.items() if (found := words(name, key))}
