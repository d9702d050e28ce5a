"""`sociable check`."""

import gc
import os
import sys
from time import gmtime, strftime
from typing import Any, NamedTuple

from sociable.cli.console import CLEAN, FOUND, NOTHING, complain, complain_of, quiet_pipe, wants_colour, width
from sociable.cli.read_paths import inputs
from sociable.findings.finding import SEVERITIES
from sociable.findings.report import Report
from sociable.vocabulary.values import DEFAULT_PROFILE


class CheckCall(NamedTuple):
    """What `sociable check` was asked for."""

    paths: tuple[str, ...] = (".",)
    form: str = "text"
    fail_on: str = "warning"
    verbose: bool = False
    project: str | None = None
    allow_nothing: bool = False
    stdin_filename: str = "stdin.yml"
    profile: str = DEFAULT_PROFILE
    rules: tuple[str, ...] = ()
    why: bool = False
    today: str = ""


def run_check(options: CheckCall) -> int:
    """Check, print the report to stdout, and say how it went."""
    from sociable.errors import BrokenRules, NoSuchPath
    from sociable.pipeline import Request, check
    from sociable.rulebook.page_files import NoRulePages

    gc.disable()  # what is read lives until the process ends: looking for rubbish among it only takes time
    paths, stdin = inputs(options.paths, options.stdin_filename)
    progress = _Progress() if sys.stderr.isatty() else None
    try:
        today = options.today or strftime("%Y-%m-%d", gmtime())
        request = Request(paths, stdin, options.project, options.profile, options.rules, options.why, today)
        report = check(request, progress)
    except (NoSuchPath, NoRulePages) as error:
        return complain(str(error))
    except BrokenRules as error:
        return complain_of(error.problems)
    finally:
        if progress is not None:
            progress.stop()
    with quiet_pipe():
        _print(report, options)
    return _exit_code(report, options)


def _print(report: Report, options: CheckCall) -> None:
    from sociable.output.formats import write

    out = sys.stdout
    colour = wants_colour(out)
    links = colour and os.environ.get("TERM") != "linux"  # the console of Linux itself prints what it does not know
    write(report, out, options.form, colour=colour, width=width(out), verbose=options.verbose, links=links)
    out.flush()


def _exit_code(report: Report, options: CheckCall) -> int:
    if not report.files and not report.findings:
        return CLEAN if options.allow_nothing else NOTHING
    gravest = max((SEVERITIES.index(finding.severity) for finding in report.findings), default=-1)
    return FOUND if gravest >= SEVERITIES.index(options.fail_on) else CLEAN


class _Progress:
    """A bar on stderr once a run takes longer than people like to wait."""

    PATIENCE = 1.0
    """Seconds."""

    def __init__(self) -> None:
        from time import monotonic

        self.clock = monotonic
        self.began = monotonic()
        self.bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        if self.bar is None:
            if self.clock() - self.began < self.PATIENCE:
                return
            from rich.console import Console
            from rich.progress import Progress

            self.bar = Progress(console=Console(stderr=True), transient=True)
            self.task = self.bar.add_task("Reading", total=total)
            self.bar.start()
        self.bar.update(self.task, completed=done)

    def stop(self) -> None:
        """Take the bar away."""
        if self.bar is not None:
            self.bar.stop()
