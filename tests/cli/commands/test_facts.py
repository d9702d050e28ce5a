import pytest
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
    assert sorted(ids) == sorted(library().facts)
    assert out.endswith(f"\n{len(ids)} facts. `sociable facts show ID` shows one.\n")


def test_the_facts_of_a_platform_or_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = told(capsys, "list", "--platform", "threads")
    assert "THREADS" not in out
    assert "  META-29 " in out
    assert "  META-11 " not in out
    _, out, _ = told(capsys, "list", "--rule", "double-reaction")
    assert [line.split()[0] for line in out.splitlines() if line.startswith("  ")] == ["LI-09", "X-62"]


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


@pytest.mark.parametrize("day", ["yesterday", "2027-02-30"])
def test_a_day_that_is_none(capsys: pytest.CaptureFixture[str], day: str) -> None:
    code, _, err = told(capsys, "stale", "--today", day)
    assert code == 2
    assert day in err
