"""Rules that were renamed, merged or split, and by what names they are found now: old names go on working."""

from collections.abc import Iterable, Mapping

from sociable.rulebook.page_files import PageRule

FormerNames = Mapping[str, tuple[str, ...]]
"""For each name that a rule had once, the rules that say today what it said."""


def former_names(pages: Iterable[PageRule]) -> FormerNames:
    """What the pages say of it."""
    found: dict[str, tuple[str, ...]] = {}
    for page in pages:
        for name in page.heading.formerly:
            found[name] = (*found.get(name, ()), page.name)
    return found


def of_today(names: Iterable[str], former: FormerNames) -> tuple[str, ...]:
    """The names that rules have today, whatever they were once called, each once."""
    return tuple(dict.fromkeys(now for name in names for now in former.get(name, (name,))))
