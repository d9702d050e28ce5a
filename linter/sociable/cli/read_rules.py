"""Rule pages that a command was given, with the built-in ones."""

from collections.abc import Iterable

from sociable.cli.console import complain, complain_of
from sociable.findings.finding import Citation
from sociable.rulebook.applicability import in_words, last_seen
from sociable.rulebook.page_files import NoRulePages
from sociable.rulebook.rulebook import Rulebook, with_built_in


def sound_rulebook(own: tuple[str, ...]) -> Rulebook | None:
    """All rules, own ones included; says what is wrong with them and returns nothing if they cannot be used."""
    try:
        book = with_built_in(own)
    except NoRulePages as error:
        complain(str(error))
        return None
    complain_of(book.problems)
    return None if book.problems else book


def when_checked(citations: Iterable[Citation]) -> str:
    """One line, or nothing where no source says when it was seen."""
    seen = last_seen(citations)
    return f"Sources last checked on {in_words(seen)}.\n" if seen is not None else ""
