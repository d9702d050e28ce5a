"""When n8n's clocks start a workflow, as the keys beside ``event: schedule``; nothing where these cannot say it."""

from collections.abc import Sequence as Several

from sociable.documents.nodes import Node, Scalar, Sequence, member, text_at
from sociable.readers.n8n.parameters import Parameters
from sociable.records.static import TypeAlias
from sociable.setup.times import WEEKDAYS, clock_time

When: TypeAlias = dict[str, tuple[str, ...]]

_UNITS = {"seconds": "second", "minutes": "minute", "hours": "hour", "days": "day", "weeks": "week", "months": "month"}
_USUAL = {"seconds": 30, "minutes": 5}
"""How many of a unit lie between two runs where the export does not say, because it is the default; else one."""

_OFTEN = {"everyMinute": "minutes", "everyHour": "hours", "everyWeek": "weeks"}
_CRON_HOUR, _CRON_DAY = "14", "1"
"""What the older clock means where the export does not say."""


def schedule(parameters: Parameters) -> When:
    """What a schedule trigger says, in one row or several."""
    rows = _rows(parameters, "rule.interval")
    if not rows:
        return {} if parameters.node("rule") is None else {"every": ("1 day",)}
    return _interval(rows[0]) if len(rows) == 1 else _together([_clocked(row) for row in rows])


def cron(parameters: Parameters) -> When:
    """What the older clock says, in one row or several."""
    rows = _rows(parameters, "triggerTimes.item")
    if not rows:
        return {}
    return _cron_row(rows[0]) if len(rows) == 1 else _together([_cron_clocked(row) for row in rows])


def every(count: str, unit: str) -> When:
    """A distance of so many of a unit."""
    known = _UNITS.get(unit or "seconds")
    return {"every": (f"{count} {known}{'' if count == '1' else 's'}",)} if known and count.isdecimal() else {}


def _rows(parameters: Parameters, path: str) -> list[Node]:
    listed = parameters.node(path)
    return list(listed.items) if type(listed) is Sequence else []


def _interval(row: Node) -> When:
    unit = text_at(row, "field") or "days"
    if unit == "cronExpression":
        return _cron_line(text_at(row, "expression"))
    if unit == "weeks" and len(_days_of_week(row)) > 1 and text_at(row, "weeksInterval") in ("", "1"):
        return {"on": _days_of_week(row), "at": _time(row, "triggerAtHour", "triggerAtMinute")}
    return every(text_at(row, f"{unit}Interval") or str(_USUAL.get(unit, 1)), unit)


def _clocked(row: Node) -> When:
    """One of several rows, by the times of day at which it runs."""
    unit = text_at(row, "field") or "days"
    if unit == "cronExpression":
        return _cron_line(text_at(row, "expression"))
    if unit not in ("days", "weeks") or text_at(row, f"{unit}Interval") not in ("", "1"):
        return {}
    days = (_days_of_week(row) or WEEKDAYS[-1:]) if unit == "weeks" else ()
    return {"on": days, "at": _time(row, "triggerAtHour", "triggerAtMinute")}


def _days_of_week(row: Node) -> tuple[str, ...]:
    """The days on which a weekly timetable runs; n8n begins the week with Sunday, which is 0."""
    listed = member(row, "triggerAtDay")
    words = [each.value for each in listed.items if type(each) is Scalar] if type(listed) is Sequence else []
    return _in_week(words)


def _in_week(numbers: Several[str]) -> tuple[str, ...]:
    return tuple(WEEKDAYS[number] for number in sorted({(int(word) - 1) % 7 for word in numbers if word.isdecimal()}))


def _time(row: Node, hours: str, minutes: str, usual: str = "0") -> tuple[str]:
    hour, minute = text_at(row, hours) or usual, text_at(row, minutes)
    seconds = (int(hour) % 24 if hour.isdecimal() else 0) * 3600
    return (clock_time(seconds + (int(minute) % 60 if minute.isdecimal() else 0) * 60),)


def _cron_row(row: Node) -> When:
    mode = text_at(row, "mode") or "everyDay"
    if mode == "custom":
        return _cron_line(text_at(row, "cronExpression"))
    if mode == "everyX":
        return every(text_at(row, "value") or "2", text_at(row, "unit") or "hours")
    return every("1", _OFTEN.get(mode, "days"))


def _cron_clocked(row: Node) -> When:
    mode = text_at(row, "mode") or "everyDay"
    if mode == "custom":
        return _cron_line(text_at(row, "cronExpression"))
    if mode not in ("everyDay", "everyWeek"):
        return {}
    days = _in_week([text_at(row, "weekday") or _CRON_DAY]) if mode == "everyWeek" else ()
    return {"on": days, "at": _time(row, "hour", "minute", _CRON_HOUR)}


def _cron_line(line: str) -> When:
    """n8n's may begin with seconds, which no timetable of ours counts."""
    fields = line.removeprefix("=").split()
    return {"cron": (" ".join(fields[-5:]),)} if len(fields) in (5, 6) and "{{" not in line else {}


def _together(rows: Several[When]) -> When:
    """Several rows as one timetable, where they differ in one thing alone: in the times, the days, a field of cron."""
    if not all(rows):
        return {}
    lines = [each["cron"][0].split() for each in rows if "cron" in each]
    if lines:
        fields = [dict.fromkeys(field) for field in zip(*lines, strict=True)]
        differ = sum(len(field) > 1 for field in fields)
        return {"cron": (" ".join(map(",".join, fields)),)} if len(lines) == len(rows) and differ < 2 else {}
    days = {each["on"] for each in rows}
    times = {time for each in rows for time in each["at"]}
    if len(days) > 1 and (len(times) > 1 or () in days):
        return {}
    on = tuple(day for day in WEEKDAYS if any(day in each for each in days))
    return {**({"on": on} if on else {}), "at": tuple(sorted(times))}
