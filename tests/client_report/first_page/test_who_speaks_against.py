"""Laws by where they hold: two names at most within a sentence, and “or” where only one place may count."""

import re

from tests.client_report.reports import answer, report_of

MAILING = """
accounts: {brew: {platform: mastodon, handle: "@malt", run_by: business, inbox: {read_by: Hugo}, pause: Ilse}}
lists: {regulars: {came_by: order, agreed_to: none}}
automations:
  - id: news
    account: brew
    when: {event: schedule, every: 1 day}
    purpose: promotion
    approval: human
    do: [dm: {target: regulars, text: Buy one}]
"""


def test_of_many_laws_two_are_named_and_the_places_are_told_the_same_way_everywhere() -> None:
    content = report_of(MAILING)
    said = " ".join(each.text for each in (*answer(content, "first"), *answer(content, "otherwise")))
    places = r"the law in Britain, Germany, Ireland or \d more"
    assert re.search(rf"because of {places}, if readers live there \(“[^”]+”, “[^”]+” and \d more\)", said)
    assert re.search(rf"If readers live there, {places} may be broken by No\. 1", said)
