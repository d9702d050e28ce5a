"""The JSON Schema of ``sociable.toml``, by which editors complete and check it."""

from typing import Any

from sociable.config.config_keys import KEYS
from sociable.findings.finding import SEVERITIES
from sociable.vocabulary.platforms import PLATFORMS

_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_SEVERITY: dict[str, Any] = {"type": "object", "additionalProperties": {"enum": list(SEVERITIES)}}
_PLACES = ("file", "automation", "account", "node")

_SHAPES: dict[str, dict[str, Any]] = {
    "extends": _TEXT,
    "rules": _TEXTS,
    "select": _TEXTS,
    "ignore": _TEXTS,
    "severity": _SEVERITY,
    "per-path": {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["files"],
            "additionalProperties": False,
            "properties": {"files": _TEXTS, "severity": _SEVERITY, "ignore": _TEXTS},
        },
    },
    "exclude": _TEXTS,
    "platforms": {"type": "array", "items": {"enum": list(PLATFORMS)}},
    "require-reason": {"type": "boolean"},
    "preview": {"type": "boolean"},
    "trust-notes": {"type": "boolean"},
    "baseline": _TEXT,
    "clients": {"type": "object", "additionalProperties": _TEXTS},
    "suppress": {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["says"],
            "minProperties": 2,
            "additionalProperties": False,
            "properties": dict.fromkeys(("says", *_PLACES), _TEXT),
        },
    },
}
"""What a key may hold, where it is not one of some words."""


def config_schema() -> dict[str, Any]:
    """Every key of a configuration, with what it is for."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:sociable:configuration:1",
        "title": "Configuration of sociable",
        "description": "What sociable.toml holds, or [tool.sociable] in pyproject.toml.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {"description": row.says, **({"enum": list(row.words)} if row.words else _SHAPES[name])}
            for name, row in KEYS.items()
        },
    }
