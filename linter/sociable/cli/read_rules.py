"""Rule pages that a command was given, with the built-in ones."""

from collections.abc import Iterable

from sociable.errors import BrokenRules
from sociable.findings.finding import Citation
from sociable.rulebook.applicability import in_words, last_seen
from sociable.rulebook.rulebook import Rulebook, with_built_in


def sound_rulebook(own: tuple[str, ...]) -> Rulebook:
    """All rules, own ones included. Raises ``NoRulePages``, and ``BrokenRules`` if they cannot be used."""
    book = with_built_in(own)
    if book.problems:
        raise BrokenRules(book.problems)
    return book


def when_checked(citations: Iterable[Citation]) -> str:
    """One line, or nothing where no source says when it was seen."""
    seen = last_seen(citations)
    return f"Sources last checked on {in_words(seen)}.\n" if seen is not None else ""
