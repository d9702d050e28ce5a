"""When something happens next, told of one and of several: no deadline of one is lost behind the pace of another."""

from datetime import date

import pytest
from sociable.client_report.automations.schedule_words import schedule_words
from sociable.client_report.automations.urgency import soonest
from sociable.client_report.compose import compose
from sociable.client_report.content.content_of_report import Content
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine

from tests.client_report.reports import answer, facts_of, wishes

TODAY = date(2026, 11, 30)
PAID = """sociable: 1
accounts:
  brew: {platform: mastodon, handle: "@malt", run_by: business, inbox: {read_by: Hugo}, pause: Ilse, paid_by: Jo}
automations:
  - {id: hello, account: brew, when: {event: account_posted, from: ["@x@y.example"]}, do: [comment: "Buy one"]}
  - {id: sale, account: brew, purpose: promotion, when: {event: schedule, at: "2027-01-05 09:00"}, do: [post: "Half"]}
"""


def _of(text: str) -> Content:
    return compose(examine(Request((), ("a.yml", text.encode()), today=TODAY)), wishes()._replace(today=TODAY))


def test_what_has_a_day_is_a_step_of_its_own_beside_what_goes_on_day_and_night() -> None:
    steps = [each for each in _of(PAID).to_agree_on if "is paid by" in each.says]
    assert [(each.names.text, each.in_time) for each in steps] == [
        ("“sale” on @malt", True),
        ("“hello” on @malt", False),
    ]
    assert "5 January 2027 at 09:00" in steps[0].due
    assert "day and night" in steps[1].due


def test_of_several_the_one_is_named_that_comes_first_or_it_is_said_of_each() -> None:
    hello, sale = facts_of(PAID).automations
    both = soonest([hello, sale], TODAY, built_in())
    assert both is not None
    assert both.happens.startswith("“hello” on @malt comes first: while it is switched on, it goes on day and night")
    (_, again) = facts_of(PAID.replace("id: sale", "id: again")).automations
    alike = soonest([sale, again], TODAY, built_in())
    assert alike is not None
    assert alike.happens.endswith("on 5 January 2027 at 09:00 (time zone: not said) (so does each of them)")
    alone = soonest([sale], TODAY, built_in())
    assert alone is not None
    assert "first" not in alone.happens


@pytest.mark.parametrize(
    ("when", "by"),
    [
        (
            'at: "2026-11-30 06:00"',
            "By today, 30 November 2026 at 06:00 (UTC time), if that is still to come, “",
        ),
        ('on: day 30, at: "06:00"', "still to come, or else by 30 December 2026 at 06:00 (UTC time), "),
        ('at: "2026-12-01 06:00"', "By tomorrow, 1 December 2026 at 06:00 (UTC time), "),
    ],
)
def test_of_today_nobody_knows_whether_its_hour_is_over(when: str, by: str) -> None:
    written = PAID.replace('at: "2027-01-05 09:00"', f"{when}, timezone: UTC")
    assert by in _of(written).verdict[0].text


def test_several_that_have_their_day_are_told_as_several() -> None:
    two = PAID.replace("account: brew, purpose", "account: [brew, tap], purpose").replace("2027-01-05", "2026-12-01")
    tap = '  tap: {platform: mastodon, handle: "@tap", run_by: business, pause: Ilse, paid_by: Jo}\nautomations:'
    content = _of(two.replace("automations:", tap))
    assert "have to be switched off, or changed" in content.verdict[0].text
    assert "agree until then what to change in each of them" in answer(content, "first")[0].text


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ('every: 1 week, at: "08:00"', "every week at 08:00, on a day that its file does not say"),
        ('every: 2 weeks, on: monday, at: "08:00"', "every 2 weeks on Monday at 08:00"),
        ('every: 1 hour, at: "08:00"', ""),
        ('every: 1 week, on: 2027-01-05, at: "08:00"', ""),
    ],
)
def test_a_time_of_day_beside_a_rhythm_of_days(said: str, words: str) -> None:
    (_, sale) = facts_of(PAID.replace('at: "2027-01-05 09:00"', said)).automations
    assert schedule_words(sale, built_in()) == words
