"""By when something has to be seen to, as far as the files say when it happens: no day is made up."""

from collections.abc import Iterable
from datetime import date, timedelta

from sociable.client_report.automations.schedule_words import (
    dates_of,
    day_words,
    ended_on,
    next_run,
    schedule_words,
    with_next_day,
    with_zone_asked,
    zoned,
)
from sociable.client_report.automations.switched_together import switch_of, was_off
from sociable.client_report.automations.weekly_pace import noticed, waits_for_hours
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.nobody_is_us import of_the_account
from sociable.client_report.wording.titles import quoted
from sociable.drawing.phrases import event_words, when_words
from sociable.facts.facts import AutomationFacts
from sociable.facts.rooms import is_written_ahead
from sociable.records.record import Record
from sociable.setup.schedules import timetable
from sociable.setup.times import DAY, EVERY_DAY

DAILY, AT_ANY_HOUR, RARER, DATED, BY_HAND, WAITING, OVER, WAS_OFF = range(8)
"""How soon it happens again without anybody doing anything, the soonest first."""


_TIMES = ("every", "at", "on", "cron")
_NEAR = timedelta(5)
"""So soon that nobody should read of it only after what has time."""


class Due(Record):
    """How soon something happens again, and by when one has to act, as clauses.

    ``run`` is the next one that is known, and ``by`` says that as a moment; ``before`` too, if it is within a few days.
    ``waits`` says that nothing goes out before a person says yes.
    """

    rank: int
    happens: str
    act: str
    run: date | None = None
    before: str = ""
    by: str = ""
    waits: bool = False


NEVER = Due(WAS_OFF + 1, "", "")
"""Of what no automation does, nobody can say when it happens."""


def soonest(automations: Iterable[AutomationFacts], today: date, frame: Frame) -> Due | None:
    """The most urgent of what several automations do, which is said of that one alone; nothing where there are none."""
    found = [(due(each, today, frame), each) for each in automations]
    if not found:
        return None
    first, doing = min(found, key=lambda each: _soon(each[0]))
    if len({switch_of(each) for _, each in found}) == 1:
        return first
    key = "each_of" if all(each.happens == first.happens for each, _ in found) else "first_of"
    return first._replace(happens=frame.say("due", key, name=quoted(doing, frame), happens=first.happens))


def _soon(due: Due) -> tuple[int, date]:
    return due.rank, due.run or date.max


def due(automation: AutomationFacts, today: date, frame: Frame) -> Due:
    """By when one has to act for an automation not to do once more what it does."""
    if was_off(automation):
        return _due(WAS_OFF, "was_off", frame)
    if automation.is_over and not dates_of(automation):
        return _due(OVER, "ended", frame, ended_on(automation, frame))
    if automation.event.is_by_hand:
        return _due(*((DATED, "by_calendar") if is_written_ahead(automation) else (BY_HAND, "by_hand")), frame)
    outward = noticed(automation)
    waits = bool(outward) and all(step.approved for step in outward)
    if not outward and not all(step.reached for step in automation.steps):
        return _due(WAS_OFF, "never_done", frame)
    if not automation.event.is_timed:
        return _due(WAITING, "waiting", frame) if waits else _each_time(automation, frame)
    again = _on_schedule(automation, today, frame)
    return _waiting(again, frame) if waits and again.rank != OVER else again


def _each_time(automation: AutomationFacts, frame: Frame) -> Due:
    """Of what something sets off at no time that is known."""
    when, hours = of_the_account(event_words(automation)), waits_for_hours(automation, frame)
    return _due(AT_ANY_HOUR, "in_hours" if hours else "at_any_hour", frame, when, hours)


def _waiting(again: Due, frame: Frame) -> Due:
    """The same of what a person has to say yes to each time: its day is the day on which somebody is asked."""
    happens, act = frame.say("due", "waits_too", happens=again.happens), frame.say("due", "act_waiting")
    return again._replace(rank=again.rank if again.run else WAITING, happens=happens, act=act, waits=True)


def _on_schedule(automation: AutomationFacts, today: date, frame: Frame) -> Due:
    if dates := dates_of(automation):
        coming = [each for each in dates if each[:10] >= today.isoformat()]
        rank, key, day = (DATED, "dated", coming[0]) if coming else (OVER, "over", dates[-1])
        if coming and day[:10] == today.isoformat():
            key = "dated_today"
        words = zoned(day_words(day, frame), automation, frame)
        return _with_run(_due(rank, key, frame, with_zone_asked(words, automation, frame)), automation, today, frame)
    words = schedule_words(automation, frame)
    if not words:
        return _due(
            DAILY, "unread" if _says_when(automation) else "unknown", frame, of_the_account(when_words(automation))
        )
    times = timetable(automation.model.trigger.narrowed)
    daily = times is not None and times.days == EVERY_DAY and times.every <= DAY
    words = words if daily else with_next_day(words, automation, today, frame)
    again = _due(DAILY if daily else RARER, "again", frame, with_zone_asked(words, automation, frame))
    return again if daily else _with_run(again, automation, today, frame)


def _says_when(automation: AutomationFacts) -> bool:
    """Whether its file says when it runs, or another tool runs it, which has to know."""
    model = automation.model
    narrowed = model.trigger.narrowed
    return bool(model.origin.importer) or "when" in model.misread or any(narrowed.get(key) for key in _TIMES)


def _with_run(due: Due, automation: AutomationFacts, today: date, frame: Frame) -> Due:
    """The same with its next run, and with that in words where it is near."""
    day, words = next_run(automation, today, frame)
    if day is None:
        return due
    by = _by(day, with_zone_asked(words, automation, frame), automation, today, frame)
    return due._replace(run=day, by=by, before=by if day - today <= _NEAR else "")


def _by(day: date, when: str, automation: AutomationFacts, today: date, frame: Frame) -> str:
    """The next run as a moment; of a day that has begun nobody knows whether it is over, so the one after it too."""
    if day != today:
        return frame.say("due", "before_tomorrow" if day - today == timedelta(1) else "before", when=when)
    _, then = next_run(automation, today + timedelta(1), frame)
    return frame.say("due", "before_today_or" if then else "before_today", when=when, then=then)


def _due(rank: int, key: str, frame: Frame, when: str = "", hours: str = "") -> Due:
    return Due(rank, frame.say("due", key, when=when, hours=hours), frame.say("due", f"act_{key}"))
