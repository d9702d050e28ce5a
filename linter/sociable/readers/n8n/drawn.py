"""An exported workflow as a flow: its parts, and along which edges items run."""

import re
from collections.abc import Iterator

from sociable.documents.nodes import member, text_at
from sociable.readers.flow.completed import completed
from sociable.readers.flow.flow_graph import Edge, Flow, run_through
from sociable.readers.flow.joining import Drawn
from sociable.readers.flow.parts import Hole, Part, Ref, Template
from sociable.readers.flow.run import TOOL_OUTPUT
from sociable.readers.n8n.export import Workflow
from sociable.readers.n8n.interpret import parts_of_workflow
from sociable.text.source import Source
from sociable.vocabulary.values import UNSTATED

_DONE_FIRST = 3
"""The version of the loop from which on its first output is for the end."""

_WAS_ON = {"true": "yes", "false": "no"}
"""What an export says of whether the workflow was active when it was written."""

_ZONE = re.compile(r"[A-Z]\w{0,30}/[\w/+-]{1,40}|UTC")
"""The name of a time zone; ``DEFAULT`` is that of the machine, which no export says."""

_BROUGHT = ("body",)
"""Under which key a node has what a call brings."""

_CONSENT = frozenset(("approve", "approved", "accept", "accepted", "yes", "publish", "allow"))

_WAY_ON = re.compile(r"resume\w{0,60}url", re.IGNORECASE)


def drawn(workflow: Workflow, source: Source, name: str) -> Drawn:
    parts = parts_of_workflow(workflow, source)
    parts = _asking(completed(parts, workflow.edges))
    parts = [_with_error_output(part, workflow, number)._replace(within=name) for number, part in enumerate(parts)]
    parts = [_in_zone(part, workflow) for part in parts]
    edges = [*run_through(_main(workflow, parts), _done(workflow)), *_tools(workflow)]
    answers = list(_answers(parts, edges))
    edges += [Edge(node, 0, len(parts) + number) for number, (node, _) in enumerate(answers)]
    was_on = _WAS_ON.get(text_at(workflow.at, "active"), UNSTATED)
    return Drawn(name, workflow.ident, [*parts, *(part for _, part in answers)], edges, was_on)


def _in_zone(part: Part, workflow: Workflow) -> Part:
    """A schedule in the time zone that the workflow is set to."""
    settings = member(workflow.at, "settings") if part.narrowed else None
    zone = text_at(settings, "timezone") if settings is not None else ""
    if part.event != "schedule" or not _ZONE.fullmatch(zone):
        return part
    return part._replace(narrowed={**part.narrowed, "timezone": (zone,)})


def _answers(parts: list[Part], edges: list[Edge]) -> Iterator[tuple[int, Part]]:
    """What an open chat window shows and no node sends: its greeting, and what the last node wrote, by its number."""
    chats = [(number, part) for number, part in enumerate(parts) if part.event == "chatted" and not part.off]
    if not chats:
        return
    leading = {edge.source for edge in edges if edge.output != TOOL_OUTPUT}
    flow = Flow(len(parts), edges)
    for number, chat in chats:
        for last in flow.after(number):
            if parts[last].kind == "model" and not parts[last].off and last not in leading:
                above = chat.text.parts if chat.text is not None else ()
                text = Template((*above, Hole((Ref(last, ()),), parts[last].name)), chat.place)
                yield last, chat._replace(kind="act", event="", verb="dm", text=text, starts_or_acts=False)


def _main(workflow: Workflow, parts: list[Part]) -> list[Edge]:
    """The edges that items run along; a node that is switched off passes on what comes in first at its first output."""
    return [edge for edge in workflow.edges if not parts[edge.source].off or edge.output == 0]


def _done(workflow: Workflow) -> dict[int, int]:
    """The output by which each loop says that it is done: from the third version on the first, before the second."""
    loops = ((number, node) for number, node in enumerate(workflow.nodes) if node.type == "splitInBatches")
    return {number: 0 if node.version >= _DONE_FIRST else 1 for number, node in loops if not node.disabled}


def _tools(workflow: Workflow) -> list[Edge]:
    """A node that a model may use lies behind the model, by an output of its own."""
    return [Edge(edge.target, TOOL_OUTPUT, edge.source) for edge in workflow.tools]


def _asking(parts: list[Part]) -> list[Part]:
    """Take a wait for a call as a question to a person, if a message carries the address that ends it or is answered.

    It is answered where a branch looks for a word of consent in what the call brings, as a button in a chat sends it.
    One link is a yes: whoever does not follow it lets nothing go on.
    """
    ways = sum(map(_ways_on, parts))
    if not ways and not any(map(_wants_a_yes, parts)):
        return parts
    return [
        part._replace(kind="ask", answers=part.answers if ways == 1 else "either", starts_or_acts=True)
        if part.kind == "wait" and part.answers
        else part
        for part in parts
    ]


def _wants_a_yes(part: Part) -> bool:
    tests = (test for each in part.tests.values() for test in each)
    return any(_is_consent(test.right) and any(ref.path[:1] == _BROUGHT for ref in test.left.refs) for test in tests)


def _is_consent(words: Template | None) -> bool:
    return words is not None and (words.fixed or "").strip().casefold() in _CONSENT


def _ways_on(part: Part) -> int:
    """How many links of a message let a flow go on."""
    pieces = part.text.parts if part.kind == "act" and part.text is not None else ()
    return sum(_WAY_ON.search(piece.code) is not None for piece in pieces if isinstance(piece, Hole))


def _with_error_output(part: Part, workflow: Workflow, number: int) -> Part:
    """An error output comes after the regular ones."""
    if workflow.nodes[number].on_error != "continueErrorOutput":
        return part
    regular = max([1, *(output + 1 for output in part.tests)])
    return part._replace(error_output=regular)
