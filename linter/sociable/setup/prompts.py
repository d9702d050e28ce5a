"""What a prompt asks a model to say of itself."""

import re
from functools import cache

from sociable.text.word_patterns import any_of, either, with_plain_apostrophes
from sociable.vocabulary.prompt_words import (
    HIDE,
    NEVER,
    OTHERWISE,
    PASS_FOR_A_PERSON,
    SAY,
    THAT,
    YOU_ARE_A_MACHINE,
)

_FURTHEST = 80
"""In characters: where a sentence begins to say what it says of a machine."""


def hides_machine(prompt: str) -> bool:
    """Whether a model is told to keep to itself that it is a machine, or to give itself out as a person."""
    prompt = with_plain_apostrophes(prompt)
    return any(
        _is_denied(before) if any_of(SAY).search(before) else any_of(HIDE).search(before) and not _is_denied(before)
        for before in _before(any_of(YOU_ARE_A_MACHINE), prompt)
    ) or any(not _is_denied(before) for before in _before(any_of(PASS_FOR_A_PERSON), prompt))


def _is_denied(clause: str) -> bool:
    return any_of(NEVER).search(clause) is not None


def _before(pattern: re.Pattern[str], prompt: str) -> list[str]:
    """What stands in the same clause before each place that the pattern finds."""
    found = (prompt[max(0, each.start() - _FURTHEST) : each.start()] for each in pattern.finditer(prompt))
    return [_clause_ends().split(each)[-1] for each in found]


@cache
def _clause_ends() -> re.Pattern[str]:
    """The end of a sentence, a comma unless before what is to be said, and words that turn to something else."""
    return re.compile(rf"[.!?:;\n]|,(?!\s*(?:{either(THAT)})\b)|\b(?:{either(OTHERWISE)})\b", re.IGNORECASE)
