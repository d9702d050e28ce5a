"""`sociable import`."""

import sys

from sociable.cli.console import CLEAN, BadCall, quiet_pipe
from sociable.cli.read_paths import inputs
from sociable.files.contents import shown
from sociable.records.record import Record


class ImportCall(Record):
    """What `sociable import` was asked for."""

    path: str
    read_as: str | None


def run(call: ImportCall) -> int:
    """Print what is understood of a file of another tool as an automation file of our own."""
    from sociable.output.automation_yaml import write
    from sociable.project.load import load

    paths, stdin = inputs((call.path,), "stdin.json")
    project = load(paths, stdin=stdin, read_as=call.read_as or "")
    for problem in project.problems:
        raise BadCall(f"{problem.span}: {problem.message}. {problem.advice}".rstrip())
    if not project.coverage:
        raise BadCall(
            f"{shown(call.path)} is nothing of another tool that sociable knows: docs/importers.md lists what is read"
        )
    (read, *_) = project.coverage.values()
    with quiet_pipe():
        for line in write(project.setup, read):
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return CLEAN
