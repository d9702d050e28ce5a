"""Where in a text something is put in or taken out, so that all that stands around it stays as it was written.

Each function gives the edit, or nothing where the text is laid out in a way that leaves no place for a small one.
"""

import json
import re
from collections.abc import Collection

from sociable.documents.document import Document
from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.text.source import Edit, Span
from sociable.vocabulary.values import NONE

_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s+)*")
"""The anchor of a node, and its tag."""

_ALIAS = re.compile(r"\s*:\s*\*[^\s,\[\]{}]+")
_BEHIND_ITEM = re.compile(r"(?:\s|#[^\r\n]*+)*+[,\]]")
_END_OF_LINE = re.compile(r"[\r\n]|\Z")
_LINE_BREAK = re.compile(r"\r\n?|\n")
_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n?|\n)\s*")
_PLAIN = re.compile(r"[A-Za-z][\w-]*(?:[ /.][\w-]+)*|[0-9]+(?: per [a-z0-9 ]+)?")
_EXPRESSED = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
"""Words that are not texts in some version of YAML."""


class Layout:
    """The text of a document, and how things stand in it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._source = document.source
        self._text = document.source.text

    # -------------------------------------------------------------------------------------- to put in

    def with_key(self, group: Mapping, key: str, value: str, before: str = "") -> Edit | None:
        """The edit that sets a key of a group to a value, in its place or in a new one ``before`` another key."""
        if key in group and self._is_own(group, group[key][0]):
            return self.with_value(*group[key], group, value)
        entries = self._own_entries(group)
        if not entries:
            return None
        names = [name.value for name, _ in entries]
        at = names.index(before) if before in names else len(names)
        after = entries[max(at - 1, 0)]
        end = self._end_of_entry(*after, group)
        if end is None:
            return None
        entry = f"{self._written(key, like=entries[0][0])}: {value}"
        if self.is_flow(group):
            return self._insertion(end, f",{self._between(entries)}{entry}")
        if self._is_bare_pair(group):
            return self._replacement(group.start, group.end, f"{{{self._text[group.start : group.end]}, {entry}}}")
        line_end, indent = self._end_of_line(end), self._blanks_before(entries[0][0].start)
        return self._insertion(line_end, f"{self._line_break(line_end)}{indent}{entry}")

    def with_value(self, key: Scalar, value: Node, group: Mapping, word: str) -> Edit | None:
        """The edit that puts a word in the place of a value, if it is written there and is no block."""
        if not self._is_value(key, value, group) or type(value) is not Scalar or self._is_block_text(value):
            return None
        start = self._start(value)
        lead = "" if self._text[start - 1 : start].isspace() else " "
        return self._replacement(start, value.end, f"{lead}{word}")

    def with_item(self, group: Mapping, key: str, word: str, before: str = "") -> Edit | None:
        """The edit that adds a word to the list under a key, or begins a new one, also instead of `none`."""
        if key not in group or not self._is_own(group, group[key][0]):
            like = next(iter(group.values()))[0]
            return self.with_key(group, key, f"[{self._written(word, like)}]", before)
        name, value = group[key]
        if not self._is_value(name, value, group):
            return None
        word = self._written(word, like=name)
        if type(value) is Scalar:
            held = self._text[self._start(value) : value.end]
            is_list = held != "" and value.value != NONE
            return self.with_value(name, value, group, f"[{held}, {word}]" if is_list else f"[{word}]")
        return self._after_last(value, word) if type(value) is Sequence and value.items else None

    def _after_last(self, sequence: Sequence, word: str) -> Edit | None:
        last = sequence.items[-1]
        if not sequence.start <= last.start < last.end <= sequence.end:
            return None
        if self.is_flow(sequence):
            return self._insertion(last.end, f", {word}")
        dash = self._dash_of(sequence, last)
        if dash is None:
            return None
        line_end = self._end_of_line(last.end)
        return self._insertion(line_end, f"{self._line_break(line_end)}{self._blanks_before(dash)}- {word}")

    def with_beginning(self, text: Scalar, sentence: str) -> Edit:
        """The edit that puts a sentence without quotes and backslashes before a text."""
        start = self._start(text)
        header = _HEADER.match(self._text, start) if self._is_block_text(text) else None
        if header is not None:
            return self._insertion(header.end(), sentence)
        return self._insertion(start + (self._text[start] in "\"'"), sentence)

    # ------------------------------------------------------------------------------------- to take out

    def without_item(self, sequence: Sequence, item: Node) -> Edit | None:
        """The edit that takes an item out of a list in which others are left."""
        at = next((number for number, each in enumerate(sequence.items) if each is item), None)
        if at is None or len(sequence.items) < 2 or not sequence.start <= item.start < item.end <= sequence.end:
            return None
        if self.is_flow(sequence):
            before = sequence.items[at - 1] if at else None
            return self._without_part(item, before, None if before else sequence.items[1], sequence)
        dash = self._dash_of(sequence, item)
        return None if dash is None else self._without_lines(dash, item.end)

    def without_entries(self, group: Mapping, keys: Collection[str]) -> tuple[Edit, ...] | None:
        """The edits that take keys with their values out of a group in which others are left."""
        entries = self._own_entries(group)
        going = [name.value in keys for name, _ in entries]
        if all(going) or sum(going) < len(keys):
            return None
        edits = []
        for number, goes in enumerate(going):
            if goes:
                edit = self._without_entry(group, entries, number, leads=all(going[:number]))
                if edit is None:
                    return None
                edits.append(edit)
        return tuple(edits)

    def _without_entry(
        self, group: Mapping, entries: list[tuple[Scalar, Node]], number: int, leads: bool
    ) -> Edit | None:
        """Take out one entry; if it ``leads``, nothing is left before it, so that what comes next takes its place."""
        start, end = entries[number][0].start, self._end_of_entry(*entries[number], group)
        begins_line = not self._text[self._start_of_line(start) : start].strip()
        if begins_line and not self.is_flow(group):
            return None if end is None else self._without_lines(start, end)
        if leads:
            return self._replacement(start, entries[number + 1][0].start, "")
        before = self._end_of_entry(*entries[number - 1], group)
        return None if before is None or end is None else self._replacement(before, end, "")

    def without_value(self, group: Mapping, key: str, instead: str) -> Edit | None:
        """The edit that puts another key in the place of one, and nothing in that of its value.

        In brackets that has to be said: `[notify:]` is no YAML.
        """
        name, value = group[key]
        end = self._end_of_entry(name, value, group)
        if end is None:
            return None
        return self._replacement(
            name.start, end, f"{instead}: null" if self.is_flow(group) or self._is_bare_pair(group) else f"{instead}:"
        )

    def in_place_of(self, scalar: Scalar, word: str) -> Edit:
        """The edit that puts a word in the place of another one, which keeps its anchor."""
        return self._replacement(self._start(scalar), scalar.end, word)

    def without_comment(self, span: Span, alone: bool) -> Edit:
        """The edit that takes out a comment: with its line if it stands ``alone``, or with the blanks before it."""
        if alone:
            whole = self._without_lines(span.start, span.end)
            if whole is not None:
                return whole
        kept = self._text[self._start_of_line(span.start) : span.start].rstrip(" \t")
        return self._replacement(self._start_of_line(span.start) + len(kept), span.end, "")

    # --------------------------------------------------------------------------------------- how it is

    def is_flow(self, node: Node) -> bool:
        """Whether a list or group is written in brackets."""
        return self._text[self._start(node)] in "[{"

    def _is_bare_pair(self, group: Mapping) -> bool:
        """Whether a group is one key with its value in a list in brackets, without brackets of its own."""
        return len(group) == 1 and _BEHIND_ITEM.match(self._text, group.end) is not None

    def word(self, text: str, like: Scalar) -> str:
        """A word as it is written here: in quotes where a key of the same group stands in double ones."""
        return self._written(text, like)

    def _written(self, text: str, like: Scalar) -> str:
        is_value = text in ("true", "false", "null") or text.isdecimal()
        if self._text[self._start(like)] == '"' and not is_value:
            return json.dumps(text)
        if is_value or (_PLAIN.fullmatch(text) and text not in _EXPRESSED):
            return text
        return json.dumps(text, ensure_ascii=False)

    def _start(self, node: Node) -> int:
        """Where a node begins behind its anchor."""
        found = _PROPERTIES.match(self._text, node.start)
        return min(found.end() if found else node.start, node.end)

    def _is_block_text(self, value: Node) -> bool:
        return type(value) is Scalar and not value.plain and self._text[self._start(value)] in "|>"

    def _is_own(self, group: Mapping, node: Node) -> bool:
        """Whether a node is written within a group, and not only meant by an alias."""
        return group.start <= node.start and node.end <= group.end

    def _is_value(self, key: Scalar, value: Node, group: Mapping) -> bool:
        return key.end < value.start + 1 and self._is_own(group, value) and _ALIAS.match(self._text, key.end) is None

    def _own_entries(self, group: Mapping) -> list[tuple[Scalar, Node]]:
        return [entry for entry in group.values() if self._is_own(group, entry[0])]

    def _end_of_entry(self, key: Scalar, value: Node, group: Mapping) -> int | None:
        alias = _ALIAS.match(self._text, key.end)
        if alias is not None:
            return alias.end()
        return value.end if self._is_value(key, value, group) else None

    def _between(self, entries: list[tuple[Scalar, Node]]) -> str:
        """What stands between the entries of a group in brackets: a blank, or a line break and blanks."""
        first = entries[0][0].start
        start = self._start_of_line(first)
        lead = self._text[start:first]
        return f"{self._line_break(first)}{lead}" if start and not lead.strip() else " "

    def _blanks_before(self, offset: int) -> str:
        return " " * (self._source.position(offset)[1] - 1)

    def _dash_of(self, sequence: Sequence, item: Node) -> int | None:
        """Where the dash of an item is: before it stand only blanks and comments."""
        at = next(number for number, each in enumerate(sequence.items) if each is item)
        after = sequence.items[at - 1].end if at else sequence.start
        if after > item.start:
            return None
        gap = list(self._text[after : item.start])
        for comment in self._document.comments:
            if after <= comment.span.start < item.start:
                gap[comment.span.start - after : comment.span.end - after] = " " * len(comment.span.text)
        dash = "".join(gap).rfind("-")
        return None if dash < 0 else after + dash

    def _without_part(self, item: Node, before: Node | None, after: Node | None, within: Node) -> Edit | None:
        if before is not None:
            sound = within.start <= before.start < before.end <= item.start
            return self._replacement(before.end, item.end, "") if sound else None
        sound = after is not None and item.end <= after.start < within.end
        return self._replacement(item.start, after.start, "") if after is not None and sound else None

    def _without_lines(self, start: int, end: int) -> Edit | None:
        """Take out whole lines, if nothing else begins on the first of them."""
        begin, stop = self._start_of_line(start), self._end_of_line(end)
        if self._text[begin:start].strip():
            return None
        line_break = _LINE_BREAK.match(self._text, stop)
        return self._replacement(begin, line_break.end() if line_break else stop, "")

    # ------------------------------------------------------------------------------------------ places

    def _start_of_line(self, offset: int) -> int:
        return self._source.line_starts()[self._source.position(offset)[0] - 1]

    def _end_of_line(self, offset: int) -> int:
        found = _END_OF_LINE.search(self._text, offset)
        return found.start() if found else len(self._text)

    def _line_break(self, near: int) -> str:
        """How lines end here, or else in this text."""
        found = _LINE_BREAK.search(self._text, near) or _LINE_BREAK.search(self._text)
        return found[0] if found else "\n"

    def _insertion(self, at: int, text: str) -> Edit:
        return Edit(Span(self._source, at, at), text)

    def _replacement(self, start: int, end: int, text: str) -> Edit:
        return Edit(Span(self._source, start, end), text)
