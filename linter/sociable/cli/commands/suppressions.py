"""`sociable suppressions`."""

import sys

from sociable.cli.chosen_day import chosen_day
from sociable.cli.console import CLEAN, complain_of_faults, quiet_pipe, style_for
from sociable.records.record import Record


class SuppressionsCall(Record):
    """What `sociable suppressions` was asked for."""

    paths: tuple[str, ...]
    form: str
    own_rules: tuple[str, ...]
    preview: bool
    config: str
    isolated: bool
    today: str


def run(call: SuppressionsCall) -> int:
    """Print the register; the exit code says nothing of it, as a check does."""
    from sociable.output.formats import write
    from sociable.pipeline import Request, checked

    request = Request(
        call.paths,
        rules=call.own_rules or None,
        preview=call.preview or None,
        today=chosen_day(call.today),
        config=call.config,
        isolated=call.isolated,
    )
    projects = checked(request)
    register = [each for project in projects if project.reviewed for each in project.reviewed.register]
    register.sort(key=lambda each: (each.span.path, each.span.start))
    faults = [fault for each in projects for fault in each.report.faults]
    with quiet_pipe():
        faults += write("register", register, sys.stdout, call.form, style_for(sys.stdout))
        sys.stdout.flush()
    return complain_of_faults(dict.fromkeys(faults)) if faults else CLEAN
