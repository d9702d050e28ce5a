"""Every brake does in the rehearsal what the file says, and is told where it stops something."""

import pytest
from sociable.facts.facts import derive
from sociable.project.load import read_text
from sociable.rehearsal.rehearsal import rehearse
from sociable.rehearsal.timeline import Start

from tests.rehearsal.plays import deeds, done, play, reasons, told


def answers(more: str = "", who: str = "ann") -> str:
    return f"account: {who}, when: mentioned, {more} do: [reply: Thank you]"


@pytest.mark.parametrize(
    ("brake", "answered", "reason"),
    [
        ("once_per: user,", 1, "it has run for @stranger before (`once_per: user`)"),
        ("once_per: user per day,", 1, "it has run for @stranger before (`once_per: user per day`)"),
        ("once_per: thread,", 1, "it has run for this exchange before (`once_per: thread`)"),
        (
            "max_replies_per_thread: 3,",
            3,
            "it has answered 3 times in this exchange (`max_replies_per_thread: 3`)",
        ),
        ("stop_on: [thank],", 0, "@stranger has said one of the words that end it (`stop_on`)"),
        (
            "if: 'not event.post.text contains \"thank\"',",
            0,
            '`not event.post.text contains "thank"` does not hold',
        ),
    ],
)
def test_what_ends_an_argument(brake: str, answered: int, reason: str) -> None:
    """The stranger runs a copy, but thanks first: the opening is what the copy says."""
    rehearsal = play(answers(brake), when="mentioned", mirror=True)
    ours = [each for each in done(rehearsal) if each.who == "@ann"]
    assert len(ours) == max(answered, 1)  # what the stranger first said is not known
    assert reasons(rehearsal)[0].replace("@ann", "@stranger") == reason
    assert rehearsal.ending == "settles"


def test_what_contradicts_itself_is_not_taken_to_hold() -> None:
    never = "event.user.followers > 10 and event.user.followers < 5"
    reason = "nothing fulfils its conditions: they contradict each other"
    assert reasons(play(answers(f"if: {never},"), when="mentioned")) == [reason]
    step = f"account: ann, when: mentioned, do: [{{reply: Hi, if: {never}}}]"
    assert reasons(play(step, when="mentioned")) == [f"here {reason}"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("keywords: [Day]", True),
        ("keywords: [Help]", False),
        ("hashtags: day", False),
        ("search: help OR advice", False),
        ("search: 'from:ann'", True),
    ],
)
def test_a_search_finds_what_says_its_words(search: str, found: bool) -> None:
    posts = "account: bob, when: manual, do: [post: Good day]"
    finds = f"account: ann, when: {{event: post_matched, {search}}}, do: [store: found]"
    rehearsal = play(posts, finds, when="manual")
    assert [each.who for each in done(rehearsal)] == ["@bob", "@ann"][: 1 + found]


@pytest.mark.parametrize(
    "brake", ["once_per: post,", "once_per: message,", "ignore: [followers],", "limit: 1 per day,"]
)
def test_what_does_not_end_it(brake: str) -> None:
    assert play(answers(brake), when="mentioned", mirror=True).ending == "goes_on"


def test_our_own_accounts_are_passed_over() -> None:
    asks = "account: bob, when: manual, do: [dm: {text: Hi, target: ann}]"
    answer = "account: ann, when: messaged, ignore: [own_accounts], do: [dm: Thank you]"
    assert reasons(play(asks, answer, when="manual")) == ["it passes over our own accounts (`ignore: own_accounts`)"]
    assert deeds(play(answer, when="messaged", mirror=True))[0] == ("@ann", "dm", "@stranger")


def test_accounts_that_are_marked_as_automated_are_passed_over() -> None:
    asks = "account: {}, when: manual, do: [dm: {{text: Hi, target: ann}}]"
    answer = "account: ann, when: messaged, ignore: [bots], do: [dm: Thank you]"
    marked, unmarked = (play(asks.format(who), answer, when="manual") for who in ("bob", "cam"))
    assert reasons(marked) == ["it passes over accounts that are marked as automated (`ignore: bots`)"]
    assert deeds(unmarked)[-1] == ("@ann", "dm", "`cam`")


def test_somebody_who_opts_out_is_left_alone() -> None:
    out = "account: ann, when: opted_out, ignore: [opted_out], do: [dm: Goodbye]"
    assert reasons(play(out, when="opted_out")) == ["@stranger has opted out"]


def test_a_follower_is_passed_over_where_the_file_says_so() -> None:
    assert reasons(play("account: ann, when: followed, ignore: [followers], do: [dm: Hi]", when="followed")) == [
        "it passes over followers (`ignore: followers`)"
    ]


def test_only_those_who_are_named_are_heard() -> None:
    listens = 'account: ann, when: mentioned, only_from: ["@bob"], do: [reply: Yes]'
    speaks = 'account: {}, when: manual, do: [post: "Well, @ann?"]'
    assert deeds(play(listens, speaks.format("bob"), when="manual"))[-1] == ("@ann", "reply", "@bob")
    assert reasons(play(listens, speaks.format("cam"), when="manual")) == ["it listens only to “@bob”"]
    assert play(listens, when="mentioned").stranger == "@bob"


def test_a_yes_is_waited_for_and_what_it_would_allow_is_told() -> None:
    rehearsal = play("account: ann, when: mentioned, do: [ask: jane, reply: Thank you]", when="mentioned")
    assert [(each.kind, each.verb) for each in rehearsal.happenings] == [("does", "ask"), ("waits", "reply")]
    assert rehearsal.ending == "waits"
    assert "@ann waits for a person's yes. Until then nothing happens" in told(rehearsal)
    assert "replies to @stranger in public: “Thank you”" in told(rehearsal, width=200)


def test_what_a_colleague_set_off_has_had_its_yes() -> None:
    by_hand = "account: ann, when: manual, {} do: [follow: event.user]"
    assert play(by_hand.format(""), when="manual").ending == "settles"
    assert play(by_hand.format("approval: human,"), when="manual").ending == "waits"


def test_waits_move_the_clock_and_others_act_in_between() -> None:
    slow = "account: ann, when: mentioned, do: [{wait: 3 days}, reply: Late, {like: event.post, after: 1 hour}]"
    quick = answers()
    rehearsal = play(slow, quick, when="mentioned")
    assert [(each.time, each.verb, each.automation) for each in rehearsal.happenings] == [
        (0, "reply", "a1"),
        (259_200, "reply", "a0"),
        (262_800, "like", "a0"),
    ]
    assert "3 days later" in told(rehearsal)
    assert "1 hour later" in told(rehearsal)


def test_a_limit_on_a_step_spreads_what_is_done_to_a_set() -> None:
    step = "{dm: {text: Hi, target: followers}, limit: 1 per day}"
    writes = f"account: ann, when: {{event: schedule, every: 1 week}}, do: [{step}]"
    rehearsal = play(writes, when="schedule")
    assert [each.time for each in rehearsal.happenings] == [0, 86_400, 172_800]
    assert rehearsal.happenings[-1].others
    assert rehearsal.again is not None


@pytest.mark.parametrize(
    ("schedule", "told_of"),
    [
        ("every: 2 days", "runs again: every 2 days."),
        ('on: [tuesday], at: "18:15"', "runs again: on Tuesday at 18:15."),
        ('at: "06:00"', "runs again: at 06:00."),
        ('cron: "0 7 * * 6"', "runs again: on Saturday at 07:00."),
        ("on: day 3", "runs again: on day 3."),
        ("on: 2030-05-06", "it is over: nothing more happens."),
    ],
)
def test_what_runs_by_a_schedule_runs_again(schedule: str, told_of: str) -> None:
    posts = f"account: ann, when: {{event: schedule, {schedule}}}, do: [{{post: Hi}}]"
    assert told_of in " ".join(told(play(posts, when="schedule")).split())


def test_what_runs_at_no_time_that_is_said_runs_again_all_the_same() -> None:
    text = "sociable: 1\nautomations: [{id: a, account: ann, when: {event: schedule}, do: [{post: Hi}]}]"
    rehearsal = rehearse(derive(read_text("a.yml", text).setup), Start("schedule"))
    assert "runs again; no file that we could read says when." in " ".join(told(rehearsal).split())


def test_nothing_runs_again_after_its_last_day() -> None:
    posts = "account: ann, until: 2001-01-01, when: {event: schedule, on: friday}, do: [{post: Hi}]"
    assert "runs again" not in told(play(posts, when="schedule"))


@pytest.mark.parametrize(
    ("starts", "days", "note"),
    [
        ("{event: schedule, on: [friday]}", 7, "its next run at the latest,"),
        ("{event: schedule, every: 3 days}", 3, "its next run at the latest,"),
        ("{event: schedule, on: [monday, thursday]}", 4, "its next run at the latest,"),
    ],
)
def test_a_next_run_comes_when_its_days_let_it(starts: str, days: int, note: str) -> None:
    welcome = "account: ann, when: followed, do: [{dm: {text: Hi, target: event.user}}]"
    offers = f"account: ann, when: {starts}, do: [{{dm: {{text: Offer, target: followers}}}}]"
    played = play(welcome, offers, when="followed")
    first = next(each for each in played.happenings if each.text == "Offer")
    assert first.time == days * 86_400
    assert first.notes[0].startswith(note)


def test_a_limit_in_one_run_is_a_bound_on_people() -> None:
    follows = "account: ann, when: {event: schedule, on: monday}, do: [{follow: followers_of(followers), limit: 2}]"
    assert len(play(follows, when="schedule").happenings) == 2


SAYS = "taken to hold: it says “bake”"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Welcome, {{ event.user.name }} from {{ event.user.location }}, see {{ event.post.url }}!", None),
        ("It is {{ now }} and {{ event.user.followers }} read along", None),
        ("We bake it again, {{ event.user.name }}", ()),
        ("BA{{ event.user.name }}KE", None),
        ("You said: {{ event.post.text }}", (SAYS,)),
        ("{{ event.user.name }} writes of herself: {{ event.user.bio }}", (SAYS,)),
        ("Here it goes {{ account.unknown }}", (SAYS,)),
    ],
)
def test_what_waits_for_words_is_not_set_off_by_a_name_or_a_link(text: str, found: tuple[str, ...] | None) -> None:
    """Nobody outside is made up who is called like the very word that somebody of ours waits for."""
    looks = "account: bob, when: {event: post_matched, keywords: [bake]}, do: [store: x]"
    played = play(f'account: ann, when: mentioned, do: [post: "{text}"]', looks, when="mentioned")
    assert [each.notes for each in done(played) if each.who == "@bob"] == ([] if found is None else [found])


def test_the_name_of_an_account_of_ours_is_not_known_and_may_say_it() -> None:
    thanks = 'account: ann, when: followed, do: [{post: "{{ event.user.name }} is here"}]'
    follows = "account: bob, when: mentioned, do: [{follow: '@ann'}]"
    looks = "account: cam, when: {event: post_matched, keywords: [bake]}, do: [store: x]"
    played = play(thanks, follows, looks, when="mentioned")
    assert [each.notes for each in done(played) if each.verb == "store"] == [(SAYS,)]
