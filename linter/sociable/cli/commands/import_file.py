"""`sociable import`."""

import sys

from sociable.cli.console import CLEAN, complain, complain_of, quiet_pipe
from sociable.cli.read_paths import inputs


def import_file(path: str) -> int:
    """Print what is understood of a file of another tool as an automation file of our own; say how it went."""
    from sociable.errors import NoSuchPath
    from sociable.output.automation_yaml import write
    from sociable.project.load import load

    paths, stdin = inputs((path,), "stdin.json")
    try:
        project = load(paths, stdin=stdin)
    except NoSuchPath as error:
        return complain(str(error))
    if project.problems:
        return complain_of(project.problems)
    if not project.coverage:
        return complain(
            f"{path} is nothing that another tool wrote, as far as sociable knows: docs/importers.md lists them"
        )
    (read, *_) = project.coverage.values()
    with quiet_pipe():
        for line in write(project.setup, read.read_as):
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return CLEAN
