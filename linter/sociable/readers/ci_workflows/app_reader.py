"""The settings of apps on GitHub to a fragment: what they write to people who open or follow issues."""

from collections.abc import Iterator, Mapping

from sociable.documents import nodes
from sociable.documents.document import Document
from sociable.documents.nodes import Node, Scalar, span_of
from sociable.readers.ci_workflows.ci_reader import trigger
from sociable.readers.flow.flow_graph import Edge
from sociable.readers.flow.imported import fragments_of
from sociable.readers.flow.joining import Drawn
from sociable.readers.flow.parts import Part, Template
from sociable.readers.fragment import Fragment
from sociable.readers.tables import tables_beside
from sociable.records.static import Any
from sociable.text.source import Source

NAME = "probot"
READ_AS = "settings of apps on GitHub"
_TELLING = frozenset(
    (
        "newIssueWelcomeComment",
        "newPRWelcomeComment",
        "firstPRMergeComment",
        "requestInfoReplyComment",
        "daysUntilStale",
        "daysUntilLock",
    )
)
"""Keys that nothing else has."""

_SECTIONS = ("issues", "pulls")
_NOTHING = ("", "false", "null", "~")


def recognises(document: Document) -> bool:
    root = document.roots[0] if document.roots else None
    return type(root) is nodes.Mapping and not _TELLING.isdisjoint(root.entries)


def read(document: Document) -> Fragment:
    """Read each text that an app writes as a flow of its own."""
    source = document.source
    flows = [_flow(source, key, text, row) for key, text, row in _texts(document.roots[0])]
    (fragment,) = fragments_of(NAME, READ_AS, [(source, flows)])
    return fragment


def _texts(root: Node) -> Iterator[tuple[Node, Scalar, Mapping[str, Any]]]:
    """The keys that hold a text for people, with it and their rows; issues and changes may have their own."""
    assert type(root) is nodes.Mapping
    rows = tables_beside(__file__)["apps"]
    sections = (root.entries[name][1] for name in _SECTIONS if name in root.entries)
    for section in (root, *(each for each in sections if type(each) is nodes.Mapping)):
        for name, (key, value) in section.entries.items():
            if name in rows and type(value) is Scalar and value.value.strip() not in _NOTHING:
                yield key, value, rows[name]


def _flow(source: Source, key: Node, text: Scalar, row: Mapping[str, Any]) -> Drawn:
    """One text, and what has an app write it."""
    assert type(key) is Scalar
    span, name = span_of(source, key), key.value
    # a change is welcomed when it comes and praised when it is taken: one event there, two for people
    parts = [trigger(source, row["start"], key)._replace(narrowed={"named": (name,)})]
    if row.get("looks"):
        parts.append(Part(name, span, span, "fetch", event=row["looks"], platform="other", narrowed={"named": (name,)}))
    if row.get("once"):
        parts.append(Part(name, span, span, "memory"))
    said = Template((text.value.strip(),), span_of(source, text))
    parts.append(Part(name, span, span, "act", verb="reply", platform="other", text=said, starts_or_acts=True))
    edges = [Edge(number, 0, number + 1) for number in range(len(parts) - 1)]
    return Drawn(name, "", [part._replace(within=name) for part in parts], edges)
