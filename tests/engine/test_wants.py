"""What a rule wants is there wherever it finds something, and spares most rules from being made ready."""

import pytest
from hypothesis import HealthCheck, given, settings
from sociable.engine.compiled_rule import plan_for
from sociable.engine.domains import Things
from sociable.engine.wants import wants_of
from sociable.facts.facts import Facts, derive
from sociable.language import ast
from sociable.setup.model import Setup

from tests.engine.rule_texts import BINDINGS, GROUPS, rules
from tests.engine.rules import built_in, checked, rule
from tests.setups import facts, page_examples_together
from tests.strategies import setups


def finds_only_what_it_wants(of: ast.Rule, facts: Facts) -> None:
    domains = Things(facts)
    if not domains.has_each(wants_of(of)):
        assert not any(True for _ in plan_for(of).environments(domains))


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(setup=setups(), text=rules((*BINDINGS, *GROUPS)))
def test_rules_made_up(setup: Setup, text: str) -> None:
    of, problems = checked(text)
    if not problems:
        finds_only_what_it_wants(of, derive(setup))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(setup=setups(largest=8))
def test_built_in_rules(setup: Setup) -> None:
    for page in built_in().values():
        finds_only_what_it_wants(page.rule, derive(setup))


def test_there_are_examples_of_all_that_built_in_rules_want() -> None:
    domains = Things(page_examples_together())
    assert [name for name, page in built_in().items() if not domains.has_each(page.heading.wants)] == []


SHOP = "accounts: {shop: {platform: x}}\nautomations: [{id: a, account: shop, when: mentioned, do: [reply: Hello]}]\n"


@pytest.mark.parametrize(
    ("each", "when", "there"),
    [
        ("step s", "", True),
        ("credential s", "", False),
        ("step s", "s.verb in [reply, dm]", True),
        ("step s", "s.verb in [follow, dm]", False),
        ("step s", "s.verb in [follow, dm] or s.is_approved", False),
        ("step s", "s.verb in [follow, dm] or not s.is_approved", True),
        ("step s", "s.account.platform is mastodon", False),
        ("step s", "s.is_reached and not s.is_possible", False),
        ("step s", "s.is_reached and s.target.kind is person or s.is_possible", True),
        ("automation a, step s in a.steps", "a.event is followed and s.verb is reply", False),
    ],
)
def test_what_is_wanted(each: str, when: str, there: bool) -> None:

    wants = wants_of(rule(each, when).rule)
    assert Things(facts(SHOP)).has_each(wants) is there


def test_what_another_condition_implies_is_not_wanted_by_itself() -> None:
    step, reply = ("step", (), ()), ("step", ("verb",), ("reply",))
    assert wants_of(rule("step s", "s.verb is reply and (s.verb in [reply, dm] or s.is_approved)").rule) == (
        (step,),
        (reply,),
    )
    assert wants_of(rule("step s", "s.verb is reply or s.verb is dm").rule) == (
        (step,),
        (("step", ("verb",), ("dm", "reply")),),
    )


TWO_SHOPS = """
accounts: {shop: {platform: x}, stall: {platform: x}}
automations:
- {id: a, account: shop, when: mentioned, do: [reply: Hello]}
- {id: b, account: stall, when: mentioned, do: [reply: Hello]}
"""
SHY = SHOP.replace("do:", "ignore: [bots, own_accounts], do:")


@pytest.mark.parametrize(
    ("each", "text", "there"),
    [
        ("loop l", SHOP, False),
        ("loop l", TWO_SHOPS, True),
        ("mirror_loop l", SHOP, True),
        ("mirror_loop l", SHY, False),
    ],
)
def test_loops_are_wanted_where_something_can_go_round(each: str, text: str, there: bool) -> None:
    wants = wants_of(rule(each, report='report l.first: "found"').rule)
    assert Things(facts(text)).has_each(wants) is there


def test_two_that_start_alike_are_wanted_by_rules_about_pairs() -> None:
    wants = wants_of(rule("pair s, t", "s.is_conditional or t.is_conditional").rule)
    assert not Things(facts(SHOP)).has_each(wants)
    assert not Things(facts(TWO_SHOPS)).has_each(wants)
    assert Things(facts(TWO_SHOPS.replace("account: stall", "account: shop"))).has_each(wants)


def test_what_is_not_wanted_is_not_made_ready() -> None:
    told = rule("step s", "s.verb is follow")
    told.page.heading = told.page.heading._replace(wants=wants_of(told.rule))
    assert list(told.hits(Things(facts(SHOP)))) == []
    assert "ready" not in vars(told)
