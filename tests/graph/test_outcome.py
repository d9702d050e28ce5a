"""How known loops end, what cuts them, and what only slows them down.

The stories are those of bots that met: an endless argument of two reply bots, circles of follows,
following to be followed and paying back for leaving.
"""

import pytest
from sociable.graph.causality import find_loops
from sociable.graph.loops import Loop

from tests.setups import facts

ACCOUNTS = """
accounts:
  ann: {platform: x, handle: "@ann"}
  bob: {platform: x, handle: "@bob"}
  cam: {platform: x, handle: "@cam", automated_label: true}
  dee: {platform: mastodon, handle: "@dee"}
"""


def found(*automations: str, accounts: str = ACCOUNTS) -> list[Loop]:
    """The loops that nothing ends."""
    return [loop for loop in all_found(*automations, accounts=accounts) if not loop.stops_after]


def all_found(*automations: str, accounts: str = ACCOUNTS) -> list[Loop]:
    listed = "".join(f"\n  - {{id: a{number}, {each}}}" for number, each in enumerate(automations))
    return find_loops(facts(f"{accounts}\nautomations:{listed}\n"), lambda _: True, [])


def verdicts(*automations: str, accounts: str = ACCOUNTS) -> list[tuple[str, str]]:
    return [(loop.verdict, loop.certainty) for loop in found(*automations, accounts=accounts)]


def follow_back(who: str, more: str = "") -> str:
    return f"account: {who}, when: followed, {more} do: [follow: event.user]"


def answer(who: str, more: str = "", said: str = "Thank you") -> str:
    return f'account: {who}, when: mentioned, {more} do: [reply: "{said}"]'


# ------------------------------------------------------------------------------------ how they end


def test_following_back_settles() -> None:
    assert verdicts(follow_back("ann"), follow_back("bob")) == [("settles", "certain")]


@pytest.mark.parametrize("besides", ["event.user", '"@ann"'])
def test_what_is_put_back_beside_the_walk_is_there_again(besides: str) -> None:
    """bob drops ann when she answers, which makes her answer again; by itself that could happen only once."""
    drops = "account: bob, when: mentioned, do: [unfollow: event.user]"
    complains = 'account: ann, when: unfollowed, do: [reply: {text: "Why, @bob?", target: "@bob"}]'
    assert verdicts(drops, complains) == [("settles", "certain")]
    assert verdicts(drops, complains, f"account: bob, when: mentioned, do: [follow: {besides}]") == [
        ("spawns", "certain")
    ]
    for never in ("approval: human", "ignore: own_accounts"):
        kind = f"account: bob, when: mentioned, {never}, do: [follow: {besides}]"
        assert verdicts(drops, complains, kind) == [("settles", "certain")]


def reacts(who: str, followed: str, unfollowed: str) -> list[str]:
    return [
        f"account: {who}, when: followed, do: [{followed}: event.user]",
        f"account: {who}, when: unfollowed, do: [{unfollowed}: event.user]",
    ]


def test_one_that_repays_and_one_that_contradicts_flip() -> None:
    """ann follows, bob drops her, ann drops bob, bob follows to win her back, ann follows: and so on."""
    (loop,) = found(*reacts("ann", "follow", "unfollow"), *reacts("bob", "unfollow", "follow"))
    assert (loop.verdict, loop.certainty) == ("flips", "certain")
    assert [walk_step.step.verb.name for walk_step in loop.walk] == ["follow", "unfollow", "unfollow", "follow"]


def test_two_that_repay_or_two_that_contradict_settle() -> None:
    settling = ("settles", "certain")
    # two circles: one of follows and one of farewells
    assert verdicts(*reacts("ann", "follow", "unfollow"), *reacts("bob", "follow", "unfollow")) == [settling] * 2
    assert verdicts(*reacts("ann", "unfollow", "follow"), *reacts("bob", "unfollow", "follow")) == [settling]


def test_winning_back_whoever_drops_us_settles() -> None:
    """She follows once; to follow again she would have to stop in between."""
    wins_back = "account: ann, when: unfollowed, do: [follow: event.user]"
    drops = "account: bob, when: followed, do: [unfollow: event.user]"
    assert verdicts(wins_back, drops) == [("settles", "certain")]


def test_two_reply_bots_go_on_for_ever() -> None:
    assert verdicts(answer("ann"), answer("bob")) == [("spawns", "certain")]


def test_two_message_bots_go_on_for_ever() -> None:
    message = "account: {}, when: messaged, do: [dm: Thank you]"
    assert verdicts(message.format("ann"), message.format("bob")) == [("spawns", "certain")]


def test_following_back_and_going_through_the_followers_of_followers_spreads() -> None:
    grows = "account: ann, when: {event: schedule, every: 1 hour}, do: [follow: followers_of(followers)]"
    assert verdicts(grows, follow_back("bob")) == [("spreads", "may")]


def test_following_a_list_does_not_spread() -> None:
    through_list = 'account: ann, when: followed, do: [follow: list("friends")]'
    assert verdicts(through_list, follow_back("bob")) == [("settles", "may")]


def test_going_through_our_own_followers_settles() -> None:
    catches_up = "account: ann, when: {event: schedule, every: 1 day}, do: [follow: followers]"
    assert verdicts(catches_up, follow_back("bob")) == [("settles", "may")]


def test_two_that_only_go_through_their_followers_set_each_other_off() -> None:
    """Nobody starts on `followed`, but both go through a set that grows with it."""
    grows = "account: {}, when: {{event: schedule, every: 1 hour}}, do: [follow: followers]"
    assert verdicts(grows.format("ann"), grows.format("bob")) == [("settles", "may")]


def test_a_like_is_new_for_every_new_post() -> None:
    posts = "account: ann, when: liked, do: [post: Thank you all]"
    likes = "account: bob, when: account_posted, do: [like: event.post]"
    assert verdicts(posts, likes) == [("spawns", "may")]


def test_a_like_of_one_post_is_given_once() -> None:
    likes = "account: {}, when: liked, do: [like: event.post]"
    assert verdicts(likes.format("ann"), likes.format("bob")) == [("settles", "certain")]


def test_a_post_that_sets_itself_off_goes_on_for_ever() -> None:
    assert verdicts("account: ann, when: posted, do: [post: Again]") == [("spawns", "certain")]


def test_naming_somebody_in_public_reaches_them() -> None:
    shouts = 'account: {}, when: mentioned, do: [post: "{{{{ event.user.handle }}}} spoke to us"]'
    assert verdicts(shouts.format("ann"), shouts.format("bob")) == [("spawns", "certain")]
    by_handle = 'account: {}, when: mentioned, do: [post: "Look, @{}!"]'
    assert verdicts(by_handle.format("ann", "bob"), by_handle.format("bob", "ann")) == [("spawns", "certain")]


def test_naming_somebody_where_only_members_read_reaches_nobody() -> None:
    accounts = "accounts: {ann: {platform: slack, handle: '@ann'}, bob: {platform: slack, handle: '@bob'}}"
    by_handle = 'account: {}, when: mentioned, do: [post: "Look, @{}!"]'
    assert verdicts(by_handle.format("ann", "bob"), by_handle.format("bob", "ann"), accounts=accounts) == []


def test_our_own_post_has_nobody_behind_it_to_be_named() -> None:
    names_itself = 'account: ann, when: posted, do: [reply: "By {{ event.post.author }}"]'
    assert verdicts(names_itself, answer("ann"), answer("ann")) == []


# ----------------------------------------------------------------------------------- what cuts them


@pytest.mark.parametrize(
    "brake",
    [
        "once_per: user,",
        "once_per: thread,",
        "max_replies_per_thread: 5,",
        "ignore: [own_accounts],",
        'only_from: ["@somebody-else"],',
        "enabled: false,",
    ],
)
def test_brakes_that_cut(brake: str) -> None:
    assert verdicts(answer("ann", brake), answer("bob")) == []
    assert verdicts(answer("ann"), answer("bob", brake)) == []


@pytest.mark.parametrize(
    "brake",
    [
        "once_per: user per day,",
        "once_per: post,",
        "once_per: message,",
        "limit: 1 per day,",
        "cooldown: 1 day,",
        "ignore: [bots],",  # neither of the two is marked as one
        "ignore: [followers],",
        "only_from: [bob, '@ann'],",
    ],
)
def test_brakes_that_do_not_cut(brake: str) -> None:
    assert [verdict for verdict, _ in verdicts(answer("ann", brake), answer("bob"))] == ["spawns"]


def test_ignoring_bots_cuts_when_the_other_one_is_marked() -> None:
    assert verdicts(answer("ann", "ignore: [bots],"), answer("cam")) == []
    assert verdicts(answer("ann"), answer("cam", "ignore: [bots],")) == [("spawns", "may")]


def test_once_for_each_person_cuts_whatever_is_done() -> None:
    """Whoever is answered, to whom, and by what: there are only so many people who can set it off."""
    relays = "account: {}, when: messaged, {} do: [dm: {{text: Hello, target: {}}}]"
    circle = [relays.format("ann", "", "bob"), relays.format("bob", "", "cam"), relays.format("cam", "", "ann")]
    assert verdicts(*circle) == [("spawns", "certain")]
    circle[1] = circle[1].replace("messaged,", "messaged, once_per: user,")
    assert verdicts(*circle) == []


def test_our_own_accounts_may_be_left_out_of_a_set_too() -> None:
    grows = "account: ann, when: {event: schedule, every: 1 hour}, ignore: [own_accounts], do: [follow: followers]"
    assert verdicts(grows, follow_back("bob")) == []


def test_one_brake_more_does_not_make_it_worse() -> None:
    """The ignored account is out of it; the other two still meet."""
    only_bob = 'only_from: ["@BOB"],'
    loops = found(answer("ann", only_bob), answer("bob"), answer("cam"))
    assert [{account.id for account in loop.accounts} for loop in loops] == [{"ann", "bob", "cam"}]
    assert verdicts(answer("ann", only_bob), answer("cam")) == []
    assert verdicts(answer("ann", only_bob), answer("bob")) == [("spawns", "certain")]


def test_words_that_are_not_said() -> None:
    asks = "account: ann, when: {event: mentioned, contains: [HELP, question]}, do: [reply: What help do you need?]"
    assert verdicts(asks, answer("bob")) == []
    assert verdicts(asks, answer("bob", said="Here is Help")) == [("spawns", "certain")]
    assert verdicts(asks, answer("bob", said="{{ event.post.text }}")) == [("spawns", "may")]


NARROWED = [
    "when: {event: post_matched, WORDS}, ".replace("WORDS", words)
    for words in (
        "contains: [HELP, question]",
        "keywords: [question, help]",
        "hashtags: help",
        "search: 'help -from:ann'",
        "search: '\"what help\" OR #help'",
    )
] + [
    "when: post_matched, CONDITION, ".replace("CONDITION", condition)
    for condition in (
        "stop_on: good",
        "if: 'event.post.text contains \"HELP\"'",
        "if: 'not event.post.text contains \"good\"'",
        'if: \'event.post.text is "We #help" or event.post.text contains "question"\'',
        'if: \'event.post.text in ["we #help", "bad"]\'',
        "if: 'not (event.post.text contains \"day\" or event.post.likes > 3)'",
    )
]


@pytest.mark.parametrize("when", NARROWED)
def test_whatever_narrows_by_words_cuts_where_others_are_said(when: str) -> None:
    narrow = f"account: ann, {when} do: [post: 'We #help']"
    answers = "account: bob, when: post_matched, do: [post: {}]"
    assert all_found(narrow, answers.format("Good  day")) == []
    assert found(narrow, answers.format("'We #help'"))
    assert found(narrow, answers.format("'{{ event.post.text }}'"))


@pytest.mark.parametrize("search", ["from:ann", "(good OR help)", "help*", "NOT help"])
def test_a_search_in_the_syntax_of_a_platform_may_find_anything(search: str) -> None:
    narrow = f"account: ann, when: {{event: post_matched, search: '{search}'}}, do: [post: Good day]"
    assert found(narrow, "account: bob, when: post_matched, do: [post: Good day]")


def test_words_in_a_fact_of_the_account_are_known() -> None:
    towns = "accounts: {ann: {platform: x, vars: {town: York}}, bob: {platform: x, vars: {town: Hull}}}"
    asks = "account: ann, when: {event: mentioned, contains: york}, do: [reply: Hi]"
    says = answer("bob", said="We are in {{ account.town }}")
    assert all_found(asks, says, accounts=towns) == []
    assert found(asks.replace("york", "hull"), says, accounts=towns)


def test_a_condition_that_only_shows_at_run_time() -> None:
    assert verdicts(answer("ann", "if: event.post.likes > 3,"), answer("bob")) == [("spawns", "may")]
    guarded = 'account: ann, when: mentioned, do: [{reply: Hi, if: "event.post.likes > 3"}]'
    assert verdicts(guarded, answer("bob")) == [("spawns", "may")]


def test_platforms_never_meet() -> None:
    assert verdicts(follow_back("ann"), follow_back("dee")) == []
    assert verdicts(follow_back("ann"), follow_back("dee"), follow_back("bob")) == [("settles", "certain")]


def test_one_account_does_not_answer_itself() -> None:
    assert verdicts(answer("ann"), answer("ann"), follow_back("ann")) == []


# --------------------------------------------------------------------------------- many at one time


def test_a_braked_short_circle_does_not_hide_a_longer_one() -> None:
    """ann and bob answer each other once a person; by way of cam it goes on all the same."""
    passes_on = "account: {}, when: messaged, {} do: [dm: {{text: Hello, target: {}}}]"
    short = [passes_on.format("ann", "once_per: user,", "bob"), passes_on.format("bob", "", "ann")]
    long = [passes_on.format("ann", "", "cam"), passes_on.format("cam", "", "bob")]
    assert found(*short) == []
    (loop,) = found(*short, *long)
    assert [walk_step.account.id for walk_step in loop.walk] == ["bob", "ann", "cam"]
    assert [automation.id for automation in loop.automations] == ["a1", "a2", "a3"]


def test_one_finding_for_all_that_hangs_together() -> None:
    crowd = "accounts: {" + ", ".join(f"n{number}: {{platform: x}}" for number in range(6)) + "}"
    (loop,) = found(*(follow_back(f"n{number}") for number in range(6)), accounts=crowd)
    assert (len(loop.accounts), len(loop.automations), len(loop.walk)) == (6, 6, 2)


def test_two_circles_that_never_touch_are_two_loops() -> None:
    messages = "account: {}, when: messaged, do: [dm: Thank you]"
    loops = found(follow_back("ann"), follow_back("bob"), messages.format("ann"), messages.format("bob"))
    assert sorted(loop.verdict for loop in loops) == ["settles", "spawns"]


def test_accounts_that_only_set_themselves_off_are_told_one_by_one() -> None:
    again = "account: {}, when: posted, do: [post: Again]"
    loops = found(again.format("ann"), again.format("bob"), again.format("bob"))
    assert [[automation.id for automation in loop.automations] for loop in loops] == [["a0"], ["a1", "a2"]]
    assert [[walk_step.account.id for walk_step in loop.walk] for loop in loops] == [["ann"], ["bob"]]


def test_what_sets_itself_off_is_told_beside_a_circle_that_shares_its_automation() -> None:
    """The posts of ann never lead to bob; that both go through their followers does, and it settles."""
    loops = found(
        "account: ann, when: posted, do: [follow: followers, post: Hello]",
        "account: bob, when: posted, do: [post: Hello]",
        "account: bob, when: posted, do: [follow: followers]",
    )
    assert [([each.id for each in loop.automations], len(loop.accounts), loop.verdict) for loop in loops] == [
        (["a0", "a2"], 2, "settles"),
        (["a0"], 1, "spawns"),
        (["a1"], 1, "spawns"),
    ]


SEVERAL_AND_ALONE = (
    "account: ann, when: posted, do: [post: Again]",
    "account: bob, when: account_posted, do: [post: So it is]",
    "account: ann, when: account_posted, do: [post: Thank you]",
)
"""Whatever ann posts sets ann off, and bob, whose answer sets ann off again."""


def test_what_sets_itself_off_is_told_beside_a_circle_that_leads_through_it() -> None:
    alone, larger = found(*SEVERAL_AND_ALONE)
    assert [each.id for each in alone.automations] == ["a0"]
    assert [walk_step.account.id for walk_step in alone.walk] == ["ann"]
    assert [each.id for each in larger.automations] == ["a0", "a1", "a2"]
    assert {walk_step.account.id for walk_step in larger.walk} == {"ann", "bob"}


def test_circles_that_share_an_automation_are_told_as_one() -> None:
    """What happens between ann and bob never leads to cam, but it is the same automation of ann's."""
    both = "account: ann, when: followed, do: [follow: event.user, dm: Hi]"
    back = "account: cam, when: messaged, do: [follow: event.user]"
    (loop,) = found(both, follow_back("bob"), back)
    assert [automation.id for automation in loop.automations] == ["a0", "a1", "a2"]
    assert {account.id for account in loop.accounts} == {"ann", "bob", "cam"}


def test_the_gravest_end_is_the_one_that_is_told() -> None:
    both = "account: {}, when: messaged, do: [follow: event.user, dm: Hi]"
    follows = "account: {}, when: followed, do: [dm: Welcome]"
    loops = found(both.format("ann"), both.format("bob"), follows.format("ann"), follows.format("bob"))
    assert [loop.verdict for loop in loops] == ["spawns"]


def test_the_walk_begins_where_it_comes_first_in_the_files() -> None:
    for first, second in (("ann", "bob"), ("bob", "ann")):
        (loop,) = found(follow_back(first), follow_back(second))
        assert [(walk_step.account.id, walk_step.actor.id) for walk_step in loop.walk] == [
            (first, second),
            (second, first),
        ]


def test_only_who_watches_another_platform_takes_part_there() -> None:
    (loop,) = found(
        "account: ann, when: {event: account_posted, from: [dee]}, do: [post: One]",
        "account: dee, when: {event: account_posted, from: [ann]}, do: [post: Two]",
        "account: dee, when: account_posted, do: [post: Three]",
    )
    assert [automation.id for automation in loop.automations] == ["a0", "a1"]


@pytest.mark.parametrize("name", ['"@Bob"', '"@bob@wales.social"', "https://wales.social/@bob"])
@pytest.mark.parametrize("key", ["only_from: {}", "when: {{event: replied, from: {}}}"])
def test_a_handle_counts_however_it_is_written(name: str, key: str) -> None:
    accounts = "accounts: {ann: {platform: mastodon}, cafe: {platform: mastodon, handle: bob, server: wales.social}}"
    when = "" if "when" in key else "when: replied, "
    listens = f"account: ann, {when}{key.format(name)}, do: [reply: Hello]"
    assert verdicts(listens, answer("cafe"), accounts=accounts) == [("spawns", "certain")]
    assert verdicts(listens.replace("bob", "rob").replace("Bob", "rob"), answer("cafe"), accounts=accounts) == []


def test_a_handle_in_a_condition_may_be_written_without_its_server() -> None:
    accounts = "accounts: {ann: {platform: mastodon}, cafe: {platform: mastodon, handle: '@bob@wales.social'}}"
    hears = "account: ann, when: replied, if: 'event.user.handle in [@bob]', do: [reply: Hello]"
    shuns = hears.replace(" in ", " not in ")
    assert verdicts(hears, answer("cafe"), accounts=accounts) != []
    assert verdicts(shuns, answer("cafe"), accounts=accounts) == []
