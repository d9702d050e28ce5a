"""Which texts can set off an automation, as far as words decide: those it waits for, and those that end it."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache

from sociable.facts.claims import comparison, constant, parts
from sociable.facts.provenance import WORDS_OF_POSTS, Said
from sociable.records.kept import kept_for_each
from sociable.records.record import Record
from sociable.setup.model import Automation, Expression, Guard
from sociable.text.word_patterns import in_one_case
from sociable.vocabulary.events import TRIGGER_KEYS


class Words(Record):
    """What a text has to say, in small letters: one word of each of ``needed``, and none of ``shunned``."""

    needed: tuple[frozenset[str], ...]
    shunned: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        return self.shunned.union(*self.needed)

    def among(self, known: frozenset[str]) -> "Words":
        """The same for texts in which no other words than these are ever said."""
        return Words(tuple(each & known for each in self.needed), self.shunned & known)

    def admit(self, said: frozenset[str], is_open: bool) -> bool:
        """Whether a text may pass that certainly says those of all these words, and others too if it ``is_open``."""
        return self.shunned.isdisjoint(said) and (is_open or not any(map(said.isdisjoint, self.needed)))

    def fit(self, text: Said) -> bool:
        """Whether a text may pass."""
        return self.admit(frozenset(word for word in self.all if word in text.certain), text.may_say_more)


ANY_WORDS = Words((), frozenset())


def words(automation: Automation, guards: Iterable[Guard], produced: Collection[str] = ()) -> Words:
    """The words on which it depends whether a text starts an automation and fulfils these conditions.

    ``produced`` are the names of values made on the way.
    """
    needed = [_folded(group) for group in words_awaited(automation.trigger.narrowed)]
    all_shunned = [_folded(automation.stop_on)]
    for guard in guards:
        said = _asked_for(guard.expression, produced) if produced else _known_words(guard.expression)
        needed += said.needed
        all_shunned.append(said.shunned)
    shunned = frozenset[str]().union(*all_shunned)
    return Words(tuple(needed), shunned) if needed or shunned else ANY_WORDS


@kept_for_each
def _known_words(condition: Expression) -> Words:
    """What a condition asks of a text where no value was made on the way."""
    return _asked_for(condition, ())


def _asked_for(condition: Expression, produced: Collection[str]) -> Words:
    needed: list[frozenset[str]] = []
    shunned: frozenset[str] = frozenset()
    for expression, holds in parts(condition, True):
        said = _one_said(expression, holds, produced)
        if said is not None:
            needed.append(said)
        elif expression.op == "contains":
            shunned |= _one_said(expression, True, produced) or frozenset()
    return Words(tuple(needed), shunned) if needed or shunned else ANY_WORDS


def waits_for_words(automation: Automation) -> bool:
    """Whether only texts with certain words, or of a certain pattern, start an automation."""
    if words_awaited(automation.trigger.narrowed):
        return True
    return bool(words(automation, automation.guards).needed) or any(
        expression.op == "matches" and holds and expression.args[0].args in WORDS_OF_POSTS
        for guard in automation.guards
        for expression, holds in parts(guard.expression, True)
    )


def asks_for_words_alone(guards: Iterable[Guard], produced: Collection[str] = ()) -> bool:
    """Whether these conditions ask for nothing but that a text has certain words, or has not."""
    return all(
        _one_said(expression, holds, produced) is not None
        or (expression.op == "contains" and not holds and _one_said(expression, True, produced) is not None)
        for guard in guards
        for expression, holds in parts(guard.expression, True)
    )


@lru_cache(maxsize=4096)
def _folded(group: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(in_one_case, group))


def _one_said(expression: Expression, holds: bool, produced: Collection[str]) -> frozenset[str] | None:
    """Words one of which a text has to say for an expression to come out so; ``None`` if it need not."""
    match expression.op:
        case "not":
            return _one_said(expression.args[0], not holds, produced)
        case "and" | "or":
            found = [_one_said(part, holds, produced) for part in expression.args]
            if (expression.op == "or") != holds:
                return next((each for each in found if each is not None), None)
            return None if None in found else frozenset().union(*filter(None, found))
        case "contains" | "in" if holds:
            left, right = expression.args
        case _ if (compared := comparison(expression)) and holds and compared[0] == "=":
            _, left, right = compared
        case _:
            return None
    if left.args not in WORDS_OF_POSTS:
        return None
    said = [
        constant(each, produced) for each in (right.args if (expression.op, right.op) == ("in", "list") else (right,))
    ]
    texts = tuple(each.args[0] for each in said if each is not None and each.op == "text")
    return _folded(texts) if len(texts) == len(said) else None


def words_awaited(narrowed: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The words for which a trigger waits: of each of these groups, a text has to hold one.

    What is searched for by several keys is one group: each of them finds posts.
    """
    if _WORD_KEYS.isdisjoint(narrowed):
        return []
    found: list[tuple[str, ...]] = []
    waits: list[tuple[str, ...]] = []
    for key in WORD_KEYS:
        if key in narrowed:
            read = tuple(_READ_AS[TRIGGER_KEYS[key].says](narrowed[key]))
            (waits if key == "contains" else found).append(read)
    searched = tuple(word for read in found for word in read) if all(found) else ()
    return [words for words in (*waits, searched) if words]


def _as_tags(words: tuple[str, ...]) -> Iterable[str]:
    return (f"#{word.removeprefix('#')}" for word in words)


def _searched_for(search: tuple[str, ...]) -> Iterable[str]:
    """The words of a search, one of which is in whatever it finds; none where its syntax may let in anything."""
    parts = [part for text in search for part in re.findall(_PART_OF_SEARCH, text) if part[0] != "-"]
    if any(re.fullmatch(_OPERATOR, part) for part in parts):
        return ()
    return (part.strip('"') for part in parts if part not in _BETWEEN)


# Compiled on first use: few files need either.
_PART_OF_SEARCH = r'-?"[^"]+"|[^\s"]+'
_OPERATOR = r'NOT|[^"]*[():*?~^|][^"]*'
_BETWEEN = frozenset(("AND", "OR"))

_READ_AS: dict[str, Callable[[tuple[str, ...]], Iterable[str]]] = {
    "words": tuple,
    "tags": _as_tags,
    "search": _searched_for,
}

WORD_KEYS = tuple(key.name for key in TRIGGER_KEYS.values() if key.says in _READ_AS)
"""The keys of ``when:`` that ask for words."""

_WORD_KEYS = frozenset(WORD_KEYS)
