"""What words of a text ask people to do for one more chance in a draw."""

import re
from functools import cache

from sociable.facts.text_contents import our_words, sentences_of
from sociable.setup.model import Text
from sociable.text.word_patterns import any_of, unless_after
from sociable.vocabulary.chance_words import CHANCES, DEEDS, ENTRIES_MORE, NO_MATTER, SAID_OF_OTHERS


def asked_for_chances(text: Text) -> frozenset[str]:
    """Words of ``ENTRIES``: what a sentence asks for that promises a chance more, or that stands beside a draw."""
    ours = our_words(text)
    is_draw = any_of(ENTRIES_MORE).search(ours) is not None
    found: set[str] = set()
    for sentence in sentences_of(ours):
        if (is_draw or any_of(CHANCES).search(sentence)) and not any_of(NO_MATTER).search(sentence):
            found.update(name for name in DEEDS if _deed(name).search(sentence))
    return frozenset(found)


@cache
def _deed(name: str) -> re.Pattern[str]:
    """Words for what is done, unless it is said of us or of others that they do it."""
    return unless_after(SAID_OF_OTHERS, any_of(DEEDS[name]))
