"""A pattern for the name of an account, a client or a person, in whatever way people write it."""

import re
import unicodedata

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
_AND = rf"(?:{_GAP}|[\W_]{{1,3}}(?:{'|'.join(sorted(AND_OR))})[\W_]{{1,3}})"
"""What may stand between the words of a name, and where it has a word or a sign for “and”."""

_SPELT = {"ä": "ae?", "ö": "oe?", "ü": "ue?", "ß": "(?:ß|ss)", "ø": "(?:ø|oe?)", "å": "aa?"}
"""Letters that people also write as two, by how they are looked for in a text without accents."""

_SPELT_OTHERWISE = re.compile(f"[{''.join(_SPELT)}]", re.IGNORECASE)


def name_pattern(name: str, ordinary: frozenset[str]) -> str:
    """A name in any case and however its words are joined; an ordinary word as a title or an id only.

    The name itself is its only group: what is joined to it may be anything.
    """
    if is_ordinary(name, ordinary):
        plain = re.escape(without_accents(name))
        small = rf"(?<=`){plain}(?=`)"
        return f"({small})" if name == name.casefold() else rf"({small}|(?<![\w@]){plain}(?![\w@-]|\.\w))"
    words, letters = re.findall(r"[^\W_]+", composed(name)), len(bare(name))
    if not words:
        return rf"({re.escape(name)})"
    if letters < TOLD_APART or bare(name) in own_words() | ordinary:
        return rf"(?<![\w@])((?i:{_as_written(composed(name))})){_ENDS}"
    begin = "" if letters >= _TOLD_ANYWHERE else r"(?:(?<![^\W_])|(?<=[a-z])(?=[A-Z]))"
    return rf"[@#+]?{begin}((?i:{_joined(composed(name))})){_ENDING if letters == TOLD_APART else _MORE}"


def person_pattern(name: str) -> str:
    """The full name of somebody in any case, and as a handle; a single name with its capitals: many are parts of words.

    A single one that is a word itself, such as Mark, is a name where it has its capital in the midst of a sentence.
    """
    if len(re.findall(r"[^\W_]+", name)) > 1:
        return rf"((?<!\w)@?(?i:{_joined(composed(name))}))(?!\w)"
    begin = r"(?<=[^\W\d_] |[,;] )" if bare(name) in own_words() else r"(?<![\w@])"
    return rf"({begin}{_joined(composed(name))})(?!\w)"


def sure_letters(name: str) -> str:
    """The longest row of its letters, folded, that stands in whatever these patterns find it in; there may be none."""
    words = (each for each in re.findall(r"[^\W_]+", composed(name)) if each.casefold() not in AND_OR)
    rows = (row for word in words for row in _SPELT_OTHERWISE.split(word))
    return max((folded(without_accents(row)) for row in rows), key=len, default="")


def folded(text: str) -> str:
    """A text in which all letters are alike that a pattern takes for the same in any case."""
    return text.casefold().replace("\u0131", "i")


def _joined(name: str) -> str:
    """A name with anything or nothing between its words."""
    made, gap = "", ""
    for part in re.split(r"([^\W_]+)", name):
        if not part or (part.casefold() in AND_OR and made):
            gap = _AND if part else gap
        elif part[0].isalnum():
            made += (gap if made else "") + "".join(map(_letter, part))
            gap = ""
        else:
            gap = _AND if gap == _AND or re.search("[&+]", part) else _GAP
    return made


def _as_written(name: str) -> str:
    """A name of few letters with its signs, with as many blanks around these as one likes."""
    made = ""
    end = max((place for place, sign in enumerate(name, 1) if sign.isalnum()), default=0)
    for part in re.split(r"([\W_]+)", name[:end]):
        if part and not part[0].isalnum():
            sign = re.escape(re.sub(r"[\s_-]+", "", part))
            between = rf"\s{{0,2}}{sign}\s{{0,2}}" if sign else r"[\s_-]+"
            made += between if made else re.escape(part.lstrip())
        else:
            made += "".join(map(_letter, part))
    return made


def _letter(letter: str) -> str:
    return _SPELT.get(letter.lower()) or re.escape(without_accents(letter))


def composed(text: str) -> str:
    """A text with each letter and its accents as one character, where there is one."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def without_accents(text: str) -> str:
    """A text of the same length."""
    return text if text.isascii() else "".join(unicodedata.normalize("NFD", each)[0] for each in text)


def bare(name: str) -> str:
    """The letters and figures of a name."""
    return re.sub(r"[\W_]+", "", without_accents(composed(name)).casefold())
