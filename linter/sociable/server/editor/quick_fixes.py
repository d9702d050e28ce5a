"""What an editor offers to do about a finding."""

from collections.abc import Iterator

from sociable.documents.yaml_tree import parse
from sociable.findings.finding import Finding, Fix, Member
from sociable.fixing.changes import edits_of
from sociable.readers.automation_file.marker import has_marker
from sociable.records.record import Record
from sociable.server.editor.open_projects import Checked
from sociable.text.source import Edit, Source, Span

_SAFE = "safe"


class Offered(Record):
    """A change that can be made: its name, the finding that it answers, its edits, and whether it is a safe fix."""

    title: str
    finding: Finding
    member: Member
    edits: tuple[Edit, ...]
    is_safe: bool


def offered(source: Source, start: int, end: int, checked: Checked) -> Iterator[Offered]:
    """All that can be done about what is found between two places of a file, the fixes first."""
    found = [
        (finding, member)
        for finding in checked.findings
        for member in finding.members
        if member.span.path == source.path
        and member.span.source.text == source.text
        and member.span.start <= end
        and start <= member.span.end
    ]
    for finding, member in found:
        edits = edits_of(finding.fix, checked.documents) if finding.fix is not None else ()
        if finding.fix is not None and edits:
            yield Offered(_title(finding.fix), finding, member, edits, finding.fix.safety == _SAFE)
    for finding, member in found:
        edit = _ignoring(source, finding, member) if finding.rule in checked.pages else None
        if edit is not None:
            yield Offered(f"Ignore `{finding.rule}` here, with a reason", finding, member, (edit,), False)


def _title(fix: Fix) -> str:
    note = "" if fix.safety == _SAFE else " (unsafe: it changes what people read or get)"
    return f"{fix.words[:1].upper()}{fix.words[1:]}{note}"


def _ignoring(source: Source, finding: Finding, member: Member) -> Edit | None:
    """A line above the place that says what is accepted; nothing where no comment can stand."""
    names = ", ".join((finding.rule, *finding.also))
    lines = [member.span.line, *(span.line for span in member.hidden if span.path == source.path)]
    for line in dict.fromkeys(lines):
        start = source.line_starts()[line - 1]
        text = source.line(line)
        indent = text[: len(text) - len(text.lstrip())]
        comment = f"{indent}# sociable: ignore[{names}] -- "
        edit = Edit(Span(source, start, start), comment + _line_end(source))
        if _is_comment(source, start + len(indent), edit):
            return edit
    return None


def _line_end(source: Source) -> str:
    return "\r\n" if "\r\n" in source.text else "\n"


def _is_comment(source: Source, at: int, edit: Edit) -> bool:
    """Whether an inserted line is a comment, and not a part of a text or of a file without comments."""
    changed = parse(Source("", source.text[: edit.span.start] + edit.text + source.text[edit.span.end :]))
    is_yaml = any(map(has_marker, changed.roots)) and not source.path.endswith(".json")
    return is_yaml and any(comment.alone and comment.span.start == at for comment in changed.comments)
