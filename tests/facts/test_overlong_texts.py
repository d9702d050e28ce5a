"""Texts that are longer than their platform takes."""

import pytest
from sociable.facts.overlong_texts import Overlong, too_long

from tests.setups import facts

LONG = "word " * 220


def found(account: str, step: str) -> list[Overlong]:
    text = f"accounts: {{c: {{{account}}}}}\nautomations:\n  - {{id: a, account: c, when: mentioned, do: [{step}]}}"
    return too_long(facts(text))


@pytest.mark.parametrize(
    ("account", "step", "says"),
    [
        ("platform: bluesky", f'reply: "{LONG[:301]}"', ["writes a text of 301 characters"]),
        ("platform: bluesky", f'reply: "{LONG[:299]}"', []),
        ("platform: bluesky", f'reply: "{LONG[:301]}{{{{ event.post.text }}}}"',
         ["writes a text of at least 301 characters"]),
        ("platform: bluesky, vars: {t: ab}", f'reply: "{LONG[:299]}{{{{ account.t }}}}"',
         ["writes a text of 301 characters"]),
        ("platform: x, verified: true", f'reply: "{LONG[:299]}"', []),
        ("platform: telegram", f'post: {{text: "{LONG}"}}', []),
        ("platform: telegram", f'post: {{text: "{LONG}", media: a.jpg}}', ["writes a text of 1,100 characters"]),
        (
            "platform: mastodon",
            f'post: {{text: "Hi", media: {{image: a.jpg, alt: "{LONG}{LONG}"}}}}',
            ["writes an alternative text of 2,200 characters"],
        ),
        ("platform: reddit", f'post: {{text: "Hi", title: "{LONG}"}}', ["writes a title of 1,100 characters"]),
        (
            "platform: threads",
            'post: {text: "https://a.de https://b.de https://c.de https://d.de https://e.de", link: "https://f.de"}',
            ["puts 6 links into one text"],
        ),
        ("platform: slack", f'reply: "{LONG}"', []),
        ("platform: other", f'reply: "{LONG}"', []),
    ],
)  # fmt: skip
def test_what_is_too_long(account: str, step: str, says: list[str]) -> None:
    assert [each.says for each in found(account, step)] == says


@pytest.mark.parametrize(
    ("account", "applies"),
    [("platform: x", "unstated"), ("platform: x, verified: false", "yes"), ("platform: bluesky", "yes")],
)
def test_whether_it_holds_for_this_account(account: str, applies: str) -> None:
    (each,) = found(account, f'reply: "{LONG[:399]}"')
    assert each.applies == applies
    assert each.evidence == "primary"
    assert f"{each.most}" in each.citation.says


def test_of_two_figures_for_the_same_thing_the_advice_names_the_lower() -> None:
    tags = " ".join(f"#tag{number}" for number in range(31))
    assert [each.remedy for each in found("platform: instagram", f'post: {{text: "{tags}", media: a.jpg}}')] == [
        "Keep at most 5 hashtags in the text."
    ]
