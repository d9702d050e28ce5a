import json
from pathlib import Path

import pytest

from tests.caching.test_remembered import CLEAN, SHAMING
from tests.calls import called


@pytest.fixture
def clients(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {"anna": SHAMING, "bert": CLEAN, "carl": CLEAN}.items():
        (tmp_path / "clients" / name).mkdir(parents=True)
        (tmp_path / "clients" / name / "a.yml").write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "clients"


def fleet(*options: str) -> int:
    return called("fleet", "clients", "--workers", "1", "--no-cache", *options)


def test_the_summary(clients: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fleet("--select", "unfollow-shaming") == 1
    assert capsys.readouterr().out == (
        "clients/anna  1 error in 1 file\n"
        "\n"
        "found in most projects:\n"
        "  unfollow-shaming  in 1 project, 1 finding\n"
        "\n"
        "1 error in 3 projects (3 files, 1 automation on 3 accounts)\n"
    )


def test_all_of_them(clients: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fleet("--select", "unfollow-shaming", "-v")
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:3] == ["clients/bert  nothing found in 1 file", "clients/carl  nothing found in 1 file"]


def test_a_project_that_cannot_be_checked(clients: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (clients / "bert" / "sociable.toml").write_text("profile = 'strange'\n")
    assert fleet("--select", "unfollow-shaming") == 2
    out = capsys.readouterr().out
    assert out.startswith("clients/bert  not checked: clients/bert/sociable.toml:1:1: `profile` should be ")
    assert out.endswith("1 error in 3 projects (2 files, 1 automation on 2 accounts); 1 project could not be checked\n")


def test_for_programs(clients: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fleet("--select", "unfollow-shaming", "--summary", "json") == 1
    document = json.loads(capsys.readouterr().out)
    assert [each["project"] for each in document["projects"]] == ["clients/anna", "clients/bert", "clients/carl"]
    assert document["projects"][0]["severities"] == {"error": 1, "warning": 0, "info": 0}
    assert document["projects"][0]["rules"] == {"unfollow-shaming": 1}


def test_a_report_for_each(clients: Path, tmp_path: Path) -> None:
    assert fleet("--format", "json", "--output", "out") == 1
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "clients-anna.json",
        "clients-bert.json",
        "clients-carl.json",
    ]
    report = json.loads((tmp_path / "out" / "clients-anna.json").read_text())
    assert report["findings"][0]["place"]["path"] == "clients/anna/a.yml"
    assert fleet("--output", "out") == 1
    assert "people see:" in (tmp_path / "out" / "clients-anna.txt").read_text()


def test_reports_need_a_folder(clients: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fleet("--format", "json") == 2
    assert "--output" in capsys.readouterr().err
    (tmp_path / "file").touch()
    assert fleet("--output", "file") == 2
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("number", ["257", "9" * 20, "9" * 5000])
def test_more_processes_than_a_machine_has_are_refused(
    clients: Path, number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called("fleet", str(clients), "--workers", number) == 2
    assert "--workers" in capsys.readouterr().err


def test_exit_codes(clients: Path, tmp_path: Path) -> None:
    assert fleet("--select", "unfollow-shaming", "--ignore", "unfollow-shaming") == 0
    assert fleet("--fail-on", "error", "--select", "said-again") == 0
    (tmp_path / "empty").mkdir()
    assert called("fleet", "empty", "--workers", "1") == 3
    assert called("fleet", "missing") == 2


def test_the_cache_is_used(clients: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOCIABLE_CACHE_DIR", str(tmp_path / "cache"))
    assert called("fleet", "clients", "--workers", "1") == 1
    assert len(list((tmp_path / "cache").iterdir())) == 3
    assert called("fleet", "clients", "--workers", "1") == 1


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("##vso[task.complete]", "##vso["),
        ("##[error]x", "##["),
        ("section_start:1:a", "section_start:"),
        ("glpat-" + "a1B2c3" * 4, "a1B2c3"),
    ],
)
def test_a_summary_for_programs_gives_no_command_and_no_key(
    clients: Path, capsys: pytest.CaptureFixture[str], name: str, raw: str
) -> None:
    (clients / "anna").rename(clients / name)
    assert fleet("--summary", "json", "-v") == 1
    out = capsys.readouterr().out
    assert raw not in out
    assert len(json.loads(out)["projects"]) == 3
