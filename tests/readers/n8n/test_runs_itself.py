"""Workflows that run themselves: what follows on their trigger for calls is part of what runs it."""

from typing import Any

import pytest

from tests.readers.n8n.exports import WRITER, fragment, node, workflow

CAME = node("Came", "whatsAppTrigger", {"updates": ["messages"]})
CALLED = node("Called", "executeWorkflowTrigger", {"workflowInputs": {"values": [{"name": "who"}, {"name": "words"}]}})
HANDED_OVER = {
    "mappingMode": "defineBelow",
    "value": {"who": "={{ $json.messages[0].from }}", "words": "={{ $json.messages[0].text.body }}"},
}
ANSWER = node(
    "Answer",
    "whatsApp",
    {
        "operation": "send",
        "phoneNumberId": "1",
        "recipientPhoneNumber": "={{ $('Called').item.json.who }}",
        "textBody": "=You wrote: {{ $('Called').item.json.words }}",
    },
)


def running(which: str, **more: Any) -> dict[str, Any]:
    given = {"workflowId": {"__rl": True, "mode": "id", "value": which}, "workflowInputs": HANDED_OVER, **more}
    return node("Run", "executeWorkflow", given, version=1.2)


@pytest.mark.parametrize("which", ["={{ $workflow.id }}", "w1"])
def test_what_follows_on_its_call_answers_who_wrote(which: str) -> None:
    flow = workflow([CAME, running(which), CALLED, ANSWER], ("Came", "Run"), ("Called", "Answer"), id="w1")
    found = fragment(flow)
    (automation,) = found.automations
    assert automation.trigger.event.name == "messaged"
    (step,) = automation.steps
    assert step.target is not None
    assert step.target.name == "event.user"
    assert step.text is not None
    assert "event.message" in str(step.text)
    assert [part.outcome for part in found.coverage.parts] == ["understood"] * 4
    assert found.links == ()


@pytest.mark.parametrize(
    ("own", "others", "runs_itself"), [({}, [], True), ({"id": "w2"}, [], False), ({}, ["w3"], False)]
)
def test_a_number_that_an_export_has_lost_is_the_one_that_it_calls(
    own: dict[str, Any], others: list[str], runs_itself: bool
) -> None:
    more = [{**running(which), "name": which} for which in others]
    ways = [("Came", each["name"]) for each in more]
    flow = workflow([CAME, running("w1"), *more, CALLED, ANSWER], ("Came", "Run"), ("Called", "Answer"), *ways, **own)
    found = fragment(flow)
    assert (found.links == ()) is runs_itself
    assert ("messaged" in [each.trigger.event.name for each in found.automations if each.steps]) is runs_itself


def test_what_it_comes_to_goes_on_where_it_was_run() -> None:
    writer = node("Writer", "@n8n/n8n-nodes-langchain.agent", {"promptType": "define", "text": "={{ $json.words }}"})
    told = node(
        "Tell",
        "whatsApp",
        {
            **ANSWER["parameters"],
            "textBody": "={{ $json.output }}",
            "recipientPhoneNumber": "={{ $('Came').item.json.messages[0].from }}",
        },
    )
    flow = workflow(
        [CAME, running("={{ $workflow.id }}"), told, CALLED, writer],
        ("Came", "Run"),
        ("Run", "Tell"),
        ("Called", "Writer"),
    )
    (automation,) = fragment(flow).automations
    assert [step.verb.name for step in automation.steps] == ["generate", "dm"]


def test_what_a_model_may_run_is_chosen_by_it() -> None:
    tool = node(
        "Tool", "@n8n/n8n-nodes-langchain.toolWorkflow", {"workflowId": {"__rl": True, "value": "={{ $workflow.id }}"}}
    )
    posted = node("Post", "slack", {"select": "channel", "channelId": {"value": "#news"}, "text": "={{ $json.query }}"})
    flow = workflow(
        [CAME, WRITER, tool, CALLED, posted], ("Came", "Writer"), ("Tool", "ai_tool", "Writer"), ("Called", "Post")
    )
    (step,) = [step for each in fragment(flow).automations for step in each.steps if step.verb.name != "generate"]
    assert [guard.expression.text for guard in step.guards] == ["Writer chooses it"]


@pytest.mark.parametrize(
    "ways", [(("Called", "Answer"), ("Answer", "Run")), (("Called", "Run"), ("Run", "Answer"), ("Came", "Nothing"))]
)
def test_what_only_runs_itself_again_and_again_stays_what_is_called(ways: tuple[tuple[str, str], ...]) -> None:
    flow = workflow([CAME, CALLED, running("={{ $workflow.id }}"), ANSWER, node("Nothing", "noOp")], *ways)
    assert {each.trigger.event.name for each in fragment(flow).automations if each.steps} == {"called"}
