"""The `sociable` command. Typer is imported only for calls that have something for it to parse."""

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    from sociable.cli.console import guarded

    status = guarded(_run, sys.argv[1:])
    gc.freeze()  # the system takes the memory back at once; the interpreter would first look through all of it
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    # A plain `check PATHS` has nothing to parse, and importing Typer takes as long as such a check.
    match arguments:
        case ["--version"]:
            from sociable.version import __version__

            print(f"sociable {__version__}")  # noqa: T201 - this is the command's output
            return 0
        case ["check", *paths] if not any(path.startswith("-") for path in paths):
            from sociable.cli.commands.check import CheckCall, run_check

            return run_check(CheckCall(paths=tuple(paths) or (".",)))
    from sociable.cli.app import run

    return run(arguments)


if __name__ == "__main__":
    main()
