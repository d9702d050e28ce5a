"""What sort of value an expression is, and whether what is done with it makes sense.

Sorts are those of fields (``vocabulary.carried``), ``rate`` for a limit, ``list``, and ``any`` where nobody knows.
"""

import re
from collections.abc import Container

from sociable.records.record import Record
from sociable.setup.model import Expression
from sociable.setup.times import MOMENT_PATTERN
from sociable.text.safe_pattern import BadPattern, safe_pattern
from sociable.text.suggest import did_you_mean
from sociable.text.wording import either, short
from sociable.vocabulary.carried import CARRIED, MOODS, ROOTS
from sociable.vocabulary.languages import LANGUAGE_PATTERN, LANGUAGES

SHOWN = {
    "text": "a text",
    "mood": "a mood",
    "language": "a language",
    "number": "a number",
    "stars": "a number of stars, from 1 to 5",
    "flag": "yes or no",
    "age": "a length of time",
    "when": "a moment",
    "rate": "a limit",
    "list": "a list",
    "word": "a word",
}
_LITERALS = {"text": "text", "number": "number", "flag": "flag", "duration": "age", "rate": "rate", "list": "list"}
_WORDLIKE = frozenset(("text", "mood", "language", "word"))
_NUMBERS = frozenset(("number", "stars"))
_TIMES = frozenset(("age", "when"))
_RANGES = {"number": (0.0, float("inf")), "stars": (1.0, 5.0), "age": (0.0, float("inf"))}
_RELATIONS = ("compare", "is", "in", "contains", "matches")


class Fault(Record):
    """What is wrong with a part of an expression, and what to write instead."""

    part: Expression
    message: str
    advice: str


def fault_of_condition(expression: Expression, produced: Container[str]) -> Fault | None:
    """What keeps an expression from being a condition; nothing if it is one."""
    if expression.op == "rate":
        advice = f"Write `limit: {expression.text}` instead of `if:`."
        return Fault(expression, f"`{expression.text}` is a limit and no condition", advice)
    found = fault(expression, produced)
    if found is not None:
        return found
    if not _asks(expression):
        said = short(expression.text)
        advice = 'Ask for something of the event, such as `event.post.text contains "help"` or `not event.user.is_bot`.'
        return Fault(expression, f"`if: {said}` asks nothing: a condition looks at what has happened", advice)
    for part in _held(expression):
        sort = sort_of(part, produced)
        if sort in _NUMBERS | _TIMES | {"rate", "list", "mood", "language"}:
            advice = f"Compare it, such as `{part.text} {'>' if sort in _NUMBERS | _TIMES else 'is'} …`."
            return Fault(part, f"`{short(part.text)}` is {SHOWN[sort]} and no condition", advice)
    return None


def fault(expression: Expression, produced: Container[str]) -> Fault | None:
    """What makes no sense in an expression: the first part that compares unlike things."""
    if expression.op in _RELATIONS:
        return _fault_of_relation(expression, produced)
    for operand in expression.args:
        found = fault(operand, produced) if isinstance(operand, Expression) else None
        if found is not None:
            return found
    return None


def sort_of(expression: Expression, produced: Container[str]) -> str:
    """The sort of a value; ``word`` of a single word that names nothing."""
    if expression.op != "path":
        return _LITERALS.get(expression.op, "flag" if expression.op in (*_RELATIONS, "and", "or", "not") else "any")
    root, *names = expression.args
    if root in ("today", "now") and not names:
        return "when"
    if root == "event" and len(names) == 2 and names[0] in CARRIED:
        return next((field.type for field in CARRIED[names[0]].fields if field.name == names[1]), "any")
    if root == "event" and len(names) == 1 and names[0] in CARRIED and CARRIED[names[0]].is_post:
        return "text"
    return "word" if not names and root not in ROOTS and root not in produced else "any"


def _asks(expression: Expression) -> bool:
    """Whether anything in it is not the same each time."""
    if expression.op in ("path", "call", "flag"):  # what always holds, or never, is told of by rules
        return True
    operands = expression.args[:-1] if expression.op in ("contains", "matches", "is") else expression.args
    return any(_asks(operand) for operand in operands if isinstance(operand, Expression))


def _held(expression: Expression) -> list[Expression]:
    """The parts that have to hold, or not to."""
    if expression.op not in ("and", "or", "not"):
        return [expression]
    return [part for operand in expression.args for part in _held(operand)]


def _fault_of_relation(expression: Expression, produced: Container[str]) -> Fault | None:
    sign = expression.args[0] if expression.op == "compare" else expression.op
    left, right = expression.args[-2:]
    sorts = sort_of(left, produced), sort_of(right, produced)
    if sign == "matches":
        return _fault_of_text(left, sorts[0], "fits a pattern") or _fault_of_pattern(right)
    if sign == "contains":
        return _fault_of_text(left, sorts[0], "contains something")
    if sign == "in":
        return _fault_of_list(left, right, produced)
    if "rate" in sorts:
        limit = left if sorts[0] == "rate" else right
        return Fault(limit, f"`{limit.text}` is a limit, and nothing can be compared with it", "Write a number.")
    if sign in ("<", "<=", ">", ">="):
        return _fault_of_order(left, right, sorts) or _fault_of_range(sign, left, right, sorts)
    return _fault_of_likeness(left, right, sorts) or _fault_of_range(sign, left, right, sorts)


def _fault_of_text(left: Expression, sort: str, does: str) -> Fault | None:
    if sort in _WORDLIKE or sort in ("any", "list"):
        return None
    advice = f"Compare it: `{left.text} > {3 if sort == 'stars' else 100}`." if sort in _NUMBERS else ""
    return Fault(left, f"`{short(left.text)}` is {SHOWN[sort]}, and only a text {does}", advice)


def _fault_of_pattern(pattern: Expression) -> Fault | None:
    if pattern.op != "text":
        message = f"`{short(pattern.text)}` is no pattern: after `matches` stands a text in quotes"
        return Fault(pattern, message, 'For example `event.post.text matches "opening (hours|times)"`.')
    try:
        safe_pattern(pattern.args[0])
    except BadPattern as bad:
        return Fault(pattern, str(bad), bad.advice)
    return None


def _fault_of_list(left: Expression, right: Expression, produced: Container[str]) -> Fault | None:
    if right.op != "list":
        sort = sort_of(right, produced)
        if sort in ("any", "word", "text") and right.op != "text":
            return None
        advice = f"Write a list: `{left.text} in [{right.text}]`."
        return Fault(right, f"`{short(right.text)}` is {SHOWN[sort]} and no list", advice)
    if not right.args:
        return Fault(right, "the list after `in` is empty, so nothing is in it", "Fill it in.")
    sort = sort_of(left, produced)
    for item in right.args:
        found = _fault_of_likeness(left, item, (sort, sort_of(item, produced)))
        if found is not None:
            return found
    return None


def _fault_of_moment(left: Expression, right: Expression, sorts: tuple[str, str]) -> Fault | None:
    """A moment that is compared with a text or a word that says none."""
    if set(sorts) not in ({"when", "text"}, {"when", "word"}):
        return None
    when, said = (left, right) if sorts[0] == "when" else (right, left)
    text = said.args[0]
    if said.op not in ("text", "path") or len(said.args) > 1 or re.match(MOMENT_PATTERN, text, re.IGNORECASE):
        return None
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        message, advice = f"there is no day `{short(text)}` in the calendar", "Mend the date."
    else:
        message = f"`{short(when.text)}` is a moment, and `{short(text)}` says none"
        advice = f'Write a date or a time of day, such as `{when.text} > "2027-06-30"`.'
    return Fault(said, message, advice)


def _fault_of_order(left: Expression, right: Expression, sorts: tuple[str, str]) -> Fault | None:
    if (found := _fault_of_moment(left, right, sorts)) is not None:
        return found
    for part, sort in zip((left, right), sorts, strict=True):
        if sort == "flag":
            advice = f"Write `{part.text}` or `not {part.text}`."
            return Fault(
                part, f"`{short(part.text)}` is yes or no, which is neither more nor less than something", advice
            )
        if sort in _WORDLIKE and not (part.op == "text" and "when" in sorts):
            message = f"`{short(part.text)}` is {SHOWN[sort]}, which is neither more nor less than something"
            return Fault(part, message, "Use `is`, `contains` or `matches`.")
    return _unlike(left, right, sorts)


def _fault_of_likeness(left: Expression, right: Expression, sorts: tuple[str, str]) -> Fault | None:
    for part, sort, other in ((left, sorts[0], right), (right, sorts[1], left)):
        said = other.args[0] if other.op in ("text", "path") and len(other.args) == 1 else ""
        if sort == "mood" and said and other is not part and said.casefold() not in MOODS:
            advice = did_you_mean(said, MOODS) or f"A mood is {either(MOODS)}."
            return Fault(other, f"there is no mood `{short(said)}`", advice)
        if sort == "language" and said and not re.match(LANGUAGE_PATTERN, said):
            return Fault(other, f"`{short(said)}` is no language", language_meant(said))
        if sort in ("mood", "language") and part.op == "path" and other.op in ("number", "duration", "flag"):
            return _unlike(left, right, sorts)
    return _fault_of_moment(left, right, sorts) or _unlike(left, right, sorts)


def language_meant(said: str) -> str:
    """Which code a language has that was named in another way."""
    codes = {name.casefold(): code for code, name in LANGUAGES.items()}
    code = codes.get(said.casefold())
    return (
        f"Did you mean `{code}`?"
        if code
        else "Write its code, such as `en`, `cy` or `yue`; leave out a language that has none here."
    )


def _unlike(left: Expression, right: Expression, sorts: tuple[str, str]) -> Fault | None:
    if "any" in sorts or sorts[0] == sorts[1]:
        return None
    if any(set(sorts) <= alike for alike in (_WORDLIKE, _NUMBERS, _TIMES, _WORDLIKE | {"when"})):
        return None
    if set(sorts) <= {"text", "number"} and "path" in (left.op, right.op) and not _counts(left, right, sorts):
        return None
    message = f"`{short(left.text)}` is {SHOWN[sorts[0]]} and `{short(right.text)}` {SHOWN[sorts[1]]}"
    advice = ""
    if sorts[0] in _NUMBERS:
        digits = re.match(r"\"?([0-9]+)", right.text)
        advice = f"Write a number, such as `{left.text} > {digits[1] if digits else 100}`."
    elif sorts[0] in _TIMES:
        advice = f"Write a length of time, such as `{left.text} < 3 days`."
    elif sorts[0] == "flag":
        advice = f"Write `{left.text}` or `not {left.text}`."
    return Fault(right, f"{message}: they cannot be compared", advice)


def _counts(left: Expression, right: Expression, sorts: tuple[str, str]) -> bool:
    """Whether a number is what the event counts; the id of something may be written as one."""
    return any(part.op == "path" and sort == "number" for part, sort in zip((left, right), sorts, strict=True))


def _fault_of_range(sign: str, left: Expression, right: Expression, sorts: tuple[str, str]) -> Fault | None:
    """A comparison of a value with a number that it never comes to."""
    low, high = _RANGES.get(sorts[0], (float("-inf"), float("inf")))
    if left.op != "path" or right.op not in ("number", "duration"):
        return None
    number = right.args[0]
    if low <= number <= high and (sign, number) not in (("<", low), (">", high)):
        return None
    bound = f"never below {low:g}" if number <= low else f"never above {high:g}"
    goes = f"goes from {low:g} to {high:g}" if high < float("inf") else f"is {low:g} or more"
    advice = f"It {goes}: write a condition that one of these numbers fulfils."
    return Fault(right, f"`{short(left.text)}` is {bound}, so `{short(right.text)}` makes no sense here", advice)
