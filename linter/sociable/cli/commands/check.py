"""`sociable check`."""

import sys
from typing import Any, NamedTuple

from sociable.cli.chosen_day import chosen_day
from sociable.cli.console import CLEAN, FOUND, NOTHING, BadCall, complain_of_faults, quiet_pipe, style_for
from sociable.cli.read_paths import inputs
from sociable.findings.finding import SEVERITIES
from sociable.findings.report import Coverage, Report


class CheckCall(NamedTuple):
    """What `sociable check` was asked for."""

    paths: tuple[str, ...]
    form: str
    fail_on: str
    profile: str | None
    project: str | None
    allow_nothing: bool
    stdin_filename: str
    verbose: bool
    own_rules: tuple[str, ...]
    why: bool
    min_coverage: str
    today: str
    why_not: str | None


def run(call: CheckCall) -> int:
    """Check, print the report to stdout, and say how it went; or say why a rule says nothing."""
    if call.why_not is not None:
        from sociable.cli.why_not import WhyNotCall, tell_why_not

        shared = {name: getattr(call, name) for name in WhyNotCall._fields if name != "asked"}
        return tell_why_not(WhyNotCall(call.why_not, **shared))
    least = _percent(call.min_coverage)
    from sociable.output.formats import write
    from sociable.pipeline import Request, check

    paths, stdin = inputs(call.paths, call.stdin_filename)
    progress = _Progress() if sys.stderr.isatty() else None
    try:
        own, today = call.own_rules or None, chosen_day(call.today)
        request = Request(paths, stdin, call.project, call.profile, own, call.why, today)
        report = check(request, progress)
    finally:
        if progress is not None:
            progress.stop()
    faults = report.faults
    with quiet_pipe():
        faults += write("report", report, sys.stdout, call.form, style_for(sys.stdout, verbose=call.verbose))
        sys.stdout.flush()
    if faults:
        return complain_of_faults(faults)
    return _exit_code(report, call, least)


def _exit_code(report: Report, call: CheckCall, least: int) -> int:
    if not report.files and not report.findings:
        return CLEAN if call.allow_nothing else NOTHING
    if any(_share(coverage) < least for coverage in report.coverage.values()):
        return FOUND
    gravest = max((SEVERITIES.index(finding.severity) for finding in report.findings), default=-1)
    return FOUND if gravest >= SEVERITIES.index(call.fail_on) else CLEAN


def _percent(text: str) -> int:
    number = text.strip().removesuffix("%").strip()
    if not number.isdecimal() or len(number) > 3 or int(number) > 100:
        raise BadCall(f"`--min-coverage {text}` is no share: write a number from 0 to 100, such as 80%")
    return int(number)


def _share(coverage: Coverage) -> float:
    """How much of a file of another tool was understood, in per cent."""
    return 100 * coverage.understood / len(coverage.parts) if coverage.parts else 100


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
