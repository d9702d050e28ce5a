"""The tree of those who can be started together: whom it finds, on a crowd large enough to be divided."""

from hypothesis import HealthCheck, given, settings
from sociable.engine.partners import Alike, Partners

from tests.engine.crowds import CROWDS, alike


def found(everybody: list[Alike]) -> list[list[int]]:
    """Whom each finds, by their positions."""
    tree = Partners(everybody)
    return [sorted({each.waiting[0] for each in tree.of(one)}) for one in everybody]


def test_by_names_each_finds_those_of_the_same_name_and_those_who_name_nobody() -> None:
    named = [f'event.user.handle is "@p{number // 2}"' for number in range(24)]
    everybody = alike([[each] for each in (*named, "event.user.is_bot")])
    assert found(everybody) == [*([number, number + 1, 24] for number in range(0, 24, 2) for _ in "12"), [*range(25)]]


def test_by_numbers_each_finds_those_whose_interval_meets_its_own() -> None:
    apart = [
        f"event.user.followers > {10 * number} and event.user.followers < {10 * number + 9}" for number in range(30)
    ]
    everybody = alike([[each] for each in (*apart, "event.user.followers > 245")])
    assert found(everybody) == [
        *([number] for number in range(24)),
        *([number, 30] for number in range(24, 30)),
        [*range(24, 31)],
    ]


def test_by_yes_and_no_a_denial_puts_up_with_nothing_known() -> None:
    everybody = alike([["event.user.is_bot"]] * 12 + [["not event.user.is_bot"]] * 12)
    assert found(everybody) == [*([*range(12)] for _ in range(12)), *([*range(12, 24)] for _ in range(12))]


def test_whom_nobody_needs_any_more_is_forgotten() -> None:
    everybody = alike([[f'event.user.handle is "@p{number}"'] for number in range(12)])
    tree = Partners(everybody)
    for each in everybody:
        assert not tree.is_empty
        each.waiting.clear()
        assert list(tree.of(each)) == []
    assert tree.is_empty


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CROWDS)
def test_a_tree_finds_whom_asking_each_of_each_other_finds(conditions: list[list[str]]) -> None:
    everybody = alike(conditions)
    tree = Partners(everybody)
    for one in everybody:
        expected = {id(each) for each in everybody if one.starters.agree(each.starters)}
        assert {id(each) for each in tree.of(one)} == expected
