"""What options of `sociable check` come to."""

import json
from pathlib import Path

import pytest

from tests.calls import called

SETUP = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop"}
  club: {platform: mastodon, handle: "@club"}
automations:
  - {id: back, account: club, when: followed, do: [{follow: event.user}]}
  - {id: gone, account: shop, when: unfollowed, do: [{post: "{{ event.user.handle }} left us."}]}
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yml").write_text(SETUP, encoding="utf-8")
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *options: str) -> set[tuple[str, str]]:
    called("check", "--format", "jsonl", *options)
    lines = map(json.loads, capsys.readouterr().out.splitlines())
    return {(each["rule"], each["severity"]) for each in lines}


def test_rules_are_selected_and_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    everything = {rule for rule, _ in told(capsys)}
    assert {"auto-follow-back", "unfollow-shaming"} < everything
    assert {rule for rule, _ in told(capsys, "--select", "unfollow-shaming")} == {"unfollow-shaming"}
    courtesy = {rule for rule, _ in told(capsys, "--select", "courtesy")}
    assert "unfollow-shaming" in courtesy < everything
    left = {rule for rule, _ in told(capsys, "--select", "courtesy", "--ignore", "auto-follow-back, silent-inbox")}
    assert left.isdisjoint({"auto-follow-back", "silent-inbox"})
    assert called("check", "--select", "unfolow-shaming") == 2
    assert capsys.readouterr().err == (
        "sociable: there is no rule `unfolow-shaming`. Did you mean `unfollow-shaming`?\n"
    )


def test_what_is_told_is_narrowed_down(capsys: pytest.CaptureFixture[str]) -> None:
    everything = told(capsys)
    assert told(capsys, "--severity", "error") == {each for each in everything if each[1] == "error"}
    for options in (("--platform", "mastodon"), ("--account", "club"), ("--account", "@Club")):
        club = {rule for rule, _ in told(capsys, *options)}
        assert "unfollow-shaming" not in club
        assert "auto-follow-back" in club
    assert told(capsys, "--confidence", "high") < everything | {("", "")}


def test_several_reports_in_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    called("check", "--format", "concise", "--format", "sarif:out.sarif", "--format=junit:out.xml")
    assert "a.yml:7:" in capsys.readouterr().out
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert Path("out.xml").read_text(encoding="utf-8").startswith("<?xml")
    called("check", "--format", r"sarif:C:\out.sarif", "--format", "json:C:/out.json")
    assert "folder C:" in capsys.readouterr().err
    called("check", "--format", r"sarif:C:\out.sarif")
    assert json.loads(Path(r"C:\out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    called("check", "--output", "out.txt")
    assert capsys.readouterr().out == ""
    assert "unfollow-shaming" in Path("out.txt").read_text(encoding="utf-8")
    assert called("check", "--format", "text", "--format", "json") == 2
    assert "two reports cannot go to the same place" in capsys.readouterr().err
    assert called("check", "--format", "sariff") == 2
    assert "Did you mean `sarif`?" in capsys.readouterr().err


def test_the_severity_that_fails_is_the_calls_or_the_configurations(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("check", "--select", "unfollow-shaming") == 1
    Path("sociable.toml").write_text('fail-on = "error"\nseverity = {unfollow-shaming = "warning"}\n', encoding="utf-8")
    assert called("check", "--select", "unfollow-shaming") == 0
    assert called("check", "--select", "unfollow-shaming", "--fail-on", "info") == 1
    assert called("check", "--select", "unfollow-shaming", "--isolated") == 1


def test_files_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.yml").write_text("x: 1\n", encoding="utf-8")
    assert called("check", "--list-files") == 0
    assert capsys.readouterr().out == "a.yml\n"
    assert called("check", "--list-files", "b.yml") == 3
    assert called("check", "--list-files", "--allow-nothing", "b.yml") == 0


def test_statistics(capsys: pytest.CaptureFixture[str]) -> None:
    called("check", "--statistics", "--select", "unfollow-shaming")
    assert capsys.readouterr().out.startswith("1  error    unfollow-shaming  in 1 file\n")


def test_colour(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    called("check")
    assert "\x1b" not in capsys.readouterr().out
    called("check", "--color", "always")
    assert "\x1b" in capsys.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    called("check")
    assert "\x1b" in capsys.readouterr().out
    called("check", "--color", "never")
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    called("check")
    assert "\x1b" not in capsys.readouterr().out


def test_the_summary_of_a_step_holds_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    called("check", "--format", "github")
    assert "unfollow\\_shaming" not in summary.read_text(encoding="utf-8")
    assert "unfollow-shaming" in summary.read_text(encoding="utf-8")


def test_config_show(capsys: pytest.CaptureFixture[str]) -> None:
    Path("house.toml").write_text('profile = "strict"\nignore = ["care"]\n', encoding="utf-8")
    Path("sociable.toml").write_text(
        'extends = "house.toml"\nignore = ["loops"]\nseverity = {no-pause = "error"}\nexclude = ["old/"]\n',
        encoding="utf-8",
    )
    assert called("config show", "a.yml") == 0
    out = capsys.readouterr().out
    assert "a.yml: configured by sociable.toml\n" in out
    assert '  profile = "strict"  (house.toml:1:1)\n' in out
    assert '  ignore = ["care", "loops"]  (house.toml:2:1, sociable.toml:2:1)\n' in out
    assert '  severity = {no-pause = "error"}  (sociable.toml:3:1)\n' in out
    assert '  exclude = ["old/"]  (sociable.toml:4:1)\n' in out
    assert "  require-reason = true  (default)\n" in out
    assert "  baseline is not set  (default)\n" in out


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("nowhere/out", "nowhere/out cannot be written: there is no folder nowhere"),
        ("folder", "folder cannot be written: Is a directory"),
        ("a.yml", "a.yml is one of the files that are read; nothing is written over it."),
    ],
)
def test_a_report_that_cannot_be_written_there(capsys: pytest.CaptureFixture[str], where: str, why: str) -> None:
    Path("folder").mkdir()
    for options in (["--format", f"sarif:{where}"], ["--output", where]):
        assert called("check", *options) == 2
        assert capsys.readouterr().err == f"sociable: {why}\n"
    assert Path("a.yml").read_text(encoding="utf-8") == SETUP


def test_a_hyphen_is_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    called("check", "--format", "concise:-", "--format", "json:out.json")
    assert "a.yml:7:" in capsys.readouterr().out
    assert not Path("-").exists()


def test_who_asks_hears_by_what_it_was_configured(capsys: pytest.CaptureFixture[str]) -> None:
    Path("sociable.toml").write_text('ignore = ["care"]\n', encoding="utf-8")
    called("check")
    assert "configured by" not in capsys.readouterr().out
    called("check", "-v")
    assert "configured by sociable.toml\n" in capsys.readouterr().out


def test_a_deleted_file_counts_as_a_change(capsys: pytest.CaptureFixture[str]) -> None:
    Path("accounts.yml").write_text('sociable: 1\naccounts: {shop: {platform: x, handle: "@shop"}}\n')
    for name, account in (("a", "shop"), ("b", "cafe")):
        steps = f"{{id: {name}, account: {account}, when: mentioned, do: [notify: us]}}"
        Path(f"{name}.yml").write_text(f"sociable: 1\nautomations: [{steps}]\n")
    assert called("check", "--project", ".", "a.yml", "--format", "concise") == 0
    Path("accounts.yml").unlink()
    capsys.readouterr()
    assert called("check", "--project", ".", "accounts.yml", "--format", "concise") == 1
    out, err = capsys.readouterr()
    assert "a.yml:2:32: error[unknown-account]" in out
    assert err == "sociable: accounts.yml is not there, and is taken for deleted\n"
    assert called("check", "accounts.yml") == 2


def test_of_which_file_too_little_is_understood_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unknown = {"name": "Somewhere", "type": "example.unheardOf", "typeVersion": 1, "parameters": {"say": "Hello"}}
    daily = {
        "name": "Daily",
        "type": "n8n-nodes-base.scheduleTrigger",
        "typeVersion": 1,
        "parameters": {"rule": {"interval": [{"field": "days"}]}},
    }
    ways = {"Daily": {"main": [[{"node": "Somewhere", "type": "main", "index": 0}]]}}
    flow = tmp_path / "flow.json"
    flow.write_text(json.dumps({"nodes": [daily, unknown], "connections": ways}), encoding="utf-8")
    assert called("check", "--no-cache", "--min-coverage", "80%", str(flow)) == 1
    assert "1 of 2 understood, less than the 80% of `--min-coverage`" in capsys.readouterr().err
    assert called("check", "--no-cache", "--min-coverage", "50%", str(flow)) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("other", ["./out.txt", "sub/../out.txt", "link.txt", "hard.txt"])
def test_two_reports_are_not_written_to_one_file_by_two_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], other: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sub").mkdir()
    Path("out.txt").write_text("before")
    Path("link.txt").symlink_to("out.txt")
    Path("hard.txt").hardlink_to("out.txt")
    assert called("check", "--format", "json:out.txt", "--format", f"sarif:{other}") == 2
    assert "two reports cannot go to the same place" in capsys.readouterr().err
    assert Path("out.txt").read_text() == "before"
