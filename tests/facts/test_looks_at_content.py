"""Which steps look at what was said before they happen."""

import pytest
from sociable.facts.step_conditions import looks_at_content

from tests.setups import facts

ACCOUNT = "accounts: {shop: {platform: x}}\n"


def looking(steps: str, event: str = "mentioned", more: str = "") -> list[bool]:
    found = facts(f"{ACCOUNT}automations:\n  - {{id: a, account: shop, when: {event}, {more}do: [{steps}]}}\n")
    return [looks_at_content(step) for step in found.steps]


@pytest.mark.parametrize(
    ("event", "condition", "looks"),
    [
        ("mentioned", "event.post.sentiment is not negative", True),
        ("mentioned", "event.post.text contains 'help'", True),
        ("mentioned", "event.post contains 'help'", True),
        ("mentioned", "not (event.post.text contains 'hate') and event.user.followers > 3", True),
        ("mentioned", "event.post.hashtags contains 'hello'", True),
        ("messaged", "event.message.text contains 'help'", True),
        ("reviewed", "event.review.rating >= 4", True),
        ("opted_in", "event.form.topic is news", True),
        ("feed_item", "event.item.title contains 'flood'", True),
        ("mentioned", "event.post.likes >= 3", False),
        ("mentioned", "event.post.language is en", False),
        ("mentioned", "not event.user.is_bot", False),
        ("mentioned", "event.user.bio contains 'press'", False),
        ("mentioned", "account.city is Gloucester", False),
        ("row_added", "event.row.colour is red", False),
    ],
)
def test_conditions(event: str, condition: str, looks: bool) -> None:
    assert looking(f'{{notify: x}}, {{notify: y, if: "{condition}"}}', event) == [False, looks]
    assert looking("{notify: x}, {notify: y}", event, f'if: "{condition}", ') == [looks, looks]


def test_a_stop_counts_for_what_follows() -> None:
    said = 'if: "event.post.sentiment is negative"'
    assert looking(f"{{notify: x}}, {{stop: , {said}}}, {{notify: y}}") == [False, True, True]
    assert looking(f"{{notify: x, {said}}}, {{notify: y}}") == [True, False]
    assert looking('{stop: , if: "event.user.is_bot"}, {notify: y}') == [False, False]


@pytest.mark.parametrize(
    ("made", "looks"),
    [
        ('generate: {it: "Is this a complaint?"}', True),
        ("fetch: {it: event.post}", True),
        ('fetch: {it: "https://example.org/status"}', True),
        ("fetch: {it: followers}", False),
    ],
)
def test_what_a_model_or_a_page_says_of_it_counts(made: str, looks: bool) -> None:
    assert looking(f'{{{made}}}, {{notify: x, if: "it is good"}}') == [False, looks]
