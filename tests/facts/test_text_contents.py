"""Addresses in texts: which are there, and which pay somebody."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.facts.text_contents import earns, has_link
from sociable.setup.model import Text
from sociable.vocabulary.text_words import AFFILIATE_HOSTS

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
