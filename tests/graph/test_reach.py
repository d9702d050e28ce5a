"""What an automation can set off, and that a search goes to nothing twice."""

import pytest
from hypothesis import HealthCheck, given, settings
from sociable.facts.facts import AutomationFacts, derive
from sociable.graph.causality import find_loops
from sociable.graph.reach import Reach
from sociable.setup.model import Setup

from tests.engine.naive import set_off
from tests.setups import facts
from tests.strategies import setups

ACCOUNTS = (
    "accounts: {shop: {platform: x, handle: '@shop', automated_label: true}, cafe: {platform: x, handle: '@cafe'},"
    " gym: {platform: mastodon}}\nautomations:\n"
)


def reached(text: str, source: str = "a") -> list[str]:
    found = facts(ACCOUNTS + text)
    start = next(each for each in found.automations if each.id == source)
    return sorted(each.id for each in Reach(found).of(start))


FOLLOWS = "  - {id: a, account: shop, when: manual, do: [follow: cafe]}\n"
ANSWERS = "  - {id: a, account: shop, when: mentioned, do: [reply: Hello]}\n"
POSTS = """\
  - {id: a, account: shop, when: manual, do: [post: Hello]}
  - {id: b, account: shop, when: posted, do: [notify: Hello]}
  - {id: c, account: cafe, when: posted, do: [notify: Hello]}
"""


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # a named account of ours, and nobody else
        (FOLLOWS + "  - {id: b, account: cafe, when: followed, do: [notify: Hello]}", ["b"]),
        (FOLLOWS + "  - {id: b, account: shop, when: followed, do: [notify: Hello]}", []),
        (FOLLOWS + "  - {id: b, account: cafe, when: unfollowed, do: [notify: Hello]}", []),
        (FOLLOWS + "  - {id: b, account: cafe, when: followed, ignore: own_accounts, do: [notify: Hello]}", []),
        (FOLLOWS + "  - {id: b, account: cafe, when: followed, ignore: bots, do: [notify: Hello]}", []),
        (FOLLOWS + "  - {id: b, account: cafe, when: followed, only_from: '@gym', do: [notify: Hello]}", []),
        (FOLLOWS + "  - {id: b, account: cafe, when: followed, only_from: '@Shop', do: [notify: Hello]}", ["b"]),
        # whoever it was: any account of ours on the platform, but not the one that answers
        (ANSWERS + "  - {id: b, account: cafe, when: replied, do: [notify: Hello]}", ["b"]),
        (ANSWERS + "  - {id: b, account: gym, when: replied, do: [notify: Hello]}", []),
        (ANSWERS + "  - {id: b, account: shop, when: replied, do: [notify: Hello]}", []),
        (ANSWERS + "  - {id: b, account: cafe, when: {event: replied, contains: bye}, do: [notify: Hello]}", []),
        (ANSWERS + "  - {id: b, account: cafe, when: {event: replied, contains: ELL}, do: [notify: Hello]}", ["b"]),
        # of two that answer only people, one says that it is none: neither answers the other
        ("  - {id: a, account: [shop, cafe], when: mentioned, if: not event.user.is_bot, do: [reply: Hello]}", []),
        # by way of others, and round to itself
        (
            FOLLOWS
            + "  - {id: b, account: cafe, when: followed, do: [follow: event.user]}\n"
            + "  - {id: c, account: shop, when: followed, do: [follow: event.user]}\n"
            + "  - {id: d, account: shop, when: unfollowed, do: [notify: Hello]}",
            ["b", "c"],
        ),
        ("  - {id: a, account: [shop, cafe], when: followed, do: [follow: event.user]}", ["a", "a"]),
        # a set that grows
        (FOLLOWS + "  - {id: b, account: cafe, when: {event: schedule, on: monday}, do: [follow: followers]}", ["b"]),
        # what happens at the account itself
        (POSTS, ["b"]),
    ],
)
def test_what_is_set_off(text: str, ids: list[str]) -> None:
    assert reached(text) == ids


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(setup=setups(largest=8))
def test_it_is_what_one_finds_pair_by_pair(setup: Setup) -> None:
    found = derive(setup)
    reach, slowly = Reach(found), set_off(found)
    assert {each: set(reach.of(each)) for each in found.automations} == slowly


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(setup=setups(largest=8))
def test_whatever_walks_a_circle_leads_to_the_next_on_it_and_to_itself(setup: Setup) -> None:
    found = derive(setup)
    reach = Reach(found)
    for loop in find_loops(found, lambda _: True, []):
        for walk_step in loop.walk:
            assert walk_step.step.automation in reach.of(walk_step.step.automation)
            assert {each.step.automation for each in loop.walk} <= set(reach.of(walk_step.step.automation))


def test_a_search_looks_at_each_listener_a_few_times_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    def looks(size: int) -> int:
        names = [f"a{number}" for number in range(size)]
        text = (
            f"accounts: {{{', '.join(f'{name}: {{platform: x}}' for name in names)}}}\nautomations:\n"
            f"  - {{id: crowd, account: [{', '.join(names)}], when: followed, do: [follow: followers_of('@rival')]}}"
        )
        found = facts(text)
        reach = Reach(found)
        counted = 0
        admits = reach._admits

        def counting(*edge: object) -> bool:
            nonlocal counted
            counted += 1
            return admits(*edge)  # type: ignore[arg-type]

        monkeypatch.setattr(reach, "_admits", counting)
        start: AutomationFacts = found.automations[0]
        assert len(reach.of(start)) == size
        return counted

    assert looks(60) <= 2.1 * looks(30)
