"""`sociable explain`."""

import sys

import pytest
from sociable.cli.commands.explain import explained_names
from sociable.rulebook.rulebook import with_built_in
from sociable.server.explained import explained

from tests.calls import called


def test_a_terminal_shows_a_drawn_page_and_with_markdown_the_page_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert called("explain", "bulk-dm", "--format", "markdown") == 0
    assert "\n## What people see\n" in capsys.readouterr().out
    assert called("explain", "bulk-dm") == 0
    assert "## What people see" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("followed", "**Event.** Somebody follows"),
        ("dm", "**Verb.** Writes to somebody"),
        ("courtesy", "- `unfollow-shaming`: Naming people who unfollow"),
        ("mastodon", "sociable facts list --platform mastodon"),
        ("run_by", "**Key of an account.** Whose account it is."),
        ("public-body", "**Value of `run_by`.**"),
        ("run_by: public-body", "**Value of `run_by`.**"),
        ("event.user", "**What an event brings.**"),
        ("not-understood", "does not know"),
    ],
)
def test_words_are_explained_as_rules_are(name: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert called("explain", name) == 0
    assert says in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "hint"),
    [("folowed", "Did you mean `followed`?"), ("twitter", "Did you mean `x`?"), ("unread", "`inbox` speaks of it.")],
)
def test_what_is_no_word_is_told_with_what_may_be_meant(
    name: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called("explain", name) == 2
    assert capsys.readouterr().err == f"sociable: there is no rule and no word `{name}`. {hint}\n"


def test_whatever_is_offered_is_explained() -> None:
    for name in explained_names():
        assert explained(name, with_built_in()).text.strip(), name
    assert {"followed", "dm", "courtesy", "x", "bulk-dm"} <= set(explained_names())
    assert explained_names("unfollow-s") == ["unfollow-shaming"]
