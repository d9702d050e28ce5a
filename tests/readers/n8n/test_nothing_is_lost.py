"""Nothing that acts disappears: it is told, it is known to concern nobody, or it is said that it was not understood."""

import json
from typing import Any

import pytest
from sociable.pipeline import Request, judged
from sociable.project.load import read_text

from tests.readers.n8n.exports import line, node, part

MAIL = node("Came", "gmailTrigger", {}, version=1.2)


def rules_of(export: Any) -> set[str]:
    return {each.rule for each in judged(read_text("flow.json", json.dumps(export)), Request(())).findings}


@pytest.mark.parametrize("prompt", ["Answer this.", "You are the personal assistant of Acme, a firm of gardeners."])
def test_an_answer_into_the_thread_of_a_mail_is_told(prompt: str) -> None:
    model = node("Model", "@n8n/n8n-nodes-langchain.agent", {"promptType": "define", "text": prompt})
    answer = {
        "resource": "thread",
        "operation": "reply",
        "threadId": "={{ $('Came').item.json.threadId }}",
        "messageId": "={{ $('Came').item.json.id }}",
        "message": "={{ $json.output }}",
    }
    assert "unreviewed-ai-reply" in rules_of(line(MAIL, model, node("Answer", "gmail", answer, version=2.1)))


@pytest.mark.parametrize(
    ("operation", "reason"),
    [("sendSticker", "unknown-operation"), ("Reply", "unknown-operation"), ("sender", ""), ("trash", "")],
)
def test_what_is_called_by_a_word_for_speaking_is_never_taken_for_nothing(operation: str, reason: str) -> None:
    assert part("gmail", {"resource": "thread", "operation": operation, "messageId": "1"}).reason == reason
