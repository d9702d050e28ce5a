"""Whether only those who were pleased are led to a public review."""

import re
from collections.abc import Iterator
from functools import cache

from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.text_contents import our_words, sentences_of
from sociable.setup.model import Expression, Text
from sociable.text.phrase_search import Phrases
from sociable.text.word_patterns import any_of, unless_after
from sociable.vocabulary.carried import RATING_COLUMNS
from sociable.vocabulary.chance_words import DEEDS, NO_MATTER, SAID_OF_OTHERS
from sociable.vocabulary.events import REVIEWED
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.text_words import ASKING_WORDS, OPINIONS, REVIEW_REQUESTS, REVIEW_WORDS, REWARDS
from sociable.vocabulary.values import GOOD_REVIEW, REVIEW

_MORE = (">", ">=")
_GOOD = 4
"""So many stars are praise, where a condition asks for exactly so many."""


def reviews_on(automation: AutomationFacts) -> frozenset[str]:
    """On which platforms the reviews stand that it is about, as words of ``PLATFORMS``; where nothing says, its own."""
    said = automation.model.reviews_on
    return said.intersection(PLATFORMS) if said else frozenset((automation.account.platform,))


def asks_for_reviews(step: StepFacts) -> bool:
    """Whether our own words ask people outside for a review; an answer to one may only thank for it."""
    text = step.model.text if step.audience != "inward" else None
    pattern = any_of(DEEDS["review"] if step.automation.event.name == REVIEWED else REVIEW_WORDS)
    return text is not None and any(isinstance(part, str) and pattern.search(part) for part in text.parts)


def rewarded_reviews(automation: AutomationFacts) -> frozenset[str]:
    """Which reviews our words promise something for, in the sentence that asks for them: words of ``ENTRIES``."""
    texts = [step.model.text for step in automation.steps if step.verb.speaks and step.audience != "inward"]
    return frozenset(kind for text in texts if text is not None for kind in _rewarded_in(our_words(text)))


def _rewarded_in(said: str) -> Iterator[str]:
    ours = said.replace("%", " %")  # `10% off` as `10 % off`
    if not _review_words().may_be_in(ours) or not all(any_of(words).search(ours) for words in (REVIEW_WORDS, REWARDS)):
        return
    for each in sentences_of(ours):
        needed = (any_of(REWARDS), any_of(REVIEW_WORDS), _asks_people())
        if all(pattern.search(each) for pattern in needed) and not any_of(NO_MATTER).search(each):
            yield GOOD_REVIEW if any_of(ASKING_WORDS[GOOD_REVIEW]).search(each) else REVIEW


@cache
def _review_words() -> Phrases:
    return Phrases(REVIEW_WORDS)


@cache
def _asks_people() -> re.Pattern[str]:
    return unless_after(SAID_OF_OTHERS, any_of(REVIEW_REQUESTS))


def is_opinion(step: StepFacts) -> bool:
    """Whether our own words, or those a model was told, give it out as the opinion of a customer, and ask for none."""
    text = step.model.text
    if text is None:
        return False
    told = (step.values[root].source for root, *_ in text.paths() if root in step.values)
    ours = " \u2026 ".join(our_words(each) for each in (text, *told) if isinstance(each, Text))
    asks = any_of(DEEDS["review"]).search(ours)
    return not asks and any_of(OPINIONS).search(ours) is not None


def wants_a_good_rating(step: StepFacts) -> bool:
    """Whether a rating has to be high for it."""
    of_all, own = step.automation.model.guards, step.model.guards
    if not of_all and not own:
        return False
    return any(_asks_for_more(guard.expression) for guard in (*of_all, *own))


def is_for_good_ratings(step: StepFacts) -> bool:
    """Whether a rating has to be high for it, and nothing else of the run asks the others for a review."""
    return wants_a_good_rating(step) and not any(
        asks_for_reviews(other) for other in step.automation.steps if other.model.guards != step.model.guards
    )


def _asks_for_more(part: Expression) -> bool:
    if part.op == "compare":
        sign, left, _ = part.args
        return sign in _MORE and isinstance(left, Expression) and _is_rating(left)
    if part.op == "is":
        left, right = part.args
        return _is_rating(left) and _number(right) >= _GOOD
    if part.op in ("and", "or"):
        return any(_asks_for_more(each) for each in part.args if isinstance(each, Expression))
    return False


def _number(part: Expression) -> float:
    return float(part.args[0]) if part.op == "number" else 0


def _is_rating(part: Expression) -> bool:
    return part.op == "path" and part.args[-1].casefold() in RATING_COLUMNS
