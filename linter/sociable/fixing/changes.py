"""What a fix comes to in a file: the edits of its change, with all that stands around them left as it is."""

from collections.abc import Callable, Mapping

from sociable.documents.document import Document
from sociable.documents.nodes import Mapping as Group
from sociable.documents.nodes import Node, Scalar, Sequence
from sociable.findings.finding import Finding, Fix
from sociable.fixing.layout import Layout
from sociable.fixing.other_verb import with_other_verb
from sociable.records.static import TypeAlias
from sociable.text.source import Edit, Span

_Edits: TypeAlias = tuple[Edit, ...] | None

_BEFORE = {"automation": "do"}
"""Before which key a new one stands: what a thing is told to do comes last."""


def with_edits(finding: Finding, documents: Mapping[str, Document]) -> Finding:
    """A finding whose fix has the edits that it comes to; none where the file leaves no place for it."""
    if finding.fix is None:
        return finding
    return finding._replace(fix=finding.fix._replace(edits=edits_of(finding.fix, documents)))


def edits_of(fix: Fix, documents: Mapping[str, Document]) -> tuple[Edit, ...]:
    """The edits of a fix, in the order of its places; none if one of them cannot be made."""
    if fix.change.kind == "entry":
        from sociable.fixing.toml_entries import edit_of_entry

        edit = edit_of_entry(fix)
        return (edit,) if edit else ()
    edits: list[Edit] = []
    for span in (fix.span, *fix.also_at):
        made = _made(fix, span, documents[span.path]) if span.path in documents else None
        if not made:
            return ()
        edits += made
    return tuple(edits)


def _made(fix: Fix, span: Span, document: Document) -> _Edits:
    if fix.change.kind == "comment":
        return _of_comment(fix, span, document)
    try:
        path = document.path_to(span)
    except LookupError:
        return None
    return _ACTIONS[fix.change.action](Layout(document), path, fix)


def _of_comment(fix: Fix, span: Span, document: Document) -> _Edits:
    comment = next((each for each in document.comments if each.span.start == span.start), None)
    if comment is None:
        return None
    if fix.change.action == "replace":
        return (Edit(comment.span, fix.change.word),)
    return (Layout(document).without_comment(comment.span, comment.alone),)


def _replace(layout: Layout, path: tuple[Node, ...], fix: Fix) -> _Edits:
    if fix.change.kind != "step":
        scalar = path[-1]
        return (layout.in_place_of(scalar, layout.word(fix.change.word, scalar)),) if type(scalar) is Scalar else None
    return with_other_verb(layout, path, fix.change.word)


def _remove(layout: Layout, path: tuple[Node, ...], fix: Fix) -> _Edits:
    """Take out the item of a list that a thing is, or the entry of a group."""
    key, group = path[-1], path[-2]
    if fix.change.kind != "step" and type(key) is Scalar and type(group) is Group and _is_key(key, group):
        return layout.without_entries(group, (key.value,))
    at = next((number for number in range(len(path) - 2, -1, -1) if type(path[number]) is Sequence), None)
    return None if at is None else _one(layout.without_item(path[at], path[at + 1]))  # type: ignore[arg-type]


def _is_key(scalar: Scalar, group: Group) -> bool:
    return scalar.value in group and group[scalar.value][0] is scalar


def _set(layout: Layout, path: tuple[Node, ...], fix: Fix) -> _Edits:
    group = path[-2]
    if type(group) is not Group or len(group) == 0:
        return None
    word = layout.word(fix.change.word, next(iter(group.values()))[0])
    return _one(layout.with_key(group, fix.change.key, word, _BEFORE.get(fix.change.kind, "")))


def _add(layout: Layout, path: tuple[Node, ...], fix: Fix) -> _Edits:
    group = path[-2]
    if type(group) is not Group:
        return None
    return _one(layout.with_item(group, fix.change.key, fix.change.word, _BEFORE.get(fix.change.kind, "")))


def _begin(layout: Layout, path: tuple[Node, ...], fix: Fix) -> _Edits:
    return _one(layout.with_beginning(path[-1], fix.change.word)) if type(path[-1]) is Scalar else None


def _one(edit: Edit | None) -> _Edits:
    return (edit,) if edit else None


_ACTIONS: dict[str, Callable[[Layout, tuple[Node, ...], Fix], _Edits]] = {
    "replace": _replace,
    "remove": _remove,
    "set": _set,
    "add": _add,
    "begin": _begin,
}
