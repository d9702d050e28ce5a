"""Reports are read by people who know no words of the files: what is meant stands before each of them."""

import re
from collections.abc import Iterator

import pytest
from sociable.client_report.compose import compose
from sociable.client_report.pages.html_page import html
from sociable.client_report.wording.frame import built_in
from sociable.client_report.wording.nobody_is_us import of_the_account
from sociable.client_report.wording.plain_words import plain_words, without_code
from sociable.language.ast import Message
from sociable.pipeline import Request, examine
from sociable.rulebook.rulebook import with_built_in

from tests.client_report.reports import ROOT, facts_of, report_of, wishes

SHOP = (
    "accounts:\n  bluesky: {platform: bluesky}\n  x: {platform: x, handle: '@x'}\n"
    "automations:\n  - {id: thanks, title: Say thank you, account: x, when: followed, do: [dm: Hello]}\n"
)
KNOWN = built_in().tables["plain"]


def test_a_key_in_brackets_is_no_matter_of_readers() -> None:
    assert without_code("On a list (with `agreed_to: naming`).") == "On a list."


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Replace the step by a `notify`.", "Replace the step by a message to somebody inside (`notify`)."),
        ("Add an `assign` step.", "Add a hand-over to somebody inside (`assign`)."),
        ("Gone. `notify` tells it.", "Gone. A message to somebody inside (`notify`) tells it."),
        ("People who asked (`command`, `opted_in`).", "People who asked (`command`, `opted_in`)."),
        ("Ask (soon) with `ask`.", "Ask (soon) with a question to which somebody inside has to say yes (`ask`)."),
        ("Add it to `thanks`.", "Add it to “Say thank you”."),
        ("Answer once: `once_per: user`, beside `when:`.", "Answer once: “once for each person” (`once_per: user`)."),
        ("Write `agreed_to: [promotion]`.", "Write a note of what people agreed to (`agreed_to: [promotion]`)."),
        ("Write `lists: {owners: {agreed_to: …}}`.", "Write a note (`lists: {owners: {agreed_to: …}}`)."),
        ("Write `unheard of: this`.", "Write `unheard of: this`."),
        ("`bluesky` writes to `@x` and `nobody`.", "“bluesky” writes to `@x` and `nobody`."),
    ],
)
def test_the_meaning_stands_before_the_word(said: str, meant: str) -> None:
    assert plain_words(facts_of(SHOP), built_in())(said) == meant


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a note of who answers (`operator:`) stands there", "a note of who answers stands there"),
        ("People who asked (`command`, `opted_in`).", "People who asked."),
        ("Set a maximum (such as `limit: 5 per day`).", "Set a maximum."),
        (
            "People who asked (`command` or `opted_in`), and others (two of them).",
            "People who asked, and others (two of them).",
        ),
        ("Write `handle` there (soon, with `ask`).", "Write `handle` there (soon, with `ask`)."),
    ],
)
def test_words_of_files_behind_their_meaning_can_be_left_out(written: str, read: str) -> None:
    assert without_code(written) == read


@pytest.mark.parametrize("example", ["agency", "garden-centre"])
def test_words_of_files_stand_only_where_they_are_folded_away(example: str) -> None:
    page = html(compose(examine(Request((str(ROOT / "examples" / example),))), wishes()), built_in())
    folded = "".join(re.findall(r"<details.*?</details>", page, re.DOTALL))
    read = re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)
    assert "<code>" not in read[: read.index('id="files-h"')]
    for word in ("<code>auto-follow-back</code>", "line 28") if example == "agency" else ("node", "line 69"):
        assert word in folded


def advised() -> Iterator[str]:
    """What rules advise; what a rule fills in is left out."""
    for page in with_built_in().rules:
        assert isinstance(page.rule.suggest, Message)
        yield "".join(part for part in page.rule.suggest.parts if isinstance(part, str))


def test_every_word_that_a_rule_advises_outside_of_brackets_has_a_meaning() -> None:
    words = {
        match[1]
        for text in advised()
        for match in re.finditer(r"`([^`]+)`", text)
        if text[: match.start()].count("(") == text[: match.start()].count(")")
    }
    assert {word for word in words if word not in KNOWN} <= {
        *(
            "secrets.museum_key",
            'handle: "@name"',
            "target: followers",
            "when:",  # where another word stands; taken out
            ":",  # so is the verb, which the rule fills in
            'target: "@handle"',
        )  # to be written as they are
    }


def test_what_to_do_is_told_for_people_first_and_for_the_tool_after_it() -> None:
    content = compose(examine(Request((str(ROOT / "examples" / "garden-centre"),))), wishes())
    told = {
        group.rule: {passage.label: passage.sentences for passage in (*group.passages, *group.findings[0].passages)}
        for gravity in content.gravities
        for group in gravity.groups
    }
    labels = list(told["unreviewed-ai-post"])
    assert labels.index("do") == labels.index("in the tool") - 1
    assert told["unreviewed-ai-post"]["do"][0].startswith("Let a person read it first")
    assert "node" in told["unreviewed-ai-post"]["in the tool"][0]
    assert not [rule for rule, passages in told.items() if " node" in " ".join(passages.get("do", ()))]


def test_an_account_without_a_handle_is_told_from_the_words_around_it() -> None:
    text = (
        "accounts:\n  mirror: {platform: bluesky, inbox: unread}\nautomations:\n"
        "  - {id: back, account: mirror, when: followed, do: [follow: event.user,"
        " notify: {to: Kim, text: Somebody came}]}\n"
    )
    content = report_of(text)
    messages = [found.message for each in content.gravities for group in each.groups for found in group.findings]
    assert [each for each in messages if "“mirror”" in each]
    assert not [each for each in messages if "mirror" in each.casefold().replace("“mirror”", "")]
    lines = [line.sentence for story in content.stories for line in story.lines]
    assert "to Kim (nobody outside sees it): “Somebody came”" in lines


def test_in_a_report_nobody_is_us_but_quotations_stay() -> None:
    said = {
        "when somebody comments on our post": "when somebody comments on the account's post",
        "when an AI of ours decides to act": "when an AI of the account decides to act",
        "@a answers when somebody replies to us": "@a answers when somebody replies to the account",
        "when somebody writes to us: “somebody mentions us”": (
            "when somebody writes to the account: “somebody mentions us”"
        ),
        "Thank you for following us": "Thank you for following us",
    }
    assert {text: of_the_account(text) for text in said} == said


def test_an_account_that_is_called_by_a_word_of_files_is_named_as_an_account() -> None:
    plain = plain_words(facts_of(SHOP.replace("bluesky: {platform: bluesky}", "email: {platform: email}")), built_in())
    assert plain("`email` sends an e-mail to people.") == "“email” sends an e-mail to people."
    assert plain("Add an `email` step.").endswith("(`email`).")
    assert plain_words(facts_of(SHOP), built_in())("`email` it.").endswith("(`email`) it.")
