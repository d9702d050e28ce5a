"""Whether a text tells people by which word they end it."""

import re
from functools import cache, lru_cache

from sociable.facts.facts import AutomationFacts
from sociable.text.word_patterns import either
from sociable.vocabulary.detail_words import ASKED_TO_WRITE, ENDING_WORDS, ENDS_IT_THEN

_OPENS, _CLOSES = "[\"'“„«]?", "[\"'”“»]?"


@lru_cache(maxsize=8)
def promised_end(automation: AutomationFacts) -> str:
    """The word of which its own texts say that it ends it; empty if they say that of none."""
    for step in automation.steps:
        if step.audience == "inward" or step.model.text is None:
            continue
        for part in step.model.text.parts:
            if isinstance(part, str) and (found := _promise().search(part)):
                return found["asked"] or found["said"]
    return ""


@cache
def _promise() -> re.Pattern[str]:
    """``Reply STOP``, ``STOP ends these messages``; ``to end`` alone is no such word."""
    verbs, words, then = map(either, (ASKED_TO_WRITE, ENDING_WORDS, ENDS_IT_THEN))
    asked = rf"(?i:\b(?:{verbs})\s+(?:the word )?{_OPENS}(?P<asked>{words}))\b"
    said = rf"\b(?P<said>{either(map(str.upper, ENDING_WORDS))})\b{_CLOSES}\s+(?i:{then})\b"
    return re.compile(f"{asked}|{said}")
