"""Inputs that are broken anyhow: each is judged or refused, within bounds. ``make mutations`` goes further."""

import os
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
        ("resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\n    while True: pass", "ended by signal"),
    ],
)
def test_what_goes_wrong_is_seen(does: str, wrong: str) -> None:
    program = (
        "import os, resource\nfrom tools import mutations\n"
        f"def broken(arguments):\n    {does}\n    return 0\n"
        "mutations._call = broken\nprint(*mutations.failures('files', 1, [0]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": OUR_CODE},
        capture_output=True,
        text=True,
        check=False,
    )
    assert wrong in done.stdout, done.stderr
