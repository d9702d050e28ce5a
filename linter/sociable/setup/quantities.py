"""Durations, rates and "once per": the quantities of the format, in seconds."""

import re
from collections.abc import Callable
from functools import lru_cache

from sociable.setup.model import Once, Rate
from sociable.text.wording import counted
from sociable.vocabulary.values import NONE, ONCE_PER

UNITS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 7 * 86400,
    "month": 30 * 86400,
    "year": 365 * 86400,
}

_UNIT = f"({'|'.join(UNITS)})"
_DIGITS = {"second": 9, "minute": 8, "hour": 6, "day": 5, "week": 4, "month": 3, "year": 2}
"""How many a length of time may have of each unit: none is longer than about a hundred years."""

_TIMES = "([1-9][0-9]{0,8})"  # bounded: a number of a million digits would take minutes to read
_SOME = "|".join(f"(?:0*[1-9][0-9]{{0,{most - 1}}}) ?{unit}s?" for unit, most in _DIGITS.items())
_ANY = "|".join(f"[0-9]{{1,{most}}} ?{unit}s?" for unit, most in _DIGITS.items())
DURATION_PATTERN = rf"^(?:{_ANY})$"
LENGTH_PATTERN = rf"^(?:{_SOME})$"
EVERY_PATTERN = rf"^(?:{'|'.join(UNITS)}|weekday|{_SOME})$"
RATE_PATTERN = rf"^{_TIMES} per (?:run|(?:user per )?(?:{'|'.join(UNITS)}|{_SOME}))$"
LIMIT_PATTERN = rf"{RATE_PATTERN}|^{NONE}$"
PER_PATTERN = rf"^({'|'.join(ONCE_PER)})(?: per (?:{'|'.join(UNITS)}|{_SOME}))?$"
ONCE_PATTERN = rf"{PER_PATTERN}|^{NONE}$"
"""The published schema holds these very patterns. What reads them here goes without most: they take long to compile."""


_COUNTED = r"([0-9]+) ?([a-z]+?)s?$"


@lru_cache(maxsize=1024)
def duration(text: str) -> int:
    """Count the seconds in ``3 days``. Raises ``ValueError``."""
    return _found(text, _counted(text, len))


@lru_cache(maxsize=1024)
def length(text: str) -> int:
    """Count the seconds in ``3 days``, which are at least one. Raises ``ValueError``."""
    return _found(text, _counted(text, _after_zeros))


def interval(text: str) -> int:
    """Count the seconds in what stands after ``every``: ``3 days`` or ``day``. Raises ``ValueError``."""
    return _found(text, UNITS["day"] if text == "weekday" else _time(text))


@lru_cache(maxsize=1024)
def rate(text: str) -> Rate:
    """Read ``60 per hour``, ``5 per user per 2 days`` or ``20 per run``. Raises ``ValueError``."""
    times, _, rest = text.partition(" per ")
    time = rest.removeprefix("user per ")
    if re.match(f"{_TIMES}$", times) is None:
        raise ValueError(text)
    if rest == "run":
        return Rate(int(times), 0, "")
    return Rate(int(times), _found(text, _time(time)), "user" if time != rest else "")


@lru_cache(maxsize=1024)
def once(text: str) -> Once:
    """Read ``user``, ``user per day`` or ``user per 3 days``. Raises ``ValueError``."""
    what, per, each = text.partition(" per ")
    if what not in ONCE_PER:
        raise ValueError(text)
    return Once(what, _found(text, _time(each)) if per else 0)


def _time(text: str) -> int | None:
    """The seconds of ``day`` or ``3 days``, if it is one of them."""
    return UNITS.get(text) or _counted(text, _after_zeros)


def _counted(text: str, digits: Callable[[str], int]) -> int | None:
    match = re.match(_COUNTED, text)
    if match is None or not 0 < digits(match[1]) <= _DIGITS.get(match[2], 0):
        return None
    return int(match[1]) * UNITS[match[2]]


def _after_zeros(number: str) -> int:
    return len(number.lstrip("0"))


def _found(text: str, seconds: int | None) -> int:
    if seconds is None:
        raise ValueError(text)
    return seconds


def most(unit: str) -> int:
    """The most of a unit that a length of time may have."""
    return 10 ** _DIGITS[unit] - 1  # type: ignore[no-any-return]


def rate_words(rate: Rate) -> str:
    """``60 per hour``, ``1 per 30 minutes`` or ``20 in one run``."""
    return f"{rate.times} per {_each(rate.seconds)}" if rate.seconds else f"{rate.times} in one run"


def once_words(once: Once) -> str:
    """``user per 3 days``, as it would be written."""
    return f"{once.what} per {_each(once.seconds)}" if once.seconds else once.what


def _each(seconds: int) -> str:
    """``hour`` of 3600 seconds, ``2 hours`` of 7200."""
    return next((unit for unit, size in UNITS.items() if size == seconds), "") or clock_words(seconds)


def clock_words(seconds: int) -> str:
    """``1 day 2 hours``: the two largest units of a length of time, what is less left out."""
    found = []
    for unit, size in sorted(UNITS.items(), key=lambda each: -each[1]):
        count, seconds = divmod(seconds, size)
        if count:
            found.append(counted(count, unit))
    return " ".join(found[:2])


def duration_words(seconds: int) -> str:
    """``3 days``, in the largest unit in which it is a whole number."""
    unit = max((name for name, size in UNITS.items() if seconds % size == 0), key=UNITS.__getitem__)
    return counted(seconds // UNITS[unit], unit)


def at_most(rate: Rate) -> str:
    """How often that is in a day, rounded up, or in the first longer time in which it is at least once."""
    times, unit = next(
        (
            (-(-rate.times * UNITS[name] // rate.seconds), name)
            for name in ("day", "week", "month")
            if rate.times * UNITS[name] >= rate.seconds
        ),
        (-(-rate.times * UNITS["year"] // rate.seconds), "year"),
    )
    return f"{times:,} per {unit}"
