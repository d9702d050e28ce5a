"""Whom a message to a room reaches that a number alone names: what its model was told to write for."""

from typing import Any

import pytest

from tests.readers.n8n.exports import DAILY, fragment, line, node

TO_A_CHANNEL = "Write the news for our readers in the Telegram channel."
BLANKED = {"operation": "sendPhoto", "binaryData": True, "additionalFields": {"caption": "={{ $json.output }}"}}
NUMBERED = {"chatId": "YOUR_CHAT_ID", "text": "={{ $json.output }}"}


def does(prompt: str, message: dict[str, Any], *between: dict[str, Any]) -> str:
    writer = node("Writer", "@n8n/n8n-nodes-langchain.agent", {"promptType": "define", "text": prompt}, version=2)
    (automation,) = fragment(line(DAILY, writer, *between, node("Tell", "telegram", message, version=1.2))).automations
    return automation.steps[-1].verb.name


@pytest.mark.parametrize("message", [BLANKED, NUMBERED])
@pytest.mark.parametrize(
    ("prompt", "verb"),
    [
        (TO_A_CHANNEL, "post"),
        ("Напиши новости для телеграм: Telegram-канал новостей.", "post"),
        ("Write the news for our team's Telegram channel.", "notify"),
        ("Write the news of the day.", "notify"),
    ],
)
def test_a_model_writes_for_a_channel(prompt: str, verb: str, message: dict[str, Any]) -> None:
    assert does(prompt, message) == verb


def test_a_picture_that_is_loaded_in_between_keeps_the_words() -> None:
    picture = node("Picture", "httpRequest", {"url": "={{ $json.picture }}"}, version=4.2)
    assert does(TO_A_CHANNEL, BLANKED, picture) == "post"


@pytest.mark.parametrize(
    ("called", "verb"),
    [("Send the Story To Channel", "post"), ("Notify the team channel", "notify"), ("Send the story", "notify")],
)
def test_a_node_that_is_called_after_a_channel_tells_it_what_a_model_wrote(called: str, verb: str) -> None:
    writer = node("Writer", "@n8n/n8n-nodes-langchain.agent", {"promptType": "define", "text": "A story."}, version=2)
    (automation,) = fragment(line(DAILY, writer, node(called, "telegram", NUMBERED, version=1.2))).automations
    assert automation.steps[-1].verb.name == verb


@pytest.mark.parametrize(
    ("words", "verb"),
    [("Hello everyone! ", "post"), ("Watch it and share your thoughts: ", "post"), ("A new report: ", "notify")],
)
def test_a_server_is_spoken_to_as_one_where_people_read_along(words: str, verb: str) -> None:
    writer = node("Writer", "@n8n/n8n-nodes-langchain.agent", {"promptType": "define", "text": "A story."}, version=2)
    hook = {"authentication": "webhook", "content": f"={words}{{{{ $json.output }}}}"}
    (automation,) = fragment(line(DAILY, writer, node("Tell", "discord", hook, version=2))).automations
    assert automation.steps[-1].verb.name == verb
