"""Words that depend on which of several cases holds in a file."""

import pytest

from tests.engine.rules import found, rule
from tests.setups import facts

TWO = """
accounts: {{b: {{platform: x, handle: "@b"}}, a: {{platform: x, handle: "@a"}}, c: {{platform: x, handle: "@c"}}}}
automations:
{automations}
"""
ANSWERS = "  - {{id: {me}-answers, account: {me}, when: {{event: account_posted, from: {other}}}, do: [post: Me too]}}"


def told(kind: str, report: str, *automations: str) -> list[str]:
    text = TWO.format(automations="\n".join(automations))
    return [each.message for each in found(facts(text), rule(kind, report=report))]


def test_a_loop_names_its_accounts_whatever_their_order_in_the_file() -> None:
    ways = [ANSWERS.format(me="a", other="b"), ANSWERS.format(me="b", other="a")]
    report = 'report l.first: "{l.who}"'
    assert told("loop l", report, *ways) == told("loop l", report, *reversed(ways)) == ["@a and @b"]


def test_accounts_that_say_the_same_are_named_in_one_order() -> None:
    posts = [
        f"  - {{id: {name}, account: {name}, when: {{event: schedule, at: '08:00'}}, do: [post: Fresh bread]}}"
        for name in "bac"
    ]
    report = 'report r.second: "{r.who} publish {r.alike}"'
    said = told("repeat r", report, *posts[:2])
    assert said == told("repeat r", report, *reversed(posts[:2])) == ["@a and @b publish the same thing"]
    assert told("repeat r", report, *posts) == ["@a, @b and @c publish the same thing"]


def test_what_is_open_says_of_whom_and_what_depends_on_it() -> None:
    one = "  - {id: hello, account: a, when: {event: schedule, at: '08:00'}, do: [post: Hello]}"
    other = one.replace("account: a", "account: b").replace("hello", "bye")
    report = 'report p.first: "{p.says}; {p.unchecked}"'
    (said,) = told("open_facts p", report, one)
    assert said == (
        "who reads what people write back to @a, who can stop its automations and whether its profile says "
        "that it is automated; whether people who write get an answer, whether it can all be stopped on a bad day and "
        "whether the profile shows that a machine is at work"
    )
    label = "whether {} profile{} that {}"
    (said,) = told("open_facts p", report, one, other)
    assert said.startswith(
        "who reads what people write back to @b and @a, who can stop their automations and "
        + label.format("their", "s say", "they are automated;")
    )
    answers = "  - {id: thanks, account: c, when: mentioned, do: [reply: Thanks]}"
    (said,) = told("open_facts p", report, one, answers)
    assert ", nor who reads what people write back to @c and " + label.format("its", " says", "it is auto") in said
    third = one.replace("account: a", "account: c").replace("hello", "third")
    (said,) = told("open_facts p", report, one, third, answers.replace("thanks, account: c", "hi, account: b"))
    assert ", and 2 more questions about @a and @c are open; " in said


def test_what_is_open_names_the_list_and_where_its_agreement_is_written() -> None:
    report = 'report p.first: "{p.says}; {p.lines}"'
    accounts = "accounts:\n  a: {platform: sms, handle: '@a', inbox: {read_by: us}}\nautomations:\n  - id: offer\n"
    by_table = (
        "    account: a\n    when: {event: schedule, on: monday}\n    do: [dm: {target: rows('jobs'), text: Hello}]\n"
    )
    (finding,) = found(facts(accounts + by_table), rule("open_facts p", report=report))
    assert finding.message == (
        "what the people in “jobs” have agreed to, to whom @a writes; "
        "`lists: {jobs: {agreed_to: …}}` with what these people agreed to, or with `none` if they did not "
        "or if nobody can find out (then stop writing to them)"
    )
    by_hook = "    account: a\n    when: {event: webhook}\n    do: [dm: {target: event.payload.phone, text: Hello}]\n"
    (finding,) = found(facts(accounts + by_hook), rule("open_facts p", report=report))
    assert finding.message.startswith("what the people to whom @a writes have agreed to; beside `when:`, `agreed_to:`")


@pytest.mark.parametrize(("event", "by_hand"), [("{event: started, by: me}", True), ("{event: row_added}", False)])
def test_what_is_open_of_an_approval_names_the_platform_and_the_app(event: str, by_hand: bool) -> None:
    accounts = "accounts:\n  a: {platform: tiktok, handle: '@a', inbox: {read_by: us}, pause: us}\nautomations:\n"
    film = f"  - {{id: film, account: a, when: {event}, do: [post: {{text: Hi, media: [{{video: f.mp4}}]}}]}}\n"
    page = rule("open_facts p", report='report p.first: "{p.says}; {p.lines}"')
    (finding,) = found(facts(accounts + film), page)
    assert finding.message.startswith(
        "whether TikTok has approved the program behind @a; under its account, `approved:"
    )
    assert ("`via: platform`" in finding.message) is by_hand


def test_the_same_that_is_open_of_several_accounts_is_said_of_all_of_them() -> None:
    names = "abcd"
    accounts = "".join(
        f"  {name}: {{platform: x, handle: '@{name}', inbox: {{read_by: us}}, automated_label: true}}\n"
        for name in names
    )
    posts = "".join(
        f"  - {{id: {name}, account: {name}, when: {{event: schedule, at: '0{at}:00'}}, do: [post: Hello {name}]}}\n"
        for at, name in enumerate(names)
    )
    page = rule("open_facts p", report='report p.first: "{p.says}"')
    (finding,) = found(facts(f"accounts:\n{accounts}automations:\n{posts}"), page)
    assert finding.message == "who can stop the automations of @a, @b, @c and 1 more"


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ('store: "{{ event.user.handle }}"', "keeps a list of people who did not sign up for it"),
        ('share: {text: "{{ event.user.handle }}", to: "@shop"}', "hands on to somebody outside who people are"),
        ("log: somebody came", ""),
    ],
)
def test_what_is_done_with_who_people_are(step: str, words: str) -> None:
    automation = f"  - {{id: one, account: a, when: mentioned, do: [{step}]}}"
    (said,) = told("step s", 'report s: "{s.gathering_words}"', automation)
    assert said.startswith(words)
    assert bool(said) == bool(words)


def test_what_the_file_denies_is_not_told_as_unsaid() -> None:
    automation = (
        "  - {id: one, account: a, when: messaged, agreed_to: none, "
        "do: [{store: '{{ event.user.name }}', use: profiles}]}"
    )
    (said,) = told("step s", 'report s: "{s.gathering_words}"', automation)
    assert said == "notes down what people do, write or are like, and the file says that they did not agree"


@pytest.mark.parametrize(
    ("keys", "remedy"),
    [
        ("stop_on: [stop], when: messaged", "Do what those people ask for"),
        ("when: messaged", "Leave out everybody who has complained"),
        ("stop_on: [stop], when: {event: schedule, on: monday}", "Leave out everybody who has complained"),
    ],
)
def test_whoever_said_no_is_left_out_where_that_is_not_done_already(keys: str, remedy: str) -> None:
    automation = f"  - {{id: one, account: a, {keys}, admits: [against_wishes], do: [dm: Hello]}}"
    (said,) = told("automation a", 'report a: "{a.disregard_remedy}"', automation)
    assert said.startswith(remedy)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("post: Hello", "goes on posting although some people do not want it"),
        ("dm: Hello", "goes on writing to people although some of them do not want it"),
        ("repost: event.post", "goes on sharing what people write although some of them do not want it"),
        ("list_add: {list: news, target: event.user}", "goes on putting people on a list although some of them"),
        ("log: Hello", "goes on with what it does although some people do not want it"),
    ],
)
def test_what_goes_on_is_named(step: str, words: str) -> None:
    automation = f"  - {{id: one, account: a, when: mentioned, admits: [against_wishes], do: [{step}]}}"
    (said,) = told("automation a", 'report a: "{a.disregard_words}"', automation)
    assert said.startswith(words)


@pytest.mark.parametrize(
    ("account", "words"),
    [
        ("run_by: business", "advertises what it sells"),
        ("run_by: person", "advertises for those who run it"),
        ("kind: app, client: the gardeners", "publishes advertising for the gardeners"),
        ("kind: persona, client: the streamer", "advertises in the name of somebody who does not exist"),
    ],
)
def test_only_who_sells_advertises_what_it_sells(account: str, words: str) -> None:
    text = f"""
accounts: {{a: {{platform: x, handle: "@a", {account}}}}}
automations:
  - {{id: bye, account: a, when: mentioned, paid_by: us, do: [{{post: Bye, disclose: none}}]}}
"""
    (finding,) = found(facts(text), rule("text t", report='report t: "{t.untold_words}"'))
    assert finding.message == f"{words}, and the file says that readers are not told"


@pytest.mark.parametrize(
    ("entry", "remedy"),
    [
        ("follow_others", "Ask nobody to follow others for it"),
        ("follow", "Give it without a follow: a form or a private message with a certain word is enough."),
        ("review", "Give nothing for a review"),
    ],
)
def test_a_price_says_what_to_ask_instead(entry: str, remedy: str) -> None:
    automation = f"  - {{id: one, account: a, when: mentioned, purpose: giveaway, entry: [{entry}], do: [dm: You won]}}"
    (said,) = told("automation a", 'report a: "{a.asks_remedy}"', automation)
    assert said.startswith(remedy)


def test_an_answer_that_is_held_back_is_to_be_given_to_everybody() -> None:
    automation = "  - {id: one, account: a, when: {event: mentioned, from: followers}, do: [reply: Open until ten]}"
    (said,) = told("automation a", 'report a: "{a.asks_remedy}"', automation)
    assert said == "Answer everybody who asks, without this condition."


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("when: {event: mentioned, from: followers}, do: [reply: Ten]", "answers only people who follow it"),
        (
            "when: mentioned, do: [dm: Ten, {dm: A mug, if: event.user.is_follower}]",
            "gives people something in return for a follow",
        ),
        ("when: mentioned, entry: [save], do: [reply: Ten]", "gives people something in return for saving a post"),
        ("when: opted_in, entry: [like], do: [pay: {amount: 3 EUR}]", "pays people in return for a like"),
        ("when: followed, entry: [follow], do: [follow]", "follows people in return for a follow"),
        (
            "when: started, purpose: giveaway, entry: [review, good_review], do: [post: Hi]",
            "gives something away in return for a good review",
        ),
    ],
)
def test_a_gate_says_who_gets_what_for_what(keys: str, words: str) -> None:
    page = 'report a: "{a.gate_words}"'
    assert told("automation a", page, f"  - {{id: one, account: a, {keys}}}") == [words]
    two = [f"  - {{id: one, account: a, {keys}}}", "  - {id: two, account: a, when: started, do: [notify: us]}"]
    assert told("automation a", f"when a.asks_for_a_price\n{page}", *two) == [f"{words} (in `one`)"]


def test_a_draw_in_which_followers_alone_take_part_is_to_be_for_everybody() -> None:
    automation = (
        "  - {id: one, account: a, purpose: giveaway, when: replied, if: event.user in followers, "
        "do: [store: {text: '{{ event.user.handle }}', to: the draw}]}"
    )
    (said,) = told("automation a", 'report a: "{a.asks_remedy}"', automation)
    assert said == "Let everybody take part, without this condition."


def test_nobody_is_to_be_paid_for_a_like() -> None:
    automation = "  - {id: one, account: a, when: liked, entry: [like], do: [pay: {target: event.user, amount: 3 EUR}]}"
    (said,) = told("automation a", 'report a: "{a.asks_remedy}"', automation)
    assert said == "Pay nobody for that: take the payment out."


def test_many_accounts_of_one_name_cheer_each_other() -> None:
    automation = "  - {id: one, account: many, when: {event: account_posted, from: many}, do: [like]}"
    accounts = "accounts:\n  many: {platform: x, handle: '@many', count: 12}\nautomations:\n"
    page = rule("step s", report='report s: "{s.applause_words}"')
    (finding,) = found(facts(f"{accounts}{automation}\n"), page)
    assert finding.message == "likes posts of the others"


def test_an_account_that_stands_for_several_is_told_as_each_of_them() -> None:
    accounts = "accounts:\n  many: {platform: x, handle: '@many', count: 1200}\nautomations:\n"
    automation = "  - {id: one, account: many, when: {event: schedule, every: 8 hours}, do: [post: Bread!]}\n"
    (finding,) = found(facts(accounts + automation), rule("step s", report='report s: "{s.account} {s.burst_words}"'))
    assert finding.message == "each of the 1,200 accounts called @many publishes 3 posts a day"
    (finding,) = found(facts(accounts + automation), rule("open_facts p", report='report p.first: "{p.says}"'))
    assert "back to the 1,200 accounts called @many" in finding.message


def test_what_is_joined_is_a_group_and_no_person() -> None:
    automation = '  - {id: one, account: a, when: mentioned, do: [join: "#craft"]}'
    assert told("step s", 'report s: "{s.deed}"', automation) == ["joins groups"]


@pytest.mark.parametrize(
    ("payer", "words"),
    [
        ("the mill", "is paid by the mill for what it says, and"),
        ("the maker, which gives the shoes", "speaks for the maker, and gets something for it, and"),
        ("the maker, which pays 20 €", "is paid by the maker for what it says, and"),
    ],
)
def test_money_is_named_only_where_it_is_said(payer: str, words: str) -> None:
    automation = f"  - {{id: one, account: a, when: mentioned, paid_by: '{payer}', do: [post: These shoes]}}"
    (said,) = told("text t", 'report t: "{t.untold_words}"', automation)
    assert said.startswith(words)


@pytest.mark.parametrize(
    ("inbox", "neglect", "remedy"),
    [
        ("unread", "nobody reads what people write back", "Let somebody read"),
        (
            "{read_by: me, reply_within: 6 months}",
            "people wait 6 months for an answer",
            "Let a person answer within days",
        ),
    ],
)
def test_what_is_neglected_says_what_to_do_about_that(inbox: str, neglect: str, remedy: str) -> None:
    text = (
        f"accounts: {{shop: {{platform: x, inbox: {inbox}}}}}\n"
        "automations: [{id: one, account: shop, when: mentioned, do: [reply: Hello]}]"
    )
    (finding,) = found(facts(text), rule("account c", report='report c: "{c.neglect}: {c.neglect_remedy}"'))
    assert finding.message.startswith(f"{neglect}: {remedy}")


@pytest.mark.parametrize(
    ("step", "words", "remedy"),
    [
        ("post: Bread!", "publishes 96 posts a day", "Put several things into one post"),
        ('reply: {text: Bread!, target: "@cafe"}', "publishes 96 replies a day", "Answer only people who turned to"),
        ("dm: {text: Bread!, target: followers}", "sends private messages 96 times a day to", "Write less often, such"),
    ],
)
def test_how_often_it_goes_out_says_what_goes_out(step: str, words: str, remedy: str) -> None:
    automation = f"  - {{id: one, account: a, when: {{event: schedule, every: 15 minutes}}, do: [{step}]}}"
    (said,) = told("step s", 'report s: "{s.burst_words}: {s.burst_remedy}"', automation)
    assert said.startswith(words)
    assert f": {remedy}" in said


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("email", "on your website"),
        ("whatsapp", "in the profile"),
        ("instagram", "in the profile or a pinned post"),
    ],
)
def test_what_so_many_ask_is_said_where_the_platform_has_room_for_it(platform: str, place: str) -> None:
    text = (
        f"accounts: {{shop: {{platform: {platform}, inbox: {{read_by: me}}}}}}\n"
        "automations: [{id: one, account: shop, when: messaged, purpose: support, usual: 40 per day, do: [dm: Hello]}]"
    )
    (finding,) = found(facts(text), rule("step s", report='report s: "{s.burst_remedy}"'))
    assert finding.message == f"Say what so many ask where all find it, such as {place}."


@pytest.mark.parametrize(
    ("keys", "words", "remedy"),
    [
        (
            "usual: 3900 per month",
            "sends private messages to the followers of this account, usually 3900 per month",
            "",
        ),
        ("usual: 200 per day", "sends about 200 private messages a day to the followers of this account", ""),
        (
            "usual: 200 per day, agreed_to: messages",
            "sends about 200 private messages",
            "Let people choose how much",
        ),
        (
            "usual: 200 per day, agreed_to: none",
            "sends about 200 private messages a day",
            "Write only to people who asked",
        ),
    ],
)
def test_a_rate_is_told_in_the_unit_of_the_file(keys: str, words: str, remedy: str) -> None:
    automation = (
        "  - {id: one, account: a, when: {event: schedule, on: day 1, at: '10:00'}, "
        f"{keys}, do: [dm: {{target: followers, text: Bread!}}]}}"
    )
    (said,) = told("step s", 'report s: "{s.burst_words}: {s.burst_remedy}"', automation)
    assert said.startswith(words)
    assert remedy in said


def test_what_comes_more_often_on_one_day_than_on_another_says_so() -> None:
    automation = "  - {id: one, account: a, when: {event: schedule, every: 2 hours, on: monday}, do: [post: Bread!]}"
    (said,) = told("step s", 'report s: "{s.burst_words}"', automation)
    assert said == "publishes 12 posts on some days"


@pytest.mark.parametrize(
    ("keys", "remedy"),
    [
        ("when: messaged", "Say what so many ask where all find it"),
        ("when: commented, purpose: thanks", "Give no answer where nothing is asked"),
        ("when: messaged, purpose: growth", "Say how many answers there may be in a day at most (`limit:`), and"),
        ("when: {event: command, named: joke}", "Say how many answers there may be in a day at most (`limit:`), and"),
        ("when: {event: command, named: joke}, limit: 5000 per day", "Set a lower limit, and"),
        ("when: {event: posted_here, in: hall}", "Bring over only what somebody asks it to"),
    ],
)
def test_nobody_is_asked_to_write_what_comes_by_the_thousand(keys: str, remedy: str) -> None:
    deed = "reply: Hello" if "commented" in keys else "dm: Hello"
    if "posted_here" in keys:
        deed = "post: {in: square, text: '{{ event.post.text }}'}"
    automation = f"  - {{id: one, account: a, {keys}, usual: 4000 per day, do: [{deed}]}}"
    (said,) = told("step s", 'report s: "{s.burst_remedy}"', automation)
    assert said.startswith(remedy)


@pytest.mark.parametrize(
    ("account", "automation", "where"),
    [
        ("", ", admits: [untrue]", "(in `bye`)"),
        (", admits: [untrue]", "", "of the account (here in `bye`)"),
    ],
)
def test_what_a_file_admits_is_placed_where_it_says_so(account: str, automation: str, where: str) -> None:
    text = f"""
accounts: {{a: {{platform: x, handle: "@a"{account}}}}}
automations:
  - {{id: bye, account: a, when: mentioned{automation}, do: [reply: Bye]}}
"""
    (finding,) = found(facts(text), rule("automation a", report='report a: "{a.deceit_words}"'))
    assert finding.message == f"tells or shows people something that is not true, as the file says {where}"


@pytest.mark.parametrize(
    ("step", "deed"), [("dm: Tea is half price", "advertises with"), ("notify: us", "uses for advertising")]
)
def test_what_was_given_for_something_else_advertises_only_to_whom_it_reaches(step: str, deed: str) -> None:
    automation = (
        "  - {id: one, account: a, purpose: promotion, when: {event: row_added, sheet: baskets}, "
        f"admits: [other_purpose], do: [{step}]}}"
    )
    (said,) = told("automation a", 'report a: "{a.misuse_words}"', automation)
    assert said == f"{deed} what people gave for something else, as the file says (in `one`)"


def test_a_gift_that_followers_alone_get_is_for_whoever_asks() -> None:
    automation = (
        "  - {id: one, account: a, purpose: giveaway, when: {event: command, named: key}, ignore: [non_followers], "
        "do: [dm: Here is your key]}"
    )
    (said,) = told("automation a", 'report a: "{a.asks_remedy}"', automation)
    assert said == "Give it to everybody who asks, without this condition."


def test_what_an_ai_writes_for_several_accounts_is_not_called_the_same() -> None:
    posts = [
        f"  - {{id: {name}, account: {name}, when: {{event: schedule, at: '08:00'}}, "
        "do: [{generate: {line: 'Praise the tram'}}, {post: '{{ line }}'}]}"
        for name in "ab"
    ]
    said = told("repeat r", 'report r.second: "{r.who} publish {r.alike}"', *posts)
    assert said == ["@a and @b publish what an AI writes by the same prompt"]


def test_words_out_of_a_table_may_say_already_that_they_advertise() -> None:
    said = [
        told(
            "text t",
            'report t: "{t.untold_words} / {t.untold_remedy}"',
            f"""
  - id: one
    account: a
    paid_by: a shop
    when: {{event: schedule, on: monday}}
    do: [{{fetch: {{pin: rows("pins")}}}}, {{post: "{words}"}}]""",
        )[0]
        for words in ("Lamps", "{{ pin.words }}")
    ]
    assert "nothing here tells readers so / Say it at the beginning" in said[0]
    assert "the file does not show whether readers are told / If the text already says so, only write" in said[1]


@pytest.mark.parametrize(
    ("account", "keys", "remedy"),
    [
        ("", "admits: [evades_bans, untrue], do: [like]", "Stop the automation `one`. Get round neither"),
        ("", "admits: [evades_bans, hides_machine], do: [dm: Hi]", "Stop writing to people. Get round neither"),
        ("", "admits: [hides_machine, false_numbers], do: [like]", "Stop it: to say that there is a program"),
        (
            ", approved: {automation: false}",
            "admits: [hides_machine], do: [like]",
            "Stop it: no program has been allowed",
        ),
        ("", "admits: [hides_machine], via: browser, do: [like]", "Stop this program. If another one"),
        (", kind: persona", "admits: [hides_machine, untrue], do: [reply: Hi]", "Let nobody speak who does not exist."),
        (", kind: persona", "admits: [false_numbers, untrue], do: [reply: Hi]", "Stop it. What is said by people who"),
        ("", "admits: [hides_machine, untrue], do: [reply: Hi]", "Stop hiding the program, and say in the profile"),
        ("", "admits: [untrue], purpose: support, do: [reply: Hi]", "Take out what is not true, or make it true."),
        ("", "admits: [untrue], purpose: promotion, do: [reply: Hi]", "Take out what is not true."),
        ("", "admits: [pretends], do: [reply: Hi]", "Take out whatever makes people think"),
        (
            "",
            "admits: [conceals], do: [reply: Hi]",
            "Tell people beforehand what is kept from them, in the profile or in the text.",
        ),
        (
            "",
            "admits: [conceals], paid_by: the mill, do: [generate: {a: Hi}, reply: '{{ a }}']",
            "Tell people beforehand what is kept from them, such as who pays for it and that an AI writes, in",
        ),
        (
            "",
            "admits: [conceals], agreed_to: none, do: [store: '{{ event.user.name }}']",
            "Stop it until people have been",
        ),
    ],
)
def test_a_deceit_is_ended_or_put_right(account: str, keys: str, remedy: str) -> None:
    text = f"accounts: {{a: {{platform: x{account}}}}}\nautomations: [{{id: one, account: a, when: mentioned, {keys}}}]"
    (finding,) = found(facts(text), rule("automation a", report='report a: "{a.deceit_remedy}"'))
    assert finding.message.startswith(remedy)
    assert finding.message == remedy or not remedy.endswith(".") or "does not exist" in remedy


@pytest.mark.parametrize(
    ("account", "when", "where"),
    [
        ("platform: email", "email_received", "in the text"),
        ("platform: discord, in: hall", "posted_here", "where they write"),
        ("platform: email", "opted_in", "where they sign up"),
    ],
)
def test_people_are_told_where_the_platform_has_room_for_it(account: str, when: str, where: str) -> None:
    text = (
        f"accounts: {{a: {{{account}}}}}\n"
        f"automations: [{{id: one, account: a, when: {when}, admits: [conceals], do: [post: Hi]}}]"
    )
    (finding,) = found(facts(text), rule("automation a", report='report a: "{a.deceit_remedy}"'))
    assert finding.message == f"Tell people beforehand what is kept from them, {where}."


LIKES = "  - {{id: one, account: a, when: {{event: account_posted, from: {names}}}, do: [like]}}"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("[b]", "likes posts of @b"),
        ("['@one', '@two', '@three']", "likes posts of @one, @two and @three"),
        ("['@one', '@two', '@three', '@four']", "likes posts of @one, @two and 2 others"),
        ("followers", "likes posts"),
    ],
)
def test_whoever_is_looked_out_for_by_name_is_named(names: str, words: str) -> None:
    assert told("step s", 'report s: "{s.deed}"', LIKES.format(names=names)) == [words]


def test_one_to_whom_something_is_done_is_named() -> None:
    automation = "  - {id: one, account: a, when: {event: schedule, every: day}, do: [like: '@choir']}"
    assert told("step s", 'report s: "{s.deed}"', automation) == ["likes posts of @choir"]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("event.user.followers < 5", "the number of followers"),
        (
            "event.user.followers < 5 and event.user.joined_at < 2 days",
            "the number of followers and the age of the account",
        ),
        ("event.post.text contains hello", ""),
    ],
)
def test_the_numbers_that_decide_are_named(condition: str, words: str) -> None:
    automation = f"  - {{id: one, account: a, when: mentioned, if: '{condition}', do: [block: event.user]}}"
    (said,) = told("step s", 'report s: "{s.numbers}"', automation)
    assert said.startswith(words)
    assert bool(said) == bool(words)


def test_a_list_says_who_stands_on_it() -> None:
    kept = "  - {id: one, account: a, when: {event: schedule, every: day}, do: [fetch: {them: %s}, %s]}"
    step = '{store: "{{ them }}", use: lead_list}'
    rival = kept % ("followers_of('@rival')", step)
    assert told("step s", 'report s: "{s.gathering_words}"', rival)[1:] == [
        "keeps a list of the followers of @rival, who did not sign up for it"
    ]


def test_a_role_is_named_where_whoever_comes_has_done_nothing_to_us() -> None:
    automation = "  - {id: one, account: a, when: {event: account_posted, from: customers}, do: [dm: Hi]}"
    assert told("step s", 'report s: "{s.target}"', automation) == ["a customer who posted elsewhere"]


@pytest.mark.parametrize(
    ("platform", "step", "words"),
    [
        ("youtube", "view: '@channel'", "looks at the profile or plays videos of @channel"),
        ("youtube", "view: followers", "looks at profiles or plays videos"),
        ("mastodon", "view: '@channel'", "looks at the profile of @channel"),
        ("tiktok", "view: event.post", "plays videos of @channel"),
    ],
)
def test_a_view_says_what_is_looked_at_and_whose(platform: str, step: str, words: str) -> None:
    text = (
        f"accounts: {{a: {{platform: {platform}}}}}\n"
        f"automations: [{{id: one, account: a, when: {{event: account_posted, from: '@channel'}}, do: [{step}]}}]"
    )
    (finding,) = found(facts(text), rule("step s", report='report s: "{s.deed}"'))
    assert finding.message == words


def test_what_serves_another_purpose_need_not_be_about_people() -> None:
    automation = (
        "  - {id: one, account: a, when: {event: schedule, every: day}, admits: [other_purpose], "
        "do: [fetch: {n: code}, post: '{{ n }}']}"
    )
    (said,) = told("automation a", 'report a: "{a.misuse_words}"', automation)
    assert said.startswith("uses for something else what it was given for one purpose")
