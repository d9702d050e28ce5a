"""When brakes end a loop, how fast limits let it go, whether it grows, what would cut it; and loops with strangers."""

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from sociable.facts.facts import StepFacts
from sociable.graph.causality import find_loops
from sociable.graph.cuts import cheapest_cut
from sociable.graph.loops import Loop
from sociable.graph.walk_pace import Pace, lap_time
from sociable.setup.model import Rate

from tests.graph.oracle import hanging_together, loops, stays
from tests.graph.stories import NAMES, Plot, Story, facts_of, stories
from tests.graph.test_outcome import ACCOUNTS, SEVERAL_AND_ALONE, all_found, answer, follow_back, found
from tests.setups import facts

ANYTHING = lambda *_: True  # noqa: E731 - a filter that lets everything pass


# ------------------------------------------------------------------------------------- they end it


def steps_until_it_stops(loop: Loop) -> int:
    """By going round and counting, from whichever station lasts longest."""
    longest = 0
    for start in range(len(loop.walk)):
        walk = loop.walk[start:] + loop.walk[:start]
        counted: Counter[object] = Counter()
        taken = 0
        while True:
            walk_step = walk[taken % len(walk)]
            bound = walk_step.reaction.transition.bound
            if bound is not None:
                key = (id(walk_step.step.automation), walk_step.actor.id if bound.what == "user" else "")
                counted[key] += 1
                if counted[key] > bound.times:
                    break
            taken += 1
        longest = max(longest, taken)
    return longest


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(story=stories())
def test_going_round_confirms_when_it_stops(story: Story) -> None:
    for loop in find_loops(facts_of(story), ANYTHING, []):
        bounded = any(walk_step.reaction.transition.bound for walk_step in loop.walk)
        assert bounded == bool(loop.stops_after)
        if bounded:
            assert loop.stops_after == steps_until_it_stops(loop)


@pytest.mark.parametrize(
    ("brake", "steps"),
    [
        ("once_per: user,", 3),
        ("once_per: thread,", 3),
        ("max_replies_per_thread: 1,", 3),
        ("max_replies_per_thread: 5,", 11),
        ("max_replies_per_thread: 999999999,", 1999999999),
    ],
)
def test_a_stated_number(brake: str, steps: int) -> None:
    (loop,) = all_found(answer("ann", brake), answer("bob"))
    assert loop.stops_after == steps
    assert loop.verdict == "spawns"


def test_what_lasts_is_told_and_what_ends_beside_it_is_not() -> None:
    loops_found = all_found(answer("ann", "once_per: user,"), answer("bob"), answer("cam"))
    assert [loop.stops_after for loop in loops_found] == [0]
    assert {account.id for account in loops_found[0].accounts} == {"bob", "cam"}


# --------------------------------------------------------------------------------- they slow it down


@pytest.mark.parametrize(
    ("brake", "laps", "is_slow"),
    [
        ("limit: 60 per hour,", Rate(60, 3600), False),
        ("cooldown: 1 day,", Rate(1, 86400), True),
        ("cooldown: 2 hours, limit: 1 per week,", Rate(1, 7 * 86400), True),
        ("once_per: user per 3 days,", Rate(1, 3 * 86400), True),
        ("once_per: post,", None, False),
        ("limit: 5,", None, False),
    ],
)
def test_the_slowest_limit_is_the_pace(brake: str, laps: Rate | None, is_slow: bool) -> None:
    (loop,) = found(answer("ann", brake), answer("bob", "limit: 1000 per second," if laps else ""))
    assert loop.pace == (Pace(laps, loop.automations[0]) if laps else None)
    assert loop.is_slow == is_slow


@pytest.mark.parametrize(
    ("brake", "own", "laps"),
    [
        ("limit: 10 per day,", "", Rate(10, 2 * 86400)),
        ("cooldown: 1 day,", "", Rate(1, 2 * 86400)),
        ("", "limit: 10 per day", Rate(10, 86400)),
        ("once_per: user per 1 day,", "", Rate(1, 86400)),
    ],
)
def test_a_limit_counts_as_often_as_what_it_limits_is_on_the_way(brake: str, own: str, laps: Rate) -> None:
    """Each lap goes through ann's automation twice, once for each of the others."""
    to = "{{dm: {{text: Hi, target: {}}}, {}}}"
    setup = f"""
{ACCOUNTS}
automations:
  - {{id: both, account: ann, when: messaged, {brake} do: [{to.format("bob", own)}, {to.format("cam", "")}]}}
  - {{id: one, account: bob, when: messaged, limit: 100 per day, do: [dm: Hi]}}
  - {{id: other, account: cam, when: messaged, limit: 100 per day, do: [dm: Hi]}}
"""
    (loop,) = find_loops(facts(setup), ANYTHING, [_is_aimed_at("bob"), _is_aimed_at("cam")])
    assert len(loop.walk) == 4
    assert loop.pace == Pace(laps, loop.automations[0])


def _is_aimed_at(name: str) -> Callable[[StepFacts], bool]:
    return lambda step: step.aim.model is not None and step.aim.model.name == name


@pytest.mark.parametrize(
    ("steps", "seconds"),
    [
        ("{reply: Hi, after: 1 hour}", 3600),
        ("wait: 1 hour, reply: Hi", 3600),
        ("{log: x, after: 1 hour}, {reply: Hi, after: 1 minute}", 3660),
        ("{wait: 1 hour, if: event.user.is_bot}, reply: Hi", 0),
        ("reply: Hi, wait: 1 hour", 0),
    ],
)
def test_how_long_each_round_takes_at_least(steps: str, seconds: int) -> None:
    (loop,) = found(f"account: ann, when: mentioned, do: [{steps}]", answer("bob"))
    assert lap_time(loop.walk) == seconds


# ------------------------------------------------------------------------------------- they cut it


@pytest.mark.parametrize(
    "never",
    [
        "if: event.user.followers > 10 and event.user.followers < 5,",
        "if: not event.user.is_bot,",
        'if: event.user.handle is "@ann",',
        'if: event.user.handle is not "@cam",',
    ],
)
def test_conditions_that_cut(never: str) -> None:
    """cam says that it is automated."""
    assert all_found(answer("bob", never), answer("cam")) == []
    assert all_found(answer("bob", "if: event.user.followers > 10,"), answer("cam"))


def test_the_one_automation_that_ends_all_of_it() -> None:
    (loop,) = found(answer("ann"), answer("bob"))
    assert [model.id.name for model in cheapest_cut(loop)] == ["a0"]
    relay = "account: {}, when: messaged, do: [dm: {{text: Hi, target: {}}}]"
    (loop,) = found(
        relay.format("ann", "bob"), relay.format("cam", "bob"), "account: bob, when: messaged, do: [dm: Hi]"
    )
    assert [model.id.name for model in cheapest_cut(loop)] == ["a2"]


def test_several_if_one_does_not_do() -> None:
    (loop,) = found(answer("ann"), answer("bob"), answer("cam"))
    assert len(cheapest_cut(loop)) == 2


def test_no_cheap_way_out_of_a_crowd() -> None:
    names = [f"n{number}" for number in range(8)]
    accounts = "accounts: {" + ", ".join(f"{name}: {{platform: x}}" for name in names) + "}"
    (loop,) = found(*(answer(name) for name in names), accounts=accounts)
    assert cheapest_cut(loop) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(story=stories())
def test_without_what_is_cut_there_is_no_such_loop(story: Story) -> None:
    for loop in find_loops(facts_of(story), ANYTHING, []):
        cut = [model.id.name for model in cheapest_cut(loop)]
        if cut and not loop.stops_after:
            plots = {int(automation.id[1:]) for automation in loop.automations} - {int(name[1:]) for name in cut}
            rest = tuple(story.plots[number] for number in sorted(plots))
            left = loops(story._replace(plots=rest), ANYTHING, [])
            assert [circle for circle in left if len(loop.accounts) == 1 or not all(map(stays, circle))] == []


def test_what_only_sets_itself_off_is_no_part_of_a_larger_circle_to_be_cut() -> None:
    alone, larger = found(*SEVERAL_AND_ALONE)
    assert [model.id.name for model in cheapest_cut(alone)] == ["a0"]
    assert [model.id.name for model in cheapest_cut(larger)] == ["a1"]


# ---------------------------------------------------------------------------------------- growth

TWICE = "account: ann, when: mentioned, do: [reply: Hi, reply: Ho]"
"""What a limit on the way back keeps from becoming more, unless another account answers without one."""


@pytest.mark.parametrize(
    ("automations", "forking"),
    [
        ([answer("ann"), answer("bob")], []),
        ([answer("ann"), answer("bob"), answer("cam")], []),
        (["account: ann, when: mentioned, do: [reply: Hi, reply: Ho]", answer("bob")], ["a0", "a0"]),
        ([answer("ann"), answer("ann"), answer("bob")], ["a0", "a1"]),
        ([TWICE, f"limit: 2 per day, {answer('bob')}"], []),
        ([TWICE, f"cooldown: 1 hour, {answer('bob')}"], []),
        ([TWICE, f"once_per: user per day, {answer('bob')}"], []),
        ([TWICE, f"once_per: post per day, {answer('bob')}"], ["a0", "a0"]),
        ([TWICE, "account: bob, when: mentioned, do: [{reply: Hi, limit: 9 per hour}]"], []),
        ([TWICE, f"limit: 2 per day, {answer('bob')}", answer("cam")], ["a0", "a0"]),
        (["account: ann, when: followed, do: [follow: event.user, follow: event.user]", follow_back("bob")], []),
        (["account: ann, when: mentioned, do: [reply: Hi, dm: Ho]", answer("bob")], []),
        (
            [
                "account: ann, when: mentioned, do: [reply: Hi, dm: Ho]",
                answer("bob"),
                "account: bob, when: messaged, do: [follow: event.user]",
                'account: ann, when: followed, do: [reply: {text: "Hi @bob", target: "@bob"}]',
            ],
            [],
        ),
        (
            [
                "account: ann, when: account_posted, do: [post: Hi]",
                "account: bob, when: account_posted, do: [post: Hi]",
            ],
            [],
        ),
    ],
)
def test_two_ways_back_make_it_more(automations: list[str], forking: list[str]) -> None:
    (loop,) = found(*automations)
    assert [step.automation.id for step in loop.fork] == forking
    assert loop.growth == ("multiplies" if forking else "plain")


def test_each_account_has_its_own_steps_at_which_it_becomes_more() -> None:
    twice = "account: {}, when: posted, do: [post: Hi, post: Ho]"
    loops_found = found(twice.format("ann"), twice.format("bob"))
    assert [[step.automation.id for step in loop.fork] for loop in loops_found] == [["a0", "a0"], ["a1", "a1"]]


# -------------------------------------------------------------------------------------- strangers


def strangers(*automations: str) -> list[Loop]:
    listed = "".join(f"\n  - {{id: a{number}, {each}}}" for number, each in enumerate(automations))
    accounts = "accounts: {ann: {platform: x, handle: '@ann'}, bob: {platform: x, handle: '@bob'}}"
    return find_loops(facts(f"{accounts}\nautomations:{listed}\n"), ANYTHING, [], mirror=True)


def test_a_stranger_who_runs_the_same() -> None:
    (loop,) = strangers(answer("ann"))
    assert (loop.verdict, loop.certainty, [account.id for account in loop.accounts]) == ("spawns", "mirror", ["ann"])
    (loop,) = strangers(follow_back("ann"))
    assert (loop.verdict, loop.certainty) == ("settles", "mirror")


@pytest.mark.parametrize(
    ("brake", "ends"),
    [
        ("ignore: [own_accounts],", False),
        ("ignore: [bots],", True),
        ("if: not event.user.is_bot,", True),
        ("only_from: ['@bob'],", True),
        ("once_per: user,", True),
        ("limit: 1 per day,", False),
    ],
)
def test_what_holds_off_strangers(brake: str, ends: bool) -> None:
    assert (strangers(answer("ann", brake)) == []) == ends


def test_what_needs_no_stranger_is_not_told_again() -> None:
    assert strangers(answer("ann"), answer("bob")) == []
    assert strangers("account: ann, when: posted, do: [post: Again]") == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(story=stories())
def test_a_stranger_is_like_a_second_account(story: Story) -> None:
    """Against what really happens when somebody whom nobody knows runs a copy of all that one account runs.

    Who passes over machines has done what can be done, so both count as marked. What strangers may say besides what
    is written here nobody can know, so it counts as not said.
    """
    mine = tuple(plot for plot in story.plots if plot.account == "ann")
    alone = Story({"ann": "x"}, {"ann": story.labels["ann"]}, mine)
    told = {
        int(each.id[1:]) for loop in find_loops(facts_of(alone), ANYTHING, [], mirror=True) for each in loop.automations
    }
    free = tuple(map(among_strangers, mine))
    copies = tuple(plot._replace(account="zed") for plot in free)
    together = Story({"ann": "x", "zed": "x"}, {"ann": True, "zed": True}, (*free, *copies))
    every = loops(together, ANYTHING, [], surely=True)
    both = [circle for circle in every if {each.before.at for each in circle} == {"ann", "zed"}]
    groups = {frozenset(plot for plot in group if plot < len(mine)) for group in hanging_together(both)}
    ours = {each.plot for circle in loops(alone, ANYTHING, [], ending=True) for each in circle}
    assert told == {plot for group in groups if not group & ours for plot in group}


def among_strangers(plot: Plot) -> Plot:
    """Strangers are not our own, and nobody of whom the files speak; nor would theirs speak of us."""
    acts = tuple(act for act in plot.acts if act.whom not in NAMES and not plot.listens_to)
    return plot._replace(brake="" if plot.brake == "own accounts" else plot.brake, acts=acts)
