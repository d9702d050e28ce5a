"""What a fix leaves around it, in every way that a file can be written."""

import pytest
import yaml
from sociable.documents.nodes import Mapping
from sociable.documents.yaml_tree import parse
from sociable.fixing.layout import Layout
from sociable.text.source import Source

from tests.fixing.fixing import after, findings

HEAD = """\
sociable: 1
accounts:
  shop: {platform: mastodon, handle: "@shop", inbox: {read_by: us}}
  cafe: {platform: mastodon, handle: "@cafe", inbox: {read_by: us}}
automations:
"""

NOTIFY = ("unfollow-guilt-trip", "unfollow-shaming")


def changed(steps: str, select: tuple[str, ...] = NOTIFY) -> str:
    """The steps of an automation that answers whoever leaves, with all fixes."""
    lead = f"{HEAD}  - id: bye\n    account: shop\n    when: unfollowed\n    do:\n"
    found = after(lead + steps, select=select)
    assert found.startswith(lead)
    return found.removeprefix(lead)


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("      - dm: Why?\n", "      - notify: Why?\n"),
        ("      - dm: Why?", "      - notify: Why?"),
        ('      - "dm" : Why? # c\n', '      - "notify" : Why? # c\n'),
        ("      - {dm: 'Why?', after: 1 day}\n", "      - {notify: 'Why?', after: 1 day}\n"),
        ("      - dm: &why Why?\n      - log: *why\n", "      - notify: &why Why?\n      - log: *why\n"),
        (
            "      - log: &why Why?\n      - dm: {target: event.user, text: *why}\n",
            "      - log: &why Why?\n      - notify: {text: *why}\n",
        ),
        (
            "      - dm: {language: en, target: event.user, text: Why?, link: https://shop.example}\n",
            "      - notify: {text: Why?}\n",
        ),
        (
            "      - dm: {text: Why?, # c\n             target: event.user}\n",
            "      - notify: {text: Why?}\n",
        ),
        (
            (
                "      - dm:\n          # whom\n          target: event.user # them\n          text: |\n"
                "            Why?\n\n            Bye.\n"
            ),
            "      - notify:\n          # whom\n          text: |\n            Why?\n\n            Bye.\n",
        ),
        ("      - invite: {target: event.user, group: knitters}\n", "      - notify:\n"),
        ("      - {invite: {target: event.user, group: knitters}}\n", "      - {notify: null}\n"),
        (
            "      - if: event.user.is_follower\n        do: [invite: {target: event.user, group: knitters}, log: x]\n",
            "      - if: event.user.is_follower\n        do: [notify: null, log: x]\n",
        ),
        (
            (
                "      - if: event.user.is_follower\n        do: [\n          log: x,\n"
                "          invite: {target: event.user, group: knitters} # c\n        ]\n"
            ),
            (
                "      - if: event.user.is_follower\n        do: [\n          log: x,\n"
                "          notify: null # c\n        ]\n"
            ),
        ),
        (
            "      - if: event.user.is_follower\n        do:\n          - dm: Why?\n          - dm: Bye\n",
            "      - if: event.user.is_follower\n        do:\n          - notify: Why?\n          - notify: Bye\n",
        ),
    ],
)
def test_another_verb(before: str, then: str) -> None:
    assert changed(before) == then


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("      - block\n      - log: gone # c\n", "      - log: gone # c\n"),
        ("      - log: gone\n      # c\n      - block # d", "      - log: gone\n      # c\n"),
        (
            "      - log: gone\n      -  # c - d\n        block:\n      - log: x\n",
            "      - log: gone\n      - log: x\n",
        ),
        ("      [block, log: gone]\n", "      [log: gone]\n"),
        ("      [log: gone, block: event.user, ]\n", "      [log: gone, ]\n"),
        ("      [log: a, # c\n       block, # d\n       log: b]\n", "      [log: a, # d\n       log: b]\n"),
        (
            "      - block:\n          target: event.user\n        after: 1 day\n\n      - log: gone\n",
            "\n      - log: gone\n",
        ),
    ],
)
def test_without_a_step(before: str, then: str) -> None:
    assert changed(before, ("unfollow-retaliation",)) == then


def test_an_only_step_switches_its_automation_off_before_what_it_does() -> None:
    text = f"{HEAD}  - id: bye # c\n    account: shop\n    when: unfollowed # d\n    # e\n    do: [block]\n"
    switched_off = text.replace("unfollowed # d\n", "unfollowed # d\n    enabled: false\n")
    assert after(text, select=("unfollow-retaliation",)) == switched_off


LOOP = """\
  - id: one
    account: shop
    when: mentioned{}
    do: [reply: "Hello"]
  - id: two
    account: cafe
    when: replied
    do: [reply: "Hello"]
"""


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("", "\n    ignore: [own_accounts]"),
        ("\n    ignore: [bots]", "\n    ignore: [bots, own_accounts]"),
        ("\n    ignore: bots # c", "\n    ignore: [bots, own_accounts] # c"),
        ("\n    ignore: # c\n    - bots # d", "\n    ignore: # c\n    - bots # d\n    - own_accounts"),
        ("\n    ignore: [\n      bots, # d\n    ]", "\n    ignore: [\n      bots, own_accounts, # d\n    ]"),
    ],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_the_least_change_ends_a_loop(before: str, then: str, line_break: str) -> None:
    text = (HEAD + LOOP.format(before)).replace("\n", line_break)
    assert after(text, select=("reply-loop",)) == (HEAD + LOOP.format(then)).replace("\n", line_break)


def test_json_stays_json() -> None:
    text = """{
  "sociable": 1,
  "accounts": {"shop": {"platform": "mastodon"}, "cafe": {"platform": "mastodon"}},
  "automations": [
    {
      "id": "one", "account": "shop", "when": "mentioned", "do": [{"reply": "Hello"}]
    },
    {
      "id": "two",
      "account": "cafe",
      "when": "replied",
      "do": [{"reply": "Hello"}]
    }
  ]
}
"""
    then = text.replace('"when": "mentioned",', '"when": "mentioned",\n      "ignore": ["own_accounts"],')
    assert after(text, "a.json", select=("reply-loop",)) == then


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("https://shop.example/x?tag=shop-21", "Advertisement. https://shop.example/x?tag=shop-21"),
        ('"Buy https://amazon.example"', '"Advertisement. Buy https://amazon.example"'),
        ("'Buy'", "'Advertisement. Buy'"),
        ("|\n            Buy\n            it", "|\n            Advertisement. Buy\n            it"),
        ("&buy >-\n\n            Buy", "&buy >-\n\n            Advertisement. Buy"),
    ],
)
def test_a_text_begins_with_a_sentence(text: str, then: str) -> None:
    automation = "  - id: buy\n    account: shop\n    when: posted\n    paid_by: a shop\n    do:\n"
    body = f"{HEAD}{automation}      - post:\n          text: TEXT\n"
    assert after(body.replace("TEXT", text), select=("undisclosed-promotion",)) == body.replace("TEXT", then)


@pytest.mark.parametrize(
    "text",
    [
        "    do: &steps\n      - &why\n        dm: Why?\n      - *why\n",
        "    do: [&why {dm: Why?}, log: x, *why]\n",
    ],
)
def test_what_an_alias_means_is_changed_where_it_is_written(text: str) -> None:
    text = f"{HEAD}  - id: bye\n    account: shop\n    when: unfollowed\n{text}"
    assert after(text, select=NOTIFY) == text.replace("dm:", "notify:")


def test_what_another_tool_wrote_is_left_to_it() -> None:
    flow = (
        '{"nodes": [{"name": "T", "type": "n8n-nodes-base.scheduleTrigger", "parameters": {}, "typeVersion": 1}, '
        '{"name": "X", "type": "n8n-nodes-base.twitter", "typeVersion": 2, "parameters": {"text": "{{ $json.ai }}"}}], '
        '"connections": {"T": {"main": [[{"node": "X", "type": "main", "index": 0}]]}}}'
    )
    assert all(each.fix is None for each in findings(flow, "flow.json"))


def test_a_list_begins_in_the_place_of_none() -> None:
    text = (
        f"{HEAD}  - id: offers\n    account: shop\n    purpose: promotion\n    when: {{event: opted_in, to: offers}}\n"
    )
    text += "    stop_on: none\n    out_by: none\n    do:\n      - dm: The first of our offers.\n"
    assert after(text, select=("no-opt-out",)) == text.replace("stop_on: none", "stop_on: [stop]")


@pytest.mark.parametrize("text", ["a: 1\n", '"a": 1\n', '{"a": 1}\n', "'a': 1\n"])
@pytest.mark.parametrize(
    "word", ['say "x"', "back\\slash", "a: b", "# c", "yes", "null and more", "- x", "ü", "*x", "a\nb"]
)
def test_a_word_is_written_so_that_it_is_read_as_it_is(text: str, word: str) -> None:
    document = parse(Source("a.yml", text))
    root = document.roots[0]
    assert isinstance(root, Mapping)
    key, _ = root["a"]
    assert yaml.safe_load(f"x: {Layout(document).word(word, key)}") == {"x": word}
