"""What keys of the automation file can hold that say when: days, hours, dates and how often."""

from sociable.documents.nodes import Node, Scalar
from sociable.readers.automation_file.shapes import (
    FILLED,
    Json,
    Key,
    Shape,
    all_fit,
    filled_of,
    fits,
    group,
    one_of,
    one_or_list,
    text_of,
)
from sociable.setup import quantities, times
from sociable.setup.model import Hours
from sociable.vocabulary.time_zones import TIME_ZONES
from sociable.vocabulary.values import DURING


def _stretch_of(node: Node) -> str:
    text = text_of(node)
    times.stretch(text)
    return text


CRON = Shape(
    {"title": "a cron line of five fields such as `0 9 * * mon`", "type": "string", "pattern": times.CRON_PATTERN},
    fits(times.CRON_PATTERN),
)
_ONE_TIME: Json = {"title": 'a time of day such as `"09:30"`, or a date', "type": "string", "pattern": times.AT_PATTERN}
TIMES_OF_DAY = Shape(
    one_or_list('a time of day such as `"09:30"`, a date, or a list of such', _ONE_TIME, minItems=1),
    all_fit(times.AT_PATTERN),
)
_ONE_DAY: Json = {
    "title": "a day such as `monday`, `weekdays` or `2027-01-31`",
    "type": "string",
    "pattern": times.ON_PATTERN,
}
SCHEDULED_DAYS = Shape(
    one_or_list("a day such as `monday`, `weekdays` or `2027-01-31`, or a list of days", _ONE_DAY, minItems=1),
    all_fit(times.ON_PATTERN),
)
EVERY = Shape(
    {"title": "a length of time such as `3 days`, or `day`", "type": "string", "pattern": quantities.EVERY_PATTERN},
    fits(quantities.EVERY_PATTERN),
)
DATE = Shape(
    {"title": "a date such as `2027-06-30`", "type": "string", "pattern": times.DATE_PATTERN}, fits(times.DATE_PATTERN)
)


DAYS = Shape(
    one_or_list(
        "a day such as `monday` or `monday-friday`, or a list of days",
        {"title": "a day such as `monday` or `monday-friday`", "type": "string", "pattern": times.DAYS_PATTERN},
        minItems=1,
    ),
    all_fit(times.DAYS_PATTERN),
)
STRETCH = Shape(
    {"title": 'hours such as `"9:00-17:30"`', "type": "string", "pattern": times.HOURS_PATTERN}, _stretch_of
)
ZONE = one_of(TIME_ZONES, "a time zone such as `Europe/London`")
HOURS_KEYS = {
    "days": Key(DAYS, "The days of the week.", "monday-friday"),
    "hours": Key(STRETCH, "From when to when; over midnight if the second comes first.", '"9:00-17:30"'),
    "zone": Key(Shape({"$ref": "#/$defs/zone"}, ZONE.convert), "The time zone.", "Europe/London"),
}
_STATED_HOURS = group(
    "a group such as `{days: monday-friday}`",
    HOURS_KEYS,
    lambda said: times.hours(said.get("days", ()), said.get("hours", ""), said.get("zone", "")),
)
_HOURS_WORD = one_of(DURING)


def _during_of(node: Node) -> Hours | str:
    return (_HOURS_WORD if type(node) is Scalar else _STATED_HOURS).convert(node)  # type: ignore[no-any-return]


DURING_SCHEMA: Json = {
    "title": f"{_HOURS_WORD.schema['title']}, or {_STATED_HOURS.schema['title']}",
    "anyOf": [_HOURS_WORD.schema, _STATED_HOURS.schema],
}
HOURS = Shape({"$ref": "#/$defs/hours"}, _during_of)


def _inbox_hours_of(node: Node) -> Hours | str:
    """Hours, or what a file says of them in words of its own."""
    if type(node) is not Scalar:
        return _during_of(node)
    said = filled_of(node)
    try:
        return times.hours(stretch_of_day=said)
    except ValueError:
        return said


INBOX_HOURS = Shape(
    {
        "title": 'hours such as `"9:00-17:30"`, or a group such as `{days: monday-friday}`',
        "anyOf": [FILLED.schema, _STATED_HOURS.schema],
    },
    _inbox_hours_of,
)
