"""Rule pages as files: which there are, what they hold, and one page with its rule."""

import os
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from sociable.errors import NoRulePages
from sociable.files import package_data
from sociable.files.contents import names_in, read_whole, shown
from sociable.findings.problem import PAGELESS_RULES, Problem
from sociable.language import ast
from sociable.language.types import Answer
from sociable.records.record import Record
from sociable.text.source import Source

COMPILED = "compiled.jsonl"
SHARED = "shared.md"


Want = tuple[str, tuple[str, ...], tuple[Answer, ...]]
"""A kind of things, a path from them, and what has to be there, one of these words or a flag like this.

Without a path, any thing will do.
"""


class Heading(Record):
    """What has to be known of a rule before it is known whether it can find anything in a setup.

    Of each of ``wants`` there has to be one thing at least, or the rule finds nothing. ``preview`` is the version since
    which the rule is one, and empty for others; ``formerly`` are old names.
    """

    name: str
    profiles: tuple[str, ...]
    habits: tuple[str, ...]
    subsumes: tuple[str, ...]
    preview: str = ""
    formerly: tuple[str, ...] = ()
    wants: tuple[tuple[Want, ...], ...] = ()


class Said(Record):
    """A checked rule, and what its page says about it: ``sources`` are lines as they are written."""

    rule: ast.Rule
    title: str
    people_see: str
    sources: tuple[str, ...] = ()


class PageRule:
    """The rule of a page. Most find nothing in most setups, so what it says is only made when it is asked for."""

    def __init__(self, heading: Heading, path: str, category: str, say: Callable[[], Said]) -> None:
        self.heading = heading
        self.path = path
        self.category = category
        self._say = say

    @cached_property
    def said(self) -> Said:
        """All of it."""
        return self._say()

    @property
    def name(self) -> str:
        """What the rule is called."""
        return self.heading.name

    @property
    def rule(self) -> ast.Rule:
        """The checked rule."""
        return self.said.rule

    @property
    def title(self) -> str:
        """The page's title."""
        return self.said.title

    @property
    def people_see(self) -> str:
        """What people see of it."""
        return self.said.people_see

    @property
    def sources(self) -> tuple[str, ...]:
        """The lines under *Sources*, as they are written."""
        return self.said.sources


def rule_of_page(said: Said, path: str, category: str) -> PageRule:
    """A rule that has just been checked."""
    return PageRule(heading_of(said.rule), path, category, lambda: said)


def heading_of(rule: ast.Rule) -> Heading:
    """What a rule says of itself; what it wants is for the engine to say."""
    subsumed = tuple(other.name for other in rule.subsumes)
    return Heading(rule.name, rule.profiles, rule.habits, subsumed, rule.preview, rule.formerly)


def page_paths(folder: str) -> list[tuple[str, str]]:
    """Category and path of each page, sorted, be they readable or not. Raises ``UnreadableFile`` for a folder."""
    found: list[tuple[str, str]] = []
    for category in names_in(folder):
        inside = os.path.join(folder, category)
        if os.path.isdir(inside):
            pages = (name for name in names_in(inside) if name.endswith(".md") and not name.startswith("."))
            found.extend((category, os.path.join(inside, name)) for name in pages)
    return found


def is_of_rules(folder: str, path: str) -> bool:
    """Whether a file is one that a folder of rules is read from, under whatever name. Raises ``UnreadableFile``."""
    beside = (os.path.join(folder, name) for name in (SHARED, COMPILED))
    return any(
        os.path.exists(each) and os.path.samefile(each, path)
        for each in (*beside, *(page for _, page in page_paths(folder)))
    )


class Contents(Record):
    """The bytes a rulebook is made of: ``pages`` are triples of category, path and what stands there.

    There are no ``pages`` where what was ``compiled`` of them needs no comparing with them.
    """

    folder: str
    compiled: bytes
    shared: bytes = b""
    pages: tuple[tuple[str, str, bytes], ...] | None = None

    def __hash__(self) -> int:
        """Of how much there is, not of each byte: what is of one size is compared in any case."""
        return hash((self.folder, len(self.compiled), len(self.shared)))


def contents(folder: str) -> Contents:
    """What a folder of pages holds now. The pages of an installed package are as they were when it was built."""
    compiled = read_bytes(os.path.join(folder, COMPILED))
    if compiled and package_data.is_installed(folder):
        return Contents(folder, compiled)
    return Contents(
        folder,
        compiled,
        read_bytes(os.path.join(folder, SHARED)),
        tuple((category, path, read_bytes(path)) for category, path in page_paths(folder)),
    )


def taken_names(rules: Iterable[PageRule]) -> dict[str, str]:
    """Names that no further rule may have, and what has them."""
    return {**dict.fromkeys(PAGELESS_RULES, "reading itself"), **{page.name: page.path for page in rules}}


def name_clash(source: "Source", rule: ast.Rule, names: dict[str, str]) -> Problem:
    """A rule has a name that is taken."""
    from sociable.language.parser import problem

    message = f"`{rule.name}` is already the name of a rule, in {names[rule.name]}"
    return problem(source, rule.at, rule.at + len(f"rule {rule.name}"), message, "Choose another one.")


def own_page_paths(folder: str) -> list[tuple[str, str]]:
    """The pages of a project's own folder: no rules at all would be a mistake. Raises ``NoRulePages``."""
    name = shown(folder)
    if not os.path.isdir(folder):
        raise NoRulePages(f"there is no folder {name}")
    paths = page_paths(folder)
    stray = next((each for each in names_in(folder) if _is_stray(folder, each)), "")
    if stray:
        page, better = f"{name}/{stray}", f"{name}/own/{stray}"
        raise NoRulePages(f"{page} is in no category: name the folder above {name}, or move the page to {better}")
    if not paths:
        raise NoRulePages(f"{name} holds no rule pages: they stand in folders of it, as in {name}/own/NAME.md")
    return paths


def _is_stray(folder: str, name: str) -> bool:
    """Whether a page lies beside the categories, where nobody would look for it."""
    path = os.path.join(folder, name)
    return name.endswith(".md") and name != SHARED and os.path.isfile(path) and b"```rule\n" in read_bytes(path)


def read_bytes(path: str) -> bytes:
    """What a file holds; a folder may do without a shared page, and without ``compiled.jsonl``.

    Raises ``UnreadableFile``.
    """
    return read_whole(path) if os.path.lexists(path) else b""


def page_text(data: bytes) -> str:
    """A page as text. What is not UTF-8 becomes a character that no rule may hold."""
    return data.decode("utf-8-sig", "replace")


@lru_cache
def page_source(path: str) -> Source:
    """The text of a page, in which the nodes of its rule have their places. Nothing of it is parsed."""
    return Source(path, page_text(read_bytes(path)))
