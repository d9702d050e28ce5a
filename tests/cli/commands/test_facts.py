import re
from pathlib import Path

import pytest
from sociable.facts.figures import figures
from sociable.sources.library import library

from tests.calls import called


def told(capsys: pytest.CaptureFixture[str], command: str, *arguments: str) -> tuple[int, str, str]:
    code = called(f"facts {command}", *arguments)
    out, err = capsys.readouterr()
    return code, out, err


def test_all_facts_are_listed_once(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = told(capsys, "list")
    ids = [line.split()[0] for line in out.splitlines() if line.startswith("  ")]
    assert code == 0
    assert sorted(ids) == sorted([*library().facts, *figures()])
    assert out.endswith(f"\n{len(ids)} facts. `sociable facts show ID` shows one.\n")


def test_the_facts_of_a_platform_or_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = told(capsys, "list", "--platform", "threads")
    assert "THREADS" not in out
    assert "  META-29 " in out
    assert "  META-11 " not in out
    _, out, _ = told(capsys, "list", "--rule", "double-reaction")
    assert [line.split()[0] for line in out.splitlines() if line.startswith("  ")] == ["LI-09", "X-62"]


def test_a_rule_that_does_not_exist_is_a_mistake_in_the_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "list", "--rule", "unsolicited-dms") == (
        2,
        "",
        "sociable: there is no rule `unsolicited-dms`. Did you mean `unsolicited-dm`?\n",
    )
    _, out, err = told(capsys, "list", "--rule", "nosuch")
    assert (out, err) == ("", "sociable: there is no rule `nosuch`. `sociable rules list` shows them all.\n")


def test_the_figures_of_a_platform_or_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = told(capsys, "list", "--platform", "bluesky")
    assert "  LEN-004  length               at most 300 graphemes for a post, a reply or a quote\n" in out
    assert "  LEN-006  length      unused   at most 256 graphemes" in out
    assert "LIM-001" not in out
    _, out, _ = told(capsys, "list", "--rule", "over-platform-limit")
    ids = [line.split()[0] for line in out.splitlines() if line.startswith("  ")]
    measured = [each.id for each in figures().values() if each.verdict == "limit" and each.is_used]
    assert [each for each in ids if each in figures()] == measured
    assert "X-32" in ids


def test_everything_about_a_figure(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = told(capsys, "show", "lim-003")
    document = library().documents["x-limits"]
    assert code == 0
    for each in ("at most 200 replies a day", document.title, document.address, "23 November 2026", "Since May 2026."):
        assert each in out
    assert out.endswith("rule        over-platform-limit\n")
    _, out, _ = told(capsys, "show", "LIM-006")
    assert "unused      A stock, not a pace" in out
    assert "rule " not in out


def test_everything_about_one(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = told(capsys, "show", "meta-07")
    fact = library().facts["META-07"]
    assert code == 0
    for each in (fact.says, fact.title, fact.document.address, "29 November 2026", "messenger, instagram", "META-23"):
        assert each in out
    assert "rule        unsolicited-dm (error): " in out


def test_an_unknown_one_gets_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = told(capsys, "show", "META-7")
    assert (code, out) == (2, "")
    assert err.startswith("sociable: there is no fact `META-7`. Did you mean `META-")


def test_what_was_seen_more_than_a_year_ago(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "stale", "--today", "2027-11-23") == (
        0,
        "0 facts seen more than a year before 23 November 2027\n",
        "",
    )
    code, out, _ = told(capsys, "stale", "--today", "2027-11-24")
    assert code == 1
    *lines, last = out.splitlines()
    assert last == f"{len(lines)} facts seen more than a year before 24 November 2027"
    (line,) = [line for line in lines if line.startswith("X-31 ")]
    fact = library().facts["X-31"]
    assert "seen 23 November 2026" in line
    assert line.endswith(f"{fact.title} {fact.document.address}")
    assert "X-07" not in out


def test_figures_that_were_seen_more_than_a_year_ago_are_told_as_facts_are(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = told(capsys, "stale", "--today", "2027-11-24")
    old = {each.id for each in figures().values() if each.seen == "2026-11-23"}
    assert {line.split()[0] for line in out.splitlines() if line.startswith(("LIM-", "LEN-"))} == old
    (line,) = [line for line in out.splitlines() if line.startswith("LIM-003 ")]
    assert line == (
        "LIM-003  seen 23 November 2026, 1 rule: X, About X limits, at most 200 replies a day for an account that is "
        "not verified https://help.x.com/en/rules-and-policies/x-limits"
    )
    assert "LIM-006  seen 23 November 2026, 0 rules: " in out


@pytest.mark.parametrize("day", ["yesterday", "2027-02-30"])
def test_a_day_that_is_none(capsys: pytest.CaptureFixture[str], day: str) -> None:
    code, _, err = told(capsys, "stale", "--today", day)
    assert code == 2
    assert day in err


@pytest.fixture
def own_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project with a page of its own, whose sources hold what acts, hides or is a key."""
    monkeypatch.chdir(tmp_path)
    acts = f"x\x1b[31m \x9b2J \u202e ##vso[a]b ##[error]c section_start:1:d ghp_{'a1B2' * 9}"
    page = f"# A title\n\n```rule\n{RULE}\n```\n\n## Sources\n\n- X-73 (warning): {acts}\n"
    Path("pages/mine").mkdir(parents=True)
    Path("pages/mine/our-own.md").write_text(page, encoding="utf-8")
    Path("sociable.toml").write_text('rules = ["pages"]\n', encoding="utf-8")


RULE = """\
rule our-own
severity warning
for each step s
when s.verb is post
report s: "{s.account} posts."
because "Why."
suggest "Do."
"""


@pytest.mark.usefixtures("own_page")
@pytest.mark.parametrize(
    "call",
    [["show", "X-73"], ["list"], ["list", "--rule", "our-own"], ["stale", "--today", "2030-01-01"]],
    ids=" ".join,
)
def test_what_a_page_of_ones_own_says_of_a_fact_acts_nowhere(
    call: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, err = told(capsys, *call)
    assert err == ""
    assert "X-73" in out
    assert not re.search("[\x1b\x9b\u202e]|##\\w*\\[|section_start:|a1B2a1B2", out)


@pytest.mark.usefixtures("own_page")
def test_a_page_of_ones_own_is_named_beside_the_fact(capsys: pytest.CaptureFixture[str]) -> None:
    assert r"rule        our-own (warning): x\u{1b}[31m" in told(capsys, "show", "X-73")[1]


@pytest.mark.parametrize(
    ("name", "hint"), [("double-reacton", "Did you mean `double-reaction`?"), ("zzzz", "rules list")]
)
def test_a_rule_that_is_not_there_is_told(name: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = told(capsys, "list", "--rule", name)
    assert (code, out) == (2, "")
    assert f"there is no rule `{name}`" in err
    assert hint in err
