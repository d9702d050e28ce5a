"""Commands called in this process, as they are typed, and what another process needs to import the same code."""

import os
from pathlib import Path

from sociable.cli import app, console
from sociable.cli.commands import run_call
from sociable.cli.fast_options import parse

OUR_CODE = os.pathsep.join(str(Path(file).parents[up]) for file, up in ((console.__file__, 2), (__file__, 1)))
"""PYTHONPATH for a process that tests the code that this one tests."""


def called(*arguments: str) -> int:
    """Run a command, such as ``rules list``, and return its exit code."""
    return console.guarded(_run, [*arguments[0].split(), *arguments[1:]])


def _run(arguments: list[str]) -> int:
    parsed = parse(arguments)
    return app.run(arguments) if parsed is None else run_call(*parsed)
