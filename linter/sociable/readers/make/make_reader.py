"""A blueprint of Make to a fragment: what its scenario does, and how much of it was understood."""

from collections.abc import Sequence

from sociable.documents.document import Document
from sociable.readers.flow.completed import completed
from sociable.readers.flow.flow_graph import Edge
from sociable.readers.flow.imported import fragments_of
from sociable.readers.flow.joining import Drawn
from sociable.readers.flow.parts import Part
from sociable.readers.fragment import Fragment
from sociable.readers.make.blueprint import ERROR_OUTPUT, flow_of, is_blueprint, read_blueprint
from sociable.readers.make.make_parts import parts_of_blueprint, scenario

NAME = "make"
READ_AS = "a Make blueprint"
_UNNAMED = "scenario"


def recognises(document: Document) -> bool:
    flow = flow_of(document.roots[0]) if document.roots else None
    return flow is not None and is_blueprint(flow)


def could_be(document: Document) -> bool:
    """Whether there is anything to read for somebody who says that it is one."""
    return bool(document.roots) and flow_of(document.roots[0]) is not None


def read(document: Document) -> Fragment:
    root = flow_of(document.roots[0])
    assert root is not None  # or it would not have been recognised
    blueprint = read_blueprint(root)
    name = blueprint.name or _UNNAMED
    parts = [part._replace(within=name) for part in parts_of_blueprint(blueprint, document.source)]
    edges = list(blueprint.edges)
    parts = completed(parts, blueprint.edges)
    if parts and parts[0].kind != "trigger":
        edges.append(Edge(len(parts), 0, 0))
        parts.append(scenario(document.source, root, name))
    (fragment,) = fragments_of(NAME, READ_AS, [(document.source, [Drawn(name, "", _with_errors(parts, edges), edges)])])
    return fragment


def _with_errors(parts: Sequence[Part], edges: Sequence[Edge]) -> list[Part]:
    """Mark the modules that have a way of their own for what fails."""
    failing = {edge.source for edge in edges if edge.output == ERROR_OUTPUT}
    return [
        part._replace(error_output=ERROR_OUTPUT) if number in failing and part.kind not in ("branch", "pass") else part
        for number, part in enumerate(parts)
    ]
