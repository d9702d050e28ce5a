"""No output goes over what a command reads: neither what is judged nor what it is judged by, under whatever name."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.calls import called

PAGE = (Path(__file__).parents[2] / "rules" / "loops" / "self-trigger.md").read_text(encoding="utf-8")
FILES: Mapping[str, str] = {
    "a.yml": """sociable: 1
accounts:
  club: {platform: mastodon, handle: "@club@example.social"}
  shop: {platform: x, handle: "@shop"}
automations: [{id: back, account: [club, shop], when: followed, do: [{follow: event.user}]}]
""",
    "sociable.toml": 'baseline = "known.jsonl"\nrules = ["own"]\n',
    "known.jsonl": '{"sociable-baseline": 1}\n',
    "own/shared.md": "# Shared\n",
    "own/care/own-trigger.md": PAGE.replace("self-trigger", "own-trigger"),
    ".gitignore": "*.bak\n",
}
INPUTS = ("link.yml", "twin.yml", "settings", "known.jsonl", "own/shared.md", "own/care/own-trigger.md", ".gitignore")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / "link.yml").symlink_to("a.yml")
    os.link(tmp_path / "a.yml", tmp_path / "twin.yml")
    (tmp_path / "settings").symlink_to("sociable.toml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize(
    "call",
    [
        ("report", ".", "--since", "known.jsonl", "-f", "markdown", "-o", "{}"),
        ("check", ".", "-f", "json:{}"),
        ("check", ".", "-f", "sarif", "-o", "{}"),
        ("check", ".", "--diff", "--unsafe-fixes", "-o", "{}"),
    ],
)
def test_an_input_stays_as_it_is(
    project: Path, call: tuple[str, ...], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(*(word.format(name) for word in call)) == 2
    assert "over" in capsys.readouterr().err
    assert {each: (project / each).read_text(encoding="utf-8") for each in FILES} == FILES


@pytest.mark.parametrize("name", ["link.yml", "twin.yml"])
def test_nor_does_a_drawing_go_over_one(project: Path, name: str) -> None:
    assert called("graph", ".", "-f", "dot", "-o", name) == 2
    assert (project / "a.yml").read_text(encoding="utf-8") == FILES["a.yml"]


def test_nor_does_the_report_of_a_project(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "own.json").write_text("[]", encoding="utf-8")
    (project / "own" / "b.yml").write_text("sociable: 1\n", encoding="utf-8")
    assert called("fleet", ".", "--isolated", "--no-cache", "--workers", "1", "-f", "json", "-o", ".") == 2
    assert "nothing is written over it" in capsys.readouterr().err
    assert (project / "own.json").read_text(encoding="utf-8") == "[]"


def test_what_was_written_before_is_written_over(project: Path) -> None:
    for _ in range(2):
        assert called("check", ".", "-f", "json:out.json") == 1
        assert called("report", ".", "-o", "out.html") == 0
    assert (project / "out.json").stat().st_size > 1000
