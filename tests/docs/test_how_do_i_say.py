"""What the page tells to write is understood, and what it calls refused is refused with advice."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from sociable.findings.problem import Problem
from sociable.project.load import read_text

PAGE = (Path(__file__).parents[2] / "docs/how-do-i-say.md").read_text(encoding="utf-8")
SAID, REFUSED = PAGE.split("## What is written elsewhere")
ROWS = re.findall(r"^\| (?:[^|]+ \| )?(`.+`) \| (file|account|automation|step) \|$", SAID, re.MULTILINE)
ELSEWHERE = re.findall(r"^\| (`.+`) \| (file|account|automation|step) \|$", REFUSED, re.MULTILINE)


def problems(cell: str, where: str) -> tuple[Problem, ...]:
    """What is not understood of a file that is right but for this piece of it."""
    lines = [each.strip("`") for each in cell.split("<br>")]
    written: Any = yaml.safe_load("\n  ".join(lines))
    account = {"platform": "mastodon", "inbox": {"read_by": "us", "hours": "9:00-17:00"}}
    automation: dict[str, Any] = {"id": "a", "account": "c", "when": "messaged", "do": ["assign"]}
    file: dict[str, Any] = {"sociable": 1, "accounts": {"c": account}, "automations": [automation]}
    if where == "step":
        automation["do"] = written
        automation["when"] = "row_added" if "event.row" in cell else "mentioned"
    else:
        if where == "automation" and "event.post" in cell:
            automation["when"] = "mentioned"
        {"file": file, "account": account, "automation": automation}[where].update(written)
    return read_text("a.yml", yaml.safe_dump(file, allow_unicode=True)).problems


@pytest.mark.parametrize(("cell", "where"), ROWS, ids=[cell for cell, _ in ROWS])
def test_what_is_to_be_written_is_understood(cell: str, where: str) -> None:
    assert [each.message for each in problems(cell, where)] == []


@pytest.mark.parametrize(("cell", "where"), ELSEWHERE, ids=[cell for cell, _ in ELSEWHERE])
def test_what_is_written_elsewhere_is_told_of(cell: str, where: str) -> None:
    found = problems(cell, where)
    assert found
    assert all(each.advice for each in found)


def test_the_tables_are_read() -> None:
    assert len(ROWS) > 50
    assert len(ELSEWHERE) > 25
