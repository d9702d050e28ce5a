"""Files that are broken anyhow: each is judged or refused, and no mistake of ours shows. ``make fuzz`` goes further."""

import os
import random
from pathlib import Path

import pytest
from sociable.pipeline import Request, check

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(
    path for path in (ROOT / "tests" / "readers").rglob("*") if path.suffix in (".yml", ".yaml", ".json", ".csv")
)
SAMPLES += sorted((ROOT / "examples").rglob("*.yml"))
BITS = (
    *(
        b"&a ",
        b"*a",
        b"<<: ",
        b"!!str ",
        b"---\n",
        b"\t",
        b"\r",
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"{",
        b"}",
        b"[",
        b"]",
    ),
    *(
        b": ",
        b"- ",
        b"|\n",
        b"'",
        b'"',
        b"#",
        b"? ",
        b"\xe2\x80\xa8",
        b",",
        b"0",
        b"\\",
        b"\\" * 60,
        b" " * 60,
        b"{{",
        b"}}",
    ),
    *(
        b"sociable: 1\n",
        b"per ",
        b"\xed\xa0\x80",
        b"null",
        b"[[[[",
        b"-1",
        b"1e999",
        b"\\ud800",
        b"when: ",
        b"if: not not ",
    ),
)
ROUNDS = int(os.environ.get("SOCIABLE_MUTATIONS", "150"))
SEED = int(os.environ.get("SOCIABLE_SEED", "1"))


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A few cuts, repetitions and insertions at places by chance."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.randint(0, 40))
        middle = (b"", data[start:end] * 2, chance.choice(BITS), data[start:end] + chance.choice(BITS))
        data = data[:start] + chance.choice(middle) + data[end:]
    return data


def test_samples_are_there() -> None:
    assert len(SAMPLES) > 20


@pytest.mark.parametrize("number", range(ROUNDS))
def test_no_mistake_of_ours_shows(number: int) -> None:
    chance = random.Random(SEED * 1_000_003 + number)  # noqa: S311 - nothing is kept secret by it
    sample = chance.choice(SAMPLES)
    data = mutated(sample.read_bytes()[:20_000], chance)
    report = check(Request((), (f"a{sample.suffix}", data)))
    assert report.faults == ()
