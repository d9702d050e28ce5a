"""The tables that importers look things up in: written as YAML by people, read as JSON, which takes no time."""

import json
from collections.abc import Mapping
from os.path import join
from typing import Any

import yaml

READERS = "linter/sociable/readers"
TABLES = {
    "n8n": ("nodes", "defaults", "triggers", "patterns", "advice"),
    "addresses": ("addresses", "payloads"),
    "make": ("modules", "advice"),
    "ci_workflows": ("actions", "apps", "events"),
    "gramaddict": ("keys",),
    "matterbridge": ("protocols",),
}
"""The rooms below ``READERS`` that have tables, and the names of these."""


def import_tables(project: str, room: str) -> str:
    """Join the tables of a room into one JSON text, a row a line."""
    parts = (f"{json.dumps(name)}: {_rows(load(project, room, name))}" for name in TABLES[room])
    return "{\n" + ",\n".join(parts) + "\n}\n"


def load(project: str, room: str, name: str) -> Any:
    """One table as its YAML file says it."""
    with open(join(project, READERS, room, f"{name}.yml"), encoding="utf-8") as file:
        return yaml.load(file, yaml.CSafeLoader)  # noqa: TID251 - it is safe, and it is our own file


def _rows(table: Any) -> str:
    if isinstance(table, Mapping):
        rows = [f"{json.dumps(str(name))}: {json.dumps(row, ensure_ascii=False)}" for name, row in table.items()]
        return "{\n" + ",\n".join(rows) + "\n}"
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in table) + "\n]"
