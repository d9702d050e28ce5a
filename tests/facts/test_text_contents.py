"""What is in texts: addresses, and which pay somebody; what words admit, and sums of money."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.facts.text_contents import admitted, earns, has_link, looks_like_an_answer, speaks_of_money
from sociable.setup.model import Text
from sociable.vocabulary.text_words import AFFILIATE_HOSTS, DISCLOSURES

from tests.setups import facts


def text(said: str) -> Text:
    step = facts(f"automations: [{{id: a, account: x, when: feed_item, do: [post: {said!r}]}}]").steps[0]
    assert step.model.text is not None
    return step.model.text


@pytest.mark.parametrize(
    ("said", "linked"),
    [
        ("No address", False),
        ("See https://example.org", True),
        ("See HTTP://EXAMPLE.ORG/a", True),
        ("{{ event.item.url }}", True),
        ("{{ event.item.title }}", False),
        ("http:// is how it begins", False),
    ],
)
def test_addresses(said: str, linked: bool) -> None:
    assert has_link(text(said)) == linked


@pytest.mark.parametrize(
    ("address", "paid"),
    [
        ("https://www.amazon.co.uk/dp/1?tag=tents-21", True),
        ("https://amazon.de/dp/1?a=b&TAG=tents-21", True),
        ("https://amazon.de/dp/1?tag=", False),
        ("https://amazon.de/dp/1", False),
        ("https://example.org/?tag=tents", False),
        ("https://amazon.example.org.uk/?tag=tents", True),  # a shop's name in a host is taken for the shop
        ("https://www.ebay.com/itm/1?campid=5", True),
        ("https://example.org/?campid=5", False),
        ("https://www.awin1.com/cread.php?x=1", True),
        ("https://AWIN1.com.", True),
        ("https://notawin1.com/", False),
        ("https://example.org/?aff_id=7", True),
        ("https://example.org/?staff_id=7", False),
        ("https://example.org/?utm_medium=affiliate", True),
        ("https://example.org/?utm_medium=social", False),
        ("https://example.org/?ref=newsletter", False),
        ("https://example.org/?aff={{ event.item.title }}", True),
    ],
)
def test_whether_an_address_pays_somebody(address: str, paid: bool) -> None:
    assert earns(text(f"Look: {address} !")) == paid


@settings(deadline=None)
@given(st.sampled_from(sorted(AFFILIATE_HOSTS)), st.sampled_from(["", "www.", "a.b."]), st.sampled_from(["", "/x?y=1"]))
def test_every_network_is_known_whatever_stands_around_it(host: str, before: str, after: str) -> None:
    assert earns(text(f"(https://{before}{host}{after})"))


@settings(deadline=None)
@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), max_size=40))
def test_any_words_are_looked_through(words: str) -> None:
    said = Text((f"https://{words}",), text("x").span)
    assert earns(said) in (True, False)


SPAN = facts("automations: [{id: a, account: x, when: manual, do: [post: Hello]}]").steps[0].text.span


def parts(*parts: str) -> Text:
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
    assert admitted(parts(said)) == found


def test_words_do_not_grow_together_over_a_hole() -> None:
    assert admitted(parts("b", "ot")) == set()


@pytest.mark.parametrize("disclosure", DISCLOSURES)
def test_each_word_is_found(disclosure: str) -> None:
    for word in DISCLOSURES[disclosure].words:
        assert disclosure in admitted(parts(f"({word})")), word


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
    assert speaks_of_money(parts(said)) == money


@pytest.mark.parametrize(
    ("said", "looks"),
    [
        ("Re: your visit", True),
        ("AW: Ihre Anfrage", True),
        ("fwd : look at this", True),
        ("Tuesday: free entry", False),
        ("Re", False),
        ("Return: how it works", False),
        ("{{ event.item.title }}", False),
    ],
)
def test_a_subject_that_looks_like_an_answer(said: str, looks: bool) -> None:
    assert looks_like_an_answer(text(said)) is looks
