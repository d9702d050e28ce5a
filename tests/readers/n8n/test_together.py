"""Workflows that run each other, each in its own file."""

import json
from pathlib import Path

from sociable.pipeline import Request, judged
from sociable.project.load import load

from tests.readers.n8n.exports import BUTTON, node, workflow


def run(name: str, ident: str) -> dict[str, object]:
    return node(name, "executeWorkflow", {"workflowId": {"__rl": True, "mode": "list", "value": ident}}, version=1.2)


def http(name: str, url: str, **fields: str) -> dict[str, object]:
    body = [{"name": key, "value": value} for key, value in fields.items()]
    return node(
        name, "httpRequest", {"method": "POST", "url": url, "bodyParameters": {"parameters": body}}, version=4.2
    )


FIND = workflow(
    [BUTTON, http("People", "https://api.phantombuster.com/api/v2/agents/launch"), run("Run", "inner")],
    ("Button", "People"),
    ("People", "Run"),
    name="Find",
    id="outer",
)
INVITE = workflow(
    [
        node("Called", "executeWorkflowTrigger"),
        http("Connect", "https://api.connectsafely.ai/linkedin/connect", profileUrl="={{ $json.profile }}"),
    ],
    ("Called", "Connect"),
    name="Invite",
    id="inner",
)


def write(folder: Path, **flows: object) -> None:
    for name, flow in flows.items():
        (folder / f"{name}.json").write_text(json.dumps(flow), encoding="utf-8")


def test_two_files_are_told_as_one_walk(tmp_path: Path) -> None:
    write(tmp_path, a=FIND, b=INVITE)
    project = load([str(tmp_path)])
    (automation,) = project.setup.automations
    assert [step.verb.name for step in automation.steps] == ["fetch", "connect"]
    report = judged(project, Request(()))
    (found,) = [each for each in report.findings if each.rule == "auto-connect"]
    assert found.span.path.endswith("b.json")
    origin = found.members[0].origin
    assert origin.within is not None
    assert (origin.called, origin.within.called) == ("Connect", "Invite")


def test_without_its_caller_it_is_not_said_whom_it_reaches(tmp_path: Path) -> None:
    write(tmp_path, b=INVITE)
    (coverage,) = load([str(tmp_path)]).coverage.values()
    assert {part.called: part.reason for part in coverage.parts} == {"Called": "", "Connect": "audience-not-said"}


def test_without_what_it_runs_that_is_told(tmp_path: Path) -> None:
    write(tmp_path, a=FIND)
    (coverage,) = load([str(tmp_path)]).coverage.values()
    assert {part.called: part.reason for part in coverage.parts if part.reason} == {"Run": "sub-workflow-not-here"}
