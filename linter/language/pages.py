"""Rule pages: Markdown that people read, with the rule and its examples in fenced blocks."""

import re
from typing import Any, NamedTuple

from linter.findings import Problem
from linter.language import ast
from linter.language.checker import RuleChecker, Shared
from linter.language.parser import BadRule, parse_rules, problem
from linter.source import Source, Span

SECTIONS = ("What people see", "Caught", "Fine", "Known limits", "Sources")
"""The headings of a rule page, in order. Only ``Known limits`` may be left out."""

_COUNT = re.compile(r"(.*) \(([1-9][0-9]?) findings?\)")


class Example(NamedTuple):
    """A whole automation file on a page, and how many findings its rule has to make of it."""

    name: str
    text: str
    findings: int
    span: Span


class Page(NamedTuple):
    """One rule page. ``people_see`` is the first paragraph under that heading, on one line."""

    path: str
    category: str
    title: str
    people_see: str
    source: Source
    declarations: tuple[ast.Declaration, ...]
    examples: tuple[Example, ...]
    sections: tuple[str, ...]

    @property
    def rule(self) -> ast.Rule | None:
        return next((each for each in self.declarations if isinstance(each, ast.Rule)), None)


def read_page(path: str, text: str, category: str) -> tuple[Page, list[Problem]]:
    """A page as it is written, rules parsed but not checked, with what could not be parsed."""
    from markdown_it import MarkdownIt

    source = Source(path, text)
    title, section, people_see = "", "", ""
    sections: list[str] = []
    declarations: list[ast.Declaration] = []
    examples: list[Example] = []
    problems: list[Problem] = []
    heading = ""
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "heading_open":
            heading = token.tag
        elif token.type == "inline" and heading:
            if heading == "h1":
                title = token.content
            elif heading == "h2":
                section = token.content
                sections.append(section)
            heading = ""
        elif token.type == "inline" and section == "What people see" and not people_see:
            people_see = " ".join(token.content.split())
        elif token.type == "fence" and token.level == 0:
            try:
                block = _block(source, token)
                kind, _, name = token.info.strip().partition(" ")
                if kind == "rule":
                    declarations += parse_rules(source, block.start, block.end)
                elif section in ("Caught", "Fine"):
                    examples.append(_example(kind, name.strip(), block, section))
            except BadRule as error:
                problems.append(error.problem)
    page = Page(path, category, title, people_see, source, tuple(declarations), tuple(examples), tuple(sections))
    return page, problems


def _block(source: Source, fence: Any) -> Span:
    """What stands between the lines that open and close a block. Raises ``BadRule``."""
    starts = [*source.line_starts(), len(source.text)]
    first, last = fence.map
    if last - first < 2 or not source.line(last).strip().startswith(fence.markup):
        at = starts[first]
        message = "this block is never closed"
        raise BadRule(problem(source, at, at + len(fence.markup), message, f"End it with a line of {fence.markup}."))
    return Span(source, starts[first + 1], starts[last - 1])


def _example(kind: str, name: str, block: Span, section: str) -> Example:
    """``(2 findings)`` at the end of a name says how many are expected; one is the usual."""
    if kind != "yaml":
        message = "an example begins with ```yaml and its name"
        raise BadRule(problem(block.source, block.start, block.end, message))
    if section == "Fine":
        return Example(name, block.text, 0, block)
    counted = _COUNT.fullmatch(name)
    return Example(counted[1], block.text, int(counted[2]), block) if counted else Example(name, block.text, 1, block)


def read_shared(path: str, text: str) -> tuple[Shared, list[Problem]]:
    """The lists and defines that all pages may use, checked in the order they stand."""
    page, problems = read_page(path, text, "")
    checker = checker_of(page, Shared({}, {}))
    if page.rule is not None:
        problems.append(problem(page.source, page.rule.at, page.rule.end, "a rule stands on a page of its own"))
    return checker.shared, problems + checker.problems


def check_page(page: Page, shared: Shared) -> tuple[ast.Rule | None, list[Problem]]:
    """The page's one rule with everything written out, and what is wrong with it."""
    rules = [each for each in page.declarations if isinstance(each, ast.Rule)]
    if len(rules) != 1:
        message = "a page holds exactly one rule" if rules else "this page holds no rule"
        return None, [problem(page.source, 0, min(1, len(page.source.text)), message, "Write it in a ```rule block.")]
    checker = checker_of(page, shared)
    checked = checker.rule(rules[0])
    return (None if checker.problems else checked), checker.problems


def checker_of(page: Page, shared: Shared) -> RuleChecker:
    """A checker that knows what all pages may use and what this page adds to it."""
    checker = RuleChecker(page.source, Shared(dict(shared.lists), dict(shared.defines)))
    for declaration in page.declarations:
        if not isinstance(declaration, ast.Rule):
            checker.declare(declaration)
    return checker
