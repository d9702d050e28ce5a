"""What the sections of a report say of small setups."""

import re
from datetime import date
from pathlib import Path

import pytest
from sociable.client_report.automations.weekly_pace import weekly, weekly_of_account
from sociable.client_report.compose import compose
from sociable.client_report.content.content_of_report import Content, Mark, Sentence, ToldFinding
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.what_runs.chosen_stories import MOST, stories
from sociable.client_report.wording.clauses_as_sentences import told
from sociable.client_report.wording.frame import built_in
from sociable.findings.finding import Suppression
from sociable.findings.report import Coverage, Part
from sociable.pipeline import Request, examine
from sociable.readers.fragment import OpenFact

from tests.client_report.parsed import Parsed
from tests.client_report.reports import ROOT, agency, answer, examined, facts_of, numbering_of, report_of, wishes

SHOP = "accounts:\n  shop: {platform: x, handle: '@shop', inbox: {read_by: Ann, reply_within: 1 day}}\n"
DAILY = "{event: schedule, every: 1 day}"
ROWS = "{{fetch: {{product: 'rows(\"new products\")'}}{}}}, {{post: 'New today: {{{{ product.name }}}}'}}"
FOLLOW_BACK = f"{SHOP}automations:\n  - {{id: back, account: shop, when: followed, do: [follow: event.user]}}\n"


def automation(when: str, do: str = "post: Hello", more: str = "") -> str:
    return f"{SHOP}automations:\n  - {{id: one, account: shop, when: {when}, do: [{do}]{more}}}\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (automation("{event: schedule, every: 1 day}"), "7 times"),
        (automation("{event: schedule, every: 1 hour, on: monday}"), "24 times"),
        (automation("{event: schedule, every: 1 week}"), "once"),
        (automation(DAILY, ROWS.format(", limit: 5")), "up to 35 times"),
        (automation(DAILY, ROWS.format("")), "as many times as there are rows in its table, each time it runs"),
        (automation("{event: schedule, every: 2 weeks}"), "less than once a week"),
        (automation("followed", "dm: Hello", ", limit: 10 per day"), "up to 70 times"),
        (
            automation("posted_here", "post: Copied", ", usual: 150 per day"),
            "about 1,050 times (usual; no limit is stated)",
        ),
        (automation("posted_here", "post: Copied", ", usual: 1 per week"), "about once (usual; no limit is stated)"),
        (automation("posted_here", "post: Copied", ", usual: 150 per day, limit: 20 per day"), "up to 140 times"),
        (automation("posted_here", "{post: Copied, limit: 3 per day}", ", usual: 150 per day"), "up to 21 times"),
        (automation("{event: schedule, every: 1 day}", "post: Hello", ", usual: 1 per day"), "7 times"),
        (
            automation("mentioned", "reply: Hello, like, dm: Hello", ", usual: 2 per day"),
            "about 42 times (usual; no limit is stated)",
        ),
        (
            automation("mentioned", "{reply: Hello, limit: 5 per day}, like"),
            "up to 35 times, not counting this: likes their post, with no limit",
        ),
        (
            automation("mentioned", "{reply: Hello, limit: 5 per day}, dm: Hi", ", once_per: user"),
            "up to 35 times, not counting this: writes to them, once for each person",
        ),
        (automation("mentioned", "{reply: Hello, limit: 5 per day}, like", ", limit: 6 per day"), "up to 42 times"),
        (automation(DAILY, "post: Hello, {post: Rain, if: account.followers > 9}"), "up to 14 times"),
        (automation(DAILY, "post: Hello", ", if: account.followers > 9"), "up to 7 times"),
        (automation("mentioned", "reply: Hello"), "each time that happens: no limit is stated"),
        (automation("mentioned", "reply: Hello", ", once_per: user"), "once for each person"),
        (automation("mentioned", "reply: Hello", ", once_per: user per day"), "once for each person in 1 day"),
        (automation("mentioned", "reply: Hello", ", approval: human"), "only when a person says yes"),
        (automation("mentioned", "notify: Ann"), "nothing that people notice"),
        (automation("{event: schedule, at: '2027-01-02 09:00'}"), "only then"),
    ],
)
def test_what_an_automation_comes_to_in_a_week(text: str, says: str) -> None:
    assert weekly(facts_of(text).automations[0], built_in()) == says


def test_an_account_that_stands_for_several_is_counted_with_all_of_them() -> None:
    many = automation("mentioned", "reply: Hello, like", ", usual: 2 per day").replace("x, ", "x, count: 3, ")
    (account,) = facts_of(many).accounts
    told_so = "about 84 times (usual; no limit is stated), all 3 accounts together"
    assert weekly_of_account(account, built_in()) == (told_so,)
    assert weekly(account.automations[0], built_in()) == told_so
    assert report_of(many).accounts[0].platform == "X, 3 accounts"


def test_the_platform_of_an_account_is_not_said_twice() -> None:
    text = automation("mentioned", "reply: Hello")
    assert report_of(text).accounts[0].platform == "X"
    assert report_of(text.replace("'@shop'", "Corner Shop")).accounts[0].platform == ""


def test_an_account_whose_step_has_no_limit_beside_one_that_has_is_not_told_as_limited() -> None:
    text = automation("mentioned", "{reply: Hello, limit: 5 per day}, like")
    (account,) = facts_of(text).accounts
    assert weekly_of_account(account, built_in()) == (
        "up to 35 times",
        "1 automation does something besides that has no limit",
    )


def test_what_an_account_comes_to_in_a_week_adds_up_what_is_known_and_names_the_rest() -> None:
    text = automation("{event: schedule, every: 1 day}") + (
        "  - {id: two, account: shop, when: {event: schedule, every: 12 hours}, do: [post: Again]}\n"
        "  - {id: three, account: shop, when: mentioned, do: [reply: Hello]}\n"
    )
    (account,) = facts_of(text).accounts
    assert weekly_of_account(account, built_in()) == (
        "21 times",
        "when somebody mentions the account, with no limit",
    )


def test_what_is_usual_is_added_up_apart_from_what_is_limited() -> None:
    text = automation("{event: schedule, every: 1 day}") + (
        "  - {id: two, account: shop, when: posted_here, usual: 150 per day, do: [post: Copied]}\n"
        "  - {id: three, account: shop, when: followed, limit: 2 per day, do: [dm: Hello]}\n"
        "  - {id: four, account: shop, when: mentioned, do: [reply: Hello]}\n"
        "  - {id: five, account: shop, when: messaged, do: [dm: Hello]}\n"
    )
    (account,) = facts_of(text).accounts
    assert weekly_of_account(account, built_in()) == (
        "up to 21 times",
        "about 1,050 times (usual; no limit is stated)",
        "2 automations each time something sets them off, with no limit",
    )


def test_what_happens_once_for_each_is_not_told_as_without_a_limit() -> None:
    text = automation("followed", "dm: Hello", ", once_per: user") + (
        "  - {id: two, account: shop, when: mentioned, do: [reply: Hello]}\n"
    )
    (account,) = facts_of(text).accounts
    assert weekly_of_account(account, built_in()) == (
        "when somebody mentions the account, with no limit",
        "when somebody follows, once for each person",
    )
    text += "  - {id: three, account: shop, when: messaged, once_per: user per day, do: [dm: Hello]}\n"
    (account,) = facts_of(text).accounts
    assert weekly_of_account(account, built_in())[1:] == (
        "2 automations each time something sets them off, but with a limit for each",
    )


def test_what_runs_less_than_once_a_week_is_told_as_that() -> None:
    (account,) = facts_of(automation("{event: schedule, every: 2 weeks}")).accounts
    assert weekly_of_account(account, built_in()) == ("1 automation less than once a week",)


def test_what_a_schedule_sends_to_a_whole_list_is_not_told_as_set_off_by_others() -> None:
    text = automation("{event: schedule, every: 1 week}", "dm: {target: followers, text: Hello}")
    (account,) = facts_of(text).accounts
    assert weekly_of_account(account, built_in()) == ("every week; to how many, or how much each time, is in no file",)


@pytest.mark.parametrize(
    ("when", "do", "says"),
    [
        (
            'every: 2 days, at: "18:00"',
            "- post: Open.",
            "every 2 days at 18:00, on a day that its file does not say, once each",
        ),
        ("on: day 15", "- post: Open.", "each month on day 15, once each time"),
        ("on: day 15", "- dm: {target: followers, text: Open.}", "each month on day 15; to how many, or how much"),
    ],
)
def test_one_post_a_run_is_no_open_number(when: str, do: str, says: str) -> None:
    text = (
        "accounts:\n  hall: {platform: mastodon}\nautomations:\n"
        f"  - id: news\n    account: hall\n    when: {{event: schedule, {when}}}\n    do:\n      {do}\n"
    )
    (account,) = examined(text).facts.accounts
    (told,) = weekly_of_account(account, built_in())
    assert told.startswith(says)


SALON = """\
accounts:
  salon: {platform: x, handle: "@salon", inbox: {read_by: Ann}, CLIENT}
  bakery: {platform: x, handle: "@bakery", inbox: {read_by: Bo}, client: The Bakery}
  choir: {platform: x, handle: "@choir", inbox: {read_by: Cy}, client: The Bakery}
automations:
  - {id: back, account: [salon, choir], when: followed, do: [follow: event.user]}
"""


def test_the_verdict_says_on_which_accounts_nothing_has_to_stop() -> None:
    content = report_of(SALON.replace("CLIENT", "client: The Bakery"))
    (first,) = content.verdict
    assert first.text == "1 thing has to stop now: “Following back without looking” on @salon and @choir (No. 1)."
    spared = answer(content, "first")[-1]
    assert spared.text == ("Nothing has to stop now on @bakery (only “An account that no automation uses”, No. 3).")
    assert [(each.name, each.anchor) for each in spared.links] == [("@bakery", "a2"), ("No. 3", "f3")]


def test_a_report_about_several_clients_says_that_it_is_for_none_of_them() -> None:
    texts = [each.text for each in report_of(SALON.replace("CLIENT", "client: The Salon")).verdict]
    assert [text for text in texts if "The Bakery and The Salon" in text and "for none of them" in text]


def test_the_verdict_names_the_gravest_and_whose_it_is() -> None:
    assert report_of(FOLLOW_BACK).verdict[0].text == (
        "1 thing has to stop now: “Following back without looking” on @shop (No. 1)."
    )
    assert report_of(SHOP).verdict[0].text.startswith("No automation was found")
    (sentence,) = report_of(automation("{event: manual}", "notify: Ann")).verdict
    assert sentence == Sentence("Nothing was found to change in 1 automation.", (Mark("1 automation", "doing"),))


def test_numbers_in_sentences_headings_and_amounts_lead_to_what_they_count() -> None:
    page = html(compose(agency(), wishes()), built_in())
    for link in (
        '<a href="#error">2 things have</a>',
        '<a href="#fine">8</a> of <a href="#doing">12 automations</a>',
        '<a href="#a1">7 times</a>',
        '(<a href="#f1">2</a>)',
        '<a href="#f3">1 finding</a>',
        '<a href="#doing">3 automations</a>',
    ):
        assert link in page
    fine = [each for merit in compose(agency(), wishes()).merits for each in merit.automations]
    assert len([each for each in fine if each.reasons[0] == "nothing was found about it"]) == 8


def test_what_has_no_page_is_called_by_what_it_means() -> None:
    text = FOLLOW_BACK.replace("]}\n", "]}  # sociable: ignroe[auto-follow-back]\n")
    titles = {group.rule: group.title for gravity in report_of(text).gravities for group in gravity.groups}
    assert titles["malformed-suppression"].startswith("A comment begins like a suppression and is none")


def test_what_errors_are_about_is_to_be_switched_off_and_no_more() -> None:
    assert [pause.name.text for pause in report_of(FOLLOW_BACK).pauses] == ["“back” on @shop"]
    assert report_of(automation("{event: manual}", "notify: Ann")).pauses == ()


def test_a_loop_that_never_rests_is_to_be_switched_off_although_it_is_a_warning() -> None:
    text = (
        "accounts:\n  a: {platform: mastodon, handle: '@a@x.example'}\n"
        "  b: {platform: mastodon, handle: '@b@x.example'}\nautomations:\n"
        "  - {id: one, account: a, when: replied, do: [reply: Thanks]}\n"
        "  - {id: two, account: b, when: replied, do: [reply: Thanks]}\n"
    )
    content = report_of(text)
    loops = [
        found.number
        for gravity in content.gravities
        if gravity.severity != "info"
        for group in gravity.groups
        for found in group.findings
        if found.loop
    ]
    assert loops
    assert {number for pause in content.pauses for each in pause.because for number in each.numbers} >= set(loops)


def test_a_note_that_accepts_nothing_says_what_people_see_why_it_matters_and_who_says_so() -> None:
    content = report_of(FOLLOW_BACK.rstrip("\n") + "  # sociable: ignore\n")
    (group,) = (each for gravity in content.gravities for each in gravity.groups if each.rule.endswith("suppression"))
    assert [passage.label for passage in group.passages] == ["people see", "why", "do"]
    assert not group.sources
    for page in (html(content, built_in()), markdown(content, built_in())):
        assert group.unsourced in page
    (other,) = (each for gravity in content.gravities for each in gravity.groups if each.rule == "auto-follow-back")
    assert other.unsourced != group.unsourced


def test_an_error_that_no_automation_makes_has_to_be_seen_to_at_once() -> None:
    text = f"{SHOP}# before: https://museum:r4nd0m-w0rds@old.example/post\n"
    content = report_of(text)
    assert not content.pauses
    (found,) = content.at_once
    assert "in plain sight" in found.message
    for page in (html(content, built_in()), markdown(content, built_in())):
        assert "seen to at once" in page
        assert "On the rest" not in page


def test_what_says_the_same_of_one_automation_is_said_once() -> None:
    (pause,) = report_of(automation("mentioned", "like: event.post, follow: event.user, like: event.post")).pauses
    likes = [each.numbers for each in pause.because if "likes posts" in each.message]
    assert [len(numbers) for numbers in likes] == [2]


def test_after_what_is_to_stop_stands_what_can_be_agreed_on() -> None:
    content = compose(agency(), wishes())
    titles = {
        group.title: tuple(found.number for found in group.findings)
        for gravity in content.gravities
        if gravity.severity == "warning"
        for group in gravity.groups
    }
    assert {each.message: each.numbers for each in content.to_agree_on} == titles
    page = html(content, built_in())
    assert page.index("On the rest, agree first") < page.index('id="accounts"')


ANSWERING = (
    "accounts:\n  a: {platform: mastodon, handle: '@a@x.example'}\n  b: {platform: mastodon, handle: '@b@x.example'}\n"
    "automations:\n  - {id: one, account: a, when: replied, do: [reply: Thanks]}\n"
    "  - {id: two, account: b, when: replied, do: [reply: Welcome]}\n"
)


def test_of_a_loop_the_loop_is_told_and_not_how_a_stranger_ends_it() -> None:
    first, *others = report_of(ANSWERING).stories
    assert first.opening.startswith("When @")
    assert [line.sentence.split(" ")[0] for line in first.lines[:2]] == ["@a@x.example", "@b@x.example"]
    assert first.ending == ("It makes something new each time round, for ever.",)
    assert not [story for story in others if story.lines == first.lines]
    for story in others:
        if set(story.findings) & set(first.findings):
            assert "for ever" in story.ending[-1] or "never ends" in story.ending[0]


def test_the_verdict_does_not_say_that_nothing_has_to_stop_where_something_is_to_be_switched_off() -> None:
    found = examined(ANSWERING)
    milder = tuple(each._replace(severity="warning") for each in found.report.findings if each.loop is not None)
    content = compose(found._replace(report=found.report._replace(findings=milder)), wishes())
    assert content.pauses
    assert content.verdict[0].text.startswith("1 thing has to be switched off today, until you have agreed")
    assert content.numbers[0].words == "to switch off until you have agreed"
    for each in (*content.verdict, *answer(content, "first")):
        assert "has to stop today" not in each.text


def test_what_it_would_take_a_strangers_machine_for_has_not_to_be_switched_off() -> None:
    text = automation("messaged", "dm: Thank you", ", purpose: support")
    content = report_of(text)
    loops = [
        found for gravity in content.gravities for group in gravity.groups for found in group.findings if found.loop
    ]
    assert loops
    assert content.pauses == ()
    assert content.verdict[0].text.endswith("None of it has to stop today.")


@pytest.mark.parametrize(
    ("text", "then"),
    [
        (ANSWERING, "And then it begins again."),
        (
            ANSWERING.replace("replied, do: [reply", "followed, do: [follow: event.user, dm"),
            "Once everybody has been reached in this way, it ends by itself.",
        ),
    ],
)
def test_how_a_loop_goes_on_fits_how_it_ends(text: str, then: str) -> None:
    loops = [
        found
        for gravity in report_of(text).gravities
        for group in gravity.groups
        if group.rule in ("reply-loop", "auto-follow-loop")
        for found in group.findings
    ]
    assert loops
    assert all(found.loop_then.endswith(then) for found in loops)


def test_silence_is_no_praise() -> None:
    posts = "  - {id: one, account: shop, when: {event: schedule, every: 1 day}, do: [post: Hello]}\n"
    (merit,) = report_of(f"accounts:\n  shop: {{platform: x}}\nautomations:\n{posts}").merits
    (reasons,) = (each.reasons for each in merit.automations)
    assert reasons == ("nothing was found about it", "its words are always the same and stand in the file: “Hello”")
    assert merit.reasons == ("No. 1 is about the account as a whole",)


def test_praise_says_by_which_facts_it_is_known() -> None:
    text = automation("mentioned", "reply: Hello, assign: Ann", ", once_per: user per day, ignore: [bots]")
    (merit,) = report_of(text).merits
    assert merit.name == "@shop"
    assert merit.reasons == (
        "what people write is read by Ann, and answered within 1 day",
        "No. 2 is about the account as a whole",
    )
    (praised,) = merit.automations
    assert "answers only when somebody mentions the account" in praised.reasons
    assert any(
        each.startswith("acts once for each person in 1 day, and so hands on no more") for each in praised.reasons
    )
    assert "leaves accounts that are marked as automated alone" in praised.reasons
    assert "hands people on to Ann" in praised.reasons


def test_what_people_agreed_to_is_no_saying_of_theirs_where_it_is_a_word_of_ours() -> None:
    more = ", once_per: user per day, ignore: [bots], agreed_to: [messages, reminder]"
    text = automation("messaged", "{reply: Hello, disclose: [automated]}", more)
    ((praised,),) = (merit.automations for merit in report_of(text).merits)
    (said,) = (each for each in praised.reasons if "agreed" in each)
    assert said == (
        "people agreed to be written to and messages of this kind: reminder "
        "(reminding somebody of what they wanted to be reminded of)"
    )


def test_praise_names_what_people_agreed_to_how_they_end_it_what_they_are_told_and_when_it_runs() -> None:
    text = automation(
        "messaged",
        "{reply: Hello, disclose: [automated]}",
        ", once_per: user per day, ignore: [bots], agreed_to: the tide times, out_by: [command], approval: after, "
        "during: {hours: '6:00-22:30'}",
    )
    ((praised,),) = (merit.automations for merit in report_of(text).merits)
    for reason in (
        "people agreed to “the tide times”",
        "people can end it by a command",
        "it says that it is automatic",
        "a person looks at it when it has happened",
        "runs only from 06:00 to 22:30, so whoever writes at another time gets no answer from it",
    ):
        assert reason in praised.reasons


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("{ask: the parish clerk}", "the parish clerk says yes before anything goes out"),
        ("{ask: {text: May it go out?}}", "a person says yes before anything goes out"),
    ],
)
def test_who_says_yes_is_named_where_the_file_names_them(asks: str, told: str) -> None:
    text = automation("{event: schedule, every: 1 week}", f"{asks}, post: The bells ring at noon")
    ((notice,),) = (merit.automations for merit in report_of(text).merits)
    assert told in notice.reasons


@pytest.mark.parametrize(
    ("ignored", "told"),
    [
        ("team", {"leaves “team” alone"}),
        ("[bots, Team]", {"leaves “Team” and accounts that are marked as automated alone"}),
        ("['@rival', bots]", {"leaves “@rival” and accounts that are marked as automated alone"}),
        ("temas", set()),
        ("[temas, bots]", {"leaves accounts that are marked as automated alone"}),
        ("'own_for each step s accounts'", set()),
    ],
)
def test_praise_names_lists_and_nobody_unknown(ignored: str, told: set[str]) -> None:
    text = "lists: {team: {inside: true}}\n" + automation("mentioned", "notify", f", ignore: {ignored}")
    ((praised,),) = (merit.automations for merit in report_of(text).merits)
    assert {each for each in praised.reasons if each.startswith("leaves")} == told


def test_nothing_that_has_to_be_changed_is_praised() -> None:
    (merit,) = report_of(automation("followed", "follow: event.user", ", limit: 3 per day")).merits
    assert merit.automations == ()


def test_what_the_file_does_not_say_is_asked_once_with_all_accounts() -> None:
    text = (
        "accounts:\n  a: {platform: x, handle: '@a', pause: Ann}\n  b: {platform: x, handle: '@b'}\n"
        "automations:\n  - {id: one, account: [a, b], when: {event: schedule, every: 1 day}, do: [post: Hello]}\n"
    )
    asked = {question.answer: question.accounts for question in report_of(text).questions}
    assert asked["pause: …"] == ("@b",)
    assert asked["operator: …"] == ("@a", "@b")


def test_nothing_is_asked_of_accounts_on_which_nobody_notices_anything() -> None:
    assert report_of(automation("mentioned", "notify: Ann")).questions == ()


def test_what_is_answered_is_not_asked() -> None:
    said = (
        "accounts:\n  shop: {platform: x, handle: '@shop', run_by: business, pause: Ann, operator: '@ann', "
        "automated_label: true, inbox: {read_by: Ann, reply_within: 1 day}, audience: {countries: [IE]}}\n"
    )
    assert report_of(automation("mentioned", "reply: Hello").replace(SHOP, said)).questions == ()
    nowhere = said.replace("[IE]", "[]")
    asked = report_of(automation("mentioned", "reply: Hello").replace(SHOP, nowhere)).questions
    assert [(each.key, each.answer) for each in asked] == [("audience", "audience: {countries: […]}; based_in: …")]
    seated = nowhere.replace("run_by", "based_in: IE, run_by")
    asked = report_of(automation("mentioned", "reply: Hello").replace(SHOP, seated)).questions
    assert [(each.key, each.answer) for each in asked] == [("readers", "audience: {countries: […]}")]


def test_whose_an_account_is_stands_beside_it() -> None:
    content = report_of(FOLLOW_BACK.replace("platform: x,", "platform: x, client: Corner Shops,"))
    assert [account.client for account in content.accounts] == ["for Corner Shops"]
    assert "not said · for Corner Shops" in Parsed(html(content, built_in())).words
    assert "not said · for Corner Shops" in markdown(content, built_in())


def test_an_account_that_no_file_describes_is_asked_about_and_named_as_not_seen() -> None:
    content = report_of("automations:\n  - {id: one, account: ghost, when: mentioned, do: [reply: Hello]}\n")
    assert content.questions[0].text.startswith("Whose account is this")
    assert any("ghost" in each.cases for each in content.unseen)


def test_what_could_not_be_read_is_told_and_not_counted_as_a_finding() -> None:
    content = report_of(f"{FOLLOW_BACK}    whenn: mentioned\n")
    assert any("could not be read or understood" in each.sentence for each in content.unseen)
    assert all(group.rule != "not-understood" for gravity in content.gravities for group in gravity.groups)
    assert any("not judged" in sentence.text for sentence in content.verdict)


def test_what_is_switched_off_is_named() -> None:
    text = automation("mentioned", "reply: Hello", ", title: Says hello, enabled: false")
    content = report_of(f"{text}  - {{id: two, account: shop, when: {DAILY}, do: [post: Hi]}}\n")
    merit = content.merits[0].automations[-1]
    assert merit.name == "Says hello on @shop"
    assert "it sends nothing as long as it stays off" in merit.reasons[0]
    said = "Switched off, as the files say, and sends nothing as long as it stays off: “Says hello” on @shop."
    assert said in [each.text for each in answer(content, "fine")]
    assert content.files[0].holds == "1 account and 2 automations (1 of them switched off)"


def test_facts_older_than_a_year_are_named() -> None:
    found = examined(FOLLOW_BACK)
    late = wishes()._replace(today=date(2028, 1, 1))
    assert not any("older than a year" in each.sentence for each in compose(found, wishes()).unseen)
    assert any("X is older than a year" in each.sentence for each in compose(found, late).unseen)


def test_a_source_older_than_a_year_is_marked_wherever_it_is_cited() -> None:
    found = examined(FOLLOW_BACK)
    for day, marked in ((date(2026, 12, 1), False), (date(2028, 1, 1), True)):
        content = compose(found, wishes()._replace(today=day))
        assert content.otherwise is not None
        cited = [each for gravity in content.gravities for group in gravity.groups for each in group.sources]
        cited += [each for then in (*content.otherwise.accounts, *content.otherwise.law) for each in then.sources]
        own = [each for each in cited if each.title]
        assert own
        assert all(each.dated.endswith("; more than a year ago: it may have changed") is marked for each in own)


def test_stories_are_few_the_worst_first_and_a_well_made_one_last() -> None:
    events = {
        "followed": "follow: event.user",
        "unfollowed": 'post: "{{ event.user.handle }} left us"',
        "joined": "dm: Buy now!",
        "liked": "dm: Buy now!",
        "reposted": "unfollow: event.user",
        "left": "dm: Come back!",
        "opted_out": "dm: Come back!",
    }
    text = (
        f"{SHOP}  museum: {{platform: bluesky, handle: '@museum.example', inbox: {{read_by: Ann}}}}\nautomations:\n"
        "  - {id: help, account: museum, when: mentioned, once_per: user per day, do: [reply: Hello, assign: Ann]}\n"
    )
    text += "".join(
        f"  - {{id: on-{event}, account: shop, when: {event}, do: [{do}]}}\n" for event, do in events.items()
    )
    numbering = numbering_of(text)
    told = stories(numbering, {}, [], built_in())
    grave = [numbering.gravest(story.findings) for story in told]
    assert len(told) == MOST + 1
    assert grave[:-1] == sorted(grave[:-1], reverse=True)
    assert told[-1].opening == "@stranger mentions @museum.example."
    assert told[-1].findings == ()


TIMED = (
    "accounts:\n  a: {platform: x, handle: '@a'}\n  b: {platform: x, handle: '@b'}\nautomations:\n"
    "  - {id: early, account: a, when: {event: schedule, every: 1 day, at: '05:45'}, do: [post: Good morning]}\n"
    "  - {id: sale, account: [a, b], when: {event: schedule, at: '2027-01-02 09:00'}, do: [post: Half price]}\n"
    "  - {id: tip, account: a, when: {event: schedule, every: 1 day, at: '05:45'}, "
    "do: [generate: {tip: a tip}, post: '{{ tip }}']}\n"
)


def test_what_a_schedule_starts_at_one_time_is_played_alone_and_on_all_accounts_where_people_see_it_twice() -> None:
    told = {story.opening: [line.sentence for line in story.lines] for story in report_of(TIMED).stories}
    together = told["On 2 January 2027 at 09:00: what @a and @b do by themselves, at the same time."]
    assert together == ["@a posts in public: “Half price”", "@b posts in public: “Half price”"]
    (alone,) = (lines for opening, lines in told.items() if opening.startswith("Every day at 05:45: what @a does"))
    assert "@a posts in public: “Good morning”" in alone
    assert not [line for line in alone if "Half price" in line]


def test_what_people_notice_is_played_where_nothing_else_is_to_be_shown() -> None:
    text = SHOP.replace("inbox: {read_by: Ann, reply_within: 1 day}", "run_by: business")
    weekly_post = (
        "automations:\n  - {id: loaf, account: shop, when: {event: schedule, every: week}, do: [{post: Fresh}]}\n"
    )
    (story,) = report_of(f"{text}{weekly_post}").stories
    assert [line.sentence for line in story.lines] == ["@shop posts in public: “Fresh”"]
    assert not story.findings


def test_one_workflow_that_is_read_as_several_is_one_story_and_asks_colleagues_once() -> None:
    garden = compose(examine(Request((str(ROOT / "examples" / "garden-centre"),))), wishes())
    (tip,) = (story for story in garden.stories if story.opening.startswith("Every Monday at 08:00"))
    lines = [line.sentence for line in tip.lines]
    assert sum("May this go out" in line for line in lines) == 1
    assert "waits for a person's yes" in lines[-1]
    assert "posts in public" in lines[-1]


def test_what_is_kept_on_purpose_says_so_and_has_to_be_neither_changed_nor_switched_off() -> None:
    found = examined(FOLLOW_BACK)
    kept = Suppression(("auto-follow-back",), "we know them all", "2027-01-01", found.report.findings[0].span)
    findings = tuple(each._replace(suppressed=kept) for each in found.report.findings)
    content = compose(found._replace(report=found.report._replace(findings=findings)), wishes())
    assert content.verdict[0].text == "Whatever was found is kept on purpose."
    assert content.pauses == ()
    assert "we keep it, because we know them all until 1 January 2027" in Parsed(html(content, built_in())).words
    assert "we keep it, because: we know them all, until 1 January 2027" in markdown(content, built_in())


def test_what_a_comment_in_a_file_accepts_is_shown_and_not_praised() -> None:
    note = "  # sociable: ignore[auto-follow-back] until=2027-01-01 -- we know them all"
    content = report_of(f"{FOLLOW_BACK.rstrip()}{note}\n")
    (found,) = (
        each for gravity in content.gravities for group in gravity.groups for each in group.findings if each.decision
    )
    assert found.decision is not None
    assert (found.decision.reason, found.decision.until) == ("we know them all", "1 January 2027")
    assert content.pauses == ()
    assert [number.amount for number in content.numbers if number.words == "kept on purpose"] == [1]
    (kept,) = (each for each in content.counted if each.key == "kept")
    assert (kept.numbers, kept.anchor) == ((found.number,), "error")
    assert next(number for number in content.numbers if number.anchor == kept.anchor)
    assert not any(merit.automations for merit in content.merits)
    assert content.accounts[0].automations[0].findings == (found.number,)


def test_accounts_of_one_handle_are_told_apart_by_their_platforms() -> None:
    text = (
        "accounts:\n  a: {platform: bluesky, handle: '@shop.example'}\n"
        "  b: {platform: instagram, handle: '@shop.example'}\n"
        "automations:\n  - {id: one, account: [a, b], when: followed, do: [dm: Welcome]}\n"
    )
    content = report_of(text)
    assert [each.name for each in content.accounts] == ["@shop.example (Bluesky)", "@shop.example (Instagram)"]
    assert {pause.name.text for pause in content.pauses} == {
        "“one” on @shop.example (Bluesky)", "“one” on @shop.example (Instagram)",
    }  # fmt: skip


def test_a_rule_that_another_speaks_for_is_told_in_its_own_words_with_what_to_do() -> None:
    content = compose(examine(Request((str(ROOT / "examples" / "ratchet"),))), wishes())
    also = [
        each
        for gravity in content.gravities
        for group in gravity.groups
        for each in group.passages
        if each.label == "also"
    ]
    (told,) = (sentence for each in also for sentence in each.sentences)
    assert told.startswith("@corner_bakery follows the followers of the followers of this account")
    assert told.endswith("Follow accounts that somebody has read and chosen, one at a time.")


def test_what_another_tool_wrote_and_nobody_understands_is_named_and_asked() -> None:
    found = examined(FOLLOW_BACK)
    span = found.report.findings[0].span
    parts = (Part("Get mail", span, "understood"), Part("Code", span, "not-understood", "made-in-code"))
    project = found.project._replace(
        coverage={"a.yml": Coverage("n8n", parts)}, open=(OpenFact("who approves", "the export does not say", span),)
    )
    content = compose(found._replace(project=project), wishes())
    assert content.unseen[0].sentence == "a.yml is n8n: 1 of its 2 parts could be understood. These could not:"
    assert content.unseen[0].cases == ("Code: a program in it decides",)
    assert content.questions[-1].text == "who approves: the export does not say?"


@pytest.mark.parametrize(
    ("when", "do", "rule", "lead"),
    [
        ("commented", "{generate: {answer: be kind}}, {reply: '{{ answer }}'}", "undisclosed-ai", "elsewhere"),
        (
            "{event: messaged, contains: [refund]}",
            "{dm: 'Book a seat now.', purpose: promotion}",
            "offer-instead-of-help",
            "judgement",
        ),
    ],
)
def test_our_judgement_says_whether_there_is_a_law_elsewhere(when: str, do: str, rule: str, lead: str) -> None:
    shop = "accounts:\n  shop: {platform: instagram, inbox: {read_by: Zoe}}\n"
    rows = f"{shop}automations:\n  - {{id: a, account: shop, purpose: support, when: {when}, do: [{do}]}}\n"
    groups = [group for gravity in report_of(rows).gravities for group in gravity.groups]
    *_, source = next(group.sources for group in groups if group.rule == rule)
    assert (source.title, source.lead) == ("", built_in().say("findings", lead))


def test_a_note_to_write_is_said_to_go_into_the_file_and_other_advice_is_not() -> None:
    content = compose(agency(), wishes())
    groups = [group for gravity in content.gravities for group in gravity.groups]
    says = built_in().say("findings", "for_file")
    noted = {group.rule for group in groups for each in group.passages if says in each.sentences}
    assert "open-facts" in noted
    assert "auto-follow-back" not in noted


def test_what_ends_with_what_is_switched_off_says_so() -> None:
    content = compose(agency(), wishes())
    ends = {each.message for each in content.to_agree_on if "this has stopped too" in each.due}
    assert ends == {"Accounts that follow each other by machine"}


def test_red_is_explained_only_where_a_loop_is_drawn() -> None:
    red, brown = "Red is a loop", "Brown is a loop that ends by itself"
    endless = "accounts: {a: {platform: x, handle: '@a'}}\nautomations:\n" + "".join(
        f"  - {{id: {name}, account: a, when: posted, do: [post: Again]}}\n" for name in ("one",)
    )
    assert red in html(report_of(endless), built_in())
    settled = html(compose(agency(), wishes()), built_in())  # two accounts that follow each other back
    assert brown in settled
    assert "card looping ends" in settled
    assert red not in settled
    neither = html(report_of(automation("mentioned", "reply: Hello")), built_in())
    assert red not in neither
    assert brown not in neither


def test_a_report_is_called_by_whose_accounts_it_is_about() -> None:
    assert compose(agency(), wishes()).title == ("What 5 accounts do to people by themselves")
    assert report_of("").title == "What these automations do to people"


def test_a_line_where_several_things_are_is_named_once() -> None:
    places = [
        [(place.path, place.line) for place in found.places]
        for gravity in compose(examine(Request((str(ROOT / "examples" / "shaming-council"),))), wishes()).gravities
        for group in gravity.groups
        for found in group.findings
    ]
    assert all(len(each) == len(set(each)) for each in places)
    assert max(map(len, places)) > 1


def test_handles_addresses_and_paths_are_not_broken_at_their_hyphens() -> None:
    page = html(compose(agency(), wishes()), built_in())
    assert '<span class="whole">@gym-north.example</span>' in page
    assert '<span class="whole">examples/agency/gym.yml' not in page


def test_the_drawing_shows_no_ids_of_what_has_a_title() -> None:
    page = html(compose(examine(Request((str(ROOT / "examples" / "garden-centre"),))), wishes()), built_in())
    drawn = page[page.index("<svg") : page.index("</svg>")]
    assert "Tip of the week" in drawn
    assert "Monday morning /" not in drawn


def test_the_drawing_and_its_table_say_in_the_same_words_when_something_starts() -> None:
    times = ("{event: schedule, on: monday, at: '08:00'}", "{event: schedule, at: '2027-01-02 09:00'}")
    report = report_of(
        "accounts: {a: {platform: x}}\nautomations:\n"
        + "".join(f"  - {{id: m{at}, account: a, when: {when}, do: [post: Hi]}}\n" for at, when in enumerate(times))
    )
    (box,), (account,) = report.picture.boxes, report.accounts
    told = [card.when for card in box.cards]
    assert told == [row.when for row in account.automations]
    assert told == ["every Monday at 08:00", "on 2 January 2027 at 09:00"]


def test_what_is_supposed_in_a_story_is_told_as_supposed() -> None:
    notes = [note for story in compose(agency(), wishes()).stories for line in story.lines for note in line.notes]
    assert "supposing that it says “outage” or “power”" in notes
    assert not [note for note in notes if "taken to hold" in note]


def test_of_nothing_nothing_is_said_and_nothing_drawn() -> None:
    page = html(report_of("accounts: {}\n"), built_in())
    assert "No automation was found, so nothing can be said for any." in page
    assert "<svg" not in page


def test_an_account_on_which_nothing_runs_is_neither_praised_nor_blamed() -> None:
    page = html(report_of("accounts: {shop: {platform: x}}\n"), built_in())
    assert "No automation was found, so nothing can be said for any." in page
    assert "No automation here is switched on." in page
    assert "What runs on two accounts" not in page


def test_a_clause_whose_first_word_has_a_comma_begins_with_a_capital_too() -> None:
    assert told("competitors, and others, can complain") == "Competitors, and others, can complain."
    assert told("shop-orders sends") == "shop-orders sends."


COMMANDS = (
    "accounts:\n  shop: {platform: whatsapp, handle: '@shop', inbox: {read_by: Ann and Ben, hours: '9:00-18:00'}}\n"
    "automations:\n"
    "  - {id: open, account: shop, when: {event: messaged, contains: [PERSON]}, during: open, do: [assign: Ann]}\n"
    "  - {id: shut, account: shop, when: {event: messaged, contains: [PERSON]}, during: closed,\n"
    "     do: [dm: We are back at nine., assign: Ann]}\n"
    "  - {id: rest, account: shop, when: {event: messaged, otherwise: true}, do: [dm: Hello there.]}\n"
    "  - {id: note, account: shop, when: messaged, do: [store: '{{ event.message.text }}']}\n"
)


def test_a_story_starts_what_one_message_starts_and_nothing_that_waits_for_another() -> None:
    (story,) = [each for each in report_of(COMMANDS).stories if not each.findings]
    assert story.opening == "@stranger writes to @shop in private, outside opening hours."
    assert [line.sentence.split(" (")[0] for line in story.lines] == [
        "@shop writes to @stranger in private: “We are back at nine.”",
        "@shop hands it to Ann",
        "@shop stores something",
    ]


def test_a_story_says_which_command_is_given() -> None:
    text = automation("{event: command, named: start}", "reply: Welcome")
    text += "  - {id: stop, account: shop, when: {event: command, named: stop}, do: [reply: Good-bye]}\n"
    openings = [story.opening for story in report_of(text).stories]
    assert "@stranger gives @shop a command: “start”." in openings
    assert all(len(story.lines) == 1 for story in report_of(text).stories)


def test_a_condition_that_does_not_hold_is_not_spelt_out_in_a_story() -> None:
    choice = "{if: 'answer contains \"NO\"', do: [assign: Ann], else: [reply: '{{ answer }}']}"
    told = report_of(automation("mentioned", f"generate: {{answer: short}}, {choice}")).stories
    lines = [line.sentence for story in told for line in story.lines]
    assert "@shop does nothing: here a condition in the file does not hold" in lines


def test_what_runs_on_several_accounts_is_named_where_numbers_differ_and_nothing_is_said_where_none_does() -> None:
    for number, named in ((2, ("sale",)), (1, ())):
        accounts = [f"a{n}" for n in range(number)]
        described = "".join(f"  {each}: {{platform: bluesky, handle: '@{each}'}}\n" for each in accounts)
        content = report_of(
            f"accounts:\n{described}automations:\n  - {{id: sale, account: [{', '.join(accounts)}], "
            "when: {event: schedule, on: monday}, do: [post: Half price]}\n"
        )
        assert content.shared == named
        for page in (html(content, built_in()), markdown(content, built_in())):
            assert page.count("What runs on several accounts is counted") == 2 * len(named)


def test_an_arrow_says_what_it_waits_for() -> None:
    content = report_of(
        "accounts:\n  a: {platform: bluesky, handle: '@a'}\n  b: {platform: bluesky, handle: '@b'}\nautomations:\n"
        "  - {id: says, account: a, when: webhook, do: [post: 'The museum: {{ event.payload.text }}']}\n"
        "  - {id: finds, account: b, when: {event: post_matched, keywords: [museum]}, do: [notify: us]}\n"
    )
    assert any("finds on @b (only when a search finds a post: “museum”)" in each for each in content.links)


BETWEEN_ROOMS = """accounts:
  porter: {platform: telegram, kind: bot, inbox: unread}
automations:
  - id: copies
    account: porter
    when: {event: posted_here, in: [cellar, attic]}
    admits: [not_ours]
    do: [{post: {in: hall, text: "{{ event.post.text }}"}}]
"""


def test_whoever_posts_in_a_room_that_is_named_is_not_said_to_be_in_a_room_of_the_account() -> None:
    openings = [each.opening for each in report_of(BETWEEN_ROOMS).stories]
    assert openings == ["@stranger posts in “cellar” or “attic”."]


def test_the_first_page_names_what_nothing_was_found_of_or_else_what_is_stated() -> None:
    fine = "  - {id: asks, account: shop, when: mentioned, do: [notify: Ann]}\n"
    counted, stated = [each.text for each in answer(report_of(f"{FOLLOW_BACK}{fine}"), "fine")]
    assert counted == "In 1 of 2 automations nothing was found. On @shop: “asks”."
    assert stated.startswith("What the files state in favour of @shop: what people write is read by Ann")
    none, beside = answer(report_of(FOLLOW_BACK), "fine")
    assert none.text == "No automation is fine without a but: something was found about each."
    assert beside.text.startswith("What the files state in favour of @shop: what people write is read")
    assert [(each.name, each.anchor) for each in beside.links] == [("@shop", "fine"), ("No. 2", "f2")]


def test_where_nothing_has_to_be_switched_off_the_section_is_not_called_after_that() -> None:
    calm = report_of(
        "accounts: {a: {platform: x}}\nautomations:\n  - {id: p, account: a, when: manual, do: [post: Hi]}\n"
    )
    assert calm.pauses == ()
    for page in (html(calm, built_in()), markdown(calm, built_in())):
        assert "What to do first" in page
        assert "What to switch off first" not in page
    assert "What to switch off first" in html(report_of(FOLLOW_BACK), built_in())


def test_only_a_file_of_our_own_format_is_said_to_note_what_is_switched_off() -> None:
    for example, is_noted in (("agency", True), ("garden-centre", False)):
        content = compose(examine(Request((str(ROOT / "examples" / example),))), wishes())
        for page in (html(content, built_in()), markdown(content, built_in())):
            assert ("enabled: false" in page) is is_noted


def test_the_stations_of_a_loop_are_called_as_everywhere_else() -> None:
    sample = ROOT / "tests" / "readers" / "variants" / "found-and-answered-on-mastodon.json"
    content = compose(examine(Request((str(sample),))), wishes())
    stations = [
        step for each in content.gravities for group in each.groups for found in group.findings for step in found.loop
    ]
    assert [each.automation for each in stations] == ["Flow", "Flow"]
    assert stations[0].account == "the Mastodon account"
    assert not [each for each in stations if re.search(r"\bmastodon\b", each.sentence)]


ANSWERS_AT_ANY_HOUR = """accounts:
  town: {platform: bluesky, handle: "@town", inbox: {read_by: the desk, reply_within: 1 day, hours: HOURS}}
automations:
  - id: answers
    account: town
    purpose: support
    when: mentioned
    once_per: user per day
    ignore: [bots, own_accounts]KEYS
    do: [{reply: "TEXT"}, assign: the desk]
"""


@pytest.mark.parametrize(
    ("hours", "keys", "text", "doubt"),
    [
        (
            "Monday to Friday",
            "",
            "A colleague looks at this today.",
            "“today” whenever it runs, and somebody is there M",
        ),
        ("{days: [weekdays]}", "", "Das sieht sich heute jemand an.", "“heute” whenever it runs, and somebody is"),
        ("'9:00-17:00'", "", "We answer right away.", "somebody is there every day from 09:00 to 17:00"),
        ("{days: [saturday], hours: '9:00-12:00'}", "", "Answered today.", "there Saturday from 09:00 to 12:00"),
        (
            "{days: [tuesday, friday]}",
            "",
            "Answered today.",
            "somebody is there Tuesday and Friday",
        ),
        ("{days: [friday-monday]}", "", "Answered today.", "somebody is there Friday to Monday"),
        ("{days: [weekdays]}", "", "A colleague looks at this on the next working day.", ""),
        ("{days: [weekdays]}", "\n    during: open", "A colleague looks at this today.", ""),
        ("'0:00-24:00'", "", "A colleague looks at this today.", ""),
    ],
)
def test_an_answer_within_the_day_is_not_told_as_fine_at_hours_at_which_nobody_is_there(
    hours: str, keys: str, text: str, doubt: str
) -> None:
    content = report_of(ANSWERS_AT_ANY_HOUR.replace("HOURS", hours).replace("KEYS", keys).replace("TEXT", text))
    (praised,) = (each for merit in content.merits for each in merit.automations)
    doubts = [each for each in praised.reasons if each.startswith("but it promises an answer ")]
    assert bool(doubts) is bool(doubt)
    assert all(doubt in each for each in doubts)
    assert ("but it promises" in answer(content, "fine")[0].text) is bool(doubt)
    assert content.stories  # what people notice is played either way


def test_opening_hours_stand_beside_whoever_reads() -> None:
    (row,) = report_of(ANSWERS_AT_ANY_HOUR.replace("HOURS", "Monday to Friday").replace("KEYS", "")).accounts
    assert row.read_by == "the desk, Monday to Friday, within 1 day"


def test_one_feed_on_several_accounts_is_one_story_with_the_address_of_the_feed() -> None:
    council = compose(examine(Request((str(ROOT / "examples" / "shaming-council"),))), wishes())
    (news,) = (each for each in council.stories if "has something new" in each.opening)
    assert "“https://council.example/news.xml”. The same sets off @" in news.opening
    assert [line.sentence.split(" posts")[0] for line in news.lines] == ["@example_council", "@good_council"]


def test_whether_a_room_is_open_is_asked_where_its_posts_are_brought_elsewhere() -> None:
    content = report_of(BETWEEN_ROOMS)
    (asked,) = (each for each in content.questions if each.key == "room")
    assert asked.accounts == ("“cellar”", "“attic”")
    assert "whether anybody can read “cellar” and “attic”" in [each.sentence for each in content.unseen]
    known = f"places: {{cellar: {{open: false}}, attic: {{open: true}}}}\n{BETWEEN_ROOMS}"
    assert not [each for each in report_of(known).questions if each.key == "room"]


def test_where_files_lie_on_the_machine_of_whoever_made_the_report_is_not_told(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yml").write_text(f"sociable: 1\n{FOLLOW_BACK.replace('shop', name)}")
    content = compose(examine(Request((str(tmp_path),))), wishes())
    assert [each.path for each in content.files] == ["one/a.yml", "two/a.yml"]
    assert all(each.digest for each in content.files)
    assert str(tmp_path) not in html(content, built_in())


def test_what_a_list_agreed_to_is_told_with_each_automation_that_writes_to_it_also_with_one_that_has_one_finding() -> (
    None
):
    text = """
accounts:
  post: {platform: email, handle: hi@fox.example, run_by: institution, inbox: {read_by: Jo}, pause: Jo, based_in: GB}
lists:
  donors: {came_by: form, agreed_to: [news, promotion], confirmed: twice, out_by: [link], stop_on: [unsubscribe]}
automations:
  - id: appeal
    account: post
    purpose: promotion
    when: {event: schedule, at: "2027-01-18 11:00", timezone: Europe/London}
    approval: human
    do: [email: {target: donors, subject: Give, text: "Dear friend, give. Unsubscribe: {{ account.unsubscribe }}"}]
"""
    content = report_of(text)
    (merit,) = (each for account in content.merits for each in account.automations)
    assert merit.reasons[0] == "may go on until a change is agreed on: No. 1"
    assert merit.links[0].name == "No. 1"
    assert (
        "people on the list “donors” agreed to messages of this kind: news (telling what happened) and messages of "
        "this kind: promotion (selling or advertising), and confirmed it by a second step, "
        "can end it by a link in what they get and can end it by writing “unsubscribe”"
    ) in merit.reasons
    told = [each.text for each in answer(content, "fine")]
    assert "This may go on until you have agreed on a change to it: “appeal” (No. 1)." in told


def test_what_has_to_stop_is_not_told_as_fine_but_for_it() -> None:
    text = automation("{event: schedule, every: 1 day}", "dm: {target: followers, text: Buy}", ", purpose: promotion")
    content = report_of(text)
    assert content.pauses
    assert not [each for account in content.merits for each in account.automations]


def test_nobody_can_stop_it_but_somebody_is_named_for_another_account_or_it_belongs_to_somebody_named() -> None:
    beside = (
        "  post: {platform: email, handle: hi@fox.example, pause: Dev}\n  app: {platform: whatsapp, pause: false}\n"
    )
    lone = "  app: {platform: whatsapp, run_by: business, client: Fox Ltd, pause: false}\n"
    written = (
        "automations:\n  - {id: a, account: app, when: {event: schedule, on: monday}, do: [dm: {target: x, text: Hi}]}"
    )
    lists = "lists: {x: {agreed_to: none}}\n"
    of_others = " ".join(report_of(f"accounts:\n{beside}{lists}{written}").pauses[0].ask)
    assert of_others.startswith(
        "the file names nobody who can stop it, and somebody has to be found who can: start with Dev, who is named"
    )
    alone = " ".join(report_of(f"accounts:\n{lone}{lists}{written}").pauses[0].ask)
    assert "only that it belongs to Fox Ltd, and somebody has to be found who can: find out" in alone


def test_where_some_of_a_file_could_not_be_read_no_story_says_that_nothing_follows() -> None:
    numbering = numbering_of(automation("mentioned", "reply: Hello", ", once_per: user per day, ignore: [bots]"))
    (told, *_) = stories(numbering, {"a.yml": ["Review service"]}, [], built_in())
    assert told.ending == ("What follows could not be read: what “Review service” does, we do not know.",)
    (whole, *_) = stories(numbering, {"b.json": ["Review service"]}, [], built_in())
    assert "nothing more happens" in whole.ending[0]


def _all_told(content: Content) -> list[ToldFinding]:
    return [found for gravity in content.gravities for group in gravity.groups for found in group.findings]


def test_a_loop_with_a_strangers_bot_is_told_apart_from_loops_among_the_accounts() -> None:
    content = report_of(automation("mentioned", "reply: Hello"))
    (tile,) = (each.words for each in content.numbers if "loop" in each.words)
    assert tile == "loops among these accounts; 1 with a stranger's bot"
    assert content.links[0].startswith("By themselves none of these automations sets off another")
    assert content.links[1].startswith("With the bot of a stranger that does the same")
    assert "“one” on @shop" in content.links[1]


def test_where_nothing_goes_round_none_sets_off_another() -> None:
    content = report_of(automation("{event: schedule, on: monday}", "post: Hello"))
    assert content.links[0] == "None of these automations sets off another."


def test_what_can_start_a_loop_is_marked_by_its_number_and_handles_that_look_alike_are_told_apart() -> None:
    text = """
accounts:
  tg: {platform: telegram, handle: "@fan_news", kind: bot}
  dc: {platform: discord, handle: fan-news, kind: bot}
automations:
  - {id: goal, account: tg, when: {event: webhook, named: goal}, do: [post: Goal]}
  - {id: there, account: dc, when: {event: account_posted, from: [tg]}, do: [post: "{{ event.post.text }}"]}
  - {id: back, account: tg, when: {event: account_posted, from: [dc]}, do: [post: "{{ event.post.text }}"]}
"""
    content = report_of(text)
    assert {each.name for each in content.accounts} == {"@fan_news (Telegram)", "“fan-news” (Discord)"}
    rows = {each.name: each for account in content.accounts for each in account.automations}
    (number,) = (each.number for each in _all_told(content) if each.loop_then)
    assert rows["goal"].deeds == ("posts (which can start a loop)",)
    assert rows["goal"].findings == (number,)
    fine = " ".join(each.text for each in answer(content, "fine"))
    assert f"“goal” (but it can start the loop of No. {number})" in fine
    assert not [each for name in ("there", "back") for each in rows[name].deeds if "start a loop" in each]


def test_what_has_a_part_in_a_finding_told_of_another_automation_is_not_called_fine_without_its_number() -> None:
    text = """
accounts:
  desk: {platform: telegram, handle: "@desk", kind: bot, in: anglers, inbox: {read_by: Bo}}
  guard: {platform: telegram, handle: "@guard", kind: bot, in: anglers, inbox: {read_by: Bo}}
automations:
  - {id: lets-in, account: desk, when: join_requested, do: [accept: event.user]}
  - {id: turns-away, account: guard, when: {event: join_requested, in: anglers}, do: [decline: event.user]}
"""
    content = report_of(text)
    told = {group.rule: group.findings[0].number for each in content.gravities for group in each.groups}
    number = told["accounts-at-odds"]
    (fine,) = (each for each in answer(content, "fine") if "lets-in" in each.text)
    assert f"“lets-in” (but it has a part in No. {number}, together with another automation)" in fine.text
    assert f"No. {number}" in [each.name for each in fine.links]
    rows = {each.name: each.findings for account in content.accounts for each in account.automations}
    assert rows["lets-in"] == (number,)


def test_one_finding_and_nothing_in_favour_is_not_told_as_fine() -> None:
    sale = "{event: schedule, every: 1 day, at: '09:00'}"
    text = (
        "accounts:\n  a: {platform: x, handle: '@a'}\n  b: {platform: x, handle: '@b'}\nautomations:\n"
        f"  - {{id: sale, account: [a, b], when: {sale}, "
        "do: [{generate: {words: Sell}}, post: '{{ words }}']}\n"
    )
    content = report_of(text)
    found = {n for account in content.accounts for each in account.automations for n in each.findings}
    assert found
    assert not [each for account in content.merits for each in account.automations if "fine but for" in each.reasons[0]]


@pytest.mark.parametrize(("count", "more"), [(3, ""), (4, "of 1 more account."), (9, "of 6 more accounts.")])
def test_of_many_accounts_it_is_said_of_how_many_more_something_is_stated(count: int, more: str) -> None:
    accounts = "".join(f"  a{at}: {{platform: x, handle: '@a{at}', pause: desk}}\n" for at in range(count))
    runs = "".join(f"  - {{id: m{at}, account: a{at}, when: mentioned, do: [notify: us]}}\n" for at in range(count))
    (said,) = (
        each
        for each in answer(report_of(f"accounts:\n{accounts}automations:\n{runs}"), "fine")
        if "in favour of" in each.text
    )
    assert said.text.count("desk can stop it") == 3
    assert said.text.endswith(more)
    assert ("more account" in said.text) == bool(more)
    assert not more or said.links[-1].anchor == "fine"


CALLED = """{"nodes": [
  {"name": "Hook", "type": "n8n-nodes-base.webhook", "parameters": {"path": "x"}},
  {"name": "Say it", "type": "n8n-nodes-base.telegram", "parameters": {"chatId": "@barn", "text": "Fresh eggs"}}],
 "connections": {"Hook": {"main": [[{"node": "Say it", "type": "main", "index": 0}]]}}, "active": true}"""


def test_what_only_starts_something_is_not_what_follows() -> None:
    (story, *_) = report_of(CALLED).stories
    assert story.opening.startswith("Another program starts what runs on ")
    assert story.ending == ("After 1 step it is over: nothing more happens.",)
