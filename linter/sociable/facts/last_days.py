"""The last day on which an automation can run, where its file names one."""

import re
from collections.abc import Iterable

from sociable.facts.facts import AutomationFacts
from sociable.setup.times import DATE_AND_CLOCK_PATTERN


def last_day(automation: AutomationFacts) -> str:
    """The day (``2027-01-31``) after which it never runs; empty where none is said, or another tool wrote it.

    What a tool exports also holds what is over: that is its record, and nobody's slip.
    """
    model = automation.model
    if model.origin.importer:
        return ""
    ends = [model.until] if model.until else []
    narrowed = model.trigger.narrowed
    if automation.event.is_timed and not {"every", "cron"} & narrowed.keys():
        ends += (_last(narrowed[key]) for key in ("on", "at") if key in narrowed)
    return min(filter(None, ends), default="")


def is_over(automation: AutomationFacts) -> bool:
    """Whether that day has passed."""
    return "" < last_day(automation) < automation.facts.today


def _last(times: Iterable[str]) -> str:
    """The last of some dates; empty if some of them are none and come again."""
    dates = [time[: len("2027-01-31")] if re.match(DATE_AND_CLOCK_PATTERN, time) else "" for time in times]
    return max(dates, default="") if all(dates) else ""
