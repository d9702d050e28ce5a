"""How a condition of a file reads, where it is told that it was taken to hold."""

from collections.abc import Iterator

from sociable.setup.model import Expression
from sociable.vocabulary.carried import CARRIED, POST
from sociable.vocabulary.events import POST_CALLED

SIGNS = {
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
    "=": "is",
    "==": "is",
    "!=": "is not",
    "contains": "contains",
    "is": "is",
    "in": "is one of",
}
_THINGS = {"user": "person"}
_FIELDS = {"sentiment": "mood", "handle": "name", "posted_at": "time", "sent_at": "time", "joined_at": "day of joining"}
_IN_TIME = {"<": "is before", "<=": "is at the latest", ">": "is after", ">=": "is at the earliest"}


def conditions_in_words(expression: Expression, event: str) -> Iterator[str]:
    """A clause for each condition that has to hold at once."""
    if expression.op == "and":
        for each in expression.args:
            yield from conditions_in_words(each, event)
    elif expression.op == "not" and isinstance(expression.args[0], Expression):
        yield in_words(expression.args[0], False, event)
    else:
        yield in_words(expression, True, event)


def in_words(expression: Expression, wanted: bool, event: str = "") -> str:
    """A clause such as “the mood of the post is negative”; in its own spelling where it has no words.

    ``event`` is what starts it: the post that it carries may be a comment.
    """
    does = "" if wanted else "it is not so that "
    if expression.op == "path" and (flag := _flag(expression.args, event)):
        return f"{does}{flag}"
    sign = str(expression.args[0]) if expression.op == "compare" else expression.op
    left = expression.args[-2] if len(expression.args) > 1 else None
    if sign in SIGNS and isinstance(left, Expression) and left.op == "path" and (sort := _sort(left.args)):
        right = expression.args[-1]
        signs = {**SIGNS, **_IN_TIME} if sort == "when" else SIGNS
        said = right.text if isinstance(right, Expression) else right
        return f"{does}{_field(left.args, sort, event)} {signs[sign]} {said}"
    return f"`{expression.text}`" if wanted else f"not `{expression.text}`"


def _sort(names: tuple[str, ...]) -> str:
    """What sort of value ``event.post.likes`` is; empty for anything else than a field of what an event carries."""
    if len(names) != 3 or names[0] != "event" or names[1] not in CARRIED:
        return ""
    return next((field.type for field in CARRIED[names[1]].fields if field.name in (names[2], "*")), "")


def _field(names: tuple[str, ...], sort: str, event: str) -> str:
    """``event.post.likes``: the number of likes of the post."""
    number = "number of " if sort == "number" else ""
    return f"the {number}{_plain(_FIELDS.get(names[2], names[2]))} of the {_thing(names[1], event)}"


def _thing(name: str, event: str) -> str:
    return POST_CALLED.get(event, name) if name == POST else _THINGS.get(name, name)


def _flag(names: tuple[str, ...], event: str) -> str:
    """``event.user.is_verified``: the person is verified."""
    verb, _, rest = names[-1].partition("_")
    if len(names) != 3 or names[0] != "event" or verb not in ("is", "has") or not rest:
        return ""
    return f"the {_thing(names[1], event)} {verb} {_plain(rest)}"


def _plain(name: str) -> str:
    return name.replace("_", " ")
