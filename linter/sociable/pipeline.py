"""The steps in order: files to a project, a project to facts, facts to findings, findings to a report."""

import os
from collections.abc import Callable, Iterable, Mapping

from sociable.config.find import OWN_FILE, SHARED_FILE
from sociable.config.finder import Finder, folders_of
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.engine.running_rules import Settings, running, settled
from sociable.errors import SociableError
from sociable.facts.facts import Facts, derive
from sociable.files.contents import absolute, is_or_is_below, shown
from sociable.findings.finding import SEVERITIES, Finding
from sociable.findings.problem import finding_of
from sociable.findings.report import Described, Report, RuleSummary
from sociable.project.load import Found, Project, ReadOne, find, read, together
from sociable.readers import importers
from sociable.readers.automation_file.marker import may_suppress
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING, date
from sociable.rulebook.rulebook import Rulebook
from sociable.setup.model import NOTHING
from sociable.sources.dates import day_or_now
from sociable.vocabulary.values import KEPT_IN, UNSTATED

if TYPE_CHECKING:
    from sociable.config.effective import Configuration
    from sociable.review.review import Reviewed
    from sociable.review.selection import Before
    from sociable.setup.model import Setup

Progress = Callable[[int, int], None]
"""Called with how many files are read and how many there are."""


class Request(Record):
    """What to check.

    ``paths`` are files and folders; ``stdin`` is a name and the bytes that stand for its contents.
    With ``project``, everything below that folder is read as well, so that what hangs together is
    seen together, but only findings that touch ``paths`` are told; with ``since``, a commit, also those that touch
    what has changed since then, and whatever was not found then. ``profile`` is one of ``PROFILES``;
    ``rules`` are folders of rule pages that are added to the built-in ones. Of these two, ``None`` means what the
    nearest configuration says. With ``why``, each finding says which conditions of its rule held because of what.
    ``today`` is the day by which dates are judged, ``None`` the one that it is (UTC).

    ``config`` is the configuration for all files instead of the nearest; ``isolated`` runs go by none, and with
    ``trusted_from`` it is taken from a commit. ``select`` and ``ignore`` are rules or categories; ``platforms``,
    ``accounts``, ``severity`` and ``confidence`` narrow down what is told. ``fail_on`` is the mildest severity that
    makes a check fail, ``baseline`` the path of one (empty: none); ``None`` and empty otherwise mean as configured.
    With ``preview``, rules run too that are new in this version. ``like`` are two folders with two states of the same
    files: the first is configured as the second is.
    With ``edits``, each fix says what it comes to in its file. ``instead`` are bytes by path that stand for what these
    files hold, or will hold: as an editor has them, or as fixes leave them.
    ``read_as`` is the format of another tool that the named files are in, whatever they look like. ``within`` is a
    folder outside of which no configuration is looked for, and none is read.
    """

    paths: tuple[str, ...]
    stdin: tuple[str, bytes] | None = None
    project: str | None = None
    profile: str | None = None
    rules: tuple[str, ...] | None = None
    why: bool = False
    today: date | None = None
    config: str = ""
    isolated: bool = False
    trusted_from: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    severity: str = SEVERITIES[0]
    confidence: str = "low"
    fail_on: str = ""
    baseline: str | None = None
    like: tuple[str, str] | None = None
    preview: bool | None = None
    edits: bool = False
    instead: Mapping[str, bytes] = NOTHING
    read_as: str = ""
    since: str = ""
    within: str = ""

    @property
    def tops(self) -> tuple[str, ...]:
        """The files and folders to read: those named, and the project's."""
        if self.project is None:
            return self.paths
        return (*(path for path in self.paths if path not in self.deleted), self.project)

    @property
    def deleted(self) -> tuple[str, ...]:
        """The files named that a project has no longer, if one is looked at for them."""
        return tuple(path for path in self.paths if self.project is not None and not os.path.lexists(path))


class Search(Record):
    """The files that a request leads to, and the configurations around them."""

    found: Found
    finder: Finder


class Examination(Record):
    """A report, the project and the facts it was made from, and the rules that were asked.

    ``config`` and ``reviewed`` are only there if there was anything to go by.
    """

    report: Report
    project: Project
    facts: Facts
    rules: tuple[CompiledRule, ...]
    config: "Configuration | None" = None
    reviewed: "Reviewed | None" = None


def check(request: Request, progress: Progress | None = None) -> Report:
    """What is wrong with these files; those of several projects are judged project by project.

    Raises ``NoSuchPath`` for a path that does not exist, ``BadConfig`` for a configuration that makes no sense,
    ``BrokenRules`` when the rules themselves cannot be read, ``NoRulePages`` for a folder without any,
    ``NoSuchProfile`` for a profile and ``NoSuchRule`` for a rule that does not exist, ``NoRevision`` for a commit that
    is not there, ``BadBaseline``, and ``UnreadableFile`` for one that is needed and is not checked itself.
    """
    return check_found(request, searched(request), progress)


def check_found(request: Request, search: Search, progress: Progress | None = None) -> Report:
    """The same, where ``searched`` was asked already."""
    from sociable.findings.report import combined

    return combined([each.report for each in _examined(request, search, progress)])


def checked(request: Request, progress: Progress | None = None) -> list[Examination]:
    """Each project by itself, with what it was seen from. Raises as ``check`` does."""
    return _examined(request, searched(request), progress)


def _examined(request: Request, search: Search, progress: Progress | None) -> list[Examination]:
    before = _before(request) if request.since else None
    return [examination(project, request, config, before) for project, config in _projects(request, search, progress)]


def changed(request: Request) -> dict[str, bytes]:
    """What the files of a project that have changed since a commit held then, by path. Raises ``NoRevision``."""
    from sociable.files.changed_since import changed_since

    return changed_since(request.since, request.project or ".", (*importers.endings(), OWN_FILE, SHARED_FILE))


def _before(request: Request) -> "Before":
    """What has changed since a commit in the folder of a project, and what was found there then.

    Where nothing could be judged then, whatever is found now is new.
    """
    from sociable.review.selection import Before

    was = changed(request)
    like = {name: getattr(request, name) for name in _JUDGING}
    then = Request((request.project or ".",), instead=was, baseline="")._replace(**like)
    try:
        found = [finding for each in checked(then) for finding in each.report.findings] if was else []
    except SociableError:  # a mistake that was there then, such as in the configuration
        found = []
    return Before(
        frozenset(map(shown, was)), {each.fingerprint: each.severity for finding in found for each in finding.members}
    )


_JUDGING = ("profile", "rules", "today", "config", "isolated", "trusted_from", "select", "ignore", "preview")
"""What decides on what is found."""


def examine(
    request: Request, progress: Progress | None = None, changed: "Callable[[Setup], Setup] | None" = None
) -> Examination:
    """All files as one project. Raises as ``check`` does, and ``BadConfig`` if they belong to two.

    Where the setup is ``changed`` before anything is found, that is what is examined.
    """
    found, finder = searched(request)
    project = together(*read(found, progress, read_as=request.read_as))
    if changed is not None:
        project = project._replace(setup=changed(project.setup))
    return examination(project, request, _config_of_all(request, finder))


def projects(
    request: Request, progress: Progress | None = None, reading_one: ReadOne | None = None
) -> "list[tuple[Project, Configuration | None]]":
    """What is read, project by project, and how each is configured, if there is any configuration.

    ``reading_one`` reads one file in the place of ``read_file``.
    """
    return _projects(request, searched(request), progress, reading_one)


def _projects(
    request: Request, search: Search, progress: Progress | None, reading_one: ReadOne | None = None
) -> "list[tuple[Project, Configuration | None]]":
    reading = read(search.found, progress, reading_one, request.read_as)
    configurations = search.finder.configurations
    if configurations is None:
        return [(together(*reading), None)]
    configs = {config.path: config for config in map(configurations.of, request.tops or (".",))}

    def part(path: str) -> str:
        config = configurations.of(path)
        return configs.setdefault(config.path, config).path

    parts = reading.parted(part) or {next(iter(configs)): reading}
    return [(together(*parts[path]), configs[path]) for path in parts]


def searched(request: Request) -> Search:
    """Which files there are to read. Raises ``NoSuchPath`` and ``BadConfig``."""
    finder, chosen = _finder(request), request.project is None
    found = find(
        request.tops,
        stdin=request.stdin,
        chosen=chosen,
        left_out=finder.why_left_out,
        instead=request.instead,
        leads_to=finder.leads_to,
    )
    return Search(found, finder)


def judged(project: Project, request: Request) -> Report:
    """What is wrong with what has been read, wherever it comes from. Raises as ``check`` does."""
    return examination(project, request).report


def examination(
    project: Project, request: Request, config: "Configuration | None" = None, before: "Before | None" = None
) -> Examination:
    """The same, and what that was seen from."""
    by = _settings(request, config)
    book, rules, remarks = running(by, config, request.select, request.ignore, request.why)
    seen: dict[str, int] = {}
    facts = derive(project.setup, day_or_now(request.today), KEPT_IN.get(by.profile, UNSTATED))
    faults = list(project.faults)
    findings = [finding_of(problem, seen) for problem in project.problems] + judge(facts, rules, faults)
    reviewed = _reviewed(findings, project, request, config, book, rules, before)
    if reviewed is not None:
        findings = reviewed.told
    if any(member.origin.importer for finding in findings for member in finding.members):
        from sociable.review.in_words_of_tool import in_words_of_tool

        findings = [in_words_of_tool(finding, config, faults) for finding in findings]
    if request.edits and any(finding.fix for finding in findings):
        from sociable.fixing.changes import with_edits

        for number, finding in enumerate(findings):  # in place: of many, there should not be two of each
            findings[number] = with_edits(finding, project.documents)
        project.documents.let_go()
    configured = "warning" if config is None else str(config.value("fail-on"))
    fail_on = SEVERITIES.index(request.fail_on or configured)
    report = Report(
        findings=_sorted(findings),
        files=project.files,
        skipped=project.skipped,
        accounts=len(project.setup.accounts),
        automations=len(facts.automations),
        rules=len(rules),
        pages=_pages([*findings, *reviewed.suppressed, *reviewed.kept] if reviewed else findings, rules),
        today=request.today,
        coverage=project.coverage,
        suppressed=_sorted(reviewed.suppressed) if reviewed else (),
        kept=_sorted(reviewed.kept) if reviewed else (),
        stale=tuple(reviewed.stale) if reviewed else (),
        failing=sum(SEVERITIES.index(finding.severity) >= fail_on for finding in findings),
        faults=tuple(faults),
        remarks=(*remarks, *(reviewed.remarks if reviewed else ())),
        configured_by=(shown(config.path),) if config is not None and config.path else (),
        profile=by.profile,
        described=lambda: _described(facts, project),
    )
    return Examination(report, project, facts, rules, config, reviewed)


def _described(facts: Facts, project: Project) -> Described:
    from sociable.drawing.described import described

    return described(facts)._replace(digests={source.path: source.digest() for source in project.sources})


def _reviewed(
    findings: list[Finding],
    project: Project,
    request: Request,
    config: "Configuration | None",
    book: Rulebook,
    rules: Iterable[CompiledRule],
    before: "Before | None",
) -> "Reviewed | None":
    """What is to be told; nothing where everything is, as nobody has said anything about that."""
    narrowed = Request(())._replace(**{name: getattr(request, name) for name in _NARROWING}) != Request(())
    suppressed = any(may_suppress(source.text) for source in project.sources)
    configured = config is not None and config.decides_what_is_told
    if not (configured or narrowed or suppressed or request.project is not None or request.baseline):
        return None
    from datetime import date

    from sociable.config.effective import UNCONFIGURED
    from sociable.review.review import Scope, Standards, reviewed
    from sociable.review.selection import Wanted, with_ids
    from sociable.rulebook.former_names import former_names

    config = config or UNCONFIGURED
    wanted = Wanted(
        request.platforms or config.value("platforms"),
        with_ids(request.accounts, project.setup.accounts),
        request.severity,
        request.confidence,
    )
    categories = {page.name: page.category for page in book.rules}
    baseline = config.value("baseline") if request.baseline is None else request.baseline
    day = date.fromisoformat(day_or_now(request.today))
    trusted = None
    if request.trusted_from:
        from sociable.config.trusted import text_in

        trusted = text_in(request.trusted_from, folders_of(_named(request))[0])
    ran = {each.name for each in rules}
    by = Standards(config, categories, ran, day, baseline, trusted, former_names(book.rules))
    about = None
    if request.project is not None:
        about = project.under((*request.paths, *(request.stdin[:1] if request.stdin else ())))
        about.update(map(shown, request.deleted), before.changed if before is not None else ())
    whole = not project.problems and _is_whole(request, config)  # what was misread may be what was suppressed
    return reviewed(findings, project, by, Scope(whole, about, before), wanted)


_NARROWING = ("platforms", "accounts", "severity", "confidence")


def _is_whole(request: Request, config: "Configuration") -> bool:
    """Whether all files of a project were read; of files without a configuration, those named are all there is."""
    return not config.path or any(is_or_is_below(config.folder, absolute(top)) for top in request.tops)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda each: (each.span.path, each.span.start, each.rule, each.fingerprint)))


def _pages(findings: Iterable[Finding], rules: Iterable[CompiledRule]) -> tuple[RuleSummary, ...]:
    told = {name for finding in findings for name in (finding.rule, *finding.also)}
    if not told:
        return ()
    from sociable.rulebook.summary import summary

    return tuple(summary(each.page) for each in rules if each.name in told)


def _finder(request: Request) -> Finder:
    return Finder(
        _named(request),
        request.config,
        request.isolated,
        request.trusted_from,
        request.like,
        request.instead,
        request.within,
    )


def _named(request: Request) -> tuple[str, ...]:
    """All paths that somebody named, that of standard input too."""
    return (*request.tops, *(request.stdin or ())[:1])


def _config_of_all(request: Request, finder: Finder) -> "Configuration | None":
    """What holds for all files of a request together, if anything is configured. Raises ``BadConfig``."""
    if finder.configurations is None:
        return None
    from sociable.config.effective import effective

    near = (request.project,) if request.project is not None else (*request.paths, *(request.stdin or ())[:1])
    return effective([str(each) for each in near], finder.configurations)


def settings(request: Request) -> Settings:
    """What the request says, and else the nearest configuration. Raises ``BadConfig``."""
    return _settings(request, _config_of_all(request, _finder(request)))


def _settings(request: Request, config: "Configuration | None") -> Settings:
    return settled(config, request.profile, request.rules, request.preview)
