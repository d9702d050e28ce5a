"""When an export shows that no person comes after a machine that answers: all that follows is in it, and nobody is."""

import json
from typing import Any

import pytest
from sociable.findings.finding import Finding
from sociable.pipeline import Request, judged
from sociable.project.load import read_text

from tests.readers.n8n.exports import line, node, workflow

BOT = node("Message", "telegramTrigger", {"updates": ["message"]})
WRITER = "={{ $('Message').item.json.message.chat.id }}"
TEAM = node("Tell us", "slack", {"channelId": "reception", "text": "Somebody wrote."}, version=2.2)


def answer(text: str = "=The tide is out at {{ $json.hour }}.") -> dict[str, Any]:
    return node("Answer", "telegram", {"chatId": WRITER, "text": text}, version=1.2)


def dead_ends(export: Any) -> list[Finding]:
    findings = judged(read_text("flow.json", json.dumps(export)), Request(())).findings
    return [each for each in findings if each.rule == "dead-end-reply"]


def test_a_machine_alone_is_a_hint() -> None:
    (found,) = dead_ends(line(BOT, answer()))
    assert found.severity == "info"
    assert "nothing in the file leads from there to a person" in found.message


HUMAN = node(
    "Who answers?", "if", {"conditions": {"string": [{"value1": "={{ $json.lastHumanReply }}", "value2": "a"}]}}
)
FETCHED = node("Tide", "httpRequest", {"url": "https://api.example.org/tide", "method": "POST"}, version=4.2)
ELSEWHERE = node("Run", "executeWorkflow", {"workflowId": "abc"})
SHEET = {"operation": "append", "documentId": {"value": "d"}, "sheetName": {"value": "s", "cachedResultName": "Log"}}
KEEP = node("Keep", "googleSheets", SHEET, version=4.5)


@pytest.mark.parametrize(
    "between",
    [TEAM, HUMAN, FETCHED, ELSEWHERE],
    ids=["a colleague is told", "a person may have taken over", "an address that nobody knows", "what is not here"],
)
def test_what_may_lead_to_a_person_is_not_one(between: dict[str, Any]) -> None:
    assert dead_ends(line(BOT, between, answer())) == []


def test_somebody_hears_when_it_breaks() -> None:
    broken = node("Broken", "errorTrigger")
    assert dead_ends(workflow([BOT, answer(), broken, TEAM], ("Message", "Answer"), ("Broken", "Tell us"))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [("={{ $json.a }} is in Google Sheets!", 0), ("={{ $json.a }} is kept!", 1), ("={{ $json.a }} is in Airtable!", 1)],
)
def test_who_is_told_of_our_table_works_with_it(text: str, found: int) -> None:
    assert len(dead_ends(line(BOT, KEEP, answer(text)))) == found


def test_a_mail_lies_where_people_look() -> None:
    mail = node("Mail", "gmailTrigger", {"filters": {}}, version=1.2)
    reply = node(
        "Reply", "gmail", {"operation": "reply", "messageId": "={{ $json.id }}", "message": "Soon."}, version=2.1
    )
    assert dead_ends(line(mail, reply)) == []


def test_a_film_alone_says_nothing() -> None:
    film = node("Film", "telegram", {"operation": "sendVideo", "chatId": WRITER, "file": "https://example.org/a.mp4"})
    assert dead_ends(line(BOT, film)) == []


def test_an_answer_for_everybody_alone_is_one_and_beside_others_it_says_how_far_it_is() -> None:
    react = {"method": "POST", "url": "https://api.telegram.org/bot1:a/setMessageReaction"}
    call = node("React", "httpRequest", react, version=4.2)
    assert len(dead_ends(line(BOT, answer("Thank you for your message!")))) == 1
    assert dead_ends(line(BOT, call, answer("All done!"))) == []
