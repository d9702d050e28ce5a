"""How long texts may be: what ``rules/text-lengths.json`` may hold, and the page in ``docs/`` that shows it."""

from typing import Any

from sociable.sources.dates import edition, in_words
from sociable.sources.fact import Document
from sociable.sources.library import library
from sociable.sources.text_lengths import UNITS, text_lengths
from sociable.vocabulary.values import EVIDENCE, LIMIT_HOLDS_FOR
from sociable.vocabulary.verbs import VERBS

from generators.sources_schema import figure_id, platform_title, platforms, source_columns
from generators.vocabulary_pages import section

_MADE = "<!-- Made by `make generated` from rules/text-lengths.json. -->"
_ABOUT = """How long a text may be on each platform, and how many links, hashtags and names it may hold. What counts as
one sign differs: a platform may count characters, what looks like one sign, bytes, or every link as 23."""


def lengths_schema() -> dict[str, Any]:
    """What ``rules/text-lengths.json`` may hold."""
    text = {"type": "string", "minLength": 1}
    columns = {
        "id": figure_id(),
        "platform": {"description": "Whose figure it is.", "enum": platforms()},
        "what": {"description": "What is measured, as it begins a sentence.", **text},
        "part": {"description": "Which part of it, in a word.", **text},
        "verbs": {
            "description": "The verbs that write such a text.",
            "type": "array",
            "items": {"enum": list(VERBS)},
            "uniqueItems": True,
        },
        "most": {"description": "How much it may hold.", "type": "integer", "minimum": 1},
        "unit": {"description": "What is counted.", "enum": list(UNITS)},
        "counting": {"description": "How it is counted, as sentences.", "type": "string", "pattern": r"^$|\.$"},
        "holds_for": {"description": "Whether the files can say that it holds.", "enum": list(LIMIT_HOLDS_FOR)},
        "judged": {"description": "Whether texts can be measured by it.", "type": "boolean"},
        "note": {"description": "What else there is to know; why nothing is measured by it.", "type": "string"},
        **source_columns(),
    }
    link = {"description": "How many each web address counts, however long it is.", "type": "integer", "minimum": 1}
    row = {
        "type": "object",
        "properties": {**columns, "link": link},
        "required": list(columns),
        "additionalProperties": False,
        "if": {"properties": {"judged": {"const": True}}},
        "then": {"properties": {"verbs": {"minItems": 1}}},
        "else": {"properties": {"note": text}},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "How long texts may be",
        "type": "object",
        "properties": {"$schema": {"type": "string"}, "lengths": {"type": "array", "items": row, "uniqueItems": True}},
        "required": ["lengths"],
        "additionalProperties": False,
    }


def lengths_page() -> str:
    """Every length by platform, as Markdown."""
    parts = ["# How long texts may be", _MADE, _ABOUT]
    parts.append("\n".join(f"- **{unit}**: {meaning}" for unit, meaning in UNITS.items()))
    for name in platforms():
        rows = [row for row in text_lengths() if row["platform"] == name]
        if rows:
            heads = ("what", "at most", "how it is counted", "note", "source", "evidence")
            parts.append(section(platform_title(name), heads, map(_cells, rows)))
    return "\n\n".join(parts) + "\n"


def source_words(document: Document, seen: str) -> str:
    """A document with its address, of when it is, and when it was seen."""
    return f"[{document.title}]({document.address}), {edition(document)}, seen {in_words(seen)}"


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    document = library().documents[row["document"]]
    most = f"{row['most']:,} {row['unit']}"
    return (
        row["what"],
        most,
        row["counting"],
        row["note"],
        source_words(document, row["seen"]),
        EVIDENCE[document.evidence],
    )
