"""Words that depend on which of several cases holds in a file."""

import pytest

from tests.engine.rules import found, rule
from tests.kinds.told import told
from tests.setups import facts

ANSWERS = "  - {{id: {me}-answers, account: {me}, when: {{event: account_posted, from: {other}}}, do: [post: Me too]}}"


def test_a_loop_names_its_accounts_whatever_their_order_in_the_file() -> None:
    ways = [ANSWERS.format(me="a", other="b"), ANSWERS.format(me="b", other="a")]
    report = 'report l.first: "{l.who}"'
    assert told("loop l", report, *ways) == told("loop l", report, *reversed(ways)) == ["@a and @b"]


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
        "what the people in “jobs”, to whom @a writes, have agreed to; beside `accounts:`, "
        "`lists: {jobs: {agreed_to: …}}` with what these people agreed to, or with `none` if they did not "
        "or if nobody can find out (then stop writing to them)"
    )
    by_hook = "    account: a\n    when: {event: webhook}\n    do: [dm: {target: event.payload.phone, text: Hello}]\n"
    (finding,) = found(facts(accounts + by_hook), rule("open_facts p", report=report))
    assert finding.message.startswith(
        "what the people to whom @a writes have agreed to; beside `when:`, what people agreed to (`agreed_to:`), or"
    )


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
    ("entry", "remedy"),
    [
        ("follow_others", "Ask neither for this nor for anything else in return"),
        (
            "follow",
            "Give it without a follow: a form or a private message with a certain word is enough (and take `follow`",
        ),
        ("review", "Give nothing for a review"),
    ],
)
def test_a_price_says_what_to_ask_instead(entry: str, remedy: str) -> None:
    automation = f"  - {{id: one, account: a, when: mentioned, purpose: giveaway, entry: [{entry}], do: [dm: You won]}}"
    (said,) = told("automation a", 'report a: "{a.asks_remedy}"', automation)
    assert said.startswith(remedy)


@pytest.mark.parametrize(
    ("keys", "change"),
    [
        ("when: liked, do: [notify: us]", "(and let it begin by something else than `when: liked`)."),
        (
            "when: started, entry: [follow, repost], do: [post: 'Follow us and repost this to be in the draw.']",
            "(and take `follow` and `repost` out of `entry:` and out of the text).",
        ),
    ],
)
def test_a_price_says_where_it_is_asked(keys: str, change: str) -> None:
    (said,) = told(
        "automation a",
        'report a: "{a.asks_remedy}"',
        f"  - {{id: one, account: a, purpose: giveaway, {keys}}}",
    )
    assert said.endswith(change)


def test_an_answer_that_is_held_back_is_to_be_given_to_everybody() -> None:
    automation = "  - {id: one, account: a, when: {event: mentioned, from: followers}, do: [reply: Open until ten]}"
    (said,) = told("automation a", 'report a: "{a.asks_remedy}"', automation)
    assert said == "Answer everybody who asks: take out of `one` the condition (`from:`) that asks for a follow."


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
    assert said == "Let everybody take part: take out of `one` the condition (`if:`) that asks for a follow."


def test_a_stop_before_whoever_does_not_follow_is_to_go_and_not_its_condition() -> None:
    automation = (
        "  - {id: one, account: a, when: {event: replied, contains: [chords]}, "
        "do: [{stop: , if: not event.user.is_follower}, {reply: 'Here they are.'}]}"
    )
    (said,) = told("automation a", 'report a: "{a.asks_remedy}"', automation)
    assert said == "Answer everybody who asks: take out of `one` the `stop` for people without a follow."


def test_whoever_pays_for_a_review_is_not_told_to_begin_by_something_else() -> None:
    automation = "  - {id: one, account: a, when: reviewed, do: [pay: {target: event.user, amount: 3 EUR}]}"
    (said,) = told("automation a", 'report a: "{a.asks_remedy}"', automation)
    assert said == "Give nothing for a review: take out what people get for it."


def test_nobody_is_to_be_paid_for_a_like() -> None:
    automation = "  - {id: one, account: a, when: liked, entry: [like], do: [pay: {target: event.user, amount: 3 EUR}]}"
    (said,) = told("automation a", 'report a: "{a.asks_remedy}"', automation)
    assert said == "Pay nobody for that: take the payment out of `one`."


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
    ("inbox", "neglect", "remedy"),
    [
        (
            "unread",
            "nobody reads what people write back",
            (
                "Let somebody read what people write back, and write down who, under the account: "
                "`inbox:` with `read_by:` (in the place of `unread`)."
            ),
        ),
        (
            "{read_by: me, reply_within: 6 months}",
            "people may wait 6 months for an answer",
            "Let a person answer within days, and write down how soon: a shorter `reply_within:`",
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
    assert finding.message == (
        "Let a word bring whoever is not helped to a person (an automation that waits for it, with `assign`). Say what "
        f"so many ask where all find it as well, such as {place}."
    )


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
        ("when: messaged", "Let a word bring whoever is not helped to a person"),
        ("when: mentioned, purpose: support", "Say what so many ask where all find it, such as"),
        ("when: commented, purpose: thanks", "Give no answer where nothing is asked"),
        ("when: messaged, purpose: growth", "Say how many answers there may be in a day at most, such as"),
        ("when: {event: command, named: joke}", "Say how many answers there may be in a day at most, such as"),
        (
            "when: {event: command, named: joke}, limit: 5000 per day",
            "Set a lower limit, such as",
        ),
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


def test_what_is_usual_is_no_more_than_a_limit_lets_through() -> None:
    automation = "  - {id: one, account: a, when: mentioned, usual: 90 per hour, limit: 50 per day, do: [reply: Hi]}"
    assert told("step s", 'report s: "{s.burst_words}"', automation) == ["publishes 50 replies a day"]


def test_people_are_reported_and_not_their_posts_where_the_file_says_so() -> None:
    automation = "  - {{id: one, account: a, when: mentioned, do: [report: event.{what}]}}"
    said = [told("step s", 'report s: "{s.deed}"', automation.format(what=what)) for what in ("user", "post")]
    assert said == [["reports people"], ["reports posts that mention it"]]


def test_a_gift_that_followers_alone_get_is_for_whoever_asks() -> None:
    automation = (
        "  - {id: one, account: a, purpose: giveaway, when: {event: command, named: key}, ignore: [non_followers], "
        "do: [dm: Here is your key]}"
    )
    (said,) = told("automation a", 'report a: "{a.asks_remedy}"', automation)
    assert said == "Give it to everybody who asks: take out of `one` the condition (`ignore:`) that asks for a follow."


LIKES = "  - {{id: one, account: a, when: {{event: account_posted, from: {names}}}, do: [like]}}"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("[b]", "likes posts of @b"),
        ("['@one', '@two', '@three']", "likes posts of @one, @two and @three"),
        ("['@one', '@two', '@three', '@four']", "likes posts of @one, @two and 2 others"),
        ("followers", "likes posts by the people who follow it"),
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


@pytest.mark.parametrize(("step", "more"), [("{reply: A book, if: IS}", ", and from the text whatever"), ("like", "")])
def test_what_is_said_to_followers_alone_is_not_to_be_said_to_others(step: str, more: str) -> None:
    step = step.replace("IS", "event.user.is_follower")
    condition = "if: event.user.is_follower, " if step == "like" else ""
    automation = f"  - {{id: one, account: a, when: mentioned, {condition}do: [{step}, reply: Here it is]}}"
    (said,) = told("automation a", 'report a: "{a.asks_remedy}"', automation)
    assert f"that asks for a follow{more}" in said
    assert ("whatever speaks of it" in said) is bool(more)


def test_the_automation_that_gathers_people_is_named_and_several_are_counted() -> None:
    follows = "  - {id: ID, account: a, when: followed, do: [follow, notify: us]}"
    other = "  - {id: hello, account: a, when: mentioned, do: [reply: Hello]}"
    both = [follows.replace("ID", each) for each in ("one", "two")]
    assert told("account c", 'report c: "{c.growing}"', *both, other)[1] == "its 2 automations with them"
