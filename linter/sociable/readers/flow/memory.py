"""What a run remembers of former ones, and how much of it there can be."""

import re

from sociable.readers.flow.parts import Part
from sociable.readers.flow.run import Run
from sociable.setup.model import Once, Rate
from sociable.setup.schedules import timetable
from sociable.setup.times import DAY
from sociable.vocabulary.events import Event

_LOOKED_AT_AGAIN = frozenset(("commented", "replied", "mentioned", "reviewed", "post_matched"))
"""What lies there as before when somebody looks again."""

_REMEMBER = frozenset(("memory", "code", "read", "write", "fetch", "ask", "call"))
_TELLS_WHAT_IS_NEW = re.compile(
    r"date|time|since|creat|publi|updat|seen|new|old|repl|answer|count|stat|done|process|read|last|\bat\b|ago|[_.]id\b",
    re.I,
)
"""In a condition, what may leave out what was there before."""


def remembers(run: Run, node: int) -> bool:
    """Whether something keeps a step from being done again for the same thing.

    A node that drops what it saw before; or a table that is read before the step and written in the same run.
    """
    if next(run.before(node, "memory"), None) is not None:
        return True
    return any(run.parts[each].resource in run.written for each in run.before(node, "read"))


def forgets(run: Run, look: int) -> bool:
    """Whether a look by a timetable finds the same again at each time, as far as the whole flow is drawn.

    A program, a table, another look, a question about time or a node that is not understood may tell what is new.
    """
    found = run.parts[look]
    by_timetable = timetable(run.parts[run.trigger].narrowed) is not None
    if not by_timetable or found.since or found.event not in _LOOKED_AT_AGAIN:
        return False
    return not any(_may_remember(run.parts[each]) for each in run.order if each != look)


def _may_remember(part: Part) -> bool:
    if part.kind in _REMEMBER or (part.reason and part.kind != "trigger"):
        return True
    sides = (side for tests in part.tests.values() for test in tests for side in (test.left, test.right) if side)
    return any(_TELLS_WHAT_IS_NEW.search(str(piece)) for side in sides for piece in side.parts)


def most_often(run: Run, node: int, looks: bool) -> Rate | None:
    """How often a step happens at most: the least of what limits and searches let through before it.

    That is in one run, or, where the run ``looks`` outside by a timetable, in the time from one look to the next, or in
    a day of several.
    """
    limits = [
        run.parts[each].limit for kind in ("limit", "fetch") for each in run.before(node, kind) if run.parts[each].limit
    ]
    if not limits:
        return None
    times = timetable(run.parts[run.trigger].narrowed) if looks else None
    if times is None:
        return Rate(min(limits), 0)
    return Rate(min(limits), times.every) if times.every else Rate(min(limits) * len(times.at), DAY)


def once_for(event: Event, by_row: bool) -> Once:
    """Once for each thing that an event is about: the post or message, else who set it off.

    Where nobody did, and it goes ``by_row`` through a table that keeps what was done, each of its rows.
    """
    things = {"post": "post", "message": "message", "review": "post"}
    found = next((things[each] for each in things if each in event.carries), "user")
    return Once("row" if found == "user" and by_row and "user" not in event.carries else found, 0)
