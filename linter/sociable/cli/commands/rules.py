"""Rule pages at the terminal: list them, show one, run their tests."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sociable.cli.console import CLEAN, FAILED, FOUND, complain, complain_of
from sociable.files import package_data
from sociable.rulebook.applicability import applies_on, severities
from sociable.rulebook.page_files import NoRulePages, own_page_paths
from sociable.rulebook.rulebook import Rulebook, with_built_in
from sociable.text.safe import one_line
from sociable.text.wording import counted

if TYPE_CHECKING:
    from sociable.authoring.page_tests import PageResult


def sound_rulebook(own: tuple[str, ...]) -> Rulebook | None:
    """All rules, own ones included; says what is wrong with them and returns nothing if they cannot be used."""
    try:
        book = with_built_in(own)
    except NoRulePages as error:
        complain(str(error))
        return None
    complain_of(book.problems)
    return None if book.problems else book


def list_rules(own: tuple[str, ...] = (), platform: str = "") -> int:
    """Print one line for each rule, by category; with a platform, those that apply there and how grave they are."""
    from sociable.rulebook.categories import CATEGORIES, by_category

    book = sound_rulebook(own)
    if book is None:
        return FAILED
    pages = [page for page in book.rules if not platform or applies_on(page.rule, platform)]
    longest = max(len(page.rule.name) for page in pages)
    levels = {page.rule.name: "/".join(severities(page.rule, platform or None)) for page in pages}
    widest = max(map(len, levels.values()))
    for category, members in by_category(pages):
        about = CATEGORIES.get(category, "")
        sys.stdout.write(f"{one_line(category)}{f': {about}' if about else ''}\n")
        for page in members:
            only = f" (only in {', '.join(page.rule.profiles)})" if page.rule.profiles else ""
            title = one_line(page.title)
            sys.stdout.write(f"  {page.rule.name:<{longest}}  {levels[page.rule.name]:<{widest}}  {title}{only}\n")
        sys.stdout.write("\n")
    sys.stdout.write(when_checked(line for page in pages for line in page.sources))
    sys.stdout.write(f"{counted(len(pages), 'rule')}. `sociable explain NAME` shows the page of one.\n")
    return CLEAN


def when_checked(sources: Iterable[str]) -> str:
    """One line on the fact that was looked at longest ago, or nothing where none is named."""
    from sociable.sources.basis import basis_of
    from sociable.sources.dates import in_words
    from sociable.sources.library import library

    facts = library().facts
    seen = min((facts[each.fact].seen for each in basis_of(tuple(sources)) if each.fact in facts), default="")
    return f"Sources last checked on {in_words(seen)}.\n" if seen else ""


def run_tests(folders: list[str]) -> int:
    """Run the tests of each folder's pages; the exit code says whether all passed."""
    from sociable.authoring.page_tests import PageResult, beside_own, page_results

    built_in = package_data.folder("rules")
    results: list[PageResult] = []
    beside = None
    for folder in folders or [built_in]:
        try:
            own_page_paths(folder)
        except NoRulePages as error:
            return complain(str(error))
        if not os.path.samefile(folder, built_in):
            beside = beside or beside_own(built_in)
        for result in page_results(folder, None if os.path.samefile(folder, built_in) else beside):
            results.append(result)
            sys.stdout.write(_told(result))
    failed = sum(bool(result.failures) for result in results)
    sys.stdout.write(f"{counted(len(results), 'page')}, {failed} failed\n")
    return FOUND if failed else CLEAN


def _told(result: "PageResult") -> str:
    """How a page did, and below it what is wrong with it."""
    from sociable.rulebook.pages import UNFINISHED

    unfinished = all(failure.rule == UNFINISHED for failure in result.failures)
    mark = "ok" if not result.failures else "UNFINISHED" if unfinished else "FAILED"
    needed, clauses = result.clauses
    known = f", {counted(result.gaps, 'known gap')}" if result.gaps else ""
    ran = f"{counted(result.examples, 'example')}, {needed} of {counted(clauses, 'clause')} needed{known}"
    lines = [f"{result.name}: {mark} ({ran})"]
    for failure in result.failures:
        where = f"{os.path.relpath(failure.span.path)}:{failure.span.line}:{failure.span.column}"
        lines.append(f"{where}: {failure.message}. {failure.advice}".rstrip())
    return "\n  ".join(map(one_line, lines)) + "\n"
