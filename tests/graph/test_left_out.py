"""Accounts that leave each other out by name: told as classes, they make the loops they make one by one."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from unittest.mock import patch

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from sociable.facts.facts import Facts
from sociable.graph.causality import find_loops
from sociable.graph.left_out import LeftOut
from sociable.graph.loops import Loop
from sociable.graph.reactions import by_name, reactions
from sociable.graph.state_graph import StateGraph

from tests.graph.numbered_accounts import account, automation, story_of

DOINGS = (
    ("mentioned", 'reply: "Thank you"'),
    ("mentioned", "follow: event.user"),
    ("mentioned", 'post: "Thank you {{ event.user.handle }}"'),
    ("followed", "follow: event.user"),
    ("followed", 'dm: "Welcome"'),
    ("messaged", 'dm: "Thank you"'),
    ("unfollowed", "unfollow: event.user"),
    ("mentioned", 'post: "Look, @ours0@our.example"'),
)


@st.composite
def stories(draw: st.DrawFn) -> Facts:
    """Several accounts that do some of the same few things, each of which passes over some others."""
    size = draw(st.sampled_from((3, 8, 12, 16, 20)))
    often = draw(st.sampled_from(((0, 1), (1, 1, 1, 2), (0, 1, 2, size))))
    sorts = draw(st.lists(st.lists(st.sampled_from(DOINGS), min_size=1, max_size=2), min_size=1, max_size=2))
    accounts, automations = [], []
    for number in range(size):
        accounts.append(account(number))
        for place, (heard, step) in enumerate(draw(st.sampled_from(sorts))):
            others = draw(st.lists(st.integers(0, size + 1), max_size=draw(st.sampled_from(often))))
            names = ", ".join(f'"@ours{other}@our.example"' for other in others)
            guard = f"event.user.handle not in [{names}]" if others else ""
            automations.append(automation(number, place, heard, [step], guard))
    return story_of(accounts, automations)


def loops_of(story: Facts) -> list[object]:
    def told(loop: Loop) -> object:
        happens = tuple(each.id for each in loop.automations)
        return happens, loop.verdict, loop.stops_after, loop.certainty, loop.growth, len(loop.walk)

    return [told(loop) for mirror in (False, True) for loop in find_loops(story, lambda step: True, [], mirror)]


@contextmanager
def everybody_told_apart() -> Iterator[None]:
    tell: Callable[..., None] = LeftOut._tell
    with patch.object(LeftOut, "_tell", lambda left_out, accounts: tell(left_out, left_out._apart)):
        yield


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(story=stories())
def test_whom_others_leave_out_is_on_the_same_loops_whether_told_apart_or_not(story: Facts) -> None:
    found = loops_of(story)
    event(f"some spared: {bool(graph_of(story)._left_out.spared)}, loops: {bool(found)}")
    with everybody_told_apart():
        assert found == loops_of(story)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(story=stories())
def test_the_walk_is_made_of_accounts_that_listen_to_each_other(story: Facts) -> None:
    for loop in find_loops(story, lambda step: True, []):
        for step in loop.walk:
            if step.reaction.transition.actors.shunned:
                assert step.actor.handles.isdisjoint(step.reaction.transition.actors.shunned)


def graph_of(story: Facts) -> StateGraph:
    return StateGraph(reactions(story), [])


def ring(size: int, leaves_out: Callable[[int], str], more: Sequence[str] = ()) -> Facts:
    """Accounts that answer whoever mentions them, but those whom they leave out; the first of them does more."""
    automations = [
        automation(
            n,
            0,
            "mentioned",
            ['reply: "Thank you"', *(more if n == 0 else ())],
            f"event.user.handle not in [{leaves_out(n)}]",
        )
        for n in range(size)
    ]
    return story_of(map(account, range(size)), automations)


def test_who_leaves_out_one_other_each_is_of_one_class() -> None:
    graph = graph_of(ring(40, lambda n: f'"@ours{(n + 1) % 40}@our.example"'))
    assert [len(members) for members in graph.members] == [40]


def test_whom_nearly_all_leave_out_is_told_apart_and_the_others_are_not() -> None:
    graph = graph_of(ring(40, lambda n: f'"@ours{(n + 1) % 40}@our.example", "@ours0@our.example"'))
    sizes = sorted(len(members) for members in graph.members)
    assert (sizes[-1], len(sizes) <= 4) == (38, True)


def test_one_who_does_something_else_does_not_tell_the_others_apart() -> None:
    story = ring(40, lambda n: f'"@ours{(n + 1) % 40}@our.example"', more=["follow: event.user"])
    assert max(len(members) for members in graph_of(story).members) == 37
    assert len(graph_of(story).members) <= 4


def test_strangers_who_are_left_out_make_no_classes() -> None:
    graph = graph_of(ring(40, lambda n: f'"@stranger{n}@x.example"'))
    assert [len(members) for members in graph.members] == [40]


def test_two_that_leave_out_each_other_never_meet() -> None:
    story = ring(8, lambda n: f'"@ours{n ^ 1}@our.example"')
    left_out = graph_of(story)._left_out
    accounts = by_name(story.accounts)
    (one,), (other,), (third,) = (accounts[f"ours{n}"] for n in range(3))
    assert (left_out.may_meet(one, other), left_out.may_meet(one, third)) == (False, True)
