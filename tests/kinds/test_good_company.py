"""Setups that people welcome, in many trades, and twins that have to stay loud: one project between two lines ``---``.

Those without a line ``# expect: …``, as in the inputs, get neither an error nor a warning.
"""

import re
from pathlib import Path

import pytest
from sociable.pipeline import Request, judged
from sociable.project.load import read_text

from tests.kinds.test_cases import expected, unexpected

PROJECTS = (Path(__file__).parent / "good_company.yaml").read_text(encoding="utf-8").split("\n---\n")[1:]
TOLD = {name: re.compile(rf"^# {name}: (.+)$", re.MULTILINE) for name in ("expect", "expect-not")}


@pytest.mark.parametrize("welcome", [True, False])
def test_what_people_welcome_is_quiet_and_its_twins_are_not(welcome: bool) -> None:
    asked = [(text, TOLD["expect"].findall(text)) for text in PROJECTS]
    wrong: list[object] = []
    for text, lines in ((text, lines) for text, lines in asked if welcome is not bool(lines)):
        findings = list(judged(read_text("setup.yaml", text), Request(())).findings)
        missing = [line for line in lines or ["none"] if not expected(line, findings)]
        missing += [rule for line in TOLD["expect-not"].findall(text) for rule in unexpected(line, findings)]
        if missing:
            wrong.append((text[:80], missing, [(each.severity, each.rule, each.span.line) for each in findings]))
    assert wrong == []


def test_there_are_enough_of_them() -> None:
    assert len(PROJECTS) >= 100
