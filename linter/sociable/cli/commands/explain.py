"""`sociable explain`."""

import sys

from sociable.cli.commands.rules import sound_rulebook, when_checked
from sociable.cli.console import CLEAN, DEFAULT_WIDTH, FAILED, complain, wants_colour, width
from sociable.findings.problem import READING_RULES
from sociable.rulebook.rulebook import with_built_in
from sociable.text.safe import visible
from sociable.text.suggest import did_you_mean


def rule_names(incomplete: str = "") -> list[str]:
    """Names for shell completion."""
    return [page.rule.name for page in with_built_in().rules if page.rule.name.startswith(incomplete)]


def explain(name: str, own: tuple[str, ...] = ()) -> int:
    """Print the page of a rule in reading order: drawn on a terminal, as Markdown into a pipe."""
    from sociable.rulebook.readable import readable

    if name in READING_RULES:
        sys.stdout.write(f"{name}: {READING_RULES[name]}\n")
        return CLEAN
    book = sound_rulebook(own)
    if book is None:
        return FAILED
    pages = {page.rule.name: page for page in book.rules}
    if name not in pages:
        hint = did_you_mean(name, [*pages, *READING_RULES]) or "`sociable rules list` shows them all."
        return complain(f"there is no rule `{name}`. {hint}")
    text = "\n".join(map(visible, readable(pages[name]).splitlines())) + "\n"
    if sys.stdout.isatty():
        from sociable.output.markdown import show

        show(text, sys.stdout, width=min(width(sys.stdout), DEFAULT_WIDTH), colour=wants_colour(sys.stdout))
    else:
        sys.stdout.write(text)
    checked = when_checked(pages[name].sources)
    sys.stdout.write(f"\n{checked}" if checked else "")
    return CLEAN
