"""Rule pages: Markdown that people read, with the rule and its examples in fenced blocks."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sociable.errors import BadRule
from sociable.findings.problem import Problem
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.checker import RuleChecker
from sociable.language.parser import parse_rules, problem, stretches
from sociable.language.scope import Shared
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.sources.basis import read_basis
from sociable.text.source import Source, Span

SECTIONS = ("What people see", "Caught", "Fine", "Known limits", "Sources")
"""The headings of a rule page, in order. Only ``Known limits`` may be left out."""

SOURCES = SECTIONS[-1]

EXAMPLES = ("Caught", "Fine")
"""The sections that hold examples."""

UNFINISHED = "unfinished-page"
"""The rule of problems with a page in which words are still to be filled in."""

_TO_FILL_IN = re.compile(r"\[fill in ((?:(?!\[fill in )[^\]\n])+)\]")

TODO = "todo: "
"""How the name of an example begins that shows what a rule does not get right yet."""

MOST_CHARACTERS = 128 * 1024
"""On a page: more than ten times as many as the longest built-in one has. Markdown takes long to read."""

_LINE_END = re.compile(r"\r\n?|\n")
_SOURCE_FORMS = (
    "Write `- X-01 (error): …` or `- Our judgement (warning): …`; of a source of your own "
    "`- Title, <https://…>, date: what it says.`"
)
_COUNT = re.compile(r"(.*) \(([1-9][0-9]?) findings?\)")


class Example(Record):
    """A whole automation file on a page, and how many findings its rule has to make of it.

    ``todo``: it does not do so yet, and the page says so.
    """

    name: str
    text: str
    findings: int
    span: Span
    todo: bool = False


class Page(Record):
    """One rule page. ``people_see`` is the first paragraph under that heading, on one line.

    ``unread`` are the names of rules, lists and defines that could not be parsed, empty where none is to be seen.
    """

    path: str
    category: str
    title: str
    people_see: str
    source: Source
    declarations: tuple[ast.Declaration, ...]
    examples: tuple[Example, ...]
    sections: tuple[str, ...]
    sources: tuple[str, ...]
    unread: frozenset[str] = frozenset()

    @property
    def rule(self) -> ast.Rule | None:
        return next((each for each in self.declarations if isinstance(each, ast.Rule)), None)


def read_page(path: str, text: str, category: str) -> tuple[Page, list[Problem]]:
    """A page as it is written, rules parsed but not checked, with what could not be parsed."""
    reader = _PageReader(Source(path, text))
    try:
        for token in _tokens(reader.source):
            reader.take(token)
    except BadRule as error:
        reader.refuse(error)
    return reader.page(category), reader.problems


def _tokens(source: Source) -> list[Any]:
    """The parts of a page. Raises ``BadRule`` for one that is too long."""
    if len(source.text) > MOST_CHARACTERS:
        message = f"this page has more than {MOST_CHARACTERS:,} characters"
        raise BadRule(problem(source, 0, 1, message, "Say it in fewer words, or spread it over several rules."))
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").parse(source.text)


class _PageReader:
    """Goes through the parts of a page in order."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.title = self.people_see = ""
        self.heading = ""
        self.sections: list[str] = []
        self.declarations: list[ast.Declaration] = []
        self.examples: list[Example] = []
        self.sources: list[str] = []
        self.unread: set[str] = set()

    def page(self, category: str) -> Page:
        return Page(
            path=self.source.path,
            category=category,
            title=self.title,
            people_see=self.people_see,
            source=self.source,
            declarations=tuple(self.declarations),
            examples=tuple(self.examples),
            sections=tuple(self.sections),
            sources=tuple(self.sources),
            unread=frozenset(self.unread),
        )

    def take(self, token: Any) -> None:
        try:
            if token.type == "heading_open":
                self.heading = token.tag
            elif token.type == "inline":
                self._text(token)
                self.heading = ""
            elif token.type == "fence" and token.level == 0:
                self._fence(token)
        except BadRule as error:
            if token.type == "fence":
                self.refuse(error)
            else:
                self.problems.append(error.problem)

    def refuse(self, error: BadRule) -> None:
        """Keep what is wrong with the page or a block of it, of which nobody knows what it holds."""
        self.problems.append(error.problem)
        self.unread.add("")

    def _text(self, token: Any) -> None:
        text = " ".join(token.content.split())
        section = self.sections[-1] if self.sections else ""
        if self.heading == "h1":
            self.title = text
        elif self.heading == "h2":
            self.sections.append(text)
        elif section == "What people see" and not self.people_see:
            self.people_see = text
        elif section == SOURCES:
            self.sources.append(_source(self.source, token, text))

    def _fence(self, token: Any) -> None:
        block = fenced_block(self.source, token)
        kind, name = fence_kind_and_name(token)
        section = self.sections[-1] if self.sections else ""
        if kind == "rule":
            self._declarations(block)
        elif section in EXAMPLES:
            self.examples.append(_example(kind, name, block, section))

    def _declarations(self, block: Span) -> None:
        for start, end, name in stretches(self.source, block.start, block.end):
            try:
                self.declarations += parse_rules(self.source, start, end)
            except BadRule as error:
                self.problems.append(error.problem)
                self.unread.add(name)


def rule_fences(source: Source) -> Iterator[Any]:
    """The blocks of a page that hold rules. Raises ``BadRule`` for one that is too long."""
    for token in _tokens(source):
        if token.type == "fence" and token.level == 0 and fence_kind_and_name(token)[0] == "rule":
            yield token


def fence_kind_and_name(fence: Any) -> tuple[str, str]:
    """What a block holds, the first word after the signs that open it, and what it is called, the others."""
    kind, _, name = fence.info.strip().partition(" ")
    return kind, name.strip()


def _source(source: Source, token: Any, text: str) -> str:
    """A line under *Sources*, if it is well formed. Raises ``BadRule``."""
    if read_basis(text) is None:
        start = _line_starts(source.text)[token.map[0]]
        message = "a source is the id of a fact, or our own judgement, and after a colon how it bears on the rule"
        raise BadRule(problem(source, start, start + 1, message, _SOURCE_FORMS))
    return text


@lru_cache(maxsize=1)  # asked again for each block of the same page
def _line_starts(text: str) -> list[int]:
    """Where each line begins as Markdown counts them: LF, CR LF and CR end one, even in the same text."""
    return [0, *(match.end() for match in _LINE_END.finditer(text)), len(text)]


def fenced_block(source: Source, fence: Any) -> Span:
    """What stands between the lines that open and close a block. Raises ``BadRule``."""
    starts = _line_starts(source.text)
    first, last = fence.map
    end = source.text[starts[last - 1] : starts[last]]
    if last - first < 2 or not end.lstrip(" ").startswith(fence.markup):
        at = starts[first]
        message = "this block is never closed"
        raise BadRule(problem(source, at, at + len(fence.markup), message, f"End it with a line of {fence.markup}."))
    return Span(source, starts[first + 1], starts[last - 1])


def _example(kind: str, name: str, block: Span, section: str) -> Example:
    """``(2 findings)`` at the end of a name says how many are expected; one is the usual."""
    if kind != "yaml":
        message = "an example begins with ```yaml and its name"
        raise BadRule(problem(block.source, block.start, block.end, message))
    todo = name.startswith(TODO)
    name = name.removeprefix(TODO)
    if section == "Fine":
        return Example(name, block.text, 0, block, todo)
    counted = _COUNT.fullmatch(name)
    name, findings = (counted[1], int(counted[2])) if counted else (name, 1)
    return Example(name, block.text, findings, block, todo)


NOTHING_SHARED = Shared({}, {}, frozenset())


def read_shared(path: str, text: str, base: Shared = NOTHING_SHARED) -> tuple[Shared, list[Problem]]:
    """The lists and defines that all pages may use, after those of ``base``, checked in the order they stand."""
    page, problems = read_page(path, text, "")
    checker = checker_of(page, base)
    if page.rule is not None:
        problems.append(problem(page.source, page.rule.at, page.rule.end, "a rule stands on a page of its own"))
    return checker.shared, sorted(problems + checker.problems, key=lambda each: each.span.start)


def read_and_check(path: str, text: str, category: str, shared: Shared) -> tuple[Page, ast.Rule | None, list[Problem]]:
    """A page, its one rule if nothing is wrong with it, and everything that is, in the order of the page."""
    page, problems = read_page(path, text, category)
    rule, wrong = check_page(page, shared)
    problems = sorted(problems + wrong, key=lambda each: each.span.start)
    return page, None if problems else rule, problems


def check_page(page: Page, shared: Shared) -> tuple[ast.Rule | None, list[Problem]]:
    """The page's one rule with everything written out, and what is wrong with it."""
    rules = [each for each in page.declarations if isinstance(each, ast.Rule)]
    checker = checker_of(page, shared)
    if len(rules) != 1:
        message = "a page holds exactly one rule" if rules else "this page holds no rule"
        top = problem(page.source, 0, min(1, len(page.source.text)), message, "Write it in a ```rule block.")
        return None, checker.problems + ([top] if rules or not page.unread else [])
    checked = checker.rule(rules[0])
    problems = [*_unfinished(page.source), *checker.problems]
    return (None if problems or checker.rests_on_unread else checked), problems


def _unfinished(source: Source) -> Iterator[Problem]:
    """What `sociable rules new` left to be filled in."""
    for found in _TO_FILL_IN.finditer(source.text):
        yield Problem(UNFINISHED, Span(source, *found.span()), f"still to be filled in: {found[1].rstrip('.')}")


def checker_of(page: Page, shared: Shared) -> RuleChecker:
    """A checker that knows what all pages may use and what this page adds to it."""
    known = Shared(dict(shared.lists), dict(shared.defines), shared.unread | page.unread)
    checker = RuleChecker(page.source, known, KINDS)
    for declaration in page.declarations:
        if not isinstance(declaration, ast.Rule):
            checker.declare(declaration)
    return checker
