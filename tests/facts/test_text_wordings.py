"""What words say by themselves: what they admit, and sums of money."""

import pytest
from sociable.facts.text_contents import admitted, speaks_of_money
from sociable.setup.model import Text
from sociable.vocabulary.text_words import DISCLOSURES

from tests.setups import facts

SPAN = facts("automations: [{id: a, account: x, when: manual, do: [post: Hello]}]").steps[0].text.span


def text(*parts: str) -> Text:
    return Text(parts, SPAN)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Written by our AI.", {"ai"}),
        ("j'ai faim", set()),
        ("A rail strike", set()),
        ("I am a bot, an Artificial Intelligence", {"ai", "automated"}),
        ("Robottom", set()),
        ("Anzeige: Zelte", {"sponsored"}),
        ("#ad a tent", {"sponsored"}),
        ("Add a tent", set()),
        ("We earn a commission", {"affiliate"}),
        ("AFFILIATE LINK", {"affiliate"}),
        ("これは広告です", {"sponsored"}),
        ("Lien affilié", {"affiliate"}),
        ("", set()),
    ],
)
def test_what_words_admit(said: str, found: set[str]) -> None:
    assert admitted(text(said)) == found


def test_words_do_not_grow_together_over_a_hole() -> None:
    assert admitted(text("b", "ot")) == set()


@pytest.mark.parametrize("disclosure", DISCLOSURES)
def test_each_word_is_found(disclosure: str) -> None:
    for word in DISCLOSURES[disclosure].words:
        assert disclosure in admitted(text(f"({word})")), word


@pytest.mark.parametrize(
    ("said", "money"),
    [
        ("Win $500", True),
        ("500 €", True),
        ("500€ for you", True),
        ("£ 20", True),
        ("20 euros", True),
        ("100 USD", True),
        ("Two tickets", False),
        ("Room 500", False),
        ("5 eurostars", False),
    ],
)
def test_sums_of_money(said: str, money: bool) -> None:
    assert speaks_of_money(text(said)) == money
