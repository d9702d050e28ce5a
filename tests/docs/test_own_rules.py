"""Whoever follows docs/own-rules.md to the letter gets what it shows."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.calls import OUR_CODE

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^(````?)(\w+)(?: (\S+))?\n(.*?)^\1$", re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """A block of the document: a file to write if it names one, or else commands and what they print."""

    path: str
    text: str


def blocks() -> list[Block]:
    document = (ROOT / "docs" / "own-rules.md").read_text(encoding="utf-8")
    return [Block(path, text) for _, _, path, text in _BLOCK.findall(document)]


def commands(text: str) -> Iterator[tuple[list[str], str]]:
    """Each command and what is shown below it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield shlex.split(command), output


def matches(shown: str, printed: str) -> bool:
    """``…`` on a line of its own stands for any lines."""
    pattern = r"(?:.*\n)+".join(map(re.escape, re.split(r"^ *…\n", shown, flags=re.MULTILINE)))
    return re.fullmatch(pattern, printed) is not None


def test_the_document_works_when_followed_literally(tmp_path: Path) -> None:
    surroundings = {**os.environ, "PYTHONPATH": OUR_CODE, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"}
    ran = 0
    for path, text in blocks():
        if path:
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
            continue
        for command, shown in commands(text):
            assert command[0] == "sociable"
            run = subprocess.run(
                [sys.executable, "-m", "sociable", *command[1:]],
                cwd=tmp_path,
                env=surroundings,
                capture_output=True,
                encoding="utf-8",
            )
            assert matches(shown, run.stdout), f"{shlex.join(command)} prints:\n{run.stdout}{run.stderr}"
            assert run.stderr == ""
            ran += 1
    assert ran == 5


def test_what_is_shown_is_compared() -> None:
    assert matches("a\n…\nb\n", "a\nx\ny\nb\n")
    assert matches("a\n  …\nb\n", "a\n  x\nb\n")
    assert not matches("a\n…\nb\n", "a\nx\nc\n")
    assert not matches("a\n", "a\nb\n")
