"""Rules for tests, from text to something that runs."""

from functools import cache
from typing import Any

from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.facts.facts import Facts
from sociable.files import package_data
from sociable.findings.finding import Finding
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.checker import RuleChecker
from sociable.language.parser import parse_rules
from sociable.language.scope import Shared
from sociable.rulebook.page_files import PageRule, Said, rule_of_page
from sociable.rulebook.rulebook import load
from sociable.text.source import Source


def checked(text: str) -> tuple[ast.Rule, list[str]]:
    """The rule at the end of a text, and what is wrong with it."""
    checker = RuleChecker(Source("page.md", text), Shared({}, {}), KINDS)
    *before, rule = parse_rules(checker.source, 0, len(text))
    assert isinstance(rule, ast.Rule)
    for each in before:
        assert not isinstance(each, ast.Rule)
        checker.declare(each)
    return checker.rule(rule), [problem.message for problem in checker.problems]


def compiled(text: str) -> CompiledRule:
    rule, problems = checked(text)
    assert problems == []
    return CompiledRule(rule_of_page(Said(rule, "A title", "They see it."), "page.md", "tests"))


def rule(
    each: str,
    when: str = "",
    *,
    report: str = 'report s: "found"',
    head: str = "severity warning",
    tail: str = 'because "b"\nsuggest "c"',
    before: str = "",
) -> CompiledRule:
    lines = (before, "rule some-rule", head, f"for each {each}", when and f"when {when}", report, tail)
    return compiled("\n".join(line for line in lines if line))


def found(facts: Facts, *rules: CompiledRule) -> list[Finding]:
    """The findings in the order of their places."""
    return sorted(judge(facts, rules), key=lambda each: (each.span.path, each.span.start, each.fingerprint))


def places(facts: Facts, *rules: CompiledRule) -> list[str]:
    """What stands at the places of the findings."""
    return [finding.span.text for finding in found(facts, *rules)]


@cache
def built_in() -> dict[str, PageRule]:
    book = load(package_data.folder("rules"))
    assert book.problems == ()
    return {page.rule.name: page for page in book.rules}


def slots(compiled_rule: CompiledRule, env: list[Any]) -> dict[str, Any]:
    """The variables of an environment by name."""
    return {name: env[slot] for name, slot in compiled_rule.variables.slots.items()}
