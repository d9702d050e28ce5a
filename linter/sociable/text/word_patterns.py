"""Patterns that find words as words: not within others, where a language writes spaces between them."""

import re
from collections.abc import Iterable
from functools import cache


def whole_words(words: Iterable[str], flags: int) -> re.Pattern[str]:
    """Any of the words, not within another one; what is written without spaces has no such borders."""
    words = tuple(words)
    spaced = [re.escape(word) for word in words if not _is_unspaced(word)]
    unspaced = [re.escape(word) for word in words if _is_unspaced(word)]
    alternatives = [rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)"] if spaced else []
    return re.compile("|".join([*alternatives, *unspaced]) or r"(?!)", flags)


def either(words: Iterable[str]) -> str:
    """Any of the words as a part of a pattern, the longer ones first, as others may begin them."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, not within another one, in small or capital letters."""
    return whole_words(words, re.IGNORECASE)


def beginning(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words where a word begins, wherever it ends."""
    return re.compile(rf"(?<!\w)(?:{either(words)})", re.IGNORECASE)


def unless_after(before: Iterable[str], pattern: re.Pattern[str]) -> re.Pattern[str]:
    """What a pattern finds, unless one of some words stands right before it."""
    barred = "".join(rf"(?<!\b{re.escape(word)} )" for word in before)
    return re.compile(f"{barred}(?:{pattern.pattern})", re.IGNORECASE)


def _is_unspaced(word: str) -> bool:
    return not word.isascii() and any(character >= "\u3040" for character in word)


def in_one_case(text: str) -> str:
    """The text as words are looked for in it: small letters, single spaces."""
    return " ".join(f"|{text}|".split())[1:-1].casefold()  # a space at either end stays one


def with_plain_apostrophes(text: str) -> str:
    """The text as lists of words write it: ``don't``."""
    return text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
