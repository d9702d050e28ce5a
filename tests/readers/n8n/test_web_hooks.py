"""What comes in by a web hook is told by what the flow reads of it, unless another trigger of the flow brings that."""

from typing import Any

import pytest

from tests.readers.n8n.exports import fragment, node, parts, workflow

HOOK = node("Hook", "webhook", {"path": "in"}, version=2)
TELEGRAM = node("Heard", "telegramTrigger", {"updates": ["message"]})
WHATSAPP = node("Heard", "whatsAppTrigger", {"updates": ["messages"]})
SLACK = node("Heard", "slackTrigger", {"trigger": ["message"]})

CHAT = {"resource": "message", "chatId": "={{ $json.body.message.chat.id }}", "text": "Noted."}
NUMBER = {"operation": "send", "recipientPhoneNumber": "={{ $json.entry[0].changes[0].value.messages[0].from }}"}
SLASH = {"text": "Noted.", "channelId": "={{ $json.body.response_url }}"}


@pytest.mark.parametrize(
    ("answer", "event"),
    [
        (node("Answer", "telegram", CHAT), "messaged telegram"),
        (node("Answer", "whatsApp", NUMBER), "messaged whatsapp"),
        (node("Answer", "slack", SLASH), "command slack"),
    ],
)
def test_a_hook_is_what_the_flow_reads_of_it(answer: dict[str, Any], event: str) -> None:
    (hook, _) = parts(workflow([HOOK, answer], ("Hook", "Answer")))
    assert f"{hook.event} {hook.platform}" == event


@pytest.mark.parametrize(
    ("other", "answer"),
    [(TELEGRAM, node("Answer", "telegram", CHAT)), (WHATSAPP, node("Answer", "whatsApp", NUMBER))],
)
def test_what_another_trigger_hears_does_not_come_in_by_the_hook(other: dict[str, Any], answer: dict[str, Any]) -> None:
    ways = (("Heard", "Answer"), ("Hook", "Answer"))
    (hook, *_) = parts(workflow([HOOK, other, answer], *ways))
    assert (hook.event, hook.reason) == ("webhook", "event-not-said")
    (hook, *_) = parts(workflow([HOOK, {**other, "disabled": True}, answer], *ways))
    assert hook.event == "messaged"


def test_a_hook_can_hear_something_else_of_the_same_platform() -> None:
    answer = node("Answer", "slack", SLASH)
    (hook, *_) = parts(workflow([HOOK, SLACK, answer], ("Heard", "Answer"), ("Hook", "Answer")))
    assert (hook.event, hook.platform) == ("command", "slack")


def test_each_trigger_has_an_automation_of_its_own() -> None:
    flow = workflow([HOOK, TELEGRAM, node("Answer", "telegram", CHAT)], ("Heard", "Answer"), ("Hook", "Answer"))
    assert sorted(each.trigger.event.name for each in fragment(flow).automations) == ["messaged", "webhook"]
