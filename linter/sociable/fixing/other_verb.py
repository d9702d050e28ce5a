"""A step with another verb: what the other verb has no place for goes, all else stays."""

from sociable.documents.nodes import Mapping, Node, Scalar
from sociable.fixing.layout import Layout
from sociable.readers.automation_file.keys import FORMS
from sociable.text.source import Edit


def with_other_verb(layout: Layout, path: tuple[Node, ...], verb: str) -> tuple[Edit, ...] | None:
    """The edits that give the step at the end of a path another verb that may stand alone."""
    key, holder = path[-1], path[-2]
    if type(key) is not Scalar:
        return None
    if type(holder) is not Mapping:
        return (layout.in_place_of(key, verb),)
    old, new = FORMS[key.value], FORMS[verb]
    value = holder[key.value][1]
    word = layout.word(verb, like=key)
    if type(value) is Mapping:
        unfit = value.keys() - new.keys.keys()
        edits = layout.without_entries(value, unfit)
        if edits is not None:
            return (layout.in_place_of(key, word), *edits)
    elif type(value) is Scalar and (old.short == new.short or not value.value):
        return (layout.in_place_of(key, word),)
    edit = layout.without_value(holder, key.value, word)
    return (edit,) if edit else None
