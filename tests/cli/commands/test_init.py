"""A first configuration and an example, and nothing overwritten."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.calls import called


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_it_writes_is_not_told_as_passed_over(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / ".git").mkdir()
    assert called("init") == 0
    assert (here / ".pre-commit-config.yaml").is_file()
    capsys.readouterr()
    assert called("check") == 0
    assert "skipped" not in capsys.readouterr().out


def test_an_empty_folder_gets_all_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("init") == 0
    out = capsys.readouterr().out
    assert out.startswith("Wrote sociable.toml: what is checked, and how.\nWrote social.yml: an example.")
    assert called("check") == 0
    assert called("config show") == 0
    assert "configured by sociable.toml" in capsys.readouterr().out


def test_every_line_of_the_configuration_may_be_taken_in() -> None:
    assert called("init") == 0
    text = Path("sociable.toml").read_text(encoding="utf-8")
    settings = [line.removeprefix("# ") for line in text.splitlines() if " = " in line]
    assert len(settings) == 3
    Path("sociable.toml").write_text("\n".join(settings), encoding="utf-8")
    assert called("config show") == 0


def test_nothing_is_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    Path("sociable.toml").write_text('profile = "strict"\n', encoding="utf-8")
    Path("social.yml").write_text("x: 1\n", encoding="utf-8")
    assert called("init") == 0
    assert "sociable.toml is there already" in capsys.readouterr().out
    assert Path("sociable.toml").read_text(encoding="utf-8") == 'profile = "strict"\n'
    assert Path("social.yml").read_text(encoding="utf-8") == "x: 1\n"


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git here")
def test_a_checkout_of_git_gets_a_hook(capsys: pytest.CaptureFixture[str]) -> None:
    called("init")
    assert not Path(".pre-commit-config.yaml").exists()
    subprocess.run(["git", "init", "--quiet"], check=True)
    called("init")
    assert "Wrote .pre-commit-config.yaml: a check before each commit" in capsys.readouterr().out
    (hook,) = yaml.safe_load(Path(".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert called(*hook["entry"].split()[1:], "social.yml") == 0
    Path(".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    called("init")
    assert ".pre-commit-config.yaml is there already" in capsys.readouterr().out
    assert Path(".pre-commit-config.yaml").read_text(encoding="utf-8") == "repos: []\n"


def test_who_has_files_gets_no_example() -> None:
    Path("mine.yml").write_text("sociable: 1\naccounts: {a: {platform: x}}\n", encoding="utf-8")
    assert called("init") == 0
    assert not Path("social.yml").exists()


def test_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("init", "nowhere") == 2
    assert "there is no folder `nowhere`" in capsys.readouterr().err


def test_a_folder_that_is_gone_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    with contextlib.chdir(gone):
        gone.rmdir()
        assert called("init") == 2
    assert "the folder in which this runs is gone" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.symlink_to("gone"), "sociable.toml:1:1: the file is a link to `gone`, which does not exist"),
        (os.mkfifo, "sociable.toml:1:1: this is not a regular file but a pipe"),
        (lambda path: path.symlink_to(path.name), "sociable.toml:1:1: the file is a link that leads back to itself"),
        (Path.mkdir, "sociable.toml:1:1: this is a folder, and should be a file"),
    ],
)
def test_what_stands_for_a_configuration_is_told(
    make: Callable[[Path], None], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make(Path("sociable.toml"))
    assert called("init") == 2
    assert says in capsys.readouterr().err
    assert not Path("social.yml").exists()
