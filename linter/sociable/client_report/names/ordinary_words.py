"""Words that name nobody by themselves: an account called `shop` is not meant wherever somebody writes of a shop."""

import re
from collections.abc import Iterable

from sociable.client_report.names.own_words import own_words
from sociable.rulebook.page_files import PageRule
from sociable.vocabulary.organisation_words import ORGANISATIONS
from sociable.vocabulary.same_words import LITTLE_WORDS

_SHORTEST = 4
"""Characters of a name that is told from other words by itself."""


def ordinary_words(pages: Iterable[PageRule]) -> frozenset[str]:
    """What rules say of anybody, in small letters, and what organisations call what they are."""
    told = " ".join(f"{page.title} {page.people_see} {page.category}" for page in pages)
    return frozenset(re.findall(r"\w+", told.casefold())) | ORGANISATIONS | LITTLE_WORDS


def is_ordinary(name: str, words: frozenset[str]) -> bool:
    """Whether a name is a single word that may stand for anybody; one of few letters, if it is any word of ours."""
    word = name.casefold()
    return name.isalpha() and (word in words or len(name) == 1 or (len(name) < _SHORTEST and word in own_words()))
