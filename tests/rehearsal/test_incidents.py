"""Bots that met: endless arguments, loops of follows, paying back for leaving, and what stops them."""

import pytest
from sociable.rehearsal.timeline import Slowest
from sociable.setup.model import Rate

from tests.goldens import Golden
from tests.rehearsal.plays import deeds, done, play, reasons, told

FOLLOWS_BACK = "account: {}, when: followed, do: [follow: event.user]"


def answers(who: str, more: str = "") -> str:
    return f'account: {who}, when: mentioned, {more} do: [reply: "Thank you, {{{{ event.user.handle }}}}!"]'


def test_following_back_each_other_settles(golden: Golden) -> None:
    rehearsal = play(FOLLOWS_BACK.format("ann"), when="followed", mirror=True)
    assert deeds(rehearsal) == [("@ann", "follow", "@stranger")]
    assert reasons(rehearsal) == ["it follows @ann already"]
    assert (rehearsal.ending, rehearsal.repeats) == ("settles", None)
    golden("follow-back.txt", told(rehearsal))


def flush_and_revenge() -> list[str]:
    """ann follows whoever leaves and drops whoever comes; bob pays back in kind."""
    return [
        "account: ann, when: followed, do: [unfollow: event.user]",
        "account: ann, when: unfollowed, do: [follow: event.user]",
        "account: bob, when: followed, do: [follow: event.user]",
        "account: bob, when: unfollowed, do: [unfollow: event.user]",
    ]


def test_flushing_followers_against_revenge_repeats(golden: Golden) -> None:
    starts = "account: bob, when: manual, do: [follow: ann]"
    rehearsal = play(*flush_and_revenge(), starts, when="manual")
    assert deeds(rehearsal) == [
        ("@bob", "follow", "@ann"),
        ("@ann", "unfollow", "@bob"),
        ("@bob", "unfollow", "@ann"),
        ("@ann", "follow", "@bob"),
        ("@bob", "follow", "@ann"),
        ("@ann", "unfollow", "@bob"),
    ]
    assert (rehearsal.ending, rehearsal.repeats) == ("repeats", (2, 6))
    golden("flush-follow.txt", told(rehearsal))


def test_two_reply_bots_go_on_for_ever(golden: Golden) -> None:
    rehearsal = play(answers("ann"), when="mentioned", mirror=True)
    assert len(done(rehearsal)) == 10
    assert (rehearsal.ending, rehearsal.repeats, rehearsal.slowest) == ("goes_on", (1, 3), None)
    golden("reply-bots.txt", told(rehearsal))
    longer = play(answers("ann"), when="mentioned", mirror=True, rounds=25)
    assert (len(done(longer)), longer.ending, longer.rounds) == (25, "goes_on", 25)


def test_the_same_two_with_once_per_user_stop_after_two_replies(golden: Golden) -> None:
    rehearsal = play(answers("ann", "once_per: user,"), when="mentioned", mirror=True)
    assert deeds(rehearsal) == [("@ann", "reply", "@stranger"), ("@stranger", "reply", "@ann")]
    assert reasons(rehearsal) == ["it has run for @stranger before (`once_per: user`)"]
    assert rehearsal.ending == "settles"
    golden("once-per-user.txt", told(rehearsal))


def test_a_rate_limit_bounds_but_does_not_fix(golden: Golden) -> None:
    rehearsal = play(answers("ann", "limit: 2 per hour,"), when="mentioned", mirror=True)
    assert [each.time for each in done(rehearsal)] == [0, 0, 0, 0, 3600, 3600, 3600, 3600, 7200, 7200]
    assert rehearsal.ending == "goes_on"
    assert rehearsal.slowest == Slowest("a0", Rate(2, 3600))
    golden("rate-limit.txt", told(rehearsal))


def test_a_cooldown_bounds_but_does_not_fix() -> None:
    rehearsal = play(answers("ann", "cooldown: 30 minutes,"), when="mentioned", mirror=True)
    assert [each.time for each in done(rehearsal) if each.who == "@ann"] == [0, 1800, 3600, 5400, 7200]
    assert (rehearsal.ending, rehearsal.slowest) == ("goes_on", Slowest("a0", Rate(1, 1800)))


def test_one_answer_to_a_stranger_is_the_end_of_it() -> None:
    rehearsal = play(answers("ann"), when="mentioned")
    assert (deeds(rehearsal), rehearsal.ending) == ([("@ann", "reply", "@stranger")], "settles")


def test_a_post_for_every_post_of_others_goes_on() -> None:
    echo = 'account: {}, when: account_posted, do: [post: "{{{{ event.post.text }}}}, says my friend"]'
    rehearsal = play(echo.format("ann"), echo.format("bob"), when="account_posted", account="ann")
    assert rehearsal.ending == "unfinished"
    assert done(rehearsal)[2].text == "‹what @stranger wrote›" + ", says my friend" * 3


def test_likes_of_ever_new_posts_go_on() -> None:
    posts = "account: ann, when: liked, do: [post: Thank you all]"
    likes = "account: bob, when: account_posted, do: [like: event.post]"
    rehearsal = play(posts, likes, when="liked")
    assert (rehearsal.ending, len(done(rehearsal))) == ("goes_on", 10)


def test_a_bot_that_multiplies_is_cut_off() -> None:
    chorus = [f"account: {name}, when: account_posted, do: [post: Me too]" for name in ("ann", "bob", "cam")]
    rehearsal = play(*chorus, when="account_posted", rounds=100)
    assert len(rehearsal.happenings) == 500
    assert rehearsal.cut_off
    assert rehearsal.ending == "unfinished"
    assert "cut off after 500 steps" in told(rehearsal)


def test_a_brake_that_forgets_before_the_loop_closes_is_none() -> None:
    """ann answers bob once a day, and bob takes two days to answer."""
    quick = "account: ann, when: messaged, once_per: user per day, do: [dm: Thank you]"
    slow = "account: bob, when: messaged, do: [{dm: Thank you, after: 2 days}]"
    starts = "account: bob, when: manual, do: [dm: {text: Hello, target: ann}]"
    rehearsal = play(quick, slow, starts, when="manual")
    assert (rehearsal.ending, reasons(rehearsal)) == ("goes_on", [])
    assert play(quick, slow.replace("2 days", "2 hours"), starts, when="manual").ending == "settles"


def test_a_set_that_grew_is_gone_through_at_the_next_run() -> None:
    grows = "account: ann, when: {event: schedule, every: 2 hours}, do: [follow: followers]"
    rehearsal = play(grows, "account: ann, when: followed, do: [dm: Welcome]", when="followed")
    assert [(each.time, each.verb, each.whom) for each in rehearsal.happenings] == [
        (0, "dm", "@stranger"),
        (7200, "follow", "@stranger"),
        (7200, "follow", "@follower1"),
        (7200, "follow", "@follower2"),
    ]
    assert "until `a0` runs again: every 2 hours" in told(rehearsal)


def hears(who: str, key: str, mood: str) -> str:
    return f'account: {who}, when: {{event: mentioned, {key}}}, do: [reply: "{mood}, {{{{ event.post.text }}}}"]'


@pytest.mark.parametrize(
    ("ann", "bob"),
    [
        ("from: bob", "from: ann"),
        ('from: "@bob"', 'from: ["@ann", "@zoe"]'),
        ("from: own_accounts", "from: own_accounts"),
    ],
)
def test_a_mirror_does_not_take_the_place_of_an_account_of_ours_that_is_listened_to(ann: str, bob: str) -> None:
    automations = (hears("bob", bob, "So"), hears("ann", ann, "And"))
    alone = play(*automations, when="mentioned", account="ann")
    mirrored = play(*automations, when="mentioned", account="ann", mirror=True)
    assert told(mirrored) == told(alone)
    assert (mirrored.stranger, mirrored.mirror, mirrored.ending) == ("@bob", False, "unfinished")


def test_whom_a_condition_names_is_listened_to_as_well() -> None:
    said = (
        'account: {}, when: mentioned, if: \'event.user.handle = "{}"\', do: [reply: "So, {{{{ event.post.text }}}}"]'
    )
    automations = (said.format("ann", "@bob"), said.format("bob", "@ann"))
    assert [each[0] for each in deeds(play(*automations, when="mentioned", mirror=True, rounds=3))] == [
        "@ann",
        "@bob",
        "@ann",
    ]


@pytest.mark.parametrize(
    ("heard", "opens", "mirror"),
    [
        ("staff", "a colleague", False),
        ("followers", "@stranger", True),
        ("[staff, followers]", "@stranger", True),
    ],
)
def test_a_mirror_is_played_where_strangers_may_be_heard(heard: str, opens: str, mirror: bool) -> None:
    rehearsal = play(hears("ann", f"from: {heard}", "So"), when="mentioned", mirror=True)
    assert (rehearsal.stranger, rehearsal.mirror) == (opens, mirror)
