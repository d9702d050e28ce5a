"""What sets off what, against a walk through everything that accounts can do to each other."""

from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from sociable.graph.automation_links import links
from sociable.graph.causality import find_loops

from tests.drawing.setups import follow_backs
from tests.graph import oracle
from tests.graph.oracle import GROWS, Happening
from tests.graph.stories import Act, Plot, Story, facts_of, stories
from tests.setups import facts


class Effect(NamedTuple):
    """An act of a plot brings about an event at an account; ``answers`` is what it answers, by whom, if it does."""

    plot: int
    act: int
    event: str
    at: str
    answers: tuple[str, str] | None


STRANGER = "stranger"


def effects(story: Story) -> set[Effect]:
    """Everything acts can bring about among these accounts, without answers to what none of them can do.

    A stranger, who is not marked as automated, may have started what is done.
    """
    story = story._replace(labels={**story.labels, STRANGER: False})
    kept = {
        Effect(number, position, event, at, (start, by) if back else None)
        for number, plot in enumerate(story.plots)
        if plot.brake != "own accounts"
        for position, act in enumerate(plot.acts)
        for start in {plot.event, GROWS.get(act.whom, plot.event)}
        for by in (*story.platforms, STRANGER)
        for before in [Happening(start, plot.account, by, None)]
        if plot.condition != "never" and (start != plot.event or oracle._fulfils(story, plot, before))
        for event, at, back in oracle._done(story, plot, act, before, start == plot.event)
    }
    while unsupported := {each for each in kept if each.answers and not is_supported(story, each, kept)}:
        kept -= unsupported
    return kept


def is_supported(story: Story, effect: Effect, others: set[Effect]) -> bool:
    assert effect.answers is not None
    event, by = effect.answers
    plot = story.plots[effect.plot]
    return any(
        other.event == event
        and other.at == plot.account
        and story.plots[other.plot].account == by
        and hears(story, plot, happening(story, other))
        for other in others
    )


def hears(story: Story, plot: Plot, before: Happening) -> bool:
    return oracle._listens(story, plot, before) and oracle._fulfils(story, plot, before)


def happening(story: Story, effect: Effect) -> Happening:
    plot = story.plots[effect.plot]
    return Happening(effect.event, effect.at, plot.account, oracle._fixed(plot.acts[effect.act]))


def found(story: Story) -> set[tuple[int, int, int]]:
    """The plot and act, and the plot that it sets off."""
    return {
        (number(step.automation.id), step.automation.steps.index(step), number(automation.id))
        for link in links(facts_of(story))
        for step, automation in link.pairs()
    }


def number(name: str) -> int:
    return int(name.removeprefix("p"))


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(stories())
def test_whatever_starts_an_automation_is_linked_to_it_and_nothing_else(story: Story) -> None:
    started = {
        (effect.plot, effect.act, other)
        for effect in effects(story)
        for other, plot in enumerate(story.plots)
        if plot.account == effect.at and plot.event == effect.event and hears(story, plot, happening(story, effect))
    }
    more = found(story) - started
    assert started <= found(story)
    for plot, act, other in more:  # it does not start now, but goes through a set that has grown
        events = {effect.event for effect in effects(story) if (effect.plot, effect.act) == (plot, act)}
        assert events & {GROWS.get(each.whom) for each in story.plots[other].acts}


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(stories())
def test_every_step_of_a_loop_is_linked_to_the_next(story: Story) -> None:
    facts = facts_of(story)
    pairs = {(step, automation) for link in links(facts) for step, automation in link.pairs()}
    for loop in find_loops(facts, lambda step: True, []):
        for walk_step, after in zip(loop.walk, loop.walk[1:] + loop.walk[:1], strict=True):
            assert any(
                step is walk_step.step and automation.id == after.step.automation.id for step, automation in pairs
            )


def test_an_answer_sets_off_nobody_who_cannot_have_been_answered() -> None:
    story = Story(
        {"ann": "x", "bob": "x"},
        {"ann": False, "bob": False},
        (Plot("ann", "mentioned", (Act("follow"),)), Plot("bob", "followed", (Act("dm", "ann"),))),
    )
    assert found(story) == set()


@pytest.mark.parametrize("whom", ["ann", "followers"])
def test_what_only_people_start_may_reach_an_account_that_could_not_start_it(whom: str) -> None:
    story = Story(
        {"ann": "x", "bob": "x"},
        {"ann": True, "bob": True},
        (
            Plot("ann", "followed", (Act("reply"),)),
            Plot("bob", "followed", (Act("follow", whom),), condition="people only"),
        ),
    )
    assert found(story) == {(1, 0, 0)}


def test_what_only_people_start_answers_no_account_that_is_marked() -> None:
    story = Story(
        {"ann": "x", "bob": "x"},
        {"ann": True, "bob": True},
        (Plot("ann", "followed", (Act("follow"),)), Plot("bob", "followed", (Act("follow"),), condition="people only")),
    )
    assert found(story) == set()


def test_what_only_tells_a_colleague_can_be_set_off_too() -> None:
    setup = facts("""
accounts: {shop: {platform: x}, cafe: {platform: x}}
automations:
  - {id: grow, account: shop, when: manual, do: [follow: followers]}
  - {id: tell, account: cafe, when: followed, do: [notify: "somebody is new"]}
""")
    assert [[(step.automation.id, each.id) for step, each in link.pairs()] for link in links(setup)] == [
        [("grow", "tell")]
    ]


def test_those_that_do_alike_share_one_link() -> None:
    (link,) = links(follow_backs(100))
    assert len(link.steps) == len(link.automations) == 100
    assert sum(1 for _ in link.pairs()) == 100 * 99


def test_a_link_holds_nobody_who_would_only_hear_themselves() -> None:
    setup = facts("""
accounts: {shop: {platform: x}, cafe: {platform: x}}
automations:
  - {id: news, account: shop, when: manual, do: [post: "hello"]}
  - {id: own, account: shop, when: account_posted, do: [log: "x"]}
  - {id: other, account: cafe, when: account_posted, do: [log: "x"]}
""")
    assert [[automation.id for automation in link.automations] for link in links(setup)] == [["other"]]
