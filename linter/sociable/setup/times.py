"""Clock times, days of the week and stretches of hours, as the format writes them."""

import re
from collections.abc import Iterable

from sociable.records.static import date
from sociable.setup.model import Hours

DAY = 86400
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EVERY_DAY = frozenset(range(7))

_NAMED_DAYS = {
    **{name: frozenset((number,)) for number, name in enumerate(WEEKDAYS)},
    **{name[:3]: frozenset((number,)) for number, name in enumerate(WEEKDAYS)},
    "weekdays": frozenset(range(5)),
    "weekday": frozenset(range(5)),
    "weekends": frozenset((5, 6)),
    "weekend": frozenset((5, 6)),
    "daily": EVERY_DAY,
    "day": EVERY_DAY,
}
DAY_WORDS = tuple(word for word in _NAMED_DAYS if len(word) > 3)
_CLOCK = r"([01]?[0-9]|2[0-3]):([0-5][0-9])"
_END_OF_DAY = "24:00"


def _any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, begun with a small or a capital letter."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words)


_MONTHS = (
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])"
)
_LEAP = "[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00"
_DATE = rf"(?:(?!0000)[0-9]{{4}}-(?:{_MONTHS})|(?:{_LEAP})-02-29)"
DATE_PATTERN = rf"^{_DATE}$"
_DATE_AND_CLOCK = rf"{_DATE}(?:[ T]{_CLOCK})?"
DATE_AND_CLOCK_PATTERN = rf"^{_DATE_AND_CLOCK}$"
AT_PATTERN = rf"^(?:{_CLOCK}|{_DATE_AND_CLOCK})$"
HOURS_PATTERN = rf"^{_CLOCK} ?- ?(?:{_CLOCK}|{_END_OF_DAY})$"
DAYS_PATTERN = rf"^(?:{_any_of(_NAMED_DAYS)}|(?:{_any_of(WEEKDAYS)}) ?- ?(?:{_any_of(WEEKDAYS)}))$"
ON_PATTERN = (
    rf"^(?:{_any_of(_NAMED_DAYS)}|(?:{_any_of(WEEKDAYS)}) ?- ?(?:{_any_of(WEEKDAYS)})"
    rf"|(?:first|second|third|fourth|last) (?:{_any_of(WEEKDAYS)})|day (?:[1-9]|[12][0-9]|3[01])|{_DATE_AND_CLOCK})$"
)
"""Days of a schedule. The published schema holds these very patterns."""

_MONTH_NAMES = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
MONTHS = tuple(_MONTH_NAMES.split("|"))
_MONTHS_IN_FULL = "january|february|march|april|may|june|july|august|september|october|november|december"
MOMENT_PATTERN = rf"^(?:{_CLOCK}|{_DATE_AND_CLOCK}|{'|'.join(_NAMED_DAYS)}|{_MONTHS_IN_FULL}|{_MONTH_NAMES})$"
"""What a moment can be compared with, in small or capital letters."""

_CRON_FIELDS = (
    ("minute", "[0-5]?[0-9]", "0 to 59"),
    ("hour", "1?[0-9]|2[0-3]|0[0-9]", "0 to 23"),
    ("day of the month", "0?[1-9]|[12][0-9]|3[01]", "1 to 31"),
    ("month", f"0?[1-9]|1[0-2]|{_MONTH_NAMES}", "1 to 12"),
    ("day of the week", "[0-7]|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
     "0 to 7, or `mon` to `sun`"),
)  # fmt: skip
_CRON_WORDS = "@yearly|@annually|@monthly|@weekly|@daily|@midnight|@hourly"


def _cron_part(value: str) -> str:
    each = rf"(?:\*|\?|(?:{value})(?:-(?:{value}))?)(?:/[1-9][0-9]?)?"
    return f"{each}(?:,{each})*"


_CRON_PARTS = tuple(_cron_part(value) for _, value, _ in _CRON_FIELDS)
_NEVER = r"(?!\S+ +\S+ +(?:3[01] +0?2|3[01] +feb|31 +0?[469]|31 +11|31 +(?:apr|jun|sep|nov)) +\*$)"
"""No month has such a day; a day of the week beside it may come all the same."""
CRON_PATTERN = rf"^(?:{_CRON_WORDS}|{_NEVER}{' +'.join(f'(?:{each})' for each in _CRON_PARTS)})$"


def why_no_cron(line: str) -> str:
    """Which field of a cron line is wrong, in words; empty if it is a cron line."""
    if re.match(CRON_PATTERN, line):
        return ""
    fields = line.split()
    if len(fields) != len(_CRON_FIELDS):
        return "A cron line has five fields: minute, hour, day of the month, month, day of the week."
    for field, (name, _, known), pattern in zip(fields, _CRON_FIELDS, _CRON_PARTS, strict=True):
        if not re.fullmatch(pattern, field):
            return f"The {name} `{field}` is none: it goes from {known}."
    return "That month has no such day."


def clock(text: str) -> int | None:
    """Count the minutes from midnight to ``09:30``; nothing if it is no time of day."""
    found = re.fullmatch(_CLOCK, text)
    return int(found[1]) * 60 + int(found[2]) if found else None


def dated(text: str) -> tuple[date, str] | None:
    """The day of ``2027-01-02 09:00``, and its time of day, which may be empty; nothing if it is no date."""
    if not re.fullmatch(_DATE_AND_CLOCK, text):
        return None
    from datetime import date  # few files name a day like this

    return date.fromisoformat(text[:10]), text[11:]


def date_in_words(text: str) -> str:
    """``2 January 2027 at 09:00`` for ``2027-01-02 09:00``; what is no date stays as it is."""
    found = dated(text)
    if found is None:
        return text
    day, time = found
    words = f"{day.day} {month_in_full(day.month)} {day.year}"
    return f"{words} at {time}" if time else words


def month_in_full(number: int) -> str:
    """``January`` for 1."""
    return _MONTHS_IN_FULL.split("|")[number - 1].capitalize()


def clock_time(seconds: int) -> str:
    """``09:30`` for so many seconds after midnight."""
    return f"{seconds // 3600:02}:{seconds % 3600 // 60:02}"


def weekdays(text: str) -> frozenset[int]:
    """The days that ``monday``, ``mon``, ``weekdays`` or ``monday-friday`` stand for; none if it is no such word."""
    word = text.casefold().replace(" ", "")
    first, _, last = word.partition("-")
    if first in WEEKDAYS and last in WEEKDAYS:
        begin, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
        return frozenset((begin + each) % 7 for each in range((end - begin) % 7 + 1))
    return _NAMED_DAYS.get(word, frozenset())


def stretch(text: str) -> tuple[int, int]:
    """Read ``9:00-17:30`` as minutes of the day. Raises ``ValueError`` where it is none, or has no length."""
    begin, _, end = text.replace(" ", "").partition("-")
    first = clock(begin)
    last = DAY // 60 if end == _END_OF_DAY else clock(end)
    if first is None or last is None or first == last:
        raise ValueError(text)
    return first, last


def hours(days: tuple[str, ...] = (), stretch_of_day: str = "", zone: str = "") -> Hours:
    """Put together what is said of hours; unsaid, they are all days, all day. Raises ``ValueError``."""
    named = [weekdays(day) for day in days]
    if not all(named):
        raise ValueError(days)
    begin, end = stretch(stretch_of_day) if stretch_of_day else (0, DAY // 60)
    return Hours(frozenset().union(*named) if named else EVERY_DAY, begin, end, zone)
