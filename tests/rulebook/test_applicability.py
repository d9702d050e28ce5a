"""Where a rule applies, and how grave it is there."""

import pytest
from sociable.rulebook.applicability import applies_on, severities
from sociable.rulebook.rulebook import with_built_in

from tests.calls import called
from tests.engine.rules import checked

RULES = {page.rule.name: page.rule for page in with_built_in().rules}


def a_rule(head: str, when: str = "s.verb is post") -> str:
    return f"""rule some-rule
{head}

for each step s
when {when}
report s: "posts"
because "It does."
suggest "Do not."
"""


@pytest.mark.parametrize(
    ("head", "platform", "found"),
    [
        ("severity info", "x", ("info",)),
        ("severity info\nseverity error on x", "x", ("error",)),
        ("severity info\nseverity error on x", "mastodon", ("info",)),
        ("severity info\nseverity error on x", "", ("info",)),
        ("severity info\nseverity error on x", None, ("error", "info")),
        ("severity info\nseverity error when s.is_approved", "x", ("error", "info")),
        ("severity info\nseverity error when s.is_approved\nseverity warning on x", "x", ("warning",)),
        ("severity info\nseverity warning on x\nseverity error on x when s.is_approved", "x", ("error", "warning")),
    ],
)
def test_how_grave(head: str, platform: str | None, found: tuple[str, ...]) -> None:
    assert severities(checked(a_rule(head))[0], platform) == found


@pytest.mark.parametrize(
    ("when", "applies"),
    [
        ("s.verb is post", True),
        ("s.account.platform is x", True),
        ("s.account.platform is mastodon", False),
        ("s.account.platform in [mastodon, x]", True),
        ("s.account.platform in [mastodon, bluesky] and s.verb is post", False),
        ("s.account.platform is mastodon or s.verb is post", True),
        ("s.account.platform is not x", True),
    ],
)
def test_where(when: str, applies: bool) -> None:
    assert applies_on(checked(a_rule("severity info", when))[0], "x") is applies


def test_limits_apply_where_there_are_any() -> None:
    rule = RULES["over-platform-limit"]
    assert [name for name in ("x", "threads", "reddit", "lemmy") if applies_on(rule, name)] == ["x", "threads"]


def test_a_list_for_a_platform(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("rules list", "--platform", "reddit") == 0
    told = capsys.readouterr().out
    lines = {words[0]: words[1] for line in told.splitlines() if len(words := line.split()) > 1}
    assert lines["bulk-dm"] == "error/warning"  # a warning where nothing is said of consent
    assert lines["auto-follow-back"] == "warning"
    assert "over-platform-limit" not in lines
    *_, last, blank, checked, count = told.splitlines()
    assert last.startswith("  ")
    assert (blank, checked) == ("", "Sources last checked on 23 November 2026.")
    listed = sum(line.startswith("  ") for line in told.splitlines())
    assert count == (
        f"{listed} rules; a check runs {listed - 1} of them unless a profile or `--preview` asks for more. "
        "`sociable explain NAME` shows the page of one."
    )


def test_a_page_ends_with_when_it_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("explain", "nagging") == 0
    assert capsys.readouterr().out.endswith("\nSources last checked on 23 November 2026.\n")
