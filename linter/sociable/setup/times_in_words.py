"""When a schedule runs, in the words of one line: for pictures and rehearsals."""

from collections.abc import Mapping

from sociable.setup.schedules import EACH_MONTH, CronDays, cron_days, timetable
from sociable.setup.times import EVERY_DAY, WEEKDAYS, clock, clock_time, date_in_words, month_in_full

_MOST_TIMES = 3
"""Times of day that are told one by one."""


def times_in_words(narrowed: Mapping[str, tuple[str, ...]]) -> str:
    """``every day at 05:45``, ``on Monday at 08:00``, ``on 2 January 2027 at 09:00``; empty where no file says it."""
    every, said = narrowed.get("every", ()), [*narrowed.get("on", ()), *narrowed.get("at", ())]
    by_cron = timetable(narrowed) if "cron" in narrowed else None
    if by_cron is not None:
        days = () if by_cron.days == EVERY_DAY else [WEEKDAYS[day] for day in sorted(by_cron.days)]
        every, said = () if days else ("1 day",), [*days, *map(clock_time, by_cron.at)]
    elif (calendar := cron_days(narrowed)) is not None:
        said = [*_dates(calendar), *map(clock_time, calendar.at)]
    clocks = [each for each in said if clock(each) is not None]
    days = [each.capitalize() if each in WEEKDAYS else date_in_words(each) for each in said if clock(each) is None]
    at = ", ".join(clocks) if len(clocks) <= _MOST_TIMES else f"{len(clocks)} times of day"
    told = (f"every {each.removeprefix('1 ')}" for each in every)
    return " ".join((*told, *([f"on {', '.join(days)}"] if days else []), *([f"at {at}"] if clocks else [])))


def _dates(calendar: CronDays) -> list[str]:
    """``4 December``, ``day 15``; of many days only that they are certain ones."""
    is_monthly = calendar.months == EACH_MONTH
    months = ("day {}",) if is_monthly else tuple(f"{{}} {month_in_full(each)}" for each in sorted(calendar.months))
    if calendar.weekdays != EVERY_DAY or len(calendar.days) * len(months) > _MOST_TIMES:
        return ["certain days of the year"]
    return [month.format(day) for month in months for day in sorted(calendar.days)]
