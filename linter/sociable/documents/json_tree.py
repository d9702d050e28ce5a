"""JSON text to the same positioned tree that YAML becomes: all of JSON, and nothing else.

The YAML reader refuses some legal JSON (half of a surrogate pair, raw C1 characters, long keys), silently changes
some (blanks around a raw U+2028), and takes much that is none. A walk with its own stack, because a recursive one
could be brought down by brackets.
"""

import re
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined] # public, but typeshed does not list it

from sociable.documents.defects import Defect
from sociable.documents.document import Document
from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.findings.problem import SPREAD
from sociable.text.source import Source
from sociable.text.wording import short

MAX_DEPTH = 100
"""Of collections within collections."""

MAX_NODES = 500_000
"""In one file, keys counted."""

_BLANK = re.compile(r"[ \t\n\r]*")
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null")
_NEXT = re.compile(r"[ \t\n\r]*([,\]}]?)[ \t\n\r]*")
_BARE = r'"([^"\\\x00-\x1f]*+)"'
_PAIR = re.compile(rf"{_BARE}[ \t\n\r]*:[ \t\n\r]*(?:{_BARE}|({_PLAIN.pattern})|([{{\[]))")
"""A key and its value at one go, where neither has anything in it that is written with a backslash."""

_NESTED = "Perhaps a bracket is never closed."
_ASIDE = {
    "'": "Write texts in straight double quotes.",
    "“": "Write texts in straight double quotes.",
    "„": "Write texts in straight double quotes.",
    "/": "JSON has no comments; take it out.",
    "#": "JSON has no comments; take it out.",
}


class _Broken(Exception):
    def __init__(self, at: int, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.at = at
        self.advice = advice


def parse(source: Source) -> Document:
    """Read a JSON text. Of a key that stands twice the last value holds, as everywhere in JSON, and a defect tells it.

    There is no root where the text is not JSON, nested deeper than ``MAX_DEPTH`` or of more than ``MAX_NODES`` values;
    the last defect then says where and why.
    """
    reader = _Reader(source.text)
    try:
        root = reader.read()
    except _Broken as broken:
        defect = Defect(broken.at, broken.at + 1, str(broken), broken.advice)
        return Document(source, (), (*reader.defects, defect))
    return Document(source, (root,), tuple(reader.defects))


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.defects: list[Defect] = []
        self.count = 0

    def read(self) -> Node:
        at = _end_of_blank(self.text, 0)
        root, at = self._value(at)
        if type(root) is not Scalar:
            at = self._fill(root, at)
        at = _end_of_blank(self.text, at)
        if at < len(self.text):
            raise _Broken(
                at, "the text goes on after its end", "Take out what follows, or a bracket too many before it."
            )
        return root

    def _fill(self, root: Sequence | Mapping, at: int) -> int:
        """Read on until the ``root``, whose bracket is open, is closed; gives the place behind it."""
        text = self.text
        opened: list[Sequence | Mapping] = [root]
        begun = False  # whether the collection at hand holds something already
        while opened:
            node = opened[-1]
            match = _NEXT.match(text, at)
            assert match is not None  # it matches nothing as well
            sign, at = match[1], match.start(1)
            if sign == ("}" if type(node) is Mapping else "]"):
                at += 1
                node.end = at
                opened.pop()
                begun = True
                continue
            if begun:
                if sign != ",":
                    raise self._unexpected(at, "a comma or the closing bracket is missing here")
                at = match.end()
            value, at = self._member(node, at)
            begun = type(value) is Scalar
            if type(value) is not Scalar:
                opened.append(value)
                if len(opened) > MAX_DEPTH:
                    raise _Broken(value.start, f"this is nested more than {MAX_DEPTH} levels deep", _NESTED)
        return at

    def _member(self, node: Sequence | Mapping, at: int) -> tuple[Node, int]:
        """Read what comes next in a collection: an item, or a key and its value."""
        if type(node) is Sequence:
            value, at = self._value(at)
            node.items.append(value)
            return value, at
        assert type(node) is Mapping
        pair = _PAIR.match(self.text, at)
        if pair is not None and self.count < MAX_NODES - 1:
            self.count += 2
            key, value = _pair(pair)
            at = pair.end()
        else:
            key, at = self._key(at)
            value, at = self._value(at)
        if key.value in node:
            message = f"`{short(key.value)}` stands twice in the same group, and only the last counts"
            self.defects.append(Defect(key.start, key.end, message, "Remove one of the two.", "not-understood"))
        node[key.value] = (key, value)
        return value, at

    def _key(self, at: int) -> tuple[Scalar, int]:
        if self.text[at : at + 1] != '"':
            raise self._unexpected(at, "a key in double quotes is missing here")
        key, at = self._string(at)
        at = _end_of_blank(self.text, at)
        if self.text[at : at + 1] != ":":
            raise self._unexpected(at, "a colon is missing after a key")
        return key, _end_of_blank(self.text, at + 1)

    def _value(self, at: int) -> tuple[Node, int]:
        """Read a scalar, or open a collection, whose content is still to come."""
        sign = self.text[at : at + 1]
        if sign == '"':
            return self._string(at)
        if sign in ("{", "["):
            self._counted(at)
            return (Mapping if sign == "{" else Sequence)(at, at + 1), at + 1
        match = _PLAIN.match(self.text, at)
        if match is None:
            raise self._unexpected(at, "a value is missing here")
        self._counted(at)
        return Scalar(at, match.end(), match[0], True), match.end()

    def _string(self, at: int) -> tuple[Scalar, int]:
        self._counted(at)
        try:
            value, end = scanstring(self.text, at + 1, True)
        except JSONDecodeError as error:
            raise _Broken(*_string_mistake(self.text, at, error)) from None
        return Scalar(at, end, value, False), end

    def _counted(self, at: int) -> None:
        self.count += 1
        if self.count > MAX_NODES:
            raise _Broken(at, f"the file holds more than {MAX_NODES:,} values", SPREAD)

    def _unexpected(self, at: int, message: str) -> _Broken:
        if at >= len(self.text):
            return _Broken(max(at - 1, 0), "the text ends too early", "Perhaps only a part of the file was saved.")
        return _Broken(at, message, _ASIDE.get(self.text[at], ""))


def _pair(match: re.Match[str]) -> tuple[Scalar, Node]:
    """A key and its value; of a collection its beginning."""
    name, said, plain, bracket = match.groups()
    start, end = match.span(1)
    key = Scalar(start - 1, end + 1, name, False)
    if said is not None:
        start, end = match.span(2)
        return key, Scalar(start - 1, end + 1, said, False)
    if plain is not None:
        start, end = match.span(3)
        return key, Scalar(start, end, plain, True)
    start, end = match.span(4)
    return key, (Mapping if bracket == "{" else Sequence)(start, end)


def _end_of_blank(text: str, at: int) -> int:
    return _BLANK.match(text, at).end()  # type: ignore[union-attr] # it matches nothing as well


def _string_mistake(text: str, start: int, error: JSONDecodeError) -> tuple[int, str, str]:
    """Where a text in quotes goes wrong, and what to do, in plain words."""
    if error.msg.startswith("Unterminated"):
        return start, "a text in quotes is never closed", "Close it with a double quote."
    at = min(error.pos, len(text) - 1)
    if "control character" in error.msg:
        return (
            at,
            "a line break, tab or other control character stands in a text",
            r"Write `\n` for a line break and `\t` for a tab.",
        )
    return at, "`\\` is followed by something that JSON does not know", r"Write `\\` for a backslash itself."
