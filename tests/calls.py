"""Commands called in this process, as they are typed."""

from sociable.cli import app
from sociable.cli.commands import run_call
from sociable.cli.console import guarded
from sociable.cli.fast_options import parse


def called(*arguments: str) -> int:
    """Run a command, such as ``rules list``, and return its exit code."""
    return guarded(_run, [*arguments[0].split(), *arguments[1:]])


def _run(arguments: list[str]) -> int:
    parsed = parse(arguments)
    return app.run(arguments) if parsed is None else run_call(*parsed)
