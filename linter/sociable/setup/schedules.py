"""When a schedule runs, as far as the file makes it certain.

``every``, ``at``, ``on`` and ``cron`` are read where there is one way to read them. A date, a word nobody
defined, two statements that contradict each other: then nothing is known, and nothing is counted.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sociable.records.record import Record
from sociable.records.static import date
from sociable.setup.model import Hours
from sociable.setup.quantities import duration_words, interval
from sociable.setup.times import DAY, EVERY_DAY, MONTHS, clock, weekdays

_MINUTES = DAY // 60
_WEEKS_OF_A_MONTH = 4
ANY_DAY = frozenset(range(1, 32))
EACH_MONTH = frozenset(range(1, 13))
_CRON_RANGES = ((0, 59), (0, 23), (1, 31), (1, 12))
_IN_A_WORD = {
    **dict.fromkeys(("@yearly", "@annually"), "0 0 1 1 *"),
    "@monthly": "0 0 1 * *",
    "@weekly": "0 0 * * 0",
    **dict.fromkeys(("@daily", "@midnight"), "0 0 * * *"),
    "@hourly": "0 * * * *",
}
_MONTHS = {name: str(number) for number, name in enumerate(MONTHS, 1)}
_OF_A_MONTH = ("day ", "first ", "second ", "third ", "fourth ", "last ")
_FIVE_WEEKS = 35 * DAY
"""From the first Monday of a month to that of the next at most, and from one of its days to the same of the next."""
_CRON_PART = r"(?:\*|([0-9]{1,2})(?:-([0-9]{1,2}))?)(?:/([0-9]{1,2}))?"


class Timetable(Record):
    """When an automation runs: each ``every`` seconds, or at seconds ``at`` of the day; on ``days``, Monday being 0.

    ``stretch`` is how many seconds of a day it runs in, where it is only within certain hours; ``meanwhile`` is what
    goes on then, such as ``while it is live``, where the file does not say how long that is.
    """

    every: int
    at: tuple[int, ...]
    days: frozenset[int]
    stretch: int = DAY
    meanwhile: str = ""

    def runs(self, seconds: int, day: int) -> int:
        """How many runs fall into so many seconds of a weekday; if more than a day, of a week's share."""
        if seconds > DAY and self.every > DAY:
            return seconds // self.every
        if seconds > DAY:
            return ((self.every and self._each(DAY)) or len(self.at)) * len(self.days) * (seconds // DAY) // 7
        if day not in self.days:
            return 0
        return self._each(seconds) if self.every else _most_within(self.at, seconds)

    def _each(self, seconds: int) -> int:
        """How often in so many seconds of a day it comes round, which is at least once within its hours."""
        if self.stretch >= DAY or self.every >= DAY:
            return seconds // self.every
        return seconds // self.every if seconds <= self.stretch else max(1, self.stretch // self.every)

    def within(self, hours: Hours) -> "Timetable | None":
        """The same within these hours alone; nothing where none of its times lies within."""
        days = self.days & hours.days
        if not days:
            return None
        stretch = (hours.end - hours.begin) % _MINUTES * 60 or DAY
        if self.every:
            return Timetable(self.every, (), days, stretch)
        at = tuple(time for time in self.at if (time // 60 - hours.begin) % _MINUTES * 60 < stretch)
        return Timetable(0, at, days) if at else None

    @property
    def words(self) -> str:
        """``every 5 minutes``, ``at 3 times of day``."""
        if self.every:
            said = f"every {duration_words(self.every).removeprefix('1 ')}"
            if self.stretch == DAY:
                return said
            return f"{said} {self.meanwhile or f'within {duration_words(self.stretch)} a day'}"
        return "once a day" if len(self.at) == 1 else f"at {len(self.at)} times of day"


class CronDays(Record):
    """The days of the year on which a cron line runs that does not run in each week, and at which seconds of them.

    ``months`` and ``days`` of the month are counted from 1, ``weekdays`` from Monday, which is 0.
    """

    at: tuple[int, ...]
    months: frozenset[int]
    days: frozenset[int]
    weekdays: frozenset[int]

    def holds(self, day: date) -> bool:
        """Whether it runs on a day. Where both a day of the month and one of the week are said, either is enough."""
        on_week, on_month = day.weekday() in self.weekdays, day.day in self.days
        both_said = self.weekdays != EVERY_DAY and self.days != ANY_DAY
        return day.month in self.months and (on_week or on_month if both_said else on_week and on_month)

    @property
    def is_seldom(self) -> bool:
        """Whether it runs less often than each week."""
        return self.weekdays == EVERY_DAY and len(self.days) < _WEEKS_OF_A_MONTH


def longest_wait(narrowed: Mapping[str, tuple[str, ...]]) -> int:
    """The most seconds from one run to the next, rounded up to days where only days are said; 0 if it is left open."""
    if (times := timetable(narrowed)) is not None:
        return max(times.every, _longest_gap(times.days) * DAY if times.days != EVERY_DAY or not times.every else 0)
    if (by_cron := cron_days(narrowed)) is not None:
        return 31 * DAY if by_cron.months == EACH_MONTH else 366 * DAY
    on = narrowed.get("on", ())
    try:
        every = interval(narrowed.get("every", ("",))[0])
    except ValueError:
        every = 0
    if on and not every and all(day.startswith(_OF_A_MONTH) for day in on):
        return _FIVE_WEEKS
    days = _days(on)
    return max(every, _longest_gap(days) * DAY if on and days else 0)


def _longest_gap(days: frozenset[int]) -> int:
    """The most days from one of these weekdays to the next."""
    there = sorted(days)
    return max((later - day) % 7 or 7 for day, later in zip(there, [*there[1:], there[0]], strict=True))


def cron_days(narrowed: Mapping[str, tuple[str, ...]]) -> CronDays | None:
    """What the cron line beside ``event: schedule`` says of days of the month or of months; nothing if it does not."""
    line = narrowed.get("cron", ("",))[0]
    fields = _fields(line)
    if len(fields) != 5 or fields[2:4] == ["*", "*"]:
        return None
    minutes, hours, days, months = (
        _cron_field(field, *ends) for field, ends in zip(fields[:4], _CRON_RANGES, strict=True)
    )
    weekdays = _cron_days(fields[4])
    if not (minutes and hours and days and months and weekdays):
        return None
    return CronDays(_seconds(hours, minutes), months, days, weekdays)


def timetable(narrowed: Mapping[str, tuple[str, ...]]) -> Timetable | None:
    """The timetable that the keys beside ``event: schedule`` make; nothing if they leave it open."""
    every, cron = narrowed.get("every", ("",))[0], narrowed.get("cron", ("",))[0]
    return _timetable(every, narrowed.get("at", ()), narrowed.get("on", ()), cron)


@lru_cache(maxsize=1024)
def _timetable(every: str, at: tuple[str, ...], on: tuple[str, ...], cron: str) -> Timetable | None:
    if cron:
        return None if every or at or on else _of_cron(cron)
    days = _days(on)
    if not days:
        return None
    times = _clock_times(at)
    if every:
        try:
            seconds = interval(every)
        except ValueError:
            return None
        return _every(seconds, at, times, days)
    return Timetable(0, times, days) if times else None


def _every(seconds: int, at: tuple[str, ...], times: tuple[int, ...], days: frozenset[int]) -> Timetable | None:
    """A rhythm with the times of day at which it comes; nothing for what has two meanings: every hour, at 10:00."""
    if not at:
        return Timetable(seconds, (), days) if seconds else None
    is_weekly = seconds == 7 * DAY and days != EVERY_DAY  # or it is left open on which day
    return Timetable(0, times, days) if times and (seconds == DAY or is_weekly) else None


def _days(on: tuple[str, ...]) -> frozenset[int]:
    """The days of the week; none if a word is not known."""
    if not on:
        return EVERY_DAY
    known = [weekdays(word) for word in on]
    return frozenset().union(*known) if all(known) else frozenset()


def _clock_times(at: Iterable[str]) -> tuple[int, ...]:
    """Seconds after midnight, in order. What is no time of day, such as a date, comes once and is left out."""
    return tuple(sorted({minutes * 60 for minutes in map(clock, at) if minutes is not None}))


def _of_cron(line: str) -> Timetable | None:
    """Five fields, the days of the month and the months left open."""
    fields = _fields(line)
    if len(fields) != 5 or fields[2:4] != ["*", "*"]:
        return None
    minutes, hours, days = _cron_field(fields[0], 0, 59), _cron_field(fields[1], 0, 23), _cron_days(fields[4])
    if not minutes or not hours or not days:
        return None
    return Timetable(0, _seconds(hours, minutes), days)


def _seconds(hours: Iterable[int], minutes: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(hour * 3600 + minute * 60 for hour in hours for minute in minutes))


def _fields(line: str) -> list[str]:
    """The fields of a cron line, the months by their numbers; ``?`` is another word for any day."""
    fields = ["*" if each == "?" else each for each in _IN_A_WORD.get(line, line).split()]
    named = (re.sub("[a-z]+", lambda found: _MONTHS.get(found[0], found[0]), each.casefold()) for each in fields[3:4])
    return [*fields[:3], *named, *fields[4:]]


def _cron_days(field: str) -> frozenset[int]:
    """Cron begins the week with Sunday, which is 0 and 7."""
    named = [weekdays(part) for part in field.split(",")]
    if all(named):
        return frozenset().union(*named)
    return frozenset((number - 1) % 7 for number in _cron_field(field, 0, 7))


def _cron_field(field: str, first: int, last: int) -> frozenset[int]:
    """The numbers a field stands for; none if it is not understood."""
    found: set[int] = set()
    for part in field.split(","):
        match = re.fullmatch(_CRON_PART, part)
        if match is None:
            return frozenset()
        low = int(match[1]) if match[1] else first
        high = int(match[2]) if match[2] else last if not match[1] or match[3] else low
        step = int(match[3] or 1)
        if not first <= low <= high <= last or not step:
            return frozenset()
        found.update(range(low, high + 1, step))
    return frozenset(found)


def _most_within(at: tuple[int, ...], seconds: int) -> int:
    """How many of these times of day fall into the fullest stretch of so many seconds within a day."""
    return max(bisect_left(at, start + seconds) - index for index, start in enumerate(at))
