"""What somebody has to be to us, by whatever key or condition it is said."""

import pytest
from sociable.facts.facts import AutomationFacts
from sociable.facts.standing import demands, only_followers

from tests.setups import facts

FILE = """\
lists:
  regulars: {{came_by: follow}}
accounts:
  shop: {{platform: x, handle: "@shop"}}
automations:
  - id: a
    account: shop
    when: {when}
    {keys}
    do:
      - fetch: {{fans: followers}}
      - reply: Hello
        if: {condition}
"""
ALWAYS = 'event.post.text contains "a"'
FOLLOWS = frozenset((("followers", True),))
FOLLOWS_NOT = frozenset((("followers", False),))


def automation(when: str = "mentioned", keys: str = "title: x", condition: str = ALWAYS) -> AutomationFacts:
    return facts(FILE.format(when=when, keys=keys, condition=condition)).automations[0]


def demanded(found: AutomationFacts) -> set[frozenset[tuple[str, bool]]]:
    """What is demanded of whoever gets the last step."""
    steps = list(demands(found))
    return {each for _, since, _ in steps for each in since}.union(steps[-1][2])


@pytest.mark.parametrize(
    "said",
    [
        {"when": "{event: mentioned, from: followers}"},
        {"keys": "only_from: followers"},
        {"keys": "ignore: [bots, non_followers]"},
        {"keys": "if: event.user.is_follower"},
        {"condition": "event.user in followers"},
        {"condition": "event.user.handle in followers"},
        {"condition": "event.user.handle in fans"},
        {"condition": "event.user in [followers]"},
        {"condition": "not (event.user not in followers)"},
        {"condition": "not (event.user in non_followers)"},
        {"condition": "event.user.is_follower = true"},
        {"condition": "event.user is followers"},
        {"condition": 'event.user in followers and event.post.text contains "a"'},
    ],
    ids=str,
)
def test_the_same_in_many_ways(said: dict[str, str]) -> None:
    assert FOLLOWS in demanded(automation(**said))


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ('event.user.is_follower or event.post.text contains "a"', set()),
        ("event.user.is_follower or event.user in customers", {frozenset((("followers", True), ("customers", True)))}),
        ("not event.user.is_follower", {FOLLOWS_NOT}),
        ("event.user in non_followers", {FOLLOWS_NOT}),
        ("event.user not in [followers, members]", {FOLLOWS_NOT, frozenset((("members", False),))}),
        ("not (event.user.is_follower and event.user in members)",
         {frozenset((("followers", False), ("members", False)))}),
        ('event.user in likers_of("@shop")', {frozenset((('likers_of("@shop")', True),))}),
        ('event.user.handle is "@bob"', {frozenset((("@bob", True),))}),
        ("event.user in regulars", {frozenset((("regulars", True),))}),
        ("event.user.followers > 100", set()),
    ],
)  # fmt: skip
def test_what_a_condition_demands(condition: str, found: set[frozenset[tuple[str, bool]]]) -> None:
    assert demanded(automation(condition=condition)) == found


def test_whom_a_key_names_beside_a_role_is_another_way() -> None:
    assert demanded(automation(when='{event: mentioned, from: [followers, "@bob"]}')) == {
        frozenset((("followers", True), ("handle", True)))
    }


def test_whoever_is_stopped_gets_nothing_that_follows() -> None:
    text = FILE.format(when="mentioned", keys="title: x", condition=ALWAYS)
    stop = "      - stop:\n        if: [event.user in non_followers, event.user in members]\n      - like\n"
    (found,) = facts(text + stop).automations
    assert [since for _, since, _ in demands(found)] == [
        [],
        [],
        [],
        [frozenset((("followers", True), ("members", False)))],
    ]


def test_who_gets_a_step_only_as_a_follower() -> None:
    assert only_followers(automation(keys="ignore: [non_followers]").steps[1])
    assert only_followers(automation(condition="event.user in followers").steps[1])
    assert not only_followers(automation(condition="event.user in followers").steps[0])
    assert not only_followers(automation(condition="event.user in customers").steps[1])
