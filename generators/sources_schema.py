"""What the files of facts, ``rules/sources/*.json``, may hold; and the columns that figures share with them."""

from typing import Any

from sociable.findings.finding import SEVERITIES
from sociable.sources.basis import FACT_ID
from sociable.sources.fact import MEANT_FOR, PROTECTS, SEEN_AS, VERDICTS
from sociable.sources.library import library
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.law_words import BINDS
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import AUDIENCES, EVIDENCE, PURPOSES, RUN_BY
from sociable.vocabulary.verbs import VERBS

_TEXT = {"type": "string", "minLength": 1}
_DAY = r"^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"
_DATED = r"^(19|20)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?$"


def platforms() -> list[str]:
    """Those that files of automations can name, and those that only facts and figures speak of yet."""
    spoken_of = {name for shelf in library().shelves for name in shelf.platforms}
    return [*PLATFORMS, *sorted(spoken_of - PLATFORMS.keys())]


def platform_title(name: str) -> str:
    """What people call a platform, also one that only facts speak of."""
    if name in PLATFORMS:
        return PLATFORMS[name].title
    return next(shelf.title for shelf in library().shelves if name in shelf.platforms)


def source_columns() -> dict[str, Any]:
    """Where a figure stands, and when somebody looked."""
    return {
        "document": {"description": "The id of the document in rules/sources/ where it stands.", **_TEXT},
        "seen": {"description": "The day on which somebody looked.", "type": "string", "pattern": _DAY},
    }


def figure_id() -> dict[str, Any]:
    """What a figure is called where facts are listed."""
    return {
        "description": "What `sociable facts show` calls it. It never changes.",
        "type": "string",
        "pattern": f"^{FACT_ID}$",
    }


def sources_schema() -> dict[str, Any]:
    """One file: documents, and the facts that stand in them."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What platforms and law say",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "title": {"description": "Whose facts they are.", **_TEXT},
            "platforms": _list(
                "The platforms that its facts hold for, unless they say otherwise; none for law.", _slug()
            ),
            "documents": {
                "type": "array",
                "items": _object(_document(), ("dated", "newer", "protects", "binds", "scope", "meant_for")),
                "uniqueItems": True,
            },
            "facts": {"type": "array", "items": _object(_fact(), _OPTIONAL), "uniqueItems": True},
        },
        "required": ["title", "platforms", "documents", "facts"],
        "additionalProperties": False,
    }


def _document() -> dict[str, Any]:
    return {
        "id": {"description": "What facts and figures call it.", **_slug()},
        "title": {"description": "Whose it is, and what it is called.", **_TEXT},
        "address": {"description": "Where it is.", "type": "string", "pattern": r"^https?://\S+$"},
        "dated": {
            "description": "The day, month or year of the page or of the copy.",
            "type": "string",
            "pattern": _DATED,
        },
        "newer": {
            "description": "The day of a newer text, of which no copy was read.",
            "type": "string",
            "pattern": _DATED,
        },
        "seen_as": {"description": f"In which shape it was read: {_listed(SEEN_AS)}.", "enum": list(SEEN_AS)},
        "evidence": {"description": f"How much it can be relied on: {_listed(EVIDENCE)}.", "enum": list(EVIDENCE)},
        "protects": {"description": f"What a law is there for: {_listed(PROTECTS)}.", "enum": list(PROTECTS)},
        "binds": _list(f"Whom a law binds: {_listed(BINDS)}.", {"enum": list(BINDS)}),
        "scope": {"description": "By what a law binds them, as a clause.", "type": "string", "pattern": r"[^.]$"},
        "meant_for": _meant_for("everyone"),
    }


_OPTIONAL = (
    *("part", "dated", "on", "where", "server", "kinds", "purposes", "verbs", "events", "audiences", "of_reviews"),
    *("superseded_by", "narrowed_by", "conflicts_with", "after", "still", "meant_for", "note"),
    "unused",
)


def _fact() -> dict[str, Any]:
    other = {"type": "string", "pattern": f"^{FACT_ID}$"}
    return {
        "id": {"description": "What pages of rules call it. It never changes.", **other},
        **source_columns(),
        "part": {"description": "Where in the document it stands.", **_TEXT},
        "dated": {
            "description": "The date of this passage, if it has one of its own.",
            "type": "string",
            "pattern": _DATED,
        },
        "verdict": {"description": f"What it says of it: {_listed(VERDICTS)}.", "enum": list(VERDICTS)},
        "weight": {"description": "The gravest severity that it can carry.", "enum": list(SEVERITIES)},
        "says": {
            "description": "What it says, in our own words: a clause without a full stop.",
            "type": "string",
            "pattern": r"[^.]$",
        },
        "on": _list("The platforms that it holds for, if not all of the file.", _slug()),
        "where": _list("The countries where it is law.", {"type": "string", "pattern": "^[A-Z]{2}(-[A-Z]{2,3})?$"}),
        "server": {"description": "The one server whose rule it is.", **_TEXT},
        "kinds": _list("Who runs the accounts that it is meant for.", {"enum": list(RUN_BY)}),
        "purposes": _list("What it speaks of is for.", {"enum": list(PURPOSES)}),
        "verbs": _list("The verbs that it speaks of.", {"enum": list(VERBS)}),
        "events": _list("The events that it speaks of.", {"enum": list(EVENTS)}),
        "audiences": _list("The audiences that it speaks of.", {"enum": list(AUDIENCES)}),
        "of_reviews": {
            "description": "Whether it is about reviews there, from whichever account people are asked for them.",
            "type": "boolean",
        },
        "superseded_by": {"description": "The fact that holds instead.", **other},
        "narrowed_by": {"description": "A fact that makes this one narrower than it reads.", **other},
        "conflicts_with": {"description": "A fact that says otherwise.", **other},
        "after": _list("What follows comes after the breach of these facts.", other),
        "still": {
            "description": "Whether others quote the newer text of its document as saying the same.",
            "type": "boolean",
        },
        "meant_for": _meant_for("as its document says"),
        "note": {"description": "What else there is to know, as sentences.", "type": "string", "pattern": r"\.$"},
        "unused": {"description": "Why no rule rests on it, as a sentence.", "type": "string", "pattern": r"\.$"},
    }


def _meant_for(unsaid: str) -> dict[str, Any]:
    description = f"For which accounts a platform wrote it; where nothing stands here, {unsaid}: {_listed(MEANT_FOR)}."
    return {"description": description, "enum": list(MEANT_FOR)}


def _object(columns: dict[str, Any], optional: tuple[str, ...]) -> dict[str, Any]:
    required = [name for name in columns if name not in optional]
    return {"type": "object", "properties": columns, "required": required, "additionalProperties": False}


def _list(description: str, items: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "type": "array", "items": items, "uniqueItems": True}


def _slug() -> dict[str, Any]:
    return {"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]*$"}


def _listed(table: dict[str, str]) -> str:
    return "; ".join(f"`{word}`, {meaning}" for word, meaning in table.items())
