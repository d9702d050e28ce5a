"""Quantities as people write them elsewhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.readers.automation_file.spellings import (
    duration_meant,
    longest_instead,
    once_meant,
    rate_meant,
    schedule_meant,
)
from sociable.setup.quantities import UNITS, duration, most, once, rate


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("24h", "24 hours"),
        ("3d", "3 days"),
        ("1 hr", "1 hour"),
        ("90 mins", "90 minutes"),
        ("3 Days", "3 days"),
        ("hour", "1 hour"),
        ("a day", "1 day"),
        ("two weeks", "2 weeks"),
        ("daily", "1 day"),
        ("PT24H", "24 hours"),
        ("P3D", "3 days"),
        ("3-days", "3 days"),
        ("soon", ""),
        ("24", ""),
        ("3 fortnights", ""),
        ("99y", "99 years"),
        ("100y", ""),
        ("1000 months", ""),
        ("", ""),
    ],
)
def test_durations(written: str, meant: str) -> None:
    assert duration_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("60/hour", "60 per hour"),
        ("60/h", "60 per hour"),
        ("60 an hour", "60 per hour"),
        ("60 per hours", "60 per hour"),
        ("60 per 3 hours", "20 per hour"),
        ("3 times a day", "3 per day"),
        ("3x per week", "3 per week"),
        ("20 daily", "20 per day"),
        ("once", ""),
        ("1 per 3 hours", ""),
        ("many per hour", ""),
        ("60 per 0 hours", ""),
        ("0 per 0 hours", ""),
        ("200 per 100 years", "2 per year"),
        ("5 per 100y", ""),
    ],
)
def test_rates(written: str, meant: str) -> None:
    assert rate_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("day", "user per day"),
        ("user/day", "user per day"),
        ("user every 24h", "user per 24 hours"),
        ("per day", "user per day"),
        ("once per week", "user per week"),
        ("post/3d", "post per 3 days"),
        ("human", ""),
        ("user/99y", "user per 99 years"),
        ("user/100y", ""),
    ],
)
def test_once(written: str, meant: str) -> None:
    assert once_meant(written) == meant


def test_no_schedule_is_meant_that_nobody_lives_to_see() -> None:
    assert schedule_meant("every 99y") == "{event: schedule, every: 99 years}"
    assert schedule_meant("every 100y") == ""


@given(st.text(alphabet="0123456789 /adehiknoprstuwy", max_size=16))
@settings(deadline=None)
def test_what_is_meant_is_what_the_format_takes(text: str) -> None:
    for meant, read in ((duration_meant, duration), (rate_meant, rate), (once_meant, once)):
        written = meant(text)
        if written:
            read(written)


@pytest.mark.parametrize(
    ("written", "longest"),
    [("100y", "99 years"), ("1000 months", "999 months"), ("99 years", ""), ("0 years", ""), ("forever", "")],
)
def test_the_longest_is_named_in_place_of_what_is_longer(written: str, longest: str) -> None:
    assert longest_instead(written) == longest


@pytest.mark.parametrize("unit", UNITS)
def test_no_unit_has_more_than_the_most_of_it(unit: str) -> None:
    duration(f"{most(unit)} {unit}s")
    with pytest.raises(ValueError, match=unit):
        duration(f"{most(unit) + 1} {unit}s")


@pytest.mark.parametrize("unit", UNITS)
def test_what_is_right_already_stays(unit: str) -> None:
    assert duration_meant(f"3 {unit}s") == f"3 {unit}s"
    assert rate_meant(f"60 per {unit}") == f"60 per {unit}"
    assert once_meant(f"user per {unit}") == f"user per {unit}"
