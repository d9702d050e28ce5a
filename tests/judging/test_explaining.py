"""What is explained is what was judged, and in words that say it."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, assume, given, settings

from linter.deriving.facts import Facts, derive
from linter.findings import Clause
from linter.judging.domains import Domains
from linter.judging.explaining import Bound, Explainer, bound_variables
from linter.judging.judge import CompiledRule
from linter.language import ast
from linter.language.conditions import free_variables
from linter.language.rulebook import PageRule, page_source
from linter.model import Setup
from linter.source import Source
from tests.judging.naive import combinations, matches
from tests.judging.rule_texts import BINDINGS, GROUPS, rules
from tests.judging.rules import built_in, checked
from tests.setups import joined, page_examples
from tests.strategies import setups


def holds(clauses: tuple[Clause, ...]) -> bool:
    return all(each.held is (each.role == "when") for each in clauses)


def found(rule: ast.Rule, facts: Facts) -> Iterator[Bound]:
    """What the compiled rule finds."""
    compiled = CompiledRule(PageRule(rule, "", "", "", ""))
    for env in compiled.plan.environments(Domains(facts)):
        yield bound_variables(rule, compiled.variables.slots, compiled.variables.types, env)


# --------------------------------------------------------------------------------------- agreement


def agree(rule: ast.Rule, text: str, facts: Facts) -> None:
    explainer = Explainer(rule, Source("page.md", text))
    explained = sum(holds(explainer.explain(bound)) for bound in combinations(rule, facts))
    assert explained == len(list(found(rule, facts))) == len(matches(rule, facts))
    assert all(holds(explainer.explain(bound)) for bound in found(rule, facts))


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(text=rules(BINDINGS), setup=setups())
def test_any_rule_on_any_setup(text: str, setup: Setup) -> None:
    rule, problems = checked(text)
    assume(not problems)
    agree(rule, text, derive(setup))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(text=rules(GROUPS), setup=setups())
def test_any_rule_about_groups_on_any_setup(text: str, setup: Setup) -> None:
    """All groups that members make are explained as holding exactly if the rule finds them."""
    rule, problems = checked(text)
    assume(not problems)
    (grouping,) = rule.bindings
    assert isinstance(grouping, ast.Grouping)
    tops = rule.when.operands if isinstance(rule.when, ast.And) else (rule.when,) if rule.when else ()
    about_members = tuple(each for each in tops if grouping.variable not in free_variables(each))
    unless = tuple(each for each in rule.unless if grouping.variable not in free_variables(each))
    assume(all(not isinstance(each, ast.And) for each in tops))
    every = rule._replace(when=ast.And(about_members, -1, -1), unless=unless)
    facts, explainer = derive(setup), Explainer(rule, Source("page.md", text))
    explained = [members(bound) for bound in found(every, facts) if holds(explainer.explain(bound))]
    assert explained == [members(bound) for bound in found(rule, facts)]


def members(bound: Bound) -> list[tuple[str, int]]:
    return [(str(each.span), getattr(each, "order", 0)) for each in bound["g"][0].members]


LOOP_RULES = (
    "when every step s in l.steps has not s.is_approved and some step f in l.steps has f.verb in [follow, connect]",
    "when no step s in l.steps has s.verb is post unless some step s in l.steps has s.text names followers",
    "when l.size >= 2 unless every step s in l.steps has s.account.platform is x",
    "when l.verdict is not settles unless no step s in l.steps has s.audience is public",
)


@pytest.mark.parametrize("asked", LOOP_RULES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(setup=setups(largest=8))
def test_circles_on_any_setup(asked: str, setup: Setup) -> None:
    text = f'rule some-rule severity info for each loop l {asked} report l.first: "" because "b" suggest "c"'
    rule, problems = checked(text)
    assert problems == []
    explainer = Explainer(rule, Source("page.md", text))
    assert all(holds(explainer.explain(bound)) for bound in found(rule, derive(setup)))


@pytest.mark.parametrize("name", [name for name, page in built_in().items()])
def test_what_built_in_rules_find_is_explained_as_held(name: str) -> None:
    page, every = built_in()[name], derive(joined(*page_examples().values()))
    explainer = Explainer(page.rule, page_source(page.path))
    hits = list(found(page.rule, every))
    assert hits
    assert all(holds(explainer.explain(bound)) for bound in hits)
