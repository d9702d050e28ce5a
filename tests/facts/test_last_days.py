"""The last day of an automation, and whether it has passed."""

import pytest
from sociable.facts.facts import derive
from sociable.facts.last_days import last_day
from sociable.project.load import read_text


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("when: mentioned", ""),
        ("when: mentioned, until: 2027-01-31", "2027-01-31"),
        ("when: {event: schedule, on: [2027-02-01, 2027-01-02]}", "2027-02-01"),
        ("when: {event: schedule, on: [2027-02-01, monday]}", ""),
        ('when: {event: schedule, at: "2027-02-01 09:00"}', "2027-02-01"),
        ("when: {event: schedule, on: 2027-02-01}, until: 2027-01-15", "2027-01-15"),
        ("when: {event: schedule, every: 1 day, on: 2027-02-01}", ""),
        ("when: mentioned, if: 'today < \"2027-02-01\"'", "2027-01-31"),
        ("when: mentioned, if: 'today <= \"2027-02-01\" and event.post.likes > 3'", "2027-02-01"),
        ("when: mentioned, if: '\"2027-02-01\" > today'", "2027-01-31"),
        ("when: mentioned, if: 'today is \"2027-02-01\"'", "2027-02-01"),
        ("when: mentioned, if: 'today > \"2027-02-01\"'", ""),
        ("when: mentioned, if: 'not today < \"2027-02-01\"'", ""),
        ("when: mentioned, if: 'today < \"2027-02-01\" or event.post.likes > 3'", ""),
        ("when: mentioned, if: 'event.user.joined_at < \"2027-02-01\"'", ""),
        ("when: mentioned, if: today is monday", ""),
    ],
)
def test_last_day(said: str, last: str) -> None:
    text = (
        f"sociable: 1\naccounts: {{c: {{platform: x}}}}\nautomations: [{{id: a, account: c, {said}, do: [notify: us]}}]"
    )
    setup = read_text("a.yml", text).setup
    (automation,) = derive(setup).automations
    assert last_day(automation.model) == last
    if last:
        for today, over in ((last, False), ("2027-03-01", True)):
            assert derive(setup, today).automations[0].is_over == over


def test_a_day_before_all_others_is_no_mistake_of_ours() -> None:
    text = (
        "sociable: 1\naccounts: {c: {platform: x}}\n"
        "automations: [{id: a, account: c, when: mentioned, if: 'today < \"0001-01-01\"', do: [notify: us]}]"
    )
    (automation,) = derive(read_text("a.yml", text).setup).automations
    assert automation.is_over
