"""Whether each step of a walk surely sets off the next, by what the files say."""

from collections.abc import Iterable, Sequence

from sociable.facts.awaited_words import WORD_KEYS, asks_for_words_alone
from sociable.facts.claims import of_both
from sociable.graph.reactions import Reaction, is_certain
from sociable.graph.walk_steps import WalkStep
from sociable.vocabulary.events import EVENTS, TRIGGER_KEYS


def is_sure(walk: Sequence[WalkStep]) -> bool:
    """Whether nothing on a closed walk is left to what only shows at run time."""
    reactions = [walk_step.reaction for walk_step in walk]
    return all(
        is_certain(each) or (_is_open_to(each, reactions[at - 1]) and _is_heard(each, reactions[(at + 1) % len(walk)]))
        for at, each in enumerate(reactions)
    )


def says_its_words(walk: Sequence[WalkStep]) -> bool:
    """Whether each step of a closed walk says what the next one waits for, so that it ends only if that is missed."""
    reactions = [walk_step.reaction for walk_step in walk]
    return all(is_certain(each) or _is_open_to(each, reactions[at - 1]) for at, each in enumerate(reactions))


def has_its_words(reaction: Reaction, before: Reaction) -> bool:
    """Whether it asks for nothing but words, and what comes before it on a walk surely says them."""
    model, step = reaction.automation.model, reaction.step
    guards = of_both(model, step.model)
    asked = (key for key in model.trigger.narrowed if key not in WORD_KEYS)
    other = [key for key in asked if TRIGGER_KEYS[key].says not in ("who", "when")]
    if (
        other
        or reaction.transition.hears != reaction.automation.event.name
        or not asks_for_words_alone(guards, step.values)
    ):
        return False
    said, words = before.said, reaction.transition.words
    return words.admit(_said_of(words.all, before), is_open=False) and not (words.shunned and said.may_say_more)


def awaited_words(reaction: Reaction, before: Reaction) -> list[str]:
    """The words for which it waits and that what comes before it on a walk surely says."""
    return sorted(_said_of(frozenset[str]().union(*reaction.transition.words.needed), before))


def _said_of(words: Iterable[str], before: Reaction) -> frozenset[str]:
    return frozenset(word for word in words if word in before.said.certain)


def _is_open_to(reaction: Reaction, before: Reaction) -> bool:
    return "bots" not in reaction.automation.model.ignore and has_its_words(reaction, before)


def _is_heard(reaction: Reaction, after: Reaction) -> bool:
    """Whether what it brings about reaches the next for sure: who names an account misses none of its posts."""
    return reaction.transition.how != "any" or (
        after.transition.names is not None and EVENTS[after.transition.hears].author == "watched"
    )
