"""Who hears an answer and works with the flow: whose bot it is, who reads our mail, who has others looked up."""

from typing import Any

import pytest

from tests.readers.n8n.exports import WRITER, fragment, line, node, workflow

MESSAGE = node("Came", "telegramTrigger", {"updates": ["message"]})
CHAT = node("Came", "@n8n/n8n-nodes-langchain.chatTrigger", {"public": True}, version=1.1)
BOOKED = node("Came", "calendlyTrigger", {"events": ["invitee.created"]})


def verbs(flow: dict[str, Any]) -> set[str]:
    return {step.verb.name for each in fragment(flow).automations for step in each.steps} & {"dm", "notify"}


def line_bot(*between: dict[str, Any]) -> dict[str, Any]:
    """A bot on LINE, by what it reads of a call."""
    hook = node("Hook", "webhook", {"httpMethod": "POST", "path": "p"}, version=2)
    keep = {"name": "text", "type": "string", "value": "={{ $json.body.events[0].message.text }}"}
    kept = node("Keep", "set", {"assignments": {"assignments": [keep]}}, version=3.4)
    body = {
        "replyToken": "={{ $('Hook').item.json.body.events[0].replyToken }}",
        "messages": "={{ $('Writer').item.json.output }}",
    }
    sent = {"parameters": [{"name": name, "value": value} for name, value in body.items()]}
    call = {"method": "POST", "url": "https://api.line.me/v2/bot/message/reply", "bodyParameters": sent}
    return line(hook, *between, kept, WRITER, node("Answer", "httpRequest", call, version=4.2))


def only(who: str) -> dict[str, Any]:
    asked = {
        "leftValue": "={{ $json.body.events[0].source.userId }}",
        "rightValue": who,
        "operator": {"type": "string", "operation": "equals"},
    }
    return node("Is it me?", "if", {"conditions": {"conditions": [asked], "combinator": "and"}}, version=2.2)


def test_a_page_that_answers_one_person_alone_is_that_persons() -> None:
    assert verbs(line_bot(only("U4815"))) <= {"notify"}
    assert verbs(line_bot()) == {"dm"}


@pytest.mark.parametrize(
    ("prompt", "number", "verb"),
    [
        ("You send an instant message to the meeting host.", "mobile number", "notify"),
        ("Write the reminder for our team.", "mobile number", "notify"),
        ("You send an instant message to the guest.", "mobile number", "dm"),
        ("Write about what the team's work has become: a message to the team's guest.", "mobile number", "dm"),
        ("You send an instant message to the meeting host.", "={{ $json.payload.phone }}", "dm"),
    ],
)
def test_a_model_that_is_told_to_write_to_one_of_us_does_so_where_no_number_stands(
    prompt: str, number: str, verb: str
) -> None:
    writer = node("Writer", "@n8n/n8n-nodes-langchain.agent", {"text": prompt, "promptType": "define"}, version=2)
    given = {"operation": "send", "recipientPhoneNumber": number, "textBody": "={{ $('Writer').item.json.output }}"}
    assert verbs(line(BOOKED, writer, node("Tell", "whatsApp", given))) == {verb}


@pytest.mark.parametrize(("operation", "found"), [("getAll", {"notify"}), ("send", {"dm"})])
def test_an_open_chat_in_which_our_mail_is_read_is_ours(operation: str, found: set[str]) -> None:
    mail = node("Mail", "gmailTool", {"operation": operation, "sendTo": "={{ $fromAI('to') }}"}, version=2.1)
    told = {"text": "=Say it with wit: {{ $json.output }}", "promptType": "define"}
    flow = workflow(
        [CHAT, WRITER, mail, node("Wit", "@n8n/n8n-nodes-langchain.chainLlm", told, version=1.7)],
        ("Came", "Writer"),
        ("Writer", "Wit"),
        ("Mail", "ai_tool", "Writer"),
    )
    assert verbs(flow) <= found
    assert ("dm" in verbs(flow)) is ("dm" in found)


@pytest.mark.parametrize(
    ("text", "keeps", "verb"), [("Done", True, "notify"), ("={{ $json.title }}", True, "dm"), ("Done", False, "dm")]
)
def test_who_has_people_looked_up_and_kept_is_one_of_us(text: str, keeps: bool, verb: str) -> None:
    look = node("Look", "@apify/n8n-nodes-apify.apify", {"actorId": "acme/instagram-scraper"})
    value = {"mappingMode": "defineBelow", "value": {"Name": "={{ $json.fullName }}"}}
    keep = node("Keep", "googleSheets", {"operation": "append", "columns": value}, version=4.5)
    chat = "={{ $('Came').item.json.message.chat.id }}"
    answer = node("Answer", "telegram", {"chatId": chat, "text": text}, version=1.2)
    assert verb in verbs(line(MESSAGE, look, *([keep] if keeps else []), answer))


@pytest.mark.parametrize(
    ("column", "is_kept"), [("dados do perfil", True), ("Bio del perfil", True), ("titulo", False)]
)
def test_data_of_people_are_called_so_in_other_languages(column: str, is_kept: bool) -> None:
    look = node("Look", "@apify/n8n-nodes-apify.apify", {"actorId": "acme/instagram-scraper"})
    value = {"mappingMode": "defineBelow", "value": {"A": f"={{{{ $json['{column}'] }}}}"}}
    keep = node("Keep", "googleSheets", {"operation": "append", "columns": value}, version=4.5)
    clock = node("Each day", "scheduleTrigger", {"rule": {"interval": [{}]}})
    steps = [step.verb.name for each in fragment(line(clock, look, keep)).automations for step in each.steps]
    assert ("store" in steps) is is_kept
