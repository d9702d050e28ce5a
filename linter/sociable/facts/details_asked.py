"""Whether a text asks people for their details: an order number, a telephone number, a date of birth."""

import re
from functools import cache

from sociable.facts.text_contents import our_words, sentences_of
from sociable.setup.model import Text
from sociable.text.phrase_search import Phrases
from sociable.text.word_patterns import any_of
from sociable.vocabulary.detail_words import ELSEWHERE, NOT_THIS, OURS, PERSONAL_DETAILS, REQUESTS


def asks_for_details(text: Text) -> bool:
    """Whether a sentence of ours wants people to write them right here, and not where nobody else reads it."""
    ours = our_words(text).replace("\u2019", "'")
    if not _details().may_be_in(ours):
        return False
    return any(
        any_of(PERSONAL_DETAILS).search(_own_details().sub(" ", sentence))
        and any_of(REQUESTS).search(sentence)
        and not _leads_away(sentence)
        for sentence in sentences_of(ours)
    )


def _leads_away(sentence: str) -> bool:
    """Whether it names another place, an address of ours included, or asks people not to."""
    return (
        "@" in sentence
        or "http" in sentence
        or bool(any_of(ELSEWHERE).search(sentence) or any_of(NOT_THIS).search(sentence))
    )


@cache
def _details() -> Phrases:
    return Phrases(PERSONAL_DETAILS)


@cache
def _own_details() -> re.Pattern[str]:
    details, ours = ("|".join(map(re.escape, words)) for words in (PERSONAL_DETAILS, OURS))
    return re.compile(rf"(?i)(?<!\w)(?:{ours})(?: \w+)? (?:{details})(?!\w)")
