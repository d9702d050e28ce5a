"""The blocks of a rule page while it is being written: rules, and examples, which are automation files."""

import re
from collections.abc import Iterator

from sociable.records.record import Record
from sociable.text.source import Source, Span

_FENCE = re.compile(r"^(`{3,})(.*)$", re.MULTILINE)


class Block(Record):
    """What stands between two fences, or behind one that is not closed yet; ``kind`` is the first word of the first."""

    kind: str
    span: Span

    @property
    def source(self) -> Source:
        """The block as a text of its own, which is no page."""
        return Source("", self.span.text)

    def outside(self, span: Span) -> Span:
        """Where on the page something stands that was found in the block."""
        return Span(self.span.source, self.span.start + span.start, self.span.start + span.end)


def is_rule_page(path: str, text: str) -> bool:
    """Whether it is a page with a rule, or will be one."""
    return path.endswith(".md") and re.search(r"^```rule\b", text, re.MULTILINE) is not None


def block_at(source: Source, offset: int) -> Block | None:
    """The block in which a place is."""
    return next((each for each in _blocks(source) if each.span.start <= offset <= each.span.end), None)


def _blocks(source: Source) -> Iterator[Block]:
    opening: re.Match[str] | None = None
    for fence in _FENCE.finditer(source.text):
        if opening is None:
            opening = fence
        elif fence[1] == opening[1] and not fence[2].strip():
            yield _between(source, opening, fence.start())
            opening = None
    if opening is not None:
        yield _between(source, opening, len(source.text))


def _between(source: Source, opening: re.Match[str], end: int) -> Block:
    start = min(opening.end() + 1, end)
    return Block(opening[2].strip().partition(" ")[0], Span(source, start, end))
