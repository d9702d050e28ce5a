"""Whether the words that pick out a post are those of insults, threats or fraud, and so no opinion."""

import re
from collections.abc import Iterable, Iterator

from sociable.facts.awaited_words import words
from sociable.facts.claims import parts
from sociable.facts.facts import StepFacts
from sociable.facts.provenance import WORDS_OF_POSTS
from sociable.setup.model import Guard
from sociable.text.word_patterns import any_of
from sociable.vocabulary.abuse_words import ABUSE, LURES

_ADDRESS = re.compile(r"https?|://|^www\.|\b(?:t|wa)\.me\b|\bbit\.ly\b")
_WORD = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_]{2,})*")


def is_against_abuse(step: StepFacts) -> bool:
    """Whether a step only comes to what holds an insult, a threat, a lure or an address, as far as words decide."""
    model = step.automation.model
    guards = (*model.guards, *step.model.guards)
    groups = [*words(model, guards).needed, *_patterns(guards)]
    return any(all(map(_is_abuse, group)) for group in groups if group)


def _patterns(guards: Iterable[Guard]) -> Iterator[list[str]]:
    """The words in each pattern that a post has to match."""
    for guard in guards:
        for expression, holds in parts(guard.expression, True):
            if expression.op == "matches" and holds and expression.args[0].args in WORDS_OF_POSTS:
                (pattern,) = expression.args[1].args
                yield [str(pattern)] if _ADDRESS.search(str(pattern)) else _WORD.findall(str(pattern))


def _is_abuse(word: str) -> bool:
    without_numbers = re.sub(r"\d", "", word)
    return bool(_ADDRESS.search(word) or any_of((*ABUSE, *LURES)).search(without_numbers))
