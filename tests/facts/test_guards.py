"""Lines of `if:` that can never hold, and those that always do."""

import pytest
from sociable.facts.guards import guards

from tests.setups import facts


def judged(automation: str, do: str = "[notify: us]") -> list[tuple[bool, bool]]:
    """Of each line in file order: does it never hold, does it always?"""
    found = facts(f"automations: [{{id: a, account: x, {automation}, do: {do}}}]")
    return [(each.never_holds, each.always_holds) for each in guards(found)]


NEITHER, NEVER, ALWAYS = (False, False), (True, False), (False, True)


@pytest.mark.parametrize(
    ("condition", "verdict"),
    [
        ("event.post.likes > 3", NEITHER),
        ("event.post.likes > 3 and event.post.likes < 2", NEVER),
        ("event.user.is_bot and not event.user.is_bot", NEVER),
        ("event.user.is_bot or not event.user.is_bot", ALWAYS),
        ("event.post.language is not de or event.post.language is not en", ALWAYS),
        ("event.post.language is not de and event.post.language is not en", NEITHER),
        ("not (event.post.language is de and event.post.language is en)", ALWAYS),
        ("event.post.likes >= 3 or event.post.likes < 5", NEITHER),  # a post may have no likes to compare
        ("false", NEVER),
        ("true", ALWAYS),
        ("not true", NEVER),
        ("lower(event.post.text) is a and lower(event.post.text) is b", NEITHER),
    ],
)
def test_one_line(condition: str, verdict: tuple[bool, bool]) -> None:
    assert judged(f'when: mentioned, if: "{condition}"') == [verdict]


def test_only_the_line_that_makes_it_impossible_is_told() -> None:
    lines = "[event.post.likes > 3, event.post.likes < 2, event.user.is_bot]"
    assert judged(f"when: mentioned, if: {lines}") == [NEITHER, NEVER, NEITHER]


@pytest.mark.parametrize(
    ("beside", "condition", "verdict"),
    [
        ("ignore: [bots]", "event.user.is_bot", NEVER),
        ("ignore: [bots]", "not event.user.is_bot", NEITHER),
        ("ignore: [followers]", "event.user.is_follower", NEVER),
        ('only_from: ["@a"]', "event.user.handle is '@b'", NEVER),
        ('only_from: ["@a"]', "event.user.handle is '@A'", NEITHER),
    ],
)
def test_what_stands_beside_the_event_counts(beside: str, condition: str, verdict: tuple[bool, bool]) -> None:
    assert judged(f'when: mentioned, {beside}, if: "{condition}"') == [verdict]


@pytest.mark.parametrize(
    ("before", "verdict"),
    [("", NEVER), ("wait: 1 day, ", NEITHER), ("notify: us, ", NEVER)],
)
def test_a_wait_makes_everything_possible_again(before: str, verdict: tuple[bool, bool]) -> None:
    first = f"{{{before.rstrip(', ')}}}, " if before else ""
    steps = f"[{first}{{like: event.post, if: event.post.likes = 0}}]"
    assert judged("when: mentioned, if: event.post.likes > 3", steps) == [NEITHER, verdict]


def test_a_step_that_comes_later_by_itself() -> None:
    steps = "[{like: event.post, after: 1 day, if: event.post.likes = 0}]"
    assert judged("when: mentioned, if: event.post.likes > 3", steps) == [NEITHER, NEITHER]


def test_steps_are_told_apart() -> None:
    steps = "[{like: event.post, if: event.user.is_bot}, {notify: us, if: not event.user.is_bot}]"
    assert judged("when: mentioned", steps) == [NEITHER, NEITHER]


def test_disabled_automations_have_none() -> None:
    assert judged("when: mentioned, enabled: false, if: 'false'") == []
