"""Workflows that run each other, each in its own file."""

import json
from pathlib import Path

from sociable.pipeline import Request, judged
from sociable.project.load import load

from tests.readers.n8n.exports import BUTTON, DAILY, node, workflow


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
    name="Find on LinkedIn",
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


def ring(size: int, *triggers: dict[str, object]) -> dict[str, object]:
    """So many workflows that run one another in a circle, each started by these as well."""
    flows: dict[str, object] = {}
    for number in range(size):
        starts = [node("Called", "executeWorkflowTrigger"), *triggers]
        post = http("Post", "https://api.x.com/2/tweets", text=f"Day {number}")
        following = run("Next", f"flow{(number + 1) % size}")
        ways = [(str(each["name"]), "Post") for each in starts]
        flows[f"f{number:04}"] = workflow(
            [*starts, post, following], *ways, ("Post", "Next"), name=f"Flow {number}", id=f"flow{number}"
        )
    return flows


def test_of_a_ring_that_nothing_starts_one_walk_is_told(tmp_path: Path) -> None:
    write(tmp_path, **ring(30))
    (automation,) = load([str(tmp_path)]).setup.automations
    assert [step.verb.name for step in automation.steps] == ["post"] * 30


def test_what_starts_by_itself_is_told_once_however_many_run_it(tmp_path: Path) -> None:
    write(tmp_path, **ring(5, DAILY))
    automations = load([str(tmp_path)]).setup.automations
    assert [len(each.steps) for each in automations] == [5] * 5


def test_who_runs_whom_in_a_large_ring_does_not_come_to_all_times_all(tmp_path: Path) -> None:
    size = 120
    write(tmp_path, **ring(size, DAILY))
    project = load([str(tmp_path)])
    assert len({each.id.name for each in project.setup.automations if "Daily" in each.id.name}) == size
    assert sum(len(each.steps) for each in project.setup.automations) < size * size / 4
    assert all(coverage.understood == len(coverage.parts) for coverage in project.coverage.values())


def test_without_its_caller_it_is_not_said_whom_it_reaches(tmp_path: Path) -> None:
    write(tmp_path, b=INVITE)
    (coverage,) = load([str(tmp_path)]).coverage.values()
    assert {part.called: part.reason for part in coverage.parts} == {"Called": "", "Connect": "audience-not-said"}


def test_without_what_it_runs_that_is_told(tmp_path: Path) -> None:
    write(tmp_path, a=FIND)
    (coverage,) = load([str(tmp_path)]).coverage.values()
    assert {part.called: part.reason for part in coverage.parts if part.reason} == {"Run": "sub-workflow-not-here"}


def test_a_tool_for_many_platforms_is_on_the_one_that_the_title_of_the_flow_names_alone(tmp_path: Path) -> None:
    for title, platforms in (("Creators of Instagram", ["instagram"]), ("Creators", []), ("TikTok and Reddit", [])):
        write(tmp_path, flow=workflow([BUTTON, node("Get", "phantombuster")], ("Button", "Get"), name=title, id="one"))
        found = judged(load([str(tmp_path)]), Request(())).findings
        assert [each.platform for each in found if each.rule == "unofficial-access"] == platforms, title
