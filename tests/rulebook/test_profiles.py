"""Profiles: a rule that names some runs only in these, one that names none always does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from sociable import pipeline as checking
from sociable.errors import NoSuchProfile
from sociable.files import package_data
from sociable.pipeline import Request, check
from sociable.vocabulary.values import PROFILES

from generators.profiles_page import profiles_page
from tests.calls import called
from tests.rulebook.pages import rule

ROOT = Path(__file__).parents[2]
FILE = """\
sociable: 1
accounts: {shop: {platform: x, inbox: {read_by: jane}}}
automations:
  - {id: a, account: shop, when: manual, do: [post: Hello]}
"""


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two rules that find the same post, one of them only for two profiles, and a file for them."""
    folder = tmp_path / "rules"
    (folder / "loud").mkdir(parents=True)
    for name, line in (("always-told", ""), ("seldom-told", "\nprofile strict, public-body")):
        text = rule("s.verb is post", each="step s", head=f"severity warning{line}", report='report s: "x"')
        page = f"# Posting\n\n```rule\n{text.replace('some-rule', name)}\n```\n\n## What people see\n\nIt.\n"
        (folder / "loud" / f"{name}.md").write_text(page)
    (tmp_path / "a.yml").write_text(FILE)
    monkeypatch.setattr(package_data, "folder", lambda _name: str(folder))
    return tmp_path / "a.yml"


@pytest.mark.parametrize(
    ("profile", "found"),
    [
        ("default", ["always-told"]),
        ("personal", ["always-told"]),
        ("strict", ["always-told", "seldom-told"]),
        ("public-body", ["always-told", "seldom-told"]),
    ],
)
def test_a_rule_runs_in_its_profiles(profile: str, found: list[str], rules: Path) -> None:
    report = check(Request((str(rules),), profile=profile))
    assert [finding.rule for finding in report.findings] == found
    assert report.rules == len(found)


def test_nothing_said_is_the_default(rules: Path) -> None:
    assert [finding.rule for finding in check(Request((str(rules),))).findings] == ["always-told"]


def test_each_way_of_asking_and_each_change_of_a_page_is_judged_anew(rules: Path) -> None:
    """Compiled rules are kept from one check to the next."""
    page = rules.parent / "rules" / "loud" / "always-told.md"
    asked = Request((str(rules),))
    for severity in ("warning", "error", "info"):
        page.write_text(re.sub(r"(?<=severity )\w+", severity, page.read_text()))
        assert [finding.severity for finding in check(asked).findings] == [severity]
        assert check(asked._replace(profile="strict")).rules == 2
        assert check(asked._replace(why=True)).findings[0].why_held
        assert not check(asked).findings[0].why_held


def test_a_profile_that_does_not_exist(rules: Path) -> None:
    with pytest.raises(NoSuchProfile, match="there is no profile `publik-body`"):
        checking.check(Request((str(rules),), profile="publik-body"))


def test_the_list_of_rules_says_which_run_only_sometimes(rules: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rules.exists()
    called("rules list")
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert lines[:3] == [
        "loud",
        "always-told warning Posting",
        "seldom-told warning Posting (only in strict, public-body)",
    ]


@pytest.mark.parametrize(("profile", "code"), [*((name, 0) for name in PROFILES), ("publik-body", 2)])
def test_the_command_takes_a_profile(profile: str, code: int, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(FILE)
    command = [sys.executable, "-m", "sociable", "check", str(tmp_path / "a.yml"), "--profile", profile]
    assert subprocess.run(command, cwd=ROOT, capture_output=True).returncode == code


def test_a_severity_of_a_profile_counts_only_there(rules: Path) -> None:
    """The page itself has changed, so it is parsed again: nothing is remembered of the profile before."""
    path = rules.parent / "rules/loud/always-told.md"
    text = path.read_text()
    path.write_text(text.replace("severity warning", "severity info\nseverity error in personal, strict", 1))
    found = {name: check(Request((str(rules),), profile=name)).findings[0].severity for name in PROFILES}
    assert found == {"default": "info", "strict": "error", "public-body": "info", "personal": "error"}


@pytest.mark.parametrize(
    ("run_by", "line", "severity"),
    [
        ("public-body", "severity warning in public-body", "warning"),
        ("person", "severity warning in personal", "warning"),
        ("business", "severity warning in personal, public-body", "info"),
        ("person", "severity warning in strict", "info"),
        ("public-body", "severity error in public-body", "info"),
    ],
)
def test_who_runs_an_account_counts_as_the_profile_for_it_but_for_errors(
    run_by: str, line: str, severity: str, rules: Path
) -> None:
    path = rules.parent / "rules/loud/always-told.md"
    path.write_text(path.read_text().replace("severity warning", f"severity info\n{line}", 1))
    rules.write_text(rules.read_text().replace("platform: x", f"platform: x, run_by: {run_by}"))
    assert f"run_by: {run_by}" in rules.read_text()
    assert check(Request((str(rules),))).findings[0].severity == severity


def test_the_page_about_profiles_says_what_is_added_and_changed(rules: Path) -> None:
    path = rules.parent / "rules/loud/always-told.md"
    lines = "severity info\nseverity error on x in personal when s.is_approved"
    path.write_text(path.read_text().replace("severity warning", lines, 1))
    sections = dict(part.split("\n\n", 1) for part in profiles_page().split("\n## ")[1:])
    assert "|" not in sections["default"]
    assert sections["strict"].splitlines()[-1] == "| [seldom-told](../rules/loud/seldom-told.md) | Posting |"
    assert sections["personal"].splitlines()[-1] == (
        "| [always-told](../rules/loud/always-told.md) | error on X when `s.is_approved` | info |"
    )


def why_not(rules: Path, name: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sociable", "check", str(rules), "--why-not", name, *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_why_not_knows_own_rules_and_profiles(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(FILE)
    (tmp_path / "rules/own").mkdir(parents=True)
    text = rule("s.verb is post", each="step s", head="severity info\nprofile strict", report='report s: "x"')
    page = f"# Posting\n\n```rule\n{text.replace('some-rule', 'my-rule')}\n```\n\n## What people see\n\nIt.\n"
    (tmp_path / "rules/own/my-rule.md").write_text(page)
    own = ("--rules", str(tmp_path / "rules"))
    unknown, elsewhere, told = (
        why_not(tmp_path / "a.yml", "my-rule", *options) for options in ((), own, (*own, "--profile", "strict"))
    )
    assert (unknown.returncode, elsewhere.returncode, told.returncode) == (2, 2, 0)
    assert "there is no rule `my-rule`" in unknown.stderr
    assert "does not run in the profile `default`, only in `strict`" in elsewhere.stderr
    assert "every condition is met" in told.stdout


def test_the_documents_say_what_each_profile_is_for() -> None:
    text = (ROOT / "docs/rule-pages.md").read_text(encoding="utf-8")
    assert [name for name in PROFILES if f"| `{name}` |" not in text] == []
