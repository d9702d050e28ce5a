"""Groups of pairs: the same that hang together as when every pair is tried, found without trying them."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from sociable.engine.compiled_rule import CompiledRule, plan_for
from sociable.engine.domains import Things
from sociable.engine.pair_plan import PairPlan
from sociable.facts.facts import AutomationFacts, Facts
from sociable.graph.components import joined
from sociable.language import ast
from sociable.setup.model import Setup

from tests.engine.crowds import CROWDS, crowd
from tests.engine.naive import matches
from tests.engine.rule_texts import rules
from tests.engine.rules import built_in, checked, found, rule
from tests.setups import page_examples_together
from tests.strategies import setups

Groups = set[frozenset[AutomationFacts]]


def by_search(asked: ast.Rule, setup: Facts) -> Groups:
    plan = plan_for(asked)
    assert isinstance(plan, PairPlan)
    groups = plan.groups(Things(setup), lambda _: True)
    return {frozenset(env[slot] for env in pairs for slot in plan.pair) for pairs in groups}


def by_trying_all(asked: ast.Rule, setup: Facts) -> Groups:
    pairing = asked.bindings[0]
    assert isinstance(pairing, ast.Pairing)
    pairs = [(bound[pairing.first][0], bound[pairing.second][0]) for bound in matches(asked, setup)]
    return {frozenset(each for pair in group for each in pair) for group in joined(pairs, lambda pair: pair)}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(text=rules(("pair s, p",)), setup=setups())
def test_any_rule_about_pairs_on_any_setup(text: str, setup: Setup) -> None:
    pair_rule, problems = checked(text)
    assume(not problems)
    derived = Facts(setup)
    assert by_search(pair_rule, derived) == by_trying_all(pair_rule, derived)


@pytest.mark.parametrize("name", ["double-reaction", "conflicting-automations"])
def test_built_in_rules_on_all_examples_together(name: str) -> None:
    page, every = built_in()[name], page_examples_together()
    expected = by_trying_all(page.rule, every)
    assert expected
    assert by_search(page.rule, every) == expected


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CROWDS)
def test_groups_in_a_crowd(conditions: list[list[str]]) -> None:
    page, everybody = built_in()["double-reaction"], crowd(conditions)
    assert by_search(page.rule, everybody) == by_trying_all(page.rule, everybody)


def test_a_group_is_told_once_with_all_its_places() -> None:
    (finding,) = found(crowd([["event.user.followers > 1"]] * 7), CompiledRule(built_in()["double-reaction"]))
    assert finding.message.endswith("(the same with `a2`, `a3`, `a4` and 2 more)")
    assert [each.subjects[0] for each in finding.members] == [f"a{n}" for n in range(7)]
    assert len({each.fingerprint for each in finding.members}) == 7
    assert [each.span.text.strip('"') for each in finding.related] == [f"a{n}" for n in range(1, 7)]


def test_two_are_told_as_ever() -> None:
    (finding,) = found(crowd([["event.user.followers > 1"]] * 2), CompiledRule(built_in()["double-reaction"]))
    assert "the same with" not in finding.message
    assert finding.subjects == ("a0", "shop", "a1")


def test_a_group_is_as_grave_as_its_gravest_pair() -> None:
    graver = rule(
        "pair a, b", head="severity info\nseverity error when b.is_conditional", report='report a: "x"', tail=_TAIL
    )
    (finding,) = found(crowd([[], [], ["event.user.followers > 1"]]), graver)
    assert finding.severity == "error"


_TAIL = 'show b: "here"\nbecause "b"\nsuggest "c"'
