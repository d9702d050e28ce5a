"""An exported workflow as a flow: its parts, and along which edges items run."""

import re

from sociable.readers.flow.completed import completed
from sociable.readers.flow.flow_graph import Edge
from sociable.readers.flow.joining import Drawn
from sociable.readers.flow.parts import Hole, Part
from sociable.readers.flow.run import TOOL_OUTPUT
from sociable.readers.n8n.export import Workflow
from sociable.readers.n8n.interpret import parts_of_workflow
from sociable.text.source import Source

_WAY_ON = re.compile(r"resume\w{0,60}url", re.IGNORECASE)


def drawn(workflow: Workflow, source: Source, name: str) -> Drawn:
    parts = parts_of_workflow(workflow, source)
    parts = _asking(completed(parts, workflow.edges))
    parts = [_with_error_output(part, workflow, number)._replace(within=name) for number, part in enumerate(parts)]
    return Drawn(name, workflow.ident, parts, [*_main(workflow, parts), *_tools(workflow)])


def _main(workflow: Workflow, parts: list[Part]) -> list[Edge]:
    """The edges that items run along; a node that is switched off passes on what comes in first at its first output."""
    return [edge for edge in workflow.edges if not parts[edge.source].off or edge.output == 0]


def _tools(workflow: Workflow) -> list[Edge]:
    """A node that a model may use lies behind the model, by an output of its own."""
    return [Edge(edge.target, TOOL_OUTPUT, edge.source) for edge in workflow.tools]


def _asking(parts: list[Part]) -> list[Part]:
    """Take a wait for a call as a question to a person, if some message carries the address that ends it."""
    if not any(part.kind == "act" and _carries_way_on(part) for part in parts):
        return parts
    return [
        part._replace(kind="ask", starts_or_acts=True) if part.kind == "wait" and part.answers else part
        for part in parts
    ]


def _carries_way_on(part: Part) -> bool:
    pieces = part.text.parts if part.text is not None else ()
    return any(_WAY_ON.search(piece.code) for piece in pieces if isinstance(piece, Hole))


def _with_error_output(part: Part, workflow: Workflow, number: int) -> Part:
    """An error output comes after the regular ones."""
    if workflow.nodes[number].on_error != "continueErrorOutput":
        return part
    regular = max([1, *(output + 1 for output in part.tests)])
    return part._replace(error_output=regular)
