"""What is shown where the pointer rests."""

import pytest
from sociable.server.editor.hover_texts import hover_text

from tests.server.editor.marked import checked_text, hovered, parted

SHAMING = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop"}
automations:
  - id: name-them
    account: shop
    when: unfollowed
    ignore: [bots]
    do:
      - post: "{{ event.user.name }} left us"
      - if: event.user.is_bot
        do: [follow, {wait: 3 days}]
"""


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("accounts:", "acc‸ounts:", "The accounts that automations run on"),
        ("platform: x", "plat‸form: x", "Where the account lives"),
        ("platform: x", "platform: ‸x", "X. Of an ordinary post there"),
        ("unfollowed", "unfol‸lowed", "Somebody stops following"),
        ("account: shop", "account: sh‸op", "@shop on X"),
        ("[bots]", "[‸bots]", "accounts that are marked as automated"),
        ("- post:", "- ‸post:", "Posts: anybody can see it"),
        ("event.user.name", "event.‸user.name", "It has `handle`, `name`"),
        ("[follow", "[fol‸low", "Follows somebody"),
        ("wait:", "wai‸t:", "Waits"),
        ("do: [", "‸do: [", "The steps that are done if it holds"),
    ],
)
def test_words_say_what_they_mean(before: str, after: str, says: str) -> None:
    assert says in hovered(SHAMING.replace(before, after, 1), checked_text(SHAMING))


def test_what_means_nothing_says_nothing() -> None:
    assert hovered(SHAMING.replace("name-them", "name‸-them"), checked_text(SHAMING)) == ""
    assert hovered("other: val‸ue\n") == ""


def test_a_finding_shows_the_page_of_its_rule() -> None:
    page = hovered(SHAMING.replace("left us", "left ‸us"), checked_text(SHAMING))
    assert "`unfollow-shaming`, a rule of" in page
    assert "## What people see" in page
    assert "```yaml" not in page


def test_the_name_of_a_rule_in_a_comment_shows_its_page() -> None:
    comment = "# sociable: ignore[bulk‸-dm] -- why\n"
    assert "`bulk-dm`, a rule of" in hovered(SHAMING + comment, checked_text(SHAMING))


def test_while_a_line_is_no_yaml_the_words_above_it_still_mean_something() -> None:
    assert "Where the account lives" in hovered("sociable: 1\naccounts:\n  shop:\n    ‸platform: x\n   han\n - {")


def test_a_finding_of_a_text_that_has_changed_since_shows_nothing() -> None:
    source, offset = parted(SHAMING.replace("left us", "left ‸us"))
    assert hovered(SHAMING.replace("left us", "left ‸us") + "# typed on\n", checked_text(SHAMING)) == ""
    assert offset < len(source.text)


PAGE = """\
# Mine

```rule
rule mine
severity warning
subsumes bulk-dm

for each step s
when s.verb is dm
 and s.account.inbox is not read
 and s.automation.event in [followed, mentioned]
```

Running text about dm and followed.

```yaml one
sociable: 1
automations:
  - {id: a, when: unfollowed, do: [post: Bye]}
```
"""


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("bulk-dm", "bul‸k-dm", "`bulk-dm`, a rule of"),
        ("is dm", "is d‸m", "Writes to somebody"),
        ("s.verb", "s.ve‸rb", "What it does."),
        ("account.inbox", "account.in‸box", "It is one inbox."),
        ("[followed", "[fol‸lowed", "Somebody follows"),
        ("unfollowed", "unfo‸llowed", "Somebody stops following"),
        ("text about", "text ab‸out", ""),
        ("about dm", "about d‸m", ""),
    ],
)
def test_words_of_rule_pages_say_what_they_mean(before: str, after: str, says: str) -> None:
    found = hover_text(*parted(PAGE.replace(before, after, 1), "mine.md"), checked_text(SHAMING))
    assert says in (found[0] if found else "")
    assert bool(found) == bool(says)
    if found:
        assert found[1].source.text == PAGE
        assert found[1].text in PAGE.replace("‸", "")


@pytest.mark.parametrize(("size", "says"), [(1_000_000, True), (1_100_000, False)])
def test_in_a_text_that_nobody_types_words_say_nothing(size: int, says: bool) -> None:
    text = f"# {'x' * size}\n{SHAMING.replace('accounts:', 'acc‸ounts:', 1)}"
    assert bool(hovered(text, checked_text(SHAMING))) == says
