import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sociable.setup import quantities
from sociable.setup.model import Once, Rate
from sociable.setup.quantities import clock_words, duration, interval, length, once, once_words, rate, rate_words


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1 second", 1),
        ("2 minutes", 120),
        ("3hours", 10800),
        ("1 week", 604800),
        ("1 month", 2592000),
        ("1 year", 31536000),
    ],
)
def test_durations(text: str, seconds: int) -> None:
    assert duration(text) == seconds


@pytest.mark.parametrize("text", ["3", "days", "3 dayz", "-3 days", "1.5 days", "9999999999 days", "٣ days", "3  days"])
def test_what_is_no_duration(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        duration(text)


def test_rates() -> None:
    assert rate("60 per hour") == Rate(60, 3600)
    assert rate_words(rate("60 per hour")) == "60 per hour"
    assert rate_words(Rate(20, 0)) == "20 in one run"


@pytest.mark.parametrize("text", ["60", "60 an hour", "60 per hours", "per hour", "60 per fortnight"])
def test_what_is_no_rate(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        rate(text)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [("user", Once("user", 0)), ("post per day", Once("post", 86400)), ("thread per 3 days", Once("thread", 259200))],
)
def test_once_per(text: str, meaning: Once) -> None:
    assert once(text) == meaning


@pytest.mark.parametrize("text", ["person", "user per", "user a day", "user per user"])
def test_what_is_no_once_per(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        once(text)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 second"),
        (60, "1 minute"),
        (5400, "1 hour 30 minutes"),
        (86_400 * 10, "1 week 3 days"),
        (90_061, "1 day 1 hour"),
    ],
)
def test_lengths_of_time(seconds: int, words: str) -> None:
    assert clock_words(seconds) == words


def test_paces() -> None:
    assert rate_words(Rate(60, 3600)) == "60 per hour"
    assert rate_words(Rate(1, 5400)) == "1 per 1 hour 30 minutes"
    assert once_words(Once("user", 86_400 * 2)) == "user per 2 days"
    assert once_words(Once("thread", 0)) == "thread"


PATTERNS: dict[str, Callable[[str], object]] = {
    quantities.DURATION_PATTERN: duration,
    quantities.LENGTH_PATTERN: length,
    quantities.EVERY_PATTERN: interval,
    quantities.RATE_PATTERN: rate,
    quantities.PER_PATTERN: once,
}
WORDS = st.sampled_from(
    [*quantities.UNITS, "days", "weekday", "per", "user", "run", "post", "0", "00", "07", "1", "30"]
)
WRITTEN = st.one_of(
    st.lists(WORDS, max_size=6).map(" ".join),
    *(st.from_regex(pattern.replace("$", r"\Z"), alphabet=st.characters(codec="ascii")) for pattern in PATTERNS),
)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=WRITTEN)
def test_what_is_read_is_what_the_schema_allows(pattern: str, text: str) -> None:
    if re.match(pattern, text):
        PATTERNS[pattern](text)
    else:
        with pytest.raises(ValueError, match=rf"^{re.escape(text)}\Z"):
            PATTERNS[pattern](text)
