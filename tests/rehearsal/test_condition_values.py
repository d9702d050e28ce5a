"""Conditions are asked where the small world knows, and otherwise taken so that something happens."""

import pytest

from tests.rehearsal.plays import deeds, play, reasons


def guarded(condition: str) -> str:
    return f"account: ann, when: mentioned, if: '{condition}', do: [reply: Hi]"


@pytest.mark.parametrize(
    "condition",
    [
        "not event.user.is_bot",
        'event.user.handle = "@STRANGER"',
        'event.user.handle in ["@bob", "@stranger"]',
        'event.user.handle contains "strange"',
        'event.post.author is "@stranger" and true',
        'false or account.city = "Gloucester"',
        'not (account.city != "Gloucester")',
        "account.city = gloucester",
        "account.city in [york, gloucester]",
        'event.user.handle in ["@bob", "@cam"]',
    ],
)
def test_what_is_known_to_hold(condition: str) -> None:
    (answer,) = play(guarded(condition), when="mentioned").happenings
    assert (answer.kind, answer.notes) == ("does", ())


@pytest.mark.parametrize(
    "condition",
    [
        "event.user.is_bot",
        'event.user.handle != "@stranger"',
        'event.user.handle contains "bob"',
        'account.city = "York" or false',
        "account.city = york",
        'event.user.followers > 10 and account.city = "York"',
    ],
)
def test_what_is_known_not_to_hold(condition: str) -> None:
    rehearsal = play(guarded(condition), when="mentioned")
    assert deeds(rehearsal) == []
    assert reasons(rehearsal) == [f"`{condition}` does not hold"]


@pytest.mark.parametrize(
    ("condition", "notes"),
    [
        ("event.user.followers < 100", ("taken to hold: the number of followers of the person is less than 100",)),
        ("not event.user.is_verified", ("taken to hold: it is not so that the person is verified",)),
        ('event.post.text contains "help"', ('taken to hold: the text of the post contains "help"',)),
        ('event.post.text matches "a+b"', ('taken to hold: `event.post.text matches "a+b"`',)),
        ("event.post.posted_at < today", ("taken to hold: the time of the post is before today",)),
        ("event.post.sentiment is negative", ("taken to hold: the mood of the post is negative",)),
        (
            "event.post.likes > 1 and event.post.likes < 9",
            (
                "taken to hold: the number of likes of the post is more than 1",
                "taken to hold: the number of likes of the post is less than 9",
            ),
        ),
        (
            "event.post.likes > 1 or event.post.likes < 9",
            ("taken to hold: the number of likes of the post is more than 1",),
        ),
    ],
)
def test_what_only_shows_when_it_runs(condition: str, notes: tuple[str, ...]) -> None:
    (answer,) = play(guarded(condition), when="mentioned").happenings
    assert (answer.kind, answer.notes) == ("does", notes)


def test_the_same_question_gets_the_same_answer() -> None:
    rehearsal = play(guarded("event.user.is_verified"), guarded("not event.user.is_verified"), when="mentioned")
    assert [each.automation for each in rehearsal.happenings if each.kind == "does"] == ["a0"]
    assert reasons(rehearsal) == ["`not event.user.is_verified` does not hold"]


def test_ties_that_the_event_brought_about_are_known() -> None:
    asks = "account: ann, when: {}, if: '{}', do: [dm: Hi]"
    assert deeds(play(asks.format("followed", "not event.user.is_follower"), when="followed")) == []
    assert deeds(play(asks.format("unfollowed", "event.user.is_follower"), when="unfollowed")) == []
    assert deeds(play(asks.format("unfollowed", "event.user.is_followed"), when="unfollowed")) != []


def test_a_step_that_does_not_apply_is_told_and_the_next_goes_on() -> None:
    steps = "account: ann, when: mentioned, do: [{reply: Hi, if: event.user.is_bot}, like]"
    rehearsal = play(steps, when="mentioned")
    assert [(each.kind, each.verb) for each in rehearsal.happenings] == [("skips", "reply"), ("does", "like")]


def test_a_stop_that_may_come_does_not_come() -> None:
    steps = "account: ann, when: mentioned, do: [{stop: null, if: 'CONDITION'}, like]"
    assert len(deeds(play(steps.replace("CONDITION", "event.user.followers < 9"), when="mentioned"))) == 1
    assert len(deeds(play(steps.replace("CONDITION", "not event.user.is_bot"), when="mentioned"))) == 0
    assert len(deeds(play("account: ann, when: mentioned, do: [like, stop, reply: Hi]", when="mentioned"))) == 1
