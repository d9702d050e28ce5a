"""`sociable baseline prune`."""

import sys

from sociable.cli.baselines import BaselineCall, found
from sociable.cli.console import CLEAN, writing
from sociable.text.wording import counted


class BaselinePruneCall(BaselineCall):
    """What `sociable baseline prune` was asked for."""


def run(call: BaselinePruneCall) -> int:
    """Take out of the baseline what is not found any more."""
    from sociable.review.baseline import found_no_more, read_baseline, write_baseline

    now = found(call)
    before = read_baseline(now.path)
    stale = found_no_more(before, now.entries, now.former)
    still = [entry for entry in before if entry.fingerprint not in stale]
    with writing(now.path):
        write_baseline(now.path, still)
    gone = counted(len(before) - len(still), "finding")
    sys.stdout.write(f"Took out {gone}; the baseline holds {counted(len(still), 'finding')}.\n")
    return CLEAN
