"""Each row of the tables of actions and events has a sample, and is read as the sample says."""

import json
from os.path import dirname, join
from typing import Any

import pytest
import yaml
from sociable.documents.yaml_tree import parse
from sociable.readers.ci_workflows.ci_reader import read, recognises
from sociable.readers.flow.missing_words import event as event_called
from sociable.readers.fragment import Fragment
from sociable.text.source import Source

from generators.import_tables import load

PROJECT = dirname(dirname(dirname(dirname(__file__))))

with open(join(dirname(__file__), "samples.yml"), encoding="utf-8") as file:
    SAMPLES = yaml.load(file, yaml.CSafeLoader)

COMMENT = {"uses": "peter-evans/create-or-update-comment@v4", "with": {"body": "Hello"}}


def fragment(event: str, *steps: object) -> Fragment:
    flow = {"name": "It", "on": {event: {}}, "jobs": {"it": {"steps": steps}}}
    document = parse(Source("flow.yml", json.dumps(flow)))
    assert recognises(document)
    return read(document)


@pytest.mark.parametrize("sample", SAMPLES["actions"], ids=lambda sample: sample["uses"])
def test_an_action_is_read_as_its_sample_says(sample: dict[str, Any]) -> None:
    step = {"uses": f"{sample['uses']}@v1", "with": dict.fromkeys(sample["with"], "Hello you")}
    found = fragment("issues", step, *([COMMENT] if sample.get("before") else ()))
    platforms = {account.id.name: account.platform for account in found.accounts}
    done = [
        f"{each.verb.name} {platforms[automation.accounts[0].name]}"
        for automation in found.automations
        for each in automation.steps
    ]
    assert done == sample["is"]


@pytest.mark.parametrize(("event", "expected"), SAMPLES["events"].items())
def test_an_event_is_read_as_its_sample_says(event: str, expected: str) -> None:
    (automation,) = fragment(event, COMMENT).automations
    assert automation.trigger.event == event_called(expected)


def test_every_row_has_a_sample() -> None:
    assert {sample["uses"] for sample in SAMPLES["actions"]} == set(load(PROJECT, "ci_workflows", "actions"))
    assert set(SAMPLES["events"]) == set(load(PROJECT, "ci_workflows", "events"))
    texts = {(sample["uses"], name) for sample in SAMPLES["actions"] for name in sample["with"]}
    table = load(PROJECT, "ci_workflows", "actions").items()
    assert {(uses, name) for uses, row in table for name in row["texts"]} - texts == set()
