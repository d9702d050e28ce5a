"""What has its day within a few days stands in the headline; what was switched off comes last and is never running."""

import json
from datetime import date

from sociable.client_report.compose import compose
from sociable.client_report.content.content_of_report import Content
from sociable.client_report.pages.html_page import html
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine

from tests.client_report.reports import answer, report_of, wishes

OFFER = """
accounts:
  line: {platform: whatsapp, handle: "+44 1632 960450", run_by: business, inbox: {read_by: Jo}, pause: Dr Lee}
  page: {platform: facebook, handle: "Hill", kind: page, run_by: business, inbox: {read_by: Jo}}
automations:
  - id: offers
    title: Dental month
    account: line
    purpose: promotion
    when: {event: schedule, DAY, timezone: Europe/London}
    do:
      - fetch: {owner: rows("all owners")}
      - dm: {target: owner.phone, text: "It is dental month: 20 % off."}
  - {id: chat, title: Night chat, account: page, when: messaged, do: [generate: {a: "Answer"}, dm: "{{ a }}"]}
"""


def _on(day: date, when: str) -> Content:
    text = "sociable: 1\n" + OFFER.replace("DAY", when)
    return compose(examine(Request((), ("a.yml", text.encode()))), wishes()._replace(today=day))


def test_what_runs_tomorrow_is_in_the_headline_with_its_name_and_its_hour_and_whom_to_ask_in_the_first_step() -> None:
    content = _on(date(2026, 11, 30), 'on: day 1, at: "10:00"')
    assert "tomorrow, 1 December 2026 at 10:00" in content.verdict[0].text
    assert "“Dental month” on" in content.verdict[0].text
    first = answer(content, "first")[0].text
    assert first.startswith("By tomorrow, 1 December 2026 at 10:00")
    assert "switch “Dental month” on +44 1632 960450 off" in first
    assert "Dr Lee can stop it." in first
    assert "today" not in content.verdict[0].text


def test_a_date_within_a_few_days_is_near_and_one_after_that_is_told_by_its_name_all_the_same() -> None:
    near = _on(date(2026, 11, 30), 'at: "2026-12-05 10:00"')
    assert "Before 5 December 2026 at 10:00" in near.verdict[0].text
    later = _on(date(2026, 11, 20), 'at: "2026-12-05 10:00"')
    assert "5 December" not in later.verdict[0].text
    assert later.to_agree_on[0].in_time
    assert not later.to_agree_on[0].near
    assert later.to_agree_on[0].names.text == "“Dental month” on +44 1632 960450"


def test_what_ran_for_the_last_time_is_near_no_day() -> None:
    assert not any(each.near for each in _on(date(2026, 12, 6), 'at: "2026-12-05 10:00"').to_agree_on)


def test_what_waits_for_a_yes_has_its_day_all_the_same_and_it_is_before_the_yes() -> None:
    waiting = OFFER.replace("    do:\n      - fetch", "    approval: human\n    do:\n      - fetch", 1)
    text = "sociable: 1\n" + waiting.replace("DAY", 'at: "2026-12-01 08:00"')
    content = compose(examine(Request((), ("a.yml", text.encode()))), wishes()._replace(today=date(2026, 11, 30)))
    assert "tomorrow, 1 December 2026 at 08:00" in content.verdict[0].text
    first = answer(content, "first")[0].text
    assert "and before anybody says yes to “Dental month” on" in first


UNASKED = OFFER.replace('rows("all owners")', 'rows("owners")').replace(
    "automations:", "lists:\n  owners: {came_by: event, agreed_to: none}\nautomations:"
)


def test_now_is_said_of_nothing_that_by_its_file_happens_on_a_later_day() -> None:
    text = "sociable: 1\n" + UNASKED.replace("DAY", 'at: "2027-01-04 18:00"')
    content = compose(examine(Request((), ("a.yml", text.encode()))), wishes()._replace(today=date(2026, 11, 30)))
    assert [each.name.text for each in content.pauses] == ["“Dental month” on +44 1632 960450"]
    assert content.verdict[0].text.startswith(
        "Before 4 January 2027 at 18:00 (Europe/London time), 1 thing has to stop: “"
    )
    assert " now" not in content.verdict[0].text
    assert not [each.words for each in content.numbers if " now" in each.words]


MIXED = """
accounts:
  line: {platform: whatsapp, handle: "+351 281", run_by: business, inbox: {read_by: Jo}, pause: Jo}
  mail: {platform: email, handle: hello@casa.example, run_by: business, based_in: PT, audience: {countries: [EU]}}
lists:
  guests: {came_by: order, agreed_to: none}
automations:
  - id: offer
    account: line
    purpose: promotion
    when: {event: schedule, every: day}
    do: [dm: {target: guests, text: Come back}]
  - id: mailing
    account: mail
    when: {event: schedule, at: "2026-12-04 09:00"}
    do: [email: {target: guests, subject: Hello, text: Merry Christmas from all of us}]
  - {id: chat, account: line, when: messaged, do: [generate: {a: "Answer"}, dm: "{{ a }}"]}
"""


def test_what_has_to_stop_and_is_no_error_stands_in_one_list_everywhere_and_with_its_day_at_the_top() -> None:
    content = compose(
        examine(Request((), ("a.yml", ("sociable: 1\n" + MIXED).encode()))),
        wishes()._replace(today=date(2026, 11, 30)),
    )
    (stops,) = [each for each in content.gravities if each.stops]
    assert [each.severity for each in content.gravities][:2] == ["error", "warning"]
    assert stops.severity == "warning"
    tiles = {each.words: each.amount for each in content.numbers}
    assert tiles["to switch off until you have agreed"] == stops.amount == 1
    assert tiles["to agree on a change"] == sum(
        each.amount for each in content.gravities if each.severity == "warning" and not each.stops
    )
    assert "Before 4 December 2026 at 09:00" in " ".join(each.text for each in content.verdict[:2])
    page = html(content, built_in())
    assert page.index('id="pressing"') < page.index('<section id="warning"')
    assert "#pressing" in page


DRAW = """
accounts:
  insta: {platform: instagram, handle: "@gym", kind: page, run_by: business, inbox: {read_by: Dev}, pause: Dev}
automations:
  - id: year
    title: Win a year
    account: insta
    purpose: giveaway
    when: {event: schedule, at: "2027-01-04 18:00", timezone: Europe/London}
    entry: [comment, tag]
    do:
      - draw: {winner: commenters_of("@gym")}
        limit: 1
        approval: human
      - post: We have a winner.
"""


def test_what_waits_for_a_yes_is_to_be_changed_before_that_and_not_switched_off() -> None:
    content = compose(
        examine(Request((), ("a.yml", ("sociable: 1\n" + DRAW).encode()))), wishes()._replace(today=date(2026, 11, 30))
    )
    first = answer(content, "first")[0].text
    assert first.startswith("Change “Win a year” on @gym before anybody says yes to it: @gym gives something away")
    assert "It runs on 4 January 2027 at 18:00" in first
    assert "Switch off" not in first


POSTER = {
    "name": "Car of the week",
    "active": False,
    "nodes": [
        {
            "name": "Weekly",
            "type": "n8n-nodes-base.scheduleTrigger",
            "typeVersion": 1.2,
            "position": [0, 0],
            "parameters": {"rule": {"interval": [{"field": "weeks", "triggerAtDay": [3], "triggerAtHour": 12}]}},
        },
        {
            "name": "AI",
            "type": "@n8n/n8n-nodes-langchain.openAi",
            "typeVersion": 1.4,
            "position": [200, 0],
            "parameters": {"resource": "text", "messages": {"values": [{"content": "Praise a car"}]}},
        },
        {
            "name": "Post",
            "type": "n8n-nodes-base.facebookGraphApi",
            "typeVersion": 1,
            "position": [400, 0],
            "parameters": {
                "httpRequestMethod": "POST",
                "node": "me",
                "edge": "feed",
                "options": {
                    "queryParameters": {"parameter": [{"name": "message", "value": "={{ $json.message.content }}"}]}
                },
            },
        },
    ],
    "connections": {
        "Weekly": {"main": [[{"node": "AI", "type": "main", "index": 0}]]},
        "AI": {"main": [[{"node": "Post", "type": "main", "index": 0}]]},
    },
}


def _export(active: bool) -> Content:
    return report_of(json.dumps({**POSTER, "active": active}))


def test_what_was_switched_off_is_to_be_changed_before_it_is_switched_on_again_and_never_told_as_running() -> None:
    content = _export(active=False)
    assert [each.is_off for each in content.to_agree_on] == [True] * len(content.to_agree_on)
    assert content.to_agree_on
    assert "Nothing has to stop or to be changed." in content.verdict[0].text
    assert "before it runs again" in content.verdict[1].text
    assert answer(content, "first")[0].text.startswith("Before it runs again, agree")
    otherwise = " ".join(each.text for each in answer(content, "otherwise"))
    assert "people see" not in otherwise
    assert "nothing comes as long as it stays off: “Car of the week”" in otherwise
    assert "Switched off, as the files say, and sends nothing as long as it stays off: “Car of" in " ".join(
        each.text for each in answer(content, "fine")
    )
    (account,) = [each for each in content.accounts if each.automations]
    assert account.weekly == ("1 automation was switched off when its file was written",)
    assert all("switched off when its file was written" in each.when for each in account.automations)
    assert all(each.opening.startswith("If it is switched on again") for each in content.stories)
    assert {each.severity: each.amount for each in content.numbers if each.severity}["warning"] == 0


def test_the_same_that_is_on_is_told_as_running() -> None:
    content = _export(active=True)
    assert not any(each.is_off for each in content.to_agree_on)
    assert "people see" in " ".join(each.text for each in answer(content, "otherwise"))
