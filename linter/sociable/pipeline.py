"""The four steps in order: read, derive, judge, tell. This is the Python interface of the linter."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.errors import BrokenRules
from sociable.facts.facts import derive
from sociable.files import package_data
from sociable.findings.finding import Finding
from sociable.findings.problem import finding_of
from sociable.findings.report import Report
from sociable.project.load import Reading, read
from sociable.rulebook.applicability import runs_in
from sociable.rulebook.page_files import Contents, PageRule, contents
from sociable.rulebook.rulebook import Rulebook, made_of, with_built_in
from sociable.vocabulary.values import DEFAULT_PROFILE, PROFILES

if TYPE_CHECKING:
    from collections.abc import Iterator


Progress = Callable[[int, int], None]
"""Called with how many files are read and how many there are."""


class Request(NamedTuple):
    """What to check.

    ``paths`` are files and folders; ``stdin`` is a name and the bytes that stand for its contents.
    With ``project``, everything below that folder is read as well, so that what hangs together is
    seen together, but only findings that touch ``paths`` are told. ``profile`` is one of ``PROFILES``;
    ``rules`` are folders of rule pages that are added to the built-in ones. With ``why``, each finding
    says which conditions of its rule held because of what. ``today``, as ``2026-11-28``, is handed on to the report.
    """

    paths: tuple[str, ...]
    stdin: tuple[str, bytes] | None = None
    project: str | None = None
    profile: str = DEFAULT_PROFILE
    rules: tuple[str, ...] = ()
    why: bool = False
    today: str = ""


def check(request: Request, progress: Progress | None = None) -> Report:
    """What is wrong with these files.

    Raises ``sociable.errors.NoSuchPath`` for a path that does not exist, ``BrokenRules`` when
    the rules themselves cannot be read, ``sociable.rulebook.page_files.NoRulePages`` for a folder without any,
    and ``ValueError`` for a profile that does not exist.
    """
    rules = _rules(request)
    reading = read(_all_paths(request), stdin=request.stdin, progress=progress, chosen=request.project is None)
    seen: dict[str, int] = {}
    facts = derive(reading.setup)
    findings = [finding_of(problem, seen) for problem in reading.problems] + judge(facts, rules)
    if request.project is not None:
        findings = _touching(findings, request, reading)
    findings.sort(key=lambda each: (each.span.path, each.span.start, each.rule, each.fingerprint))
    return Report(
        findings=tuple(findings),
        files=reading.files,
        skipped=reading.skipped,
        accounts=len(reading.setup.accounts),
        automations=len(facts.automations),
        rules=len(rules),
        pages=_pages(findings, rules),
        today=request.today,
    )


def _pages(findings: list[Finding], rules: Iterable[CompiledRule]) -> tuple[PageRule, ...]:
    told = {finding.rule for finding in findings}
    return tuple(each.page for each in rules if each.page.rule.name in told)


def _rules(request: Request) -> tuple[CompiledRule, ...]:
    if request.profile not in PROFILES:
        raise ValueError(f"there is no profile {request.profile!r}")
    if request.rules:
        return _compiled(with_built_in(request.rules), request.profile, request.why)
    return _built_in(contents(package_data.folder("rules")), request.profile, request.why)


@lru_cache(maxsize=8)
def _built_in(holds: Contents, profile: str, why: bool) -> tuple[CompiledRule, ...]:
    """Kept for as long as the pages stay as they are: a small project is judged faster than they are compiled."""
    return _compiled(made_of(holds), profile, why)


def _compiled(book: Rulebook, profile: str, why: bool) -> tuple[CompiledRule, ...]:
    if book.problems:
        raise BrokenRules(book.problems)
    return tuple(CompiledRule(page, why, profile) for page in book.rules if runs_in(page, profile))


def _all_paths(request: Request) -> list[str]:
    return [*request.paths, *([request.project] if request.project is not None else ())]


def _touching(findings: list[Finding], request: Request, reading: Reading) -> list[Finding]:
    """Findings with a place in one of the files that were asked for."""
    stdin = (request.stdin[0],) if request.stdin else ()
    asked = reading.under((*request.paths, *stdin))
    return [finding for finding in findings if any(path in asked for path in _paths(finding))]


def _paths(finding: Finding) -> "Iterator[str]":
    yield finding.span.path
    yield from (related.span.path for related in finding.related)
    if finding.loop is not None:
        yield from (step.span.path for step in finding.loop.walk)
