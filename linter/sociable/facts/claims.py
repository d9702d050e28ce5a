"""What conditions say: a claim for each comparison of a value with constants, everything else as a whole.

Texts are compared without regard to small and capital letters, like everywhere in the format.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from sociable.facts.agreement import ORDERED, Claim, may_agree
from sociable.records.kept import kept_for_each
from sociable.records.record import Record
from sociable.setup.handles import plain_handle
from sociable.setup.model import Automation, Expression, Guard, Step
from sociable.vocabulary.carried import ROOTS, USER
from sociable.vocabulary.roles import ROLES

HANDLE = "event.user.handle"
IS_BOT = "event.user.is_bot"
HAS_WRITTEN = "event.user.has_written"
LAST_WROTE = "event.user.last_wrote"
HAS_REPLIED = "event.user.has_replied"

_SENTIMENT = ".sentiment"
_NEGATIVE = frozenset(("negative",))


FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
"""The sign of a comparison whose sides change places."""

_DENIED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_LITERALS = frozenset(("text", "number", "flag", "duration"))


class Actors(Record):
    """Those whose doings can fulfil some conditions: if set, ``only`` these handles; never those ``shunned``."""

    only: frozenset[str] | None
    shunned: frozenset[str]
    no_bots: bool

    def may_be(self, handles: frozenset[str], is_labelled: bool) -> bool:
        """Whether an account with these forms of its handle, perhaps marked as automated, can be behind the event."""
        if self.no_bots and is_labelled:
            return False
        if not handles:
            return True
        return handles.isdisjoint(self.shunned) and (self.only is None or not handles.isdisjoint(self.only))


ANYBODY = Actors(None, frozenset(), no_bots=False)


def may_hold(guards: Iterable[Guard], produced: Collection[str] = ()) -> bool:
    """Whether some event fulfils all these conditions; ``produced`` are the names of values made on the way."""
    return may_agree(claims(guards, produced))


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
        elif denies(claim, IS_BOT):
            no_bots = True
    found = Actors(only, shunned, no_bots)
    return found if found != ANYBODY else ANYBODY


def ask_for_complaints(guards: Iterable[Guard]) -> bool:
    """Whether these conditions only let through words whose sentiment is negative."""
    return any(
        claim.value.endswith(_SENTIMENT) and claim.sign == "in" and claim.constants == _NEGATIVE
        for claim in claims(guards)
    )


def ask_for_silence(guards: Iterable[Guard]) -> bool:
    """Whether these conditions only let through people who have not answered what was written to them."""
    return any(denies(claim, HAS_REPLIED) for claim in claims(guards))


def denies(claim: Claim, flag: str) -> bool:
    """Whether a claim says of this flag that it is not so."""
    return claim.value == flag and claim.kind == "flag" and (True in claim.constants) == (claim.sign == "not in")


def of_both(automation: Automation, step: Step) -> tuple[Guard, ...]:
    """The conditions of an automation and of a step of it: where one has none, the very ones of the other."""
    if automation.guards and step.guards:
        return (*automation.guards, *step.guards)
    return automation.guards or step.guards


def claims(guards: Iterable[Guard], produced: Collection[str] = ()) -> list[Claim]:
    """Everything that has to be so for all the conditions to hold."""
    if type(guards) is tuple and len(guards) > 1 and not produced:
        return list(_of_all(guards))
    return [claim for guard in guards for claim in _claims(guard.expression, True, produced)]


@kept_for_each
def _of_all(guards: tuple[Guard, ...]) -> list[Claim]:
    return [claim for guard in guards for claim in _if_so(guard.expression)]


def claims_against(condition: Expression, produced: Collection[str] = ()) -> list[Claim]:
    """Everything that has to be so for the condition not to hold."""
    return list(_claims(condition, False, produced))


def _claims(expression: Expression, holds: bool, produced: Collection[str]) -> Iterable[Claim]:
    """What follows from an expression that holds, or from one that does not."""
    if produced:
        return _made_claims(expression, holds, produced)
    return _if_so(expression) if holds else _known_claims(expression, False)


@kept_for_each
def _if_so(expression: Expression) -> tuple[Claim, ...]:
    return _known_claims(expression, True)


@lru_cache(maxsize=1024)
def _known_claims(expression: Expression, holds: bool) -> tuple[Claim, ...]:
    """The same where no value was made on the way: many automations have the same conditions."""
    return tuple(_made_claims(expression, holds, ()))


def _made_claims(expression: Expression, holds: bool, produced: Collection[str]) -> Iterator[Claim]:
    for each, each_holds in parts(expression, holds):
        yield claim(each, each_holds, produced) or _whole(each, each_holds)


def parts(expression: Expression, holds: bool) -> Iterator[tuple[Expression, bool]]:
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


def claim(expression: Expression, holds: bool, produced: Collection[str] = ()) -> Claim | None:
    """What a comparison of a value with constants says of the value, if it holds or if it does not."""
    if expression.op == "path":
        return _set_claim(expression, [Expression("flag", (True,), "true")], holds)
    role = role_asked_for(expression, produced)
    if role is not None:
        value, so = role
        return Claim(value, "in" if holds else "not in", "flag", frozenset((so,)), stated=holds)
    if expression.op == "in":
        left, right = expression.args
        constants = [constant(item, produced) for item in right.args] if right.op == "list" else []
        return _set_claim(left, constants, holds)
    compared = comparison(expression)
    return _compared(*compared, holds, produced) if compared is not None else None


def _compared(sign: str, left: Expression, right: Expression, holds: bool, produced: Collection[str]) -> Claim | None:
    if _is_value(right) and not _is_value(left):
        left, right, sign = right, left, FLIPPED.get(sign, sign)
    fixed = constant(right, produced)
    if sign in ("=", "!="):
        return _set_claim(left, [fixed], holds == (sign == "="))
    if not _is_value(left) or fixed is None or fixed.op not in ORDERED:
        return None
    return Claim(left.text, sign if holds else _DENIED[sign], fixed.op, frozenset(fixed.args), stated=holds)


def role_asked_for(expression: Expression, produced: Collection[str] = ()) -> tuple[str, bool] | None:
    """The value, and what it has to be, where a condition asks for a role: `event.user in followers`."""
    if expression.op != "in":
        return None
    left, right = expression.args
    row = ROLES.get(right.text.casefold()) if right.op == "path" and right.text not in produced else None
    return row.claims if row is not None and is_the_person(left) else None


def is_the_person(expression: Expression) -> bool:
    """Whether it is whoever is behind the event, or what they are called."""
    return expression.op == "path" and expression.args[:2] == ("event", USER) and expression.args[2:] in _CALLED


_CALLED = ((), ("handle",), ("id",), ("name",), ("url",))


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


def comparison(expression: Expression) -> tuple[str, Expression, Expression] | None:
    """The sign of a comparison (``=``, ``!=``, ``<``, ``<=``, ``>`` or ``>=``) and its operands; ``is`` says ``=``."""
    if expression.op == "is":
        left, right = expression.args
        return "=", left, right
    return expression.args if expression.op == "compare" else None


def constant(operand: Expression, produced: Collection[str]) -> Expression | None:
    """An operand that is always the same: a literal, or a single word that names nothing, as in ``is negative``."""
    if operand.op in _LITERALS:
        return operand
    is_word = operand.op == "path" and len(operand.args) == 1
    if is_word and operand.args[0] not in produced and operand.args[0] not in ROOTS:
        return Expression("text", operand.args, operand.text)
    return None
