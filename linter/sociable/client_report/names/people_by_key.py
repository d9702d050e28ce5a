"""The people who have to do with accounts and what runs on them, as files name them in places of their own."""

import re
from collections.abc import Iterable, Iterator

from sociable.client_report.names.name_patterns import is_joined_to_others
from sociable.client_report.names.own_words import own_words
from sociable.records.record import Record
from sociable.setup.model import Setup
from sociable.vocabulary.organisation_words import ORGANISATIONS
from sociable.vocabulary.same_words import AND_OR
from sociable.vocabulary.values import UNSTATED

BETWEEN = re.compile(rf"(?<!\s)\s*+[,;&+]\s*+|\s/\s|(?<!\s)\s++(?:{'|'.join(sorted(AND_OR))})\s++")
"""What stands between the names of several people."""

OF_ACCOUNTS = ("operator", "inbox_read_by", "stopped_by", "paid_by")
OF_AUTOMATIONS = ("paid_by",)
OF_STEPS = ("to", "paid_by")
OF_PLACES = ("allowed_by",)
"""Under which keys of each somebody stands, who reads, can stop, answers, pays, is told or agreed."""

_NOBODY = frozenset(("", UNSTATED))

_TOLD = 3
"""Letters of a part of a name that is looked for by itself."""


def keepers(setup: Setup) -> Iterator[str]:
    """Who reads, can stop, answers or pays for something, agreed to it, or is told of it; each of several by itself."""
    for said in _said(setup):
        if said not in _NOBODY:
            yield from BETWEEN.split(said.strip())


def _said(setup: Setup) -> Iterator[str]:
    for account in setup.accounts:
        yield from _under(OF_ACCOUNTS, account)
        yield from _under(OF_PLACES, account.place)
    for automation in setup.automations:
        yield from _under(OF_AUTOMATIONS, automation)
        yield from _under(OF_PLACES, automation.trigger.place)
        for step in automation.steps:
            yield from _under(OF_STEPS, step)
            yield from _under(OF_PLACES, step.place)


def _under(keys: Iterable[str], thing: Record | None) -> Iterator[str]:
    return (getattr(thing, key) for key in keys) if thing is not None else iter(())


def names_of_keepers(setup: Setup) -> frozenset[str]:
    """What people among them are called: whole names, and the parts of these; what only says what they are is none.

    A full name may be made of words, as Grace Stop: it has its capitals, and says of no organisation what it is.
    """
    names: set[str] = set()
    for said in keepers(setup):
        words = re.findall(r"[^\W\d_]+", said)
        is_full = len(words) > 1 and all(word[0].isupper() for word in words) and any(map(_is_name, words))
        if is_full or not {word.casefold() for word in words} <= own_words():
            names.add(said)
        names.update(word for word in words if _is_name(word))
    return frozenset(names)


def _is_name(word: str) -> bool:
    if is_joined_to_others(word):
        return word not in own_words()
    return len(word) >= _TOLD and word[0].isupper() and word.casefold() not in ORGANISATIONS
