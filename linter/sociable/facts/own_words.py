"""Which words stand in the part of a text that the file itself writes; what is filled in is nobody's guess."""

import re
from functools import lru_cache

from sociable.facts.text_contents import whole_words
from sociable.setup.model import Text
from sociable.text.safe_pattern import fits


def holds_words(text: Text, words: str) -> bool:
    """Whether these words stand in it together, not within others, in small or capital letters."""
    return any(_sought(words).search(_folded(part)) for part in text.parts if isinstance(part, str))


def begins_with(text: Text, words: str) -> bool:
    """Whether it begins with these words."""
    first = text.parts[0] if text.parts else ""
    return isinstance(first, str) and _sought(words).match(_folded(first).lstrip()) is not None


def fits_pattern(text: Text, pattern: str) -> bool:
    """Whether a safe pattern fits somewhere in it."""
    return any(fits(pattern, part) for part in text.parts if isinstance(part, str))


@lru_cache(maxsize=256)
def _sought(words: str) -> re.Pattern[str]:
    return whole_words([_folded(words).strip()], 0)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()) + (" " if text[-1:].isspace() else "")
