"""Rule pages as tests: their examples are run, and every clause has to be needed by one of them."""

import os
from collections.abc import Iterator

from sociable.authoring.basis_checks import unfounded
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.facts.facts import derive
from sociable.files import package_data
from sociable.files.contents import absolute
from sociable.findings.problem import Problem
from sociable.language import ast
from sociable.language.conditions.joined import conjuncts
from sociable.language.parser import problem
from sociable.language.scope import Shared
from sociable.project.load import read_text
from sociable.records.record import Record
from sociable.rulebook.cross_references import wrongly_named
from sociable.rulebook.page_files import (
    SHARED,
    PageRule,
    Said,
    name_clash,
    page_paths,
    page_text,
    read_bytes,
    rule_of_page,
    taken_names,
)
from sociable.rulebook.pages import (
    NOTHING_SHARED,
    SECTIONS,
    TODO,
    Example,
    Page,
    checker_of,
    read_and_check,
    read_shared,
)
from sociable.rulebook.rulebook import load
from sociable.setup.model import Setup
from sociable.text.source import Span


class PageResult(Record):
    """What testing one page gave.

    ``clauses`` counts those that an example needs, of all there are; ``gaps`` the `todo` examples, which are
    among ``examples`` too.
    """

    name: str
    path: str
    examples: int
    clauses: tuple[int, int]
    gaps: int
    failures: tuple[Problem, ...]


class Beside(Record):
    """What there is beside a folder: lists and defines its pages may use, and names of rules that are taken.

    ``names`` leads from each name to the page it is on; names that are met are added.
    """

    shared: Shared
    names: dict[str, str]


def beside_own(folder: str) -> Beside:
    """What the built-in rules, in this folder, leave to those of a project's own."""
    path = os.path.join(folder, SHARED)
    shared, _ = read_shared(path, page_text(read_bytes(path)))
    return Beside(shared, taken_names(load(folder).rules))


def page_results(folder: str, beside: Beside | None = None) -> Iterator[PageResult]:
    """Each page of a folder in order; the shared page comes first when something is wrong with it."""
    base, names = beside or Beside(NOTHING_SHARED, taken_names(()))
    path = os.path.join(folder, SHARED)
    shared, problems = read_shared(path, page_text(read_bytes(path)), base)
    if problems:
        yield PageResult("shared", path, 0, (0, 0), 0, tuple(problems))
    pages = [
        read_and_check(page_path, page_text(read_bytes(page_path)), category, shared)
        for category, page_path in page_paths(folder)
    ]
    checked = [_page_rule(page, rule) for page, rule, _ in pages if rule is not None]
    misnamed = list(wrongly_named(checked, [page.path for page, _, _ in pages], names))
    for page, rule, wrong in pages:
        others = [each for each in misnamed if each.span.path == page.path]
        result = _page_result(page, shared, rule, [*wrong, *others])
        if page.rule is not None:
            result = result._replace(failures=(*result.failures, *_misnamed(page, page.rule, names)))
            names.setdefault(page.rule.name, page.path)
        yield result


def page_result(path: str, text: str) -> PageResult:
    """One page as it stands in an editor, whatever its file holds, among the other pages of its folder.

    What is wrong with the shared page of the folder is not told.
    """
    folder = os.path.dirname(os.path.dirname(absolute(path)))
    built_in = package_data.folder("rules")
    is_own = os.path.realpath(folder) != os.path.realpath(built_in)
    base, names = beside_own(built_in) if is_own else Beside(NOTHING_SHARED, taken_names(()))
    at = os.path.join(folder, SHARED)
    shared, _ = read_shared(at, page_text(read_bytes(at)), base)
    page, rule, wrong = read_and_check(path, text, os.path.basename(os.path.dirname(absolute(path))), shared)
    others = [other for _, other in page_paths(folder) if not os.path.exists(path) or not os.path.samefile(other, path)]
    checked = [_page_rule(page, rule)] if rule is not None else []
    misnamed = wrongly_named(checked, [path, *others], names)
    wrong += [each._replace(span=Span(page.source, each.span.start, each.span.end)) for each in misnamed]
    result = _page_result(page, shared, rule, wrong)
    named = tuple(_misnamed(page, page.rule, names)) if page.rule is not None else ()
    return result._replace(failures=(*result.failures, *named))


def _misnamed(page: Page, rule: ast.Rule, names: dict[str, str]) -> Iterator[Problem]:
    """A page is found by the name of its rule, so that has to be its file's name and nobody else's."""
    head = (page.source, rule.at, rule.at + len(f"rule {rule.name}"))
    if os.path.basename(page.path) != f"{rule.name}.md":
        yield problem(*head, f"the page of `{rule.name}` should be called `{rule.name}.md`")
    if rule.name in names:
        yield name_clash(page.source, rule, names)


def _page_result(page: Page, shared: Shared, rule: ast.Rule | None, wrong: list[Problem]) -> PageResult:
    name = page.rule.name if page.rule else page.path
    failures = [*wrong, *_missing_parts(page)]
    if rule is None or page.rule is None:
        return PageResult(name, page.path, 0, (0, 0), 0, tuple(failures))
    failures.extend(unfounded(page, rule))
    setups = []
    for example in page.examples:
        setup, unread = read_example(example, page)
        setups.append(setup)
        failures.extend(unread)
    counts = _counts(_page_rule(page, rule), setups)
    for example, count in zip(page.examples, counts, strict=True):
        failures.extend(_unexpected(example, count, rule))
    reliable = [number for number, example in enumerate(page.examples) if not example.todo]
    expected = _Counted([setups[number] for number in reliable], [counts[number] for number in reliable])
    clauses = list(_clauses(page.rule))
    unneeded = [clause for clause, without in clauses if not _is_noticed(without, page, shared, expected)]
    untold = list(_untold(page, rule, expected.setups))
    failures.extend(_unneeded(page, clause) for clause in unneeded)
    failures.extend(_never_told(page, case) for case in untold)
    all_clauses = len(clauses) + len(rule.cases)
    needed = (all_clauses - len(unneeded) - len(untold), all_clauses)
    return PageResult(name, page.path, len(setups), needed, len(setups) - len(reliable), tuple(failures))


class _Counted(Record):
    """The setups of examples, and how many findings the whole rule makes of each."""

    setups: list[Setup]
    findings: list[int]


def _is_noticed(without: ast.Rule, page: Page, shared: Shared, expected: _Counted) -> bool:
    """Whether some example comes out differently for a rule that lacks a clause."""
    reduced = checker_of(page, shared).rule(without)
    return _counts(_page_rule(page, reduced), expected.setups) != expected.findings


def _untold(page: Page, rule: ast.Rule, setups: list[Setup]) -> Iterator[ast.Case]:
    """The texts by case without which all examples would be told the same."""
    said = _texts(_page_rule(page, rule), setups) if rule.cases else []
    for case in rule.cases:
        without = rule._replace(cases=tuple(each for each in rule.cases if each is not case))
        if _texts(_page_rule(page, without), setups) == said:
            yield case


def _never_told(page: Page, case: ast.Case) -> Problem:
    advice = "Add an example of this case under “Caught”, or take the line out."
    return problem(page.source, case.at, case.end, f"no example is told this by `{case.part}`", advice)


def _unneeded(page: Page, clause: ast.Condition) -> Problem:
    text = " ".join(page.source.text[clause.at : clause.end].split())
    advice = "Add an example that is told apart by it, or take the clause out."
    return problem(page.source, clause.at, clause.end, f"no example needs `{text}`", advice)


def _unexpected(example: Example, count: int, rule: ast.Rule) -> Iterator[Problem]:
    """What an example gave that it should not, or that it was not thought to give yet."""
    if example.todo and count == example.findings:
        message, advice = f"the todo example “{example.name}” passes now", f"Take the word `{TODO.strip()}` away."
        yield Problem("rule-example", example.span, message, advice)
    elif not example.todo and count != example.findings:
        message = f"“{example.name}” should give {_findings(example.findings)} of `{rule.name}`, but gives {count}"
        yield Problem("rule-example", example.span, message)


def _page_rule(page: Page, rule: ast.Rule) -> PageRule:
    return rule_of_page(Said(rule, page.title, page.people_see, page.sources), page.path, page.category)


def _texts(page_rule: PageRule, setups: list[Setup]) -> list[tuple[str, ...]]:
    """Everything that is told of the examples."""
    compiled = CompiledRule(page_rule)
    found = (finding for setup in setups for finding in judge(derive(setup), [compiled]))
    return [(each.message, each.people_see, each.why, each.advice) for each in found]


def _counts(page_rule: PageRule, setups: list[Setup]) -> list[int]:
    compiled = CompiledRule(page_rule)
    return [len(judge(derive(setup), [compiled])) for setup in setups]


def read_example(example: Example, page: Page) -> tuple[Setup, list[Problem]]:
    """The example through the real reader; what it cannot read is told at its place on the page."""
    reading = read_text(page.path, example.text)
    start = example.span.start
    moved = [
        each._replace(span=Span(page.source, start + each.span.start, start + each.span.end))
        for each in reading.problems
    ]
    if not reading.files and not moved:
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
    sides = [example.findings > 0 for example in page.examples if not example.todo]
    if True not in sides or False not in sides:
        yield problem(*top, "the page needs an example under “Caught” and one under “Fine”")
    if not page.sources:
        yield problem(*top, "the page names no source")


def _clauses(rule: ast.Rule) -> Iterator[tuple[ast.Condition, ast.Rule]]:
    """Each condition of ``when`` and each ``unless``, with the rule that lacks it.

    Only the number of findings matters, so whatever would be shown goes: what a condition found cannot
    be shown without it. If it found the very place of the finding, any thing will do in its stead.
    """
    silent = ast.Message((), rule.at, rule.end)
    rule = rule._replace(message=silent, shows=(), because=silent, suggest=silent, cases=(), fix=None)
    conditions = conjuncts(rule.when)
    for left_out in conditions:
        rest = [each for each in conditions if each is not left_out]
        if isinstance(left_out, ast.Quantified) and left_out.variable == rule.report.names[0]:
            rest.append(left_out._replace(body=ast.And((), left_out.at, left_out.end)))
        yield left_out, rule._replace(when=ast.And(tuple(rest), rule.at, rule.end))
    for left_out in rule.unless:
        yield left_out, rule._replace(unless=tuple(each for each in rule.unless if each is not left_out))
