"""Inputs that are broken anyhow: each is judged or refused, within bounds. ``make mutations`` goes further."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.calls import OUR_CODE

pytest.importorskip("resource", reason="bounds of time and memory are set by a module that only POSIX has")

from tools import mutations

ROOT = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("SOCIABLE_MUTATIONS", "150"))
SEED = int(os.environ.get("SOCIABLE_SEED", "1"))
A_BATCH = 25
"""Inputs that are tried one after the other: what they share is made ready once."""

FIRST = range(0, max(ROUNDS // len(mutations.TARGETS), 1), A_BATCH)


@pytest.mark.parametrize("target", mutations.TARGETS)
@pytest.mark.parametrize("first", FIRST)
def test_each_ends_as_it_should(target: str, first: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.mutations", target, str(SEED), str(first), str(A_BATCH)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": OUR_CODE},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == (f"{target}: {A_BATCH} tried, 0 failed (seed {SEED})\n", "")


@pytest.mark.parametrize("target", mutations.TARGETS)
def test_the_same_number_makes_the_same_input(target: str) -> None:
    inputs = [mutations.made(target, SEED, number) for number in range(20)]
    assert inputs == [mutations.made(target, SEED, number) for number in range(20)]
    assert inputs != [mutations.made(target, SEED + 1, number) for number in range(20)]


@pytest.mark.parametrize(
    ("does", "wrong"),
    [
        ("raise KeyError('x')", "internal error: KeyError"),
        ("os._exit(7)", "exit code 7"),
        ("os.kill(os.getpid(), 9)", "ended by signal 9"),
        ("print('\\x1b[31m')", "prints b'\\x1b'"),
        ("print('##vso[task.complete]')", "prints b'##vso['"),
        ("bytearray(400_000_000)", "MiB"),
        ("end = time.process_time() + 2.3\n    while time.process_time() < end: pass", "took longer than it may"),
    ],
)
def test_what_goes_wrong_is_seen(does: str, wrong: str) -> None:
    assert wrong in _told_of(does)


@pytest.mark.parametrize(
    ("bound", "does", "signals"),
    [("MOST_SECONDS", "while True: pass", "(9|24)"), ("PATIENCE", "time.sleep(60)", "14")],
)
def test_what_takes_too_long_is_ended(bound: str, does: str, signals: str) -> None:
    assert re.search(rf"ended by signal {signals} ", _told_of(does, f"mutations.{bound} = 1"))


def test_what_only_goes_wrong_after_others_is_told_as_that() -> None:
    told = _told_of("seen.append(0); assert len(seen) != 2", "seen = []", count=3)
    assert re.search(r"^files 1 1: .*: only after others: .*internal error: AssertionError", told)
    assert told.count("files 1 ") == 1


def test_after_what_goes_wrong_the_next_ones_are_tried() -> None:
    told = _told_of("if sys.argv.append(1) or len(sys.argv) % 2: os._exit(7)", count=4)
    assert re.findall(r"files 1 (\d): .*?exit code 7", told) == ["1", "3"]


def test_what_a_caller_once_had_hides_nothing() -> None:
    """The most memory of a process begins with that of the process that started it."""
    assert "MiB" in _told_of("bytearray(400_000_000)", caller_had=400_000_000)


def test_what_it_has_from_its_parent_is_not_counted() -> None:
    assert _told_of("pass", "large = bytearray(400_000_000)") == "\n"


CALLED_BY = "import subprocess, sys\nbytearray(int(sys.argv[1]))\nsubprocess.run([sys.executable, '-c', sys.argv[2]])"


def _told_of(does: str, before: str = "", caller_had: int = 0, count: int = 1) -> str:
    """What is told of an input with which we do this."""
    program = (
        "import os, sys, time\nfrom tools import mutations\n"
        f"def broken(arguments):\n    {does}\n    return 0\n"
        f"{before}\nmutations._call = broken\nprint(*mutations.failures('files', 1, range({count})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", CALLED_BY, str(caller_had), program],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": OUR_CODE},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout
