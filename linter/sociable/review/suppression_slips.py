"""What somebody meant who wrote a suppression that is none: a bracket, a dash, a date, a word slightly wrong."""

import re
from collections.abc import Iterator

from sociable.records.record import Record
from sociable.text.suggest import is_slip

_VERBS = ("ignore", "ignored", "ignores", "disable", "allow", "accept", "suppress", "skip", "noqa")
"""What other tools and people say for it."""

_NAME = r"[A-Za-z][\w-]*"
_NAMES = rf"{_NAME}(?:\s*,\s*{_NAME})*"
_BRACKETS = {"[": "]", "(": ")", "{": "}", "<": ">"}
_VERB = re.compile(rf"(?P<verb>{_NAME})\s*[:=]?\s*")
_DAY = r"(?P<day>\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{4}-\d{1,2}|\d{8})\.?(?=[\s,;:]|--|$)"
_UNTIL = re.compile(rf"[\s,;:]*(?P<word>[A-Za-z]+)\s*[=:]?\s*{_DAY}")
_UNTIL_IN_REASON = re.compile(rf"(?<![\s,;(])[\s,;(]*\b(?P<word>until)\s*=\s*{_DAY}\)?")
_REASON = re.compile(r"\s*(?P<lead>(?:[\u2012-\u2015:#;,-]\s*)*)(?P<reason>.*)$", re.DOTALL)
_ISO = re.compile(r"(\d{4})(?:[-./](\d{1,2})[-./](\d{1,2})|(\d\d)(\d\d))$")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})$")
_LAST = re.compile(r"(\d{1,2})([-./])(\d{1,2})[-./](\d{4})$")
_STILL_WRONG = r"ignore\s*\[|^[\])}>]|^unti?ll?\b"
"""A reason does not say that."""

_LONGEST = 2000


class Meant(Record):
    """A suppression as it has to be written; ``is_guess`` if something else may have been meant."""

    says: str
    is_guess: bool = False


def meant(said: str) -> Meant | None:
    """What was meant by a text that reads like a suppression; nothing where that is not plain, or the reason lacks."""
    verb = _VERB.match(said[:_LONGEST])
    if verb is None or len(said) > _LONGEST or not any(is_slip(verb["verb"], known) for known in _VERBS):
        return None
    named = _named(said[verb.end() :])
    if named is None:
        return None
    names, rest = named
    until = _UNTIL.match(rest)
    if until is None or not is_slip(until["word"], "until"):
        until = _UNTIL_IN_REASON.search(rest)
    days: list[Meant] = []
    if until is not None:
        days, rest = list(_days(until["day"])), rest[: until.start()] + rest[until.end() :]
    reason = _REASON.match(rest)
    if (
        reason is None
        or not reason["reason"].strip()
        or (until is not None and not days)
        or re.search(_STILL_WRONG, reason["reason"])
    ):
        return None
    day = f" until={days[0].says}" if days else ""
    is_guess = bool(days and days[0].is_guess) or not reason["lead"]
    return Meant(f"ignore[{', '.join(names)}]{day} -- {reason['reason'].strip()}", is_guess)


def _named(rest: str) -> tuple[list[str], str] | None:
    """The rules that are named, in whatever brackets, and what comes after."""
    close = _BRACKETS.get(rest[:1], "")
    inner = rest[1:].lstrip() if close else rest
    end = inner.find(close) if close else -1
    names = inner[:end] if end >= 0 else _plain_names(inner)
    found = [each for each in re.split(r"[\s,]+", names) if each]
    if not found or not all(re.fullmatch(_NAME, each) for each in found) or {*found} & {"all", "until"}:
        return None
    rest = inner[end:].lstrip(close) if end >= 0 else inner[len(names) :]
    return found, rest


def _plain_names(text: str) -> str:
    """Names with commas between them: without a bracket that ends them, the next word may be the reason."""
    names = re.match(_NAMES, text)
    return names[0] if names else ""


def _days(written: str) -> Iterator[Meant]:
    """The days that somebody may have meant, the likeliest first: with the year last, some put the month first."""
    if iso := _ISO.match(written):
        yield from _day(iso[1], iso[2] or iso[4], iso[3] or iso[5])
    elif month := _MONTH.match(written):
        lasts = (each for day in ("31", "30", "29", "28") for each in _day(month[1], month[2], day))
        yield from (each._replace(is_guess=True) for each in lasts)
    elif last := _LAST.match(written):
        one, sign, other, year = last.groups()
        found = [*_day(year, other, one), *(_day(year, one, other) if sign == "/" else ())]
        yield from (each._replace(is_guess=len({*found}) > 1) for each in found)


def _day(year: str, month: str, day: str) -> Iterator[Meant]:
    from datetime import date

    try:
        yield Meant(date(int(year), int(month), int(day)).isoformat())
    except ValueError:
        return


def day_meant(until: str, today: str) -> str:
    """The day that is still to come and differs from one long past by a slip in the year; empty if there is none.

    Both are ISO dates. Nobody accepted anything before there was something to accept.
    """
    year, rest = until[:4], until[4:]
    if int(year) >= _FIRST_YEAR:
        return ""
    years = (str(int(today[:4]) + more) for more in range(_YEARS))
    days = (f"{each}{rest}" for each in years if is_slip(year, each))
    return next((each for each in days if each >= today and list(_day(*each.split("-")))), "")


_FIRST_YEAR = 2024
_YEARS = 3
"""For so long people accept something."""
