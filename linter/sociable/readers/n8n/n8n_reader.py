"""n8n exports to fragments."""

from collections.abc import Iterable, Iterator, Sequence

from sociable.documents.document import Document
from sociable.documents.nodes import Scalar, member, span_of
from sociable.readers.automation_file.marker import may_suppress
from sociable.readers.flow.imported import fragments_of
from sociable.readers.fragment import Fragment, Note
from sociable.readers.n8n.drawn import drawn
from sociable.readers.n8n.export import (
    Workflow,
    is_workflow,
    named_workflows,
    read_workflow,
    without_private,
    workflows,
)
from sociable.text.source import Source

NAME = "n8n"
READ_AS = "an n8n export"
_UNNAMED = "workflow"


def recognises(document: Document) -> bool:
    return bool(document.roots) and any(map(is_workflow, workflows(document.roots[0])))


def could_be(document: Document) -> bool:
    """Whether there is anything to read for somebody who says that it is one."""
    return bool(document.roots) and bool(workflows(document.roots[0]))


def read(document: Document) -> Fragment:
    (fragment,) = read_together([document])
    return fragment


def read_together(documents: Sequence[Document]) -> list[Fragment]:
    """Read the workflows of some exports, each with those that it runs."""
    files, notes = [], []
    for document in map(without_private, documents):
        found = [read_workflow(each, name) for name, each in named_workflows(document.roots[0])]
        files.append((document.source, [drawn(each, document.source, each.name or _UNNAMED) for each in found]))
        notes.append(tuple(_notes(found, document.source)))
    fragments = fragments_of(NAME, READ_AS, files)
    return [each._replace(notes=noted) for each, noted in zip(fragments, notes, strict=True)]


def _notes(found: Iterable[Workflow], source: Source) -> Iterator[Note]:
    """What stands in the notes of nodes, as far as it is to us."""
    for node in (node for each in found for node in each.nodes):
        noted = member(node.at, "notes")
        if type(noted) is Scalar and may_suppress(noted.value):
            yield Note(noted.value, span_of(source, noted), span_of(source, node.at))
