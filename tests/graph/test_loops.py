"""Loops against the brute force of what really happens, for any story, filter and requirement."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sociable.facts.facts import Facts, StepFacts
from sociable.graph.causality import find_loops
from sociable.graph.loops import Loop

from tests.graph.oracle import Consequence, Happening, Wanted, consequences, hanging_together, loops
from tests.graph.stories import SAID, Act, Plot, Story, facts_of, stories

EXAMPLES = 250

TESTS: dict[str, Wanted] = {
    "anything": lambda plot, act: True,
    "is not approved": lambda plot, act: not plot.approved,
    "is no follow": lambda plot, act: act.verb != "follow",
    "is a follow": lambda plot, act: act.verb == "follow",
    "is a dm": lambda plot, act: act.verb == "dm",
    "speaks": lambda plot, act: act.verb in ("reply", "dm", "post"),
    "is not on bob": lambda plot, act: plot.account != "bob",
    "is on ann": lambda plot, act: plot.account == "ann",
    "names somebody": lambda plot, act: act.says == "person",
}

StepTest = Callable[[StepFacts], bool]


def numbers(step: StepFacts) -> tuple[int, int]:
    """The plot and the act of a step."""
    return int(step.automation.id.removeprefix("p")), step.automation.steps.index(step)


def as_step_test(story: Story, wanted: Wanted) -> StepTest:
    def test(step: StepFacts) -> bool:
        plot, act = numbers(step)
        return wanted(story.plots[plot], story.plots[plot].acts[act])

    return test


keeps = st.sampled_from(["anything", "anything", "is not approved", "is no follow", "is not on bob", "speaks"])
requirements = st.lists(st.sampled_from(sorted(TESTS)), max_size=2)


def find(story: Story, keep: str, required: list[str]) -> list[Loop]:
    facts: Facts = facts_of(story)
    wanted = [as_step_test(story, TESTS[name]) for name in required]
    return find_loops(facts, as_step_test(story, TESTS[keep]), wanted)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(story=stories(), keep=keeps, required=requirements)
def test_a_loop_is_found_where_there_is_one_and_nowhere_else(story: Story, keep: str, required: list[str]) -> None:
    wanted = [TESTS[name] for name in required]
    lasting = loops(story, TESTS[keep], wanted)
    found = find(story, keep, required)
    assert_same([loop for loop in found if not loop.stops_after], lasting, hanging_together(lasting))
    told = {each.plot for circle in lasting for each in circle}
    both = loops(story, TESTS[keep], wanted, ending=True)
    groups = {group for group in hanging_together(both) if not group & told}
    ending = [circle for circle in both if any(circle[0].plot in group for group in groups)]
    assert_same([loop for loop in found if loop.stops_after], ending, groups)


def assert_same(found: list[Loop], circles: list[list[Consequence]], groups: set[frozenset[int]]) -> None:
    assert {numbers(step) for loop in found for step in loop.steps} == {
        (each.plot, each.act) for circle in circles for each in circle
    }
    together = [frozenset(int(each.id[1:]) for each in loop.automations) for loop in found]
    assert len(set(together)) == len(together)
    assert set(together) == groups


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(story=stories(), keep=keeps, required=requirements)
def test_every_walk_can_be_walked(story: Story, keep: str, required: list[str]) -> None:
    lasting = set(consequences(story, TESTS[keep]))
    real = set(consequences(story, TESTS[keep], ending=True))
    for loop in find(story, keep, required):
        steps = walked(story, loop)
        assert set(steps) <= (real if loop.stops_after else lasting)
        assert all(one.after == other.before for one, other in zip(steps, [*steps[1:], steps[0]], strict=True))
        for name in required:
            assert any(TESTS[name](*act_of(story, step)) for step in steps)


def act_of(story: Story, step: Consequence) -> tuple[Plot, Act]:
    plot = story.plots[step.plot]
    return plot, plot.acts[step.act]


def walked(story: Story, loop: Loop) -> list[Consequence]:
    """The walk of a loop as real happenings: each station in the words of the one before it."""
    happenings = []
    for number, walk_step in enumerate(loop.walk):
        before = loop.walk[number - 1]
        assert before.reaction.transition.emits == walk_step.reaction.transition.hears
        plot, act = numbers(before.step)
        words = story.plots[plot].acts[act]
        fixed = SAID[words.says] if words.verb in ("reply", "dm", "post") and words.says != "person" else None
        happenings.append(
            Happening(walk_step.reaction.transition.hears, walk_step.account.id, walk_step.actor.id, fixed)
        )
    following = [*happenings[1:], happenings[0]]
    return [
        Consequence(before, *numbers(walk_step.step), after)
        for before, walk_step, after in zip(happenings, loop.walk, following, strict=True)
    ]
