"""Which names an expression may use where it stands, and what to say about the others."""

from collections.abc import Iterable, Iterator
from itertools import islice

from sociable.setup.model import Expression
from sociable.text.suggest import did_you_mean, nearest
from sociable.text.wording import both, either, short
from sociable.vocabulary.carried import CARRIED, ROOTS, USER
from sociable.vocabulary.events import EVENTS

_FEW = 3
"""Events to name as those that bring something."""

_FETCH_ROWS = (
    'What stands in a table has to be fetched first, as in `fetch: {guest: rows("name of the table")}`; '
    "then write `guest.name`."
)

_BY_NAME = {
    "else": "For what nothing else takes write `otherwise: true` beside an event, or `else:` in a group of steps.",
}
"""Names that many people try, with what to write."""

_SAID_FOR = {
    **dict.fromkeys(("comment", "mention", "tweet", "toot", "status", "video", "media", "caption"), "post"),
    **dict.fromkeys(("follower", "author", "sender", "commenter", "member", "from", "profile", "contact"), "user"),
    **dict.fromkeys(("dm", "direct_message", "chat"), "message"),
}
"""What tools call the things that come with an event."""

_CONVERSATION = "How long ago somebody wrote is `event.user.last_wrote`, as in `event.user.last_wrote < 24 hours`."

_FIELDS = {
    ("post", "reports"): "How many have to report it is `times:`, as in `when: {event: reported, times: 3}`.",
    ("review", "stars"): "Write `event.review.rating`, a number from 1 to 5.",
}
"""Fields that many people try, by what they take them for, with what to write."""

_MANY = 200
"""Produced names to look through for the one that was meant; comparing takes its time."""

_WORD_BESIDE = frozenset(("compare", "in", "contains", "matches", "is"))


def doubtful_paths(expression: Expression, event: str) -> Iterator[tuple[str, ...]]:
    """Find the paths that name nothing, unless a former step produced it.

    A single word beside a comparison is a value (``event.post.sentiment is negative``), not a name.
    ``event`` is empty where the event is not known.
    """
    if expression.op == "path":
        if not _is_known(expression.args, event):
            yield expression.args
        return
    beside = expression.op in _WORD_BESIDE
    for operand in expression.args:
        if not isinstance(operand, Expression):
            continue
        for part in _but_words(operand) if beside and operand is expression.args[-1] else (operand,):
            yield from doubtful_paths(part, event)


def _but_words(operand: Expression) -> Iterator[Expression]:
    """An operand, or those of a list, unless it is a single word."""
    parts = operand.args if operand.op == "list" else (operand,)
    return (part for part in parts if not _is_word(part))


def _is_word(operand: Expression) -> bool:
    return operand.op == "path" and len(operand.args) == 1 and operand.args[0] not in ROOTS


def _is_known(path: tuple[str, ...], event: str) -> bool:
    if path[0] != "event" or len(path) == 1 or not event:
        return path[0] in ROOTS
    if path[1] not in EVENTS[event].carries:
        return False
    return len(path) == 2 or any(
        field.name == "*" or (field.name == path[2] and len(path) == 3) for field in CARRIED[path[1]].fields
    )


def why_unknown(path: tuple[str, ...], event: str, produced: Iterable[str]) -> tuple[str, str]:
    """Give a message and a piece of advice about a path that names nothing."""
    if path[0] != "event":
        advice = _of_row(path, event) or _BY_NAME.get(path[0])
        advice = advice or did_you_mean(path[0], (*ROOTS, *islice(produced, _MANY)))
        return (
            f"`{short('.'.join(path))}` stays empty: nothing before it is called `{short(path[0])}`",
            advice or "Start with `event.` or `account.`, or use what a former step produced.",
        )
    thing = path[1]
    if thing in EVENTS[event].carries:
        fields = [field.name for field in CARRIED[thing].fields]
        if path[2] in fields:
            whole = f"event.{thing}.{path[2]}"
            meant = _meant(f"event.{thing}.", nearest(path[3], fields)) or f"It is one value: write `{whole}` alone."
            return f"`{whole}` has no parts, so no `{short(path[3])}`", meant
        advice = _FIELDS.get((thing, path[2])) or _meant(f"event.{thing}.", nearest(path[2], fields))
        advice = advice or f"Write one of these instead, or take this out: {both(fields)}."
        return f"`event.{thing}` has no `{short(path[2])}`", advice
    carries = [f"event.{name}" for name in EVENTS[event].carries]
    carriers = [name for name, row in EVENTS.items() if thing in row.carries]
    said_for = _SAID_FOR.get(thing, "")
    guess = said_for if said_for in EVENTS[event].carries else nearest(thing, EVENTS[event].carries)
    advice = _CONVERSATION if thing == "conversation" else _meant("event.", guess)
    if not advice and 0 < len(carriers) <= _FEW:
        advice = f"`event.{thing}` comes with {both(carriers)}."
    if not advice:
        advice = f"Write what it brings: {either(carries)}." if carries else "It brings nothing with it."
        advice += f" {_FETCH_ROWS}" if thing == USER and not carries else ""
    return f"`event.{short(thing)}` stays empty: `{event}` ({EVENTS[event].starts}) brings no `{short(thing)}`", advice


def _of_row(path: tuple[str, ...], event: str) -> str:
    """How to come by a row of a table that is spoken of as `row`."""
    if path[0] != "row":
        return ""
    if event and "row" in EVENTS[event].carries:
        return f"Write `event.{short('.'.join(path))}`."
    return 'Fetch it first, by a step such as `fetch: {row: rows("name of the table")}`.'


def _meant(before: str, guess: str) -> str:
    return f"Did you mean `{before}{guess}`?" if guess else ""
