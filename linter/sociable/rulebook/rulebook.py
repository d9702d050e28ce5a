"""A folder of pages to the rules that run, parsed beforehand where possible.

``compiled.jsonl`` beside the pages holds each rule as a checked tree, with a checksum of the page and
of the shared page it was made from. A page that has changed since is parsed again, so what runs is
always what the page says; but a plain check neither parses Markdown nor imports Lark. In an installed package
nobody changes pages, so there they are not even read.
"""

import os
from collections.abc import Sequence
from functools import lru_cache

from sociable.files import package_data
from sociable.findings.problem import Problem
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING
from sociable.rulebook.compiled import Kept, Wants, checksum, written
from sociable.rulebook.page_files import (
    SHARED,
    Contents,
    PageRule,
    Said,
    contents,
    name_clash,
    own_page_paths,
    page_paths,
    page_text,
    read_bytes,
    rule_of_page,
    taken_names,
)

if TYPE_CHECKING:
    from sociable.language.scope import Shared


class Rulebook(Record):
    """The rules of a folder in order of their names, and what is wrong with pages that gave none."""

    rules: tuple[PageRule, ...]
    problems: tuple[Problem, ...]


def load(folder: str) -> Rulebook:
    """The rules of a folder; pages that are as ``compiled.jsonl`` knows them are not parsed again."""
    return made_of(contents(folder))


@lru_cache(maxsize=4)
def made_of(holds: Contents) -> Rulebook:
    """The rules of a folder that holds this; who loads one again and again, unchanged, gets the same."""
    kept = Kept(holds.compiled)
    if holds.pages is None:
        return Rulebook(tuple(sorted(kept.rules(holds.folder), key=lambda each: each.name)), ())
    rules: list[PageRule] = []
    problems: list[Problem] = []
    changed: list[tuple[str, str, bytes]] = []
    for category, path, data in holds.pages:
        rule = kept.rule(f"{category}/{os.path.basename(path)}", checksum(holds.shared, data), path, category)
        if rule is None:
            changed.append((category, path, data))
        else:
            rules.append(rule)
    if changed:
        from sociable.rulebook.cross_references import wrongly_named

        fresh, problems = _parse(holds.folder, holds.shared, changed)
        rules.extend(fresh)
        problems += wrongly_named(rules, [path for _, path, _ in holds.pages])
    return Rulebook(tuple(sorted(rules, key=lambda each: each.name)), tuple(problems))


def with_own(book: Rulebook, folder: str, own: Sequence[str]) -> Rulebook:
    """The rules of a folder and of a project's own folders, whose pages may use what those of the first share.

    Own pages are parsed each time, whatever lies beside them. Raises ``NoRulePages``.
    """
    from sociable.rulebook.cross_references import wrongly_named
    from sociable.rulebook.pages import read_shared
    from sociable.text.source import Source

    base, _ = read_shared(os.path.join(folder, SHARED), page_text(read_bytes(os.path.join(folder, SHARED))))
    rules, problems = list(book.rules), list(book.problems)
    names = taken_names(rules)
    paths: list[str] = []
    for each in own:
        pages = [(category, path, read_bytes(path)) for category, path in own_page_paths(each)]
        fresh, wrong = _parse(each, read_bytes(os.path.join(each, SHARED)), pages, base)
        problems += wrong
        paths += (path for _, path, _ in pages)
        for page in fresh:
            if page.name in names:
                problems.append(name_clash(Source(page.path, page_text(read_bytes(page.path))), page.rule, names))
            names.setdefault(page.name, page.path)
        rules += fresh
    problems += wrongly_named(rules, paths, names)
    return Rulebook(tuple(sorted(rules, key=lambda each: each.name)), tuple(problems))


def compile_folder(folder: str, wants: Wants = lambda _: ()) -> str:
    """What ``compiled.jsonl`` holds; ``wants`` tells what a rule wants. Raises ``ValueError`` if a page is broken."""
    from sociable.rulebook.cross_references import wrongly_named

    shared = read_bytes(os.path.join(folder, SHARED))
    pages = [(category, path, read_bytes(path)) for category, path in page_paths(folder)]
    rules, problems = _parse(folder, shared, pages)
    problems += wrongly_named(rules, [path for _, path, _ in pages])
    if problems:
        raise ValueError("\n".join(f"{each.span}: {each.message}. {each.advice}" for each in problems))
    sums = {path: checksum(shared, data) for _, path, data in pages}
    kept = ((f"{each.category}/{os.path.basename(each.path)}", sums[each.path], each) for each in rules)
    return written(kept, wants)


def _parse(
    folder: str, shared_data: bytes, pages: list[tuple[str, str, bytes]], base: "Shared | None" = None
) -> tuple[list[PageRule], list[Problem]]:
    from sociable.rulebook.pages import NOTHING_SHARED, read_and_check, read_shared

    shared, problems = read_shared(os.path.join(folder, SHARED), page_text(shared_data), base or NOTHING_SHARED)
    rules = []
    for category, path, data in pages:
        page, rule, wrong = read_and_check(path, page_text(data), category, shared)
        problems.extend(wrong)
        if rule is not None:
            rules.append(rule_of_page(Said(rule, page.title, page.people_see, page.sources), path, category))
    return rules, problems


def with_built_in(own: tuple[str, ...] = ()) -> Rulebook:
    """The built-in rules and those of a project's own folders. Raises ``NoRulePages``."""
    folder = package_data.folder("rules")
    book = load(folder)
    return with_own(book, folder, own) if own else book
