"""What an editor offers to do about a finding."""

from collections.abc import Iterator

from sociable.findings.finding import Finding, Fix, Member
from sociable.fixing.changes import edits_of
from sociable.records.record import Record
from sociable.server.editor.open_projects import Checked
from sociable.server.editor.people_questions import WouldFind, questions
from sociable.server.editor.suppressing import ReadText, comment_for, entry_for
from sociable.text.source import Edit, Source

_SAFE = "safe"


class Offered(Record):
    """A change that can be made: its name, the finding that it answers, its edits, and whether it is a safe fix.

    ``creates`` is the path of the file that has to be made for it, or empty.
    """

    title: str
    finding: Finding
    member: Member
    edits: tuple[Edit, ...]
    is_safe: bool = False
    creates: str = ""


class Around(Record):
    """What a rule would find if files were other, what other files hold, and whether one can be made."""

    would_find: WouldFind
    read: ReadText
    can_create: bool = True


def offered(source: Source, start: int, end: int, checked: Checked, around: Around) -> Iterator[Offered]:
    """All that can be done about what is found between two places: fixes, then questions, then ignoring it."""
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
        for question in questions(finding, member, checked, around.would_find):
            yield Offered(question.words, finding, member, (question.edit,))
    for finding, member in found:
        if finding.rule in checked.pages:
            yield from _ignoring(source, finding, member, checked, around)


def _title(fix: Fix) -> str:
    note = "" if fix.safety == _SAFE else " (unsafe: it changes what people read or get)"
    return f"{fix.words[:1].upper()}{fix.words[1:]}{note}"


def _ignoring(source: Source, finding: Finding, member: Member, checked: Checked, around: Around) -> Iterator[Offered]:
    """A comment with a reason to be given; where none can stand, an entry in the configuration."""
    edit = comment_for(source, finding, member)
    if edit is not None:
        yield Offered(f"Ignore `{finding.rule}` here, with a reason", finding, member, (edit,))
        return
    entry = entry_for(finding, member, checked, around.read)
    if entry is not None and (around.can_create or not entry.is_new):
        title = f"Ignore `{finding.rule}` here in {entry.edit.span.source.path.rpartition('/')[2]}, with a reason"
        yield Offered(title, finding, member, (entry.edit,), creates=entry.path if entry.is_new else "")
