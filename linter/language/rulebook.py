"""A folder of pages to the rules that run, parsed beforehand where possible.

``compiled.json`` beside the pages holds each rule as a checked tree, with a checksum of the page and
of the shared page it was made from. A page that has changed since is parsed again, so what runs is
always what the page says; but a plain check neither parses Markdown nor imports Lark.
"""

import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from linter.findings import READING_RULES, Citation, Problem
from linter.language import ast
from linter.language.codec import decode, encode
from linter.source import Source

if TYPE_CHECKING:
    from linter.language.checker import Shared

COMPILED = "compiled.json"
SHARED = "shared.md"


class NoRulePages(Exception):
    """A folder that should hold rule pages holds none."""


class PageRule(NamedTuple):
    """A checked rule with what its page says about it."""

    rule: ast.Rule
    path: str
    category: str
    title: str
    people_see: str
    citations: tuple[Citation, ...] = ()


class Rulebook(NamedTuple):
    """The rules of a folder in order of their names, and what is wrong with pages that gave none."""

    rules: tuple[PageRule, ...]
    problems: tuple[Problem, ...]


def page_paths(folder: str) -> list[tuple[str, str]]:
    """Category and path of each page, sorted."""
    found: list[tuple[str, str]] = []
    for category in sorted(os.listdir(folder)):
        inside = os.path.join(folder, category)
        if os.path.isdir(inside):
            pages = (os.path.join(inside, name) for name in sorted(os.listdir(inside)) if name.endswith(".md"))
            found.extend((category, path) for path in pages if os.path.isfile(path))
    return found


class Contents(NamedTuple):
    """The bytes a rulebook is made of: ``pages`` are triples of category, path and what stands there."""

    folder: str
    compiled: bytes
    shared: bytes
    pages: tuple[tuple[str, str, bytes], ...]


def contents(folder: str) -> Contents:
    """What a folder of pages holds now."""
    return Contents(
        folder,
        read_bytes(os.path.join(folder, COMPILED)),
        read_bytes(os.path.join(folder, SHARED)),
        tuple((category, path, read_bytes(path)) for category, path in page_paths(folder)),
    )


def load(folder: str) -> Rulebook:
    """The rules of a folder; pages that are as ``compiled.json`` knows them are not parsed again."""
    return made_of(contents(folder))


@lru_cache(maxsize=4)
def made_of(holds: Contents) -> Rulebook:
    """The rules of a folder that holds this; who loads one again and again, unchanged, gets the same."""
    compiled = _compiled(holds.compiled)
    rules: list[PageRule] = []
    problems: list[Problem] = []
    changed: list[tuple[str, str, bytes]] = []
    for category, path, data in holds.pages:
        entry = compiled.get(f"{category}/{os.path.basename(path)}")
        if entry is None or entry["checksum"] != checksum(holds.shared, data):
            changed.append((category, path, data))
        else:
            rules.append(_page_rule(entry, path, category))
    if changed:
        from linter.language.others import wrongly_named  # what is compiled was looked at then

        fresh, problems = _parse(holds.folder, holds.shared, changed)
        rules.extend(fresh)
        problems += wrongly_named(rules, [path for _, path, _ in holds.pages])
    return Rulebook(tuple(sorted(rules, key=lambda each: each.rule.name)), tuple(problems))


def with_own(book: Rulebook, folder: str, own: Sequence[str]) -> Rulebook:
    """The rules of a folder and of a project's own folders, whose pages may use what those of the first share.

    Own pages are parsed each time, whatever lies beside them. Raises ``NoRulePages``.
    """
    from linter.language.others import wrongly_named
    from linter.language.pages import read_shared
    from linter.source import Source

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
            if page.rule.name in names:
                problems.append(name_clash(Source(page.path, page_text(read_bytes(page.path))), page.rule, names))
            names.setdefault(page.rule.name, page.path)
        rules += fresh
    problems += wrongly_named(rules, paths, names)
    return Rulebook(tuple(sorted(rules, key=lambda each: each.rule.name)), tuple(problems))


def taken_names(rules: Iterable[PageRule]) -> dict[str, str]:
    """Names that no further rule may have, and what has them."""
    return {**dict.fromkeys(READING_RULES, "reading itself"), **{page.rule.name: page.path for page in rules}}


def name_clash(source: "Source", rule: ast.Rule, names: dict[str, str]) -> Problem:
    """A rule has a name that is taken."""
    from linter.language.parser import problem

    message = f"`{rule.name}` is already the name of a rule, in {names[rule.name]}"
    return problem(source, rule.at, rule.at + len(f"rule {rule.name}"), message, "Choose another one.")


def own_page_paths(folder: str) -> list[tuple[str, str]]:
    """The pages of a project's own folder: no rules at all would be a mistake. Raises ``NoRulePages``."""
    if not os.path.isdir(folder):
        raise NoRulePages(f"there is no folder {folder}")
    paths = page_paths(folder)
    stray = next((name for name in sorted(os.listdir(folder)) if _is_stray(folder, name)), "")
    if stray:
        page, better = os.path.join(folder, stray), os.path.join(folder, "own", stray)
        raise NoRulePages(f"{page} is in no category: name the folder above {folder}, or move the page to {better}")
    if not paths:
        raise NoRulePages(f"{folder} holds no rule pages: they stand in folders of it, as in {folder}/own/NAME.md")
    return paths


def _is_stray(folder: str, name: str) -> bool:
    """Whether a page lies beside the categories, where nobody would look for it."""
    path = os.path.join(folder, name)
    return name.endswith(".md") and name != SHARED and os.path.isfile(path) and b"```rule\n" in read_bytes(path)


def _page_rule(entry: dict[str, Any], path: str, category: str) -> PageRule:
    """A rule as ``compiled.json`` holds it."""
    citations = tuple(Citation(*each) for each in entry["citations"])
    return PageRule(decode(entry["rule"]), path, category, entry["title"], entry["people_see"], citations)


def checksum(shared: bytes, page: bytes) -> int:
    """Tells whether a page is the one that was compiled; it guards against mistakes, not against malice."""
    return crc32(page, crc32(shared))


def compile_folder(folder: str) -> dict[str, Any]:
    """What ``compiled.json`` holds. Raises ``ValueError`` when a page is broken."""
    from linter.language.others import wrongly_named

    shared = read_bytes(os.path.join(folder, SHARED))
    pages = [(category, path, read_bytes(path)) for category, path in page_paths(folder)]
    rules, problems = _parse(folder, shared, pages)
    problems += wrongly_named(rules, [path for _, path, _ in pages])
    if problems:
        raise ValueError("\n".join(f"{each.span}: {each.message}. {each.advice}" for each in problems))
    sums = {path: checksum(shared, data) for _, path, data in pages}
    return {
        f"{each.category}/{os.path.basename(each.path)}": {
            "checksum": sums[each.path],
            "title": each.title,
            "people_see": each.people_see,
            "citations": each.citations,
            "rule": encode(each.rule),
        }
        for each in rules
    }


def _compiled(data: bytes) -> dict[str, Any]:
    if not data:
        return {}
    import json

    pages: dict[str, Any] = json.loads(data)
    return pages


def read_bytes(path: str) -> bytes:
    """What a file holds; a folder may do without a shared page, and without ``compiled.json``."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return b""


def page_text(data: bytes) -> str:
    """A page as text. What is not UTF-8 becomes a character that no rule may hold."""
    return data.decode("utf-8-sig", "replace")


@lru_cache
def page_source(path: str) -> Source:
    """The text of a page, in which the nodes of its rule have their places. Nothing of it is parsed."""
    return Source(path, page_text(read_bytes(path)))


def _parse(
    folder: str, shared_data: bytes, pages: list[tuple[str, str, bytes]], base: "Shared | None" = None
) -> tuple[list[PageRule], list[Problem]]:
    from linter.language.pages import NOTHING_SHARED, read_and_check, read_shared

    shared, problems = read_shared(os.path.join(folder, SHARED), page_text(shared_data), base or NOTHING_SHARED)
    rules = []
    for category, path, data in pages:
        page, rule, wrong = read_and_check(path, page_text(data), category, shared)
        problems.extend(wrong)
        if rule is not None:
            rules.append(PageRule(rule, path, category, page.title, page.people_see, page.citations))
    return rules, problems
