"""When a schedule runs, in plain words, as far as its file says: no day is made up."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import islice, pairwise, takewhile

from sociable.client_report.wording.frame import Frame
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.facts.last_days import last_day
from sociable.setup.model import Hours
from sociable.setup.quantities import duration_words, interval
from sociable.setup.schedules import ANY_DAY, EACH_MONTH, CronDays, Timetable, cron_days, timetable
from sociable.setup.times import DAY, EVERY_DAY, WEEKDAYS, clock, clock_time, dated, weekdays

_MOST_TIMES = 3
_A_ROW = 3
"""Days that are told by the first and the last of them."""

_DAY_OF_MONTH = re.compile(r"day (\d+)")
_NTH = ("first", "second", "third", "fourth")
_NTH_WEEKDAY = re.compile(rf"({'|'.join(_NTH)}|last) (\w+)")
_MOST_DAYS_AHEAD = 100
"""Enough for the 31st of a month twice."""

_MOST_YEARS_AHEAD = timedelta(9 * 366)
"""Enough for the 29th of February."""


def schedule_words(automation: AutomationFacts, frame: Frame) -> str:
    """``every Monday at 05:45 (Europe/London time)``, ``on 2 January 2027``; empty where the file says none."""
    narrowed = automation.model.trigger.narrowed
    if not automation.event.is_timed:
        return ""
    if dates := dates_of(automation):
        words = frame.listed([day_words(each, frame) for each in dates])
        return zoned(frame.say("times", "on", days=words), automation, frame)
    times = timetable(narrowed)
    if times is not None:
        return zoned(_of_timetable(times, frame), automation, frame)
    if (by_cron := cron_days(narrowed)) is not None:
        return zoned(_at(_days_of_cron(by_cron, frame), _clocks(by_cron), frame), automation, frame)
    clocks = [each for each in narrowed.get("at", ()) if clock(each) is not None]
    if monthly := list(_monthly(narrowed.get("on", ()), frame)):
        return zoned(_at(frame.say("times", "monthly", days=frame.listed(monthly)), clocks, frame), automation, frame)
    some_days = _every_some_days(narrowed, clocks, frame)
    return zoned(some_days, automation, frame) if some_days else ""


def _every_some_days(narrowed: Mapping[str, tuple[str, ...]], clocks: list[str], frame: Frame) -> str:
    """``every 2 weeks on Monday at 08:00``, or that the day is not said; empty where it comes more than once a day."""
    on = [weekdays(each) for each in narrowed.get("on", ())]
    try:
        seconds = interval(narrowed.get("every", ("",))[0])
    except ValueError:
        return ""
    if seconds <= DAY or seconds % DAY or not all(on):
        return ""
    every = frame.say("times", "every", days=duration_words(seconds).removeprefix("1 "))
    if not on:
        return frame.say("times", "day_unsaid", when=_at(every, clocks, frame))
    days = _days_in_words(frozenset().union(*on), frame)
    return _at(frame.say("times", "on_days", on=every, days=days), clocks, frame)


def _days_of_cron(days: CronDays, frame: Frame) -> str:
    """``each year on 4 December``, ``each month on day 4``, ``every day in December``."""
    months = [frame.month(each) for each in sorted(days.months)]
    if days.days == ANY_DAY:
        every = frame.say("times", "every_day") if days.weekdays == EVERY_DAY else _every(days.weekdays, frame)
        return frame.say("times", "in_months", on=every, months=frame.listed(months, 12))
    if days.weekdays != EVERY_DAY or len(days.days) > _MOST_TIMES:
        return frame.say("times", "some_days")
    if days.months == EACH_MONTH:
        said = [frame.say("times", "day_of_month", n=day) for day in sorted(days.days)]
        return frame.say("times", "monthly", days=frame.listed(said))
    if len(days.days) * len(months) > _MOST_TIMES:
        return frame.say("times", "some_days")
    said = [frame.say("times", "day_of_year", n=day, month=month) for month in months for day in sorted(days.days)]
    return frame.say("times", "yearly", days=frame.listed(said))


def _clocks(times: Timetable | CronDays) -> list[str]:
    return list(map(clock_time, times.at))


def inbox_hours_words(account: AccountFacts, frame: Frame) -> str:
    """``Monday to Friday from 09:00 to 17:30``, or what a file says of it in words of its own; empty for nothing."""
    hours = account.model.inbox_hours
    return hours_words(hours, frame) if isinstance(hours, Hours) else hours


def hours_words(hours: Hours, frame: Frame) -> str:
    """``every day from 20:00 to 07:00``."""
    days = _days_in_words(hours.days, frame)
    begin, end = (clock_time(minutes * 60) for minutes in (hours.begin, hours.end))
    if hours.end - hours.begin == DAY // 60:
        return days
    every = frame.say("times", "every_day") if hours.days == EVERY_DAY else days
    return frame.say("times", "between", on=every, begin=begin, end=end)


def _days_in_words(days: frozenset[int], frame: Frame) -> str:
    """``Monday to Friday`` for three days and more that follow one another, also across the end of the week."""
    names = [frame.say("times", WEEKDAYS[day]) for day in sorted(days)]
    first = next((day for day in sorted(days) if (day - 1) % 7 not in days), 0)
    last = first + len(days) - 1
    if len(days) >= _A_ROW and all((first + each) % 7 in days for each in range(len(days))):
        ends = (frame.say("times", WEEKDAYS[day % 7]) for day in (first, last))
        return frame.say("times", "row", first=next(ends), last=next(ends))
    return frame.listed(names, 7)


def ended_on(automation: AutomationFacts, frame: Frame) -> str:
    """The last day on which it could run, in words."""
    found = dated(last_day(automation.model))
    return frame.date(found[0]) if found else last_day(automation.model)


def with_next_day(words: str, automation: AutomationFacts, today: date, frame: Frame) -> str:
    """The same with the next day on which it runs, where its file says on which days of the week or month."""
    coming = list(islice(_coming(automation, today), 2))
    if not coming:
        return words
    # Whether it is over for today already, no file says: its time zone may be any.
    key, day = ("next_today", coming[1]) if coming[0] == today else ("next", coming[0])
    return frame.say("times", key, when=words, day=frame.date(day))


def next_run(automation: AutomationFacts, today: date, frame: Frame) -> tuple[date | None, str]:
    """The next day on which it runs, and that day with its hour in words; nothing where the file does not say one."""
    narrowed = automation.model.trigger.narrowed
    if dates := dates_of(automation):
        written = next((each for each in dates if each[:10] >= today.isoformat()), "")
        found = dated(written)
        return (found[0], zoned(day_words(written, frame), automation, frame)) if found else (None, "")
    day = next(_coming(automation, today), None)
    if day is None:
        return None, ""
    times = timetable(narrowed) or cron_days(narrowed)
    clocks = [each for each in narrowed.get("at", ()) if clock(each) is not None] if times is None else []
    at = _clocks(times) if times is not None else clocks
    return day, zoned(_at(frame.date(day), at, frame), automation, frame)


def _coming(automation: AutomationFacts, today: date) -> Iterator[date]:
    """The days on which it runs, from today to its last; none where no file says which, or where it is every day."""
    last = last_day(automation.model)
    days = _days_of(automation.model.trigger.narrowed, today)
    return takewhile(lambda day: day.isoformat() <= last, days) if last else days


def _days_of(narrowed: Mapping[str, tuple[str, ...]], today: date) -> Iterator[date]:
    """The same of what a schedule says, whenever it ends."""
    times, on, by_cron = timetable(narrowed), narrowed.get("on", ()), cron_days(narrowed)
    if by_cron is not None:
        yield from _of_cron(by_cron, today)
        return
    weekly = times.days if times is not None and times.every <= DAY else EVERY_DAY
    monthly = [found for each in on if (found := _DAY_OF_MONTH.fullmatch(each) or _NTH_WEEKDAY.fullmatch(each))]
    if weekly == EVERY_DAY and not (monthly and len(monthly) == len(on)):
        return
    for ahead in range(_MOST_DAYS_AHEAD):
        day = today + timedelta(ahead)
        if (day.weekday() in weekly) if weekly != EVERY_DAY else any(_is_on(day, each) for each in monthly):
            yield day


def _of_cron(days: CronDays, today: date) -> Iterator[date]:
    """The days of a cron line, month by month."""
    day = today
    while day - today < _MOST_YEARS_AHEAD:
        if day.month not in days.months:
            day = (day.replace(day=1) + timedelta(32)).replace(day=1)
            continue
        if days.holds(day):
            yield day
        day += timedelta(1)


def _is_on(day: date, said: re.Match[str]) -> bool:
    """Whether a day is the one of its month that is said."""
    if said.re is _DAY_OF_MONTH:
        return day.day == int(said[1])
    if WEEKDAYS[day.weekday()] != said[2].casefold():
        return False
    nth = said[1].casefold()
    return (day + timedelta(7)).month != day.month if nth == "last" else _NTH.index(nth) == (day.day - 1) // 7


def with_zone_asked(words: str, automation: AutomationFacts, frame: Frame) -> str:
    """The same with a remark where no file says in which time zone the time of day is."""
    return frame.say("times", "no_zone", when=words) if lacks_zone(automation) else words


def lacks_zone(automation: AutomationFacts) -> bool:
    """Whether it runs at a time of day, and nobody says of which time zone."""
    narrowed = automation.model.trigger.narrowed
    if not automation.event.is_timed or "timezone" in narrowed:
        return False
    if any(":" in each for key in ("at", "on") for each in narrowed.get(key, ())):
        return True
    times = timetable(narrowed) or cron_days(narrowed)
    return times is not None and bool(times.at)


def dates_of(automation: AutomationFacts) -> list[str]:
    """The dates on which it runs, in their order; none where it also runs again and again."""
    narrowed = automation.model.trigger.narrowed
    if narrowed.get("every"):
        return []
    return sorted(each for key in ("at", "on") for each in narrowed.get(key, ()) if dated(each))


def day_words(written: str, frame: Frame) -> str:
    """``2 January 2027``, with the time of day where there is one."""
    found = dated(written)
    assert found is not None, "only dates have days"
    day, time = found
    return _at(frame.date(day), [time] if time else [], frame)


def _of_timetable(times: Timetable, frame: Frame) -> str:
    """``every hour``, ``every day at 05:45``, ``every Monday at 08:00``."""
    every_day = times.days == EVERY_DAY
    on = frame.say("times", "every_day") if every_day else _every(times.days, frame)
    if times.every:
        return times.words if every_day else f"{times.words}, {on}"
    return _at(on, _clocks(times), frame)


def _every(days: Iterable[int], frame: Frame) -> str:
    """``every Monday and Tuesday``."""
    names = [frame.say("times", WEEKDAYS[day]) for day in sorted(days)]
    return frame.say("times", "every", days=frame.listed(names, 7))


def _at(on: str, clocks: list[str], frame: Frame) -> str:
    if gap := _even_gap(clocks):
        every = duration_words(gap).removeprefix("1 ")
        always = on == frame.say("times", "every_day")
        return frame.say("times", "every", days=every) if always else frame.say("times", "evenly", time=every, on=on)
    if len(clocks) > _MOST_TIMES:
        return frame.say("times", "often", on=on, n=len(clocks))
    return frame.say("times", "at", on=on, times=frame.listed(clocks)) if clocks else on


def _even_gap(clocks: list[str]) -> int:
    """The seconds from one of many times of day to the next, where they go evenly round the day; else 0."""
    hours_minutes = (each.split(":")[:2] for each in clocks)
    times = sorted(int(hours) * 3600 + int(minutes) * 60 for hours, minutes in hours_minutes)
    gap = DAY // len(times) if len(times) > _MOST_TIMES else 0
    return gap if all(later - before == gap for before, later in pairwise(times)) else 0


def _monthly(on: tuple[str, ...], frame: Frame) -> Iterator[str]:
    """``day 15``, ``the first Monday``: days of each month."""
    for each in on:
        if found := _DAY_OF_MONTH.fullmatch(each):
            yield frame.say("times", "day_of_month", n=found[1])
        elif found := _NTH_WEEKDAY.fullmatch(each):
            nth, day = (frame.say("times", word.casefold()) for word in found.groups())
            yield frame.say("times", "nth", nth=nth, day=day)


def zoned(words: str, automation: AutomationFacts, frame: Frame) -> str:
    """The same with the time zone that the file names."""
    zone = automation.model.trigger.narrowed.get("timezone")
    return frame.say("times", "zone", when=words, zone=zone[0]) if zone else words
