"""What people get of a run, and what is no more than a kind word to them."""

import re
from functools import lru_cache

from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.text_contents import has_link, our_words, sentences_of, speaks_of_money
from sociable.setup.model import Text
from sociable.text.word_patterns import any_of
from sociable.vocabulary.text_words import COURTESIES, GIFTS

_OWN_WORDS = frozenset(("ours", "identity", "account", "measure"))
_WORD = re.compile(r"\w")
_CODE = re.compile(r"(?<!\w)(?=\w*[A-Z0-9])(?:[A-Z][A-Z0-9-]{3,}|\w*\d\w*)(?!\w)|%")
"""What a code, a number or a share of a price looks like."""


def gives(step: StepFacts) -> bool:
    """Whether somebody gets something by a step: an answer, a person, a way in; else a place in a draw."""
    return step.verb.gives or (step.automation.purpose == "giveaway" and step.verb.admits)


def is_missed(step: StepFacts) -> bool:
    """Whether people who do not get it lack something: a greeting beside what everybody gets is nothing of the kind."""
    if not gives(step):
        return False
    if _holds_something(step):
        return True
    return not _something_for_all(step.automation) and (step.purpose == "support" or not _is_courtesy(step.model.text))


@lru_cache(maxsize=8)
def _something_for_all(automation: AutomationFacts) -> bool:
    """Whether each run gives something that is more than words."""
    return any(gives(step) and not step.model.guards and _holds_something(step) for step in automation.steps)


def _holds_something(step: StepFacts) -> bool:
    """Whether a step gives more than words of our own: a person, a link, a picture, a code, what somebody looked up."""
    model = step.model
    if model.text is None or not step.verb.speaks or model.beside or model.media or model.buttons or model.template:
        return True
    if not step.text.provenance.origins <= _OWN_WORDS or has_link(model.text) or speaks_of_money(model.text):
        return True
    ours = our_words(model.text)
    return _CODE.search(ours) is not None or any_of(GIFTS).search(ours) is not None


def is_courtesy(step: StepFacts) -> bool:
    """Whether all that a step says greets, thanks or wishes well, with nothing beside it to look at or to press."""
    model = step.model
    if model.text is None or model.beside or model.media or model.buttons or model.template:
        return False
    return _is_courtesy(model.text) and not has_link(model.text)


def _is_courtesy(text: Text | None) -> bool:
    """Whether each sentence greets, thanks or wishes well."""
    ours = our_words(text) if text is not None else ""
    sentences = [each for each in sentences_of(ours) if _WORD.search(each)]
    return bool(sentences) and all(any_of(COURTESIES).search(sentence) for sentence in sentences)
