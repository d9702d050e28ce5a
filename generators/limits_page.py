"""The figures that platforms publish: what their file may hold, and the page in ``docs/`` that shows them."""

from collections.abc import Iterable, Mapping
from typing import Any

from sociable.facts.platform_limits import rows
from sociable.setup.quantities import DURATION_PATTERN
from sociable.sources.library import library
from sociable.vocabulary.values import EVIDENCE, LIMIT_HOLDS_FOR
from sociable.vocabulary.verbs import VERBS

from generators.lengths_page import source_words
from generators.sources_schema import figure_id, platform_title, platforms, source_columns
from generators.vocabulary_pages import section

_MADE = "<!-- Made by `make generated` from rules/limits.json. -->"

_ABOUT = """How much platforms allow, as far as their pages say so in numbers.
[over-platform-limit](../rules/care/over-platform-limit.md) measures an account's automations by the first figures of
each platform. Those below them are known and not used, and each says why.

Where two pages of a platform give different figures for the same thing, the milder one is used. A figure that was only
quoted by others, or told by somebody else, gives no error. One that holds for some accounts gives information only,
unless the file says that this account is one of them."""


def limits_schema() -> dict[str, Any]:
    """What ``rules/limits.json`` may hold. A figure that is used counts verbs in a stretch of time."""
    text = {"type": "string", "minLength": 1}
    columns = {
        "id": figure_id(),
        "platform": {"description": "Whose figure it is.", "enum": platforms()},
        "server": {"description": "The one server it holds for.", **text},
        "action": {"description": "What is counted, as it follows a number.", **text},
        "verbs": {
            "description": "The verbs that count.",
            "type": "array",
            "items": {"enum": list(VERBS)},
            "uniqueItems": True,
        },
        "most": {"description": "How many are allowed.", "type": "integer", "minimum": 0},
        "per": {"description": "A length of time, or what else it is counted by.", **text},
        "scope": {"description": "For whom it holds, as it follows “for”.", **text},
        "holds_for": {"description": "Whether the files can say that it holds.", "enum": list(LIMIT_HOLDS_FOR)},
        "judged": {"description": "Whether automations are measured by it.", "type": "boolean"},
        "note": {"description": "What else there is to know; why it is not used.", "type": "string"},
        **source_columns(),
    }
    used = {"per": {"pattern": DURATION_PATTERN}, "verbs": {"minItems": 1}, "most": {"minimum": 1}}
    row = {
        "type": "object",
        "properties": columns,
        "required": [name for name in columns if name != "server"],
        "additionalProperties": False,
        "if": {"properties": {"judged": {"const": True}}},
        "then": {"properties": used},
        "else": {"properties": {"note": text}},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "How much platforms allow",
        "type": "object",
        "properties": {"$schema": {"type": "string"}, "limits": {"type": "array", "items": row, "uniqueItems": True}},
        "required": ["limits"],
        "additionalProperties": False,
    }


def limits_page() -> str:
    """Every figure by platform, as Markdown."""
    parts = ["# How much platforms allow", _MADE, _ABOUT]
    found = rows()
    for name in platforms():
        of_platform = [row for row in found if row["platform"] == name]
        if of_platform:
            parts.append(_platform(platform_title(name), of_platform))
    return "\n\n".join(parts) + "\n"


def _platform(title: str, of_platform: list[dict[str, Any]]) -> str:
    used = [row for row in of_platform if row["judged"]]
    others = [row for row in of_platform if not row["judged"]]
    parts = []
    if used:
        parts.append(section(title, ("at most", "for", "counts", "note", "source", "evidence"), map(_used, used)))
    if others:
        heading = f"{title}: known and not used" if used else title
        parts.append(section(heading, ("at most", "for", "why it is not used", "source"), map(_unused, others)))
    return "\n\n".join(parts)


def _used(row: Mapping[str, Any]) -> Iterable[str]:
    verbs = ", ".join(f"`{verb}`" for verb in row["verbs"])
    evidence = EVIDENCE[library().documents[row["document"]].evidence]
    return _figure(row), row["scope"], verbs, row["note"], _source(row), evidence


def _unused(row: Mapping[str, Any]) -> Iterable[str]:
    return _figure(row), row["scope"], row["note"], _source(row)


def _figure(row: Mapping[str, Any]) -> str:
    if not row["most"]:
        return f"no {row['action']}"
    return f"{row['most']:,} {row['action']} per {row['per'].removeprefix('1 ')}"


def _source(row: Mapping[str, Any]) -> str:
    return source_words(library().documents[row["document"]], row["seen"])
