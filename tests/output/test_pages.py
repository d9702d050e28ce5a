"""A finding leads to the page of its rule, in a way that works without a network."""

import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from sociable.findings.report import Report
from sociable.output.formats import write
from sociable.pipeline import Request, check
from sociable.text.style import Style

from tests.output.conftest import Invalid

SHAMING = """\
sociable: 1
accounts:
  council: {platform: x, handle: "@example_council", inbox: {read_by: press office}}
automations:
  - id: name-and-shame
    account: council
    when: unfollowed
    do:
      - post: "{{ event.user.handle }} has just unfollowed us."
  - id: broken
    accont: council
"""


@pytest.fixture
def found(tmp_path: Path) -> Report:
    (tmp_path / "council.yml").write_text(SHAMING)
    return check(Request((str(tmp_path),)))


def written(report: Report, form: str, **how: bool) -> str:
    out = StringIO()
    write("report", report, out, form, Style(**how))
    return out.getvalue()


def rules(report: Report) -> dict[str, Any]:
    (run,) = json.loads(written(report, "sarif"))["runs"]
    return {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}


def test_a_report_has_the_pages_of_what_it_tells(found: Report) -> None:
    assert {page.name for page in found.pages} == {"open-facts", "unfollow-shaming"}


def test_json_says_where_the_page_is(found: Report) -> None:
    pages = {each["rule"]: each["page"] for each in json.loads(written(found, "json"))["findings"]}
    assert Path(pages["unfollow-shaming"]).read_text().startswith("# Naming people who unfollow\n")
    assert pages["not-understood"] is None


def test_sarif_carries_the_prose_of_the_page(found: Report, sarif_errors: Invalid) -> None:
    rule = rules(found)["unfollow-shaming"]
    assert rule["shortDescription"]["text"] == "Naming people who unfollow"
    markdown = rule["help"]["markdown"]
    assert "## What to do instead" in markdown
    assert "## Sources" in markdown
    assert "```" not in markdown
    assert "markdown" not in rules(found)["not-understood"]["help"]
    assert sarif_errors(written(found, "sarif")) == []


def test_sarif_takes_nothing_on_a_page_for_a_placeholder(found: Report, tmp_path: Path) -> None:
    page = tmp_path / "shame.md"
    page.write_text("# Shame\n\n## What people see\n\nBraces {0} and \x1b[2J.\n\n## Sources\n\n- None.\n")
    hostile = found._replace(pages=tuple(each._replace(path=str(page)) for each in found.pages))
    assert "Braces {{0}} and \\u{{1b}}[2J." in rules(hostile)["unfollow-shaming"]["help"]["markdown"]


def test_the_command_that_is_named_finds_the_page(found: Report) -> None:
    assert "more:         sociable explain unfollow-shaming\n" in written(found, "text")
    own = found._replace(pages=tuple(each._replace(path="our rules/own/shame.md") for each in found.pages))
    assert "sociable explain unfollow-shaming --rules 'our rules'\n" in written(own, "text")
    assert "unfollow-shaming --rules 'our rules'" in rules(own)["unfollow-shaming"]["help"]["text"]


def test_only_what_takes_links_gets_them(found: Report) -> None:
    assert "\x1b" not in written(found, "text")
    assert "\x1b]8;;file://" in written(found, "text", links=True)


def test_a_link_holds_nothing_that_acts(found: Report, tmp_path: Path) -> None:
    acting = str(tmp_path / "a\x1b]0;b\x07 ü#.md")
    hostile = found._replace(pages=tuple(each._replace(path=acting) for each in found.pages))
    (address,) = {part.partition("\x1b\\")[0] for part in written(hostile, "text", links=True).split("\x1b]8;;")[1::2]}
    assert address.endswith("/a%1B%5D0%3Bb%07%20%C3%BC%23.md")


def test_links_take_no_columns(found: Report) -> None:
    linked = re.sub(r"\x1b\]8;;.*?\x1b\\", "", written(found, "text", links=True))
    assert linked == written(found, "text")
