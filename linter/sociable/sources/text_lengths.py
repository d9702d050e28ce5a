"""How long texts may be, and how each platform counts: ``rules/text-lengths.json``."""

import os
from functools import lru_cache

from sociable.files import package_data
from sociable.records.static import Any

LENGTHS = "text-lengths.json"

UNITS = {
    "characters": "each character of Unicode counts once",
    "characters without markup": "what makes letters bold, or an address a link, does not count",
    "characters, emoji by their bytes": "each emoji counts as many as it has bytes of UTF-8",
    "weighted characters": "some count twice, and every link as many as any other",
    "graphemes": "what looks like one sign counts once",
    "UTF-16 units": "most characters count once, emoji and rare ones twice",
    "bytes": "bytes of UTF-8: letters beyond English count two or more",
    "links": "how many links there are",
    "hashtags": "how many hashtags there are",
    "mentions": "how many people are named",
    "cashtags": "how many cashtags there are",
}
"""What is counted."""


@lru_cache(maxsize=1)
def text_lengths() -> tuple[dict[str, Any], ...]:
    """Every figure as the file holds it, those that no text is measured by included."""
    from sociable.text.json_values import json_value

    with open(os.path.join(package_data.folder("rules"), LENGTHS), encoding="utf-8") as file:
        return tuple(json_value(file.read())["lengths"])


def length_says(row: dict[str, Any]) -> str:
    """One of them as a clause: ``at most 500 characters for a post``."""
    return f"at most {row['most']:,} {row['unit']} for {row['what']}"
