"""What has to be switched off first: why, by when, and whom to ring; nothing of it is made up."""

import re
from datetime import date

import pytest
from sociable.client_report.automations import urgency
from sociable.client_report.automations.urgency import due
from sociable.client_report.automations.whom_to_ring import whom_to_ring
from sociable.client_report.compose import compose
from sociable.client_report.findings_in_order import numbering
from sociable.client_report.findings_in_order.weight import reach_of, weight_of
from sociable.client_report.first_page.what_to_pause import MOST_ONE_BY_ONE
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.clauses_as_sentences import told
from sociable.client_report.wording.frame import built_in
from sociable.facts.facts import AutomationFacts
from sociable.pipeline import Request, examine
from sociable.sources.library import library

from tests.client_report.reports import DAY, ROOT, agency, answer, facts_of, numbering_of, report_of, wishes

SHOP = "accounts:\n  shop: {platform: bluesky, handle: '@shop'}\n"


def automation(when: str, do: str = "post: Hello") -> str:
    return f"{SHOP}automations:\n  - {{id: one, account: shop, when: {when}, do: [{do}]}}\n"


@pytest.mark.parametrize(
    ("when", "rank", "says"),
    [
        ("{event: schedule, every: 10 minutes}", "DAILY", "it goes on by itself, every 10 minutes: before it runs"),
        (
            "{event: schedule, every: 1 day, at: '05:45'}",
            "DAILY",
            "it goes on by itself, every day at 05:45 (time zone: not said): before",
        ),
        (
            "{event: schedule, at: ['08:00', '20:00']}",
            "DAILY",
            "every day at 08:00 and 20:00 (time zone: not said): before",
        ),
        (
            "{event: schedule, at: ['08:00', '09:00', '10:00', '11:00']}",
            "DAILY",
            "every day at 4 times of day (time zone: not said): before",
        ),
        (
            "{event: schedule, on: monday, at: '09:00'}",
            "RARER",
            "every Monday at 09:00, next on 30 November 2026 (time zone: not said): before it runs again",
        ),
        (
            "{event: schedule, on: weekdays, every: 1 hour}",
            "RARER",
            "every hour, every Monday, Tuesday, Wednesday, Thursday",
        ),
        (
            "{event: schedule, cron: '0 8 * * 1'}",
            "RARER",
            "every Monday at 08:00, next on 30 November 2026 (time zone: not said): before it runs again",
        ),
        (
            "{event: schedule, cron: '0 8 4 12 *', timezone: Europe/Lisbon}",
            "RARER",
            "each year on 4 December at 08:00 (Europe/Lisbon time), next on 4 December 2026: before it runs again",
        ),
        ("{event: schedule, cron: '0 8 1 * *'}", "RARER", "day 1 at 08:00, next on 1 December 2026 (time zone: not"),
        (
            "{event: schedule, cron: '0 8 13 * fri'}",
            "RARER",
            "on certain days of the year at 08:00, next on 4 December",
        ),
        ("{event: schedule, every: 1 hour, at: '09:00'}", "DAILY", "at once, or look up in the tool that runs it"),
        ("schedule", "DAILY", "at once, because its file says no more of when"),
        (
            "{event: schedule, at: '2027-01-02 09:00'}",
            "DATED",
            "it runs on 2 January 2027 at 09:00 (time zone: not said): before then",
        ),
        (
            "{event: schedule, at: ['2020-01-02', '2026-11-28']}",
            "DATED",
            "it runs today, 28 November 2026, if that is still to come: before then",
        ),
        ("{event: schedule, at: '2026-01-02 09:00'}", "OVER", "it ran for the last time on 2 January 2026 at 09:00"),
        (
            "{event: schedule, every: 1 day, at: '05:45', timezone: Europe/London}",
            "DAILY",
            "every day at 05:45 (Europe/London time): before",
        ),
        ("{event: schedule, on: day 15, at: '09:00'}", "RARER", "day 15 at 09:00, next on 15 December 2026 (time z"),
        (
            "{event: schedule, on: [first Monday, last friday]}",
            "RARER",
            "each month on the first Monday and the last Friday, next on 7 December 2026",
        ),
        ("mentioned", "AT_ANY_HOUR", "it goes on day and night, when somebody mentions the account: today"),
        ("{event: manual}", "BY_HAND", "it runs only when somebody starts it by hand"),
    ],
)
def test_by_when_to_act_follows_from_what_the_file_says_of_when_it_happens(when: str, rank: str, says: str) -> None:
    (found,) = facts_of(automation(when)).automations
    told = due(found, DAY, built_in())
    assert told.rank == getattr(urgency, rank)
    assert says in f"{told.happens}: {told.act.removeprefix('act ')}"


@pytest.mark.parametrize(
    ("when", "today", "says"),
    [
        (
            "{event: schedule, on: saturday, at: '07:30'}",
            DAY,
            "every Saturday at 07:30, today or else on 5 December 2026",
        ),
        ("{event: schedule, on: [friday, tuesday], at: '07:30'}", DAY, "next on 1 December 2026"),
        ("{event: schedule, on: last saturday, at: '07:30'}", DAY, "07:30, today or else on 26 December 2026"),
        ("{event: schedule, on: day 31, at: '07:30'}", date(2027, 2, 1), "next on 31 March 2027"),
        ("{event: schedule, on: fourth thursday, at: '07:30'}", date(2027, 2, 26), "next on 25 March 2027"),
        ("{event: schedule, on: [day 3, saturday], at: '07:30'}", DAY, "it goes on by itself, "),
        ("{event: schedule, every: 2 weeks}", DAY, "it goes on by itself, every 2 weeks"),
    ],
)
def test_the_next_day_is_told_where_the_file_says_on_which_days(when: str, today: date, says: str) -> None:
    (found,) = facts_of(automation(when)).automations
    told = due(found, today, built_in()).happens
    assert says in told
    assert ("next on" in told or "or else on" in told) is ("202" in says)


def test_what_waits_for_a_person_is_not_urgent() -> None:
    (found,) = facts_of(automation("mentioned", "{reply: Hello, approval: human}")).automations
    assert due(found, DAY, built_in()).rank == urgency.WAITING


def test_the_same_dates_are_over_later() -> None:
    (found,) = facts_of(automation("{event: schedule, at: '2027-01-02 09:00'}")).automations
    assert due(found, date(2027, 1, 3), built_in()).rank == urgency.OVER


@pytest.mark.parametrize(
    ("said", "rings"),
    [
        ("pause: Petra", "Petra can stop it"),
        ("pause: Petra, operator: '@boss'", "Petra can stop it"),
        (
            "operator: '@boss', inbox: {read_by: Ann}",
            "no file says who can stop it: start with @boss, who is responsible for the account, or with Ann, who",
        ),
        (
            "pause: false, inbox: {read_by: Ann}",
            "the file names nobody who can stop it, and somebody has to be found who can: start with Ann, who reads",
        ),
        ("run_by: business", "no file names anybody, only that it belongs to a company: find out who has the password"),
        (
            "pause: false",
            "the file names nobody who can stop it, and somebody has to be found who can: find out who has the",
        ),
    ],
)
def test_whom_to_ring_is_whoever_the_file_names(said: str, rings: str) -> None:
    (account,) = facts_of(f"accounts:\n  shop: {{platform: x, {said}}}\n").accounts
    assert rings in whom_to_ring(account, {}, built_in())


def many(number: int) -> str:
    accounts = "".join(f"  coach{n}: {{platform: x, handle: '@coach{n}'}}\n" for n in range(number, 0, -1))
    automations = "".join(
        f"  - {{id: back{n}, account: coach{n}, when: followed, do: [follow: event.user]}}\n"
        for n in range(number, 0, -1)
    )
    return f"accounts:\n{accounts}automations:\n{automations}"


def test_more_than_a_list_to_work_through_is_told_by_what_was_found() -> None:
    few = report_of(many(MOST_ONE_BY_ONE))
    assert (len(few.pauses), few.pause_groups) == (MOST_ONE_BY_ONE, ())
    content = report_of(many(MOST_ONE_BY_ONE + 1))
    (group,) = content.pause_groups
    assert group.message == "“Following back without looking”"
    assert group.counted == "21 automations"
    assert group.numbers == tuple(range(1, 22))
    assert [each.name for each in group.things[:3]] == [
        "“back1” on @coach1",
        "“back2” on @coach2",
        "“back3” on @coach3",
    ]
    first = answer(content, "first")[0].text
    assert first.startswith("First of all, switch off 21 automations: “Following back without looking”.")
    page = html(content, built_in())
    section = page[page.index('id="pause"') : page.index('id="otherwise"')]
    assert section.count('<details class="names">') == 2
    assert section.count("“back21” on @coach21") == 1
    assert "<summary>21 findings</summary>" in section
    assert section.count('<a href="#f21">') == 1
    text = markdown(content, built_in())
    assert "“back21” on @coach21" in text
    assert "No. 12 and 9 more)" in text[text.index("## What to switch off first") : text.index("## What happens if")]


def test_many_accounts_stand_by_their_names_where_a_person_looks_for_them() -> None:
    content = report_of(many(21))
    assert [each.name for each in content.accounts[:3]] == ["@coach1", "@coach2", "@coach3"]
    assert [each.name for each in report_of(many(3)).accounts] == ["@coach3", "@coach2", "@coach1"]
    page = html(content, built_in())
    assert 'About @coach1, @coach2, @coach3 <a href="#accounts">and 18 more</a>.' in page
    assert "About @coach1, @coach2, @coach3 and 18 more." in markdown(content, built_in())


def test_of_an_account_that_no_file_describes_nobody_is_named() -> None:
    (found,) = facts_of(
        "automations:\n  - {id: one, account: gone, when: followed, do: [follow: event.user]}\n"
    ).automations
    assert whom_to_ring(found.account, {}, built_in()).startswith(
        "no file says whose account this is: find out who has its password"
    )


DM = "dm: {target: followers, text: Buy our roses}"
MIXED = (
    f"{SHOP}automations:\n"
    f"  - {{id: dated, account: shop, when: {{event: schedule, at: '2027-01-02 09:00'}}, do: [{DM}]}}\n"
    f"  - {{id: weekly, account: shop, when: {{event: schedule, on: monday, at: '09:00'}}, do: [{DM}]}}\n"
    f"  - {{id: back, account: shop, when: followed, do: [follow: event.user]}}\n"
    f"  - {{id: hourly, account: shop, when: {{event: schedule, every: 1 hour}}, do: [{DM}]}}\n"
)


def test_what_goes_on_by_itself_every_day_comes_first_and_what_has_a_date_last() -> None:
    content = report_of(MIXED)
    assert [pause.name.text.split()[0].strip("“”") for pause in content.pauses] == ["hourly", "back", "weekly", "dated"]


def test_the_first_page_says_what_to_do_first_why_by_when_and_whom_to_ring() -> None:
    content = report_of(MIXED)
    everything, first, *_, more = answer(content, "first")
    assert everything.text == (
        "Switch off all 4 automations of @shop, and leave them off. What has been sent (Bluesky) stays with those who "
        "got it."
    )
    assert first.text.startswith("“hourly” on @shop: ")
    assert "it goes on by itself, every hour: act before it runs again. What has been sent (" in first.text
    assert (
        sum("Do not switch it on again" in each.text for each in answer(content, "first")) == 1
    )  # of all of them, told once
    assert first.links[0] == content.pauses[0].name.links[0]
    assert more.text.startswith("“dated” on @shop: ")  # all of them by name
    assert [each.text for each in answer(content, "who")] == [
        (
            "On @shop: no file names anybody: find out who has the password of the account or of the tool that runs "
            "it; they can stop it."
        )
    ]
    page = html(content, built_in())
    assert page.index("Switch off <a") < page.index("<nav")
    for text in (page, markdown(content, built_in())):
        assert text.count("By when:") == len(content.pauses)


def test_what_can_be_agreed_on_says_what_goes_on_meanwhile() -> None:
    text = (
        "accounts:\n  a: {platform: x, handle: '@a'}\n  b: {platform: x, handle: '@b'}\nautomations:\n"
        "  - {id: sale, account: [a, b], when: {event: schedule, at: '2027-01-02 09:00'}, do: [post: Half price]}\n"
    )
    content = report_of(text)
    dues = [*(each.due for each in content.to_agree_on), *(each.due for each in content.pauses)]
    assert "it runs on 2 January 2027 at 09:00 (time zone: not said): act before then" in dues


def test_where_there_are_only_remarks_no_change_has_to_be_agreed_on() -> None:
    content = report_of(
        "accounts:\n  news: {platform: x, handle: '@news', inbox: {read_by: Ann}}\nautomations:\n"
        "  - {id: weekly, account: news, when: {event: schedule, every: 7 days}, do: [post: We open at 9.]}\n"
    )
    assert {each.severity for each in content.gravities} == {"info"}
    for page in (html(content, built_in()), markdown(content, built_in())):
        assert "Nothing has to be switched off or changed. What may be worth a look begins with" in page
        assert "agreed on first" not in page


CLOSED_CORNER = """places:
  corner: {open: false}
  group: {open: true}
accounts:
  copier: {platform: telegram, kind: bot, in: group, operator: Jo, inbox: {read_by: Jo}, automated_label: true}
  page: {platform: mastodon, handle: "@page"}
automations:
  - id: copies
    account: copier
    when: {event: posted_here, in: corner}
    agreed_to: none
    admits: [not_ours, private_matters]
    usual: 20 per day
    do: [{post: {in: group, text: "{{ event.user.name }}: {{ event.post.text }}", names: members}}]
"""
RATCHET = (
    "accounts:\n  a: {platform: x, handle: '@a'}\n  b: {platform: x, handle: '@b'}\nautomations:\n"
    "  - {id: goes, account: a, when: {event: schedule, every: 1 hour}, do: [follow: followers_of(followers)]}\n"
    "  - {id: back, account: b, when: followed, do: [follow: event.user]}\n"
)


def test_what_a_law_on_peoples_data_speaks_against_is_switched_off_until_people_have_agreed() -> None:
    """What others have seen cannot be called back, however long it takes to agree on a change."""
    content = report_of(CLOSED_CORNER)
    (pause,) = content.pauses
    assert pause.name.text == "“copies” on “copier”"
    assert content.verdict[0].text == (
        "1 thing has to be switched off today, until you have agreed what to change: “Personal data in public” on "
        "“copier” (No. 1)."
    )
    for page in (html(content, built_in()), markdown(content, built_in())):
        assert "has to stop today" not in page
        assert "Nothing has to be switched off" not in page
    first = content.gravities[0].groups[0]
    assert first.findings[0].number == 1
    assert any("Regulation (EU)" in source.title for source in first.sources)
    page = html(content, built_in())
    section = page[page.index('id="pause"') : page.index('id="otherwise"')]
    for each in content.to_agree_on:
        assert each.message in section


def test_where_nothing_has_to_stop_the_first_page_says_what_to_agree_on_first_and_what_goes_on_meanwhile() -> None:
    content = report_of(CLOSED_CORNER.replace(", private_matters", ""))
    assert content.pauses == ()
    titles = [
        f"“{group.title}” on “copier” (No. {group.findings[0].number})"
        for group in content.gravities[0].groups
        if content.gravities[0].severity == "warning" and group.rule == "used-for-something-else"
    ]
    assert titles
    assert titles[0] in content.verdict[0].text
    assert set(re.findall(r"No\. \d", content.verdict[0].text)) <= {mark.name for mark in content.verdict[0].links}
    first = content.gravities[0].groups[0].findings[0]
    begin = answer(content, "first")[0].text
    assert begin.startswith(
        "Agree on a change to “copies” on “copier” first: "
        f"{told(first.message).removesuffix('.')} (No. 1). While it is switched on, it"
    )
    assert "In a week that is about 140 times (usual; no limit is stated). What has been published (Telegram)" in begin
    page = html(content, built_in())
    section = page[page.index('id="pause"') : page.index('id="otherwise"')]
    assert "To be on the safe side" not in page
    assert section.count("While it is switched on, it goes on day and night") == 1  # of one automation, told once


FROM_TWO = """accounts:
  town: {platform: x, handle: "@town", pause: Jo}
  hall: {platform: x, handle: "@hall"}
automations:
  - {id: news, account: town, when: {event: feed_item, feed: https://a.example/f}, do: [post: "{{ event.item.title }}"]}
  - {id: too, account: hall, when: {event: feed_item, feed: https://a.example/f}, do: [post: "{{ event.item.title }}"]}
"""


def test_of_what_is_the_fault_of_several_together_all_but_one_are_switched_off() -> None:
    (pause,) = report_of(FROM_TWO).pauses
    assert pause.name.text in (
        "one of these two, not both: “too” on @hall or “news” on @town",
        "one of these two, not both: “news” on @town or “too” on @hall",
    )
    assert (
        pause.notes[0].text == "either ends it; the better one to switch off is “news” on @town: "
        "Jo can stop it, and for the other no file says who can"
    )
    assert pause.notes[1].text.startswith(
        "with one of them off, the other may go on; if only one of them is still in use"
    )
    assert [each.split(":")[0] for each in pause.ask] == ["on @town", "on @hall"]
    (alike,) = report_of(FROM_TWO.replace(", pause: Jo", "")).pauses
    assert alike.notes[0].text.startswith("either ends it, and either may be the one")
    shaming = (
        FROM_TWO + "  - {id: names, account: hall, when: unfollowed, do: [post: '{{ event.user.handle }} left']}\n"
    )
    names = [each.name.text for each in report_of(shaming).pauses]
    assert len(names) == 2
    three = FROM_TWO.replace("accounts:\n", 'accounts:\n  park: {platform: x, handle: "@park"}\n').replace(
        "account: town", "account: [town, park]"
    )
    (pause,) = report_of(three).pauses
    assert pause.name.text.startswith("all but one of these 3: ")


def test_what_is_out_already_is_told_on_the_first_page_and_nothing_is_counted_twice() -> None:
    copies = (ROOT / "tests" / "blind" / "cases" / "466.yml").read_text(encoding="utf-8")
    content = report_of(copies)
    first, *_ = answer(content, "first")
    assert (
        "Switching it off takes back nothing that has gone out before. What to do about that, and before it"
        in first.text
    )
    assert "delete what has been copied from there. Tell those who wrote it." in first.text
    assert "the law in the European Union or Britain, if readers live there (“" in first.text
    told = sum(len(group.findings) for gravity in content.gravities for group in gravity.groups)
    assert sum(each.amount for each in content.numbers if each.severity) == told
    assert all("this has stopped too" in each.due for each in content.to_agree_on)


def test_what_one_switch_also_stops_is_said_beside_it() -> None:
    text = (
        f"{SHOP}  page: {{platform: bluesky, handle: '@page', inbox: {{read_by: Ann}}}}\nautomations:\n"
        "  - {id: back, account: [shop, page], when: followed, do: [follow: event.user]}\n"
    )
    assert not [note for each in report_of(text).pauses for note in each.notes if "switch with" in note]
    exports = examine(Request((str(ROOT / "examples" / "garden-centre"),)))
    garden = compose(exports, wishes())
    fine = [each.text for each in answer(garden, "fine")]
    assert fine[0].endswith(
        "On @fernhill.example (Bluesky): “Tip of the week” (but one switch with what No. 3 is about)."
    )
    (unread,) = (each for gravity in garden.gravities for each in gravity.groups if each.rule == "unreviewed-ai-post")
    told_to_do = [each.sentences for each in unread.passages if each.label == "do"]
    assert told_to_do[-1][-1].startswith(
        "In the same workflow a person is asked already before anything goes out by Tip"
    )
    findings = tuple(
        each._replace(severity="error") if each.rule == unread.rule else each for each in exports.report.findings
    )
    graver = compose(exports._replace(report=exports.report._replace(findings=findings)), wishes())
    (tip,) = (each for each in graver.pauses if "Tip" in each.name.text)
    assert tip.name.text == "“Tip of the week” on “Fernhill Garden Centre” (LinkedIn)"
    assert (
        tip.notes[0].text == "it has one switch with “Tip of the week” on @fernhill.example (Bluesky): that stops too"
    )


def test_what_happens_on_a_day_that_is_known_is_told_on_the_first_page() -> None:
    text = (
        "accounts:\n  a: {platform: bluesky, handle: '@a'}\n  b: {platform: bluesky, handle: '@b'}\nautomations:\n"
        "  - {id: back, account: a, when: followed, do: [follow: event.user]}\n"
        "  - {id: sale, account: [a, b], when: {event: schedule, on: monday, at: '09:00'}, do: [post: Half price]}\n"
    )
    content = report_of(text)
    (told,) = (each for each in answer(content, "first") if each.text.startswith("Before 30 November"))
    assert told.text.startswith(
        "Before 30 November 2026 at 09:00 (time zone: not said), switch “sale” on @a and “sale”"
    )
    assert not [each for each in answer(content, "first") if each.text.startswith("Nothing has to stop now")]


@pytest.mark.parametrize(
    ("heavier", "lighter"),
    [
        ("law", "another law"),
        ("another law", "public"),
        ("public", "person"),
        ("endless", "law"),
    ],
)
def test_the_law_weighs_more_than_how_many_see_it_and_what_goes_round_for_ever_more_than_both(
    heavier: str, lighter: str
) -> None:
    (finding,) = (each for each in numbering_of(CLOSED_CORNER).findings if each.rule == "personal-data-in-public")
    post, reply = (facts_of(automation("mentioned", do)).automations for do in ("post: Hello", "dm: Hello"))
    looped = next(each for each in numbering_of(RATCHET).findings if each.loop is not None)
    of_others = next(each.id for each in library().facts.values() if each.is_law and each.document.protects != "data")
    another = tuple(law._replace(fact=of_others) for law in finding.laws_if)
    weighs = {
        "law": weight_of(finding, map(reach_of, reply)),
        "another law": weight_of(finding._replace(laws_if=another), map(reach_of, post)),
        "public": weight_of(finding._replace(laws_if=()), map(reach_of, post)),
        "person": weight_of(finding._replace(laws_if=()), map(reach_of, reply)),
        "endless": weight_of(looped, ()),
    }
    assert weighs[heavier] < weighs[lighter]


def test_what_a_tool_finds_when_it_looks_is_not_told_as_at_once() -> None:
    content = compose(examine(Request((str(ROOT / "examples" / "garden-centre"),))), wishes())
    assert "when somebody follows (it looks every hour): act today" in content.pauses[0].due
    story = next(each for each in content.stories if " follows " in each.opening)
    assert story.lines[0].time == "the next time that it looks"
    # a scenario in Make looks for comments when it runs, which its file does not say
    assert [each.lines[0].time for each in content.stories if " comments " in each.opening] == [story.lines[0].time]


LAWS = (
    (
        "x",
        "{countries: [GB]}",
        "do not switch it on again as it is: it goes against X's own rules, and may break the law in Britain (“UK, ",
    ),
    ("x", "{countries: [NO]}", "do not switch it on again as it is: it goes against X's own rules"),
    ("tumblr", "{countries: [GB]}", "do not switch it on again as it is: it may break the law in Britain (“UK, "),
)


def test_who_speaks_against_something_is_named_and_a_page_of_a_platform_is_no_law() -> None:
    for platform, readers, who in LAWS:
        (pause,) = report_of(
            f"accounts: {{shop: {{platform: {platform}, handle: '@shop', run_by: business, purpose: promotion, "
            f"audience: {readers}, admits: [untrue]}}}}\nautomations:\n"
            "  - {id: ad, account: shop, when: followed, paid_by: us, do: [dm: Buy our roses]}\n"
        ).pauses
        assert any(who in each.text for each in pause.notes), (platform, readers, pause.notes)


def test_of_what_two_do_together_the_headline_says_that_one_is_enough() -> None:
    said = [
        each.text for each in compose(examine(Request((str(ROOT / "examples" / "shaming-council"),))), wishes()).verdict
    ]
    assert any(each.endswith("it is enough that one of the two stops.") for each in said), said


def test_how_many_a_tool_reads_at_a_time_is_not_multiplied_to_how_much_people_get() -> None:
    content = compose(examine(Request((str(ROOT / "examples" / "garden-centre"),))), wishes())
    rows = [row for account in content.accounts for row in account.automations if "it looks" in row.when]
    assert [row.weekly for row in rows] == ["once for each person"]


def test_where_everything_is_off_nothing_else_has_to_be_agreed_on_now() -> None:
    text = (
        f"{SHOP}automations:\n  - {{id: back, account: shop, when: followed, do: [follow: event.user]}}\n"
        "  - id: answers\n    account: shop\n    when: followed\n"
        "    do: [generate: {answer: be kind}, dm: '{{ answer }}']\n"
    )
    told = [each.text for each in answer(report_of(text), "first")]
    assert told[-1].startswith("With all of it off, what else was found has stopped too")
    assert not any(each.startswith("Then agree") for each in told)


def test_accounts_on_which_people_notice_nothing_are_named_in_what_happens_otherwise() -> None:
    told = [each.text for each in answer(compose(agency(), wishes()), "otherwise")]
    assert "On @harbour-museum.example and @harbour_museum_shop nothing was found that people notice." in told


def test_what_an_agent_does_by_itself_is_played_apart() -> None:
    text = (
        "accounts: {shop: {platform: reddit, handle: u/shop, purpose: promotion, paid_by: us}}\nautomations:\n"
        "  - {id: one, account: shop, when: decided, do: [post: Our new loaf]}\n"
        "  - {id: two, account: shop, when: decided, do: [post: The old mill, dm: {text: Hi, target: followers}]}\n"
    )
    said = [[line.sentence for line in each.lines] for each in report_of(text).stories]
    assert not any("Our new loaf" in " ".join(each) and "The old mill" in " ".join(each) for each in said)
    assert said


def test_how_many_notice_an_automation_is_asked_once_for_all_that_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def counted(each: AutomationFacts) -> int:
        asked.append(each)
        return reach_of(each)

    monkeypatch.setattr(numbering, "reach_of", counted)
    steps = ", ".join(["like"] * 30)
    text = "sociable: 1\naccounts: {club: {platform: x}}\nautomations:\n"
    found = numbering_of(f"{text}  - {{id: a, account: club, when: mentioned, do: [{steps}]}}\n")
    assert len(found.findings) >= 30
    assert len(asked) <= 2


ORCHESTRA = """\
accounts:
  mast: {platform: mastodon, handle: "@orchestra", inbox: {read_by: Jo}}
  channel: {platform: telegram, handle: "@news", inbox: {read_by: Jo}}
automations:
  - {id: there, account: channel, when: {event: account_posted, from: mast}, do: [post: "{{ event.post.text }}"]}
  - {id: back, account: mast, when: {event: account_posted, from: channel}, do: [post: "{{ event.post.text }}"]}
  - id: play
    account: mast
    when: {event: schedule, on: monday}
    approval: human
    do:
      - fetch: {concert: rows("concerts")}
        limit: 1
      - post: "{{ concert.text }}"
"""


def test_what_only_has_a_part_in_what_has_to_stop_is_fine_once_that_is_off() -> None:
    told = [each.text for each in answer(report_of(ORCHESTRA), "fine")]
    assert "Once what has to stop is off, this is fine too: “play” on @orchestra." in told


def test_what_a_law_speaks_against_is_told_as_first_because_of_that_law() -> None:
    content = report_of(
        "accounts: {page: {platform: facebook, handle: The Bakery, run_by: business, audience: {countries: [DE]}, "
        "inbox: {read_by: Jo}}}\nautomations:\n  - {id: chats, account: page, when: commented, "
        "do: [generate: {a: '{{ event.post.text }}'}, reply: '{{ a }}']}\n"
    )
    first, *_ = answer(content, "first")
    assert first.text.startswith(
        "Agree on a change to “chats” on “The Bakery” (Facebook) first, because of the law in the European Union (“Reg"
    )


UNLABELLED = """
accounts:
  friends: {platform: x, handle: "@friends", run_by: institution, api_tier: self-serve, automated_label: false,
    inbox: {read_by: Owen}, pause: Owen}
automations:
  - {id: news, title: News, account: friends, when: {event: schedule, every: day}, do: [post: "{{ item }} of today"]}
  - {id: mention, title: Mentions, account: friends, when: mentioned, do: [assign: Owen]}
"""


def test_where_a_label_in_the_profile_is_the_cure_nothing_on_the_account_is_switched_off_for_it() -> None:
    content = report_of(UNLABELLED)
    assert "“A machine that does not say so”" not in str(content.pauses)
    assert not [each for each in content.pauses if each.name.text.startswith("everything on")]
    (said,) = [each.text for each in answer(content, "first") if "not marked as automated" in each.text]
    assert said.startswith("Today, in the profile of @friends: Turn on X's own label for automated accounts.")
    assert said.endswith("what else runs there does not have to stop for that.")
    assert [each.amount for each in content.numbers if each.words == "to see to today"] == [1]
    for page in (html(content, built_in()), markdown(content, built_in())):
        assert "everything on @friends" not in page.casefold()


def test_what_to_agree_on_is_named_by_who_does_it_and_in_its_own_words_in_the_list_too() -> None:
    content = report_of(
        "accounts: {a: {platform: mastodon, handle: '@a@m.example', inbox: {read_by: Jo}, pause: Jo}}\nautomations:\n"
        "  - {id: chat, title: Chat, account: a, when: mentioned, do: [generate: {b: Answer}, reply: '{{ b }}']}\n"
    )
    for each in content.to_agree_on:
        assert each.names.text == "“Chat” on @a@m.example"
        assert each.says.startswith("@a@m.example ")
        assert each.says in html(content, built_in()).split('id="otherwise"')[0]
    assert any(each.do for each in content.to_agree_on)


@pytest.mark.parametrize("inbox", ["", ", inbox: unread"])
def test_a_mistake_in_a_comment_of_a_file_can_be_agreed_on_too(inbox: str) -> None:
    shop = f"accounts:\n  shop: {{platform: bluesky, handle: '@shop'{inbox}}}\n"
    content = report_of(
        f"{shop}automations:\n  # sociable: ignore no-off-switch -- Fritz\n"
        "  - {id: one, account: shop, when: {event: schedule, on: monday}, do: [post: Write to us]}\n"
    )
    first = " ".join(each.text for each in answer(content, "first"))
    assert "The rule has to stand in square brackets" in first
    assert " :" not in first


def test_of_a_finding_on_several_platforms_each_account_hears_of_its_own() -> None:
    pauses = report_of(
        "accounts:\n  one: {platform: instagram, run_by: business, audience: {countries: [US]}}\n"
        "  two: {platform: facebook, run_by: business, audience: {countries: [DE]}, based_in: DE}\n"
        "automations:\n  - {id: ask, account: [one, two], entry: [good_review], when: order_placed, "
        "do: [dm: Five stars]}\n"
    ).pauses
    for pause, platform, other in zip(pauses, ("Instagram", "Facebook"), ("Facebook", "Instagram"), strict=True):
        (rests,) = (note.text for note in pause.notes if "own rules" in note.text)
        assert f"{platform}'s own rules" in rests
        assert other not in rests
        assert ("law in the United States" in rests) == (platform == "Instagram")
        assert ("law in the European Union" in rests) == (platform == "Facebook")
