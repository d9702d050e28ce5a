"""Dates as files write them, and in words."""

import re
from datetime import date

import pytest
from sociable.setup.times import DATE_PATTERN, date_in_words, dated


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2027-01-02", "2 January 2027"),
        ("2027-12-31 09:00", "31 December 2027 at 09:00"),
        ("2028-02-29T9:05", "29 February 2028 at 9:05"),
        ("2027-02-29", "2027-02-29"),
        ("09:30", "09:30"),
        ("first friday", "first friday"),
    ],
)
def test_a_date_is_written_out(text: str, words: str) -> None:
    assert date_in_words(text) == words


@pytest.mark.parametrize("text", ["0000-01-01", "0000-02-29", "0001-01-01", "0400-02-29", "1900-02-29", "2000-02-29"])
def test_a_date_is_one_only_if_the_calendar_has_it(text: str) -> None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        assert dated(text) is None
    else:
        assert dated(text) == (day, "")
    assert bool(re.match(DATE_PATTERN, text)) == (dated(text) is not None)
