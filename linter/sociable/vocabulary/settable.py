"""What a ``fix`` may set: the keys of the automation file that hold one of a few words."""

from collections.abc import Mapping

from sociable.readers.automation_file.keys import AUTOMATION_KEYS, STEP_KEYS, Key
from sociable.vocabulary.values import ONCE_PER


def _settable(keys: Mapping[str, Key]) -> dict[str, tuple[str, ...]]:
    return {name: words for name, key in keys.items() if (words := _words(name, key))}


def _words(name: str, key: Key) -> tuple[str, ...]:
    """The words a key can hold by themselves."""
    schema = key.shape.schema
    if schema.get("type") == "boolean":
        return ("true", "false")
    if name == "once_per":
        return tuple(ONCE_PER)
    choices = [schema, *schema.get("anyOf", ())]
    return tuple(word for each in choices for word in each.get("enum", ()))


SETTABLE: dict[str, dict[str, tuple[str, ...]]] = {
    "automation": _settable(AUTOMATION_KEYS),
    "step": _settable(STEP_KEYS),
}
"""The keys of each kind with their words."""
