"""Which day it is by the call."""

import os

from sociable.cli.console import BadCall
from sociable.records.static import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_LAST_YEAR = 9900
"""What comes next is looked for some years ahead, and the calendar ends with the year 9999."""


def chosen_day(given: str) -> "date | None":
    """The day that was given; else that of SOURCE_DATE_EPOCH, by which a report can be made again; else none.

    Raises ``BadCall``.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given and not epoch:
        return None
    from datetime import UTC, date, datetime

    name, value = ("--today", given) if given else ("SOURCE_DATE_EPOCH", epoch)
    try:
        day = date.fromisoformat(given) if given else datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        wanted = "write it as 2026-11-28" if given else "it counts the seconds since 1970"
        raise BadCall(f"{name} is no day: {value} ({wanted})") from None
    if day.year > _LAST_YEAR:
        raise BadCall(f"{name} is too far ahead: {value} (the last year is {_LAST_YEAR})")
    return day
