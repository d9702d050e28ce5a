"""`sociable explain`."""

import sys
from pathlib import Path

import pytest
from sociable.cli.commands.explain import explained_names
from sociable.rulebook.rulebook import with_built_in
from sociable.server.explained import explained

from tests.calls import called
from tests.rulebook.pages import rule


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


def test_rules_of_the_configuration_in_reach_are_explained_and_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "pages" / "own"
    folder.mkdir(parents=True)
    said = rule("s.verb in [post]").replace("rule some-rule", "rule house-rule")
    (folder / "house-rule.md").write_text(f"# Ours\n\n```rule\n{said}\n```\n\n## What people see\n\nIt is ours.\n")
    (tmp_path / "sociable.toml").write_text('rules = ["pages"]\n')
    assert called("explain", "house-rule") == 0
    assert "It is ours." in capsys.readouterr().out
    assert called("rules", "list") == 0
    assert "house-rule" in capsys.readouterr().out


def test_a_configuration_that_is_broken_keeps_nobody_from_an_explanation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sociable.toml").write_text("rules = 3\n")
    assert called("explain", "followed") == 0
    assert "Somebody follows" in capsys.readouterr().out


def test_the_list_says_how_many_rules_a_check_runs(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("rules", "list") == 0
    rules = with_built_in().rules
    some = sum(bool(page.rule.profiles or page.rule.preview) for page in rules)
    assert f"{len(rules)} rules; a check runs {len(rules) - some} of them" in capsys.readouterr().out


def test_all_words_of_a_sort_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("explain", "events") == 0
    assert "All events: `mentioned`, " in capsys.readouterr().out
