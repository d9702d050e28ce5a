"""Accepting a finding from inside an editor: by a comment, or where none can stand, in the configuration."""

import json
import os
from collections.abc import Callable
from typing import Any, TypeAlias

from sociable.config.effective import Configurations
from sociable.config.find import OWN_FILE, SHARED_FILE
from sociable.documents.yaml_tree import parse
from sociable.errors import BadConfig
from sociable.files.contents import absolute
from sociable.findings.finding import Finding, Member
from sociable.readers.automation_file.marker import has_marker
from sociable.records.record import Record
from sociable.server.editor.open_projects import Checked
from sociable.text.source import Edit, Source, Span
from sociable.text.toml_values import NotToml, toml_values

ReadText: TypeAlias = Callable[[str], str]
"""What a file holds as the editor has it. Raises ``OSError``."""

_WILD = str.maketrans({char: f"\\{char}" for char in "\\*?[!# "})


class NewEntry(Record):
    """An entry for a configuration, by its edit; ``is_new`` if there is no such file yet."""

    path: str
    edit: Edit
    is_new: bool


def comment_for(source: Source, finding: Finding, member: Member) -> Edit | None:
    """A line above the place that says what is accepted; nothing where no comment can stand."""
    lines = [member.span.line, *(span.line for span in member.hidden if span.path == source.path)]
    for line in dict.fromkeys(lines):
        start = source.line_starts()[line - 1]
        text = source.line(line)
        indent = text[: len(text) - len(text.lstrip())]
        comment = f"{indent}# sociable: {_says(finding)}"
        edit = Edit(Span(source, start, start), comment + _line_end(source.text))
        if _is_comment(source, start + len(indent), edit):
            return edit
    return None


def entry_for(finding: Finding, member: Member, checked: Checked, read: ReadText) -> NewEntry | None:
    """An entry of `[[suppress]]` in the nearest configuration, or in a new one; nothing where none can be put."""
    path = absolute(member.span.path)
    try:
        config = Configurations().of(path)
        folder = (
            config.folder if config.path else checked.root if os.path.isdir(checked.root) else os.path.dirname(path)
        )
        into = config.path or os.path.join(folder, OWN_FILE)
        text = read(into) if config.path else ""
    except (BadConfig, OSError):
        return None
    table = "tool.sociable.suppress" if os.path.basename(into) == SHARED_FILE else "suppress"
    words = _entry(finding, member, checked, os.path.relpath(path, folder).replace(os.sep, "/"))
    end = _line_end(text)
    lead = "" if not text else end if text.endswith(("\n", "\r")) else end * 2
    lines = [f"[[{table}]]", *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in words.items()), ""]
    added = lead + end.join(lines)
    if not _adds_one(text, text + added, table.split("."), words):
        return None
    source = Source(into, text)
    return NewEntry(into, Edit(Span(source, len(text), len(text)), added), is_new=not config.path)


def _says(finding: Finding) -> str:
    return f"ignore[{', '.join((finding.rule, *finding.also))}] -- "


def _entry(finding: Finding, member: Member, checked: Checked, file: str) -> dict[str, str]:
    """Where it counts, as narrowly as it can be said, and what a comment would say."""
    words = {"file": f"/{file.translate(_WILD)}"}
    outer = member.origin.whole
    if member.origin.importer:
        if outer.called and outer is not member.origin:
            words["automation"] = outer.called
        if member.origin.called:
            words["node"] = member.origin.called
    else:
        known = {each.id.name for setup in checked.setups for each in setup.automations}
        about = [("automation", name) for name in member.subjects if name in known]
        words |= dict([*about, *(("account", name) for name in member.subjects)][:1])
    return {**words, "says": _says(finding)}


def _adds_one(before: str, after: str, route: list[str], words: dict[str, str]) -> bool:
    """Whether a text holds one entry more than another, and is otherwise the same."""
    try:
        old, new = toml_values(before), toml_values(after)
    except NotToml:
        return False
    entries: Any = new
    for key in route:
        entries = entries.get(key, {})
    if not isinstance(entries, list) or entries.pop() != words:
        return False
    return old == new or _without_empty(new, route) == old


def _without_empty(tree: dict[str, Any], route: list[str]) -> dict[str, Any]:
    """The same without the list that has just been made."""
    key, *rest = route
    if rest:
        return {**tree, key: _without_empty(tree[key], rest)}
    return {name: value for name, value in tree.items() if name != key or value}


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _is_comment(source: Source, at: int, edit: Edit) -> bool:
    """Whether an inserted line is a comment, and not a part of a text or of a file without comments."""
    changed = parse(Source("", source.text[: edit.span.start] + edit.text + source.text[edit.span.end :]))
    is_yaml = any(map(has_marker, changed.roots)) and not source.path.endswith(".json")
    return is_yaml and any(comment.alone and comment.span.start == at for comment in changed.comments)
