"""What must not matter: the order of nodes, nodes that do nothing, names. And files that mean harm end in a message."""

import json
import random
from os import listdir
from os.path import dirname, join
from typing import Any

import pytest
from sociable.findings.finding import Finding
from sociable.findings.report import Report
from sociable.pipeline import Request, judged
from sociable.project.load import read_text

from tests.readers.n8n.exports import BUTTON, DAILY, WRITER, line, node, workflow

CASES = join(dirname(__file__), "cases")


def report(export: Any) -> Report:
    return judged(read_text("flow.json", json.dumps(export)), Request(()))


def said(found: Report) -> list[tuple[Any, ...]]:
    return sorted((each.rule, each.severity, each.fingerprint, _members(each)) for each in found.findings)


def _members(finding: Finding) -> list[tuple[str, str]]:
    """In an order of their own: that of the file is not to matter."""
    return sorted((each.origin.called, each.fingerprint) for each in finding.members)


def flows(case: str) -> tuple[Any, list[dict[str, Any]]]:
    """An export, and the workflows in it that may be changed in place."""
    with open(join(CASES, case, "flow.json"), encoding="utf-8") as file:
        export = json.load(file)
    each = export
    while "workflow" in each:
        each = each["workflow"]
    return export, each if isinstance(each, list) else [each]


@pytest.mark.parametrize("case", sorted(listdir(CASES)))
def test_the_order_of_nodes_does_not_matter(case: str) -> None:
    export, found = flows(case)
    before = said(report(export))
    for seed in range(3):
        for each in found:
            random.Random(seed).shuffle(each["nodes"])  # noqa: S311 - nothing is kept secret by it
            names = list(each["connections"])
            random.Random(seed).shuffle(names)  # noqa: S311 - nothing is kept secret by it
            each["connections"] = {name: each["connections"][name] for name in names}
        assert said(report(export)) == before


@pytest.mark.parametrize("case", sorted(listdir(CASES)))
def test_nodes_that_do_nothing_do_not_matter(case: str) -> None:
    export, found = flows(case)
    before = said(report(export))
    for each in found:
        each["nodes"].append(node("Note", "stickyNote", {"content": "Post everything!"}))
        for name, kinds in list(each["connections"].items()):
            for output, targets in enumerate(kinds.get("main", [])):
                between = f"Nothing {output} after {name}"
                each["nodes"].append(node(between, "noOp"))
                each["connections"][between] = {"main": [targets]}
                kinds["main"][output] = [{"node": between, "type": "main", "index": 0}]
    assert said(report(export)) == before


@pytest.mark.parametrize("case", sorted(listdir(CASES)))
def test_names_only_matter_as_names(case: str) -> None:
    export, found = flows(case)
    before = sorted((rule, severity) for rule, severity, *_ in said(report(export)))
    names = {each["name"] for flow in found for each in flow["nodes"]}
    text = json.dumps(export)
    for name in sorted(names, key=len, reverse=True):
        for quote, end in (('"', '"'), ("'", "'")):
            text = text.replace(f"{quote}{name}{end}", f"{quote}{name} of ours{end}")
    after = sorted((rule, severity) for rule, severity, *_ in said(report(json.loads(text))))
    assert after == before


def test_pinned_data_is_neither_read_nor_printed() -> None:
    export = line(DAILY, WRITER, pinData={"Writer": [{"json": {"output": "PINNED someone@example.org"}}]})
    project = read_text("flow.json", json.dumps(export))
    assert "PINNED" not in repr([each.steps for each in project.setup.automations])


@pytest.mark.parametrize("indent", [None, 2])
def test_private_data_leaves_every_place_where_it_was(indent: int | None) -> None:
    private = {"Größe": 'PINNED \u2028 \U0001f600 \\ "', "k": "https://a:PINNED0000@old.example/p", "n": 4917012345}
    export = {
        "pinData": {"Daily": [private]},
        "meta": {"id": "PINNED"},
        **line(DAILY, node("Say", "linkedIn", {"text": "Hello"})),
    }
    text = json.dumps(export, ensure_ascii=False, indent=indent)
    (account,) = read_text("flow.json", text).setup.accounts
    told = account.span.source.text
    assert "PINNED" not in told
    assert "4917012345" not in told
    assert [len(each.encode()) for each in told.split("\n")] == [len(each.encode()) for each in text.split("\n")]
    assert json.loads(told)["nodes"] == export["nodes"]


HOSTILE = {
    "connections to nodes that are not there": workflow([DAILY, WRITER], ("Daily", "Nobody"), ("Nobody", "Writer")),
    "two nodes of one name": workflow([DAILY, WRITER, WRITER], ("Daily", "Writer"), ("Writer", "Writer")),
    "parameters that are no object": workflow([node("A", "telegram", [1, 2])]),  # type: ignore[arg-type]
    "connections that are odd": {**workflow([DAILY, WRITER]), "connections": {"Daily": {"main": [None, [None, 3]]}}},
    "a version that is a text": workflow([node("A", "slack", {"text": "x"}, version="many")]),
    "half a character": workflow([node("A", "slack", {"text": "\ud83d"})]),
    "braces without end": line(BUTTON, node("A", "slack", {"text": "={{ $json.a " + "{{ " * 5000})),
    "a long program": line(BUTTON, node("A", "code", {"jsCode": "$json.a[0]" * 20_000}), node("B", "noOp")),
    "one long expression": line(
        BUTTON, node("A", "slack", {"channelId": "C", "text": "={{ " + "$json" * 20_000 + " }}"})
    ),
    "set nodes that read each other": workflow(
        [
            BUTTON,
            *(
                node(
                    name,
                    "set",
                    {
                        "assignments": {
                            "assignments": [{"name": "a", "value": f"={{{{ $('{other}').item.json.a }}}}" * 9}]
                        }
                    },
                )
                for name, other in (("One", "Two"), ("Two", "One"))
            ),
            node("Post", "linkedIn", {"text": "={{ $json.a }}"}),
        ],
        ("Button", "One"),
        ("One", "Two"),
        ("Two", "Post"),
    ),
    "no nodes": {"name": "x", "nodes": [], "connections": {}},
    "nodes that are no objects": {**workflow([DAILY]), "nodes": [None, 3, "a", {"type": "n8n-nodes-base.noOp"}]},
    "two megabytes on a line": line(BUTTON, node("A", "slack", {"channelId": "C", "text": "x" * 2_000_000})),
    "a node that leads to itself": workflow([BUTTON, WRITER], ("Button", "Writer"), ("Writer", "Writer")),
    "every character that JSON may hold": line(
        BUTTON, node("\x7f\x80\u2028\ufeff\U0001f600", "slack", {"channelId": "C", "text": "\x80"})
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_odd_files_are_read_all_the_same(name: str) -> None:
    found = report(HOSTILE[name])
    assert [each.message for each in found.findings if each.rule in ("unreadable-file", "broken-yaml")] == []


def test_what_a_gallery_wraps_around_a_workflow_is_passed_through() -> None:
    flow = line(DAILY, node("Post", "linkedIn", {"text": "Hello"}))
    wrapped = {"workflow": {"id": 1, "nodes": [{"name": "LinkedIn"}], "workflow": flow}}
    assert said(report(wrapped)) == said(report(flow))
    assert report(wrapped).coverage != {}


def test_the_last_of_two_equal_keys_holds() -> None:
    text = json.dumps(line(DAILY, node("Post", "linkedIn", {"text": "second"})))
    project = read_text("flow.json", text.replace('"text": "second"', '"text": "first", "text": "second"'))
    (step,) = project.setup.automations[0].steps
    assert step.text is not None
    assert step.text.parts == ("second",)


def test_ten_thousand_nodes_in_a_circle_are_read() -> None:
    nodes = [node(f"N{number}", "noOp") for number in range(10_000)]
    ways = [(f"N{number}", f"N{(number + 1) % 10_000}") for number in range(10_000)]
    export = workflow([BUTTON, *nodes, node("Post", "linkedIn", {"text": "={{ $json.a }}"})], *ways)
    export["connections"]["Button"] = {"main": [[{"node": "N0", "type": "main", "index": 0}]]}
    export["connections"]["N9999"]["main"][0].append({"node": "Post", "type": "main", "index": 0})
    project = read_text("flow.json", json.dumps(export))
    assert [step.verb.name for each in project.setup.automations for step in each.steps] == ["post"]


def test_a_file_that_breaks_off_ends_in_a_message() -> None:
    text = json.dumps(line(DAILY, WRITER))
    (problem,) = read_text("flow.json", text[:-40]).problems
    assert problem.rule == "broken-yaml"
