"""Whoever follows a tutorial to the letter gets what it shows.

After a change that is meant to be seen, SOCIABLE_UPDATE_GOLDEN=1 writes anew what the tutorials show.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.calls import OUR_CODE

ROOT = Path(__file__).parents[2]
TUTORIALS = sorted((ROOT / "docs" / "tutorials").glob("*.md"))
_BLOCK = re.compile(r"^(````?)(\w+)(?: (\S+))?\n(.*?)^\1$", re.DOTALL | re.MULTILINE)
_COUNT = re.compile(r"\d+ rules\b")
"""How many rules there are tells a reader nothing."""

_PROGRAMS = {"sociable": [sys.executable, "-m", "sociable"], "git": ["git"]}


class Reader:
    """Somebody who writes each file and types each command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        who = {
            f"GIT_{role}_{what}": "test@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        self.surroundings = {
            **os.environ,
            **who,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PYTHONPATH": OUR_CODE,
            "PYTHONIOENCODING": "utf-8",
            "COLUMNS": "100",
            "SOURCE_DATE_EPOCH": "1796083200",  # on this day no source is old
        }
        self.ran = 0

    def __call__(self, block: re.Match[str]) -> str:
        """The block, as it is once somebody has followed it."""
        fence, kind, path, text = block.groups()
        if path:
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_text(text, encoding="utf-8")
        elif kind == "console":
            told = "".join(map(self._typed, re.findall(r"^\$ (.*)$", text, re.MULTILINE)))
            return f"{fence}{kind}\n{told}{fence}"
        return block[0]

    def _typed(self, line: str) -> str:
        program, *arguments = shlex.split(line)
        run = subprocess.run(
            [*_PROGRAMS[program], *arguments],
            cwd=self.folder,
            env=self.surroundings,
            capture_output=True,
            encoding="utf-8",
        )
        assert run.returncode in (0, 1), run.stderr
        assert run.stderr == ""
        self.ran += 1
        return f"$ {line}\n{run.stdout.rstrip()}\n" if run.stdout else f"$ {line}\n"


@pytest.mark.parametrize("page", TUTORIALS, ids=lambda page: page.stem)
def test_a_tutorial_works_when_followed_literally(page: Path, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    text = page.read_text(encoding="utf-8")
    followed = _BLOCK.sub(reader, text)
    if os.environ.get("SOCIABLE_UPDATE_GOLDEN") == "1":
        page.write_text(followed, encoding="utf-8", newline="\n")
    assert reader.ran >= 3
    assert _COUNT.sub("", followed) == _COUNT.sub("", page.read_text(encoding="utf-8"))


def test_there_is_one_for_each_who_begins() -> None:
    assert [page.stem for page in TUTORIALS] == ["adopt-it-in-a-team", "write-a-rule", "your-first-setup"]
