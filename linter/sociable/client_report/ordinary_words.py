"""Words that name nobody by themselves: an account called `shop` is not meant wherever somebody writes of a shop."""

import re
from collections.abc import Iterable

from sociable.rulebook.page_files import PageRule

_SHORTEST = 4
"""Characters of a name that is told from other words by itself."""

_WHAT_ORGANISATIONS_ARE = """
    agency alerts arts association bakery bank bike blog book books bookshop brand cafe charity church cinema city
    clinic club college community company council customer daily doctor east energy event events film fire flowers
    food football forum garden gallery hall hospital hotel house jobs kitchen legal library local magazine main
    market media members museum music newsletter north office official opera paper park party photo police press
    public radio restaurant sale sales school science service shop social society south sport sports staff station
    store studio support team test theatre tour town trade train travel university village volunteers water weather
    welcome west winter youth
"""


def ordinary_words(pages: Iterable[PageRule]) -> frozenset[str]:
    """What rules say of anybody, in small letters, and what organisations call what they are."""
    told = " ".join(f"{page.title} {page.people_see} {page.category}" for page in pages)
    return frozenset(re.findall(r"\w+", f"{told.casefold()} {_WHAT_ORGANISATIONS_ARE}"))


def is_ordinary(name: str, words: frozenset[str]) -> bool:
    """Whether a name is a single word that may stand for anybody."""
    return name.isalpha() and (len(name) < _SHORTEST or name.casefold() in words)
