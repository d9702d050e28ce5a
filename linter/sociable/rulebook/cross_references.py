"""Rules that name each other: whether those they name exist, and whether any comes back to itself."""

import os
from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter

from sociable.findings.problem import Problem
from sociable.language import ast
from sociable.language.parser import problem
from sociable.records.static import TYPE_CHECKING
from sociable.rulebook.page_files import page_text, read_bytes
from sociable.text.source import Source
from sociable.text.suggest import did_you_mean

if TYPE_CHECKING:
    from sociable.rulebook.page_files import PageRule


def wrongly_named(pages: Sequence["PageRule"], paths: Iterable[str], taken: Iterable[str] = ()) -> Iterator[Problem]:
    """What is wrong with the names after ``subsumes`` and ``beside``.

    ``paths`` are those of all pages: the rule of a page that cannot be read is not unknown because of that.
    ``taken`` are the names of rules in other folders. A rule may stand beside a whole category.
    """
    from sociable.rulebook.categories import CATEGORIES

    rules = {*taken, *(page.name for page in pages), *map(_named_by, paths)}
    known = {*rules, *CATEGORIES, *(page.category for page in pages)}
    for page in pages:
        for other in page.rule.subsumes:
            if other.name not in rules:
                yield _at(page, other, f"`{other.name}` is no rule", did_you_mean(other.name, rules))
        for other in (other for each in page.rule.beside for other in each.rules):
            if other.name not in known:
                advice = did_you_mean(other.name, known)
                yield _at(page, other, f"`{other.name}` is no rule and no category", advice)
        for name in page.heading.formerly:
            if name in rules:
                yield _at(page, page.rule, f"`{name}` is the name of a rule now", "An old name has to be free.")
    yield from _circles({page.name: page for page in pages})


def _circles(pages: dict[str, "PageRule"]) -> Iterator[Problem]:
    """The first circle of rules that subsume each other, at the name that closes it."""
    subsumed = {name: {other.name for other in page.rule.subsumes} for name, page in pages.items()}
    try:
        TopologicalSorter(subsumed).prepare()
    except CycleError as error:
        *others, last, first = error.args[1][::-1]
        page = pages[last]
        closing = next(other for other in page.rule.subsumes if other.name == first)
        way = " and ".join(f"`{name}`" for name in [*others[1:], last]) or f"`{last}`"
        yield _at(page, closing, f"`{first}` subsumes itself by way of {way}", "Take one of these names out.")


def _named_by(path: str) -> str:
    return os.path.basename(path).removesuffix(".md")


def _at(page: "PageRule", other: ast.Other | ast.Rule, message: str, advice: str) -> Problem:
    return problem(Source(page.path, page_text(read_bytes(page.path))), other.at, other.end, message, advice)
