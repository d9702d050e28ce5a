"""What ends a loop: what to do, the least change and the fix say the same, and name what is changed."""

import pytest
from sociable.engine.compiled_rule import CompiledRule
from sociable.findings.finding import Finding

from tests.engine.rules import built_in, found
from tests.setups import facts

PAIR = """
accounts: {{a: {{platform: {platform}, handle: "@a"}}, b: {{platform: {platform}, handle: "@b"}}}}
automations:
  - {{id: one, account: a, when: {first}, do: [{deed}]}}
  - {{id: two, account: b, when: {second}, do: [{deed}]}}
"""


def _told(name: str, text: str) -> Finding:
    (finding,) = found(facts(text), CompiledRule(built_in()[name]))
    assert finding.loop is not None
    return finding


@pytest.mark.parametrize(
    ("name", "first", "second", "deed", "key"),
    [
        ("reply-loop", "mentioned", "mentioned", "reply: Hi", "ignore: [own_accounts]"),
        ("message-loop", "messaged", "messaged", "dm: Hi", "ignore: [own_accounts]"),
        ("auto-follow-loop", "followed", "followed", "follow: event.user", "ignore: [own_accounts]"),
        ("message-loop", "{event: messaged, from: b}", "{event: messaged, from: a}", "dm: Hi", "approval: human"),
        (
            "repost-ring",
            "{event: account_posted, from: b}",
            "{event: account_posted, from: a}",
            "post: More",
            "approval: human",
        ),
        ("runaway-branch", "messaged", "messaged", "dm: Hi}, {dm: Ho", "ignore: [own_accounts]"),
    ],
)
def test_what_to_do_is_the_least_change(name: str, first: str, second: str, deed: str, key: str) -> None:
    finding = _told(name, PAIR.format(platform="mastodon", first=first, second=second, deed=f"{{{deed}}}"))
    assert finding.loop is not None
    assert f"`{key}`" in finding.loop.cut
    assert f"`{key}`" in finding.advice
    names = ("`one`", "`two`")
    assert [each in finding.loop.cut for each in names] == [each in finding.advice for each in names]


ONE = "accounts: {{a: {{platform: {platform}, handle: '@a'}}}}\nautomations:\n{automations}"
REPLY = "  - {id: one, account: a, when: mentioned, do: [reply: Hi]}"
DAYS_LATER = "  - {id: one, account: a, when: messaged, do: [{dm: Hi}, {wait: 3 days}, {dm: Ho}]}"
FOLLOWS = (
    "  - {id: one, account: a, when: {event: schedule, every: day}, do: [follow: followers_of(followers)]}\n"
    "  - {id: two, account: a, when: followed, do: [follow: event.user]}"
)


@pytest.mark.parametrize(
    ("platform", "automations", "remedy"),
    [
        ("mastodon", REPLY, "once_per: user per day"),
        ("linkedin", DAYS_LATER, "once_per: user"),
        ("mastodon", FOLLOWS, "once_per: user"),
    ],
)
def test_what_a_stranger_may_set_off_has_one_remedy(platform: str, automations: str, remedy: str) -> None:
    finding = _told("mirror-loop", ONE.format(platform=platform, automations=automations))
    assert finding.loop is not None
    assert finding.fix is not None
    assert finding.loop.cut == ""
    assert f"`{remedy}`" in finding.advice
    assert "`one`" in finding.advice
    assert f"write `{remedy}` in" in finding.fix.words


COPIES = """
accounts:
  a: {{platform: {first}, handle: first}}
  b: {{platform: {second}, handle: second}}
automations:
  - {{id: to-b, account: b, when: {{event: account_posted, from: a}}, do: [post: "{{{{ event.post.text }}}}"]}}
  - {{id: to-a, account: a, when: {{event: account_posted, from: b}}, do: [post: "{{{{ event.post.text }}}}"]}}
  - {{id: own, account: {writes}, when: {event}, do: [post: "High water at nine."]}}
"""


@pytest.mark.parametrize(
    ("first", "second", "writes", "event", "cut"),
    [
        ("telegram", "discord", "a", "{event: webhook, named: goal}", "to-a"),
        ("telegram", "discord", "b", "{event: webhook, named: goal}", "to-b"),
        ("x", "mastodon", "a", "{event: schedule, every: day}", "to-a"),
        ("matrix", "tumblr, kind: bot", "a", "{event: feed_item, feed: tides}", "to-a"),
        # Nothing but copies on either: nobody writes by hand on a bot's account.
        ("facebook, kind: page", "mastodon, kind: bot", "a, enabled: false", "{event: schedule, every: day}", "to-a"),
        ("mastodon, kind: bot", "facebook, kind: page", "a, enabled: false", "{event: schedule, every: day}", "to-b"),
    ],
)
def test_of_two_copies_the_one_that_only_brings_copies_back_is_to_go(
    first: str, second: str, writes: str, event: str, cut: str
) -> None:
    finding = _told("crosspost-loop", COPIES.format(first=first, second=second, writes=writes, event=event))
    assert finding.loop is not None
    assert f"`{cut}`" in finding.loop.cut
    assert f"switch `{cut}` off" in finding.advice


@pytest.mark.parametrize(
    ("once", "said"),
    [
        ("", "`once_per: user per day`, beside"),
        ("once_per: post, ", "`once_per: user per day` in the place of `post`, beside"),
        ("once_per: none, ", "`once_per: user per day` in the place of `none`, beside"),
    ],
)
def test_what_stands_there_already_has_to_give_way(once: str, said: str) -> None:
    answer = f"{{id: one, account: a, when: mentioned, {once}do: [reply: '@{{{{ event.user.handle }}}} Thanks!']}}"
    finding = _told(
        "mirror-loop", f"accounts: {{a: {{platform: bluesky, handle: a.example}}}}\nautomations: [{answer}]"
    )
    assert said in finding.advice
