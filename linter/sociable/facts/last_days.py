"""The last day on which an automation can run, where its file names one."""

import re
from collections.abc import Iterable, Iterator

from sociable.facts.claims import FLIPPED, comparison, parts
from sociable.setup.model import Automation, Expression, Guard
from sociable.setup.times import DATE_AND_CLOCK_PATTERN, DATE_PATTERN

_TODAY = "today"
_NOTHING = ("", *(Expression("text", ("",), ""),) * 2)


def last_day(model: Automation) -> str:
    """The day (``2027-01-31``) after which it never runs; empty where none is said, or another tool wrote it.

    What a tool exports also holds what is over: that is its record, and nobody's slip.
    """
    if model.origin.importer:
        return ""
    ends = [model.until] if model.until else []
    if model.guards:
        ends += (day for guard in model.guards for day in _days_asked_for(guard))
    narrowed = model.trigger.narrowed
    if model.trigger.event.is_timed and "every" not in narrowed and "cron" not in narrowed:
        ends += (_last(narrowed[key]) for key in ("on", "at") if key in narrowed)
    return min(filter(None, ends), default="") if ends else ""


def is_over(model: Automation, today: str) -> bool:
    """Whether that day has passed."""
    return "" < last_day(model) < today


def _days_asked_for(guard: Guard) -> Iterator[str]:
    """The days after which a condition of all runs never holds again, as in ``today < "2027-02-01"``."""
    for part, holds in parts(guard.expression, True):
        sign, left, right = comparison(part) or _NOTHING
        if right.text == _TODAY:
            left, right, sign = right, left, FLIPPED.get(sign, sign)
        if holds and left.text == _TODAY and right.op == "text" and re.match(DATE_PATTERN, right.args[0]):
            if sign in ("<=", "="):
                yield right.args[0]
            elif sign == "<":
                yield _day_before(right.args[0])


def _day_before(day: str) -> str:
    from datetime import date, timedelta  # few files name a day like this

    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):  # in the years 0 and 1
        return day


def _last(times: Iterable[str]) -> str:
    """The last of some dates; empty if some of them are none and come again."""
    dates = [time[: len("2027-01-31")] if re.match(DATE_AND_CLOCK_PATTERN, time) else "" for time in times]
    return max(dates, default="") if all(dates) else ""
