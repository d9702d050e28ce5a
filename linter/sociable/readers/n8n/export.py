"""An export to its workflows: nodes with their places, and what is connected to what. Nothing is understood yet.

n8n writes a workflow bare, its API wraps one in ``workflow:`` (once or twice), and ``export:workflow --all`` makes a
list. What an export holds beside its workflows (pinned test data above all, which are real people's) is never read.
"""

import re
from collections.abc import Iterator

from sociable.documents.document import Document
from sociable.documents.nodes import Mapping, Node, Sequence, member, text_at
from sociable.readers.flow.flow_graph import Edge
from sociable.records.record import Record
from sociable.text.source import Source

_MAIN = "main"
_TOOL = "ai_tool"
_PRIVATE = ("pinData", "staticData", "meta", "shared")
"""What a workflow brings along from the place where it ran."""

_SAID = re.compile(r'"((?:[^"\\]|\\.)*+)(?:"|\Z)|[0-9]')
_OTHER_CHARACTER = re.compile(r"[^\x00-\x7f]")


class ExportedNode(Record):
    """A node as it is written: ``type`` is the last part of ``full_type``, a ``Tool`` at its end left out."""

    name: str
    at: Mapping
    type_at: Node
    name_at: Node
    full_type: str
    type: str
    tool: bool
    version: float
    parameters: Mapping
    disabled: bool
    account: str
    account_id: str
    on_error: str


class Workflow(Record):
    """A workflow: ``edges`` are those that items run along, ``tools`` lead from a node to the model that may use it."""

    name: str
    ident: str
    at: Mapping
    nodes: tuple[ExportedNode, ...]
    edges: tuple[Edge, ...]
    tools: tuple[Edge, ...]
    hangers: frozenset[int]


def workflows(root: Node | None) -> list[Mapping]:
    """What has nodes in a document, whichever of the three forms it is in."""
    return [each for _, each in named_workflows(root)]


def named_workflows(root: Node | None) -> list[tuple[str, Mapping]]:
    """What has nodes in a document, and how it is called: by itself, else by what it is wrapped in."""
    found = []
    for each in root.items if type(root) is Sequence else (root,):
        name = ""
        for _ in range(3):
            if type(each) is Mapping and not is_workflow(each) and "workflow" in each:
                name = text_at(each, "name") or name
                each = each["workflow"][1]
        if type(each) is Mapping and _has_nodes(each):
            found.append((text_at(each, "name") or name, each))
    return found


def _has_nodes(node: Mapping) -> bool:
    return type(member(node, "nodes")) is Sequence


def without_private(document: Document) -> Document:
    """The same document with dots in place of all that ``_PRIVATE`` says, so that nobody reads or shows it.

    Each dot is as long in bytes as what it stands for: every place stays where it was.
    """
    private = [flow[key][1] for flow in workflows(document.roots[0]) for key in _PRIVATE if key in flow]
    source, at = document.source, 0
    parts: list[str] = []
    for each in sorted(private, key=_start):
        parts += (source.text[at : each.start], _SAID.sub(_dots, source.text[each.start : each.end]))
        at = each.end
    text = "".join((*parts, source.text[at:]))
    if text == source.text:
        return document
    return Document(Source(source.path, text, source.encoded_as, source.preamble), document.roots, document.defects)


def _start(node: Node) -> int:
    return node.start


def _dots(said: re.Match[str]) -> str:
    if said[1] is None:
        return "1"
    dots = _OTHER_CHARACTER.sub(_dot, said[1]) if not said[1].isascii() else said[1]
    return '"' + re.sub(r"[\x00-\x7f]", ".", dots) + '"'


def _dot(character: re.Match[str]) -> str:
    code = ord(character[0])
    return "\xb7" if code < 0x800 else "\u2026" if code < 0x10000 else "\U0001f784"


def is_workflow(node: Mapping) -> bool:
    """Whether it can be nothing else: it has nodes whose types have a dot in them, and an object of connections."""
    nodes, connections = member(node, "nodes"), member(node, "connections")
    if type(nodes) is not Sequence or type(connections) is not Mapping:
        return False
    types = [text_at(each, "type") for each in nodes.items[:50]]
    return any("." in each for each in types) or (not nodes.items and "name" in node)


def read_workflow(root: Mapping, name: str = "") -> Workflow:
    """Read one that is called so; of two nodes of the same name the connections mean the last, as in n8n."""
    listed = member(root, "nodes")
    nodes = [_node(each) for each in listed.items if type(each) is Mapping] if type(listed) is Sequence else []
    numbers = {node.name: number for number, node in enumerate(nodes)}
    edges: list[Edge] = []
    tools: list[Edge] = []
    hangers: set[int] = set()
    for kind, edge in _connections(member(root, "connections"), numbers):
        if kind == _MAIN:
            edges.append(edge)
        else:
            hangers.add(edge.source)
            if kind == _TOOL:
                tools.append(edge)
    return Workflow(
        name or text_at(root, "name"),
        text_at(root, "id"),
        root,
        tuple(nodes),
        tuple(edges),
        tuple(tools),
        frozenset(hangers),
    )


def _node(at: Mapping) -> ExportedNode:
    full_type = text_at(at, "type")
    last = full_type.rsplit(".", 1)[-1]
    tool = last.endswith("Tool") and len(last) > len("Tool")
    parameters = member(at, "parameters")
    account, account_id = _account(at)
    return ExportedNode(
        text_at(at, "name"),
        at,
        member(at, "type") or at,
        member(at, "name") or at,
        full_type,
        last.removesuffix("Tool") if tool else last,
        tool,
        _version(text_at(at, "typeVersion")),
        parameters if type(parameters) is Mapping else Mapping(at.start, at.start),
        text_at(at, "disabled") == "true",
        account,
        account_id,
        text_at(at, "onError") or ("continueRegularOutput" if text_at(at, "continueOnFail") == "true" else ""),
    )


def _version(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return 1.0


def _account(at: Mapping) -> tuple[str, str]:
    """Name the credential that a node uses, and its id; names that hold an e-mail address are nobody's business."""
    credentials = member(at, "credentials")
    if type(credentials) is not Mapping:
        return "", ""
    for kind, (_, described) in credentials.items():
        name = text_at(described, "name")
        return (f"{kind}/{name}" if name and "@" not in name else kind), text_at(described, "id")
    return "", ""


def _connections(node: Node | None, numbers: dict[str, int]) -> Iterator[tuple[str, Edge]]:
    """All connections as (kind, edge), those to or from a node that is not there left out."""
    for name, (_, kinds) in node.items() if type(node) is Mapping else ():
        source = numbers.get(name)
        for kind, (_, outputs) in kinds.items() if type(kinds) is Mapping and source is not None else ():
            for output, targets in enumerate(outputs.items if type(outputs) is Sequence else ()):
                for each in targets.items if type(targets) is Sequence else ():
                    target = numbers.get(text_at(each, "node"))
                    if target is not None:
                        assert source is not None
                        yield kind, Edge(source, output, target)
