"""`sociable check`."""

import os
import sys

from sociable.cli.chosen_day import chosen_day
from sociable.cli.console import (
    CLEAN,
    FOUND,
    MOST_ON_TERMINALS,
    NOTHING,
    BadCall,
    complain,
    complain_of_faults,
    quiet_pipe,
    say,
    style_for,
    tell,
    writing,
)
from sociable.cli.read_paths import inputs
from sociable.findings.report import Coverage, Report
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING

if TYPE_CHECKING:
    from sociable.cli.fixing_files import FixCall
    from sociable.pipeline import Progress, Request
    from sociable.text.style import Style

_HERE = (".",)
"""What is checked where nothing is named."""

_WORTH_LOOKING = 128 * 1024
"""Bytes of files from which on a look into the cache costs much less than checking them."""


class CheckCall(Record):
    """What `sociable check` was asked for."""

    paths: tuple[str, ...]
    forms: tuple[str, ...]
    output: str
    fail_on: str | None
    profile: str | None
    project: str | None
    allow_nothing: bool
    stdin_filename: str
    verbose: bool
    own_rules: tuple[str, ...]
    preview: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    platforms: tuple[str, ...]
    accounts: tuple[str, ...]
    severity: str | None
    confidence: str | None
    config: str
    isolated: bool
    trusted_from: str
    today: str
    baseline: str
    no_baseline: bool
    statistics: bool
    max_findings: int | None
    list_files: bool
    color: str
    why: bool
    min_coverage: str
    watch: bool
    read_as: str | None
    why_not: str | None
    fix: bool
    unsafe_fixes: bool
    diff: bool
    no_cache: bool
    since: str

    @property
    def fixing(self) -> "FixCall":
        """What to do about fixes."""
        from sociable.cli.fixing_files import FixCall

        return FixCall(self.fix, self.unsafe_fixes, self.diff, self.output)


def run(call: CheckCall) -> int:
    """Check, write the report, and say how it went; or say why a rule says nothing."""
    if call.why_not is not None:
        from sociable.cli.why_not import WhyNotCall, tell_why_not

        shared = {name: getattr(call, name) for name in WhyNotCall._fields if name != "asked"}
        return tell_why_not(WhyNotCall(call.why_not, **shared))
    _refuse_contradictions(call)
    if call.watch:
        from sociable.cli.watching import watched

        call = call._replace(watch=False)
        return watched(lambda: run(call), _looked_at(call), [file for _, file in _ways(call) if file])
    least = _percent(call.min_coverage)
    request = _request(call)
    if call.list_files:
        return _list_files(request, call)
    ways = _ways(call)
    request = request._replace(edits=_tells_edits(ways))
    if call.diff:
        from sociable.cli.fixing_files import show_diff

        return show_diff(request, call.fixing)
    report = _fixed(request, call) if call.fix or call.unsafe_fixes else _checked(request, call)
    if call.accounts and (report.files or report.findings):
        from sociable.cli.chosen_accounts import refuse_unknown

        refuse_unknown(call.accounts, report)
    faults = _tell(report, ways, call)
    return complain_of_faults(faults) if faults else _exit_code(report, call, least)


def _refuse_contradictions(call: CheckCall) -> None:
    """Raises ``BadCall`` for options of which one leaves nothing to the other."""
    if call.watch and (call.fix or call.diff):
        raise BadCall("`--watch` only looks, again and again: leave out `--fix` and `--diff`")
    if call.diff and call.forms:
        raise BadCall("`--diff` writes a diff and no report: leave out `--format`")
    if call.output and not (call.forms or call.diff or call.list_files or call.statistics):
        from sociable.output.formats import format_by_name

        if form := format_by_name("report", call.output):
            raise BadCall(
                f"{call.output} would hold plain text: add `--format {form}`, or name a file that ends in .txt"
            )


def _tell(report: Report, ways: list[tuple[str, str]], call: CheckCall) -> list[str]:
    """Write the report in each way that was asked for. Returns what failed of ours."""
    if files := [file for _, file in ways if file]:
        from sociable.cli.output_files import refuse_input

        refuse_input(files, call.paths, report.files)
    faults = list(report.faults)
    for form, file in ways:
        faults += _write(report, form, file, call)
    if report.remarks:
        complain(*report.remarks)
    return faults


def _fixed(request: "Request", call: CheckCall) -> Report:
    from sociable.cli.fixing_files import fix_files

    return fix_files(request, call.fixing)


def _checked(request: "Request", call: CheckCall) -> Report:
    if request.deleted:
        complain(*(f"{path} is not there, and is taken for deleted" for path in request.deleted))
    if not sys.stderr.isatty():
        return _found(request, call)
    from sociable.cli.progress import progress_bar

    with progress_bar("Reading") as progress:
        return _found(request, call, progress)


def _found(request: "Request", call: CheckCall, progress: "Progress | None" = None) -> Report:
    from sociable.pipeline import check_found, searched

    search = searched(request)
    if call.no_cache or sum(each.size for each in search.found.files) < _WORTH_LOOKING:
        return check_found(request, search, progress)
    from sociable.caching import remembered
    from sociable.caching.store import Store, cache_folder

    store = Store(cache_folder())
    report = remembered.check_found(request, search, store, progress)
    store.trim()
    return report


def _looked_at(call: CheckCall) -> list[str]:
    """The files and folders on which what is told depends. Raises ``BadCall`` for what never changes."""
    if "-" in call.paths:
        raise BadCall("--watch looks at files, and standard input is none")
    more = (call.project, call.config, call.baseline, *call.own_rules)
    return [*call.paths, *(path for path in more if path)]


def _exit_code(report: Report, call: CheckCall, least: int) -> int:
    if not report.files and not report.findings:
        return CLEAN if call.allow_nothing else NOTHING
    little = [
        f"{path}: {each.understood} of {len(each.parts)} understood, less than the {least}% of `--min-coverage`"
        for path, each in report.coverage.items()
        if _share(each) < least
    ]
    if little:
        return tell(little, FOUND)
    return FOUND if report.failing else CLEAN


def _request(call: CheckCall) -> "Request":
    from sociable.pipeline import Request

    paths, stdin = inputs(call.paths, call.stdin_filename)
    paths, project = _changed(paths, call) if call.since else (paths, call.project)
    own, today = call.own_rules or None, chosen_day(call.today)
    request = Request(paths, stdin, project, call.profile, own, call.why, today)
    given = {name: value for name in ("severity", "confidence", "fail_on") if (value := getattr(call, name))}
    baseline = "" if call.no_baseline else call.baseline or None
    return request._replace(
        config=call.config,
        isolated=call.isolated,
        preview=call.preview or None,
        trusted_from=call.trusted_from,
        select=_names(call.select),
        ignore=_names(call.ignore),
        platforms=call.platforms,
        accounts=call.accounts,
        baseline=baseline,
        read_as=call.read_as or "",
        since=call.since,
        **given,
    )


def _names(texts: tuple[str, ...]) -> tuple[str, ...]:
    if not texts:
        return ()
    from sociable.cli.chosen_names import chosen_names

    return chosen_names(texts)


def _changed(paths: tuple[str, ...], call: CheckCall) -> tuple[tuple[str, ...], str]:
    """The files that count as changed whatever git says, and the folder of the project. Raises ``BadCall``."""
    if call.project is not None:
        return () if paths == _HERE else paths, call.project
    if len(paths) != 1 or not os.path.isdir(paths[0]):
        raise BadCall("with `--since`, name the one folder to look at; files that have changed go with `--project .`")
    return (), paths[0]


def _list_files(request: "Request", call: CheckCall) -> int:
    from sociable.pipeline import projects
    from sociable.text.safe import visible

    files = sorted(file for project, _ in projects(request) for file in project.files)
    with quiet_pipe():
        say(*map(visible, files))
        sys.stdout.flush()
    return CLEAN if files or call.allow_nothing else NOTHING


def report_formats(incomplete: str = "") -> list[str]:
    """Names for shell completion."""
    from sociable.output.formats import formats_of

    return [name for name in formats_of("report") if name.startswith(incomplete)]


def _ways(call: CheckCall) -> list[tuple[str, str]]:
    """The formats to write, each with the file to write it to; one of them may be for standard output."""
    from sociable.output.formats import formats_of

    ways = []
    for way in call.forms or ("statistics" if call.statistics else "text",):
        form, _, file = way.removesuffix(":-").partition(":")
        if form not in formats_of("report"):
            raise _no_such(form)
        ways.append((form, file or call.output))
    files = [file for _, file in ways]
    if len(files) > 1:
        from sociable.cli.output_files import which_file

        if len({file and which_file(file) for file in files}) < len(files):
            raise BadCall("two reports cannot go to the same place: write `--format FORM:FILE`")
    return ways


def _tells_edits(ways: list[tuple[str, str]]) -> bool:
    from sociable.output.formats import formats_of

    return any(formats_of("report")[form].edits for form, _ in ways)


def _no_such(form: str) -> BadCall:
    from sociable.text.suggest import did_you_mean
    from sociable.text.wording import either

    known = report_formats()
    return BadCall(f"there is no format `{form}`. {did_you_mean(form, known) or f'There are {either(known)}.'}")


def _write(report: Report, form: str, file: str, call: CheckCall) -> tuple[str, ...]:
    """Write a report where it is wanted, as far as nothing of ours fails. Returns what failed."""
    from sociable.errors import OurFault

    try:
        faults = _into_file(report, form, file, call) if file else _to_stdout(report, form, call)
        if form == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
            faults += _as_summary(report, summary)
    except OurFault as fault:  # the other formats are still written
        return (str(fault),)
    return faults


def _into_file(report: Report, form: str, file: str, call: CheckCall) -> tuple[str, ...]:
    from io import StringIO

    from sociable.cli.console import DEFAULT_WIDTH
    from sociable.cli.output_files import write_text
    from sociable.output.formats import write
    from sociable.text.style import Style

    style = _limited(Style(width=DEFAULT_WIDTH, verbose=call.verbose, colour=call.color == "always"), call)
    out = StringIO()
    faults = write("report", report, out, form, style)
    write_text(file, out.getvalue())
    return faults


def _to_stdout(report: Report, form: str, call: CheckCall) -> tuple[str, ...]:
    from sociable.output.formats import write

    style = _limited(style_for(sys.stdout, verbose=call.verbose, colour=call.color), call)
    faults: tuple[str, ...] = ()
    with quiet_pipe():
        faults = write("report", report, sys.stdout, form, style)
        sys.stdout.flush()
    return faults


def _as_summary(report: Report, summary: str) -> tuple[str, ...]:
    from io import StringIO

    from sociable.files.atomic_write import add_to_file
    from sociable.output.formats import write

    out = StringIO()
    faults = write("report", report, out, "markdown")
    with writing(summary):
        add_to_file(summary, out.getvalue().encode("utf-8", "backslashreplace"))
    return faults


def _limited(style: "Style", call: CheckCall) -> "Style":
    usual = MOST_ON_TERMINALS if sys.stdout.isatty() and not call.verbose and not call.output else 0
    most = usual if call.max_findings is None else call.max_findings
    return style._replace(most=most, infos=call.verbose or call.severity == "info")


def _percent(text: str) -> int:
    number = text.strip().removesuffix("%").strip()
    if not number.isdecimal() or len(number) > 3 or int(number) > 100:
        raise BadCall(f"`--min-coverage {text}` is no share: write a number from 0 to 100, such as 80%")
    return int(number)


def _share(coverage: Coverage) -> float:
    """How much of a file of another tool was understood, in per cent."""
    return 100 * coverage.understood / len(coverage.parts) if coverage.parts else 100
