"""Pipes, devices, folders, loops of links, files without end where a file is awaited: a sentence, never a hang."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.calls import OUR_CODE

PATIENCE = 60
"""Seconds; a hang takes longer on any machine."""

AUTOMATIONS = (
    "sociable: 1\naccounts: {c: {platform: x}}\nautomations: [{id: a, account: c, when: mentioned, do: [like]}]\n"
)
PAGE = "# Greets\n\n```rule\nrule some-own-rule\n```\n"


def sociable(folder: Path, *arguments: str, stdin: int | None = subprocess.DEVNULL) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "sociable", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": OUR_CODE},
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8", "replace")


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(path))  # whole paths are longer than it takes


def _too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(9 * 1024 * 1024)


STAND_INS: dict[str, Callable[[Path], None]] = {
    "a pipe": lambda path: os.mkfifo(path),
    "a folder": Path.mkdir,
    "a device without end": _endless,
    "a socket": _socket,
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
    "a file that is too large": _too_large,
}

COMMANDS = {
    "shared.md": (
        ["check", "--rules", "rules", "a.yml"],
        ["rules", "test", "rules"],
        ["rules", "list", "--rules", "rules"],
    ),
    "own/some-page.md": (
        ["rules", "overlap", "rules"],
        ["explain", "--rules", "rules", "x"],
        ["rules", "format", "rules"],
    ),
}


@pytest.mark.parametrize("page", COMMANDS)
@pytest.mark.parametrize("kind", STAND_INS)
def test_in_a_rule_folder(tmp_path: Path, page: str, kind: str) -> None:
    (tmp_path / "a.yml").write_text(AUTOMATIONS, encoding="utf-8")
    own = tmp_path / "rules" / "own"
    own.mkdir(parents=True)
    (own / "other.md").write_text(PAGE, encoding="utf-8")
    STAND_INS[kind](tmp_path / "rules" / page)
    for command in COMMANDS[page]:
        code, said = sociable(tmp_path, *command)
        assert code == 2, command
        assert os.path.basename(page) in said
        assert "internal error" not in said


@pytest.mark.parametrize("kind", STAND_INS)
def test_as_the_configuration(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.yml").write_text(AUTOMATIONS, encoding="utf-8")
    STAND_INS[kind](tmp_path / "sociable.toml")
    code, said = sociable(tmp_path, "check", "a.yml")
    assert code == 2
    assert "sociable.toml" in said
    assert "internal error" not in said


@pytest.mark.parametrize("kind", STAND_INS)
def test_as_the_baseline(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.yml").write_text(AUTOMATIONS, encoding="utf-8")
    STAND_INS[kind](tmp_path / "known.jsonl")
    code, said = sociable(tmp_path, "check", "--baseline", "known.jsonl", "a.yml")
    assert code == 2
    assert "known.jsonl" in said
    assert "internal error" not in said


@pytest.mark.parametrize("kind", STAND_INS)
def test_as_a_file_that_may_hold_the_configuration(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.yml").write_text(AUTOMATIONS, encoding="utf-8")
    STAND_INS[kind](tmp_path / "pyproject.toml")
    code, said = sociable(tmp_path, "check", ".")
    assert code == 2
    assert "sociable: pyproject.toml:1:1: " in said
    assert "internal error" not in said


@pytest.mark.parametrize("folder", ["", "inner"])
@pytest.mark.parametrize("kind", STAND_INS)
def test_as_a_file_that_says_what_is_ignored(tmp_path: Path, folder: str, kind: str) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.yml").write_text(AUTOMATIONS, encoding="utf-8")
    STAND_INS[kind](tmp_path / folder / ".gitignore")
    code, said = sociable(tmp_path, "check", "--format", "concise", ".")
    assert code == 1
    assert f"{os.path.join(folder, '.gitignore')}:1:1: error[unreadable-file]" in said
    assert f"{os.path.join('inner', 'a.yml')}:3:" in said, "the rest is checked"
    assert "internal error" not in said


@pytest.mark.parametrize("option", [["--since"], ["--words"], ["--clients"]])
@pytest.mark.parametrize("kind", STAND_INS)
def test_as_something_a_report_needs(tmp_path: Path, option: list[str], kind: str) -> None:
    (tmp_path / "a.yml").write_text(AUTOMATIONS, encoding="utf-8")
    STAND_INS[kind](tmp_path / "given")
    code, said = sociable(tmp_path, "report", *option, "given", "-o", "out", "a.yml")
    assert code == 2
    assert "internal error" not in said


@pytest.mark.parametrize("command", [["check", "-"], ["rules", "format", "-"], ["query", "for each step s", "-"]])
def test_standard_input_without_end(tmp_path: Path, command: list[str]) -> None:
    with open("/dev/zero", "rb") as zero:
        code, said = sociable(tmp_path, *command, stdin=zero.fileno())
    assert code in (1, 2, 3)
    assert "larger than 8 MiB" in said


@pytest.mark.parametrize("command", [["check"], ["graph"], ["rules", "list"], ["query", "for each step s", "."]])
def test_in_a_folder_that_is_gone(tmp_path: Path, command: list[str]) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    call = "os.execv(sys.executable, [sys.executable, '-m', 'sociable', *sys.argv[1:]])"
    inner = f"import os, sys; os.rmdir({str(gone)!r}); {call}"
    done = subprocess.run(
        [sys.executable, "-c", inner, *command],
        cwd=gone,
        env={**os.environ, "PYTHONPATH": OUR_CODE},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert "internal error" not in done.stderr
    assert done.returncode == (0 if command == ["rules", "list"] else 2)
