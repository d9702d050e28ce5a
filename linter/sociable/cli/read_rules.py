"""Rule pages that a command was given, with the built-in ones."""

from collections.abc import Iterable

from sociable.errors import BadConfig, BrokenRules, NoSuchPath, NoSuchRule
from sociable.records.static import TYPE_CHECKING
from sociable.rulebook.chosen import LIST_OF_RULES
from sociable.rulebook.rulebook import Rulebook, with_built_in
from sociable.text.suggest import did_you_mean

if TYPE_CHECKING:
    from sociable.sources.basis import Basis


def sound_rulebook(own: tuple[str, ...]) -> Rulebook:
    """All rules, own ones included. Raises ``NoRulePages``, and ``BrokenRules`` if they cannot be used."""
    book = with_built_in(own)
    if book.problems:
        raise BrokenRules(book.problems)
    return book


def rulebook_in_reach(own: tuple[str, ...]) -> Rulebook:
    """All rules, with those that a call names, or else the configuration around this folder.

    A configuration that cannot be read names none, nor does a folder that is gone: looking things up has to go on.
    Raises as ``sound_rulebook``.
    """
    from sociable.pipeline import Request, settings

    try:
        return sound_rulebook(settings(Request((), rules=own or None)).rules)
    except (BadConfig, NoSuchPath):
        return sound_rulebook(own)


def rules_called(name: str) -> tuple[str, ...]:
    """The rules in reach that are called so, or were once. Raises ``NoSuchRule``."""
    from sociable.rulebook.former_names import former_names, of_today

    pages = rulebook_in_reach(()).rules
    known = [page.name for page in pages]
    names = of_today((name,), former_names(pages))
    if not set(names) <= set(known):
        raise NoSuchRule(f"there is no rule `{name}`. {did_you_mean(name, known) or LIST_OF_RULES}")
    return names


def rules_by_fact() -> dict[str, list[tuple[str, "Basis"]]]:
    """The rules in reach that rest on each fact, with the line of their page that says so."""
    from sociable.sources.basis import basis_of

    found: dict[str, list[tuple[str, Basis]]] = {}
    for page in rulebook_in_reach(()).rules:
        for basis in basis_of(page.sources):
            found.setdefault(basis.fact, []).append((page.name, basis))
    return found


def rules_by_kind() -> dict[str, list[str]]:
    """The rules in reach that ask for each kind of thing: what is measured by figures is of a kind of its own."""
    from sociable.language.ast import Binding

    found: dict[str, list[str]] = {}
    for page in rulebook_in_reach(()).rules:
        for kind in {each.kind for each in page.rule.bindings if isinstance(each, Binding)}:
            found.setdefault(kind, []).append(page.name)
    return found


def when_checked(sources: Iterable[str]) -> str:
    """One line on the fact that was looked at longest ago, or nothing where none is named."""
    from sociable.sources.basis import basis_of
    from sociable.sources.dates import in_words
    from sociable.sources.library import library

    facts = library().facts
    seen = min((facts[each.fact].seen for each in basis_of(tuple(sources)) if each.fact in facts), default="")
    return f"Sources last checked on {in_words(seen)}.\n" if seen else ""
