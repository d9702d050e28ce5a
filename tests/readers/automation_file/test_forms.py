"""The same said in different ways is read as the same."""

import json
from typing import Any

import pytest
import yaml
from sociable.setup.model import Automation, Once, Rate, Target
from sociable.vocabulary.crowds import CROWDS
from sociable.vocabulary.values import UNSTATED

from tests.readers.automation_file.shapes import setup

BLOCK = """\
sociable: 1
accounts:
  council:
    platform: mastodon
    handle: "@council"
    automated_label: true
    inbox:
      read_by: comms team
    vars:
      city: Gloucester
automations:
  - id: help-desk
    account: council
    when:
      event: mentioned
      contains:
        - help
        - question
    if:
      - not event.user.is_bot
    do:
      - reply:
          text: "Hi {{ event.user.name }}"
        approval: human
      - assign:
          to: comms team
      - wait:
          for: 3 days
      - like:
    ignore:
      - bots
    stop_on:
      - stop
"""
FLOW = """\
{sociable: 1, accounts: {council: {platform: mastodon, handle: '@council', automated_label: true,
  inbox: {read_by: comms team}, vars: {city: Gloucester}}},
 automations: [{id: help-desk, account: council, when: {event: mentioned, contains: [help, question]},
  if: [not event.user.is_bot],
  do: [{reply: {text: "Hi {{ event.user.name }}"}, approval: human}, {assign: {to: comms team}}, {wait: {for: 3 days}},
   {like: }], ignore: [bots], stop_on: [stop]}]}
"""
SHORT = """\
sociable: 1
accounts:
  council: {platform: mastodon, handle: "@council", automated_label: true, inbox: {read_by: comms team},
            vars: {city: Gloucester}}
automations:
  - id: help-desk
    account: [council]
    when: {event: mentioned, contains: [help, question]}
    if: not event.user.is_bot
    do:
      - reply: Hi {{ event.user.name }}
        approval: human
      - assign: comms team
      - wait: 3 days
      - like
    ignore: bots
    stop_on: stop
"""
ANCHORED = """\
sociable: 1
accounts:
  council: {platform: &where mastodon, handle: "@council", automated_label: true, inbox: {read_by: &team comms team},
            vars: {city: Gloucester}}
automations:
  - <<: {id: help-desk, account: council, ignore: &ignored [bots]}
    when: {event: mentioned, contains: [help, question]}
    if: not event.user.is_bot
    do:
      - reply: >-
          Hi
          {{ event.user.name }}
        approval: human
      - assign: *team
      - wait: 3 days
      - like
    ignore: *ignored
    stop_on: stop
"""


def as_json(text: str) -> str:
    return json.dumps(yaml.safe_load(text), indent="\t")


def target(kind: str, name: str = "", of: Target | None = None) -> Target:
    nowhere: Any = None
    return Target(kind, nowhere, name, of, CROWDS.get(kind))


@pytest.mark.parametrize(
    "text", [FLOW, SHORT, ANCHORED, as_json(BLOCK), BLOCK.replace("\n", "\r\n"), BLOCK.replace("\n", "\r")]
)
def test_style_and_form_change_nothing(text: str) -> None:
    assert setup(text) == setup(BLOCK)


def automation(text: str) -> Automation:
    (only,) = setup(
        f"sociable: 1\nautomations:\n- {{id: a, account: c, when: mentioned, do: [like], {text}}}\n"
    ).automations
    return only


def steps(text: str, when: str = "mentioned") -> Any:
    (only,) = setup(f"sociable: 1\nautomations:\n- {{id: a, account: c, when: {when}, do: [{text}]}}\n").automations
    return only.steps


def test_everything_that_is_not_said_is_unstated() -> None:
    read = setup(
        "sociable: 1\naccounts: {c: {platform: x}}\nautomations: [{id: a, account: c, when: followed, do: [like]}]\n"
    )
    (account,), (only,) = read.accounts, read.automations
    assert {account.run_by, account.automated_label, account.inbox, account.pause} == {UNSTATED}
    assert {only.purpose, only.approval, only.via, only.steps[0].approval, only.steps[0].visibility} == {UNSTATED}
    assert (only.enabled, only.limit, only.once_per, only.cooldown) == (True, None, None, 0)


def test_a_pause_is_in_a_hand_in_none_or_unstated() -> None:
    text = "accounts: {a: {platform: x, pause: Jane}, b: {platform: x, pause: false}, c: {platform: x}}"
    assert [each.pause for each in setup(f"sociable: 1\n{text}\n").accounts] == ["yes", "no", UNSTATED]


def test_an_inbox_is_read_unread_or_unstated() -> None:
    text = "accounts: {a: {platform: x, inbox: {read_by: us}}, b: {platform: x, inbox: unread}, c: {platform: x}}\n"
    assert [(each.inbox, each.inbox_read_by) for each in setup(f"sociable: 1\n{text}").accounts] == [
        ("read", "us"),
        ("unread", ""),
        (UNSTATED, ""),
    ]


def test_the_modifiers_of_an_automation() -> None:
    read = automation(
        "title: T, enabled: false, purpose: support, limit: 60 per hour, cooldown: 2 days, once_per: user per day,"
        "approval: human, only_from: ['@a'], via: api, max_replies_per_thread: 2.0"
    )
    assert (read.title, read.enabled, read.purpose, read.limit) == ("T", False, "support", Rate(60, 3600))
    assert (read.cooldown, read.once_per, read.approval) == (172800, Once("user", 86400), "human")
    assert (read.only_from, read.via, read.max_replies_per_thread) == (("@a",), "api", 2)
    assert automation("limit: 20").limit == Rate(20, 0)


def test_the_modifiers_of_a_step() -> None:
    (read,) = steps(
        "{wait: 1 day, after: 1 hour, limit: 3, if: event.user.is_bot, disclose: [ai, sponsored], visibility: unlisted,"
        " use: crm}"
    )
    assert (read.seconds, read.limit, read.guards[0].expression.text) == (90000, Rate(3, 0), "event.user.is_bot")
    assert (read.disclose, read.visibility, read.use) == (frozenset({"ai", "sponsored"}), "unlisted", "crm")


def test_an_account_named_twice_counts_once() -> None:
    text = "sociable: 1\nautomations: [{id: a, account: [c, d, c], when: followed, do: [like]}]\n"
    assert [each.name for each in setup(text).automations[0].accounts] == ["c", "d"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("event.user", target("person", "event.user")),
        ("event.post", target("post", "event.post")),
        ("event.post.author", target("person", "event.post.author")),
        ('"{{ event.user }}"', target("person", "event.user")),
        ('"@jane"', target("handle", "@jane")),
        ('"@jane@mastodon.example"', target("handle", "@jane@mastodon.example")),
        ("jane@example.org", target("handle", "jane@example.org")),
        ("council", target("account", "council")),
        ("help-desk", target("account", "help-desk")),
        ("'\"help-desk\"'", target("account", "help-desk")),
        (
            "followers",
            target("followers"),
        ),
        (
            "'followers_of(\"@rival\")'",
            target("followers_of", of=target("handle", "@rival")),
        ),
        (
            "followers_of(followers_of(event.user))",
            target("followers_of", of=target("followers_of", of=target("person", "event.user"))),
        ),
        (
            "'matching(\"#tag\")'",
            target(
                "matching",
                "#tag",
            ),
        ),
        (
            "rows(sheet)",
            target(
                "rows",
                "sheet",
            ),
        ),
    ],
)
def test_targets(text: str, expected: Target) -> None:
    (read,) = steps(f"{{follow: {text}}}")
    assert read.target == expected


def test_a_step_aimed_at_several_is_one_for_each() -> None:
    first, second, third = steps("{follow: ['@jane', followers]}, {dm: {target: [council], text: hi}}")
    assert [each.target for each in (first, second, third)] == [
        target("handle", "@jane"),
        target("followers"),
        target("account", "council"),
    ]
    assert (first.verb, first.span) == (second.verb, second.span)


def test_what_a_step_is_aimed_at_when_it_does_not_say() -> None:
    follow, like, post, join = steps("{follow: }, like, {post: hi}, {join: some group}")
    assert (follow.target, like.target) == (target("person", "event.user"), target("post", "event.post"))
    assert (post.target, join.target) == (None, target("handle", "some group"))


def test_what_a_step_produces_the_next_may_use() -> None:
    fetch, generate, dm, follow = steps(
        "{fetch: {people: followers_of(event.user), news: 'https://example.org', hot: trends}},"
        '{generate: {words: "Greet {{ event.user.name }} {{ news }}"}}, {dm: "{{ words }}"}, {follow: people}'
    )
    assert [(name, type(made).__name__) for name, made in fetch.produces] == [
        ("people", "Target"),
        ("news", "Text"),
        ("hot", "Text"),
    ]
    assert [part if isinstance(part, str) else part.text for part in generate.produces[0][1].parts] == [
        "Greet ",
        "event.user.name",
        " ",
        "news",
    ]
    assert (dm.text.parts[0].text, follow.target) == ("words", target("value", "people"))


def test_a_part_that_does_not_fit_is_left_out_and_the_rest_is_kept() -> None:
    from sociable.project.load import read_text

    reading = read_text(
        "a.yml",
        "sociable: 1\n"
        "accounts: {c: {platform: zzz, handle: '@c'}, d: 3}\n"
        "automations:\n"
        "- {id: a, account: c, when: mentioned, limit: lots, do: [liek, {reply: '{{ zzz }} hi', if: 'a b'}, like]}\n"
        "- {id: b, account: c, do: [like]}\n"
        "- {id: c, account: c, when: mentioned, do: [zzz]}\n",
    )
    (account,), (first, second) = reading.setup.accounts, reading.setup.automations
    assert (account.platform, account.handle) == (UNSTATED, "@c")
    assert (first.id.name, first.limit, [step.verb.name for step in first.steps]) == ("a", None, ["reply", "like"])
    assert (first.steps[0].guards, len(first.steps[0].text.parts if first.steps[0].text else ())) == ((), 2)
    assert (second.id.name, second.steps) == ("c", ())
