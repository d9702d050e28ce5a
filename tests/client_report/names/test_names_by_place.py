"""Whoever is called as we call things is taken out where that is told as a name, and the word stays elsewhere."""

import re
from pathlib import Path

import pytest
from sociable.client_report.names.names_by_place import with_names_set_apart, without_named
from sociable.client_report.names.people_by_key import keepers
from sociable.pipeline import Request, examine
from sociable.text.wording import NAMED, as_it_was

from tests.calls import called

BEGIN, END = NAMED
FILE = """\
sociable: 1
accounts:
  shop:
    platform: discord
    handle: "@shop"
    run_by: business
    in: {allowed_by: trust}
    inbox: {read_by: "hope, customer service"}
    pause: mark
    operator: rest
    paid_by: found
  may: {platform: x, handle: "@long", client: state, operator: may, inbox: {read_by: long}, pause: state}
automations:
  - id: a
    account: shop
    when: mentioned
    paid_by: open
    do:
      - notify: {to: just, text: Look}
      - {post: Hi we hope you mark it, paid_by: will}
      - assign: customer service
  - {id: b, account: [shop, may], when: followed, do: [follow: event.user]}
"""
NAMES = {"trust", "hope", "mark", "rest", "found", "open", "just", "will"}
REQUEST = Request((), ("a.yml", FILE.encode()))


def test_it_is_a_name_unless_it_says_what_somebody_is_or_an_account_is_called_so() -> None:
    told = {*keepers(examine(REQUEST, changed=with_names_set_apart).facts.setup)}
    assert told == {*(f"{BEGIN}{name}{END}" for name in NAMES), "customer service", "may", "long", "state"}


def test_nothing_else_is_found_of_it() -> None:
    plain, apart = examine(REQUEST).report.findings, examine(REQUEST, changed=with_names_set_apart).report.findings
    assert plain
    assert [(each.fingerprint, each.severity, each.message) for each in plain] == [
        (each.fingerprint, each.severity, as_it_was(each.message)) for each in apart
    ]


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_it_is_taken_out_where_it_is_told_as_a_name(form: str, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(FILE)
    page = tmp_path / f"page.{form[:4]}"
    called("report", str(tmp_path / "a.yml"), "--redact", "--format", form, "-o", str(page))
    told = re.sub(r"<style.*?</style>|<[^>]*>", "", page.read_text(), flags=re.DOTALL)
    assert "Hi we hope you mark it" in told
    assert not {*NAMED} & {*told}
    assert not re.search(r"by hope|mark can|ask mark|rest is|by found|by open|by will|To just|by trust", told)
    assert re.search(
        r"read by ‹person \d+›, customer service; ‹person \d+› can stop it; ‹person \d+› is responsible", told
    )


@pytest.mark.parametrize(
    ("said", "left"),
    [(f"of {BEGIN}hope{END} too", "of ‹hope› too"), (f"of {BEGIN}ho…", "of ‹ho›"), (f"of ho{END}", "of ho")],
)
def test_what_is_set_apart_is_found_also_where_it_was_cut(said: str, left: str) -> None:
    assert without_named(said, "‹{}›".format) == left
