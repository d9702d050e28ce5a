"""One cure everywhere, for all of it, and nothing asked for that ends with it; what was found keeps its own words."""

import json

from sociable.client_report.compose import compose
from sociable.client_report.pages.html_page import html
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine

from tests.client_report.reports import ROOT, answer, report_of, wishes

CAMPAIGN = """
accounts:
  mayor: {platform: x, handle: "@mayor", run_by: official, inbox: {read_by: the press team}, pause: the manager}
  helper: {platform: x, handle: "@neighbours", inbox: unread}
automations:
  - id: praise
    title: Neighbours repost
    account: helper
    when: {event: account_posted, from: mayor}
    do: [like: event.post, repost: event.post]
"""

COPIES = """
accounts:
  mast: {platform: mastodon, handle: "@o@m.example", inbox: {read_by: Claire}, pause: Claire}
  channel: {platform: telegram, handle: "@o_news", inbox: unread}
automations:
  - id: out
    title: Out
    account: channel
    when: {event: account_posted, from: mast}
    do: [post: "{{ event.post.text }}"]
  - id: back
    title: Back
    account: mast
    when: {event: account_posted, from: channel}
    do: [post: "{{ event.post.text }}"]
"""

SCHOOL = """
accounts:
  texts: {platform: sms, handle: "+43 5512 00123", run_by: business, inbox: unread}
  insta: {platform: instagram, handle: "@school", inbox: {read_by: Resi}, pause: Resi}
automations:
  - id: offer
    title: Come back
    account: texts
    purpose: promotion
    when: {event: schedule, every: 1 month}
    do:
      - fetch: {guest: rows("guests")}
      - dm: {target: guest.phone, text: "Book by Sunday: 15 % off. STOPP beendet diese Nachrichten."}
  - id: prices
    title: Price list
    account: insta
    when: commented
    during: "20:00-07:00"
    if: event.post.text contains "PRICES"
    do: [dm: "Here is our list."]
  - id: snow
    title: Snow report
    account: insta
    when: {event: feed_item, feed: "https://school:p0wder-2025-kids@snow.example/report.xml"}
    do: [post: "{{ event.item.title }}"]
"""


def test_what_is_found_about_an_account_is_not_asked_for_once_it_ends_with_the_stop() -> None:
    content = report_of(CAMPAIGN)
    silent = [each for each in content.to_agree_on if each.message == "Speaking without listening"]
    assert [each.ended for each in silent] == [True]
    first = " ".join(each.text for each in answer(content, "first"))
    assert "agree what to change" not in first


def test_the_cure_for_arranged_likes_holds_for_the_reposts_too_and_begins_with_the_stop() -> None:
    (found,) = [
        group for gravity in report_of(CAMPAIGN).gravities for group in gravity.groups if gravity.severity == "error"
    ]
    (advice,) = [each for each in (*found.passages, *found.findings[0].passages) if each.label == "do"]
    assert advice.sentences[0].startswith("Switch “Neighbours repost” on @neighbours off.")
    assert "the reposts out of" in advice.sentences[1]


def test_of_two_that_copy_each_other_the_one_that_somebody_can_stop_is_named_on_the_card_as_on_the_first_page() -> None:
    content = report_of(COPIES)
    better = "Either ends it; the better one to switch off is “Back” on @o@m.example: Claire can stop it"
    assert better in answer(content, "first")[0].text
    (group,) = [group for gravity in content.gravities for group in gravity.groups if group.rule == "crosspost-loop"]
    told = {each.label: each.sentences for each in (*group.passages, *group.findings[0].passages)}
    assert len(told["do"]) == 1
    assert better in told["do"][0]
    assert "Least change: " not in str(told)
    assert "in the files" not in told


def test_what_was_folded_into_something_graver_keeps_its_own_words_and_its_advice() -> None:
    passages = [
        each
        for gravity in report_of(SCHOOL).gravities
        for group in gravity.groups
        for each in (*group.passages, *(passage for found in group.findings for passage in found.passages))
    ]
    (also,) = [each.sentences[0] for each in passages if each.label == "also"]
    assert "tells people that “STOPP” ends it, and nothing in the file carries that out" in also
    assert "Send the word yourself" in also


def test_what_was_folded_brings_who_says_so_and_is_counted_among_the_laws() -> None:
    german = SCHOOL.replace("run_by: business,", "run_by: business, audience: {countries: [DE]},")
    content = report_of(german)
    (group,) = [group for gravity in content.gravities for group in gravity.groups if group.rule == "bulk-dm"]
    assert any("Article 21" in each.title for each in group.sources)
    assert content.otherwise is not None
    assert "Regulation (EU) 2016/679 (GDPR)" in [each.name for each in content.otherwise.law]


def test_the_least_change_says_what_only_switching_off_is_known_to_end() -> None:
    season = """  - id: season
    account: mast
    when: {event: schedule, every: monday, at: "09:00"}
    approval: human
    do: [fetch: {concert: rows("season")}, post: "{{ concert.text }}"]
"""
    content = report_of(f"{COPIES}{season}")
    (again,) = [each for each in content.to_agree_on if each.message == "The same thing again on one account"]
    told = " ".join(
        sentence
        for gravity in content.gravities
        for group in gravity.groups
        if group.rule == "crosspost-loop"
        for each in (*group.passages, *group.findings[0].passages)
        for sentence in each.sentences
    )
    assert again.ended
    number = again.numbers[0]
    assert f"Switching off ends No. {number} as well; this change may not." in told
    assert f'Switching off ends <a href="#f{number}">No. {number}</a> as well' in html(content, built_in())
    assert "as well; this change may not" not in str(report_of(COPIES))
    agency = compose(
        examine(Request((str(ROOT / "examples" / "agency"),))), wishes()
    )  # what ends with a stop, and loops
    assert "as well; this change may not" not in str(agency)


def test_a_password_is_for_whoever_has_its_login_and_not_for_whoever_can_stop_the_account() -> None:
    content = report_of(SCHOOL)
    who = answer(content, "who")[-1].text
    assert "whoever set this up, or has the login of the service where it was made" in who
    assert "Resi" not in who
    assert "to be seen to today: a password in a web address (of “school” for snow.example)" in content.verdict[0].text


def test_a_password_in_a_note_is_told_as_one_that_no_automation_uses() -> None:
    note = "# old: https://nights:d0gs-4nd-c4ts-77@messages.example/send\n"
    (found,) = report_of(note + CAMPAIGN.split("automations:")[0] + "automations: []\n").at_once
    assert found.stands.text.endswith("in a note that none of the automations here uses")


def test_hours_and_conditions_stand_where_it_is_said_what_starts_it() -> None:
    content = report_of(SCHOOL)
    (prices,) = [each for account in content.accounts for each in account.automations if each.name == "Price list"]
    assert prices.when.endswith('every day from 20:00 to 07:00, only if the text of the comment contains "PRICES"')


def test_who_is_named_for_another_account_of_the_file_is_asked_first_where_nobody_else_is() -> None:
    said = " ".join(each.text for each in answer(report_of(CAMPAIGN), "who"))
    assert said.startswith(
        "On @mayor: ask the manager, who can stop all that runs on the account; what people write there is read by the "
        "press team. On @neighbours: no file names anybody for it: start with"
    )
    assert said.endswith("; nobody reads what people write there.")
    assert "the manager, who is named for @mayor" in said


def test_a_file_that_was_read_only_in_part_comes_first_among_what_could_not_be_seen() -> None:
    nodes = [
        {"name": "Due", "type": "n8n-nodes-oddly.unheardOf", "typeVersion": 1, "position": [0, 0], "parameters": {}},
        {
            "name": "Send",
            "type": "n8n-nodes-base.whatsApp",
            "typeVersion": 1,
            "position": [200, 0],
            "parameters": {"operation": "send", "recipientPhoneNumber": "+49", "textBody": "Your service is due."},
        },
    ]
    flow = {
        "name": "Service",
        "nodes": nodes,
        "connections": {"Due": {"main": [[{"node": "Send", "type": "main", "index": 0}]]}},
    }
    content = compose(examine(Request((), ("service.json", json.dumps(flow).encode()))), wishes())
    assert answer(content, "unseen")[0].text.startswith("service.json could be read only in part: 1 of its 2 parts")
    assert "“Due”" in answer(content, "unseen")[0].text


OFFERS = """
accounts:
  showroom: {platform: whatsapp, handle: "+49 30 5550123", inbox: {read_by: Ann}, pause: Herr Brandt}
automations:
  - {id: hello, account: showroom, when: messaged, once_per: user, do: [notify: Ann]}
  - id: offers
    account: showroom
    when: {event: schedule, every: saturday, at: "09:00"}
    do: [fetch: {each: rows("enquiries")}, dm: {target: each.phone, text: "This weekend 1,000 euros off."}]
"""


def test_the_words_of_a_message_in_question_are_no_merit_of_it() -> None:
    content = report_of(OFFERS)
    told = " ".join(reason for each in content.merits for merit in each.automations for reason in merit.reasons)
    assert "no-opt-out" in {group.rule for gravity in content.gravities for group in gravity.groups}
    assert "its words are always the same" not in told


def test_a_merit_of_what_has_a_remark_leads_to_the_remark() -> None:
    content = report_of(SCHOOL)
    (prices,) = [merit for each in content.merits for merit in each.automations if merit.name.startswith("Price list")]
    assert prices.reasons[0].startswith("fine but for No. ")
    assert prices.links[-1].name in prices.reasons[0]
