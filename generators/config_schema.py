"""The JSON Schema of ``sociable.toml``, by which editors complete and check it."""

from typing import Any

from sociable.config.config_keys import KEYS, ConfigKey
from sociable.findings.finding import SEVERITIES
from sociable.vocabulary.platforms import PLATFORMS

_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_SEVERITY: dict[str, Any] = {"type": "object", "additionalProperties": {"enum": list(SEVERITIES)}}
_PLACES = ("file", "automation", "account", "node")

_SHAPES: dict[str, dict[str, Any]] = {
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
    "platforms": {"type": "array", "items": {"enum": list(PLATFORMS)}},
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
"""What a key may hold that is more than a flag, a text or a list of texts."""


def config_schema() -> dict[str, Any]:
    """Every key of a configuration, with what it is for."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:sociable:configuration:1",
        "title": "Configuration of sociable",
        "description": "What sociable.toml holds, or [tool.sociable] in pyproject.toml.",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: {"description": row.says, **_shape(row)} for name, row in KEYS.items()},
    }


def _shape(row: ConfigKey) -> dict[str, Any]:
    """What a key may hold: one of some words, what is said above, or else what its default is one of."""
    if row.words:
        return {"enum": list(row.words)}
    return _SHAPES.get(row.name) or {bool: {"type": "boolean"}, str: _TEXT, tuple: _TEXTS}[type(row.default)]
