"""How long texts are, as platforms count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sociable.facts.text_sizes import SIZES, size_of
from sociable.sources.text_lengths import UNITS

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("unit", "text", "size"),
    [
        ("characters", "Cyfarchion ŵ", 12),
        (
            "characters without markup",
            '<b>Now</b>: [map](https://x.example/1) and <a href="y">list</a>',
            len("Now: map and list"),
        ),
        ("characters, emoji by their bytes", "hi \U0001f44b", 7),
        ("weighted characters", "abc", 3),
        ("weighted characters", "日本", 4),
        ("weighted characters", f"a{FAMILY}", 3),
        ("weighted characters", "e\u0301", 1),
        ("graphemes", f"{FAMILY}!", 2),
        ("graphemes", "e\u0301e", 2),
        ("graphemes", "\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7", 2),
        ("graphemes", "\U0001f44d\U0001f3fd", 1),
        ("UTF-16 units", "a\U0001f44b", 3),
        ("bytes", "ŵ", 2),
        ("links", "https://a.example, https://b.example and https://a.example.", 2),
        ("hashtags", "#one #two C#no a&#39;", 2),
        ("mentions", "@one, @two, @one; mail a@b.example", 2),
        ("cashtags", "$ABC costs $5 or US$X", 1),
    ],
)
def test_sizes(unit: str, text: str, size: int) -> None:
    assert size_of(text, unit) == size


def test_an_address_may_count_as_something_else() -> None:
    assert size_of("See https://example.org/a/very/long/address, now", "characters", 23) == len("See , now") + 23


def test_every_unit_can_be_counted() -> None:
    assert SIZES.keys() == UNITS.keys()


@given(st.text(max_size=40))
def test_no_way_counts_more_signs_than_there_are_characters(text: str) -> None:
    assert SIZES["graphemes"](text) <= len(text)
    assert SIZES["weighted characters"](text) <= 2 * len(text)
