"""Commands in a folder that somebody deletes, as a job that cleans up does: paths from the root on are still good."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.calls import called

SETUP = """sociable: 1
accounts: {club: {platform: mastodon, client: Club}}
automations:
  - {id: hello, account: club, when: mentioned, do: [{reply: "Thanks, {{ event.user.name }}"}]}
"""
GONE = "the folder in which this runs is gone, so `"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    """A project elsewhere, while the current folder is gone."""
    project, gone = tmp_path / "project", tmp_path / "gone"
    project.mkdir()
    (project / "a.yml").write_text(SETUP, encoding="utf-8")
    (project / "known.jsonl").write_text('{"sociable-baseline": 1}\n', encoding="utf-8")
    gone.mkdir()
    with contextlib.chdir(gone):
        gone.rmdir()
        yield project


@pytest.mark.parametrize(
    "call",
    [
        "check",
        "check .",
        "check a.yml",
        "check --fix .",
        "check --watch",
        "check --watch a.yml",
        "check --config own.toml {project}/a.yml",
        "check --baseline known.jsonl {project}/a.yml",
        "check --project . {project}/a.yml",
        "check --rules own {project}/a.yml",
        "diff . {project}",
        "diff --since HEAD",
        "suppressions",
        "baseline create",
        "baseline show",
        "config show",
        "fleet {project}",
        "report .",
        "report --since last.json {project}/a.yml",
        "import a.yml",
        "graph .",
        "mcp",
        "mcp --project .",
    ],
)
def test_a_path_that_begins_there_leads_nowhere(call: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(call.format(project=project)) == 2
    assert GONE in capsys.readouterr().err


@pytest.mark.parametrize(
    ("call", "code"),
    [
        ("check {project}", 1),
        ("check --fix {project}/a.yml", 1),
        ("check --diff {project}", 0),
        ("check --baseline {project}/known.jsonl {project}", 1),
        ("check -f json:{project}/out.json {project}", 1),
        ("check -f sarif {project}", 1),
        ("diff {project} {project}", 0),
        ("suppressions {project}", 0),
        ("config show {project}", 0),
        ("report --clients folders -o {project}/out {project}", 0),
        ("report {project}", 0),
        ("graph {project}/a.yml", 0),
        ("rehearse --when mentioned {project}", 0),
        ("rules list", 0),
        ("explain no-limit", 0),
    ],
)
def test_a_path_from_the_root_on_is_good(
    call: str, code: int, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(call.format(project=project)) == code
    told = capsys.readouterr()
    assert "internal error" not in told.err
    assert "gone" not in told.err


def test_such_a_path_is_called_by_all_of_its_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called(f"check --no-cache -f concise {project}")
    assert capsys.readouterr().out.startswith(f"{project}/a.yml:4:")
