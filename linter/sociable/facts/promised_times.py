"""What a text promises of the time in which somebody answers."""

from collections.abc import Iterable

from sociable.facts.facts import AutomationFacts
from sociable.setup.model import Hours, Text
from sociable.setup.times import DAY, EVERY_DAY
from sociable.text.word_patterns import any_of
from sociable.vocabulary.text_words import WITHIN_THE_DAY

_MINUTES = DAY // 60


def promised_at_any_hour(automation: AutomationFacts) -> str:
    """The word by which it promises an answer within the day, also while the file says that nobody is there; or empty.

    What runs only at certain hours, or waits for a person, promises nothing that nobody can keep.
    """
    hours = automation.account.model.inbox_hours
    if not hours or (isinstance(hours, Hours) and _is_always(hours)) or automation.event.asked != "yes":
        return ""
    texts = (
        step.model.text
        for step in automation.steps
        if step.audience != "inward" and not step.approved and not (step.model.during or automation.model.during)
    )
    return _promised(text for text in texts if text is not None)


def _is_always(hours: Hours) -> bool:
    return hours.days == EVERY_DAY and (hours.end - hours.begin) % _MINUTES == 0


def _promised(texts: Iterable[Text]) -> str:
    pattern = any_of(WITHIN_THE_DAY)
    for text in texts:
        for part in text.parts:
            if isinstance(part, str) and (found := pattern.search(part)):
                return found[0]
    return ""
