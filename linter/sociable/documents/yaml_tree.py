"""Text to positioned trees, by walking libyaml's events.

``yaml.load`` and ``compose`` recurse in C and bring the interpreter down on deeply nested input; a
walk over events can stop at a limit. Aliases stay references to the node they name, so a small file
cannot become a large tree. Scalars stay text: what ``no`` or ``3:30`` means is for the reader of the
field to say, by the YAML 1.2 core schema (``sociable.documents.scalars``).
"""

import re
from collections.abc import Callable

from sociable.documents import surrogates
from sociable.documents.defects import UNQUOTED, Defect
from sociable.documents.document import Comment, Document
from sociable.documents.libyaml import (
    AliasEvent,
    CParser,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)
from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.findings.problem import SPREAD
from sociable.records.static import Any
from sociable.text.source import Source
from sociable.text.wording import short

MAX_DEPTH = 100
"""Of collections within collections, following aliases."""

MAX_NODES = 500_000
"""In one file, counting what an alias stands for each time it is used."""

_MOST_WORDS = 1000
"""Texts of one file that are kept once, where they come more than once."""

_STAR = "A text that begins with `*` needs quotes."
_NESTED = "Automations need about ten; perhaps a bracket is never closed."

_OWN_TAGS = frozenset((None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"))
_TAG_DIRECTIVE = r"(?:^|[\r\n\x85\u2028\u2029])(%TAG)"


class _Broken(Exception):
    """Ends the walk over the events."""

    def __init__(self, event: Any, message: str, advice: str) -> None:
        super().__init__(message)
        self.defect = Defect(event.start_mark.index, event.end_mark.index, message, advice)


def parse(source: Source) -> Document:
    """Read the documents of a YAML or JSON text, up to the first that is broken.

    A document is broken where it is not well formed, nested deeper than ``MAX_DEPTH``, makes the
    file larger than ``MAX_NODES`` values, contains itself or uses tags: a ``broken-yaml`` defect.
    """
    text, joins = surrogates.join(source.text)
    builder = _Builder(text)
    tags = _tag_directive(text)
    try:
        if tags is None:
            builder.build(CParser(text).get_event)
        else:
            builder.defects.append(tags)
    except _Broken as broken:
        builder.defects.append(broken.defect)
    except UnicodeEncodeError as error:  # which no file holds, but an editor may
        advice = "Delete it, or write the whole character."
        builder.defects.append(Defect(error.start, error.end, "this is only one half of a character", advice))
    except YAMLError as error:
        from sociable.documents.yaml_errors import defect_of

        builder.defects.append(defect_of(error, text))
    if joins:
        surrogates.move_back(builder.documents, joins)
        builder.defects = [surrogates.defect_before(joins, defect) for defect in builder.defects]
    return Document(source, tuple(builder.documents), tuple(builder.defects), _comments_in)


class _Anchor:
    """A node with a name; ``weight`` and ``height`` measure it with all below it, once it is ``closed``."""

    __slots__ = ("closed", "height", "node", "weight")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.closed = type(node) is Scalar
        self.weight = 1
        self.height = 0


class _Words(dict[str, str]):
    """Keys, and whatever else a file says again and again: kept once, however many scalars say it."""

    def __missing__(self, text: str) -> str:
        if len(self) < _MOST_WORDS:
            self[text] = text
        return text


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.documents: list[Node] = []
        self.defects: list[Defect] = []
        self.anchors: dict[str, _Anchor] = {}
        self.open_anchors: dict[int, _Anchor] = {}

    def build(self, next_event: Callable[[], Any]) -> None:
        """Turn all events into nodes; ``children`` are those of the collection that is open.

        ``count`` and ``deepest`` follow aliases, ``end`` is where the latest node ended.
        """
        words = _Words()
        node: Node
        children = self.documents
        opened: list[tuple[Sequence | Mapping, list[Node], int, int]] = []
        count = deepest = end = 0
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                count += 1
                end = event.end_mark.index
                plain = event.implicit[0]
                node = Scalar(event.start_mark.index, end, words[event.value], plain)
                if not plain or event.anchor is not None:
                    end = self._finish_scalar(node, event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                count += 1
                collection = self._open(event, kind is MappingStartEvent, len(opened) + 1)
                opened.append((collection, children, count, deepest))
                children, deepest = [], len(opened)
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                depth = len(opened)
                node, siblings, counted, deepest_outside = opened.pop()
                end = self._close(node, children, event, end)
                self._measure(node, count - counted + 1, deepest - depth + 1)
                children, deepest = siblings, max(deepest, deepest_outside)
            elif kind is AliasEvent:
                end = event.end_mark.index
                anchor = self._resolve(event, len(opened))
                node = anchor.node
                count += anchor.weight
                deepest = max(deepest, len(opened) + anchor.height)
            elif kind is StreamEndEvent:
                return
            else:
                if kind is DocumentStartEvent:
                    count += 1
                    self.anchors.clear()
                continue
            if count > MAX_NODES:
                self.documents.clear()
                raise _Broken(event, f"the file holds more than {MAX_NODES:,} values, following the aliases", SPREAD)
            children.append(node)

    def _finish_scalar(self, scalar: Scalar, event: Any) -> int:
        """See to what plain scalars without an anchor have not."""
        self._refuse_tag(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = _Anchor(scalar)
        if event.style in ("|", ">"):  # libyaml counts the empty lines below as well
            scalar.length = len(self.text[scalar.start : scalar.end].rstrip())
        return scalar.end

    def _open(self, event: Any, mapping: bool, depth: int) -> Sequence | Mapping:
        at = event.start_mark.index
        node = Mapping(at, at) if mapping else Sequence(at, at)
        if event.tag is not None or event.anchor is not None or depth > MAX_DEPTH:
            self._see_to(node, event, depth)
        return node

    def _see_to(self, node: Sequence | Mapping, event: Any, depth: int) -> None:
        """See to what few collections have."""
        self._refuse_tag(event)
        if depth > MAX_DEPTH:
            raise _Broken(event, f"this is nested more than {MAX_DEPTH} levels deep", _NESTED)
        if event.anchor is not None:
            self.anchors[event.anchor] = self.open_anchors[id(node)] = _Anchor(node)

    def _close(self, node: Sequence | Mapping, children: list[Node], event: Any, end: int) -> int:
        """Give a collection what is in it, and say where it ends: a block does with its last child."""
        at = event.end_mark.index
        node.end = at if at > event.start_mark.index else end
        if type(node) is Sequence:
            node.items = children
        else:
            self._fill(node, children)
        return node.end

    def _fill(self, entries: Mapping, children: list[Node]) -> None:
        """Give a group its keys and values, of which nothing needs to be told in most groups."""
        keys, values = children[::2], children[1::2]
        for key, value in zip(keys, values, strict=True):
            name = key.value if type(key) is Scalar else "<<"
            if name in entries or name == "<<":
                entries.clear()
                self._fill_one_by_one(entries, keys, values)
                return
            entries[name] = (key, value)  # type: ignore[assignment]

    def _fill_one_by_one(self, entries: Mapping, keys: list[Node], values: list[Node]) -> None:
        merged: list[Node] = []
        for key, value in zip(keys, values, strict=True):
            if type(key) is not Scalar:
                self._say_strange_key(key)
                continue
            name = key.value
            if name in entries:
                message = f"`{short(name)}` stands twice in the same group, and only the first counts"
                self._say(key, message, "Remove one of the two.")
            elif name == "<<" and key.plain:
                merged += value.items if type(value) is Sequence else (value,)
            else:
                entries[name] = (key, value)
        for source in merged:
            if type(source) is Mapping:
                for name, entry in source.items():
                    entries.setdefault(name, entry)
            else:
                self._say(source, "`<<` takes in a group of keys, and this is none", "Write `<<: *name`.")

    def _measure(self, node: Sequence | Mapping, weight: int, height: int) -> None:
        if self.open_anchors and (anchor := self.open_anchors.pop(id(node), None)) is not None:
            anchor.closed, anchor.weight, anchor.height = True, weight, height

    def _resolve(self, event: Any, depth: int) -> _Anchor:
        name = short(event.anchor)
        anchor = self.anchors.get(event.anchor)
        if anchor is None:
            raise _Broken(event, f"`*{name}` refers to `&{name}`, which does not exist", _STAR)
        if not anchor.closed:
            raise _Broken(event, f"`*{name}` stands inside the very thing it refers to", "Take it out.")
        if depth + anchor.height > MAX_DEPTH:
            raise _Broken(event, f"this is nested more than {MAX_DEPTH} levels deep, following the aliases", _NESTED)
        return anchor

    def _refuse_tag(self, event: Any) -> None:
        if event.tag not in _OWN_TAGS:
            raise _Broken(event, "YAML tags are not understood", "Take out the word that begins with `!`, or quote it.")

    def _say_strange_key(self, key: Node) -> None:
        if self.text.startswith("{{", key.start - 1):
            self.defects.append(Defect(key.start - 1, key.end + 1, *UNQUOTED, "not-understood"))
        else:
            self._say(key, "a key has to be a word or a text", "Write `key: value`.")

    def _say(self, node: Node, message: str, advice: str = "") -> None:
        self.defects.append(Defect(node.start, node.end, message, advice, "not-understood"))


def _comments_in(source: Source, end: int) -> tuple[Comment, ...]:
    from sociable.documents.comments import comments_in

    return comments_in(source, end)


def _tag_directive(text: str) -> Defect | None:
    """Stop before libyaml does: it takes quadratic time over many of these, and tags are refused anyway."""
    found = re.search(_TAG_DIRECTIVE, text) if "%TAG" in text else None
    return Defect(*found.span(1), "`%TAG` is not understood", "Take the line out.") if found else None
