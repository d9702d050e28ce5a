"""What a step says, where and when, as it follows a sentence about it."""

from sociable.facts.awaited_words import words_awaited
from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.provenance import provenance
from sociable.facts.rates import timetable_of
from sociable.facts.rooms import named_where_done
from sociable.facts.text_contents import looks_like_an_answer
from sociable.records.static import Any
from sociable.setup.model import Expression
from sociable.text.wording import listed, short
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


_NOT_FOR_ALL = frozenset(("contact", "intimate", "private", "secret"))


def private_places(text: Any) -> str:
    """What is filled in there that is not for everybody, in brackets as the file says it; empty if nothing is."""
    filled_in = [part for part in text.model.parts if isinstance(part, Expression)] if text.model is not None else []
    found = [
        f"`{short(part.text)}`"
        for part in filled_in
        if not provenance(text.model._replace(parts=(part,)), text.step.values).origins.isdisjoint(_NOT_FOR_ALL)
    ]
    return f" ({listed(list(dict.fromkeys(found)))})" if found else ""


_SHOWN = {"image": "a picture", "video": "a film", "sound": "a recording"}


def ai_shown(step: StepFacts) -> str:
    """What an AI made of what is shown beside the text; where no file says what it is, all that it may be."""
    kinds = dict.fromkeys(each.kind for each in step.model.media if each.ai == "yes" or len(step.model.media) == 1)
    return listed([_SHOWN[kind] for kind in kinds]) if kinds and "" not in kinds else "a picture, a film or a recording"


_MOST_WORDS = 3


def awaited(automation: AutomationFacts) -> str:
    """The words one of which has to be said, where its trigger names a few of them."""
    groups = words_awaited(automation.model.trigger.narrowed)
    if len(groups) != 1 or len(groups[0]) > _MOST_WORDS:
        return "a certain word"
    return listed([f"“{word}”" for word in groups[0]], "or")


def only_where(automation: AutomationFacts) -> str:
    """Which words or conditions choose what an automation acts on, in brackets after a space; empty if none do."""
    if words_awaited(automation.model.trigger.narrowed):
        return f" (only where they write {awaited(automation)})"
    asked = [f"`{short(guard.expression.text)}`" for guard in automation.model.guards]
    return f" (only where {listed(asked)} holds)" if asked else ""


def first_said(automation: AutomationFacts) -> str:
    """The same of the first step with which an automation speaks to people."""
    spoken = next((step for step in automation.steps if step.verb.speaks and step.audience != "inward"), None)
    return said_when(spoken) if spoken is not None else ""


def says_where_to_ask(text: Any) -> bool:
    """Whether our own words say that nobody takes an answer to it, or where else people can ask."""
    from sociable.facts import unheard

    return text.model is not None and unheard.says_where_to_ask(text.model)


def names_another_way(text: Any) -> bool:
    """Whether our own words name another address or telephone number than the account's own."""
    from sociable.facts import unheard

    return unheard.names_another_way(text.step)


def feigns_an_answer(step: StepFacts) -> bool:
    """Whether its subject looks like an answer, and nobody has written before."""
    subject, event = step.model.beside.get("subject"), step.automation.event
    if subject is None or event.hands_on:  # who is behind it may well have written before
        return False
    return not (event.group == "spoke_to_us" or event.asked == "chosen") and looks_like_an_answer(subject)
