"""How time and memory grow with each shape of `shapes.py`: `make growth`, or `growth.py SHAPE ...` for some of them.

A shape is checked at a size that takes a while and at four times that. The exponent is that of processor time over
bytes, less what a check of nearly nothing takes: 1 is linear. A shape is over its bar above 1.2, or where the larger
run takes more memory than 30 MiB and 60 bytes for each byte of text. Exit code 1 if one is.
"""

import argparse
import os
import resource
import sys
import tempfile
from math import log
from subprocess import DEVNULL, Popen, run
from typing import NamedTuple

import shapes  # type: ignore[import-not-found]

_SOCIABLE = os.path.join(os.path.dirname(sys.executable), "sociable")
_FACTOR = 4
_WHILE = 0.25
"""Seconds below which a time says nothing."""
_MOST_BYTES = 900_000
"""A quarter of what one file may hold."""
_EXPONENT = 1.2
_LONGEST = 60
_UNKEPT = ("--no-cache",)
"""Of two checks of the same files the second would only tell what the first found."""


class Run(NamedTuple):
    """One check: bytes of text, seconds of processor time, MiB of memory at its peak, whether it came to its end."""

    size: int
    seconds: float
    memory: float
    ended: bool


def check(command: list[str], name: str, number: int, runs: int = 2) -> Run:
    """The quicker of two checks of a shape."""
    with tempfile.TemporaryDirectory() as top:
        folder = os.path.join(top, "setup")
        size = shapes.write(name, number, folder)
        shape = shapes.SHAPES[name]
        for each in shape.before:
            run([*command, *each], cwd=folder, stdout=DEVNULL, check=False)
        called = (shape.command, *(_UNKEPT if shape.command == "check" else ()), *shape.arguments)
        return min(
            (_once([*command, *called], folder, size) for _ in range(runs)),
            key=lambda each: each.seconds,
        )


def _once(command: list[str], folder: str, size: int) -> Run:
    process = Popen(command, cwd=folder, stdout=DEVNULL, stderr=DEVNULL, preexec_fn=_bounded)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(size, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode in (0, 1))


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_LONGEST, _LONGEST + 1))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


def measured(command: list[str], name: str, start_up: float) -> bool:
    """Measures and prints one shape: whether it keeps to its bar."""
    number, most = shapes.SHAPES[name].size, shapes.SHAPES[name].most
    small = check(command, name, number)
    while small.ended and small.seconds - start_up < _WHILE and small.size < _MOST_BYTES and number * 2 <= most:
        number *= 2
        small = check(command, name, number)
    large = check(command, name, number * _FACTOR)
    took = [max(each.seconds - start_up, 0.005) for each in (small, large)]
    exponent = log(took[1] / took[0]) / log(large.size / small.size)
    allowed = 30 + 60 * large.size / 2**20
    slow = exponent > _EXPONENT and took[1] > _WHILE / 2
    kept = small.ended and large.ended and not slow and large.memory <= max(allowed, 60)
    columns = (f"{number:,}", f"{small.seconds:.2f} s", f"{large.seconds:.2f} s", f"{exponent:.2f}")
    memory = f"{large.memory:.0f} MiB of {allowed:.0f}"
    print(f"  {name:<20}", *(f"{each:>10}" for each in columns), f"{memory:>18}", "" if kept else "  OVER", flush=True)
    return kept


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shape", nargs="*", choices=[*shapes.SHAPES, []], help="all of them if none is named")
    parser.add_argument("--sociable", default=_SOCIABLE, help="the program to measure")
    asked = parser.parse_args()
    command = [asked.sociable]
    start_up = min(check(command, "same-ids", 1).seconds for _ in range(3))
    print(f"  {'shape':<20}", *(f"{each:>10}" for each in ("number", "time", "4 x", "exponent")), f"{'memory':>18}")
    over = [name for name in asked.shape or shapes.SHAPES if not measured(command, name, start_up)]
    print(f"over their bar: {', '.join(over) or 'none'}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
