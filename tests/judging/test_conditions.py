"""What each condition means, one by one."""

import pytest

from tests.judging.rules import places, rule
from tests.setups import facts

STORY = """
accounts:
  shop: {platform: x}
automations:
  - {id: none, account: shop, when: mentioned, do: [notify: x, log: x]}
  - {id: one, account: shop, when: followed, do: [notify: x, post: "{{ event.user.name }}"]}
  - {id: two, account: shop, when: liked, do: [post: "{{ event.post.text }}", log: x, story: Hello]}
  - {id: all, account: shop, when: schedule, do: [{fetch: {gone: unfollowers}}, post: "{{ gone }}", {story: Hi}]}
"""
ALL = ["none", "one", "two", "all"]


def met(when: str, each: str = "automation s") -> list[str]:
    return places(facts(STORY), rule(each, when))


@pytest.mark.parametrize(
    ("quantity", "automations"),
    [
        ("some", ["one", "two", "all"]),
        ("no", ["none"]),
        ("every", []),
        ("at least 0", ALL),
        ("at least 1", ["one", "two", "all"]),
        ("at least 2", ["two", "all"]),
        ("at least 3", []),
        ("at most 0", ["none"]),
        ("at most 1", ["none", "one"]),
        ("at most 2", ALL),
    ],
)
def test_quantities(quantity: str, automations: list[str]) -> None:
    assert met(f"{quantity} step t in s.steps has t.audience is public") == automations


@pytest.mark.parametrize(
    ("body", "automations"),
    [
        ("t.audience is inward", ["none"]),
        ("t.audience in [public, inward]", ALL),
        ("not t.audience is public", ["none"]),
        ("t.verb in [notify, post]", ["one"]),
    ],
)
def test_every(body: str, automations: list[str]) -> None:
    assert met(f"every step t in s.steps has {body}") == automations


def test_every_of_nothing_holds_and_some_does_not() -> None:
    idle = facts("accounts: {shop: {platform: x}}")
    assert places(idle, rule("account s", "every step t in s.steps has t.is_approved")) == ["shop"]
    assert places(idle, rule("account s", "no step t in s.steps has t.is_approved")) == ["shop"]
    assert places(idle, rule("account s", "some step t in s.steps has t.is_approved")) == []


@pytest.mark.parametrize(
    ("when", "automations"),
    [
        ("s.event is followed", ["one"]),
        ("s.event is not followed", ["none", "two", "all"]),
        ("not s.event is followed", ["none", "two", "all"]),
        ("s.event in [followed, liked, joined]", ["one", "two"]),
        ("s.event not in [followed, liked, joined]", ["none", "all"]),
        ("s.event.group is acted_towards_us", ["one", "two"]),
        ("s.event.asked is yes or s.event is schedule", ["none", "all"]),
        ("s.event is followed and s.event.group is acted_towards_us", ["one"]),
        ("s.event is mentioned or s.event is liked and s.purpose is growth", ["none"]),
        ("(s.event is mentioned or s.event is liked) and s.purpose is growth", []),
        ("s.account.is_known", ALL),
        ("not s.account.is_known", []),
        ("s.purpose is unstated", ALL),
    ],
)
def test_words_and_flags(when: str, automations: list[str]) -> None:
    assert met(when) == automations


@pytest.mark.parametrize(
    ("sign", "groups"),
    [("=", [2]), ("!=", [1, 4]), ("<", [1]), ("<=", [1, 2]), (">", [4]), (">=", [2, 4])],
)
def test_numbers(sign: str, groups: list[int]) -> None:
    """Groups of one, two and four steps."""
    text = """
accounts: {shop: {platform: x}}
automations:
  - {id: a, account: shop, when: manual, do: [post: x, like: event.post, log: x, log: x, post: x, log: x, log: x]}
"""
    sizes = {"post": 2, "like": 1, "log": 4}
    for when in (f"g.size {sign} 2", f"2 {_turned(sign)} g.size"):
        alike = rule("group g of step s by s.verb", when, report='report g.first: "x"')
        assert sorted(sizes[place] for place in places(facts(text), alike)) == groups


def _turned(sign: str) -> str:
    return sign.translate(str.maketrans("<>", "><"))


@pytest.mark.parametrize(
    ("when", "verbs"),
    [
        ("s.text names s.automation.person", ["post"]),
        ("s.text names a.person", ["post"]),
        ("s.text echoes a.person", ["post"]),
        ("s.text names unfollowers", ["post"]),
        ("s.text echoes unfollowers", []),
        ("s.text names followers", []),
        ("identity in s.text.origins", ["post", "post"]),
        ("words in s.text.origins", ["post"]),
        ("ours in s.text.origins", ["notify", "log", "notify", "log", "story", "story"]),
        ("words not in s.text.origins and s.verb is post", ["post", "post"]),
    ],
)
def test_texts(when: str, verbs: list[str]) -> None:
    each = "automation a, step s in a.steps"
    assert places(facts(STORY), rule(each, when, report='report s: "by {a}"')) == verbs


@pytest.mark.parametrize(("event", "hit"), [("followed", ["post"]), ("liked", []), ("schedule", []), ("mentioned", [])])
def test_naming_and_echoing_are_two_things(event: str, hit: list[str]) -> None:
    assert met(f"s.automation.event is {event} and s.text names s.automation.person", "step s") == hit
