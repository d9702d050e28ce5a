"""The words of the program itself, of its rules and its tables: where one of these stands, no name need be meant.

They are collected beforehand: `own_words.txt` is made by `python -m generators`.
"""

import os
from functools import lru_cache

_WORDS = os.path.join(os.path.dirname(__file__), "own_words.txt")


@lru_cache(maxsize=1)
def own_words() -> frozenset[str]:
    """All that is said anywhere, in small letters."""
    with open(_WORDS, encoding="utf-8") as file:
        return frozenset(file.read().split())
