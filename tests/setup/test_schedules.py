"""When a schedule runs: what is certain is counted, what can be read in two ways is not."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.setup.model import Hours
from sociable.setup.schedules import Timetable, cron_days, longest_wait, timetable
from sociable.setup.times import DAY, EVERY_DAY

HOUR = 3600


def runs(seconds: int = DAY, day: int = 0, **keys: str | tuple[str, ...]) -> int | None:
    found = timetable({name: (each,) if isinstance(each, str) else each for name, each in keys.items()})
    return None if found is None else found.runs(seconds, day)


@pytest.mark.parametrize(
    ("keys", "a_day"),
    [
        ({"every": "5 minutes"}, 288),
        ({"every": "7 minutes"}, 205),
        ({"every": "1 day"}, 1),
        ({"every": "1 week"}, 0),
        ({"every": "hour"}, 24),
        ({"every": "day", "at": "9:00"}, 1),
        ({"at": "09:00"}, 1),
        ({"at": ("09:00", "18:30")}, 2),
        ({"at": ("09:00", "09:00")}, 1),
        ({"every": "1 day", "at": ("9:00", "18:30")}, 2),
        ({"at": ("09:00", "2027-03-01 09:00")}, 1),
        ({"cron": "*/5 * * * *"}, 288),
        ({"cron": "0 8-20/2 * * *"}, 7),
        ({"cron": "0,30 9 * * mon,tue"}, 2),
        ({"cron": "10/20 * * * *"}, 72),
        ({"cron": "@daily"}, 1),
        ({"cron": "0 9 ? * *"}, 1),
    ],
)
def test_how_often_on_a_monday(keys: dict[str, str | tuple[str, ...]], a_day: int) -> None:
    assert runs(**keys) == a_day  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("keys", "on_fridays", "a_week"),
    [
        ({"every": "1 week", "on": "friday", "at": "18:00"}, 1, 1),
        ({"every": "1 week", "on": ("tuesday", "friday"), "at": "18:00"}, 1, 2),
        ({"every": "7 days", "on": "monday", "at": "08:00"}, 0, 1),
    ],
)
def test_what_comes_weekly_at_a_time_of_day(
    keys: dict[str, str | tuple[str, ...]], on_fridays: int, a_week: int
) -> None:
    assert (runs(DAY, 4, **keys), runs(7 * DAY, 0, **keys)) == (on_fridays, a_week)


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"every": "1 week", "at": "08:00"},
        {"every": "2 weeks", "on": "friday", "at": "08:00"},
        {"at": "2027-03-01 09:00"},
        {"at": "noon"},
        {"at": "24:00"},
        {"every": "now and then"},
        {"every": "0 minutes"},
        {"every": "1 hour", "at": "09:00"},
        {"every": "1 hour", "on": "first monday"},
        {"every": "1 hour", "on": ("monday", "someday")},
        {"every": "1 hour", "cron": "0 9 * * *"},
        {"cron": "0 9 1 * *"},
        {"cron": "0 9 * *"},
        {"cron": "61 9 * * *"},
        {"cron": "0 20-8 * * *"},
        {"cron": "*/0 * * * *"},
        {"cron": "0 9 * * someday"},
        {"cron": "@monthly"},
    ],
)
def test_what_is_not_certain(keys: dict[str, str | tuple[str, ...]]) -> None:
    assert runs(**keys) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("keys", "days"),
    [
        ({"on": "saturday", "at": "09:00"}, [5]),
        ({"on": ("Mon", "wed"), "at": "09:00"}, [0, 2]),
        ({"on": "weekdays", "every": "1 hour"}, [0, 1, 2, 3, 4]),
        ({"on": "weekend", "every": "1 hour"}, [5, 6]),
        ({"cron": "0 9 * * 0"}, [6]),
        ({"cron": "0 9 * * 7"}, [6]),
        ({"cron": "0 9 * * 1-5"}, [0, 1, 2, 3, 4]),
    ],
)
def test_on_which_days(keys: dict[str, str | tuple[str, ...]], days: list[int]) -> None:
    assert [day for day in range(7) if runs(day=day, **keys)] == days  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seconds", "keys", "most"),
    [
        (HOUR, {"every": "5 minutes"}, 12),
        (HOUR, {"at": ("09:00", "09:30", "09:59", "10:00", "18:00")}, 3),
        (30 * DAY, {"every": "1 hour"}, 720),
        (7 * DAY, {"at": "09:00", "on": "weekdays"}, 5),
        (30 * DAY, {"every": "1 week"}, 4),
        (7 * DAY, {"every": "2 weeks"}, 0),
    ],
)
def test_other_stretches_of_time(seconds: int, keys: dict[str, str | tuple[str, ...]], most: int) -> None:
    assert runs(seconds, **keys) == most  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"every": "5 minutes"}, "every 5 minutes"),
        ({"every": "1 hour"}, "every hour"),
        ({"every": "hour"}, "every hour"),
        ({"at": "09:00"}, "once a day"),
        ({"at": ("09:00", "10:00")}, "at 2 times of day"),
    ],
)
def test_how_it_reads(keys: dict[str, str | tuple[str, ...]], words: str) -> None:
    found = timetable({name: (each,) if isinstance(each, str) else each for name, each in keys.items()})
    assert found is not None
    assert found.words == words


@pytest.mark.parametrize(
    ("keys", "hours", "a_day", "words"),
    [
        ({"every": "15 minutes"}, Hours(EVERY_DAY, 540, 1020), 32, "every 15 minutes within 8 hours a day"),
        ({"every": "15 minutes"}, Hours(EVERY_DAY, 1320, 360), 32, "every 15 minutes within 8 hours a day"),
        ({"every": "15 minutes"}, Hours(EVERY_DAY, 540, 540), 96, "every 15 minutes"),
        ({"every": "1 hour"}, Hours(EVERY_DAY, 540, 550), 1, "every hour within 10 minutes a day"),
        ({"every": "1 day"}, Hours(EVERY_DAY, 540, 1020), 1, "every day within 8 hours a day"),
        ({"at": ("08:00", "09:00", "18:00")}, Hours(EVERY_DAY, 540, 1020), 1, "once a day"),
        ({"every": "1 hour"}, Hours(frozenset((5, 6)), 540, 1020), 0, "every hour within 8 hours a day"),
    ],
)
def test_within_certain_hours(keys: dict[str, str | tuple[str, ...]], hours: Hours, a_day: int, words: str) -> None:
    found = timetable({name: (each,) if isinstance(each, str) else each for name, each in keys.items()})
    assert found is not None
    within = found.within(hours)
    assert within is not None
    assert (within.runs(DAY, 0), within.words) == (a_day, words)


def test_an_hour_and_a_week_within_certain_hours() -> None:
    within = Timetable(600, (), EVERY_DAY).within(Hours(frozenset(range(5)), 540, 1020))
    assert within is not None
    assert [within.runs(HOUR, 0), within.runs(12 * HOUR, 0), within.runs(DAY, 5)] == [6, 48, 0]
    assert within.runs(7 * DAY, 0) == 5 * 48


def test_no_time_of_it_within_the_hours() -> None:
    hours = Hours(frozenset((0,)), 540, 1020)
    assert Timetable(0, (HOUR,), EVERY_DAY).within(hours) is None
    assert Timetable(600, (), frozenset((1,))).within(hours) is None


times = st.lists(st.integers(0, DAY - 1), min_size=1, max_size=8, unique=True).map(lambda each: tuple(sorted(each)))


@settings(deadline=None)
@given(times, st.integers(1, DAY))
def test_the_fullest_stretch(at: tuple[int, ...], seconds: int) -> None:
    """Counted from each second at which something happens, one by one."""
    counts = [len([time for time in at if start <= time and time - start < seconds]) for start in at]
    assert Timetable(0, at, frozenset((0,))).runs(seconds, 0) == max(counts)


@pytest.mark.parametrize(
    ("line", "runs_on", "not_on"),
    [
        ("0 9 4 12 *", "2026-12-04", "2026-11-04"),
        ("0 9 4 dec *", "2026-12-04", "2026-12-05"),
        ("0 9 * 12 mon", "2026-12-07", "2026-12-08"),
        ("0 9 13 * fri", "2026-12-04", "2026-12-05"),
        ("0 9 13 * fri", "2026-12-13", "2026-12-14"),
        ("@yearly", "2027-01-01", "2027-02-01"),
    ],
)
def test_days_of_the_month_and_months_of_a_cron_line(line: str, runs_on: str, not_on: str) -> None:
    found = cron_days({"cron": (line,)})
    assert found is not None
    assert found.holds(date.fromisoformat(runs_on))
    assert not found.holds(date.fromisoformat(not_on))


@pytest.mark.parametrize(
    "line", ["", "0 9 * * *", "0 9 ? * mon", "@daily", "0 9 4 smarch *", "0 9 4 12", "0 99 4 12 *"]
)
def test_a_cron_line_that_says_no_day_of_the_year_or_is_none(line: str) -> None:
    assert cron_days({"cron": (line,)}) is None


@pytest.mark.parametrize(
    ("keys", "days"),
    [
        ({"every": "1 day"}, 1),
        ({"every": "2 weeks"}, 14),
        ({"every": "2 weeks", "on": ("monday",)}, 14),
        ({"every": "1 hour", "on": ("saturday", "sunday")}, 6),
        ({"on": ("friday",), "at": ("16:00",)}, 7),
        ({"on": ("friday",)}, 7),
        ({"on": ("monday", "wednesday")}, 5),
        ({"at": ("07:30", "12:30")}, 1),
        ({"cron": ("0 9 * * 1-5",)}, 3),
        ({"cron": ("0 9 15 * *",)}, 31),
        ({"cron": ("0 9 4 12 *",)}, 366),
        ({"on": ("day 15",)}, 35),
        ({"on": ("last Friday",)}, 35),
        ({}, 0),
        ({"cron": ("whenever",)}, 0),
        ({"on": ("2027-01-02",)}, 0),
    ],
)
def test_the_longest_from_one_run_to_the_next(keys: dict[str, str | tuple[str, ...]], days: int) -> None:
    said = {name: (each,) if isinstance(each, str) else each for name, each in keys.items()}
    assert longest_wait(said) == days * DAY
