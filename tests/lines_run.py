"""How often each line of ours runs: what grows with the square of its input shows in few runs, and without a clock."""

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_run(work: Callable[[], object]) -> Counter[tuple[str, int]]:
    """How often each line of ours runs while something is done, each round of a loop for itself."""
    counts: Counter[tuple[str, int]] = Counter()

    def local(frame: FrameType, event: str, _: object) -> Any:
        if event == "line":
            counts[frame.f_code.co_filename, frame.f_lineno] += 1
        return local

    def entered(frame: FrameType, _: str, __: object) -> Any:
        return local if "sociable" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        work()
    finally:
        sys.settrace(before)
    return counts


def grown(small: Counter[tuple[str, int]], large: Counter[tuple[str, int]], most: int) -> list[tuple[str, int]]:
    """The lines that run more than ``most`` times, and more than three times as often for twice the input."""
    return [line for line, count in large.items() if count > most and count > 3 * small[line]]
