"""Which findings count as won, lost, moved, graver or milder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.verdicts import Told, compared, lines

ROOT = Path(__file__).parents[2]


def told(
    rule: str = "r",
    severity: str = "error",
    fingerprint: str = "f",
    line: int = 1,
    check: str = "a.yml",
    ground: str = "X-01",
) -> Told:
    return Told(check, rule, severity, fingerprint, check, line, "message", ground)


@pytest.mark.parametrize(
    ("before", "after", "won", "lost", "moved", "weighed", "regrounded", "renamed"),
    [
        ([told()], [told()], 0, 0, 0, 0, 0, 0),
        ([], [told()], 1, 0, 0, 0, 0, 0),
        ([told()], [], 0, 1, 0, 0, 0, 0),
        ([told()], [told(), told()], 1, 0, 0, 0, 0, 0),
        ([told(line=1)], [told(line=2)], 0, 0, 1, 0, 0, 0),
        ([told(severity="info")], [told()], 0, 0, 0, 1, 0, 0),
        ([told(fingerprint="g")], [told()], 0, 0, 0, 0, 0, 1),
        ([told(fingerprint="g", line=9)], [told()], 0, 0, 1, 0, 0, 1),
        ([told(rule="q")], [told()], 1, 1, 0, 0, 0, 0),
        ([told(check="b.yml")], [told()], 1, 1, 0, 0, 0, 0),
        # By fingerprint before by place: two that change places are two that moved, not two that were renamed.
        ([told(fingerprint="f", line=1), told(fingerprint="g", line=2)],
         [told(fingerprint="g", line=1), told(fingerprint="f", line=2)], 0, 0, 2, 0, 0, 0),
        ([told(ground="X-02")], [told()], 0, 0, 0, 0, 1, 0),
        ([told()], [told(ground="")], 0, 0, 0, 0, 1, 0),
    ],
)  # fmt: skip
def test_what_counts_as_what(
    before: list[Told], after: list[Told], won: int, lost: int, moved: int, weighed: int, regrounded: int, renamed: int
) -> None:
    changes = compared(before, after)
    assert tuple(len(each) for each in changes) == (won, lost, moved, weighed, regrounded, renamed)


def test_changes_are_told_with_their_places() -> None:
    before = [told(line=3), told(rule="gone"), told(rule="graver", severity="info")]
    after = [told(line=4), told(rule="new", check="story"), told(rule="graver", ground="")]
    assert list(lines(compared(before, after))) == [
        "won: 1",
        "  story:1 error[new] message",
        "lost: 1",
        "  a.yml:1 error[gone] message",
        "graver or milder: 1",
        "  a.yml:1 [graver] info → error",
        "resting on something else: 1",
        "  a.yml:1 [graver] X-01 → our judgement",
        "moved: 1",
        "  a.yml:3 → a.yml:4 [r]",
        "under another fingerprint: 0",
    ]


def test_any_version_can_be_asked(tmp_path: Path) -> None:
    """A version that breaks is told as well; here one whose command raises."""
    broken = tmp_path / "linter" / "sociable" / "cli"
    broken.mkdir(parents=True)
    (broken.parent / "__init__.py").touch()
    (broken / "app.py").write_text("def run(arguments): raise ZeroDivisionError('oh')")
    asked = json.dumps([["examples/shaming-council/council.yml"], ["examples/shaming-council/repaired.yml"]])
    found = []
    for tree in (ROOT, tmp_path):
        run = subprocess.run(
            [sys.executable, "tools/all_findings.py"],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(tree / "linter")},
            input=asked,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        found.append([[each["rule"] for each in told] for told in json.loads(run.stdout)])
    assert "unfollow-shaming" in found[0][0]
    assert "unfollow-shaming" not in found[0][1]
    assert found[1] == [["check-broke"], ["check-broke"]]
