"""The steps in order: files to a project, a project to facts, facts to findings, findings to a report."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sociable.config.find import may_be_configured
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.errors import BrokenRules, NoSuchProfile
from sociable.facts.facts import Facts, derive
from sociable.files import package_data
from sociable.findings.faults import ByItself
from sociable.findings.finding import Finding
from sociable.findings.problem import finding_of
from sociable.findings.report import Report, RuleSummary
from sociable.project.load import Project, load
from sociable.readers import importers
from sociable.rulebook.applicability import runs_in
from sociable.rulebook.page_files import Contents, contents
from sociable.rulebook.rulebook import Rulebook, made_of, with_built_in
from sociable.vocabulary.values import DEFAULT_PROFILE, PROFILES

if TYPE_CHECKING:
    from datetime import date

Progress = Callable[[int, int], None]
"""Called with how many files are read and how many there are."""


class Request(NamedTuple):
    """What to check.

    ``paths`` are files and folders; ``stdin`` is a name and the bytes that stand for its contents.
    With ``project``, everything below that folder is read as well, so that what hangs together is
    seen together, but only findings that touch ``paths`` are told. ``profile`` is one of ``PROFILES``;
    ``rules`` are folders of rule pages that are added to the built-in ones. Of these two, ``None`` means what the
    nearest configuration says. With ``why``, each finding says which conditions of its rule held because of what.
    ``today`` is the day by which dates are judged, ``None`` the one that it is (UTC).
    """

    paths: tuple[str, ...]
    stdin: tuple[str, bytes] | None = None
    project: str | None = None
    profile: str | None = None
    rules: tuple[str, ...] | None = None
    why: bool = False
    today: "date | None" = None


class Settings(NamedTuple):
    """What holds for a check, under the names of the keys in a configuration, as it is where nobody says anything."""

    profile: str = DEFAULT_PROFILE
    rules: tuple[str, ...] = ()


class Examination(NamedTuple):
    """A report, the project and the facts it was made from, and the rules that were asked."""

    report: Report
    project: Project
    facts: Facts
    rules: tuple[CompiledRule, ...]


def check(request: Request, progress: Progress | None = None) -> Report:
    """What is wrong with these files. Raises what ``examine`` does."""
    return examine(request, progress).report


def examine(request: Request, progress: Progress | None = None) -> Examination:
    """What is wrong with these files, and what that was seen from.

    Raises ``NoSuchPath`` for a path that does not exist, ``BadConfig`` for a configuration that makes no sense,
    ``BrokenRules`` when the rules themselves cannot be read, ``NoRulePages`` for a folder without any, and
    ``NoSuchProfile`` for a profile that does not exist.
    """
    paths = request.paths if request.project is None else (*request.paths, request.project)
    project = load(paths, stdin=request.stdin, progress=progress, chosen=request.project is None)
    return examination(project, request)


def judged(project: Project, request: Request) -> Report:
    """What is wrong with what has been read, wherever it comes from. Raises as ``check`` does."""
    return examination(project, request).report


def examination(project: Project, request: Request) -> Examination:
    """The same, and what that was seen from."""
    rules = _rules(request)
    seen: dict[str, int] = {}
    facts = derive(project.setup)
    faults = list(project.faults)
    findings = [finding_of(problem, seen) for problem in project.problems] + judge(facts, rules, faults)
    if request.project is not None:
        from sociable.review.selection import touching

        asked = (*request.paths, *(request.stdin[:1] if request.stdin else ()))
        findings = touching(findings, project.under(asked))
    findings = [_in_words_of_tool(finding, faults) for finding in findings]
    findings.sort(key=lambda each: (each.span.path, each.span.start, each.rule, each.fingerprint))
    report = Report(
        findings=tuple(findings),
        files=project.files,
        skipped=project.skipped,
        accounts=len(project.setup.accounts),
        automations=len(facts.automations),
        rules=len(rules),
        pages=_pages(findings, rules),
        today=request.today,
        coverage=project.coverage,
        faults=tuple(faults),
    )
    return Examination(report, project, facts, rules)


def _in_words_of_tool(finding: Finding, faults: list[str]) -> Finding:
    """Say what to do in the tool that wrote the file, if a page only says it for our own format."""
    tool = next((each.origin.importer for each in finding.members if each.origin.importer), "")
    if not tool:
        return finding
    importer = next(each for each in importers.IMPORTERS if each.name == tool)
    with ByItself(f"the importer `{tool}` with its advice on {finding.span}", faults):
        return finding._replace(advice=importer.advice(finding.rule) or finding.advice)
    return finding


def _pages(findings: list[Finding], rules: Iterable[CompiledRule]) -> tuple[RuleSummary, ...]:
    from sociable.rulebook.summary import summary

    told = {finding.rule for finding in findings}
    return tuple(summary(each.page) for each in rules if each.page.rule.name in told)


def settings(request: Request) -> Settings:
    """What the request says, and else the nearest configuration. Raises ``BadConfig``."""
    said = {name: value for name in Settings._fields if (value := getattr(request, name, None)) is not None}
    if len(said) < len(Settings._fields):
        near = (request.project,) if request.project is not None else (*request.paths, *(request.stdin or ())[:1])
        said = {**_configured([str(each) for each in near] or ["."]), **said}
    return Settings(**said)


def _configured(paths: list[str]) -> dict[str, Any]:
    """What is configured for these paths, mostly nothing."""
    if not may_be_configured(paths):
        return {}
    from sociable.config.effective import effective

    return {name: setting.value for name, setting in effective(paths).items()}


def _rules(request: Request) -> tuple[CompiledRule, ...]:
    holds = settings(request)
    if holds.profile not in PROFILES:
        raise NoSuchProfile(f"there is no profile `{holds.profile}`")
    if holds.rules:
        return _compiled(with_built_in(holds.rules), holds.profile, request.why)
    return _built_in(contents(package_data.folder("rules")), holds.profile, request.why)


@lru_cache(maxsize=8)
def _built_in(holds: Contents, profile: str, why: bool) -> tuple[CompiledRule, ...]:
    """Kept for as long as the pages stay as they are: a small project is judged faster than they are compiled."""
    return _compiled(made_of(holds), profile, why)


def _compiled(book: Rulebook, profile: str, why: bool) -> tuple[CompiledRule, ...]:
    if book.problems:
        raise BrokenRules(book.problems)
    return tuple(CompiledRule(page, why, profile) for page in book.rules if runs_in(page, profile))
