"""Of what deceives people a report says that it is to stop, where it is still out there, and no word in its favour."""

import re

import pytest
from sociable.client_report.content.content_of_report import Content
from sociable.client_report.pages.html_page import html
from sociable.client_report.wording.frame import built_in

from tests.client_report.parsed import Parsed
from tests.client_report.reports import answer, report_of

INVENTED = """\
accounts:
  lena: {platform: telegram, handle: "@lena", kind: persona, run_by: business, inbox: {read_by: the studio}}
  vera: {platform: facebook, handle: Vera Winter, kind: persona, run_by: business, audience: {countries: [AT]}}
automations:
  - {id: chat, account: lena, when: messaged, do: [generate: {a: "{{ event.message.text }}"}, dm: "{{ a }}"]}
  - {id: praise, account: lena, when: {event: schedule, every: day}, do: [post: I met my love with HeartApp]}
  - id: invites
    account: vera
    when: commented
    admits: [hides_machine]
    do: [generate: {a: "{{ event.post.text }}"}, reply: "{{ a }}"]
"""


def advice(content: Content) -> list[str]:
    """What to do, of every finding."""
    told = [
        passage
        for gravity in content.gravities
        for group in gravity.groups
        for passage in (*group.passages, *(each for found in group.findings for each in found.passages))
    ]
    return [" ".join(each.sentences) for each in told if each.label == "do"]


def test_a_person_who_reads_first_is_no_way_back_for_somebody_who_does_not_exist() -> None:
    content = report_of(INVENTED)
    told = advice(content)
    assert any("they are made to pass for a person, and there is none" in each for each in told)
    assert any(
        "somebody who does not exist. That a person reads them first would not change it" in each for each in told
    )
    assert not [each for each in told if "Let a person read it first" in each]
    assert "draft" not in html(content, built_in())
    pauses = [note.text for pause in content.pauses for note in pause.notes]
    assert pauses
    assert not [each for each in pauses if "until that is changed" in each or "bring it back" in each]


def test_the_first_page_says_where_a_deceit_was_heard_and_what_of_it_stays() -> None:
    first = " ".join(each.text for each in answer(report_of(INVENTED), "first"))
    assert "What has been published (Facebook) stays out there until somebody deletes it." in first
    untrue = "accounts: {shop: {platform: mastodon, handle: '@shop', run_by: business}}\nautomations:\n"
    untrue += "  - {id: last, account: shop, when: {event: schedule, on: monday}, KEYS do: [post: The last two]}\n"
    content = report_of(untrue.replace("KEYS", "admits: [untrue],"))
    assert content.pauses == ()
    assert answer(content, "first")[0].text.endswith(
        "What has been published (Mastodon) stays out there until somebody deletes it."
    )
    calm = report_of(untrue.replace("KEYS", ""))
    assert "stays out there" not in " ".join(each.text for each in answer(calm, "first"))


def test_what_somebody_says_who_does_not_exist_is_not_told_as_fine_without_saying_so() -> None:
    content = report_of(INVENTED)
    fine = answer(content, "fine")[0]
    assert "“praise” (but it speaks in the name of somebody who does not exist" in fine.text
    open_about_it = report_of(INVENTED.replace("do: [post: I met my", "do: [post: I am an AI. I met my"))
    assert "who does not exist" not in answer(open_about_it, "fine")[0].text


THEATRE = """\
accounts:
  texts: {platform: sms, handle: "+44 1632 960123", run_by: institution, INBOX}
automations:
  - id: doors
    account: texts
    purpose: reminder
    agreed_to: reminder
    stop_on: [stop]
    when: {event: schedule, every: day, at: "14:00"}
    do: [dm: {target: opted_in, text: "TEXT"}]
"""


def theatre(inbox: str, text: str) -> str:
    """The theatre, which writes such a text, and says so of who reads what comes back."""
    return THEATRE.replace("INBOX", inbox).replace("TEXT", text)


@pytest.mark.parametrize(
    ("inbox", "text", "doubt"),
    [
        ("pause: Jo", "Do you still come? Reply yes or no.", "no file says who reads what they write"),
        ("inbox: {read_by: box office}", "Do you still come? Answer YES or NO.", ""),
        ("inbox: unread", "The doors open at seven. Reply with STOP to get no more.", ""),
        ("inbox: unread", "The doors open at seven.", ""),
    ],
)
def test_who_asks_people_to_answer_and_has_nobody_there_is_not_praised_without_saying_so(
    inbox: str, text: str, doubt: str
) -> None:
    content = report_of(theatre(inbox, text))
    reasons = [reason for account in content.merits for each in account.automations for reason in each.reasons]
    asked = [each for each in reasons if each.startswith("but it asks people to answer")]
    assert bool(asked) is bool(doubt)
    assert all(doubt in each for each in asked)
    taken = report_of(
        theatre(inbox, text) + "  - {id: yes, account: texts, when: messaged, do: [assign: box office]}\n"
    )
    assert not [r for account in taken.merits for each in account.automations for r in each.reasons if "asks peop" in r]


@pytest.mark.parametrize(
    ("inbox", "text", "words"),
    [
        ("inbox: unread", "Do you still come? Answer YES or NO.", "Answer YES"),
        ("inbox: unread", "Your table is kept. Reply C to cancel.", "Reply C"),
        ("inbox: {read_by: Jo, reply_within: 6 weeks}", "Antworten Sie mit JA.", "Antworten Sie"),
    ],
)
def test_who_asks_people_to_answer_where_nobody_reads_it_is_told_of_on_the_first_page(
    inbox: str, text: str, words: str
) -> None:
    content = report_of(theatre(inbox, text))
    told = [found for each in content.gravities for group in each.groups for found in group.findings]
    assert any(f"asks people to answer (“{words}”), and by the file" in each.message for each in told)
    first = " ".join(each.text for each in answer(content, "first"))
    assert re.search(
        f"(?:agree|And) on (?:a change|one) to “[^”]+” on [^:]+: [^:]+ asks people to answer \\(“{words}”", first
    )
    assert "doors" not in answer(content, "fine")[0].text


@pytest.mark.parametrize(("inbox", "unheard"), [("unread", True), ("{read_by: box office}", False)])
def test_what_people_write_and_nobody_takes_is_not_told_as_fine_without_saying_so(inbox: str, unheard: bool) -> None:
    content = report_of(
        f"accounts: {{texts: {{platform: sms, handle: '+44 1', run_by: institution, inbox: {inbox}}}}}\nautomations:\n"
        "  - {id: yes, account: texts, when: {event: messaged, contains: [yes]}, do: [notify: One more]}\n"
    )
    told = " ".join(each.text for each in answer(content, "fine"))
    assert ("but people write to it, and by the file, nobody reads" in told) is unheard


TWO_BY_TWO = """\
accounts:
  shop: {platform: bluesky, handle: "@shop", inbox: {read_by: Jo}}
  chat: {platform: instagram, handle: "@chat", inbox: {read_by: Jo}}
automations:
  - {id: hello, account: shop, when: followed, do: [dm: Hello]}
  - {id: chats, account: chat, when: commented, do: [generate: {a: "{{ event.post.text }}"}, reply: "{{ a }}"]}
"""


def test_of_several_findings_it_is_said_against_which_a_law_speaks() -> None:
    content = report_of(TWO_BY_TWO)
    spared = answer(content, "first")[-1]
    soon = " ".join(each.text for each in answer(content, "first"))
    number = {group.rule: group.findings[0].number for each in content.gravities for group in each.groups}
    assert (
        "agree soon, because of the law in the European Union, if readers live there "
        "(“Regulation (EU) 2024/1689 (AI Act)”), on a change to “chats” on @chat: "
        "@chat lets an AI write to the person who commented, and the file does not "
        f"show whether they are told (No. {number['undisclosed-ai']}). Say so in the text itself, such as"
    ) in soon
    assert f"“AI answers that nobody reads first”, No. {number['unreviewed-ai-reply']}" in spared.text
    (of_vera,) = (each for each in report_of(INVENTED).pauses if "Vera" in each.name.text)
    assert len([n for each in of_vera.because for n in each.numbers]) == 2
    (said,) = (each for each in of_vera.notes if "may break" in each.text)
    assert re.search(r"the law in the European Union \(“[^”]+\(AI Act\)”\) \(No\. \d\)\.?$", said.text)
    assert [each.name for each in said.links] == re.findall(r"No\. \d", said.text)


@pytest.mark.parametrize("text", [INVENTED, TWO_BY_TWO])
def test_each_number_of_a_finding_leads_there(text: str) -> None:
    page = html(report_of(text), built_in())
    unlinked = re.sub(r"<a [^>]*>.*?</a>|<title>.*?</title>|<h5.*?</h5>|<pre.*?</pre>", "", page, flags=re.DOTALL)
    assert re.findall(r"No\. \d+", Parsed(unlinked).text) == []


def test_where_one_cure_ends_the_others_cause_it_is_told_first_and_alone_on_the_first_page() -> None:
    content = report_of(
        INVENTED.replace("automations:\n", "  fine: {platform: bluesky, handle: '@fine'}\nautomations:\n")
        + "  - {id: fine, account: fine, when: mentioned, do: [notify: Jo]}\n"
    )
    first = [each.text for each in answer(content, "first")]
    ended = next(each for each in first if each.startswith("What switching off ends as well: "))
    told = {found.number: found for each in content.gravities for group in each.groups for found in group.findings}
    cures = {
        f"No. {found.number}": passage.sentences
        for each in content.gravities
        for group in each.groups
        for found in group.findings
        for passage in (*group.passages, *found.passages)
        if passage.label == "do"
    }
    numbers = re.findall(r"No\. \d+", ended)
    assert numbers
    for number in numbers:
        assert cures[number][0].startswith("With “"), told
        assert cures[number][0].endswith("What follows is only for whatever is to run in its place.")
        assert not [each for each in first if number in each and each != ended]
