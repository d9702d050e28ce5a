"""What a fix comes to in a configuration: an entry is taken out, or says something else; all around it stays."""

import json
import re

from sociable.findings.finding import Fix
from sociable.records.static import Any
from sociable.text.source import Edit, Source, Span
from sociable.text.toml_places import Entry, entry_at, place_of
from sociable.text.toml_values import NotToml, toml_values


def edit_of_entry(fix: Fix) -> Edit | None:
    """The edit of a fix that is about an entry, one of whose keys stands there; nothing where none leaves the rest."""
    source = fix.span.source
    entry = entry_at(source, fix.span.start)
    if entry is not None and fix.change.key:
        entry = entry_at(source, place_of(source, (*entry.route[:-1], fix.change.key)).start)
    if entry is None:
        return None
    becomes = None if fix.change.action == "remove" else fix.change.word
    edit = _without(source, entry) if becomes is None else _saying(source, entry, becomes)
    return edit if _leaves_the_rest(source.text, edit, entry, becomes) else None


def _saying(source: Source, entry: Entry, word: str) -> Edit:
    """In the quotes that are there, if they can hold it."""
    start, end = entry.value
    is_literal = source.text[start] == "'" and not {*"'\n\r"} & {*word}
    return Edit(Span(source, start, end), f"'{word}'" if is_literal else json.dumps(word, ensure_ascii=False))


def _without(source: Source, entry: Entry) -> Edit:
    start, end = entry.table
    text = source.text
    if text[start] == "{":
        return _without_item(source, start, end)
    start = text.rfind("\n", 0, start) + 1
    end = _line_end(text, end)
    after = _end_of(r"(?:[ \t]*\r?\n)+", text, end)
    if after < len(text):
        return Edit(Span(source, start, after), "")
    before = text[:start].rstrip()  # it is the last: the gap above it goes as well
    return Edit(Span(source, _line_end(text, len(before)) if before else 0, after), "")


def _without_item(source: Source, start: int, end: int) -> Edit:
    """With the comma behind it, or before it if it is the last, and with its line if it stands there alone."""
    text = source.text
    comma = _end_of(r"[ \t]*,[ \t]*", text, end)
    if comma == end:
        before = text.rfind(",", 0, start)
        is_near = before >= 0 and re.fullmatch(r"[ \t]*\n?", text[before + 1 : start])
        return Edit(Span(source, before if is_near else start, end), "")
    line = text.rfind("\n", 0, start) + 1
    if not text[line:start].strip() and (whole := _end_of(r"(?:#[^\n]*)?\r?\n", text, comma)) > comma:
        return Edit(Span(source, line, whole), "")
    return Edit(Span(source, start, comma), "")


def _line_end(text: str, at: int) -> int:
    return _end_of(r"[^\n]*\n?", text, at)


def _end_of(pattern: str, text: str, at: int) -> int:
    found = re.compile(pattern).match(text, at)
    return found.end() if found else at


def _leaves_the_rest(text: str, edit: Edit, entry: Entry, becomes: str | None) -> bool:
    """Whether a text says the same with an edit, but for the one entry, as far as the entries next to it.

    What is further off stays as it is written: to read all of it for each entry would take the square of their number.
    """
    before, behind = entry.beside
    *path, _, key = entry.route
    lead, close = "", ""
    if text[entry.table[0]] == "{":
        path, lead, close = ["entries"], f"entries = {'[' if before else ''}", "]" if behind else ""
    begin = min(edit.span.start, (before or entry.among)[0])
    end = (behind or entry.among)[1]
    try:
        expected = toml_values(f"{lead}{text[begin:end]}{close}")
        now = toml_values(f"{lead}{text[begin : edit.span.start]}{edit.text}{text[edit.span.end : end]}{close}")
    except NotToml:
        return False
    entries = _at(expected, path)
    number = 1 if before else 0
    if becomes is None:
        del entries[number]
    else:
        entries[number][key] = becomes
    return now == expected or (not entries and _at(now, path) is None and now == _without_key(expected, path))


def _at(tree: Any, path: list[Any]) -> Any:
    """What stands at the end of a path of keys; nothing where one of them is not there."""
    for key in path:
        if key not in tree:
            return None
        tree = tree[key]
    return tree


def _without_key(tree: dict[str, Any], path: list[Any]) -> dict[str, Any]:
    """The same without an empty list, which goes with its last entry, and without tables that only held it."""
    key, *rest = path
    inner = _without_key(tree[key], rest) if rest else None
    return {name: inner if name == key else value for name, value in tree.items() if name != key or inner}
