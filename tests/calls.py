"""Commands called in this process, as they are typed."""

from sociable.cli.commands import run_call
from sociable.cli.fast_options import parse


def called(*arguments: str) -> int:
    """Run a command, such as ``rules list``, and return its exit code."""
    parsed = parse([*arguments[0].split(), *arguments[1:]])
    assert parsed is not None, arguments
    return run_call(*parsed)
