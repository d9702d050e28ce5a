"""Rules that were checked before: kept as JSON for as long as their pages stay as they are."""

from typing import Any
from zlib import crc32

from sociable.language.codec import decode
from sociable.rulebook.page_files import PageRule


def page_rule(entry: dict[str, Any], path: str, category: str) -> PageRule:
    """A rule as ``compiled.json`` holds it."""
    told = entry["title"], entry["people_see"], tuple(entry["sources"])
    return PageRule(decode(entry["rule"]), path, category, *told)


def checksum(shared: bytes, page: bytes) -> int:
    """Tells whether a page is the one that was compiled; it guards against mistakes, not against malice."""
    return crc32(page, crc32(shared))


def read_compiled(data: bytes) -> dict[str, Any]:
    if not data:
        return {}
    import json

    pages: dict[str, Any] = json.loads(data)
    return pages
