"""What a file states about exports of other tools: entries of ``imports:``."""

from collections.abc import Iterator

from sociable.documents.nodes import Mapping, Node, Sequence
from sociable.readers.automation_file.fields import read_fields
from sociable.readers.automation_file.shapes import NAME, NAMES, Key, Shape, converters, group_of, name_of
from sociable.readers.context import ReadingContext
from sociable.readers.fragment import Companion
from sociable.setup.model import Named


def _names_with(what: str) -> Shape:
    """The shape of names of another tool, each with what it is."""
    schema = {"title": f"a group of names, each with {what}", "type": "object", "additionalProperties": NAME.schema}
    return Shape(schema | {"minProperties": 1}, group_of)


IMPORT_KEYS = {
    "files": Key(
        NAMES,
        "Which files it is about, as paths from this one; `*` and `**` stand for any names. "
        "Without it: all in this folder and below.",
        "[exports/*.json]",
    ),
    "accounts": Key(_names_with("an account"), "Which credential is which of our accounts.", "{Main bot: council}"),
    "approved": Key(
        _names_with("who approves it"),
        "Which nodes a person approves each time, and who.",
        "{Answer: press office}",
    ),
    "lists": Key(_names_with("a list"), "Which table holds which of our lists.", "{Leads: subscribers}"),
}

_IMPORT = converters(IMPORT_KEYS)


def read_companion(context: ReadingContext, node: Node) -> Companion:
    """Read one entry of ``imports:``."""
    said = read_fields(context, node, _IMPORT)
    files = node["files"][1] if type(node) is Mapping and "files" in said else None
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
    for key, value in group.values() if group is not None else ():
        try:
            yield Named(key.value, context.span(key)), Named(name_of(value), context.span(value))
        except ValueError:
            context.fits = False
