"""What is told as fine: no change that has to be agreed on is among it."""

from tests.client_report.reports import answer, report_of

POST = """
accounts:
  news: {platform: mastodon, handle: "@news", run_by: business, inbox: {read_by: Jo}, pause: Jo, paid_by: Ann}
automations:
  - {id: sale, account: news, approval: human, purpose: promotion, when: {event: schedule}, do: [post: Sale]}
"""


def test_what_is_to_be_agreed_on_is_not_told_as_fine() -> None:
    content = report_of(POST)
    told = [each.text for each in answer(content, "fine")]
    assert "This may go on until you have agreed on a change to it: “sale” (No. 1)." in told
    assert not any("Fine, but" in each for each in told)
    (merit,) = (each for account in content.merits for each in account.automations)
    assert merit.reasons[0] == "may go on until a change is agreed on: No. 1"
