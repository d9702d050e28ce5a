"""Words are found as words, in whatever case and however far apart they stand."""

import re

import pytest
from sociable.text.word_patterns import any_of, in_one_case, whole_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A sale!", ["sale"]),
        ("wholesale", []),
        ("SALE", []),
        ("salesman", []),
        ("大特価です", ["特価"]),
        ("für wofür", ["für"]),
        ("a+b", ["a+b"]),
        ("aab", []),
    ],
)
def test_a_word_is_none_within_another_but_where_nobody_writes_spaces(text: str, found: list[str]) -> None:
    assert whole_words(("sale", "特価", "a+b", "für"), 0).findall(text) == found


def test_of_no_words_none_is_found() -> None:
    assert whole_words((), 0).search("XXX") is None


def test_the_flags_are_those_that_were_asked_for() -> None:
    assert whole_words(("sale",), re.IGNORECASE).findall("SALE") == ["SALE"]


def test_the_case_of_any_of_some_words_is_nothing() -> None:
    assert any_of(("sale", "offer")).findall("SALE, Offer, resale") == ["SALE", "Offer"]
    assert any_of(("sale",)).flags & re.IGNORECASE


def test_what_is_looked_for_is_in_small_letters_with_single_spaces() -> None:
    assert in_one_case("Große \n\t TEE ") == "grosse tee "
    assert [in_one_case(text) for text in ("", " ", "\n A|", "|")] == ["", " ", " a|", "|"]
