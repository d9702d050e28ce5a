"""What `check` calls a loop goes on when it is played, and what goes on when it is played is called a loop."""

from collections import Counter

import pytest
from sociable.vocabulary.loop_words import VERDICTS

from tests.metamorphic.agreement import BRAKES, compared

SEEDS = range(400)
"""As many as the gate has time for; `make agreement` tries 10,000."""

COMPARED = {seed: compared(seed) for seed in SEEDS}


@pytest.mark.parametrize("seed", SEEDS)
def test_check_and_rehearse_agree(seed: int) -> None:
    assert COMPARED[seed][2] == []


def test_each_brake_and_each_verdict_is_there_in_one_setup_of_a_hundred() -> None:
    found: Counter[str] = Counter()
    for brakes, verdicts, _ in COMPARED.values():
        found.update(brakes | verdicts)
    rare = {name: found[name] for name in (*BRAKES, *VERDICTS) if found[name] < len(SEEDS) / 100}
    assert rare == {}
