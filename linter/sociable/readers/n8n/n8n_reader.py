"""n8n exports to fragments."""

from collections.abc import Sequence

from sociable.documents.document import Document
from sociable.readers.flow.imported import fragments_of
from sociable.readers.fragment import Fragment
from sociable.readers.n8n.drawn import drawn
from sociable.readers.n8n.export import is_workflow, read_workflow, without_private, workflows

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
    files = []
    for document in map(without_private, documents):
        found = map(read_workflow, workflows(document.roots[0]))
        files.append((document.source, [drawn(each, document.source, each.name or _UNNAMED) for each in found]))
    return fragments_of(NAME, READ_AS, files)
