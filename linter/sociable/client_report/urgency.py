"""By when something has to be seen to, as far as the files say when it happens: no day is made up."""

import re
from collections.abc import Iterable
from datetime import date

from sociable.client_report.frame import Frame
from sociable.client_report.weekly_pace import noticed
from sociable.drawing.phrases import event_words, when_words
from sociable.facts.facts import AutomationFacts
from sociable.facts.schedules import Timetable, timetable
from sociable.records.record import Record
from sociable.setup.times import DAY, EVERY_DAY, WEEKDAYS

_MOST_TIMES = 3
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T].+)?")

DAILY, AT_ANY_HOUR, RARER, DATED, BY_HAND, WAITING, OVER = range(7)
"""How soon it happens again without anybody doing anything, the soonest first."""


class Due(Record):
    """How soon something happens again, and by when one has to act, as clauses."""

    rank: int
    happens: str
    act: str


def soonest(automations: Iterable[AutomationFacts], today: date, frame: Frame) -> Due | None:
    """The most urgent of what several automations do; nothing where there are none."""
    return min((due(each, today, frame) for each in automations), key=lambda each: each.rank, default=None)


def due(automation: AutomationFacts, today: date, frame: Frame) -> Due:
    """By when one has to act for an automation not to do once more what it does."""
    if automation.event.is_by_hand:
        return _due(BY_HAND, "by_hand", frame)
    outward = noticed(automation)
    if outward and all(step.approved for step in outward):
        return _due(WAITING, "waiting", frame)
    if not automation.event.is_timed:
        return _due(AT_ANY_HOUR, "at_any_hour", frame, event_words(automation))
    return _on_schedule(automation, today, frame)


def _on_schedule(automation: AutomationFacts, today: date, frame: Frame) -> Due:
    narrowed = automation.model.trigger.narrowed
    dates = sorted(each for key in ("at", "on") for each in narrowed.get(key, ()) if _DATE.fullmatch(each))
    if dates and not narrowed.get("every"):
        coming = [each for each in dates if each[:10] >= today.isoformat()]
        if not coming:
            return _due(OVER, "over", frame, _day(dates[-1], frame))
        return _due(DATED, "dated", frame, _day(coming[0], frame))
    times = timetable(narrowed)
    if times is None:
        return _due(DAILY, "unknown", frame, when_words(automation))
    daily = times.days == EVERY_DAY and times.every <= DAY
    return _due(DAILY if daily else RARER, "again", frame, _when(times, frame))


def _due(rank: int, key: str, frame: Frame, when: str = "") -> Due:
    return Due(rank, frame.say("due", key, when=when), frame.say("due", f"act_{key}"))


def _when(times: Timetable, frame: Frame) -> str:
    """``every hour``, ``every day at 05:45``, ``on Monday at 08:00``."""
    names = [frame.say("times", WEEKDAYS[day]) for day in sorted(times.days)]
    every_day = times.days == EVERY_DAY
    on = frame.say("times", "every_day") if every_day else frame.say("times", "on", days=frame.listed(names, 7))
    if times.every:
        return times.words if every_day else f"{times.words}, {on}"
    if len(times.at) > _MOST_TIMES:
        return frame.say("times", "often", on=on, n=len(times.at))
    clocks = [f"{seconds // 3600:02}:{seconds % 3600 // 60:02}" for seconds in times.at]
    return frame.say("times", "at", on=on, times=frame.listed(clocks))


def _day(written: str, frame: Frame) -> str:
    """``2 January 2027``, with the time of day where there is one."""
    return f"{frame.date(date.fromisoformat(written[:10]))} {written[11:]}".rstrip()
