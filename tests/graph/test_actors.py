"""Those whose doings set off the same stand for each other; the loops are those found with each told apart."""

from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sociable.facts.facts import Facts
from sociable.graph.causality import find_loops
from sociable.graph.state_graph import StateGraph

from tests.setups import facts

DOES = (
    ("account_posted", "repost: event.post"),
    ("account_posted", 'post: "Over to @ours{}@our.example"'),
    ("mentioned", 'post: "Over to @ours{}@our.example"'),
    ("mentioned", 'reply: "Thank you"'),
    ("followed", "follow: event.user"),
    ("followed", "follow: '@ours{}@our.example'"),
)


@st.composite
def stories(draw: st.DrawFn) -> Facts:
    """Accounts of which each listens to some of the others by name, and does this or that then."""
    size = draw(st.integers(2, 6))
    accounts, automations = [], []
    for number in range(size):
        platform = draw(st.sampled_from(("mastodon", "mastodon", "bluesky")))
        accounts.append(f"  ours{number}: {{handle: '@ours{number}@our.example', platform: {platform}}}\n")
        for place in range(draw(st.integers(1, 2))):
            names = draw(st.sets(st.integers(0, size - 1), min_size=1))
            listed = ", ".join(f"ours{each}" for each in sorted(names))
            heard, step = draw(st.sampled_from(DOES))
            step = step.format(draw(st.integers(0, size - 1)))
            automations.append(
                f"  - id: a{number}-{place}\n    account: ours{number}\n"
                f"    when: {{event: {heard}, from: [{listed}]}}\n    do:\n      - {step}\n"
            )
    return facts("accounts:\n" + "".join(accounts) + "automations:\n" + "".join(automations))


def loops_of(story: Facts) -> list[object]:
    return [
        (loop.automations, loop.steps, loop.verdict, loop.certainty, loop.growth)
        for mirror in (False, True)
        for loop in find_loops(story, lambda step: True, [], mirror)
    ]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(story=stories())
def test_the_same_loops_are_found_as_with_each_actor_told_apart(story: Facts) -> None:
    found = loops_of(story)
    with patch.object(StateGraph, "_as_seen", lambda graph, by, event, place: by):
        assert found == loops_of(story)
