"""`sociable fleet`."""

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext

from sociable.cli.chosen_day import chosen_day
from sociable.cli.chosen_names import chosen_names
from sociable.cli.console import (
    CLEAN,
    DEFAULT_WIDTH,
    FAILED,
    FOUND,
    MOST_ON_TERMINALS,
    NOTHING,
    BadCall,
    complain_of_faults,
    quiet_pipe,
    style_for,
)
from sociable.cli.extras import extra
from sociable.cli.output_files import have_folder, refuse_input, write_text
from sociable.cli.progress import progress_bar
from sociable.files.contents import absolute, is_or_is_below
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor

    from sociable.findings.project_outcome import Outcome, OutcomeSummary
    from sociable.pipeline import Request


_MOST_WORKERS = 256
"""Processes that may be asked for: each takes memory of its own."""


class FleetCall(Record):
    """What `sociable fleet` was asked for."""

    folders: tuple[str, ...]
    form: str | None
    output: str
    summary: str
    fail_on: str | None
    profile: str | None
    own_rules: tuple[str, ...]
    preview: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    isolated: bool
    today: str
    workers: int
    dask: str
    verbose: bool
    no_cache: bool


def run(call: FleetCall) -> int:
    """Check all projects, write a report for each if that is wanted, and sum up."""
    from sociable.files.report_names import report_names
    from sociable.findings.project_outcome import summary_of
    from sociable.output.formats import formats_of, write

    if call.form and not call.output:
        raise BadCall("--format is for the reports of projects: name a folder for them with --output")
    if call.workers > _MOST_WORKERS:
        raise BadCall(f"--workers is {_MOST_WORKERS} at most; 0 takes as many processes as there are processors")
    form = call.form or "text"
    requests = _requests(call)
    absolute(os.curdir)  # each process begins in the folder in which this runs
    if call.output:
        have_folder(call.output)
    names = dict(zip(requests, report_names(requests, formats_of("report")[form].ending or "txt"), strict=True))
    summaries = []
    faults: list[str] = []
    reports = _Reports(
        any(is_or_is_below(os.path.realpath(call.output or os.sep), os.path.realpath(each)) for each in call.folders)
    )
    for outcome in _outcomes(call, requests):
        if call.output:
            path = os.path.join(call.output, names[outcome.project])
            text, failed = _told(outcome, form)
            reports.put(path, text, requests[outcome.project].paths)
            faults += failed
        if outcome.report is not None:
            faults += (f"{outcome.project}: {fault}" for fault in outcome.report.faults)
        summaries.append(summary_of(outcome))
    reports.write()
    style = style_for(sys.stdout, verbose=call.verbose)
    style = style._replace(most=MOST_ON_TERMINALS if sys.stdout.isatty() and not call.verbose else 0)
    with quiet_pipe():
        faults += write("fleet", summaries, sys.stdout, call.summary, style)
        sys.stdout.flush()
    return complain_of_faults(faults) if faults else _exit_code(summaries)


def _exit_code(summaries: "Sequence[OutcomeSummary]") -> int:
    if any(each.error for each in summaries):
        return FAILED
    if any(each.failing for each in summaries):
        return FOUND
    return CLEAN if any(each.files for each in summaries) else NOTHING


def _requests(call: FleetCall) -> "dict[str, Request]":
    from sociable.fleet.fleet_projects import projects_in
    from sociable.pipeline import Request

    request = Request(
        (),
        profile=call.profile,
        rules=call.own_rules or None,
        preview=call.preview or None,
        today=chosen_day(call.today),
        isolated=call.isolated,
        select=chosen_names(call.select),
        ignore=chosen_names(call.ignore),
        fail_on=call.fail_on or "",
    )
    parts = [part for folder in call.folders for part in projects_in(os.path.normpath(folder))]
    return {part.name.replace(os.sep, "/"): request._replace(paths=part.paths) for part in parts}


def _outcomes(call: FleetCall, requests: "dict[str, Request]") -> "Iterator[Outcome]":
    from sociable.fleet.many import check_many

    with _executor(call.dask) as executor, progress_bar("Checking") as progress:
        outcomes = check_many(requests.values(), executor, workers=call.workers, cache=not call.no_cache)
        for done, (name, outcome) in enumerate(zip(requests, outcomes, strict=True), 1):
            if progress is not None:
                progress(done, len(requests))
            yield outcome._replace(project=name)
    if not call.no_cache:
        from sociable.caching.store import Store, cache_folder

        Store(cache_folder()).trim()


def _executor(dask: str) -> AbstractContextManager["Executor | None"]:
    """Who does the work, if not processes that begin for it."""
    if not dask:
        return nullcontext()
    from sociable.fleet.dask_cluster import dask_executor

    with extra("scale", "`--dask`"):
        return dask_executor(dask)


class _Reports:
    """The files that are written; all at the end where they would lie among what is still to be checked."""

    def __init__(self, wait: bool) -> None:
        self._wait = wait
        self._waiting: list[tuple[str, bytes]] = []

    def put(self, path: str, text: str, paths: tuple[str, ...]) -> None:
        """Take the report of a project that lies in these paths, if there is any."""
        if not text:
            return
        refuse_input((path,), paths)
        if self._wait:
            from zlib import compress

            self._waiting.append((path, compress(text.encode("utf-8", "surrogatepass"))))
        else:
            write_text(path, text)

    def write(self) -> None:
        """Write what had to wait."""
        for path, packed in self._waiting:
            from zlib import decompress

            write_text(path, decompress(packed).decode("utf-8", "surrogatepass"))


def _told(outcome: "Outcome", form: str) -> tuple[str, list[str]]:
    """The report of a project as a text, and what failed of ours; the others are still written."""
    from sociable.errors import OurFault
    from sociable.output.formats import written_in_part
    from sociable.text.style import Style

    if outcome.report is None:
        return "", []
    try:
        text, faults = written_in_part("report", outcome.report, form, Style(width=DEFAULT_WIDTH))
    except OurFault as fault:
        return "", [f"{outcome.project}: {fault}"]
    return text, [f"{outcome.project}: {fault}" for fault in faults]
