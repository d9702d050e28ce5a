"""The web addresses in a text, and whether somebody is paid for what readers buy there."""

import re
from functools import cache

from sociable.setup.model import Expression, Text
from sociable.text.phrase_search import Phrases
from sociable.text.word_patterns import any_of, beginning, unless_after, whole_words
from sociable.vocabulary.chance_words import CHANCES, ENTRIES_MORE
from sociable.vocabulary.text_words import (
    AFFILIATE_HOSTS,
    AFFILIATE_PARAMETERS,
    ANSWER_MARKS,
    ASKING_WORDS,
    ASKS_NOTHING,
    ATTRIBUTE_WORDS,
    BLAMING_WORDS,
    CHEERS,
    DENIALS,
    DISCLOSURES,
    MACHINE,
    NAMES_OF_CHARGES,
    PERSON_WROTE_IT,
    RATING_WORDS,
    SAID_OF_READERS,
)

_ADDRESS = r"(?i)https?://([\w.-]+)([^\s<>\"']*)"
_PARAMETER = r"[?&;]([\w-]+)=([^&;#\s]*)"
_LINKED = ("url", "link")
"""How the last name of a path ends that stands for an address, such as ``event.item.url`` or ``photo_link``."""


def has_link(text: Text) -> bool:
    """Whether readers find an address in it, written out or filled in."""
    return any(_is_address(part) if isinstance(part, Expression) else _names_an_address(part) for part in text.parts)


def _names_an_address(part: str) -> bool:
    return "://" in part and re.search(_ADDRESS, part) is not None


def is_only_an_address(text: Text) -> bool:
    """Whether readers find nothing in it but addresses."""
    return all(_is_address(part) if isinstance(part, Expression) else _says_no_more(part) for part in text.parts)


def _says_no_more(part: str) -> bool:
    return not (re.sub(_ADDRESS, "", part) if "://" in part else part).strip()


def _is_address(part: Expression) -> bool:
    return part.op == "path" and len(part.args) > 1 and part.args[-1].casefold().rpartition("_")[2] in _LINKED


def earns(text: Text) -> bool:
    """Whether an address in it certainly pays somebody: an affiliate network, or a shop that is told whom to pay."""
    for part in text.parts:
        if isinstance(part, str) and "://" in part:
            break
    else:
        return False
    written = "".join(part if isinstance(part, str) else "-" for part in text.parts)
    return any(_pays(host.casefold().rstrip("."), rest) for host, rest in re.findall(_ADDRESS, written))


def _pays(host: str, rest: str) -> bool:
    if any(host == network or host.endswith(f".{network}") for network in AFFILIATE_HOSTS):
        return True
    said = {name.casefold(): value.casefold() for name, value in re.findall(_PARAMETER, rest)}
    if said.get("utm_medium") == "affiliate":
        return True
    shops = {"", *host.split(".")}
    return any(said.get(name) for shop, names in AFFILIATE_PARAMETERS.items() if shop in shops for name in names)


_UNITS_OF_MONEY = (
    "EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|RON|HUF|INR|BRL|ZAR|euros?|dollars?|pounds?|lei|zł|kr|Kč|Ft|rupees|rand"
)
_MONEY = rf"(?i)[$€£¥₹₽₺₩₴₦]\s?\d|\d\s?(?:[$€£¥₹₽₺₩₴₦]|(?:{_UNITS_OF_MONEY})(?!\w))"


def admitted(text: Text) -> frozenset[str]:
    """Which disclosures stand in our own part of a text, in any of the languages that ``DISCLOSURES`` knows."""
    return admitted_in(our_words(text))


def admitted_in(ours: str) -> frozenset[str]:
    """The same of words that are all our own."""
    if not _disclosures().may_be_in(ours):
        return frozenset()
    ours = any_of(SAID_OF_READERS).sub(" ", ours)  # “You are a bot” says nothing of who writes it
    found = frozenset(name for name in DISCLOSURES if any(pattern.search(ours) for pattern in _patterns(name)))
    return found - MACHINE if PERSON_WROTE_IT in found else found  # “I am not a bot” admits no bot


def denies_machine(text: Text) -> bool:
    """Whether our own part of a text says that it is no machine's."""
    return _denials().may_be_in(ours := our_words(text)) and _denial().search(ours) is not None


def cheers(text: Text) -> bool:
    """Whether our own part of a text is glad of something, whatever that is."""
    return any_of(CHEERS).search(our_words(text)) is not None


@cache
def _denials() -> Phrases:
    return Phrases(DENIALS, whole=True)


@cache
def _denial() -> re.Pattern[str]:
    return whole_words(DENIALS, re.IGNORECASE)


@cache
def _disclosures() -> Phrases:
    return Phrases((word for row in DISCLOSURES.values() for word in row.words), whole=True)


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words with a capital have to be written like this, others in any way."""
    exact = [word for word in DISCLOSURES[name].words if word != word.casefold()]
    others = [word for word in DISCLOSURES[name].words if word == word.casefold()]
    return whole_words(exact, 0), whole_words(others, re.IGNORECASE)


def sentences_of(ours: str) -> list[str]:
    """What stands between the ends of sentences."""
    return _sentence_ends().split(ours)


@cache
def _sentence_ends() -> re.Pattern[str]:
    return re.compile(r"[.!?…:;\n]+")


def our_words(text: Text) -> str:
    """What a text says in words of our own, without what is filled in."""
    return " ".join([part for part in text.parts if isinstance(part, str)])


def asked_for(text: Text) -> frozenset[str]:
    """What our own part of a text asks people to do: words of ``ENTRIES``."""
    ours = our_words(text).casefold()
    if not _asking().may_be_in(ours):
        return frozenset()
    return frozenset(name for name in ASKING_WORDS if _asks(name).search(ours))


@cache
def _asks(name: str) -> re.Pattern[str]:
    """Words that ask for it, unless they are part of a wish, of a comparison, or say that nobody need do it."""
    return unless_after(ASKS_NOTHING, beginning(ASKING_WORDS[name]))


@cache
def _asking() -> Phrases:
    return Phrases(word for words in ASKING_WORDS.values() for word in words)


def may_promise_chances(text: Text) -> bool:
    """Whether our own part of a text can promise a chance in a draw; most texts cannot."""
    return _chances().may_be_in(our_words(text))


@cache
def _chances() -> Phrases:
    return Phrases((*ENTRIES_MORE, *CHANCES))


def looks_like_an_answer(subject: Text) -> bool:
    """Whether a subject line begins as that of an answer does, such as `Re:`."""
    first = subject.parts[0] if subject.parts else ""
    mark, colon, _ = first.partition(":") if isinstance(first, str) else ("", "", "")
    return bool(colon) and mark.strip().casefold() in ANSWER_MARKS


def speaks_of_money(text: Text) -> bool:
    """Whether our own part of a text names a sum."""
    return any(isinstance(part, str) and re.search(_MONEY, part) for part in text.parts)


def blames(ours: str) -> bool:
    """Whether these words of ours hold something against somebody."""
    plain = ours.replace("_", " ").replace("\u2019", "'")
    return _blames().may_be_in(plain) and any_of(BLAMING_WORDS).search(plain) is not None


def holds_charges(name: str) -> bool:
    """Whether a table of this name holds something against those who stand in it."""
    return blames(name) or not NAMES_OF_CHARGES.isdisjoint(re.findall(r"[^\W\d_]+", name.casefold()))


def names_attributes(text: Text) -> bool:
    """Whether our own words, or the names of what is filled in, are words for what somebody is, such as their age."""
    said = " | ".join((our_words(text), *(path[-1] for path in text.paths()))).replace("_", " ")
    return _attributes().may_be_in(said) and any_of(ATTRIBUTE_WORDS).search(said) is not None


@cache
def _attributes() -> Phrases:
    return Phrases(ATTRIBUTE_WORDS, whole=True)


def rates(said: str) -> bool:
    """Whether these words put a mark, a label or a charge on somebody."""
    plain = said.replace("_", " ")
    return _ratings().may_be_in(plain) and any_of(RATING_WORDS).search(plain) is not None


@cache
def _ratings() -> Phrases:
    return Phrases(RATING_WORDS, whole=True)


@cache
def _blames() -> Phrases:
    return Phrases(BLAMING_WORDS, whole=True)
