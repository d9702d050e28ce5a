"""What a run remembers of former ones, and how much of it there can be."""

from sociable.readers.flow.run import Run
from sociable.setup.model import Once, Rate
from sociable.setup.schedules import timetable
from sociable.setup.times import DAY
from sociable.vocabulary.events import Event


def remembers(run: Run, node: int) -> bool:
    """Whether something keeps a step from being done again for the same thing.

    A node that drops what it saw before; or a table that is read before the step and written in the same run.
    """
    if next(run.before(node, "memory"), None) is not None:
        return True
    return any(run.parts[each].resource in run.written for each in run.before(node, "read"))


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


def once_for(event: Event) -> Once:
    """Once for each thing that an event is about: the post or message, else who set it off."""
    things = {"post": "post", "message": "message", "review": "post"}
    return Once(next((things[each] for each in things if each in event.carries), "user"), 0)
