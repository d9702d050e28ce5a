"""Who names others is looked at with some of those it does not know; the loops are those found with all of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from sociable.facts.facts import Facts, StepFacts
from sociable.graph import strangers
from sociable.graph.causality import find_loops
from sociable.graph.loops import Loop
from sociable.graph.reactions import StepTest, reactions
from sociable.graph.state_graph import StateGraph

from tests.setups import facts

ANSWERS = (
    ("mentioned", 'reply: "Thank you"'),
    ("mentioned", "follow: event.user"),
    ("mentioned", 'post: "Thank you {{ event.user.handle }}"'),
    ("followed", "follow: event.user"),
    ("followed", 'dm: "Welcome"'),
    ("messaged", 'dm: "Thank you"'),
    ("replied", 'reply: "Thank you again"'),
    ("account_posted", "repost: event.post"),
)
NAMES = ("", "", "", 'post: "Over to @ours{}@our.example"', "follow: '@ours{}@our.example'")
ONLY = ("", "", "", "", "=", "!=")
NOBODY_IS_LEFT_OUT = 10**9


@st.composite
def stories(draw: st.DrawFn) -> Facts:
    """Accounts that answer in few ways, each of which names, hears alone or leaves out some other one."""
    size = draw(st.sampled_from((2, 4, 7, 12)))
    sorts = draw(st.lists(st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=2), min_size=1, max_size=2))
    accounts, automations = [], []
    for number in range(size):
        platform = draw(st.sampled_from(("mastodon", "mastodon", "mastodon", "bluesky")))
        accounts.append(f"  ours{number}: {{handle: '@ours{number}@our.example', platform: {platform}}}\n")
        for place, (heard, step) in enumerate(draw(st.sampled_from(sorts))):
            other = st.integers(0, size - 1)
            sign, named = draw(st.sampled_from(ONLY)), draw(st.sampled_from(NAMES))
            guard = f'    if: event.user.handle {sign} "@ours{draw(other)}@our.example"\n' if sign else ""
            more = f"      - {named.format(draw(other))}\n" if named else ""
            automations.append(
                f"  - id: a{number}-{place}\n    account: ours{number}\n    when: {heard}\n{guard}"
                f"    do:\n      - {step}\n{more}"
            )
    return facts("accounts:\n" + "".join(accounts) + "automations:\n" + "".join(automations))


def loops_of(story: Facts) -> list[object]:
    def told(loop: Loop) -> object:
        happens = tuple(each.id for each in loop.automations)
        return happens, loop.steps, loop.verdict, loop.stops_after, loop.certainty, loop.growth

    def posts(step: StepFacts) -> bool:
        return step.verb.name == "post"

    wanted: tuple[list[StepTest], ...] = ([], [posts])
    return [
        told(loop)
        for required in wanted
        for mirror in (False, True)
        for loop in find_loops(story, lambda step: True, required, mirror)
    ]


@contextmanager
def each_with_everybody() -> Iterator[None]:
    with patch.object(strangers, "_FEW", NOBODY_IS_LEFT_OUT):
        yield


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(story=stories())
def test_some_strangers_stand_for_all_of_them(story: Facts) -> None:
    found = loops_of(story)
    with each_with_everybody():
        everybody = StateGraph(reactions(story), []).states()
        assert found == loops_of(story)
    event(f"some are left out: {len(everybody) > len(StateGraph(reactions(story), []).states())}, loops: {bool(found)}")


@pytest.mark.parametrize("size", [20, 40, 80])
def test_accounts_that_each_name_another_one_make_as_many_states_as_there_are_of_them(size: int) -> None:
    accounts = "".join(f"  ours{n}: {{handle: '@ours{n}@our.example', platform: mastodon}}\n" for n in range(size))
    automations = "".join(
        f"  - id: a{n}\n    account: ours{n}\n    when: mentioned\n    do:\n      - reply: Thank you\n"
        f'      - post: "Over to @ours{(n + 1) % size}@our.example"\n'
        for n in range(size)
    )
    graph = StateGraph(reactions(facts(f"accounts:\n{accounts}automations:\n{automations}")), [])
    assert len(graph.members) == size
    assert len(graph.states()) <= 6 * size
