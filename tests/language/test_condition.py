"""A condition spelled out is the same condition."""

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from sociable.language import ast
from sociable.language.visitor import unmarked

from tests.engine.rule_texts import BINDINGS, rules
from tests.engine.rules import built_in, checked


def without_places(node: Any) -> Any:
    if not isinstance(node, tuple):
        return node
    fields = getattr(node, "_fields", range(len(node)))
    kept = [part for name, part in zip(fields, node, strict=True) if name not in ("at", "end")]
    return (type(node).__name__, *map(without_places, kept))


def bound(binding: ast.Binding | ast.Grouping | ast.Pairing) -> str:
    match binding:
        case ast.Binding(kind, variable, source):
            return f"{kind} {variable}" + (f" in {source.text}" if source else "")
        case ast.Pairing(first, second):
            return f"pair {first}, {second}"
    raise AssertionError(binding)


def again(rule: ast.Rule, condition: ast.Condition) -> ast.Condition | None:
    """The condition read from its own spelling, in a rule that goes through the same things."""
    bindings = ", ".join(map(bound, rule.bindings))
    head, tail = f"rule some-rule severity info for each {bindings}", 'report s: "" because "b" suggest "c"'
    return checked(f"{head} when {unmarked(condition).printed()} {tail}")[0].when


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(text=rules(BINDINGS))
def test_a_condition_spelled_out_reads_as_the_same_condition(text: str) -> None:
    rule, problems = checked(text)
    assume(not problems and rule.when is not None)
    assert rule.when is not None
    assert without_places(again(rule, rule.when)) == without_places(rule.when)


@pytest.mark.parametrize(
    ("rule", "spelling"),
    [
        (
            "unfollow-shaming",
            (
                "s.audience in [public, group] and not s.is_among_us and (s.text names unfollowers or "
                "(s.automation.event.group is left_us and s.text names s.automation.person))"
            ),
        ),
        (
            "silent-inbox",
            (
                "some step s in c.steps has (s.audience is public or ((s.verb in [dm, email] and "
                "s.automation.event.group is the_world and not s.is_approved and s.consent is not inside and "
                "s.purpose is not receipt and (s.target.size in [bounded, open] or s.purpose is not unstated)) and "
                "not s.text.says_where_to_ask)) and c.inbox is unread and no automation a in c.automations has ("
                "a.event.group is spoke_to_us and some step s in a.steps has (s.verb in [notify, assign, ask, draft] "
                "or s.verb in [reply, comment, quote, dm, email]))"
            ),
        ),
    ],
)
def test_a_define_is_spelled_without_the_marks_of_where_it_is_used(rule: str, spelling: str) -> None:
    when = built_in()[rule].rule.when
    assert when is not None
    assert unmarked(when).printed() == spelling
