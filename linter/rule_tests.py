"""Rule pages as tests: their examples are run, and every clause has to be needed by one of them."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from linter.deriving.facts import derive
from linter.findings import Problem
from linter.judging.judge import CompiledRule, judge
from linter.language import ast
from linter.language.checker import Shared
from linter.language.conditions import conjuncts
from linter.language.pages import SECTIONS, Example, Page, checker_of, read_and_check, read_shared
from linter.language.parser import problem
from linter.language.rulebook import SHARED, PageRule, page_paths, page_text, read_bytes
from linter.model import Setup
from linter.reading.reader import read_text
from linter.source import Span


class PageResult(NamedTuple):
    """What testing one page gave. ``clauses`` counts those that an example needs, of all there are."""

    name: str
    path: str
    examples: int
    clauses: tuple[int, int]
    failures: tuple[Problem, ...]


def test_folder(folder: str) -> Iterator[PageResult]:
    """Each page of a folder in order; the shared page comes first when something is wrong with it."""
    path = os.path.join(folder, SHARED)
    shared, problems = read_shared(path, page_text(read_bytes(path)))
    if problems:
        yield PageResult("shared", path, 0, (0, 0), tuple(problems))
    names: set[str] = set()
    for category, page_path in page_paths(folder):
        page, rule, wrong = read_and_check(page_path, page_text(read_bytes(page_path)), category, shared)
        result = _test_page(page, shared, rule, wrong)
        if page.rule is not None:
            result = result._replace(failures=(*result.failures, *_misnamed(page, page.rule, names)))
            names.add(page.rule.name)
        yield result


def _misnamed(page: Page, rule: ast.Rule, names: set[str]) -> Iterator[Problem]:
    """A page is found by the name of its rule, so that has to be its file's name and nobody else's."""
    head = (page.source, rule.at, rule.at + len(f"rule {rule.name}"))
    if os.path.basename(page.path) != f"{rule.name}.md":
        yield problem(*head, f"the page of `{rule.name}` should be called `{rule.name}.md`")
    if rule.name in names:
        yield problem(*head, f"there is another page about a rule `{rule.name}`", "Choose another name.")


def _test_page(page: Page, shared: Shared, rule: ast.Rule | None, wrong: list[Problem]) -> PageResult:
    name = page.rule.name if page.rule else page.path
    failures = [*wrong, *_missing_parts(page)]
    if rule is None or page.rule is None:
        return PageResult(name, page.path, 0, (0, 0), tuple(failures))
    setups = []
    for example in page.examples:
        setup, unread = _read(example, page)
        setups.append((example, setup))
        failures.extend(unread)
    counts = _counts(_page_rule(page, rule), setups)
    for (example, _), count in zip(setups, counts, strict=True):
        if count != example.findings:
            message = f"“{example.name}” should give {_findings(example.findings)} of `{rule.name}`, but gives {count}"
            failures.append(Problem("rule-example", example.span, message))
    clauses = list(_clauses(page.rule))
    needed = 0
    for clause, without in clauses:
        reduced = checker_of(page, shared).rule(without)
        if _counts(_page_rule(page, reduced), setups) != counts:
            needed += 1
        else:
            text = " ".join(page.source.text[clause.at : clause.end].split())
            message = f"no example needs `{text}`"
            advice = "Add an example that is told apart by it, or take the clause out."
            failures.append(problem(page.source, clause.at, clause.end, message, advice))
    return PageResult(name, page.path, len(setups), (needed, len(clauses)), tuple(failures))


def _page_rule(page: Page, rule: ast.Rule) -> PageRule:
    return PageRule(rule, page.path, page.category, page.title, page.people_see, page.citations)


def _counts(page_rule: PageRule, setups: list[tuple[Example, Setup]]) -> list[int]:
    compiled = CompiledRule(page_rule)
    return [len(judge(derive(setup), [compiled])) for _, setup in setups]


def _read(example: Example, page: Page) -> tuple[Setup, list[Problem]]:
    """The example through the real reader; what it cannot read is told at its place on the page."""
    reading = read_text(page.path, example.text)
    start = example.span.start
    moved = [
        each._replace(span=Span(page.source, start + each.span.start, start + each.span.end))
        for each in reading.problems
    ]
    if not reading.files:
        moved.append(Problem("rule-example", example.span, f"“{example.name}” is no automation file"))
    return reading.setup, moved


def _findings(count: int) -> str:
    return f"{count} finding{'' if count == 1 else 's'}"


def _missing_parts(page: Page) -> Iterator[Problem]:
    """A page needs its title, its sections in order, examples on both sides and a source with an address."""
    text = page.source.text
    top = (page.source, 0, min(len(text), 1))
    if not page.title:
        yield problem(*top, "the page has no title", "Begin with `# …`.")
    wanted = [name for name in SECTIONS if name in page.sections or name != "Known limits"]
    if list(page.sections) != wanted:
        yield problem(
            *top, f"the sections should be {', '.join(wanted)}", f"Found: {', '.join(page.sections) or 'none'}."
        )
    if page.rule and not page.people_see:
        yield problem(*top, "“What people see” is empty")
    sides = [example.findings > 0 for example in page.examples]
    if True not in sides or False not in sides:
        yield problem(*top, "the page needs an example under “Caught” and one under “Fine”")
    if not page.citations:
        yield problem(*top, "the page names no source")


def _clauses(rule: ast.Rule) -> Iterator[tuple[ast.Condition, ast.Rule]]:
    """Each condition of ``when`` and each ``unless``, with the rule that lacks it.

    Only the number of findings matters, so whatever would be shown goes: what a condition found cannot
    be shown without it. If it found the very place of the finding, any thing will do in its stead.
    """
    silent = ast.Message((), rule.at, rule.end)
    rule = rule._replace(message=silent, shows=(), because=silent, suggest=silent, fix=None)
    conditions = conjuncts(rule.when)
    for left_out in conditions:
        rest = [each for each in conditions if each is not left_out]
        if isinstance(left_out, ast.Quantified) and left_out.variable == rule.report.names[0]:
            rest.append(left_out._replace(body=ast.And((), left_out.at, left_out.end)))
        yield left_out, rule._replace(when=ast.And(tuple(rest), rule.at, rule.end))
    for left_out in rule.unless:
        yield left_out, rule._replace(unless=tuple(each for each in rule.unless if each is not left_out))
