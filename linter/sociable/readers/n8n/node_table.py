"""The tables of n8n's nodes, as they are looked up."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from sociable.readers.tables import tables_beside
from sociable.records.record import Record
from sociable.records.static import Any

NOTHING: Mapping[str, Any] = {}
_SERVICE: Mapping[str, Any] = {"event": "webhook"}


class _Tables(Record):
    advice: Mapping[str, str]
    nodes: Mapping[str, Mapping[str, Any]]
    triggers: Mapping[str, Mapping[str, Any]]
    defaults: Mapping[str, tuple[tuple[float, Mapping[str, Any]], ...]]
    inert: re.Pattern[str]
    parts: re.Pattern[str]
    starts: re.Pattern[str]


def node_row(kind: str) -> Mapping[str, Any] | None:
    return _tables().nodes.get(kind)


def trigger_row(kind: str) -> Mapping[str, Any] | None:
    """The row of a trigger; one of a service that has no row hears what happens there."""
    found = _tables().triggers.get(kind)
    return _SERVICE if found is None and _tables().starts.fullmatch(kind) else found


def advice(rule: str) -> str:
    """What to do in n8n about what a rule finds; nothing where the rule's own page says it well enough."""
    return _tables().advice.get(rule, "")


_LOOKS = re.compile(r"(?:get|list|read|search|find|mark|check|verify|download|fetch|lookup|query)(?![a-z])")
_SPEAKS = re.compile(r"(?i:send|reply|answer|respond|post|publish|comment|invite)(?![a-z])")
_NOTHING_DONE: Mapping[str, Any] = MappingProxyType({"does": "pass"})


def is_inert(kind: str) -> bool:
    """Whether people outside never notice nodes of this type."""
    return _tables().inert.fullmatch(kind) is not None


def is_part_of_model(kind: str) -> bool:
    """Whether a node of this type hangs on to a model and is no step of its own."""
    return _tables().parts.fullmatch(kind) is not None


def defaults_of(kind: str, version: float) -> Mapping[str, Any]:
    """What an export leaves out for nodes of this type and version."""
    found = NOTHING
    for since, row in _tables().defaults.get(kind, ()):
        if since <= version:
            found = row
    return found


def operation_row(row: Mapping[str, Any], resource: str, operation: str) -> Mapping[str, Any] | None:
    """The row of an operation: its own, that of its resource, or that of any.

    A row for any operation is for those that do something: one that is called by a word for looking does nothing.
    Where such a row is for those that do nothing, nobody knows what one does that is called by a word for speaking.
    """
    rows = row.get("operations", NOTHING)
    for name in (f"{resource}/{operation}", f"*/{operation}", f"{resource}/*", "*/*"):
        if name in rows:
            found: Mapping[str, Any] = rows[name]
            if not name.endswith("*"):
                return found
            if found["does"] == "pass":
                return None if _SPEAKS.match(operation) else found
            return _NOTHING_DONE if found["does"] != "fetch" and _LOOKS.match(operation) else found
    return None


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    made = tables_beside(__file__)
    return _Tables(
        made["advice"],
        made["nodes"],
        made["triggers"],
        {
            kind: tuple(sorted((float(since), row) for since, row in rows.items()))
            for kind, rows in made["defaults"].items()
        },
        _pattern(made["patterns"]["pass"]),
        _pattern(made["patterns"]["part"]),
        _pattern(made["patterns"]["starts"]),
    )


def _pattern(rows: list[list[str]]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(each).replace(r"\*", ".*") for row in rows for each in row))
