"""Short ways to write exports of n8n for tests."""

import json
from itertools import pairwise
from typing import Any

from sociable.documents.json_tree import parse
from sociable.pipeline import Request, judged
from sociable.project.load import read_text
from sociable.readers.flow.parts import Part
from sociable.readers.fragment import Fragment
from sociable.readers.n8n.drawn import drawn
from sociable.readers.n8n.export import read_workflow, workflows
from sociable.readers.n8n.interpret import parts_of_workflow
from sociable.readers.n8n.n8n_reader import read
from sociable.text.source import Source


def node(name: str, kind: str, parameters: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """A node of n8n's own package, or of another one where the type names it."""
    full = kind if "." in kind else f"n8n-nodes-base.{kind}"
    return {
        "id": f"id of {name}",
        "name": name,
        "type": full,
        "typeVersion": more.pop("version", 1),
        "position": [0, 0],
        "parameters": parameters if parameters is not None else {},
        **more,
    }


def workflow(nodes: list[dict[str, Any]], *ways: tuple[str, ...], name: str = "Flow", **more: Any) -> dict[str, Any]:
    """Nodes, and ways through them: ``("A", "B")``, or with an output of A ``("A", "1", "B")``, or its kind."""
    connections: dict[str, dict[str, list[list[dict[str, Any]]]]] = {}
    for way in ways:
        source, target = way[0], way[-1]
        how = way[1] if len(way) == 3 else "0"
        kind, output = (how, 0) if not how.isdecimal() else ("main", int(how))
        outputs = connections.setdefault(source, {}).setdefault(kind, [])
        outputs += [[] for _ in range(output + 1 - len(outputs))]
        outputs[output].append({"node": target, "type": kind, "index": 0})
    return {"name": name, "nodes": nodes, "connections": connections, **more}


def line(*nodes: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Nodes one after the other."""
    names = [each["name"] for each in nodes]
    return workflow(list(nodes), *pairwise(names), **more)


def fragment(export: Any) -> Fragment:
    return read(parse(Source("flow.json", json.dumps(export, indent=1))))


def parts(export: Any) -> list[Part]:
    source = Source("flow.json", json.dumps(export, indent=1))
    (root,) = workflows(parse(source).roots[0])
    return parts_of_workflow(read_workflow(root), source)


def drawn_parts(export: Any) -> list[Part]:
    """The parts, each completed by what the others say."""
    source = Source("flow.json", json.dumps(export, indent=1))
    (root,) = workflows(parse(source).roots[0])
    return list(drawn(read_workflow(root), source, "Flow").parts)


def part(kind: str, parameters: dict[str, Any], **more: Any) -> Part:
    return parts(workflow([node("It", kind, parameters, **more)]))[0]


DAILY = node("Daily", "scheduleTrigger", {"rule": {"interval": [{"field": "days"}]}})
BUTTON = node("Button", "manualTrigger")
WRITER = node("Writer", "@n8n/n8n-nodes-langchain.agent", {"promptType": "define", "text": "Write about gardens."})


def rules(export: Any) -> set[str]:
    """The rules that find something in an export, those that are told together with another too."""
    found = judged(read_text("flow.json", json.dumps(export)), Request(())).findings
    return {rule for each in found for rule in (each.rule, *each.also)}
