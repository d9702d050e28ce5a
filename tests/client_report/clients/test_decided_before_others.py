"""A decision on what one client does stays its own where accounts of others make more of the same."""

from pathlib import Path

import pytest
from sociable.client_report.clients.per_client import per_client
from sociable.client_report.content.content_of_report import Content
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine

from tests.client_report.reports import wishes

FILE = """\
sociable: 1
accounts:
  {0}: {{platform: mastodon, handle: "@{0}@x.example", client: {0}, automated_label: true}}
automations:
  - id: {0}back
    account: {0}
    when: followed
    do:
      - follow: event.user{1}
"""
NOTE = " # sociable: ignore[auto-follow-back] until=2027-03-31 -- the board wants it"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bread.yml").write_text(FILE.format("bread", ""))


def report_of_ales(note: str) -> Content:
    Path("ales.yml").write_text(FILE.format("ales", note))
    return per_client(examine(Request((".",))), wishes(), "folders", "html", [])[0]["ales.html"].content


def test_what_is_accepted_for_itself_is_told_beside_the_loop() -> None:
    content = report_of_ales(NOTE)
    (group,) = (each for gravity in content.gravities for each in gravity.groups)
    (told,) = group.findings
    assert (group.rule, told.decision and told.decision.reason) == ("auto-follow-back", "the board wants it")
    (loop,) = content.crossings
    assert loop.decision is None
    assert "hides nothing" not in markdown(content, built_in()).lower()


def test_without_a_decision_the_loop_speaks_for_it() -> None:
    content = report_of_ales("")
    assert content.gravities == ()
    assert len(content.crossings) == 1
