"""Whether an export holds all that follows from a trigger, and nothing in it may be a way to a person of ours."""

import re
from collections.abc import Mapping

from sociable.readers.flow.parts import Part
from sociable.readers.flow.run import Run

_TAKES_OVER = re.compile(r"human(?!ize)|take_?over|hand_?off|live_?agent", re.IGNORECASE)
"""In a key of what a flow looks at: whether a person of ours has taken the talk over."""


def is_whole(run: Run, unsaid: Mapping[int, str]) -> bool:
    """Whether of nothing that a trigger sets off it is left open what it does, whom it reaches or who takes over."""
    parts = (run.parts[node] for node in run.order)
    return not unsaid and not any(part.reason or part.calls or _looks_for_a_person(part) for part in parts)


def _looks_for_a_person(part: Part) -> bool:
    """Whether a condition, or anything else that is read, is called by somebody who answers in our place."""
    return any(_TAKES_OVER.search(key) for ref in part.mentions for key in ref.path)
