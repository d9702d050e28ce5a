"""The JSON Schema of the document, from the tables that the document is made of."""

from typing import Any

from sociable.output.rehearsal_json import VERSION
from sociable.rehearsal.timeline import ENDINGS, KINDS
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.values import AUDIENCES
from sociable.vocabulary.verbs import VERBS

Json = dict[str, Any]


def rehearsal_schema() -> Json:
    """The schema, whole."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What `sociable rehearse --format json` prints, version 2, a draft",
        **_object(
            {
                "version": {"const": VERSION},
                "tool": _object({"name": {"const": "sociable"}, "version": _TEXT}),
                "rehearsals": {"type": "array", "items": {"$ref": "#/$defs/rehearsal"}},
            }
        ),
        "$defs": {"rehearsal": _rehearsal(), "happening": _happening(), "place": _place(), "point": _point()},
    }


def _rehearsal() -> Json:
    return _object(
        {
            "event": {"enum": list(EVENTS)},
            "account": _said("To whose account the event happens, by handle or else by id."),
            "stranger": _or_null(_said("Who is behind it, or looks on and runs a copy; null when nobody is.")),
            "mirror": {"type": "boolean", "description": "The stranger runs a copy of the account's automations."},
            "opening": _TEXT,
            "happenings": {"type": "array", "items": {"$ref": "#/$defs/happening"}},
            "ending": _one_of(ENDINGS),
            "ending_words": _TEXT,
            "repeats": {
                "description": "Two happenings after which the situation was the same (0: the opening).",
                "anyOf": [{"type": "array", "items": _COUNT, "minItems": 2, "maxItems": 2}, {"type": "null"}],
            },
            "slowest": _or_null(
                {
                    "description": "What a loop is slowed down by, and to how many times in so many seconds.",
                    **_object({"automation": _TEXT, "times": _COUNT, "seconds": _COUNT}),
                }
            ),
            "again": _or_null(
                {
                    "description": "What runs again by itself afterwards, how often and when, if a file says.",
                    **_object({"automation": _TEXT, "every": _TEXT, "when": _TEXT}),
                }
            ),
            "rounds": _COUNT,
            "cut_off": {"type": "boolean", "description": "It was too long to be played to its end."},
        }
    )


def _happening() -> Json:
    return _object(
        {
            "number": _COUNT,
            "time": {**_COUNT, "description": "Seconds from the opening."},
            "round": {**_COUNT, "description": "One more than that of what set it off."},
            "kind": _one_of(KINDS),
            "who": _TEXT,
            "verb": _or_null({"enum": list(VERBS), "description": "Null where a whole automation does not run."}),
            "whom": _or_null(_TEXT),
            "audience": _one_of(AUDIENCES),
            "text": _or_null(_said("What people read; ‹…› stands for what only shows when it runs.")),
            "sentence": _TEXT,
            "automation": _TEXT,
            "copied": {"type": "boolean", "description": "It is the stranger's copy that acts."},
            "place": {"$ref": "#/$defs/place"},
            "because": {**_COUNT, "description": "The happening that set it off (0: the opening)."},
            "reason": _or_null(_TEXT),
            "notes": {"type": "array", "items": _TEXT},
            "others": {"type": "boolean", "description": "And so on for the rest of a set."},
        }
    )


def _place() -> Json:
    return {
        "description": "A range of characters in a file, as in a report of findings.",
        **_object({"path": _TEXT, "start": {"$ref": "#/$defs/point"}, "end": {"$ref": "#/$defs/point"}}),
    }


def _point() -> Json:
    return {
        "description": "A position: line and column from 1, and the offset in the file's own bytes.",
        **_object({"line": _COUNT, "column": _COUNT, "byte": _COUNT}),
    }


_TEXT: Json = {"type": "string"}
_COUNT: Json = {"type": "integer", "minimum": 0}


def _said(description: str) -> Json:
    return {**_TEXT, "description": description}


def _or_null(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _one_of(table: dict[str, str]) -> Json:
    return {"oneOf": [{"const": word, "description": meaning} for word, meaning in table.items()]}


def _object(properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
