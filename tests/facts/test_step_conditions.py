"""What holds a step back, what it looks at before, and whether it asks the same person again."""

import pytest
from sociable.facts.step_conditions import is_follow_up, is_limited, is_narrowed, looks_at_content

from tests.setups import facts


def written(do: str, when: str = "mentioned", more: str = "") -> str:
    extra = f", {more}" if more else ""
    return f"""
accounts: {{shop: {{platform: x}}}}
automations:
  - {{id: a, account: shop, when: {when}, do: [{do}]{extra}}}
"""


@pytest.mark.parametrize(
    ("do", "more", "limited"),
    [
        ("{reply: Hi}", "", False),
        ("{reply: Hi}", "limit: 5 per hour", True),
        ("{reply: Hi, limit: 5 per hour}", "", True),
        ("{reply: Hi}", "limit: 5", False),
        ("{reply: Hi}", "cooldown: 1 hour", True),
        ("{reply: Hi}", "once_per: user", True),
        ("{reply: Hi}", "max_replies_per_thread: 2", True),
        ("{dm: Hi}", "max_replies_per_thread: 2", False),
        ("{reply: Hi}", "ignore: [bots]", False),
    ],
)
def test_how_often(do: str, more: str, limited: bool) -> None:
    (step,) = facts(written(do, more=more)).steps
    assert is_limited(step) is limited


@pytest.mark.parametrize(
    ("when", "more", "narrowed"),
    [
        ("mentioned", "", False),
        ("mentioned", "once_per: user", False),
        ("{event: posted_here, in: lounge}", "", False),
        ("{event: mentioned, contains: [help]}", "", True),
        ("mentioned", "if: event.user.is_bot", True),
        ("mentioned", "ignore: [bots]", True),
        ("mentioned", "only_from: ['@jane']", True),
    ],
)
def test_for_whom(when: str, more: str, narrowed: bool) -> None:
    (automation,) = facts(written("{reply: Hi}", when, more)).automations
    assert is_narrowed(automation) is narrowed


@pytest.mark.parametrize(
    ("do", "again"),
    [
        ("{dm: Hi}, {dm: Ho}", False),
        ("{dm: Hi}, {wait: 1 day}, {dm: Ho}", True),
        ("{dm: Hi}, {dm: Ho, after: 1 day}", True),
        ("{wait: 1 day}, {dm: Hi}, {dm: Ho}", False),
        ("{dm: Hi}, {wait: 1 day}, {email: Ho}", True),
        ("{reply: Hi}, {wait: 1 day}, {quote: Ho}", True),
        ("{reply: Hi}, {wait: 1 day}, {dm: Ho}", False),
        ("{dm: Hi}, {wait: 1 day}, {dm: Ho, if: event.user.is_follower}", False),
        ("{dm: Hi}, {wait: 1 day}, {dm: Ho, if: event.user.has_replied}", False),
        ("{dm: Hi}, {wait: 1 day}, {dm: Ho, if: not event.user.has_replied}", True),
        ("{dm: Hi}, {wait: 1 day}, {dm: Ho, if: event.user.has_replied = false and event.user.is_follower}", True),
        ("{dm: Hi}, {wait: 1 day}, {stop: , if: event.user.is_follower}, {dm: Ho}", False),
        ("{dm: Hi}, {wait: 1 day}, {dm: {text: Ho, target: '@jane'}}", False),
        ("{dm: {text: Hi, target: followers}}, {wait: 1 day}, {dm: {text: Ho, target: followers}}", False),
        ("{post: Hi}, {wait: 1 day}, {post: Ho}", False),
        ("{reply: {text: Hi, target: '@jane'}}, {wait: 1 day}, {dm: {text: Ho, target: '@jane'}}", False),
        ("{follow: event.user}, {wait: 1 day}, {dm: Ho}", False),
    ],
)
def test_the_same_person_again(do: str, again: bool) -> None:
    steps = facts(written(do)).steps
    assert [is_follow_up(step) for step in steps] == [False] * (len(steps) - 1) + [again]


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
