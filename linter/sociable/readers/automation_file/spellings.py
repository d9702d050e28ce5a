"""Durations, rates and “once per” as they are written elsewhere, brought into the spelling of the format."""

import re

from sociable.setup.quantities import (
    DURATION_PATTERN,
    EVERY_PATTERN,
    LENGTH_PATTERN,
    LIMIT_PATTERN,
    ONCE_PATTERN,
    RATE_PATTERN,
    UNITS,
    most,
)
from sociable.setup.times import DAY_WORDS
from sociable.text.wording import counted
from sociable.vocabulary.values import ONCE_PER

_SHORT = {
    "second": ("s", "sec", "secs"),
    "minute": ("m", "min", "mins"),
    "hour": ("h", "hr", "hrs"),
    "day": ("d",),
    "week": ("w", "wk", "wks"),
    "month": ("mo", "mos"),
    "year": ("y", "yr", "yrs"),
}
_UNIT_OF = {short: unit for unit in UNITS for short in (unit, f"{unit}s", *_SHORT[unit])}
_ADVERBS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}
_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twelve": 12}
_COUNT = rf"[0-9]{{1,9}}|{'|'.join(_WORDS)}"
_LENGTH = rf"(?:p?t?)(?:({_COUNT})[ _-]*)?([a-z]+)"
_RATE = rf"({_COUNT})? ?(?:x|times)? ?(?:/|per|an?|every|each|in)? ?({_LENGTH})"

_DAYS = frozenset(DAY_WORDS) - {"daily"}
_TIME = r"([0-9]{1,2})(?:[:.h]([0-9]{2}))? ?(?:([ap])\.?m\.?)?"
_SCHEDULE = rf"(every |each |on |(?=at\b))?((?!at\b)[a-z0-9]+(?: (?!at\b)[a-z]+)?|)(?: ?(?:at|@) ?{_TIME})?"
"""A lead, how often, and the time of day: hour, minute, and the half of the day."""


def duration_meant(text: str) -> str:
    """Write `24h`, `PT24H`, `a day` or `daily` as the format does; empty if it is no length of time that it takes."""
    count, unit = _length(text)
    return counted(count, unit) if unit and count <= most(unit) else ""


def longest_instead(text: str) -> str:
    """The longest time that the format takes in the unit of one that is longer; empty if it is none such."""
    count, unit = _length(text)
    return counted(most(unit), unit) if unit and count > most(unit) else ""


def length_meant(text: str) -> str:
    """The same of a length of time that is not nothing."""
    meant = duration_meant(text)
    return "" if meant.startswith("0") else meant


def _length(text: str) -> tuple[int, str]:
    """How many of which unit; the unit is empty if it is no length of time."""
    found = re.fullmatch(_LENGTH, text.strip().casefold())
    if found is None:
        return 0, ""
    return _count(found[1]), _UNIT_OF.get(found[2]) or _ADVERBS.get(found[2]) or _misspelt(found[2])


def _misspelt(word: str) -> str:
    """The unit that a word is nearly spelt like, or empty."""
    from difflib import get_close_matches

    near = get_close_matches(word, (f"{unit}s" for unit in UNITS), n=1, cutoff=0.75)
    return near[0].removesuffix("s") if near else ""


def rate_meant(text: str) -> str:
    """Write `60/hour`, `60 an hour` or `3 daily` as the format does; empty if it is no rate with a whole number."""
    found = re.fullmatch(_RATE, " ".join(text.casefold().split()))
    each, unit = _length(found[2]) if found else (0, "")
    if not found or not unit:
        return ""
    times, rest = divmod(_count(found[1]), each) if each else (0, 0)
    return "" if rest or not times else f"{times} per {unit}"


def _once(text: str) -> str:
    """Without the words between; ``text`` has single spaces."""
    return " ".join(re.sub(r"^once |/|\bper\b|\bevery\b", " ", text).split())


def once_meant(text: str) -> str:
    """Write `day` or `user/24h` as the format does; empty if it is neither."""
    what, _, length = _once(" ".join(text.casefold().split())).partition(" ")
    if what not in ONCE_PER:
        what, length = "user", f"{what} {length}".strip()
    meant = duration_meant(length)
    return f"{what} per {meant.removeprefix('1 ')}" if meant and not meant.startswith("0") else ""


def schedule_meant(text: str) -> str:
    """Write `daily at 9:00`, `every monday` or `hourly` as a group for `when:`; empty if it says no time."""
    said = re.fullmatch(_SCHEDULE, " ".join(text.casefold().split()))
    if said is None or not (said[1] or said[3] or said[2] in _ADVERBS):
        return ""
    clock = _clock(said)
    day = next((each for each in (said[2], said[2].removesuffix("s")) if each in _DAYS), "")
    length = "" if day else length_meant(said[2] or "day").removeprefix("1 ")
    often = f"on: {day}" if day else f"every: {length}"
    return f"{{event: schedule, {often}{clock}}}" if clock is not None and (day or length) else ""


def _clock(said: re.Match[str]) -> str | None:
    """The time of day as it stands in a schedule, empty where none is said; nothing where there is no such time."""
    if not said[3]:
        return ""
    hour, minute = int(said[3]), int(said[4] or 0)
    if said[5]:
        hour = hour % 12 + (12 if said[5] == "p" else 0)
    return f', at: "{hour}:{minute:02}"' if hour < 24 and minute < 60 else None


MEANT = {
    DURATION_PATTERN: duration_meant,
    LENGTH_PATTERN: length_meant,
    EVERY_PATTERN: length_meant,
    RATE_PATTERN: rate_meant,
    LIMIT_PATTERN: rate_meant,
    ONCE_PATTERN: once_meant,
}
"""By the pattern of the published schema."""


def _count(word: str | None) -> int:
    return _WORDS.get(word, 0) or int(word) if word else 1
