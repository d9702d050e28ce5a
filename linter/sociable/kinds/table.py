"""What rules can speak about: the kinds of things, a row each, and the words.

This is the type system of the rule language. Attributes are functions over derived facts, listed by hand, so that
no Python attribute leaks into the language.
"""

from collections.abc import Sequence

from sociable.kinds.account import ACCOUNT
from sociable.kinds.automation import AUTOMATION
from sociable.kinds.group import group, group_attributes
from sociable.kinds.guard import GUARD
from sociable.kinds.ids import CREDENTIAL, DECLARATION, REFERENCE
from sociable.kinds.loop import LOOP, MIRROR_LOOP
from sociable.kinds.made import MADE_VALUE
from sociable.kinds.open_fact import OPEN_FACT, OPEN_FACTS
from sociable.kinds.overlong import OVERLONG
from sociable.kinds.quota import QUOTA, SHARE
from sociable.kinds.repeat import REPEAT
from sociable.kinds.step import STEP
from sociable.kinds.target import TARGET
from sociable.kinds.text import TEXT
from sociable.kinds.words import WORD_ATTRIBUTES, WORDS
from sociable.language.types import Kind, Kinds
from sociable.records.static import Any


def kind_of(thing: Any) -> Kind:
    """The row of a thing that has one."""
    row = KINDS.of(thing)
    assert row is not None, thing
    return row


def members_of(thing: Any) -> Sequence[Any]:
    """What a group, a loop or a sum is made of: a finding about one is about all of it."""
    row = KINDS.of(thing)
    return row.members(thing) if row is not None else ()


def named(thing: Any) -> str:
    """A thing by itself, told apart from others of its kind on the same account."""
    return kind_of(thing).named(thing)


KINDS = Kinds(
    (
        *(ACCOUNT, AUTOMATION, STEP, TEXT, TARGET, GUARD, LOOP, QUOTA, SHARE, REPEAT, OPEN_FACT, OPEN_FACTS),
        *(DECLARATION, REFERENCE, CREDENTIAL, MIRROR_LOOP, OVERLONG, MADE_VALUE),
    ),
    WORDS,
    WORD_ATTRIBUTES,
    group(named),
    group_attributes,
)
