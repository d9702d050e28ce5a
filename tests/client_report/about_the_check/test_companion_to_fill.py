"""The answers to a report's questions about exports go into a companion file, which the report lays out."""

import json
import shutil
from pathlib import Path

import pytest
from sociable.client_report.compose import compose
from sociable.client_report.content.content_of_report import Content
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine

from tests.client_report.parsed import Parsed
from tests.client_report.reports import ROOT, agency, wishes

ANSWERED = {
    "handle": '"@fernhill"',
    "run_by": "business",
    "inbox": "{read_by: Petra, reply_within: 1 day}",
    "pause": "Petra",
    "operator": '"@fernhill-owner"',
    "automated_label": "true",
    "audience": "{countries: [IE]}",
    "based_in": "IE",
}


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples" / "garden-centre" / "exports", tmp_path / "exports")
    return tmp_path


def reported(folder: Path) -> Content:
    return compose(examine(Request((str(folder),))), wishes())


def test_a_companion_that_is_filled_in_answers_every_question(exports: Path) -> None:
    before = reported(exports)
    assert before.questions
    filled = [
        f"{line.partition(':')[0]}: {ANSWERED[line.partition(':')[0].strip()]}" if "…" in line else line
        for line in before.companion
    ]
    (exports / "companion.yml").write_text("\n".join(filled), encoding="utf-8")
    after = reported(exports)
    assert not [each for gravity in after.gravities for each in gravity.groups if each.rule.startswith("unreadable")]
    assert {each.key for each in after.questions} == {"told"}, "what a message says of itself stands in the message"
    assert after.companion == ()
    assert {account.read_by for account in after.accounts} == {"Petra, within 1 day"}
    assert len(after.accounts) == len(before.accounts)


def test_it_stands_in_both_forms(exports: Path) -> None:
    content = reported(exports)
    page = html(content, built_in())
    assert all(line.strip() in Parsed(page).words for line in content.companion)
    assert "\n".join(content.companion) in markdown(content, built_in())


def test_what_a_file_of_ours_describes_needs_no_companion() -> None:
    content = compose(agency(), wishes())
    assert content.questions
    assert content.companion == ()


def test_accounts_that_two_tools_call_alike_are_told_apart_by_their_files(tmp_path: Path) -> None:
    (tmp_path / "robot.yml").write_text(
        "username: linkedin\napp-id: com.instagram.android\nblogger-followers: [somebody]\nfollow-percentage: 100\n"
    )
    nodes = [
        {"name": "T", "type": "n8n-nodes-base.manualTrigger", "typeVersion": 1, "parameters": {}},
        {"name": "P", "type": "n8n-nodes-base.linkedIn", "typeVersion": 1, "parameters": {"text": "Hi"}},
    ]
    joined = {"T": {"main": [[{"node": "P", "type": "main", "index": 0}]]}}
    (tmp_path / "a.json").write_text(json.dumps({"name": "A", "nodes": nodes, "connections": joined}))
    told = list(reported(tmp_path).companion)
    assert told[told.index("imports:") :] == [
        "imports:",
        "  - files: …",
        "    accounts:",
        '      "linkedin": linkedin-1',
        "  - files: …",
        "    accounts:",
        '      "linkedin": instagram-2',
    ]
