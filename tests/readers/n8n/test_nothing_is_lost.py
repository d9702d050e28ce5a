"""Nothing that acts disappears: it is told, it is known to concern nobody, or it is said that it was not understood."""

import json
from typing import Any

import pytest
from sociable.pipeline import Request, judged
from sociable.project.load import read_text

from tests.readers.n8n.exports import DAILY, WRITER, line, node, part

ACTOR = "https://console.apify.com/actors/AbCdEfGh12345/input"
CHAT = node("Chat", "telegramTrigger", {"updates": ["message"]})
ANSWER = node(
    "Answer", "telegram", {"chatId": "={{ $('Chat').item.json.message.chat.id }}", "text": "No access: {{ 1 }}"}
)
MAIL = node("Came", "gmailTrigger", {}, version=1.2)


def told(export: Any) -> dict[str, str]:
    """What rules tell of an export, and how grave they are."""
    found = judged(read_text("flow.json", json.dumps(export)), Request(())).findings
    return {each.rule: each.severity for each in found}


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
    assert "unreviewed-ai-reply" in told(line(MAIL, model, node("Answer", "gmail", answer, version=2.1)))


@pytest.mark.parametrize(
    ("operation", "reason"),
    [("sendSticker", "unknown-operation"), ("Reply", "unknown-operation"), ("sender", ""), ("trash", "")],
)
def test_what_is_called_by_a_word_for_speaking_is_never_taken_for_nothing(operation: str, reason: str) -> None:
    assert part("gmail", {"resource": "thread", "operation": operation, "messageId": "1"}).reason == reason


@pytest.mark.parametrize(
    ("kind", "parameters"),
    [
        ("httpRequest", {"method": "POST", "url": "https://app.rapiwa.com/api/verify-whatsapp"}),
        ("httpRequest", {"method": "POST", "url": "https://evo.example.org/chat/whatsappNumbers/shop"}),
        ("httpRequest", {"method": "GET", "url": "https://gate.whapi.cloud/contacts"}),
        ("rapiwa", {"operation": "verifyWhatsAppNumber", "number": "={{ $json.number }}"}),
    ],
)
def test_a_gateway_that_is_only_asked_which_numbers_exist_is_used(kind: str, parameters: dict[str, Any]) -> None:
    sheet = node("Numbers", "googleSheets", {"documentId": {"value": "d"}, "sheetName": {"value": "s"}}, version=4.5)
    assert "unofficial-access" in told(line(DAILY, sheet, node("Check", kind, parameters, version=4.2)))


def test_a_gateway_with_which_messages_are_sent_is_told_once() -> None:
    check = node("Check", "rapiwa", {"operation": "verifyWhatsAppNumber", "number": "={{ $json.number }}"})
    send = node("Send", "rapiwa", {"operation": "sendMessage", "number": "={{ $json.number }}", "message": "News"})
    sheet = node("Numbers", "googleSheets", {"documentId": {"value": "d"}, "sheetName": {"value": "s"}}, version=4.5)
    found = judged(read_text("flow.json", json.dumps(line(DAILY, sheet, check, send))), Request(())).findings
    assert len([each for each in found if each.rule == "unofficial-access"]) == 1


@pytest.mark.parametrize(
    ("name", "severity"), [("LinkedIn Profile Scraper", "info"), ("Profile Scraper", None), ("Shop Scraper", None)]
)
def test_a_scraper_of_which_only_the_name_tells_where_it_looks_is_a_guess(name: str, severity: str | None) -> None:
    run = {"operation": "Run actor", "actorId": {"__rl": True, "mode": "url", "value": ACTOR}, "customBody": "={}"}
    scrape = node(name, "@apify/n8n-nodes-apify.apify", run)
    assert told(line(DAILY, scrape)).get("unofficial-access") == severity


def test_an_address_under_a_key_that_a_program_works_out_is_followed() -> None:
    form = node("Came", "googleSheetsTrigger", {"documentId": {"value": "d"}, "sheetName": {"value": "s"}})
    names = {"assignments": {"assignments": [{"name": "column", "value": "E-mail", "type": "string"}]}}
    names_of = node("Names", "set", {**names, "includeOtherFields": True}, version=3.4)
    model = node("Model", "@n8n/n8n-nodes-langchain.agent", {"promptType": "define", "text": "Answer them."})
    program = (
        "const was = $('Names').first().json;\nconst column = was.column || 'E-mail';\n"
        "const body = JSON.parse($json.output).body;\nreturn { body, email: was[column] || '' };"
    )
    taken = node("Taken", "code", {"jsCode": program}, version=2)
    mail = {"sendTo": "={{ $json.email }}", "subject": "Hello", "message": "={{ $json.body }}"}
    export = line(form, names_of, model, taken, node("Send", "gmail", mail, version=2.1))
    assert "unreviewed-ai-reply" in told(export)


@pytest.mark.parametrize("desk", ["freshdesk", "zendesk"])
def test_a_ticket_is_a_way_to_a_person_where_the_export_leaves_out_that_it_is_one(desk: str) -> None:
    ticket = node("Ticket", desk, {"options": {"subject": "={{ $json.message.text }}"}})
    assert "dead-end-reply" not in told(line(CHAT, ticket, ANSWER))
    assert "dead-end-reply" in told(line(CHAT, ANSWER))


@pytest.mark.parametrize(
    ("table", "key", "is_told"),
    [
        ("Table of employees", "={{ $json.message.from.username }}", False),
        ("Table of customers", "={{ $json.message.from.username }}", True),
        ("Table of employees", "={{ $json.message.text }}", True),
    ],
)
def test_who_is_looked_up_among_those_who_work_here_is_one_of_us(table: str, key: str, is_told: bool) -> None:
    asked = {"filters": {"conditions": [{"keyName": "UserName", "keyValue": key}]}, "operation": "get"}
    rows = node(table, "dataTable", {**asked, "dataTableId": {"__rl": True, "mode": "id", "value": "x"}})
    assert ("dead-end-reply" in told(line(CHAT, rows, ANSWER))) == is_told


def http(name: str, url: str, **more: Any) -> dict[str, Any]:
    return node(name, "httpRequest", {"url": url, **more}, version=4.2)


def posted(*before: dict[str, Any]) -> dict[str, Any]:
    """A film that comes in as a file and is published with fixed words."""
    film = {"operation": "uploadVideo", "title": "Garden", "video": "data", "platform": ["tiktok"]}
    return line(DAILY, *before, node("Post", "n8n-nodes-upload-post.uploadPost", film))


@pytest.mark.parametrize(
    "host",
    [
        *("queue.fal.run/fal-ai/wan", "api.kie.ai/api/v1/veo/generate", "api.replicate.com/v1/predictions"),
        *("api.heygen.com/v2/video/generate", "api.dev.runwayml.com/v1/image_to_video", "api.openai.com/v1/videos"),
        *("cloud.leonardo.ai/api/rest/v1/generations", "api.openai.com/v1/images/generations"),
    ],
)
def test_a_film_that_is_waited_for_and_downloaded_was_made_by_the_service_that_was_asked(host: str) -> None:
    ask = http("Ask", f"https://{host}", method="POST", sendBody=True, specifyBody="json", jsonBody='{"prompt": "A"}')
    wait = node("Wait", "wait", {"amount": 60}, version=1.1)
    result = http("Result", f"=https://{host}/{{{{ $json.id }}}}")
    download = http("Download", "={{ $json.video.url }}", options={"response": {"response": {}}})
    assert "unreviewed-ai-post" in told(posted(ask, wait, result, download))


def test_a_film_that_was_there_is_made_by_no_model() -> None:
    look = {"operation": "download", "fileId": {"__rl": True, "mode": "id", "value": "film"}}
    assert "unreviewed-ai-post" not in told(posted(node("Film", "googleDrive", look, version=3)))
    assert "unreviewed-ai-post" not in told(posted(WRITER, node("Film", "googleDrive", look, version=3)))


HTML = node("Page", "n8n-nodes-htmlcsstopdf.htmlcsstopdf", {"html_content": "={{ $json.output }}"})
FILE = node("File", "convertToFile", {"operation": "toText", "sourceProperty": "output"}, version=1.1)
SERVICE = http(
    *("Service", "https://api.pdf.co/v1/pdf/convert/from/html"),
    method="POST",
    sendBody=True,
    specifyBody="json",
    jsonBody='={"html": "{{ $json.output }}"}',
)
DOCUMENT = node("Document", "googleDocs", {"operation": "update", "actionsUi": {"text": "={{ $json.output }}"}})
EXPORT = node("Export", "googleDrive", {"operation": "download", "fileId": {"value": "={{ $json.documentId }}"}})
BROCHURE = node("Brochure", "googleDrive", {"operation": "download", "fileId": {"value": "brochure"}})


def attached(*before: dict[str, Any], **options: Any) -> dict[str, Any]:
    """A mail in fixed words to whoever filled in a form, after a model and what makes a file of its words."""
    form = node("Form", "formTrigger", {"formFields": {"values": [{"fieldLabel": "Email", "fieldType": "email"}]}})
    mail = {"sendTo": "={{ $('Form').item.json.Email }}", "subject": "Hello", "message": "See the file."}
    return line(form, WRITER, *before, node("Send", "gmail", {**mail, "options": options}, version=2.1))


@pytest.mark.parametrize("made", [(HTML,), (FILE,), (SERVICE,), (DOCUMENT, EXPORT)], ids=lambda made: made[-1]["name"])
def test_a_file_that_is_made_of_a_models_words_is_said_by_the_mail_that_brings_it(made: Any) -> None:
    assert "unreviewed-ai-reply" in told(attached(*made, attachmentsUi={"attachmentsBinary": [{}]}))
    assert "unreviewed-ai-reply" not in told(attached(*made))


def test_a_file_that_was_there_says_nothing_of_a_model() -> None:
    assert "unreviewed-ai-reply" not in told(attached(BROCHURE, attachmentsUi={"attachmentsBinary": [{}]}))
    assert "unreviewed-ai-reply" not in told(attached(attachmentsUi={"attachmentsBinary": [{}]}))
