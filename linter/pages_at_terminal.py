"""Rule pages at the terminal: list them, show one, run their tests."""

import os
import sys

from linter import resources
from linter.console import CLEAN, DEFAULT_WIDTH, FOUND, complain, wants_colour, width
from linter.findings import READING_RULES, SEVERITIES
from linter.language.rulebook import PageRule, load
from linter.suggestions import did_you_mean


def rule_names(incomplete: str = "") -> list[str]:
    """Names for shell completion."""
    return [page.rule.name for page in _pages() if page.rule.name.startswith(incomplete)]


def _pages() -> tuple[PageRule, ...]:
    return load(resources.folder("rules")).rules


def explain(name: str) -> int:
    """Print the page of a rule: drawn on a terminal, as Markdown into a pipe."""
    if name in READING_RULES:
        sys.stdout.write(f"{name}: {READING_RULES[name]}\n")
        return CLEAN
    pages = {page.rule.name: page for page in _pages()}
    if name not in pages:
        hint = did_you_mean(name, [*pages, *READING_RULES]) or "`sociable rules list` shows them all."
        return complain(f"there is no rule `{name}`. {hint}")
    with open(pages[name].path, encoding="utf-8") as file:
        text = file.read()
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.markdown import Markdown

        Console(width=min(width(sys.stdout), DEFAULT_WIDTH), no_color=not wants_colour(sys.stdout)).print(
            Markdown(text)
        )
    else:
        sys.stdout.write(text)
    return CLEAN


def list_rules() -> int:
    """Print one line for each rule, by category."""
    pages = _pages()
    longest = max(len(page.rule.name) for page in pages)
    widest = max(len(_severities(page)) for page in pages)
    category = ""
    for page in sorted(pages, key=lambda each: (each.category, each.rule.name)):
        if page.category != category:
            category = page.category
            sys.stdout.write(f"{category}\n")
        only = f" (only in {', '.join(page.rule.profiles)})" if page.rule.profiles else ""
        sys.stdout.write(f"  {page.rule.name:<{longest}}  {_severities(page):<{widest}}  {page.title}{only}\n")
    return CLEAN


def _severities(page: PageRule) -> str:
    """The severities a rule can have, gravest first."""
    levels = {line.level for line in page.rule.severities}
    return "/".join(sorted(levels, key=SEVERITIES.index, reverse=True))


def run_tests(folders: list[str]) -> int:
    """Run the tests of each folder's pages; the exit code says whether all passed."""
    from linter.rule_tests import test_folder

    pages = failed = 0
    for folder in folders or [resources.folder("rules")]:
        if not os.path.isdir(folder):
            return complain(f"{folder} is not a folder of rule pages")
        for result in test_folder(folder):
            pages += 1
            failed += bool(result.failures)
            mark = "FAILED" if result.failures else "ok"
            needed, clauses = result.clauses
            sys.stdout.write(
                f"{result.name}: {mark} ({result.examples} examples, {needed} of {clauses} clauses needed)\n"
            )
            for failure in result.failures:
                where = f"{os.path.relpath(failure.span.path)}:{failure.span.line}:{failure.span.column}"
                sys.stdout.write(f"  {where}: {failure.message}. {failure.advice}".rstrip() + "\n")
    sys.stdout.write(f"{pages} pages, {failed} failed\n")
    return FOUND if failed or not pages else CLEAN
