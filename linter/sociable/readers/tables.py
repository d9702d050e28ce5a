"""What importers know of the tools they read: tables that are made of pages beside them, and checked in."""

import json
from functools import lru_cache
from os.path import dirname, join

from sociable.records.static import Any


@lru_cache(maxsize=16)
def tables_beside(module: str) -> dict[str, Any]:
    """What ``tables.json`` holds in the folder of a module, which gives its ``__file__``."""
    with open(join(dirname(module), "tables.json"), encoding="utf-8") as file:
        made: dict[str, Any] = json.load(file)
    return made
