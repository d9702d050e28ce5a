"""How long a text is, as a platform counts: never more than it does, so that what is too long certainly is.

Marks, joiners and variation selectors are left out where a platform counts what looks like one sign: a sign is then
counted once at most.
"""

import re
import unicodedata
from collections.abc import Callable

_ADDRESS = r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]"
_HASHTAG = r"(?<![\w&/])#\w+"
_CASHTAG = r"(?<![\w$])\$[A-Za-z]{1,6}\b"
_MENTION = r"(?<![\w@/.])@\w[\w.]*"
_MARKUP = r"<[^<>]+>|\]\([^()\s]+\)|[*_~`|\[]"
_JOINER = "\u200d"
_TONES = ("\U0001f3fb", "\U0001f3ff")
_FLAGS = ("\U0001f1e6", "\U0001f1ff")
_JAMO = ("\u1160", "\u11ff")
_EMOJI = "\u2600"
_LIGHT = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""The characters that X counts once; it counts all others twice."""

Count = Callable[[str], int]


def addresses(text: str) -> list[str]:
    """The web addresses in a text."""
    return re.findall(_ADDRESS, text)


def size_of(text: str, unit: str, link: int = 0) -> int:
    """How many of a unit (one of ``text_lengths.UNITS``) are in a text; with ``link``, each address counts so many."""
    if not link:
        return SIZES[unit](text)
    return SIZES[unit](re.sub(_ADDRESS, "", text)) + link * len(addresses(text))


def _signs(text: str) -> list[str]:
    """One character for each sign that is seen."""
    if text.isascii():  # none of these is a part of another one
        return list(text)
    found: list[str] = []
    before = ""
    for character in text:
        if not _continues(character, before):
            found.append(character)
        is_second_half = _within(character, _FLAGS) and before == "flag"
        before = character if not _within(character, _FLAGS) else ("" if is_second_half else "flag")
    return found


def _continues(character: str, before: str) -> bool:
    """Whether it is drawn as a part of the sign before it."""
    return (
        before == _JOINER
        or unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")
        or _within(character, _TONES)
        or _within(character, _JAMO)
        or (before == "flag" and _within(character, _FLAGS))
    )


def _within(character: str, ends: tuple[str, str]) -> bool:
    return ends[0] <= character <= ends[1]


def _weight(character: str) -> int:
    return 1 if any(first <= ord(character) <= last for first, last in _LIGHT) else 2


def _weighted(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(map(_weight, _signs(unicodedata.normalize("NFC", text))))


def _emoji_as_bytes(text: str) -> int:
    return sum(len(each.encode()) if _EMOJI <= each <= "\u27bf" or each >= "\U0001f000" else 1 for each in text)


SIZES: dict[str, Count] = {
    "characters": len,
    "characters without markup": lambda text: len(re.sub(_MARKUP, "", text)),
    "characters, emoji by their bytes": _emoji_as_bytes,
    "weighted characters": _weighted,
    "graphemes": lambda text: len(_signs(text)),
    "UTF-16 units": lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    "bytes": lambda text: len(text.encode(errors="surrogatepass")),
    "links": lambda text: len(set(addresses(text))),
    "hashtags": lambda text: len(re.findall(_HASHTAG, text)),
    "mentions": lambda text: len(set(re.findall(_MENTION, text))),
    "cashtags": lambda text: len(set(re.findall(_CASHTAG, text))),
}
"""How each unit of ``rules/text-lengths.json`` is counted."""
