"""What words mean in a rule that is being written, and which fit: no rule has to be right for that."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sociable.kinds.table import KINDS
from sociable.language.types import Type
from sociable.records.record import Record
from sociable.server.glossary import event_meaning, platform_meaning, verb_meaning
from sociable.vocabulary.events import EVENTS, Event
from sociable.vocabulary.platforms import PLATFORMS, Platform
from sociable.vocabulary.values import PROFILES
from sociable.vocabulary.verbs import VERBS, Verb

_KINDS = "|".join(sorted(KINDS.rows, key=len, reverse=True))
_BOUND = re.compile(rf"\b({_KINDS})[ \t\r\n]+([a-z][a-z0-9_]*)")
_PARAMETER = re.compile(rf"\b([a-z][a-z0-9_]*)[ \t]*:[ \t]*({_KINDS})\b")
_PAIR = re.compile(r"\bpair[ \t]+([a-z][a-z0-9_]*)[ \t]*,[ \t]*([a-z][a-z0-9_]*)")
_COMPARED = re.compile(
    r"(?<![a-z0-9_.])([a-z][a-z0-9_.]*+)[ \t\r\n]++"
    r"(?:is(?:[ \t]++not)?+[ \t\r\n]++|(?:not[ \t]++)?in[ \t\r\n]*+\[[^\[\]]*+)\Z"
)
_PATH = re.compile(r"(?<![\w.-])([a-z][a-z0-9_]*)\.((?:[a-z0-9_]+\.)*)\Z")
_SEVERITY = re.compile(r"^severity [a-z]+ (on|in) [\w, -]*\Z", re.MULTILINE)
_LONGEST = 2000
"""Characters in front of a word that may belong to its condition."""


class Meant(Record):
    """A word of a rule and what it means."""

    word: str
    meaning: str


def fitting(rule: str, offset: int) -> Iterator[Meant]:
    """What fits at a place of a block of rules, in front of which nothing of the word is typed."""
    before = rule[max(0, offset - _LONGEST) : offset]
    if path := _PATH.search(before):
        start = _type_of(rule, (path[1], *path[2].split(".")[:-1]))
        return _attributes(start)
    if compared := _COMPARED.search(before):
        return _words_of(_type_of(rule, tuple(compared[1].split("."))))
    if severity := _SEVERITY.search(before):
        return _meanings(PLATFORMS if severity[1] == "on" else PROFILES)
    return iter(())


def meaning_at(rule: str, start: int, end: int) -> str:
    """What a word of a block of rules means: a fact about a thing, or else an event, a verb or a platform."""
    before = rule[max(0, start - _LONGEST) : start]
    word = rule[start:end]
    if path := _PATH.search(before):
        known = _type_of(rule, (path[1], *path[2].split(".")[:-1]))
        return next((each.meaning for each in _attributes(known) if each.word == word), "")
    if compared := _COMPARED.search(before):
        known = _type_of(rule, tuple(compared[1].split(".")))
        return next((each.meaning for each in _words_of(known) if each.word == word), "")
    table: Mapping[str, Any] = next((each for each in (EVENTS, VERBS, PLATFORMS) if word in each), {})
    return next((each.meaning for each in _meanings(table) if each.word == word), "")


def _type_of(rule: str, names: tuple[str, ...]) -> Type | None:
    """What a path leads to, as far as its variable is declared anywhere in the block."""
    found = {name: kind for kind, name in _BOUND.findall(rule)}
    found |= dict(_PARAMETER.findall(rule))
    found |= dict.fromkeys((name for pair in _PAIR.findall(rule) for name in pair), "automation")
    if names[0] not in found:
        return None
    known: Type = Type(found[names[0]])
    for name in names[1:]:
        attribute = KINDS.attributes(known).get(name)
        if attribute is None:
            return None
        known = attribute.type
    return known


def _attributes(known: Type | None) -> Iterator[Meant]:
    for name, row in KINDS.attributes(known).items() if known is not None else ():
        yield Meant(name, f"{row.doc} It is {row.type}.")


def _words_of(known: Type | None) -> Iterator[Meant]:
    return _meanings(KINDS.words.get(known.of, {}) if known is not None and known.name in ("word", "set") else {})


def _meanings(table: Mapping[str, Any]) -> Iterator[Meant]:
    for word, row in table.items():
        match row:
            case Event():
                yield Meant(word, event_meaning(row))
            case Verb():
                yield Meant(word, verb_meaning(row))
            case Platform():
                yield Meant(word, platform_meaning(row))
            case _:
                yield Meant(word, f"{str(row)[:1].upper()}{str(row)[1:]}." if isinstance(row, str) else "")
