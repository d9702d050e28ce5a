"""What a step says, where and when, as it follows a sentence about it."""

from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.rates import timetable_of
from sociable.facts.rooms import named_where_done
from sociable.records.static import Any
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.text_words import ORIGINS

LONGEST_QUOTE = 80
FIXED = frozenset(row.name for row in ORIGINS.values() if row.is_fixed)


def is_fixed(text: Any) -> bool:
    """Whether it says the same words each time."""
    return bool(text.says_something and text.provenance.origins <= FIXED)


def quoted(text: str) -> str:
    """The beginning of a text, in quotation marks."""
    return f"“{text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + '…'}”"


def said_there(step: StepFacts) -> str:
    """The text, where it is the same each time, and the room and platform that the file names."""
    said = f": {quoted(step.text.shown)}" if step.text.shown and is_fixed(step.text) else ""
    room, platform = named_where_done(step), platform_row(step.account.platform).title
    where = f"{f' in {room}' if room else ''}{f' on {platform}' if platform else ''}"
    return f"{said},{where}" if where else said


def said_when(step: StepFacts) -> str:
    """The same, and how often its schedule makes it happen."""
    timed = timetable_of(step.automation)
    return f"{said_there(step)}{f', {timed.words}' if timed is not None else ''}"


def first_said(automation: AutomationFacts) -> str:
    """The same of the first step with which an automation speaks to people."""
    spoken = next((step for step in automation.steps if step.verb.speaks and step.audience != "inward"), None)
    return said_when(spoken) if spoken is not None else ""
