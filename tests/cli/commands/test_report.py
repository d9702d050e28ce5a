"""`sociable report` at a terminal."""

from pathlib import Path

import pytest

from tests.calls import called

FOLLOW_BACK = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop"}
automations:
  - {id: back, account: shop, when: followed, do: [follow: event.user]}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "shop.yml").write_text(FOLLOW_BACK)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def test_a_report_is_written_where_it_is_wanted(folder: Path) -> None:
    assert called("report", "shop.yml", "-o", "report.html") == 0
    assert (folder / "report.html").read_text().startswith("<!doctype html>")


def test_without_a_file_it_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("report", "shop.yml", "--format", "markdown", "--title", "For the shop") == 0
    assert capsys.readouterr().out.startswith("# For the shop\n")


def test_the_day_is_that_of_the_call_or_of_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    called("report", "shop.yml", "-f", "markdown")
    assert "Checked on 2 January 1970" in capsys.readouterr().out
    called("report", "shop.yml", "-f", "markdown", "--today", "2026-11-28")
    assert "Checked on 28 November 2026" in capsys.readouterr().out


def test_the_same_files_make_the_same_report(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    for name in ("one.html", "two.html"):
        called("report", "shop.yml", "-o", name)
    assert (folder / "one.html").read_bytes() == (folder / "two.html").read_bytes()


def test_a_new_file_may_be_read_by_whom_any_new_file_may(folder: Path) -> None:
    (folder / "other").write_text("")
    called("report", "shop.yml", "-o", "report.html")
    assert (folder / "report.html").stat().st_mode == (folder / "other").stat().st_mode


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("client: The Salon", "client: The Bakery", True),
        ("client: The Salon", "client: The Salon", False),
        ("operator: '@ann'", "operator: '@bo'", True),
        ("operator: '@ann'", "operator: '@ann'", False),
        ("operator: '@ann', client: The Salon", "operator: '@bo', client: The Salon", False),
        ("run_by: business", "run_by: business", False),
    ],
)
def test_one_report_for_what_seem_to_be_several_clients_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], first: str, second: str, told: bool
) -> None:
    (folder / "both.yml").write_text(
        f"sociable: 1\naccounts:\n  salon: {{platform: x, {first}}}\n  bakery: {{platform: x, {second}}}\n"
    )
    assert called("report", "both.yml", "-o", "report.html") == 0
    assert ("several clients; --clients makes one for each" in capsys.readouterr().err) == told


def test_folders_that_tell_no_clients_apart_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = "sociable: 1\naccounts:\n  salon: {platform: x}\n  bakery: {platform: x}\n"
    (folder / "both.yml").write_text(both)
    assert called("report", "both.yml", "--clients", "folders", "-o", "one") == 0
    assert (
        "both.yml holds all accounts and what runs on them, so folders tell no clients apart" in capsys.readouterr().err
    )
    (folder / "both.yml").write_text(both.replace("platform: x", "platform: x, client: Us"))
    assert called("report", "both.yml", "--clients", "folders", "-o", "two") == 0
    assert capsys.readouterr().err == ""
    assert called("report", "both.yml", "shop.yml", "--clients", "folders", "-o", "three") == 0
    assert capsys.readouterr().err == ""


def test_a_report_for_each_client(folder: Path) -> None:
    (folder / "clients.toml").write_text('[clients]\nShop = ["shop"]\n')
    assert called("report", "shop.yml", "--clients", "clients.toml", "-o", "out") == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["Shop.html", "index.html"]


def test_compared_with_the_last_json_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called("check", "shop.yml", "--format", "json")
    (folder / "last.json").write_text(capsys.readouterr().out)
    assert called("report", "shop.yml", "-f", "markdown", "--since", "last.json") == 0
    assert "## Since last time" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere.yml"], "nowhere.yml"),
        (["shop.yml", "--today", "tomorrow"], "--today is no day: tomorrow"),
        (["shop.yml", "--today", "9999-12-31"], "--today is too far ahead: 9999-12-31"),
        (["shop.yml", "--today", "9901-01-01"], "--today is too far ahead: 9901-01-01"),
        (["shop.yml", "--since", "gone.json"], "gone.json"),
        (["shop.yml", "--words", "gone.toml"], "gone.toml"),
        (["shop.yml", "--clients", "gone.toml", "-o", "out"], "gone.toml"),
        (["shop.yml", "--clients", "folders"], "--output"),
        (["shop.yml", "-o", "no/such/folder/report.html"], "cannot be written"),
        (["shop.yml", "--rules", "norules"], "norules"),
    ],
)
def test_a_mistake_in_the_call_is_told_in_one_line(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called("report", *arguments) == 2
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("seconds", ["9" * 30, "253402300799"])
def test_an_epoch_that_is_none_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], seconds: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    assert called("report", "shop.yml") == 2
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


@pytest.mark.parametrize("when", ["on: friday", "on: day 31", 'cron: "0 9 30 12 *"', "every: 1 week"])
def test_the_last_day_that_may_be_named_has_days_after_it(
    folder: Path, when: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "late.yml").write_text(
        "sociable: 1\naccounts:\n  a: {platform: x}\nautomations:\n"
        f"  - {{id: b, account: a, when: {{event: schedule, {when}}}, do: [post: {{text: Open., names: strangers}}]}}\n"
    )
    assert called("report", "late.yml", "-f", "markdown", "--today", "9900-12-31") in (0, 1)
    assert "internal error" not in capsys.readouterr().err


def test_no_automation_file_is_nothing_to_report_on(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "shop.yml").unlink()
    assert called("report", ".") == 3
    assert "nothing to report on" in capsys.readouterr().err


def test_hashes_are_those_of_the_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from hashlib import sha256

    called("report", "shop.yml", "-f", "markdown")
    assert sha256((folder / "shop.yml").read_bytes()).hexdigest() in capsys.readouterr().out


def test_redacted_it_shows_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    called("report", "shop.yml", "-f", "markdown", "--redact")
    assert "follow: event.user" not in capsys.readouterr().out


def test_a_baseline_hides_nothing_from_whoever_reviews(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called("baseline", "create")
    (folder / "sociable.toml").write_text('baseline = "sociable-baseline.jsonl"\n')
    capsys.readouterr()
    assert called("check") == 0
    assert "Nothing to report" in capsys.readouterr().out
    assert called("report", "-f", "markdown") == 0
    told = capsys.readouterr().out
    assert "**Rule:** `auto-follow-back`" in told
    assert "kept by the baseline" not in told
