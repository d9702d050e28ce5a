"""What is told is made ready where a rule holds, and only there."""

from collections import Counter

import pytest
from sociable.engine import citations
from sociable.engine.telling import Telling
from sociable.facts.account_kinds import way
from sociable.facts.facts import StepFacts
from sociable.language import ast
from sociable.language.compile import Test

from tests.engine.rules import found, rule
from tests.setups import facts

TEXT = """
accounts:
  shop: {platform: x, handle: "@shop"}
automations:
  - {id: hello, account: shop, when: followed, do: [{dm: "Hello"}, {dm: "Welcome"}]}
"""


def test_a_rule_is_made_ready_to_tell_at_the_first_place_where_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Counter[str]()
    asked = Telling._asked

    def counting(telling: Telling, condition: ast.Condition) -> Test:
        made["asked"] += 1
        return asked(telling, condition)

    monkeypatch.setattr(Telling, "_asked", counting)
    head = "severity warning\nseverity error when some step t in s.automation.steps has t.verb is dm"
    setup = facts(TEXT)
    assert found(setup, rule("step s", "s.verb is post", head=head)) == []
    assert made.total() == 0
    findings = found(setup, rule("step s", "s.verb is dm", head=head))
    assert [each.severity for each in findings] == ["error", "error"], "with room for what it looks at on its way"
    assert made.total() == 1


def test_what_is_said_alike_of_many_is_kept_once() -> None:
    first, second = found(facts(TEXT), rule("step s", "s.verb is dm", report='report s: "{s.account} writes"'))
    assert first.message == "@shop writes"
    assert first.message is second.message, "thousands of copies would take a fifth of what a finding takes"
    assert first.subjects == ("hello", "shop")
    assert first.subjects is second.subjects


def test_by_which_ways_an_account_is_reached_is_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[str] = Counter()

    def counting(step: StepFacts) -> str:
        asked[step.verb.name] += 1
        return way(step)

    monkeypatch.setattr(citations, "way", counting)
    (account,) = facts(TEXT).accounts
    for _ in range(3):
        citations.situation_of((account,), account.platform, frozenset())
    assert asked.total() == len(account.steps)
