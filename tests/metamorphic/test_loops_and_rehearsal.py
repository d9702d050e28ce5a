"""What `check` calls a loop goes on when it is played, and what goes on when it is played is called a loop."""

from collections import Counter

from sociable.vocabulary.loop_words import VERDICTS

from tests.metamorphic.agreement import BRAKES, compared

SEEDS = range(400)
"""As many as the gate has time for; `make agreement` tries 10,000."""


def test_check_and_rehearse_agree_and_meet_each_brake_and_verdict_in_one_setup_of_a_hundred() -> None:
    found: Counter[str] = Counter()
    for seed in SEEDS:
        brakes, verdicts, differences = compared(seed)
        assert differences == [], f"seed {seed}"
        found.update(brakes | verdicts)
    rare = {name: found[name] for name in (*BRAKES, *VERDICTS) if found[name] < len(SEEDS) / 100}
    assert rare == {}
