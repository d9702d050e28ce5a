"""A rule page in the order of somebody who wants to know what it means for them: prose first, the rule last.

The same Markdown is shown by `sociable explain`, carried by SARIF, and made into a page of the site.
"""

import re
from collections.abc import Iterator

from sociable.findings.report import RuleSummary
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.rulebook.page_files import page_text, read_bytes
from sociable.rulebook.pages import EXAMPLES, SECTIONS, SOURCES, TODO, fence_kind_and_name
from sociable.rulebook.readable_sources import source_lines
from sociable.rulebook.summary import UNKNOWN

_RULE = "The rule"


class _Part(Record):
    """A title and the lines of Markdown below it."""

    title: str
    lines: list[str]


def readable(page: RuleSummary, *, prose_only: bool = False, today: str = "") -> str:
    """The page of a rule as Markdown, with what only its rule says written out in words.

    Sections that no page has to have stay where they are. ``prose_only`` leaves out examples and rule. By ``today`` a
    source is old.
    """
    text = page_text(read_bytes(page.path))
    first, *parts = _parts(text)
    parts = [_Part(each.title, source_lines(page.sources, today)) if each.title == SOURCES else each for each in parts]
    titles = [f"> - If {each.when}: “{each.says}”" for each in page.cases if each.part == "report"]
    opening = [*_facts(page), "", *first.lines, "", f"> In a report: “{page.message}”", *titles]
    told = [("Why it matters", page.why, "because"), ("What to do instead", page.advice, "suggest")]
    advice = [_Part(title, [said, *_by_case(page, part)]) for title, said, part in told if said.strip(f" .{UNKNOWN}")]
    parts = [
        _Part(each.title, [*each.lines, *_by_case(page, "see")]) if each.title == SECTIONS[0] else each
        for each in parts
    ]
    at = 1 + next((number for number, part in enumerate(parts) if part.title == SECTIONS[0]), -1)
    shown = [*parts[:at], *advice, *parts[at:], _Part(_RULE, _rule_blocks(text))]
    left_out = (*EXAMPLES, _RULE) if prose_only else ()
    body = (f"## {part.title}\n\n{_joined(part.lines)}" for part in shown if part.title not in left_out)
    return "\n\n".join([f"# {page.title}", _joined(opening), *body]) + "\n"


def _by_case(page: RuleSummary, part: str) -> list[str]:
    """What is told in some cases in the place of this part, the case before it."""
    told = [f"- If {each.when}: {each.says}" for each in page.cases if each.part == part]
    return ["", *told] if told else []


def _facts(page: RuleSummary) -> Iterator[str]:
    yield f"`{page.name}`, a rule of *{page.category}*."
    yield f"Severity: {page.severity}. Confidence: {page.confidence}."
    if page.preview:
        yield f"A preview since {page.preview}, only asked with `--preview`."
    if page.profiles:
        yield f"Only asked with {' or '.join(f'`--profile {name}`' for name in page.profiles)}."


def _parts(text: str) -> list[_Part]:
    """What stands before the first section, without title and rule, and then each section."""
    lines = text.splitlines()
    parts = [_Part("", [])]
    at = 0
    for token in _tokens(text):
        if token.type == "heading_open" and token.tag in ("h1", "h2"):
            start, end = token.map
            parts[-1].lines.extend(lines[at:start])
            if token.tag == "h2":
                parts.append(_Part(lines[start].strip("# "), []))
            at = end
        elif token.type == "fence":
            start, end = token.map
            parts[-1].lines.extend(lines[at:start])
            parts[-1].lines.extend(_block(lines[start:end], token, parts[-1].title))
            at = end
    parts[-1].lines.extend(lines[at:])
    return parts


def _block(lines: list[str], fence: Any, section: str) -> list[str]:
    """A block as it is shown: an example with its name above it, a rule not here."""
    kind, name = fence_kind_and_name(fence)
    if kind == "rule":
        return []
    if section not in EXAMPLES or not name:
        return lines
    if name.startswith(TODO):
        name = f"not seen yet: {name.removeprefix(TODO)}"
    return [f"**{name[0].upper()}{name[1:]}**", "", f"{fence.markup}{kind}", *lines[1:]]


def _rule_blocks(text: str) -> list[str]:
    lines = text.splitlines()
    blocks = [lines[slice(*token.map)] for token in _tokens(text) if fence_kind_and_name(token)[0] == "rule"]
    return [line for block in blocks for line in (*block, "")]


def _tokens(text: str) -> list[Any]:
    from markdown_it import MarkdownIt

    return [token for token in MarkdownIt("commonmark").parse(text) if token.level == 0]


def _joined(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
