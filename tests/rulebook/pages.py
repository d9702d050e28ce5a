"""Rule texts for tests. ``⟦…⟧`` marks the place at which a problem is expected."""

from typing import NamedTuple

from sociable.errors import BadRule
from sociable.findings.problem import Problem
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.checker import RuleChecker
from sociable.language.parser import parse_rules
from sociable.language.scope import Shared
from sociable.text.source import Source


class Marked(NamedTuple):
    """A text without its marks, and what they marked."""

    text: str
    start: int
    end: int


class Told(NamedTuple):
    """A problem as a test compares it."""

    start: int
    end: int
    message: str
    advice: str


def marked(text: str) -> Marked:
    start, end = text.index("⟦"), text.index("⟧") - 1
    return Marked(text.replace("⟦", "").replace("⟧", ""), start, end)


def told(problem: Problem) -> Told:
    assert problem.rule == "broken-rule"
    return Told(problem.span.start, problem.span.end, problem.message, problem.advice)


def parse(text: str) -> list[ast.Declaration]:
    return parse_rules(Source("page.md", text), 0, len(text))


def parse_error(text: str) -> Told:
    try:
        parse(text)
    except BadRule as error:
        return told(error.problem)
    raise AssertionError("this parses")


def check(text: str) -> tuple[ast.Rule | None, list[Told]]:
    """The last rule of a text, checked after everything that is declared before it, and all problems."""
    checker = RuleChecker(Source("page.md", text), Shared({}, {}), KINDS)
    rule = None
    for declaration in parse(text):
        if isinstance(declaration, ast.Rule):
            rule = checker.rule(declaration)
        else:
            checker.declare(declaration)
    return rule, [told(problem) for problem in checker.problems]


def rule(
    when: str = "",
    *,
    each: str = "automation a, step s in a.steps",
    head: str = "severity warning",
    report: str = 'report s: "does {s.verb} on {a.account}"',
    tail: str = 'because "b"\nsuggest "c"',
    before: str = "",
) -> str:
    """A rule in which all but one thing is as it should be."""
    lines = (before, "rule some-rule", head, f"for each {each}", when and f"when {when}", report, tail)
    return "\n".join(line for line in lines if line)
