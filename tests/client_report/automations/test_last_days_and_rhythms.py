"""When something runs: also until when, if that is still to come, and a rhythm as a rhythm."""

import pytest

from tests.client_report.reports import report_of

FILE = """\
accounts:
  quay: {{platform: mastodon, handle: "@quay@sea.example"}}
automations:
  - {{id: one, account: quay, {schedule}, do: [{{post: Hello}}]}}
"""


def when(schedule: str) -> str:
    return report_of(FILE.format(schedule=schedule)).accounts[0].automations[0].when


@pytest.mark.parametrize(
    ("schedule", "says"),
    [
        ("until: 2027-02-28, when: followed", "when somebody follows, until 28 February 2027"),
        ("until: 2026-02-28, when: followed", "when somebody follows, until 28 February 2026: it has ended"),
        ("when: {event: schedule, at: '2026-01-02 09:00'}", "on 2 January 2026 at 09:00 (it has ended)"),
        ("when: {event: schedule, at: '2027-01-02 09:00'}", "on 2 January 2027 at 09:00"),
        ("when: {event: schedule, cron: '*/20 * * * *'}", "every 20 minutes"),
        ("when: {event: schedule, cron: '*/20 * * * 1'}", "every 20 minutes, every Monday"),
        ("when: {event: schedule, cron: '*/20 9 * * *'}", "every day at 09:00, 09:20 and 09:40"),
        ("when: {event: schedule, cron: '*/10 9 * * *'}", "every day at 6 times of day"),
    ],
)
def test_the_last_day_and_the_rhythm_are_told(schedule: str, says: str) -> None:
    assert when(schedule).removesuffix(" (time zone: not said)") == says
