"""An exported workflow as a flow: its parts, and along which edges items run."""

import re

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
    parts = _published(_asking(_with_meta(parts)), workflow.edges)
    parts = [_with_error_output(part, workflow, number)._replace(within=name) for number, part in enumerate(parts)]
    return Drawn(name, workflow.ident, parts, [*_main(workflow, parts), *_tools(workflow)])


def _main(workflow: Workflow, parts: list[Part]) -> list[Edge]:
    """The edges that items run along; a node that is switched off passes on what comes in first at its first output."""
    return [edge for edge in workflow.edges if not parts[edge.source].off or edge.output == 0]


def _tools(workflow: Workflow) -> list[Edge]:
    """A node that a model may use lies behind the model, by an output of its own."""
    return [Edge(edge.target, TOOL_OUTPUT, edge.source) for edge in workflow.tools]


def _with_meta(parts: list[Part]) -> list[Part]:
    """Decide between Instagram and Facebook, which share their addresses, by what else the workflow calls."""
    named = {part.platform for part in parts}
    platform = "instagram" if "instagram" in named else "facebook"
    return [part._replace(platform=platform) if part.platform == "meta" else part for part in parts]


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


def _published(parts: list[Part], edges: tuple[Edge, ...]) -> list[Part]:
    """Give what publishes a post the text and media of the nearest node that made it ready."""
    if not any(part.kind == "container" for part in parts):
        return parts
    before: dict[int, list[int]] = {}
    for edge in edges:
        before.setdefault(edge.target, []).append(edge.source)
    return [
        _from_container(part, number, parts, before) if _publishes(part) else part for number, part in enumerate(parts)
    ]


def _publishes(part: Part) -> bool:
    return part.kind == "act" and part.verb == "post" and part.text is None and not part.beside


def _from_container(part: Part, number: int, parts: list[Part], before: dict[int, list[int]]) -> Part:
    seen = {number}
    todo = [number]
    while todo and len(seen) < 200:
        for each in before.get(todo.pop(0), ()):
            if each in seen:
                continue
            seen.add(each)
            found = parts[each]
            if found.kind == "container" and found.platform == part.platform:
                return part._replace(text=found.text, beside=found.beside, verb=found.verb)
            todo.append(each)
    return part


def _with_error_output(part: Part, workflow: Workflow, number: int) -> Part:
    """An error output comes after the regular ones."""
    if workflow.nodes[number].on_error != "continueErrorOutput":
        return part
    regular = max([1, *(output + 1 for output in part.tests)])
    return part._replace(error_output=regular)
