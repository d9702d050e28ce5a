"""What stands in a calendar is published at its dates: nobody starts it by hand, and nobody says yes to it then."""

from pathlib import Path

import pytest
from sociable.client_report.compose import compose
from sociable.client_report.content.content_of_report import Content
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine

from tests.client_report.reports import report_of, wishes

CALENDAR = """Text,Date,Network
"The lake is open again",2027-05-01 08:00,Mastodon
"Swimming for seniors",2027-05-03 08:00,Mastodon
"""


@pytest.fixture
def of_calendar(tmp_path: Path) -> Content:
    (tmp_path / "plan.csv").write_text(CALENDAR)
    return compose(examine(Request((str(tmp_path / "plan.csv"),))), wishes())


def test_posts_of_a_calendar_go_out_at_their_dates(of_calendar: Content) -> None:
    (story,) = of_calendar.stories
    assert story.opening == "What a calendar holds for the Mastodon account, each post at its own date."
    assert [line.time for line in story.lines] == ["At its date", "At its date"]
    (row,) = of_calendar.accounts
    assert "1 calendar, each post at the date that stands beside it" in str(row)


def test_nobody_is_said_to_start_or_to_approve_what_a_calendar_publishes(of_calendar: Content) -> None:
    told = "".join(markdown(of_calendar, built_in()))
    assert "calendar" in told
    assert "by hand" not in told
    assert "says yes" not in told
    assert "@stranger posts" not in told


def test_what_is_started_by_hand_has_its_yes_all_the_same() -> None:
    text = "accounts: {zoo: {platform: x}}\nautomations: [{id: a, account: zoo, when: manual, do: [post: Hi]}]"
    assert "says yes" in "".join(markdown(report_of(text), built_in()))
