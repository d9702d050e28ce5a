"""What is shown where the pointer rests: the page of the rule that found something there, and what the word means."""

import re
from collections.abc import Iterator

from sociable.rulebook.page_files import PageRule
from sociable.rulebook.readable import readable
from sociable.rulebook.summary import summary
from sociable.server.editor.at_cursor import AtCursor, standing_at
from sociable.server.editor.known_things import sorts_at, things
from sociable.server.editor.open_projects import Checked
from sociable.server.editor.page_blocks import block_at
from sociable.server.editor.rule_words import meaning_at
from sociable.server.editor.schema_parts import fitting_keys, fitting_values, parts_at
from sociable.server.glossary import event_meaning, glossary, platform_meaning, verb_meaning
from sociable.text.source import Source, Span
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.verbs import VERBS

_MOST_PAGES = 3


def hover_text(source: Source, offset: int, checked: Checked) -> tuple[str, Span] | None:
    """Markdown, and what it is about."""
    if source.path.endswith(".md"):
        return _on_page(source, offset, checked)
    found = standing_at(source.text, offset)
    meaning = _meaning(source, found, offset, checked) if found else ""
    pages = [page_text(checked.pages[rule]) for rule in _rules_at(source, offset, checked) if rule in checked.pages]
    parts = [part for part in (meaning, *pages[:_MOST_PAGES]) if part]
    if not parts:
        return None
    span = Span(source, *found.word) if found else Span(source, offset, offset)
    return "\n\n---\n\n".join(parts), span


def _on_page(source: Source, offset: int, checked: Checked) -> tuple[str, Span] | None:
    """The same on a rule page: in its rules and in its examples."""
    block = block_at(source, offset)
    if block is None:
        return None
    if block.kind == "yaml":
        found = hover_text(block.source, offset - block.span.start, checked)
        return found and (found[0], block.outside(found[1]))
    text, at = block.span.text, offset - block.span.start
    word = next((each for each in re.finditer(r"[\w-]++", text) if each.start() <= at <= each.end()), None)
    if block.kind != "rule" or word is None:
        return None
    page = checked.pages.get(rule_named_at(source, offset))
    meaning = page_text(page) if page else _titled(word[0], meaning_at(text, *word.span()))
    return (meaning, block.outside(Span(block.source, *word.span()))) if meaning else None


def page_text(page: PageRule) -> str:
    """The page of a rule, without its examples."""
    return readable(summary(page), prose_only=True)


def rule_named_at(source: Source, offset: int) -> str:
    """What may be the name of a rule: a word in a comment of ours, or on a rule page."""
    line = source.line(source.position(offset)[0])
    column = source.position(offset)[1] - 1
    if not re.search(r"#\s*sociable\s*:|^\s*(?:subsumes|beside)\b", line):
        return ""
    return next((each[0] for each in re.finditer(r"[\w-]+", line) if each.start() <= column <= each.end()), "")


def _rules_at(source: Source, offset: int, checked: Checked) -> Iterator[str]:
    yield rule_named_at(source, offset)
    for finding in checked.findings:
        for member in finding.members:
            span = member.span
            if span.start <= offset <= span.end and span.path == source.path and span.source.text == source.text:
                yield finding.rule
                break


def _meaning(source: Source, found: AtCursor, offset: int, checked: Checked) -> str:
    return _brought(source, found, offset) or (_of_key(found) if found.is_key else _of_value(found, checked))


def _of_key(found: AtCursor) -> str:
    name = found.node.value
    known = {each.word: each.meaning for each in fitting_keys(parts_at(found.root, found.route[:-1]), ())}
    return _titled(name, _verb(found) or known.get(name, ""))


def _of_value(found: AtCursor, checked: Checked) -> str:
    name = found.node.value
    sorts = sorts_at(found.route)
    named = next((each.says for each in things(checked.setups) if each.name == name and each.sort in sorts), "")
    values = {each.word: each.meaning for each in fitting_values(parts_at(found.root, found.route))}
    if named or name not in values:
        return _titled(name, named)
    if found.route[-1] in ("when", "event"):
        return _titled(name, event_meaning(EVENTS[name]))
    if found.route[-1] == "platform":
        return _titled(name, platform_meaning(PLATFORMS[name]))
    return _titled(name, verb_meaning(VERBS[name]) if name in VERBS else values[name])


def _verb(found: AtCursor) -> str:
    """What a key means that is the verb of a step."""
    is_step = len(found.route) > 1 and isinstance(found.route[-2], int) and found.route[-3] in ("do", "else")
    return verb_meaning(VERBS[found.node.value]) if is_step and found.node.value in VERBS else ""


def _brought(source: Source, found: AtCursor, offset: int) -> str:
    """What a path such as ``event.user`` means in a text or condition."""
    text = source.text[found.node.start : found.node.end]
    at = offset - found.node.start
    for path in re.finditer(r"event\.(\w+)", text):
        if path.start() <= at <= path.end():
            meanings = {word.name: word.meaning for word in glossary() if word.sort == "what an event brings"}
            return _titled(path[0], meanings.get(path[0], ""))
    return ""


def _titled(name: str, meaning: str) -> str:
    return f"**`{name}`** {meaning}" if meaning else ""
