r"""Surrogate pairs: JSON writes 😀 as ``\ud83d\ude00``, which YAML does not know.

Each pair is written as one YAML escape before the text is parsed. That makes the text two characters
shorter, so places found in it are moved back afterwards.
"""

import re
from bisect import bisect_right

from sociable.documents.defects import Defect
from sociable.documents.nodes import Mapping, Node, Sequence

_HALVES = r"([dD][89aAbB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
_PAIR = rf"(?<!\\)((?:\\\\)*)\\u{_HALVES}"


def join(text: str) -> tuple[str, list[int]]:
    """Join all pairs of a JSON text. The offsets are where each join ends in the new text."""
    if not text.lstrip().startswith(("{", "[")) or "\\ud" not in text.lower():
        return text, []
    joins: list[int] = []

    def one(pair: re.Match[str]) -> str:
        joins.append(pair.end() - 2 * len(joins) - 2)
        return f"{pair[1]}{_whole(pair[2], pair[3])}"

    return re.sub(_PAIR, one, text), joins


def whole_at(text: str, offset: int) -> str:
    """The one escape that YAML has for the pair whose first digits stand there; empty where there is none."""
    pair = re.compile(_HALVES).match(text, offset)
    return _whole(pair[1], pair[2]) if pair else ""


def _whole(high: str, low: str) -> str:
    return f"\\U{0x10000 + ((int(high, 16) - 0xD800) << 10) + (int(low, 16) - 0xDC00):08x}"


def offset_before(joins: list[int], offset: int) -> int:
    """Turn an offset in the joined text into the one in the text as it was."""
    return offset + 2 * bisect_right(joins, offset)


def defect_before(joins: list[int], defect: Defect) -> Defect:
    """Give a defect its place in the text as it was."""
    return defect._replace(start=offset_before(joins, defect.start), end=offset_before(joins, defect.end))


def move_back(documents: list[Node], joins: list[int]) -> None:
    """Give every node its place in the text as it was."""
    moved: set[int] = set()
    todo = list(documents)
    while todo:
        node = todo.pop()
        if id(node) in moved:
            continue
        moved.add(id(node))
        node.start, node.end = offset_before(joins, node.start), offset_before(joins, node.end)
        if type(node) is Sequence:
            todo += node.items
        elif type(node) is Mapping:
            for key, value in node.values():
                todo += (key, value)
