"""What only names tell: a service, one of us, a word to be written, and an address that a model was handed."""

from typing import Any

import pytest

from tests.readers.n8n.exports import DAILY, fragment, line, node, part, workflow

COMMENTS = {"operation": "getPostComments", "postUrl": "that one"}
TABLE = node("Came", "googleSheetsTrigger", {"documentId": {"value": "d"}, "sheetName": {"value": "s"}})


def test_an_address_that_is_kept_under_the_name_of_a_service_is_that_service() -> None:
    url = "=https://{{ $json.unipile_DSN }}/api/v1/posts/reaction"
    found = part("httpRequest", {"url": url, "method": "POST"}, version=4.2)
    assert (found.verb, found.platform, found.via) == ("react", "linkedin", "unofficial")


@pytest.mark.parametrize(
    ("sends", "verb"), [({"sendBody": True, "jsonBody": '{"text": "Hello"}'}, "comment"), ({}, "")]
)
def test_a_call_that_lost_its_method_is_told_by_its_body(sends: dict[str, Any], verb: str) -> None:
    url = "https://api.unipile.com/api/v1/posts/1/comments"
    assert part("httpRequest", {"url": url, **sends}, version=4.2).verb == verb


@pytest.mark.parametrize(("page", "crowd"), [("@YOUR_PROFILE_HERE", ""), ("@museum", "found")])
def test_a_page_of_ones_own_holds_nobody_else(page: str, crowd: str) -> None:
    assert part("httpRequest", {"url": f"https://www.tiktok.com/{page}"}, version=4.2).crowd == crowd


@pytest.mark.parametrize(("called", "verb"), [("Message to cashier", "notify"), ("Message to guest", "dm")])
def test_a_number_that_was_taken_out_is_ours_where_the_node_says_so(called: str, verb: str) -> None:
    given = {"operation": "send", "phoneNumberId": "1", "recipientPhoneNumber": "[PHONE_NUMBER]", "textBody": "News"}
    came = node("Came", "whatsAppTrigger", {"updates": ["messages"]})
    (automation,) = fragment(line(came, node(called, "whatsApp", given))).automations
    assert automation.steps[-1].verb.name == verb


@pytest.mark.parametrize(
    ("called", "words"), [("If: keyword found?", {"contains": ("the keyword",)}), ("If: is new?", {})]
)
def test_a_condition_that_is_called_after_a_keyword_asks_for_one(
    called: str, words: dict[str, tuple[str, ...]]
) -> None:
    look = node("Look", "@example/n8n-nodes-x.connectSafelyLinkedIn", COMMENTS)
    given = {
        "leftValue": "={{ $json.matches }}",
        "rightValue": "",
        "operator": {"type": "boolean", "operation": "true"},
    }
    asks = node(called, "if", {"conditions": {"conditions": [given]}}, version=2.2)
    does = {"operation": "sendMessage", "recipientProfileId": "={{ $json.id }}", "message": "Here it is"}
    send = node("Send", "@example/n8n-nodes-x.connectSafelyLinkedIn", does)
    found = [each for each in fragment(line(DAILY, look, asks, send)).automations if each.steps[-1].verb.name == "dm"]
    assert [each.trigger.narrowed for each in found] == [words]


@pytest.mark.parametrize(
    ("prompt", "target"),
    [("=Write to {{ $json.Email }}", "event.row.Email"), ("=Write to {{ $json.name }}", None)],
)
def test_a_model_writes_to_the_only_address_that_it_was_handed(prompt: str, target: str | None) -> None:
    writer = node("Writer", "@n8n/n8n-nodes-langchain.agent", {"promptType": "define", "text": prompt}, version=2)
    mail = node(
        "Mail", "gmailTool", {"sendTo": "={{ $fromAI('to') }}", "message": "={{ $fromAI('text') }}"}, version=2.1
    )
    drawn = workflow([TABLE, writer, mail], ("Came", "Writer"), ("Mail", "ai_tool", "Writer"))
    (automation,) = fragment(drawn).automations
    found = automation.steps[-1].target
    assert (found.name if found is not None else None) == target


@pytest.mark.parametrize(("label", "event"), [("Trigger keyword", "started"), ("Your e-mail", "opted_in")])
def test_a_form_that_asks_for_a_keyword_is_for_our_own(label: str, event: str) -> None:
    fields = [{"fieldLabel": "Your name"}, {"fieldLabel": "Your e-mail"}, {"fieldLabel": label}]
    assert part("formTrigger", {"formFields": {"values": fields}}, version=2.3).event == event
