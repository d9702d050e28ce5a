"""The plans find what going through everything finds: no more, no less, and with the same witnesses."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.domains import Things
from sociable.engine.plan import GroupPlan, Plan
from sociable.facts.facts import Facts, derive
from sociable.facts.open_facts import OpenFact, OpenFacts
from sociable.facts.quotas import Quota
from sociable.facts.said_again import Repeat
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.rulebook.page_files import Said, rule_of_page
from sociable.setup.model import Setup

from tests.engine.naive import group_matches, matches
from tests.engine.rule_texts import BINDINGS, GROUPS, rules
from tests.engine.rules import built_in, checked, slots
from tests.setups import page_examples_together
from tests.strategies import setups


def about_loops(rule: ast.Rule) -> bool:
    return isinstance(rule.bindings[0], ast.Binding) and KINDS.rows[rule.bindings[0].kind].search is not None


def key(thing: Any) -> object:
    """What tells one thing from another: some are made anew each time they are asked for."""
    if isinstance(thing, Quota):
        return thing.account, thing.limit
    if isinstance(thing, Repeat):
        return thing.again, tuple(map(id, thing.steps))
    if isinstance(thing, OpenFacts):
        return tuple(thing.facts)
    if isinstance(thing, OpenFact):
        return thing
    return thing if hasattr(thing, "model") else (thing.span.path, thing.span.start)


def by_plan(rule: ast.Rule, facts: Facts) -> Counter[object]:
    compiled = CompiledRule(rule_of_page(Said(rule, "", ""), "", ""))
    domains = Things(facts)
    if isinstance(compiled.plan, GroupPlan):
        return Counter(tuple(map(key, env[0].members)) for env in compiled.plan.environments(domains))
    assert isinstance(compiled.plan, Plan)
    names = shown_variables(rule)
    return Counter(
        frozenset((name, key(slots(compiled, env)[name])) for name in names)
        for env in compiled.plan.environments(domains)
    )


def by_going_through_everything(rule: ast.Rule, facts: Facts) -> Counter[object]:
    if isinstance(rule.bindings[0], ast.Grouping):
        return Counter(tuple(map(key, members)) for members in group_matches(rule, facts))
    names = shown_variables(rule)
    return Counter(frozenset((name, key(bound[name][0])) for name in names) for bound in matches(rule, facts))


def shown_variables(rule: ast.Rule) -> set[str]:
    """The variables of ``for each`` and what ``some`` found, if the rule shows it."""
    listed = [show.each.source for show in rule.shows if show.each and show.each.source]
    shown = [rule.report, *listed, *(show.path for show in rule.shows if not show.each)]
    return bound_variables(rule) | {path.names[0] for path in shown}


def bound_variables(rule: ast.Rule) -> set[str]:
    if isinstance(rule.bindings[0], ast.Pairing):
        return {rule.bindings[0].first, rule.bindings[0].second}
    return {binding.variable for binding in rule.bindings if not isinstance(binding, ast.Pairing)}


@pytest.mark.parametrize("name", [name for name, page in built_in().items() if not about_loops(page.rule)])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(setup=setups(largest=8))
def test_built_in_rules_on_any_setup(name: str, setup: Setup) -> None:
    rule, facts = built_in()[name].rule, derive(setup)
    assert by_plan(rule, facts) == by_going_through_everything(rule, facts)


@pytest.mark.parametrize("name", [name for name, page in built_in().items() if not about_loops(page.rule)])
def test_built_in_rules_on_all_examples_together(name: str) -> None:
    rule, facts = built_in()[name].rule, page_examples_together()
    found = by_plan(rule, facts)
    assert found
    assert found == by_going_through_everything(rule, facts)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(text=rules(BINDINGS), setup=setups())
def test_any_rule_on_any_setup(text: str, setup: Setup) -> None:
    agree(text, setup)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(text=rules(GROUPS), setup=setups())
def test_any_rule_about_groups_on_any_setup(text: str, setup: Setup) -> None:
    agree(text, setup)


def agree(text: str, setup: Setup) -> None:
    rule, problems = checked(text)
    assume(not problems)
    facts = derive(setup)
    assert by_plan(rule, facts) == by_going_through_everything(rule, facts)


def test_what_the_checker_turns_down_is_only_what_can_never_hold() -> None:
    """Generated rules are for the plans; were many of them turned down, they would show little."""
    turned_down = Counter[str]()

    @settings(max_examples=300, deadline=None, database=None)
    @given(text=rules((*BINDINGS, *GROUPS)))
    def count(text: str) -> None:
        _, problems = checked(text)
        turned_down[problems[0].split(":")[0] if problems else ""] += 1

    count()
    assert turned_down.keys() <= {"", "this can never hold"}
    assert turned_down[""] > 240
