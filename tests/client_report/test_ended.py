"""What has ended is not played, counted, given a next day or to be stopped; it is told as ended."""

from datetime import date

import pytest
from sociable.client_report.compose import compose
from sociable.client_report.content.content_of_report import Content
from sociable.pipeline import Request, examine

from tests.client_report.reports import answer, texts_of, wishes

TEXT = """sociable: 1
accounts:
  line: {platform: whatsapp, handle: "+44 1632 960450", run_by: business, inbox: {read_by: Jo}, pause: Dr Lee}
lists: {leads: {came_by: event, agreed_to: none}}
automations:
  - id: old
    title: Old offer
    account: line
    purpose: promotion
    when: {event: schedule, on: monday, at: "10:00", timezone: Europe/London}
    until: 2026-10-16
    do: [dm: {target: leads, text: "It is dental month."}]
  - id: open-day
    title: Open day
    account: line
    when: messaged
    until: 2026-10-16
    do: [dm: "We are open on 17 October."]
"""


def _on(day: date) -> Content:
    made = examine(Request((), ("a.yml", TEXT.encode()), today=day))
    return compose(made, wishes()._replace(today=day))


def test_what_has_ended_is_told_as_ended_and_neither_played_nor_counted_nor_to_be_stopped() -> None:
    content = _on(date(2026, 11, 30))
    assert not content.pauses
    assert not content.stories
    (account,) = content.accounts
    assert account.weekly == ("2 automations have ended",)
    assert [each.weekly for each in account.automations] == ["nothing any more"] * 2
    when = "every Monday at 10:00 (Europe/London time), until 16 October 2026: it has ended"
    assert account.automations[0].when == when
    assert not [each for each in texts_of(content) if "7 December" in each or "does not come" in each]
    assert "How often these run" not in "".join(texts_of(content.unseen))
    assert "Nothing has to stop or to be changed" in content.verdict[0].text
    fine = " ".join(each.text for each in answer(content, "fine"))
    assert "Ended, and does nothing any more: “Old offer” on" in fine
    assert answer(content, "first")[0].text.startswith("Nothing has to be done today")


def test_before_its_last_day_it_runs_and_has_no_next_day_after_that() -> None:
    content = _on(date(2026, 10, 13))
    assert content.pauses
    assert "every Monday at 10:00" in content.pauses[0].due
    assert "next on" not in content.pauses[0].due
    assert any("Every Monday" in each.opening for each in content.stories)
    assert "today" in _on(date(2026, 10, 12)).verdict[0].text or _on(date(2026, 10, 5)).pauses
    assert "today or else on 12 October 2026" in _on(date(2026, 10, 5)).pauses[0].due


LOOP = """sociable: 1
accounts:
  tg: {platform: telegram, handle: "@fan_news", kind: bot}
  dc: {platform: discord, handle: fan-news, kind: bot}
automations:
  - {id: goal, account: tg, until: DAY, when: {event: webhook, named: goal}, do: [post: Goal]}
  - {id: there, account: dc, when: {event: account_posted, from: [tg]}, do: [post: "{{ event.post.text }}"]}
  - {id: back, account: tg, when: {event: account_posted, from: [dc]}, do: [post: "{{ event.post.text }}"]}
"""


@pytest.mark.parametrize(("last", "runs"), [("2026-11-30", True), ("2026-11-29", False)])
def test_what_has_ended_is_not_drawn_and_starts_no_loop(last: str, runs: bool) -> None:
    day = date(2026, 11, 30)
    made = examine(Request((), ("a.yml", LOOP.replace("DAY", last).encode()), today=day))
    content = compose(made, wishes()._replace(today=day))
    assert ("goal" in [card.name for box in content.picture.boxes for card in box.cards]) is runs
    assert any("can start" in each for each in texts_of(content.accounts)) is runs
