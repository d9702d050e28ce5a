"""Phrases that are looked for together."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sociable.text.phrase_search import Phrases

_LETTERS = st.text("aAbBiI\u0130\u0131sS\u017f\u00df\u1e9ekK\u212a\u03c3\u03c2\u03a3 .*", min_size=1, max_size=4)


def _after_many(phrases: list[str]) -> Phrases:
    """They are looked for in another way after many texts."""
    found = Phrases(phrases)
    for _ in range(200):
        found.may_be_in("")
    return found


@given(st.lists(_LETTERS, min_size=1, max_size=5), _LETTERS, _LETTERS)
def test_what_a_pattern_finds_may_be_in_a_text(phrases: list[str], before: str, after: str) -> None:
    text = before + after
    found = re.search("|".join(map(re.escape, phrases)), text, re.IGNORECASE) is not None
    folded = any(phrase.casefold() in text.casefold() for phrase in phrases)
    for known in (Phrases(phrases), _after_many(phrases)):
        assert known.may_be_in(text) or not (found or folded)


@given(st.lists(_LETTERS, min_size=1, max_size=5), _LETTERS)
def test_the_answer_is_the_same_for_few_texts_and_for_many(phrases: list[str], text: str) -> None:
    assert Phrases(phrases).may_be_in(text) == _after_many(phrases).may_be_in(text)


@pytest.mark.parametrize("make", [Phrases, _after_many])
def test_a_text_without_any_of_them(make: type[Phrases]) -> None:
    known = make(["win a prize", "win", "raffle.", "draw"])
    assert not known.may_be_in("We open at nine, and raffle nothing.")
    assert known.may_be_in("WINTER")
    assert known.may_be_in("a raffle.")


@given(st.lists(_LETTERS, min_size=1, max_size=5), _LETTERS, _LETTERS)
def test_a_whole_word_is_never_missed(phrases: list[str], before: str, after: str) -> None:
    known = Phrases(phrases, whole=True)
    for _ in range(200):
        known.may_be_in("")
        known.may_be_in("\u0130")
    text = before + after
    found = re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)", text, re.IGNORECASE) is not None
    assert known.may_be_in(text) or not found


def test_what_begins_within_a_word_is_no_whole_one() -> None:
    known = Phrases(["ad", "bot"], whole=True)
    for _ in range(200):
        known.may_be_in("")
    assert not known.may_be_in("Read about both: a robot reads it.".replace("both", "it"))
    assert known.may_be_in("An AD, or advice")
