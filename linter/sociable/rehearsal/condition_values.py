"""Whether a condition holds, as far as the small world knows: yes, no, or left open (``None``)."""

from collections.abc import Callable

from sociable.facts.claims import comparison, constant, role_asked_for
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.rehearsal.condition_in_words import in_words
from sociable.rehearsal.filled_texts import PlayContext, reading, unknown
from sociable.rehearsal.small_world import Item, Person, SmallWorld, Wording, is_marked
from sociable.setup.handles import plain_handle
from sociable.setup.model import Expression
from sociable.text.word_patterns import in_one_case
from sociable.vocabulary.carried import USER
from sociable.vocabulary.verbs import FOLLOW

Taken = dict[tuple[int, str], bool]
"""What was taken to hold, or not to, at an occurrence: whoever asks the same of it gets the same answer."""

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}


class _Open:
    """The value of what nobody knows."""


OPEN = _Open()


class Asking(Record):
    """A condition is asked in this world, about this, given what was taken to hold."""

    world: SmallWorld
    context: PlayContext
    taken: Taken


def holds(expression: Expression, asking: Asking) -> bool | None:
    """Whether it holds; ``None`` when that only shows when it runs. Patterns are never tried."""
    known = asking.taken.get((asking.context.occurrence.number, expression.text))
    if known is not None:
        return known
    match expression.op:
        case "not":
            inner = holds(expression.args[0], asking)
            return None if inner is None else not inner
        case "and" | "or":
            return _several(expression, asking)
    return _one_holds(expression, asking)


def _one_holds(expression: Expression, asking: Asking) -> bool | None:
    """Whether a condition that is not made of others holds."""
    compared = comparison(expression)
    if compared is not None:
        sign, left, right = compared
        return _compared(sign, value(left, asking), value(right, asking))
    match expression.op:
        case "in":
            role = role_asked_for(expression, asking.context.values)
            if role is not None:
                path, so = role
                found = _of_person(tuple(path.split(".")[2:]), asking)
                return None if found is OPEN else found == so
            return _member(value(expression.args[0], asking), value(expression.args[1], asking))
        case "contains":
            return _contains(expression, asking)
        case "path" | "flag":
            found = value(expression, asking)
            return found if isinstance(found, bool) else None
    return None


def take(expression: Expression, wanted: bool, asking: Asking) -> list[str]:
    """Settle what is left open so that the condition comes out as wanted; clauses of what was settled how."""
    if holds(expression, asking) is not None:
        return []
    if expression.op == "not":
        return take(expression.args[0], not wanted, asking)
    if (expression.op, wanted) in (("and", True), ("or", False)):
        return [clause for operand in expression.args for clause in take(operand, wanted, asking)]
    if expression.op in ("and", "or"):
        open_one = next(each for each in expression.args if holds(each, asking) is None)
        return take(open_one, wanted, asking)
    asking.taken[asking.context.occurrence.number, expression.text] = wanted
    return [in_words(expression, wanted, asking.context.occurrence.event)]


def says_any(words: tuple[str, ...], wording: Wording) -> bool | None:
    """Whether a text holds one of these words, small and large letters alike."""
    certain = in_one_case(wording.certain)
    if any(in_one_case(word) in certain for word in words):
        return True
    return None if wording.may_say_more else False


def value(expression: Expression, asking: Asking) -> object:
    """A text, a number, a truth value, a list of them, or ``OPEN``."""
    fixed = constant(expression, asking.context.values)
    if fixed is not None:
        return fixed.args[0]
    match expression.op:
        case "list":
            return [value(item, asking) for item in expression.args]
        case "path" if expression.args[:2] == ("event", USER):
            found = _of_person(expression.args[2:], asking)
            if found is not OPEN:
                return found
    if expression.op != "path":
        return OPEN
    wording = reading(expression, asking.context)
    return wording.text if wording.whole else OPEN


def _several(expression: Expression, asking: Asking) -> bool | None:
    answers = [holds(operand, asking) for operand in expression.args]
    decisive = expression.op == "or"
    if decisive in answers:
        return decisive
    return None if None in answers else not decisive


def _of_person(names: tuple[str, ...], asking: Asking) -> object:
    by, actor = asking.context.occurrence.by, asking.context.actor
    if by is None or not names:
        return OPEN
    known: dict[str, Callable[[Person], bool | None]] = {
        "is_bot": is_marked,
        "is_follower": lambda person: asking.world.tied(FOLLOW, person, actor),
        "is_followed": lambda person: asking.world.tied(FOLLOW, actor, person),
    }
    found = known[names[0]](by) if names[0] in known else None
    return OPEN if found is None else found


def _compared(sign: str, left: object, right: object) -> bool | None:
    if OPEN in (left, right):
        return None
    if isinstance(left, str) and isinstance(right, str):
        as_compared = plain_handle if "@" in (left[:1], right[:1]) else str.casefold
        left, right = as_compared(left), as_compared(right)
    try:
        return _COMPARISONS[sign](left, right)
    except TypeError:  # of different kinds, such as a text and a number
        return None


def _member(left: object, right: object) -> bool | None:
    if left is OPEN or not isinstance(right, list):
        return None
    answers = [_compared("=", left, each) for each in right]
    return True if True in answers else None if None in answers else False


def _contains(expression: Expression, asking: Asking) -> bool | None:
    left, right = expression.args
    word = value(right, asking)
    if not isinstance(word, str) or left.op not in ("path", "text"):
        return None
    return says_any((word,), reading(left, asking.context))


def item_wording(item: Item | None) -> Wording:
    """What a post or message says; nothing is known of one that is not there."""
    return item.wording if item is not None else unknown("what it says")
