"""What the words of a text say by themselves: what they admit, and whether they speak of money."""

import re
from functools import cache

from linter.model import Text
from linter.vocabulary import SAYING_SO

_MONEY = re.compile(r"[$€£¥₹₽₺₩]\s?\d|\d\s?(?:[$€£¥₹₽₺₩]|(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds?)\b)", re.IGNORECASE)


def admitted(text: Text) -> frozenset[str]:
    """Which disclosures stand in our own part of a text, in any of the languages that ``SAYING_SO`` knows."""
    ours = " ".join(part for part in text.parts if isinstance(part, str))
    return frozenset(name for name in SAYING_SO if any(pattern.search(ours) for pattern in _patterns(name)))


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words with a capital have to be written like this, others in any way."""
    exact = [word for word in SAYING_SO[name] if word != word.casefold()]
    others = [word for word in SAYING_SO[name] if word == word.casefold()]
    return _whole_words(exact, 0), _whole_words(others, re.IGNORECASE)


def _whole_words(words: list[str], flags: int) -> re.Pattern[str]:
    """Any of the words, not within another one; what is written without spaces has no such borders."""
    spaced = [re.escape(word) for word in words if word.isascii() or not _is_unspaced(word)]
    unspaced = [re.escape(word) for word in words if not word.isascii() and _is_unspaced(word)]
    alternatives = [rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)"] if spaced else []
    return re.compile("|".join([*alternatives, *unspaced]) or r"(?!)", flags)


def _is_unspaced(word: str) -> bool:
    return any(character >= "\u3040" for character in word)


def speaks_of_money(text: Text) -> bool:
    """Whether our own part of a text names a sum."""
    return any(isinstance(part, str) and _MONEY.search(part) for part in text.parts)
