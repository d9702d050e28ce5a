"""What is accepted in exports: in the configuration by file and node, and in notes of nodes where they are trusted."""

import json
from pathlib import Path

import pytest
from sociable.findings.report import Report
from sociable.pipeline import Request, check, examine

from tests.readers.n8n.exports import DAILY, WRITER, line, node

SAYS = "ignore[unreviewed-ai-post] -- the editor reads it at night"
NOTE = f"Written by Ada.\n# sociable: {SAYS}"


def told(folder: Path, *, note: str = "", configured: str = "", second: bool = False) -> Report:
    posts = [node("Post", "linkedIn", {"text": "={{ $('Writer').item.json.output }}"}, notes=note)]
    if second:
        posts.append(node("Post again", "linkedIn", {"text": "={{ $('Writer').item.json.output }} Read more."}))
    (folder / "flow.json").write_text(json.dumps(line(DAILY, WRITER, *posts), ensure_ascii=False))
    (folder / "sociable.toml").write_text(configured)
    return check(Request((str(folder),)))


def rules(report: Report) -> list[str]:
    return [each.rule for each in report.findings if each.severity != "info"]


def test_a_note_counts_where_notes_are_trusted(tmp_path: Path) -> None:
    report = told(tmp_path, note=NOTE, configured="trust-notes = true")
    assert rules(report) == []
    (hidden,) = report.suppressed
    assert hidden.suppressed is not None
    assert hidden.suppressed.reason == "the editor reads it at night"


def test_a_note_stands_in_the_register_at_its_line(tmp_path: Path) -> None:
    told(tmp_path, note=NOTE, configured="trust-notes = true")
    reviewed = examine(Request((str(tmp_path),))).reviewed
    assert reviewed is not None
    (registered,) = reviewed.register
    assert registered.hides == 1
    assert registered.placed.where.endswith("flow.json:1")


def test_a_note_counts_for_nothing_else(tmp_path: Path) -> None:
    assert rules(told(tmp_path, note=NOTE)) == ["unreviewed-ai-post"]


def test_a_note_is_about_its_own_node(tmp_path: Path) -> None:
    report = told(tmp_path, note=NOTE, configured="trust-notes = true", second=True)
    left = [
        member.origin.called for each in report.findings if each.rule == "unreviewed-ai-post" for member in each.members
    ]
    assert left == ["Post again"]


def test_a_note_that_is_no_suppression_is_told(tmp_path: Path) -> None:
    report = told(tmp_path, note="# sociable: ignore", configured="trust-notes = true")
    assert "blanket-suppression" in rules(report)


@pytest.mark.parametrize(("named", "left"), [("Post", ["Post again"]), ("Post again", ["Post"])])
def test_the_configuration_names_the_node(tmp_path: Path, named: str, left: list[str]) -> None:
    entry = f'[[suppress]]\nfile = "flow.json"\nnode = "{named}"\nsays = "{SAYS}"\n'
    report = told(tmp_path, configured=entry, second=True)
    found = [
        member.origin.called for each in report.findings if each.rule == "unreviewed-ai-post" for member in each.members
    ]
    assert found == left
