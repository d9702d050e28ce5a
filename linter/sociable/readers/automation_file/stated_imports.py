"""What a file states about exports of other tools: entries of ``imports:``."""

from collections.abc import Iterator

from sociable.documents.nodes import Mapping, Node, Sequence
from sociable.readers.automation_file.fields import read_fields
from sociable.readers.automation_file.keys import IMPORT_KEYS
from sociable.readers.automation_file.shapes import converters, name_of
from sociable.readers.context import ReadingContext
from sociable.readers.fragment import Companion
from sociable.setup.model import Named

_IMPORT = converters(IMPORT_KEYS)


def read_companion(context: ReadingContext, node: Node) -> Companion:
    """Read one entry of ``imports:``."""
    said = read_fields(context, node, _IMPORT)
    files = node.entries["files"][1] if type(node) is Mapping and "files" in said else None
    return Companion(
        context.span(node),
        tuple(Named(name_of(each), context.span(each)) for each in _each(files)),
        tuple(_pairs(context, said.get("accounts"))),
        tuple(name for name, _ in _pairs(context, said.get("approved"))),
        tuple(_pairs(context, said.get("lists"))),
    )


def _each(node: Node | None) -> list[Node]:
    return node.items if type(node) is Sequence else [] if node is None else [node]


def _pairs(context: ReadingContext, group: Mapping | None) -> Iterator[tuple[Named, Named]]:
    """The entries of a group, each as (what the tool calls it, what it is here)."""
    for key, value in group.entries.values() if group is not None else ():
        try:
            yield Named(key.value, context.span(key)), Named(name_of(value), context.span(value))
        except ValueError:
            context.fits = False
