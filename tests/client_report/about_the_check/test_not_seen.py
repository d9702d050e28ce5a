"""What could not be seen is named, on the first page and at the end."""

import json

from sociable.client_report.compose import compose
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine

from tests.client_report.reports import answer, report_of, wishes
from tests.readers.n8n.exports import DAILY, line, node

BAKERY = """\
accounts:
  bakery: {platform: instagram, handle: "@bakery", run_by: business, operator: Bo, automated_label: true}
automations:
  - id: answers
    account: bakery
    when: commented
    do: [{generate: {answer: be kind}}, {reply: "{{ answer }}"}]
  - {id: bread, account: bakery, when: {event: schedule, every: day, at: "07:00"}, do: [post: Fresh bread]}
  - {id: orders, account: bakery, when: ordered, limit: 5 per day, do: [notify: Bo]}
"""


def test_each_open_question_is_named_with_its_accounts_and_what_no_file_holds_beside_them() -> None:
    content = report_of(BAKERY.replace("when: ordered", "when: order_placed"))
    assert [each.sentence for each in content.unseen][:7] == [
        "who can switch off what runs on @bakery",
        "whether people are told that an AI writes to them, in “answers” on @bakery",
        "in which countries the readers of @bakery live",
        "who reads what people write to @bakery",
        "what an AI will write, in “answers” on @bakery",
        "how often these run: “answers” on @bakery",
        "whether the tools are set up as the files say, and what people really get to see",
    ]
    first_page, before = answer(content, "unseen")
    assert first_page.text == (
        "The files do not say who can switch off what runs on @bakery; whether people are told that an AI writes to "
        "them, in “answers” on @bakery; in which countries the readers of @bakery live; "
        "who reads what people write to @bakery; what an AI will write, in “answers” on @bakery; how often these run: "
        "“answers” on @bakery."
    )
    assert before.text == (
        "We read only the files that describe the automations. Whether they are switched on, and set up as the files "
        "say, we could not see."
    )
    assert [each.anchor for each in first_page.links] == ["unseen"]


def test_what_is_known_is_not_named() -> None:
    known = BAKERY.replace("when: ordered", "when: order_placed").replace(
        "automated_label: true",
        "automated_label: true, pause: Bo, inbox: {read_by: Bo, reply_within: 1 day}, audience: {countries: [NO]}",
    )
    known = known.replace('{reply: "{{ answer }}"}', '{reply: "{{ answer }}", disclose: [ai]}')
    told = report_of(known.replace("when: commented", "when: commented\n    limit: 3 per day")).unseen
    assert [each.sentence.split()[:2] for each in told if "@bakery" in each.sentence] == [["what", "an"]]


def test_where_nobody_outside_notices_anything_nothing_is_to_be_seen() -> None:
    text = (
        "accounts:\n  a: {platform: x}\nautomations:\n  - {id: one, account: a, when: mentioned, do: [notify: Ann]}\n"
    )
    assert report_of(text).unseen == ()
    assert not answer(report_of(text), "unseen")
    told = [each.text for each in answer(report_of(text.replace("notify: Ann", "reply: Hi")), "unseen")]
    assert any("Whether it is switched on" in each for each in told)


def test_several_accounts_are_counted_on_the_first_page() -> None:
    accounts = "".join(f"  {name}: {{platform: x, handle: '@{name}'}}\n" for name in "abc")
    every_day = "when: {event: schedule, every: day, at: '07:00'}"
    posts = "".join(f"  - {{id: {name}1, account: {name}, {every_day}, do: [post: Hi {name}]}}\n" for name in "abc")
    text = f"accounts:\n{accounts}automations:\n{posts}"
    content = report_of(text)
    told = answer(content, "unseen")[0].text
    assert told.startswith("The files do not say who can switch off what runs on all 3 accounts; in which countries")
    known = text.replace("'@c'", "'@c', pause: Bo")
    told = answer(report_of(known), "unseen")[0].text
    assert told.startswith("The files do not say who can switch off what runs on @a and @b; in which countries")


def test_several_automations_are_counted_on_the_first_page_and_named_at_the_end() -> None:
    known = (
        "pause: Bo, inbox: {read_by: Bo, reply_within: 1 day}, audience: {countries: [NO]}, automated_label: true, "
        "run_by: business, operator: Bo"
    )
    text = (
        f"accounts:\n  a: {{platform: x, {known}}}\nautomations:\n"
        "  - {id: one, account: a, when: mentioned, do: [reply: Hi]}\n"
        "  - {id: two, account: a, when: messaged, do: [dm: Hello]}\n"
        "  - {id: three, account: a, when: reviewed, do: [reply: Hello]}\n"
    )
    content = report_of(text)
    told, before = answer(content, "unseen")
    assert told.text == "The files do not say how often these run: 3 automations."
    assert before.text.startswith("We read only the files that describe the automations. Whether they are switched on")
    assert "how often these run: “one” on “a”, “two” on “a” and “three” on “a”" in [
        each.sentence for each in content.unseen
    ]


SAYS_IT_IS_ON: tuple[tuple[dict[str, bool], str], ...] = (
    ({}, "Whether it is switched on, and set up as they say, we could not see."),
    ({"active": True}, "When they were written, they say, the automation was switched on. Whether that is still so"),
    ({"active": False}, "When they were written, they say, the automation was switched off. Whether that is still so"),
)


def test_whether_an_export_was_switched_on_is_told_where_it_says_so() -> None:
    post = node("Post", "linkedIn", {"text": "Hello"})
    for said, told in SAYS_IT_IS_ON:
        written = json.dumps(line(DAILY, post, **said)).encode()
        content = compose(examine(Request((), ("flow.json", written))), wishes())
        assert told in answer(content, "unseen")[-1].text
        assert "the files that describe the automation." in answer(content, "unseen")[-1].text


def test_a_platform_whose_rules_nobody_looked_up_is_named_and_a_number_has_no_profile_to_ask_about() -> None:
    text = (
        "accounts: {box: {platform: sms}, shop: {platform: mastodon, handle: '@shop'}}\nautomations:\n"
        "  - {id: one, account: box, when: messaged, do: [dm: Thank you]}\n"
        "  - {id: two, account: shop, when: messaged, do: [dm: Thank you]}\n"
    )
    content = report_of(text)
    assert any(each.text.startswith("We hold no rules of SMS or of") for each in answer(content, "unseen"))
    (asked,) = (each for each in content.questions if each.key == "automated_label")
    assert asked.accounts == ("@shop",)


def test_who_sees_what_is_kept_of_people_is_not_known() -> None:
    text = (
        "accounts: {shop: {platform: x, handle: '@shop'}}\nautomations:\n"
        "  - {id: log, account: shop, when: mentioned, do: [store: '{{ event.user.handle }}', reply: Thank you]}\n"
        "  - {id: count, account: shop, when: liked, do: [store: one more]}\n"
    )
    said = [each.sentence for each in report_of(text).unseen]
    assert "who sees what is written down about people by “log” on @shop, and how long it is kept" in said
    assert not any("count on @shop, and how long" in each for each in said)


def test_notes_for_colleagues_are_said_to_be_looked_through_for_passwords_and_loops_to_be_our_own() -> None:
    content = report_of(BAKERY.replace("when: ordered", "when: order_placed"))
    checked = built_in().tables["checked"]["frequency"]
    assert checked.endswith("were not judged; passwords in them were looked for.")
    assert "loops among these accounts" in [number.words for number in content.numbers]


LIST = """\
accounts: {wa: {platform: whatsapp, handle: "+44 1632 960779", run_by: business, inbox: {read_by: Jo}, pause: Jo}}
automations:
  - id: ask
    title: Ask for news
    account: wa
    when: {event: webhook, named: over}
    do: [dm: {target: event.payload.phone, text: How was it?}]
  - {id: other, account: wa, when: messaged, do: [dm: Hello]}
"""


def test_what_people_agreed_to_is_a_question_and_is_not_seen_by_the_name_of_what_writes_to_them() -> None:
    content = report_of(LIST)
    (question,) = (each for each in content.questions if each.key == "agreed_to")
    assert question.accounts == ("“Ask for news” on +44 1632 960779",)
    clause = (
        "what the people have agreed to that get messages from “Ask for news” on +44 1632 960779 "
        "(if to nothing of the kind, stop them)"
    )
    assert clause in [each.sentence for each in content.unseen]
    assert clause in answer(content, "unseen")[0].text
    said = [found.message for each in content.gravities for group in each.groups for found in group.findings]
    assert any("have agreed to (in “Ask for news”)" in each for each in said)


def test_what_is_counted_on_the_first_page_leads_to_what_it_counts() -> None:
    accounts = "".join(f"  {name}: {{platform: x, handle: '@{name}'}}\n" for name in "abc")
    posts = "".join(f"  - {{id: {name}1, account: {name}, when: mentioned, do: [reply: Hi]}}\n" for name in "abc")
    told = answer(report_of(f"accounts:\n{accounts}automations:\n{posts}"), "unseen")[0]
    assert ("all 3 accounts", "accounts") in [(each.name, each.anchor) for each in told.links]
    assert ("3 automations", "doing") in [(each.name, each.anchor) for each in told.links]


def test_whether_people_are_told_of_an_ai_is_open_and_asked_unless_the_file_says_it() -> None:
    (asked,) = (each for each in report_of(BAKERY).questions if each.key == "told")
    assert asked.accounts == ("“answers” on @bakery",)
    for said in ("[ai]", "none"):
        stated = BAKERY.replace('{reply: "{{ answer }}"}', f'{{reply: "{{{{ answer }}}}", disclose: {said}}}')
        assert not [each for each in report_of(stated).questions if each.key == "told"]


def test_all_that_the_files_leave_open_is_told_on_the_first_page_before_what_is_true_of_any_report() -> None:
    content = report_of(
        "accounts:\n  a: {platform: sms, inbox: {read_by: Jo}}\n  b: {platform: x, handle: '@b'}\nautomations:\n"
        "  - {id: one, account: a, when: messaged, do: [generate: {t: Answer}, dm: '{{ t }}']}\n"
        "  - {id: log, account: b, when: mentioned, do: [store: '{{ event.user.handle }}', reply: Thank you]}\n"
    )
    told, *general = [each.text for each in answer(content, "unseen")]
    assert told.startswith("The files do not say ")
    assert "more thing" not in told
    for each in content.unseen[:-1]:
        if not each.sentence.startswith(("whether the tools", "We hold")):
            assert each.sentence.split(" “")[0].split(" @")[0] in told
    assert [each.split(" ")[0] for each in general] == ["We", "We"]
