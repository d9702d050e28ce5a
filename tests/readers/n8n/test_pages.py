"""Pages that a node makes of a template and another one sends: what stands in them is known."""

from typing import Any

import pytest

from tests.readers.n8n.exports import DAILY, WRITER, fragment, line, node

ROWS = node("Readers", "airtable", {"operation": "search", "base": {"value": "b"}, "table": {"value": "Readers"}})


def mailed(key: str) -> dict[str, Any]:
    given = {"sendTo": "={{ $('Readers').item.json.email }}", "subject": "News", "message": f"={{{{ $json.{key} }}}}"}
    return node("Send", "gmail", given, version=2.1)


@pytest.mark.parametrize(
    ("page", "key", "said"),
    [
        (node("Page", "html", {"html": "<p>Tuesday is open.</p>"}, version=1.2), "html", ["<p>Tuesday is open.</p>"]),
        (
            node("Page", "html", {"html": "<title>AI</title><p>{{ $json.output }}</p>"}, version=1.2),
            "html",
            ["<p>", "Writer.output", "</p>"],
        ),
        (
            node(
                "Page",
                "markdown",
                {"mode": "markdownToHtml", "markdown": "*Open* {{ $json.x }}", "destinationKey": "d"},
            ),
            "d",
            ["*Open* ", "Readers.x"],
        ),
    ],
)
def test_a_page_says_what_its_template_says(page: dict[str, Any], key: str, said: list[str]) -> None:
    before = [WRITER] if "output" in str(page) else []
    (automation,) = fragment(line(DAILY, ROWS, *before, page, mailed(key))).automations
    text = automation.steps[-1].text
    assert text is not None
    assert [part if isinstance(part, str) else part.text for part in text.parts if part] == said


def test_a_page_that_is_taken_apart_is_none() -> None:
    page = node("Page", "html", {"operation": "extractHtmlContent", "html": "<p>Open.</p>"}, version=1.2)
    (automation,) = fragment(line(DAILY, ROWS, page, mailed("html"))).automations
    text = automation.steps[-1].text
    assert text is not None
    assert not any(isinstance(part, str) and part for part in text.parts)


@pytest.mark.parametrize(
    ("url", "writes"),
    [("https://api.dev.runwayml.com/v1/tasks/7", False), ("https://api.together.xyz/v1/chat/completions", True)],
)
def test_where_a_drawn_film_lies_is_no_text_of_a_model(url: str, writes: bool) -> None:
    came = node("Came", "whatsAppTrigger", {"updates": ["messages"]})
    made = node("Make", "httpRequest", {"url": url}, version=4.2)
    given = {"operation": "send", "phoneNumberId": "1", "textBody": "={{ $json.outputs[0] }}"}
    sent = node("Send", "whatsApp", {**given, "recipientPhoneNumber": "={{ $('Came').item.json.messages[0].from }}"})
    (automation,) = fragment(line(came, made, sent)).automations
    assert ("generate" in {step.verb.name for step in automation.steps}) is writes
