"""The steps in order: files to a project, a project to facts, facts to findings, findings to a report."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.errors import BrokenRules, NoSuchProfile
from sociable.facts.facts import derive
from sociable.files import package_data
from sociable.findings.finding import Finding
from sociable.findings.problem import finding_of
from sociable.findings.report import Report, RuleSummary
from sociable.project.load import Project, load
from sociable.review.selection import touching
from sociable.rulebook.applicability import runs_in
from sociable.rulebook.page_files import Contents, contents
from sociable.rulebook.rulebook import Rulebook, made_of, with_built_in
from sociable.vocabulary.values import DEFAULT_PROFILE, PROFILES

Progress = Callable[[int, int], None]
"""Called with how many files are read and how many there are."""


class Request(NamedTuple):
    """What to check.

    ``paths`` are files and folders; ``stdin`` is a name and the bytes that stand for its contents.
    With ``project``, everything below that folder is read as well, so that what hangs together is
    seen together, but only findings that touch ``paths`` are told. ``profile`` is one of ``PROFILES``;
    ``rules`` are folders of rule pages that are added to the built-in ones. With ``why``, each finding
    says which conditions of its rule held because of what.
    """

    paths: tuple[str, ...]
    stdin: tuple[str, bytes] | None = None
    project: str | None = None
    profile: str = DEFAULT_PROFILE
    rules: tuple[str, ...] = ()
    why: bool = False


def check(request: Request, progress: Progress | None = None) -> Report:
    """What is wrong with these files.

    Raises ``NoSuchPath`` for a path that does not exist, ``BrokenRules`` when the rules themselves cannot
    be read, ``NoRulePages`` for a folder without any, and ``NoSuchProfile`` for a profile that does not exist.
    """
    paths = request.paths if request.project is None else (*request.paths, request.project)
    project = load(paths, stdin=request.stdin, progress=progress, chosen=request.project is None)
    return judged(project, request)


def judged(project: Project, request: Request) -> Report:
    """What is wrong with what has been read, wherever it comes from. Raises as ``check`` does."""
    rules = _rules(request)
    seen: dict[str, int] = {}
    facts = derive(project.setup)
    findings = [finding_of(problem, seen) for problem in project.problems] + judge(facts, rules)
    if request.project is not None:
        asked = (*request.paths, *(request.stdin[:1] if request.stdin else ()))
        findings = touching(findings, project.under(asked))
    findings.sort(key=lambda each: (each.span.path, each.span.start, each.rule, each.fingerprint))
    return Report(
        findings=tuple(findings),
        files=project.files,
        skipped=project.skipped,
        accounts=len(project.setup.accounts),
        automations=len(facts.automations),
        rules=len(rules),
        pages=_pages(findings, rules),
    )


def _pages(findings: list[Finding], rules: Iterable[CompiledRule]) -> tuple[RuleSummary, ...]:
    from sociable.rulebook.summary import summary

    told = {finding.rule for finding in findings}
    return tuple(summary(each.page) for each in rules if each.page.rule.name in told)


def _rules(request: Request) -> tuple[CompiledRule, ...]:
    if request.profile not in PROFILES:
        raise NoSuchProfile(f"there is no profile `{request.profile}`")
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
