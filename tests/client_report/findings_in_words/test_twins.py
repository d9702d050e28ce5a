"""Two findings with one and the same sentence are told apart by what differs."""

import pytest

from tests.client_report.reports import report_of

WAVES = """\
accounts: {gym: {platform: whatsapp, handle: "+44 1632 960450", run_by: business}}
lists: {leads: {came_by: bought}, buyers: {came_by: bought}}
automations:
  - {id: FIRST, account: gym, purpose: promotion, when: {event: schedule, on: 2027-01-04, at: "09:00"},
     do: [dm: {target: leads, text: Join us}]}
  - {id: SECOND, account: gym, purpose: promotion, when: {event: schedule, on: 2027-01-06, at: "09:00"},
     do: [dm: {target: TO, text: Join us again and again}]}
"""


def messages(text: str) -> list[str]:
    found = [each for gravity in report_of(text).gravities for group in gravity.groups for each in group.findings]
    return [each.message for each in found if "writes in private" in each.message]


@pytest.mark.parametrize(("first", "second"), [("wave1", "wave2"), ("wave", "wave")])
def test_two_waves_of_one_mailing_are_told_apart_by_when_they_go_out(first: str, second: str) -> None:
    told = messages(WAVES.replace("FIRST", first).replace("SECOND", second).replace("TO", "leads"))
    assert len(told) > 1
    assert len(set(told)) == len(told)
    assert any("4 January 2027" in each and "6 January 2027" not in each for each in told)
    assert any("6 January 2027" in each for each in told)
    assert all(("“wave" in each) == (first != second) for each in told if "January" in each)


def test_what_says_something_else_anyhow_is_left_as_it_is() -> None:
    told = messages(WAVES.replace("FIRST", "a").replace("SECOND", "b").replace("TO", "buyers"))
    assert len(told) > 1
    assert not any("January" in each for each in told)


def test_for_whom_they_are_is_told_in_words_and_not_where_the_event_says_it() -> None:
    text = """
accounts: {gym: {platform: whatsapp, handle: "@gym", run_by: business, inbox: {read_by: Jo}, pause: Jo, paid_by: Ann}}
lists: {buyers: {came_by: form, agreed_to: promotion}}
automations:
  - {id: react, account: gym, when: commented, do: [reply: {target: event.post, text: Join}]}
  - {id: wave, account: gym, when: {event: schedule, on: monday}, do: [dm: {target: buyers, text: Join us}]}
"""
    found = [each for gravity in report_of(text).gravities for group in gravity.groups for each in group.findings]
    told = [each.message.rpartition(" (")[2] for each in found if "is paid by Ann" in each.message]
    assert told == [
        "“react”, when somebody comments on the account's post)",
        "“wave”, on Monday, for the people on the list “buyers”)",
    ]
