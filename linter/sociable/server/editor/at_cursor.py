"""What stands at a place of a text, also while it is being typed and is no YAML yet."""

import re
from collections.abc import Iterator

from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.documents.yaml_tree import parse
from sociable.readers.automation_file.marker import has_marker
from sociable.records.record import Record
from sociable.server.editor.schema_parts import Step
from sociable.text.source import Source

_MARK = "sociable0cursor"
"""Stands for the word that is being typed, so that it can be found in the tree again."""

_MOST = 1024 * 1024
"""Characters of a text in which a place is looked for: nobody types more, and each look reads it up to four times."""

_WORD = re.compile(r"[\w$-]*")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*+("?)|(?<!\w)\'[^\']*\'')
"""A text in quotation marks; one in double ones may be left open, and has an empty group then."""


class AtCursor(Record):
    """A value or key in a tree, and the way to it from the ``root``.

    ``route`` leads to the value; to that of a key, if the cursor is on the key. ``node`` is the scalar there.
    ``word`` is its place in the text, or that of the word that is typed. ``before`` is what is written of a text
    in front of the word.
    """

    root: Node
    route: tuple[Step, ...]
    is_key: bool
    node: Scalar
    word: tuple[int, int]
    before: str = ""


def standing_at(text: str, offset: int) -> AtCursor | None:
    """The word that stands at a place; nothing where there is none, or no automation file."""
    for attempt in (text, _up_to_line(text, offset)):
        for root in _roots(attempt):
            for route, is_key, node in _scalars(root):
                if node.start <= offset <= node.end:
                    return AtCursor(root, route, is_key, node, (node.start, node.end), text[node.start : offset])
    return None


def typed_at(text: str, offset: int) -> AtCursor | None:
    """What is being typed at a place, or could be."""
    start = offset - length_before(_WORD, text[:offset])
    end = _WORD.match(text, offset).end()  # type: ignore[union-attr]
    whole = text[:start] + _MARK + text[end:]
    as_key = text[:start] + _MARK + ": " + text[end:]
    behind = start + len(_MARK)
    for attempt in (whole, as_key, _up_to_line(whole, behind), _up_to_line(as_key, behind + 2)):
        for root in _roots(attempt):
            for route, is_key, node in _scalars(root):
                if _MARK in node.value and (node.value == _MARK or _in_expression(route, node)):
                    before = node.value[: node.value.index(_MARK)]
                    return AtCursor(root, route, is_key, node, (start, end), before)
    return None


def length_before(turned: re.Pattern[str], text: str) -> int:
    """How many characters at the end of a text fit, for a pattern that reads backwards and fits nothing as well.

    Looking for what reaches to the end would begin anew at each character.
    """
    return turned.match(text[::-1]).end()  # type: ignore[union-attr]


def _in_expression(route: tuple[Step, ...], node: Scalar) -> bool:
    before = node.value[: node.value.index(_MARK)]
    return "if" in route[-2:] or before.rfind("{{") > before.rfind("}}") or before.endswith(".")


def _roots(text: str) -> Iterator[Node]:
    if len(text) > _MOST:
        return iter(())
    return filter(has_marker, parse(Source("", text)).roots)


def _scalars(root: Node) -> Iterator[tuple[tuple[Step, ...], bool, Scalar]]:
    """Each key and each single value with the way to it, and whether it is a key."""
    ahead: list[tuple[tuple[Step, ...], Node]] = [((), root)]
    seen: set[int] = set()
    while ahead:
        route, node = ahead.pop()
        if type(node) is Scalar:
            yield route, False, node
        elif id(node) not in seen:
            seen.add(id(node))
            if type(node) is Sequence:
                ahead += (((*route, number), item) for number, item in enumerate(node.items))
            elif type(node) is Mapping:
                for name, (key, value) in node.items():
                    yield (*route, name), True, key
                    ahead.append(((*route, name), value))


def _up_to_line(text: str, offset: int) -> str:
    """A text up to the end of a line, with the brackets closed that the line leaves open."""
    end = re.search(r"[\r\n]|$", text[offset:])
    upto = text[: offset + end.start()] if end else text
    line = re.split(r"[\r\n]", upto)[-1]
    bare = _QUOTED.sub(lambda found: '"' if found[1] == "" else "", line)
    quote = '"' if '"' in bare else ""
    closing: list[str] = []
    for char in bare.partition('"')[0]:
        if char in "{[":
            closing.append("}" if char == "{" else "]")
        elif closing and char == closing[-1]:
            closing.pop()
    return upto + quote + "".join(reversed(closing)) + "\n"
