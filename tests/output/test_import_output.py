"""What `sociable import` prints is harmless wherever it is printed, and reads back as what it was."""

import json
import re
from pathlib import Path

import pytest

from tests.calls import called

OBEYED = re.compile(
    r"##\w*\[|^\s*::|section_(?:start|end):|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\U000e0041]"
)
SAID = [
    *(
        "##vso[task.complete]x",
        "##[group]x",
        "\n::error::x",
        "##teamcity[x]",
        "section_start:1:a",
        "\x1b[31m",
        "\x9b1m",
    ),
    *("\u202eabc", "\u2066x", "\u200b", "\x07", "\r::error::x", "\u2028::error::x", "\x85::x", "\U000e0041", "\ud800"),
]


def export(said: str) -> str:
    trigger = {
        "id": "1",
        "name": f"T{said}",
        "type": "n8n-nodes-base.scheduleTrigger",
        "typeVersion": 1.2,
        "position": [0, 0],
        "parameters": {},
    }
    step = {
        "id": "2",
        "name": f"X{said}",
        "type": "n8n-nodes-base.twitter",
        "typeVersion": 2,
        "position": [0, 0],
        "parameters": {"operation": "create", "text": f"Hello {said}"},
    }
    unknown = {**step, "id": "3", "name": f"Y{said}", "parameters": {"resource": said}}
    links = {f"T{said}": {"main": [[{"node": name, "type": "main", "index": 0} for name in (f"X{said}", f"Y{said}")]]}}
    return json.dumps({"name": f"W{said}", "nodes": [trigger, step, unknown], "connections": links})


@pytest.mark.parametrize("said", SAID)
def test_what_acts_or_hides_is_written_out(said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "w.json"
    path.write_text(export(said), encoding="utf-8")
    assert called("import", str(path)) == 0
    out = capsys.readouterr().out
    assert not [line for line in re.split("[\n\r\x85\u2028\u2029]", out) if OBEYED.search(line)]
    ours = tmp_path / "ours.yml"
    ours.write_text(out, encoding="utf-8")
    assert called("query", "for each step s", "-f", "json", str(ours)) == 0
    assert f"Hello {said}".replace("\ud800", "\ufffd") in _texts(ours)


def _texts(path: Path) -> list[str]:
    from sociable.project.load import load

    return [
        "".join(map(str, step.text.parts))
        for each in load((str(path),)).setup.automations
        for step in each.steps
        if step.text
    ]
