"""Situations in plain words, put into files by people who had docs/format.md alone; others had set the verdicts before.

The head of each file is the situation. ``verdicts.json`` holds what is right, ``known_wrong.json`` those that are not
judged so, with the reason: whatever else changes, no other file may join them.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sociable.pipeline import Request, check

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.yml"))
VERDICTS: dict[str, dict[str, Any]] = json.loads((HERE / "verdicts.json").read_text(encoding="utf-8"))
KNOWN_WRONG: dict[str, str] = json.loads((HERE / "known_wrong.json").read_text(encoding="utf-8"))

_READING = frozenset(("not-understood", "broken-yaml"))
"""Findings about what could not be read are none about what is done."""

NEEDED = {"not_allowed": {"error"}, "conditional": {"error", "warning"}}


def is_right(path: Path) -> bool:
    """Whether what is not allowed gets an error, what hangs on more a warning at least, and what is allowed neither."""
    findings = check(Request((str(path),), today=date(2026, 11, 28))).findings
    told = {each.severity for each in findings if each.rule not in _READING} - {"info"}
    wanted = NEEDED.get(VERDICTS[path.stem]["verdict"])
    return not told if wanted is None else not told.isdisjoint(wanted)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_judged_right_stays_right(path: Path) -> None:
    assert is_right(path) is (path.stem not in KNOWN_WRONG), VERDICTS[path.stem]["why"]


def test_each_case_has_a_verdict_and_each_fault_a_reason() -> None:
    assert VERDICTS.keys() == {path.stem for path in CASES}
    assert VERDICTS.keys() >= KNOWN_WRONG.keys()
    assert all(reason.strip() for reason in KNOWN_WRONG.values())
