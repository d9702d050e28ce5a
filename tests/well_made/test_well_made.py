"""Setups made with care give no warning, and at most one piece of information, on every platform."""

from pathlib import Path

import pytest
from sociable.findings.report import Report
from sociable.pipeline import Request, check
from sociable.project.load import load
from sociable.vocabulary.platforms import PLATFORMS

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.yml"))

PLAIN = {
    "a blog passed on": """
sociable: 1
accounts:
  blog: {platform: bluesky}
automations:
  - id: passed-on
    account: blog
    when: {event: feed_item, feed: "https://blog.example/feed.xml"}
    do:
      - post: "{{ event.item.title }} {{ event.item.url }}"
""",
    "opening hours on request": """
sociable: 1
accounts:
  shop: {platform: x}
automations:
  - id: hours
    account: shop
    when: {event: mentioned, contains: [open]}
    do:
      - reply: "We are open from nine to five."
""",
    "a council that says good morning": """
sociable: 1
accounts:
  council: {platform: mastodon, run_by: public-body}
automations:
  - id: morning
    account: council
    when: {event: schedule, every: day, at: "09:00"}
    do:
      - post: "Good morning! Today is a good day for a walk."
""",
}


def assert_quiet(report: Report) -> None:
    assert [(each.rule, each.severity, each.message) for each in report.findings if each.severity != "info"] == []
    assert len(report.findings) <= 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_found(path: Path) -> None:
    report = check(Request((str(path),)))
    assert report.automations
    assert_quiet(report)


def public_bodies() -> list[Path]:
    return [path for path in FILES if {each.run_by for each in load([str(path)]).setup.accounts} == {"public-body"}]


@pytest.mark.parametrize("path", public_bodies(), ids=lambda path: path.stem)
def test_nothing_is_found_where_more_is_asked_of_a_public_body(path: Path) -> None:
    assert_quiet(check(Request((str(path),), profile="public-body")))


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_what_a_plain_file_leaves_out_is_told_softly_and_briefly(text: str, tmp_path: Path) -> None:
    path = tmp_path / "plain.yml"
    path.write_text(text, encoding="utf-8")
    found = [each.severity for each in check(Request((str(path),))).findings]
    assert 0 < len(found) <= 3
    assert set(found) == {"info"}


def test_every_platform_is_there() -> None:
    setup = load([str(FOLDER)]).setup
    assert {account.platform for account in setup.accounts} >= PLATFORMS.keys() - {"other"}
