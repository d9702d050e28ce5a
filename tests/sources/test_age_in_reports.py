"""Reports say when a source was seen, and mark it when that is more than a year ago."""

import json
from pathlib import Path

import pytest

from tests.calls import called

SETUP = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop", automated_label: true, operator: "@o"}
automations:
  - {id: a, account: shop, when: {event: followed}, do: [{follow: event.user}]}
"""
MARK = "; more than a year ago"


@pytest.mark.parametrize("form", ["text", "github", "sarif", "markdown", "junit"])
@pytest.mark.parametrize(("today", "marked"), [("2026-12-01", False), ("2027-11-29", False), ("2027-11-30", True)])
def test_what_is_old_is_marked(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    form: str,
    today: str,
    marked: bool,
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    (tmp_path / "a.yml").write_text(SETUP)
    assert called("check", str(tmp_path), "--format", form, "--today", today) == 1
    told = capsys.readouterr().out
    if form == "sarif":
        told = json.dumps(json.loads(told)["runs"][0]["results"])
    assert "seen 29 November 2026" in told
    assert (MARK in told) is marked


OVER = """\
sociable: 1
accounts:
  shop: {platform: mastodon, handle: "@shop@m.example", automated_label: true, inbox: {read_by: us}}
automations:
  - {id: a, account: shop, when: {event: schedule, every: 30 seconds}, do: [{post: "{{ account.name }}"}]}
  - {id: b, account: shop, when: {event: schedule, every: 1 day}, do: [{post: "LONG"}]}
"""


@pytest.mark.parametrize(("today", "marked"), [("2027-11-28", 0), ("2027-11-29", 2)])
def test_a_limit_and_a_length_that_are_old_are_marked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, today: str, marked: int
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    (tmp_path / "a.yml").write_text(OVER.replace("LONG", "long " * 150))
    chosen = ("--select", "over-platform-limit,text-too-long", "-v")
    assert called("check", str(tmp_path), *chosen, "--today", today) == 1
    assert capsys.readouterr().out.count(MARK) == marked


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize(("today", "marked"), [("2027-11-29", False), ("2027-11-30", True)])
def test_programs_are_told_what_is_old(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, today: str, marked: bool
) -> None:
    (tmp_path / "a.yml").write_text(SETUP)
    called("check", str(tmp_path), "--select", "auto-follow-back", "--format", form, "--today", today)
    told = json.loads(capsys.readouterr().out)
    (finding,) = told["findings"] if form == "json" else [told]
    assert finding["citation"]["seen"] == "2026-11-29"
    assert finding["citation"]["old"] is marked


@pytest.mark.parametrize(("today", "marked"), [("2027-11-23", False), ("2027-11-24", True)])
def test_the_rules_of_sarif_mark_each_source_that_is_old(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], today: str, marked: bool
) -> None:
    (tmp_path / "a.yml").write_text(SETUP)
    called("check", str(tmp_path), "--select", "auto-follow-back", "--format", "sarif", "--today", today)
    (rule,) = json.loads(capsys.readouterr().out)["runs"][0]["tool"]["driver"]["rules"]
    lines = [line for line in rule["help"]["markdown"].splitlines() if "seen 23 November 2026" in line]
    assert lines
    assert all((f"{MARK}: it may have changed" in line) is marked for line in lines)


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
@pytest.mark.parametrize(("today", "marked"), [("2027-11-29", False), ("2027-11-30", True)])
def test_a_comparison_goes_by_the_day_that_it_is_told(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    form: str,
    today: str,
    marked: bool,
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    for name, text in (("old", SETUP.replace("[{follow: event.user}]", "[{log: hello}]")), ("new", SETUP)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yml").write_text(text)
    called("diff", str(tmp_path / "old"), str(tmp_path / "new"), "--format", form, "--today", today)
    out = capsys.readouterr().out
    assert "29 November 2026" in out
    assert ((MARK in out) or ('"old": true' in out)) is marked


def test_a_report_with_sources_is_no_legal_advice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    (tmp_path / "a.yml").write_text(SETUP)
    called("check", str(tmp_path), "--today", "2026-12-01")
    assert "This is no legal advice.\n" in capsys.readouterr().out
    (tmp_path / "a.yml").write_text(SETUP.replace("[{follow: event.user}]", "[{log: hello}]"))
    called("check", str(tmp_path), "--today", "2026-12-01")
    assert "legal advice" not in capsys.readouterr().out
