"""A client's decision is its own: its report tells it beside what others make more of, the index by its name."""

from pathlib import Path

import pytest
from sociable.client_report.clients.per_client import ClientReport, per_client
from sociable.client_report.content.content_of_index import Index
from sociable.client_report.content.content_of_report import ToldFinding
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine

from tests.client_report.reports import wishes

FILE = """\
sociable: 1
accounts:
  {0}: {{platform: mastodon, handle: "@{0}@x.example", client: {0}, pause: "boss of {0}", automated_label: true}}
automations:
  - id: {0}back
    account: {0}
    when: followed
    do:
      - follow: event.user{1}
"""
ALONE = " # sociable: ignore[auto-follow-back] until=2027-03-31 -- the board wants it"
NOTE = " # sociable: ignore[auto-follow-loop, auto-follow-back] until=2027-0{}-01 -- {} said so"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def reports_of(**notes: str) -> tuple[dict[str, ClientReport], Index]:
    for name, note in notes.items():
        Path(f"{name}.yml").write_text(FILE.format(name, note))
    return per_client(examine(Request((".",))), wishes(), "folders", "html", [])


def index_of(**notes: str) -> tuple[Index, list[ToldFinding]]:
    index = reports_of(**notes)[1]
    return index, [each for gravity in index.between for group in gravity.groups for each in group.findings]


def test_what_one_of_two_has_accepted_is_open_and_says_who_keeps_it() -> None:
    index, (loop,) = index_of(ales=NOTE.format(3, "Nils"), bread="")
    assert loop.decision is None
    assert "ales keeps it on purpose: “Nils said so”; not decided by bread" in loop.message
    assert (index.total.warning, index.total.kept) == (1, 0)


def test_what_all_have_accepted_is_kept_with_the_reasons_of_each_until_the_first_day() -> None:
    index, (loop,) = index_of(ales=NOTE.format(3, "Nils"), bread=NOTE.format(2, "Olga"))
    assert loop.decision is not None
    assert loop.decision.reason == (
        "ales keeps it on purpose: “Nils said so” and bread keeps it on purpose: “Olga said so”"
    )
    assert loop.decision.until == "1 February 2027"
    assert (index.total.warning, index.total.kept) == (0, 1)


def test_whom_to_ask_is_told_of_every_account_as_the_index_has_no_table_of_them() -> None:
    loops = index_of(ales="", bread="", cream="", dough="", eggs="")[1]
    largest = max(loops, key=lambda each: len(each.automations))
    assert len(largest.automations) > 3
    told = " ".join(largest.ask)
    assert all(f"boss of {each}" in told for each in ("ales", "bread", "cream", "dough", "eggs"))
    assert "table of accounts" not in told


def test_what_is_accepted_for_itself_is_told_beside_the_loop() -> None:
    content = reports_of(ales=ALONE, bread="")[0]["ales.html"].content
    (group,) = (each for gravity in content.gravities for each in gravity.groups)
    (told,) = group.findings
    assert (group.rule, told.decision and told.decision.reason) == ("auto-follow-back", "the board wants it")
    (loop,) = content.crossings
    assert loop.decision is None
    assert "hides nothing" not in markdown(content, built_in()).lower()


def test_without_a_decision_the_loop_speaks_for_it() -> None:
    content = reports_of(ales="", bread="")[0]["ales.html"].content
    assert content.gravities == ()
    assert len(content.crossings) == 1
