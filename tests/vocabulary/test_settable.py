"""What a fix may set is what the automation file takes."""

from collections.abc import Mapping

import pytest
from sociable.readers.automation_file.keys import AUTOMATION_KEYS, STEP_KEYS, Key
from sociable.vocabulary.settable import SETTABLE
from sociable.vocabulary.values import ONCE_PER


def words(name: str, key: Key) -> set[str]:
    """The words a key can hold by themselves."""
    schema = key.shape.schema
    if schema.get("type") == "boolean":
        return {"true", "false"}
    if name == "once_per":  # its words may have a duration after them
        return set(ONCE_PER)
    return {word for each in (schema, *schema.get("anyOf", ())) for word in each.get("enum", ())}


@pytest.mark.parametrize(("kind", "keys"), [("automation", AUTOMATION_KEYS), ("step", STEP_KEYS)])
def test_every_key_with_words_of_its_own_and_no_other(kind: str, keys: Mapping[str, Key]) -> None:
    taken = {name: words(name, key) for name, key in keys.items()}
    assert {name: set(of) for name, of in SETTABLE[kind].items()} == {name: of for name, of in taken.items() if of}
