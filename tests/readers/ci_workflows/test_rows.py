"""Each row of the tables of actions and events has a sample, and is read as the sample says."""

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from os.path import dirname, join
from typing import Any

import pytest
import yaml
from sociable.documents.document import Document
from sociable.documents.yaml_tree import parse
from sociable.readers.ci_workflows import app_reader
from sociable.readers.ci_workflows.ci_reader import read, recognises
from sociable.readers.ci_workflows.scripts import done_to_issues
from sociable.readers.flow.missing_words import event as event_called
from sociable.readers.fragment import Fragment
from sociable.readers.importers import IMPORTERS
from sociable.text.source import Source

from generators.import_tables import load

PROJECT = dirname(dirname(dirname(dirname(__file__))))

with open(join(dirname(__file__), "samples.yml"), encoding="utf-8") as file:
    SAMPLES = yaml.load(file, yaml.CSafeLoader)

COMMENT = {"uses": "peter-evans/create-or-update-comment@v4", "with": {"body": "Hello"}}


def fragment(event: str, *steps: object) -> Fragment:
    return read(workflow(event, *steps))


def workflow(event: str, *steps: object) -> Document:
    flow = {"name": "It", "on": {event: {}}, "jobs": {"it": {"steps": steps}}}
    document = parse(Source("flow.yml", json.dumps(flow)))
    assert recognises(document)
    return document


def settings(given: Mapping[str, object]) -> Document:
    return parse(Source("config.yml", json.dumps(given)))


def given_in(sample: Mapping[str, Any]) -> dict[str, str]:
    return {**dict.fromkeys(sample["with"], "Hello you"), **sample.get("set", {})}


@pytest.mark.parametrize("sample", SAMPLES["actions"], ids=lambda sample: sample["uses"])
def test_an_action_is_read_as_its_sample_says(sample: dict[str, Any]) -> None:
    step = {"uses": f"{sample['uses']}@v1", "with": given_in(sample)}
    found = fragment("issues", step, *([COMMENT] if sample.get("before") else ()))
    platforms = {account.id.name: account.platform for account in found.accounts}
    done = [
        f"{each.verb.name} {platforms[automation.accounts[0].name]}"
        for automation in found.automations
        for each in automation.steps
    ]
    assert done == sample["is"]


@pytest.mark.parametrize(("app", "sample"), SAMPLES["apps"].items())
def test_an_app_is_read_as_its_sample_says(app: str, sample: dict[str, Any]) -> None:
    document = settings(given_in(sample))
    assert app_reader.recognises(document)
    found = app_reader.read(document)
    done = [f"{each.trigger.event.name} {step.verb.name}" for each in found.automations for step in each.steps]
    assert done == sample["is"]


@pytest.mark.parametrize(("event", "expected"), SAMPLES["events"].items())
def test_an_event_is_read_as_its_sample_says(event: str, expected: str) -> None:
    (automation,) = fragment(event, COMMENT).automations
    assert automation.trigger.event == event_called(expected)


def test_every_row_has_a_sample() -> None:
    actions, apps = load(PROJECT, "ci_workflows", "actions"), load(PROJECT, "ci_workflows", "apps")
    assert {sample["uses"] for sample in SAMPLES["actions"]} == set(actions)
    assert set(SAMPLES["apps"]) == set(apps)
    assert set(SAMPLES["events"]) == set(load(PROJECT, "ci_workflows", "events"))
    given = {(sample["uses"], name) for sample in SAMPLES["actions"] for name in given_in(sample)}
    assert {(uses, name) for uses, row in actions.items() for name in inputs_of(row)} - given == set()
    given = {(app, name) for app, sample in SAMPLES["apps"].items() for name in given_in(sample)}
    assert {(app, name) for app, row in apps.items() for name in inputs_of(row)} - given == set()
    asked = {
        (sample["uses"], name.strip())
        for sample in SAMPLES["actions"]
        for name in sample.get("set", {}).get("actions", "").split(",")
    }
    assert {(uses, name) for uses, row in actions.items() for name in row.get("cases", ())} - asked == set()


def inputs_of(row: Mapping[str, Any]) -> Iterator[str]:
    """The inputs whose texts people see, and those that decide whether something is done."""
    yield from row.get("texts", ())
    groups = [row.get("acts", ()), *row.get("cases", {}).values()]
    groups += (each["acts"] for name in ("sweeps", "answers") for each in row.get(name, ()))
    for act in chain.from_iterable(groups):
        yield from act.get("text", ())
        yield from (act[name] for name in ("if_true", "unless_false") if name in act)


@pytest.mark.parametrize("app", load(PROJECT, "ci_workflows", "apps"))
def test_settings_are_looked_into_wherever_one_of_their_marks_stands(app: str) -> None:
    (probot,) = (each for each in IMPORTERS if each.name == "probot")
    for mark in load(PROJECT, "ci_workflows", "apps")[app]["marks"]:
        assert probot.claims(mark.encode())


def test_what_people_of_ours_set_off_was_chosen() -> None:
    flow = {"on": {"issues": {"types": ["labeled", "assigned"]}}, "jobs": {"it": {"steps": [COMMENT]}}}
    (automation,) = read(parse(Source("flow.yml", json.dumps(flow)))).automations
    assert automation.trigger.event == event_called("approved")


def test_what_others_may_set_off_as_well_was_not_chosen() -> None:
    flow = {"on": {"issues": {"types": ["opened", "labeled"]}}, "jobs": {"it": {"steps": [COMMENT]}}}
    (automation,) = read(parse(Source("flow.yml", json.dumps(flow)))).automations
    assert automation.trigger.event == event_called("posted_here")


def test_a_step_for_another_event_is_left_out() -> None:
    found = fragment("issues", COMMENT, {**COMMENT, "if": "github.event_name == 'pull_request'"})
    assert [step.verb.name for each in found.automations for step in each.steps] == ["reply"]


def test_the_condition_of_a_step_holds_for_it_alone() -> None:
    found = fragment("issues", {**COMMENT, "if": "${{ failure() }}"}, COMMENT)
    conditions = [[guard.expression.text for guard in step.guards] for each in found.automations for step in each.steps]
    assert conditions == [["failure()"], []]


def test_words_that_a_job_looks_for_narrow_what_starts_it() -> None:
    condition = "contains(github.event.comment.body, '/help') && !contains(github.event.comment.body, 'no')"
    flow = {"on": "issue_comment", "jobs": {"it": {"if": condition, "steps": [COMMENT]}}}
    (automation,) = read(parse(Source("flow.yml", json.dumps(flow)))).automations
    assert automation.trigger.narrowed["contains"] == ("/help",)


def test_what_a_step_says_of_itself_alone_is_known_once() -> None:
    """Who greets first does not make the next step answer only once."""
    welcome = {"uses": "actions/first-interaction@v1", "with": {"issue-message": "Welcome"}}
    (alone,) = fragment("issues", welcome).automations
    (both,) = fragment("issues", welcome, COMMENT).automations
    assert alone.once_per is not None
    assert alone.once_per.what == "user"
    assert both.once_per is None


def test_a_text_that_another_step_puts_out_comes_from_what_that_was_given() -> None:
    model = {"id": "words", "uses": "actions/ai-inference@v1", "with": {"prompt": "Greet"}}
    shorten = {"id": "short", "run": "echo", "env": {"TEXT": "${{ steps.words.outputs.response }}"}}
    other = {"id": "own", "run": "echo text=hello"}
    comment = {**COMMENT, "with": {"body": "${{ steps.short.outputs.text }}"}}
    plain = {**COMMENT, "with": {"body": "${{ steps.own.outputs.text }}"}}
    (automation,) = fragment("issues", model, shorten, other, plain, comment).automations
    said = [
        part.text for step in automation.steps if step.text for part in step.text.parts if not isinstance(part, str)
    ]
    assert said == ["run in it", "actions/ai-inference in it.response"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, [("issues and pull requests", 60), ("issues and pull requests", 67)]),
        ({"only": "pulls"}, [("pull requests", 60), ("pull requests", 67)]),
        ({"daysUntilClose": False}, [("issues and pull requests", 60)]),
        (
            {"daysUntilClose": False, "pulls": {"daysUntilStale": 30}},
            [("issues", 60), ("pull requests", 30)],
        ),
    ],
)
def test_an_app_looks_where_and_when_its_settings_say(
    given: dict[str, object], expected: list[tuple[str, int]]
) -> None:
    automations = app_reader.read(settings({"daysUntilStale": 60, **given})).automations
    assert [(*each.trigger.narrowed["in"], each.trigger.seconds // 86_400) for each in automations] == expected


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("gh issue comment 1 --body 'Thank you'", [("reply", "Thank you")]),
        ("gh issue close 1 -c 'Old'", [("reply", "Old"), ("close", "")]),
        ("gh pr lock 1", [("lock", "")]),
        ("gh issue create --title T --body 'This week'", [("post", "This week")]),
        ("gh issue edit 1 --add-label triage", [("label", "triage")]),
        ("gh issue list --label bug", []),
        ("github.rest.issues.update({issue_number: 1, state: 'closed'})", [("close", "")]),
        ("github.rest.issues.update({issue_number: 1, state: 'open'})", []),
        ("github.rest.issues.lock({issue_number: 1})", [("lock", "")]),
    ],
)
def test_what_a_script_does_to_issues(script: str, expected: list[tuple[str, str]]) -> None:
    assert list(done_to_issues(script, {})) == expected
