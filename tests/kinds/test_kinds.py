"""Inputs by kind of fault: what each has to be judged as stands at its head, and in ``expected.json``.

``inputs/`` holds them; an expectation is a list of sentences such as ``warning thank-you|any``, of which all have to
hold. A rule ``any`` takes every rule but ``not-understood``.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sociable.cli.app import run
from sociable.pipeline import Request, check

FOLDER = Path(__file__).parent
EXPECTED: dict[str, dict[str, Any]] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
RANK = {"info": 1, "warning": 2, "error": 3}

NOT_YET: frozenset[str] = frozenset()
"""Those that are still judged wrong; one that has become right is taken out."""


def judged(path: Path) -> list[tuple[str, str]]:
    """The severity and rule of each finding, and of the rules that were merged into it."""
    report = check(Request((str(path),)))
    return [(str(finding.severity), rule) for finding in report.findings for rule in (finding.rule, *finding.also)]


def wrongs(name: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What is wrong with how an input is judged, one sentence each."""
    path, want = FOLDER / "inputs" / name, EXPECTED[name]
    found = judged(path)
    wrong = [line for line in want.get("expect", ()) if not holds(line, found)]
    wrong += [f"not {line}" for line in want.get("expect-not", ()) if is_there(line, found)]
    if "run" in want:
        run([str(path) if word == "FILE" else word for word in want["run"][0].split()])
        told = capsys.readouterr()
        said = re.sub(r"\s+", " ", told.out + told.err)
        wrong += [f"says {pattern}" for pattern in want.get("expect-text", ()) if not re.search(pattern, said)]
        wrong += [f"does not say {pattern}" for pattern in want.get("expect-not-text", ()) if re.search(pattern, said)]
    return wrong


def holds(line: str, found: list[tuple[str, str]]) -> bool:
    if line == "none":
        return all(RANK[severity] < RANK["warning"] for severity, _ in found)
    if line == "silence":
        return not found
    least, rules = line.split(None, 1)
    named = rules.split("|")
    return any(
        RANK[severity] >= RANK[least] and (rule in named or ("any" in named and rule != "not-understood"))
        for severity, rule in found
    )


def is_there(line: str, found: list[tuple[str, str]]) -> bool:
    least, _, rules = line.partition(" ")
    if least not in RANK:
        least, rules = "info", line
    return any(rule in re.split(r"[ ,]+", rules) and RANK[severity] >= RANK[least] for severity, rule in found)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_input_is_judged_as_its_head_says(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert bool(wrongs(name, capsys)) == (name in NOT_YET), wrongs(name, capsys)


def test_heads_and_the_book_agree() -> None:
    heads = {path.name: head(path) for path in (FOLDER / "inputs").glob("*.yaml")}
    assert heads == {name: {key: want[key] for key in want if key != "kind"} for name, want in EXPECTED.items()}


def head(path: Path) -> dict[str, list[str]]:
    """What stands at the head of an input, besides what is only for readers."""
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(r"# ([a-z-]+): (.*)$", line)
        if not match:
            break
        if match[1] not in ("kind", "why", "today"):
            found.setdefault(match[1], []).append(match[2].strip())
    return found
