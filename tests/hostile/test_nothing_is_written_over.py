"""No output goes over what a command reads: neither what is judged nor what it is judged by, under whatever name."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from sociable.cli import output_files
from sociable.client_report.wording import frame

from tests.calls import called

PAGE = (Path(__file__).parents[2] / "rules" / "loops" / "self-trigger.md").read_text(encoding="utf-8")
FILES: Mapping[str, str] = {
    "a.yml": """sociable: 1
accounts:
  club: {platform: mastodon, handle: "@club@example.social"}
  shop: {platform: x, handle: "@shop"}
automations: [{id: back, account: [club, shop], when: followed, do: [{follow: event.user}]}]
""",
    "sociable.toml": 'extends = "house.toml"\nrules = ["own"]\n',
    "house.toml": 'baseline = "known.jsonl"\n',
    "known.jsonl": '{"sociable-baseline": 1}\n',
    "own/shared.md": "# Shared\n",
    "own/care/own-trigger.md": PAGE.replace("self-trigger", "own-trigger"),
    ".gitignore": "*.bak\n",
    "words.toml": Path(frame.__file__).with_name("frames").joinpath("en.toml").read_text(encoding="utf-8"),
    "other/b.yml": "sociable: 1\naccounts: {b: {platform: x}}\n",
    "other/broken.yml": "sociable: 1\naccounts: [\n",
}
INPUTS = ("link.yml", "twin.yml", "settings", "house.toml", "known.jsonl", "own/shared.md", "own/care/own-trigger.md")
FLOW = '{"name": "w", "nodes": [], "connections": {}}'
BEFORE = '{"before": 1}'
CALLS = (
    ("report", "a.yml", "--since", "known.jsonl", "-f", "markdown", "-o", "{}"),
    ("report", "a.yml", "-f", "markdown", "-o", "{}"),
    ("check", "a.yml", "-f", "json:{}"),
    ("check", "a.yml", "-f", "sarif", "-o", "{}"),
    ("check", "a.yml", "--isolated", "--no-baseline", "-f", "junit:{}"),
    ("check", "a.yml", "--diff", "--unsafe-fixes", "-o", "{}"),
    ("graph", "a.yml", "-f", "dot", "-o", "{}"),
    ("diff", "a.yml", "empty.yml", "--isolated", "-f", "json", "-o", "{}"),
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / "empty.yml").write_text("sociable: 1\n", encoding="utf-8")
    (tmp_path / "link.yml").symlink_to("a.yml")
    os.link(tmp_path / "a.yml", tmp_path / "twin.yml")
    (tmp_path / "settings").symlink_to("sociable.toml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("call", CALLS)
def test_an_input_stays_as_it_is(
    project: Path, call: tuple[str, ...], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(*(word.format(name) for word in call)) == 2
    assert "over" in capsys.readouterr().err
    assert {each: (project / each).read_text(encoding="utf-8") for each in FILES} == FILES


@pytest.mark.parametrize("name", ["other/b.yml", "other/broken.yml"])
@pytest.mark.parametrize("call", CALLS)
def test_an_automation_file_stays_though_nobody_asked_for_it(project: Path, call: tuple[str, ...], name: str) -> None:
    assert called(*(word.format(name) for word in call)) == 2
    assert (project / name).read_text(encoding="utf-8") == FILES[name]


@pytest.mark.parametrize(
    "call",
    [
        ("report", "a.yml", "--words", "words.toml", "-f", "markdown", "-o", "words.toml"),
        ("check", ".", "-f", "json:.gitignore"),
        ("check", "other/b.yml", "--config", "house.toml", "-f", "json", "-o", "known.jsonl"),
    ],
)
def test_nor_does_what_this_call_names_or_meets(project: Path, call: tuple[str, ...]) -> None:
    assert called(*call) == 2
    assert (project / call[-1].removeprefix("json:")).read_text(encoding="utf-8") == FILES[
        call[-1].removeprefix("json:")
    ]


def test_what_the_settings_of_a_path_name_elsewhere_stays(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    kept = tmp_path_factory.mktemp("kept") / "baseline.jsonl"
    kept.write_text(FILES["known.jsonl"], encoding="utf-8")
    (project / "other" / "sociable.toml").write_text(f"baseline = '{kept}'\n", encoding="utf-8")
    assert called("graph", "other/b.yml", "-f", "dot", "-o", str(kept)) == 2
    assert called("fleet", ".", "--no-cache", "--workers", "1", "-f", "json", "-o", str(kept.parent)) != 0
    assert kept.read_text(encoding="utf-8") == FILES["known.jsonl"]


def test_the_report_of_one_project_does_not_go_over_a_file_of_another(project: Path) -> None:
    (project / "b.json").mkdir()
    (project / "b").mkdir()
    (project / "b" / "x.yml").write_text("sociable: 1\n", encoding="utf-8")
    (project / "c").mkdir()
    (project / "c" / "b.json").write_text(FLOW, encoding="utf-8")
    (project / "sociable.toml").unlink()
    assert called("fleet", ".", "--no-cache", "--workers", "1", "-f", "json", "-o", "c") == 2
    assert (project / "c" / "b.json").read_text(encoding="utf-8") == FLOW


def test_a_broken_configuration_beside_the_output_stays_too(project: Path) -> None:
    (project / "sociable.toml").write_text("rules = [", encoding="utf-8")
    assert called("graph", "other/b.yml", "-f", "dot", "-o", "sociable.toml") == 2
    assert (project / "sociable.toml").read_text(encoding="utf-8") == "rules = ["


def test_nor_does_the_report_of_a_project(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "other.json").write_text(FLOW, encoding="utf-8")
    for _ in range(2):
        assert called("fleet", ".", "--isolated", "--no-cache", "--workers", "1", "-f", "json", "-o", ".") == 2
    assert "nothing is written over it" in capsys.readouterr().err
    assert (project / "other.json").read_text(encoding="utf-8") == FLOW


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
@pytest.mark.parametrize("name", ["a.yml", "known.jsonl", "own/care/own-trigger.md"])
def test_nor_does_what_goes_by_a_folder_that_is_not_there(project: Path, call: tuple[str, ...], name: str) -> None:
    before = (project / name).read_bytes()
    assert called(*(each.format(f"gone/../{name}") for each in call)) == 2
    assert (project / name).read_bytes() == before


def test_what_was_written_before_is_written_over(project: Path) -> None:
    for _ in range(2):
        assert called("check", ".", "-f", "json:out.json") == 1
        assert called("report", ".", "-o", "out.html") == 0
    assert (project / "out.json").stat().st_size > 1000


@pytest.mark.parametrize(
    ("call", "outputs"),
    [
        *((call, ["out.json"]) for call in CALLS),
        (("check", "a.yml", "-f", "json:out.json", "-f", "sarif:more.json"), ["out.json", "more.json"]),
        (("report", ".", "--clients", "folders", "-f", "markdown", "-o", "reports"), ["reports/index.md"]),
        (("fleet", "one", "--no-cache", "--workers", "1", "-f", "json", "-o", "reports"), ["reports/one.json"]),
        (("fleet", "one", "--no-cache", "--workers", "1", "-f", "sarif", "-o", "one"), ["one/one.sarif"]),
    ],
)
def test_of_what_is_there_each_command_asks_once_before_it_writes_anything(
    project: Path, call: tuple[str, ...], outputs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "one").mkdir()
    (project / "one" / "b.yml").write_text(FILES["other/b.yml"], encoding="utf-8")
    for each in outputs:
        (project / each).parent.mkdir(exist_ok=True)
        (project / each).write_text(BEFORE, encoding="utf-8")
    asked = []
    is_one = output_files._is_automation_file

    def counted(path: str) -> bool:
        assert [(project / each).read_text(encoding="utf-8") for each in outputs] == [BEFORE] * len(outputs)
        asked.append(path)
        return is_one(path)

    monkeypatch.setattr(output_files, "_is_automation_file", counted)
    assert called(*(word.format("out.json") for word in call)) in (0, 1)
    assert [os.path.normpath(each) for each in asked] == outputs
    assert BEFORE not in [(project / each).read_text(encoding="utf-8") for each in outputs]


def test_of_many_outputs_none_is_written_where_one_would_go_over_an_input(project: Path) -> None:
    assert called("check", "a.yml", "-f", "json:new.json", "-f", "sarif:own/shared.md") == 2
    assert not (project / "new.json").exists()
