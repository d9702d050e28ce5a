"""What tests of reading look at."""

from collections.abc import Mapping
from typing import Any

from sociable.project.load import read_text
from sociable.setup.model import NamesInRow, Setup
from sociable.text.source import Source, Span


def without_spans(part: Any) -> Any:
    """Everything a setup says, and no word of where it says so."""
    if isinstance(part, Span | Source):
        return None
    if isinstance(part, NamesInRow):
        return without_spans(tuple(part))
    if isinstance(part, tuple):
        inner = map(without_spans, part)
        return type(part)(*inner) if hasattr(part, "_fields") else tuple(inner)
    if isinstance(part, Mapping):
        return {name: without_spans(value) for name, value in part.items()}
    return part


def setup(text: str) -> Setup:
    """The setup of one file without problems, without spans."""
    reading = read_text("a.yml", text)
    assert [(str(each.span), each.message) for each in reading.problems] == []
    assert reading.files == ("a.yml",)
    stripped: Setup = without_spans(reading.setup)
    return stripped


def told(text: str) -> list[tuple[str, str, str]]:
    """The problems of one file: the text each points at, what is wrong, and what to do."""
    return [(each.span.text, each.message, each.advice) for each in read_text("a.yml", text).problems]
