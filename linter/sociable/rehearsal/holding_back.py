"""What keeps an automation from running, and what holds it back for a while."""

from collections.abc import Iterable, Iterator

from sociable.facts.awaited_words import words_awaited
from sociable.facts.facts import AutomationFacts
from sociable.facts.rooms import heard_in_the_room, passes_over_copies
from sociable.rehearsal.condition_values import item_wording, says_any
from sociable.rehearsal.small_world import Occurrence, Person, SmallWorld, is_marked
from sociable.rehearsal.timeline import TAKEN
from sociable.setup.handles import named_forms
from sociable.setup.model import Once, Rate
from sociable.setup.quantities import once_words
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.values import IGNORABLE
from sociable.vocabulary.verbs import FOLLOW

Key = tuple[AutomationFacts, Person, str, Person | int]
"""An automation, who runs it, a word of ``ONCE_PER``, and the person, post or conversation it was."""


class Memory:
    """What brakes remember. ``done`` holds when it is forgotten, in seconds (``None``: never)."""

    def __init__(self) -> None:
        self.done: dict[Key, int | None] = {}
        self.replies: dict[tuple[AutomationFacts, Person, int], int] = {}
        self._slots: dict[object, list[int]] = {}

    def slot(self, key: object, rates: list[Rate], now: int) -> int:
        """Take the next time from ``now`` on that all of the rates allow."""
        taken = self._slots.setdefault(key, [])
        for rate in rates:
            if len(taken) >= rate.times:
                now = max(now, taken[-rate.times] + rate.seconds)
        taken.append(now)
        return now


def narrowing(automation: AutomationFacts, occurrence: Occurrence) -> str:
    """Why the automation takes no notice of this event; empty if it may."""
    model, by = automation.model, occurrence.by
    for names in automation.only:
        if by is not None and by.known_as.isdisjoint(named_forms(names)):
            return f"it listens only to {_listed(names, 'and')}"
    if by is not None and by.platform != occurrence.at.platform and not _crosses(automation):
        return "it listens only to accounts on its own platform"
    if _is_said_elsewhere(automation, occurrence):
        return "it listens only in its own room"
    for words in words_awaited(model.trigger.narrowed):
        if says_any(words, item_wording(occurrence.item)) is False:
            return f"it waits for {_listed(words, 'or')}, and nothing here says so"
    return ""


def _crosses(automation: AutomationFacts) -> bool:
    """Whether it names those or the room that it listens to, which may be on another platform."""
    return bool(automation.only) or heard_in_the_room(automation) is not None


def taken_words(automation: AutomationFacts, occurrence: Occurrence) -> Iterator[str]:
    """Notes about the words that the automation waits for, where nobody knows whether they are said."""
    for words in words_awaited(automation.model.trigger.narrowed):
        if says_any(words, item_wording(occurrence.item)) is None:
            yield f"{TAKEN}it says {_listed(words, 'or')}"


def passing_over(automation: AutomationFacts, occurrence: Occurrence, actor: Person, world: SmallWorld) -> str:
    """Why the automation passes over whoever is behind the event; empty if it does not."""
    by, model = occurrence.by, automation.model
    if by is None:
        return ""
    words = model.stop_on
    if words and occurrence.item is not None and says_any(words, occurrence.item.wording):
        world.opted_out.add((actor, by))
        return f"{by.shown} has said one of the words that end it (`stop_on`)"
    if (actor, by) in world.opted_out and (words or "opted_out" in model.ignore):
        return f"{by.shown} has opted out"
    ignorable = (
        ("own_accounts", "our own accounts", by.ours and actor.ours),
        ("own_copies", IGNORABLE["own_copies"], _is_copy(automation, occurrence, actor)),
        ("bots", "accounts that are marked as automated", is_marked(by)),
        ("followers", "followers", world.tied(FOLLOW, by, actor)),
    )
    ignored = (
        f"it passes over {who} (`ignore: {word}`)" for word, who, is_so in ignorable if is_so and word in model.ignore
    )
    return next(ignored, "")


def _is_said_elsewhere(automation: AutomationFacts, occurrence: Occurrence) -> bool:
    """Whether one of ours said it by itself, and not in the room where the automation listens."""
    by, heard = occurrence.by, heard_in_the_room(automation)
    return heard is not None and by is not None and by.ours and occurrence.because > 0 and by.known_as.isdisjoint(heard)


def _is_copy(automation: AutomationFacts, occurrence: Occurrence, actor: Person) -> bool:
    by = occurrence.by
    return passes_over_copies(automation) and by is not None and by.ours and actor.ours and occurrence.because > 0


def once_key(automation: AutomationFacts, occurrence: Occurrence, actor: Person) -> Key | None:
    """What ``once_per`` counts here; nothing if there is nobody and nothing to count."""
    once = automation.model.once_per
    if once is None:
        return None
    if once.what == "user":
        known = occurrence.by if EVENTS[occurrence.event].has_person else None
        return (automation, actor, once.what, known) if known is not None else None
    if occurrence.item is None:
        return None
    number = occurrence.item.thread if once.what == "thread" else occurrence.item.number
    return automation, actor, once.what, number


def done_before(key: Key, once: Once, memory: Memory, now: int) -> str:
    """Why it does not run again; empty if it may."""
    until = memory.done.get(key, 0)
    if until is not None and until <= now:
        return ""
    what = key[3].shown if isinstance(key[3], Person) else f"this {once.what if once.what != 'thread' else 'exchange'}"
    return f"it has run for {what} before (`once_per: {once_words(once)}`)"


def remember(key: Key, once: Once, memory: Memory, now: int) -> None:
    """That it has run for this person, post or conversation."""
    memory.done[key] = now + once.seconds if once.seconds else None


def rates_of(automation: AutomationFacts) -> list[Rate]:
    """What holds an automation back, but never ends it."""
    model = automation.model
    found = [model.limit] if model.limit is not None and model.limit.seconds else []
    return [*found, Rate(1, model.cooldown)] if model.cooldown else found


def slowest_rate(automations: Iterable[AutomationFacts]) -> tuple[AutomationFacts, Rate] | None:
    """The brake that holds a loop of these back most, and whose it is."""
    rates = [
        (automation, rate)
        for automation in automations
        for rate in (*rates_of(automation), *(step.model.limit for step in automation.steps if step.model.limit))
        if rate.seconds
    ]
    return min(rates, key=lambda each: each[1].times / each[1].seconds, default=None)


def _listed(words: tuple[str, ...], last: str) -> str:
    """A few words in a row, each as it is written."""
    shown = [f"“{word}”" for word in words[:_FEW_WORDS]] + (["others"] if len(words) > _FEW_WORDS else [])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {last} {shown[-1]}"


_FEW_WORDS = 3
