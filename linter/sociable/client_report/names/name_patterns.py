"""A pattern for the name of an account, a client or a person, in whatever way people write it."""

import re
import unicodedata
from functools import lru_cache

from sociable.client_report.names.ordinary_words import is_ordinary
from sociable.client_report.names.own_words import own_words
from sociable.vocabulary.same_words import AND_OR

TOLD_APART, _TOLD_ANYWHERE = 4, 6
"""Letters of a name that is told from others with what is joined to it, and of one that is told within any word."""

_MORE = r"[\w-]*(?:\.\w[\w-]*)*"
"""What may follow a name without a space: another part of a word, and of an address."""

_ENDING = rf"(?:(?=[A-Z_-]){_MORE}|(?:e?s)?(?![^\W_]))"
"""What may follow one of few letters."""

_ENDS = r"(?![\w@]|\.\w)"
"""That nothing follows a name that is a word by itself."""

_GAP = r"[\W_]{0,5}"
_AND = rf"(?:{_GAP}|[\W_]{{0,3}}(?:{'|'.join(sorted(AND_OR))})[\W_]{{0,3}})"
"""What may stand between the words of a name, and where it has a word or a sign for “and”."""

_SPELT = {
    "ä": "(?:ä|ae?|æ)",
    "æ": "(?:æ|ae?|ä)",
    "ö": "(?:ö|oe?|ø|œ)",
    "ø": "(?:ø|oe?|ö)",
    "œ": "(?:œ|oe?|ö)",
    "ü": "(?:ü|ue?)",
    "å": "(?:å|aa?)",
    "ß": "(?:ß|ss)",
    "þ": "(?:þ|th)",
    "ae": "(?:[aäå]e|ä|æ)",
    "oe": "(?:[oöø]e|ö|ø|œ)",
    "ue": "(?:[uü]e|ü)",
    "aa": "(?:[aäå]{2}|å)",
    "ss": "(?:ss|ß)",
    "th": "(?:th|þ)",
    "a": "[aäå]",
    "o": "[oöø]",
    "u": "[uü]",
}
"""Letters that people also write as two, by how they are looked for: two in a name may stand for the one, too."""

_SPELT_AS_TWO = re.compile("[äæöøœüåßþ]|[aou]e|aa|ss|th", re.IGNORECASE)
_SPELT_OTHERWISE = re.compile(f"{_SPELT_AS_TWO.pattern}|.", re.IGNORECASE | re.DOTALL)

_KEPT = frozenset("äæöøœüåßþÄÆÖØŒÜÅẞÞ")
_CAPITAL = "(?=[A-ZÄÆÖØŒÜÅẞÞ])"
_STROKES = str.maketrans("łŁđĐðÐħĦŧŦı", "lLdDdDhHtTi")
"""Letters with a stroke through them and the like, which Unicode takes for letters of their own."""

_ACCENT = 200
"""From which class of Unicode on a mark is one above or below a letter, and makes no other letter of it."""

_MARKS = "\u0640\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
"""Marks within words of Arabic and Hebrew, which may be left out, and what lengthens a word."""

_MARKED_SCRIPT = re.compile("[\u05d0-\u06ff]")


def name_pattern(name: str, ordinary: frozenset[str]) -> str:
    """A name in any case and however its words are joined; an ordinary word as a title or an id only.

    The name itself is its only group: what is joined to it may be anything.
    """
    if is_ordinary(name, ordinary):
        plain = _spelt(composed(name))
        small = rf"(?<=`){plain}(?=`)"
        return f"({small})" if name == name.casefold() else rf"({small}|(?<![\w@]){plain}(?![\w@-]|\.\w))"
    words, letters = re.findall(r"[^\W_]+", _unmarked(name)), len(bare(name))
    if not words:
        return rf"({re.escape(name)})"
    if is_joined_to_others(name):
        return f"({_joined(_unmarked(name))})"
    if letters < TOLD_APART or bare(name) in own_words() | ordinary:
        return rf"(?<![\w@])((?i:{_as_written(composed(name))})){_ENDS}"
    begin = "" if letters >= _TOLD_ANYWHERE else r"(?:(?<![^\W_])|(?<=[a-z])(?=[A-Z]))"
    return rf"[@#+]?{begin}((?i:{_joined(composed(name))})){_ENDING if letters == TOLD_APART else _MORE}"


def person_pattern(name: str) -> str:
    """The full name of somebody in any case, and as a handle; a single name as a word by itself.

    A single one that is a word itself, such as Mark, is a name where it has its capital in the midst of a sentence.
    """
    if is_joined_to_others(name):
        return f"({_joined(_unmarked(name))})"
    if len(re.findall(r"[^\W_]+", name)) > 1:
        return rf"((?<!\w)@?(?i:{_joined(composed(name))}))(?!\w)"
    if bare(name) in own_words():
        return rf"((?<=[^\W\d_] |[,;] ){_joined(composed(name))})(?!\w)"
    return rf"((?<![\w@])(?i:{_joined(composed(name))}))(?!\w)"


def is_joined_to_others(name: str) -> bool:
    """Whether nothing tells where it begins and ends: it is of a script without capitals, most of which join words."""
    letters = [each for each in name if each.isalpha()]
    return len(letters) > 1 and all(unicodedata.category(each) == "Lo" and each not in "ªº" for each in letters)


def sure_letters(name: str) -> str:
    """The longest row of its letters, folded, that stands in whatever these patterns find it in; there may be none."""
    words = (each for each in re.findall(r"[^\W_]+", _unmarked(name)) if each.casefold() not in AND_OR)
    rows = (row for word in words for row in _SPELT_AS_TWO.split(without_accents(word)))
    return max(map(folded, rows), key=len, default="")


def folded(text: str) -> str:
    """A text in which all letters are alike that a pattern takes for the same in any case."""
    return (text if text.isascii() else re.sub(f"[{_MARKS}]", "", text).translate(_UMLAUTS)).casefold()


_UMLAUTS = str.maketrans("äöøüåÄÖØÜÅ", "aoouaAOOUA")


def _joined(name: str) -> str:
    """A name with anything or nothing between its words."""
    made, gap = "", ""
    for part in re.split(r"([^\W_]+)", name):
        if not part or (part.casefold() in AND_OR and made):
            gap = _AND if part else gap
        elif part[0].isalnum():
            made += (gap if made else "") + _spelt(part)
            gap = ""
        else:
            gap = _AND if gap == _AND or re.search("[&+]", part) else _GAP
    return made


def _as_written(name: str) -> str:
    """A name of few letters with its signs, with as many blanks around these as one likes; without dots, as `BOB`."""
    made, is_short = "", re.fullmatch(r"(?:[^\W_]\.)+[^\W_]?", name) and bare(name) not in own_words()
    end = max((place for place, sign in enumerate(name, 1) if sign.isalnum()), default=0)
    for part in re.split(r"([\W_]+)", name[:end]):
        if part and not part[0].isalnum():
            sign = re.escape(re.sub(r"[\s_-]+", "", part))
            between = rf"\s{{0,2}}{sign}{'?' if is_short else ''}\s{{0,2}}" if sign else r"[\s_-]+"
            made += between if made else re.escape(part.lstrip())
        else:
            made += _spelt(part)
    return made


def _spelt(word: str) -> str:
    """A pattern for a word in all ways in which its letters are written."""
    return "".join(_letter(each) for each in _SPELT_OTHERWISE.findall(without_accents(word)))


def _letter(letter: str) -> str:
    """A pattern for a letter, or two that stand for one; with a capital where it has one."""
    spelt = _SPELT.get(letter.lower())
    if spelt is not None:
        return spelt if letter[0].islower() else f"{_CAPITAL}(?i:{spelt})"
    return re.escape(letter) + (f"[{_MARKS}]{{0,4}}" if _MARKED_SCRIPT.match(letter) else "")


def _unmarked(name: str) -> str:
    return re.sub(f"[{_MARKS}]", "", composed(name))


def composed(text: str) -> str:
    """A text with each letter and its accents as one character, where there is one."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def without_accents(text: str) -> str:
    """A text of the same length, in plain letters but for those that people also write as two."""
    return text if text.isascii() else "".join(map(_plain, text))


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    if sign.isascii() or sign in _KEPT:
        return sign
    plain = unicodedata.normalize("NFKD", sign)
    is_the_letter = plain[0].isalnum() and all(unicodedata.combining(each) >= _ACCENT for each in plain[1:])
    return (plain[0] if is_the_letter else sign).translate(_STROKES)


def bare(name: str) -> str:
    """The letters and figures of a name."""
    return re.sub(r"[\W_]+", "", folded(without_accents(composed(name))))
