"""`sociable graph` from outside: streams, files and exit codes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.calls import OUR_CODE, called

ROOT = Path(__file__).parents[3]

FOLLOW_BACK = """\
sociable: 1
accounts: {shop: {platform: x, handle: "@shop"}, cafe: {platform: x, handle: "@cafe"}}
automations:
  - {id: shop-back, account: shop, when: followed, do: [follow: event.user]}
  - {id: cafe-back, account: cafe, when: followed, do: [follow: event.user]}
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `sociable graph` in a folder with one file that can be drawn."""
    (tmp_path / "back.yml").write_text(FOLLOW_BACK)
    (tmp_path / "empty").mkdir()

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "sociable", "graph", *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": OUR_CODE, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
        )

    return run


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["back.yml"], 0, ""),
        ([], 0, ""),
        (["--only", "loops", "--around", "shop"], 0, ""),
        (["missing.yml"], 2, "sociable: there is no file or folder `missing.yml`.\n"),
        (["--around", "shoop"], 2, "sociable: there is no account or automation `shoop`. Did you mean `shop`?\n"),
        (
            ["-o", "no/such/folder.svg"],
            2,
            "sociable: no/such/folder.svg cannot be written: there is no folder no/such\n",
        ),
        (["-o", "empty"], 2, "sociable: empty cannot be written: Is a directory\n"),
        (["empty"], 3, "sociable: there is nothing to draw: no automation files found.\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_the_exit_code_says_how_it_went(run: Run, arguments: list[str], code: int, told: str) -> None:
    result = run(*arguments)
    assert result.returncode == code
    assert result.stderr == told
    assert bool(result.stdout) == (code == 0)


@pytest.mark.parametrize(("form", "begins"), [("svg", "<svg "), ("mermaid", "flowchart LR"), ("dot", "digraph ")])
def test_the_format_can_be_chosen(run: Run, form: str, begins: str) -> None:
    assert run("--format", form).stdout.startswith(begins)


def test_a_drawing_goes_to_a_file_whole_or_not_at_all(run: Run, tmp_path: Path) -> None:
    drawing = tmp_path / "drawing.svg"
    drawing.write_text("the old one")
    drawing.chmod(0o640)
    assert run("--output", "drawing.svg", "--around", "nobody").returncode == 2
    assert drawing.read_text() == "the old one"
    assert run("--output", "drawing.svg").stdout == ""
    assert drawing.read_text().endswith("</svg>\n")
    assert drawing.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["back.yml", "drawing.svg", "empty"]


def test_a_new_drawing_has_the_rights_that_new_files_get(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "back.yml").write_text(FOLLOW_BACK)
    before = os.umask(0o027)
    try:
        for name in ("first.svg", "second.svg"):
            assert called("graph", "back.yml", "--output", name) == 0
            assert (tmp_path / name).stat().st_mode & 0o777 == 0o640
    finally:
        os.umask(before)


def test_a_link_is_followed_and_a_pipe_is_written_to(run: Run, tmp_path: Path) -> None:
    (tmp_path / "link.svg").symlink_to("drawing.svg")
    run("--output", "link.svg")
    assert (tmp_path / "link.svg").is_symlink()
    assert (tmp_path / "drawing.svg").read_text().startswith("<svg ")
    assert run("--output", "/dev/stdout").stdout == (tmp_path / "drawing.svg").read_text()


@pytest.mark.parametrize("given", ["town.yml", "./town.yml", ".", "link.yml"])
def test_what_is_drawn_is_not_drawn_over(run: Run, tmp_path: Path, given: str) -> None:
    (inputs,) = tmp_path.glob("*.yml")
    inputs.rename(tmp_path / "town.yml")
    before = (tmp_path / "town.yml").read_bytes()
    (tmp_path / "link.yml").symlink_to("town.yml")
    result = run("--output", "town.yml", given)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "sociable: town.yml is one of the files that are read; nothing is written over it.\n"
    assert (tmp_path / "town.yml").read_bytes() == before


def test_what_cannot_be_read_is_told_and_the_rest_is_drawn(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.yml").write_text("sociable: 1\nautomations: [\n")
    for number in range(5):
        (tmp_path / f"odd-{number}.yml").write_text("sociable: 1\nautomation: []\n")
    result = run()
    assert result.returncode == 0
    assert result.stdout.startswith("<svg ")
    told = result.stderr.splitlines()
    assert told[0].startswith("sociable: broken.yml:")
    assert told[-1] == "sociable: and 1 more that could not be read or understood; `sociable check` shows all."
    assert len(told) == 6


def test_other_commands_do_not_wait_for_drawing() -> None:
    program = "import sys, sociable.cli.app; print(*sys.modules)"
    modules = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert not [name for name in modules.stdout.split() if name.startswith("sociable.drawing.")]


def test_what_is_left_out_is_told(run: Run, tmp_path: Path) -> None:
    quiet = "".join(f"  - {{id: m{number}, account: shop, when: messaged, do: [log: x]}}\n" for number in range(60))
    (tmp_path / "back.yml").write_text(FOLLOW_BACK + quiet)
    result = run()
    assert result.stderr == "sociable: Left out: 60 automations that touch nobody else here.\n"
    assert "and 60 more that touch nobody else here" in result.stdout


@pytest.mark.parametrize("name", ["drawing.png", "Drawing.PDF"])
def test_a_kind_of_picture_that_is_not_drawn_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    done = run("back.yml", "--output", name)
    assert done.returncode == 2
    assert "ends in .svg" in done.stderr
    assert not (tmp_path / name).exists()
