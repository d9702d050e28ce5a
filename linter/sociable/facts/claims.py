"""Whether conditions can hold together: sets and bounds for each value, everything else is possible.

Comparisons of one value with constants are decided exactly. A value may also be missing, which
only denials put up with. What cannot be decided counts as possible. Texts are compared without
regard to small and capital letters, like everywhere in the format.
"""

from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from math import inf
from typing import Any, NamedTuple

from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.facts.provenance import folded, words_awaited
from sociable.setup.handles import plain_handle
from sociable.setup.model import Expression, Guard

HANDLE = "event.user.handle"
IS_BOT = "event.user.is_bot"
IS_FOLLOWER = "event.user.is_follower"

_SENTIMENT = ".sentiment"
_NEGATIVE = frozenset(("negative",))


_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_DENIED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_LITERALS = frozenset(("text", "number", "flag", "duration"))
_ORDERED = frozenset(("number", "duration"))


class Claim(NamedTuple):
    """What a condition says of one value: that it is ``in`` or ``not in`` a set, or how it compares with a number.

    ``value`` is the path of the value, or the text of a condition that is only known to hold or not.
    ``stated``: a missing value does not fulfil it.
    """

    value: str
    sign: str
    kind: str
    constants: frozenset[Any]
    stated: bool


class Actors(NamedTuple):
    """Those whose doings can fulfil some conditions: if set, ``only`` these handles; never those ``shunned``."""

    only: frozenset[str] | None
    shunned: frozenset[str]
    no_bots: bool

    def may_be(self, account: AccountFacts) -> bool:
        """Whether this account of ours can be the person behind the event."""
        if self.no_bots and account.model.automated_label == "yes":
            return False
        handles = account.handles
        if not handles:
            return True
        return handles.isdisjoint(self.shunned) and (self.only is None or not handles.isdisjoint(self.only))


ANYBODY = Actors(None, frozenset(), no_bots=False)


class Words(NamedTuple):
    """What a text has to say, folded: one word of each of ``needed``, and none of ``shunned``."""

    needed: tuple[frozenset[str], ...]
    shunned: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        return self.shunned.union(*self.needed)

    def among(self, known: frozenset[str]) -> "Words":
        """The same for texts in which no other words than these are ever said."""
        return Words(tuple(each & known for each in self.needed), self.shunned & known)

    def admit(self, said: frozenset[str]) -> bool:
        """Whether a text passes in which, of all these words, those are said."""
        return self.shunned.isdisjoint(said) and not any(map(said.isdisjoint, self.needed))

    def fit(self, text: str) -> bool:
        """Whether a text passes, folded."""
        return self.admit(frozenset(word for word in self.all if word in text))


ANY_WORDS = Words((), frozenset())


def may_hold(guards: Iterable[Guard], produced: Container[str] = ()) -> bool:
    """Whether some event fulfils all these conditions; ``produced`` are the names of values made on the way."""
    return may_agree(claims(guards, produced))


def only_followers(guards: Iterable[Guard]) -> bool:
    """Whether nobody but people who follow us fulfils these conditions."""
    return any(
        claim.value == IS_FOLLOWER and claim.sign == "in" and claim.constants == {True} for claim in claims(guards)
    )


def actors(guards: Iterable[Guard]) -> Actors:
    """Whose doings can fulfil these conditions."""
    only: frozenset[str] | None = None
    shunned: frozenset[str] = frozenset()
    no_bots = False
    for claim in claims(guards):
        if claim.value == HANDLE and claim.kind == "text":
            if claim.sign == "in":
                only = claim.constants if only is None else only & claim.constants
            else:
                shunned |= claim.constants
        elif claim.value == IS_BOT and claim.kind == "flag":
            no_bots = no_bots or (True in claim.constants) == (claim.sign == "not in")
    found = Actors(only, shunned, no_bots)
    return found if found != ANYBODY else ANYBODY


def words(automation: AutomationFacts, guards: Iterable[Guard]) -> Words:
    """The words on which it depends whether a text starts an automation and fulfils these conditions."""
    needed = [_folded(group) for group in words_awaited(automation.model.trigger.narrowed)]
    shunned = _folded(automation.model.stop_on)
    for guard in guards:
        for expression, holds in _parts(guard.expression, True):
            said = _one_said(expression, holds)
            if said is not None:
                needed.append(said)
            elif expression.op == "contains":
                shunned |= _one_said(expression, True) or frozenset()
    return Words(tuple(needed), shunned) if needed or shunned else ANY_WORDS


@lru_cache(maxsize=4096)
def _folded(group: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(folded, group))


def _one_said(expression: Expression, holds: bool) -> frozenset[str] | None:
    """Words one of which a text has to say for an expression to come out so; ``None`` if it need not."""
    match expression.op:
        case "not":
            return _one_said(expression.args[0], not holds)
        case "and" | "or":
            found = [_one_said(part, holds) for part in expression.args]
            if (expression.op == "or") != holds:
                return next((each for each in found if each is not None), None)
            return None if None in found else frozenset().union(*filter(None, found))
        case "contains" | "is" | "in" if holds:
            left, right = expression.args
        case "compare" if holds and expression.args[0] == "=":
            _, left, right = expression.args
        case _:
            return None
    said = right.args if expression.op == "in" and right.op == "list" else (right,)
    if left.args not in _TEXTS or any(each.op != "text" for each in said):
        return None
    return _folded(tuple(each.args[0] for each in said))


_TEXTS = frozenset(("event", thing, *field) for thing in ("post", "message") for field in ((), ("text",)))
"""The names of what somebody said."""


def ask_for_complaints(guards: Iterable[Guard]) -> bool:
    """Whether these conditions only let through words whose sentiment is negative."""
    return any(
        claim.value.endswith(_SENTIMENT) and claim.sign == "in" and claim.constants == _NEGATIVE
        for claim in claims(guards)
    )


def claims(guards: Iterable[Guard], produced: Container[str] = ()) -> list[Claim]:
    """Everything that has to be so for all the conditions to hold."""
    return [claim for guard in guards for claim in _claims(guard.expression, True, produced)]


def claims_against(guard: Guard, produced: Container[str] = ()) -> list[Claim]:
    """Everything that has to be so for the condition not to hold."""
    return list(_claims(guard.expression, False, produced))


def _claims(expression: Expression, holds: bool, produced: Container[str]) -> Iterator[Claim]:
    """What follows from an expression that holds, or from one that does not."""
    for each, each_holds in _parts(expression, holds):
        yield _claim(each, each_holds, produced) or _whole(each, each_holds)


def _parts(expression: Expression, holds: bool) -> Iterator[tuple[Expression, bool]]:
    """The expressions that all have to hold, or not to, for one to hold or not to."""
    todo = [(expression, holds)]
    while todo:
        each, holds = todo.pop()
        if each.op == "not":
            todo.append((each.args[0], not holds))
        elif each.op == ("and" if holds else "or"):
            todo.extend((part, holds) for part in each.args)
        else:
            yield each, holds


def _whole(expression: Expression, holds: bool) -> Claim:
    """A condition by itself: it holds or it does not. A call may say one thing now and another one later."""
    if expression.op == "flag":
        held = frozenset((holds,)) & frozenset(expression.args)
        return Claim(f"`{expression.text}`", "in", "flag", held, stated=True)
    if "(" in expression.text:
        return Claim("", "in", "unknown", frozenset(), stated=False)
    return Claim(f"`{expression.text}`", "in", "flag", frozenset((holds,)), stated=True)


def _claim(expression: Expression, holds: bool, produced: Container[str]) -> Claim | None:
    """What a comparison of a value with constants says of the value."""
    if expression.op == "path":
        return _set_claim(expression, [Expression("flag", (True,), "true")], holds)
    if expression.op == "in":
        left, right = expression.args
        constants = [_literal(item, produced) for item in right.args] if right.op == "list" else []
        return _set_claim(left, constants, holds)
    if expression.op == "is":
        left, right = expression.args
        sign = "="
    elif expression.op == "compare":
        sign, left, right = expression.args
    else:
        return None
    if _is_value(right) and not _is_value(left):
        left, right, sign = right, left, _FLIPPED.get(sign, sign)
    constant = _literal(right, produced)
    if sign in ("=", "!="):
        return _set_claim(left, [constant], holds == (sign == "="))
    if not _is_value(left) or constant is None or constant.op not in _ORDERED:
        return None
    return Claim(left.text, sign if holds else _DENIED[sign], constant.op, frozenset(constant.args), stated=holds)


def _set_claim(value: Expression, constants: list[Expression | None], holds: bool) -> Claim | None:
    kinds = {constant.op if constant else "" for constant in constants}
    if not _is_value(value) or len(kinds) != 1 or "" in kinds:
        return None
    plain = plain_handle if value.text == HANDLE else str.casefold
    known = (constant.args[0] for constant in constants if constant)
    members = frozenset(plain(each) if isinstance(each, str) else each for each in known)
    return Claim(value.text, "in" if holds else "not in", kinds.pop(), members, stated=holds)


def _is_value(expression: Expression) -> bool:
    return expression.op == "path" and expression.args[0] in ("event", "account") and len(expression.args) > 1


def _literal(expression: Expression, produced: Container[str]) -> Expression | None:
    """A constant; a single bare word, as in ``is negative``, is a text."""
    if expression.op in _LITERALS:
        return expression
    if expression.op == "path" and len(expression.args) == 1 and expression.args[0] not in produced:
        return Expression("text", expression.args, expression.text)
    return None


def may_agree(said: Iterable[Claim]) -> bool:
    """Whether all the claims can be true at once."""
    values: dict[str, list[Claim]] = {}
    for claim in said:
        values.setdefault(claim.value, []).append(claim)
    return all((len(of) == 1 and of[0].constants) or _may_be_true_of_one(of) for of in values.values())


def _may_be_true_of_one(said: list[Claim]) -> bool:
    """Whether some value, or its absence, fulfils all claims; what compares unlike kinds is not decided."""
    kinds = {claim.kind for claim in said}
    if len(kinds) > 1 or "unknown" in kinds or not any(claim.stated for claim in said):
        return True
    above = max(
        ((max(each.constants), each.sign == ">") for each in said if each.sign[0] == ">"), default=(-inf, False)
    )
    below = min(((min(each.constants), each.sign != "<") for each in said if each.sign[0] == "<"), default=(inf, False))
    outside = frozenset[Any]().union(*(each.constants for each in said if each.sign == "not in"))
    inside = [each.constants for each in said if each.sign == "in"]
    if inside:
        left = frozenset.intersection(*inside) - outside
        return bool(left) and (kinds.isdisjoint(_ORDERED) or any(_is_between(each, above, below) for each in left))
    if "flag" in kinds:
        return outside != {True, False}
    return above[0] < below[0] or (_is_between(above[0], above, below) and above[0] not in outside)


def _is_between(number: float, above: tuple[float, bool], below: tuple[float, bool]) -> bool:
    """Whether a number keeps both bounds; ``above`` says if it is itself left out, ``below`` if it is let in."""
    return (number > above[0] or (number == above[0] and not above[1])) and (
        number < below[0] or (number == below[0] and below[1])
    )
