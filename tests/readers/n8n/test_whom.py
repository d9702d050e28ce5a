"""Whom a message reaches, by what its field says: who wrote, one of us, or nobody whom the flow names."""

from typing import Any

import pytest

from tests.readers.n8n.exports import DAILY, WRITER, fragment, line, node

MAIL = node("Came", "gmailTrigger", {}, version=1.2)
MESSAGE = node("Came", "telegramTrigger", {"updates": ["message"]})
WHATSAPP = node("Came", "whatsAppTrigger", {"updates": ["messages"]})
TABLE = node("Came", "googleSheetsTrigger", {"documentId": {"value": "d"}, "sheetName": {"value": "s"}})


def mailed(to: str) -> dict[str, Any]:
    return node("Send", "gmail", {"sendTo": to, "subject": "Hello", "message": "News"}, version=2.1)


def texted(to: str) -> dict[str, Any]:
    given = {"operation": "send", "phoneNumberId": "1", "recipientPhoneNumber": to, "textBody": "News"}
    return node("Send", "whatsApp", given)


@pytest.mark.parametrize(
    ("trigger", "send", "verb", "target"),
    [
        (MAIL, mailed("={{ $json.From }}"), "email", "event.user"),
        (MAIL, mailed("={{ $json.To }}"), "notify", None),
        (MAIL, mailed(""), "notify", None),
        (MAIL, mailed("={{ $('Came').item.json.headers['delivered-to'] }}"), "notify", None),
        (TABLE, mailed("={{ $json.customerEmail }}"), "email", "event.row.customerEmail"),
        (TABLE, mailed("={{ $json.technicianEmail }}"), "notify", None),
        (TABLE, mailed("={{ $json['Sales rep'] }}"), "notify", None),
        (TABLE, mailed("={{ $json.steam }}"), "email", "event.row.steam"),
        (TABLE, mailed("={{ $json.managerEmail }}"), "notify", None),
        (TABLE, mailed("={{ $json['Hiring manager email'] }}"), "email", "event.row.Hiring_manager_email"),
        (TABLE, mailed("={{ $json.employee.email }}"), "notify", None),
        (TABLE, mailed("={{ $json.supplier_email }}"), "notify", None),
        (MESSAGE, mailed(" "), "notify", None),
        (WHATSAPP, texted("={{ $json.messages[0].from }}"), "dm", "event.user"),
        (WHATSAPP, texted("customer-number"), "dm", "event.user"),
        (WHATSAPP, texted("admin-phone-number"), "notify", None),
        (WHATSAPP, texted("YOUR_PHONE"), "notify", None),
    ],
)
def test_whom_a_field_means(trigger: dict[str, Any], send: dict[str, Any], verb: str, target: str | None) -> None:
    (automation,) = fragment(line(trigger, send)).automations
    (step,) = automation.steps
    assert (step.verb.name, step.target and step.target.name) == (verb, target)


def test_an_address_that_a_model_takes_out_of_a_message_is_not_said() -> None:
    found = fragment(line(MESSAGE, WRITER, mailed("={{ $json.output.email }}")))
    (part,) = [each for each in found.coverage.parts if each.called == "Send"]
    assert (part.outcome, part.reason) == ("not-understood", "chosen-by-model")


def test_an_address_that_a_model_takes_out_of_a_mail_is_that_of_who_wrote() -> None:
    found = fragment(line(MAIL, WRITER, mailed("={{ $json.output.email }}")))
    assert [step.target and step.target.name for each in found.automations for step in each.steps][-1] == "event.user"


def test_what_only_looks_is_no_message() -> None:
    given = {"resource": "message", "phone": "={{ $json.messages[0].from }}", "message": "Hi"}
    for operation, verbs in (("readMessage", []), ("sendText", ["dm"])):
        gowa = node("It", "n8n-nodes-gowa.gowa", {**given, "operation": operation})
        found = fragment(line(WHATSAPP, gowa)).automations
        assert [step.verb.name for each in found for step in each.steps] == verbs


@pytest.mark.parametrize(("address", "said"), [("xxxx@email.com", False), ("mia@gardens.example", True)])
def test_an_address_that_is_to_be_filled_in_is_nobody(address: str, said: bool) -> None:
    given = {"list": "1", "email": address, "status": "subscribed"}
    found = fragment(line(node("Press", "manualTrigger"), node("Put on", "mailchimp", given)))
    (part,) = [each for each in found.coverage.parts if each.called == "Put on"]
    assert (part.reason == "") is said


@pytest.mark.parametrize(("table", "verbs"), [("Employees", {"notify"}), ("Customers", {"email"})])
def test_who_stands_in_a_table_of_staff_is_one_of_us(table: str, verbs: set[str]) -> None:
    given = {"documentId": {"value": "d"}, "sheetName": {"__rl": True, "value": "s", "cachedResultName": table}}
    read = node("Read", "googleSheets", given, version=4.5)
    found = fragment(line(DAILY, read, mailed("={{ $json.Email }}"))).automations
    assert {step.verb.name for each in found for step in each.steps} == verbs


@pytest.mark.parametrize(("asked", "kind"), [("$json.message.chat.id", "person"), ("$json.message.text", "rows")])
def test_a_row_of_whoever_wrote_is_about_them(asked: str, kind: str) -> None:
    given = {"operation": "search", "base": "b", "table": "t", "filterByFormula": f"={{id}}={{{{ {asked} }}}}"}
    read = node("Read", "airtable", given, version=2.1)
    answer = node("Answer", "telegram", {"chatId": "={{ $json.chat }}", "text": "It is ready."}, version=1.2)
    (automation,) = fragment(line(MESSAGE, read, answer)).automations
    assert automation.steps[-1].target is not None
    assert automation.steps[-1].target.kind == kind


def test_an_address_that_was_lost_is_of_nobody_in_a_table() -> None:
    given = {"documentId": {"value": "d"}, "sheetName": {"value": "s"}}
    table = node("Read", "googleSheets", given, version=4.5)
    for to, reason in (("=", "audience-not-said"), ("={{ $json.Email }}", "")):
        found = fragment(line(DAILY, table, mailed(to)))
        assert [part.reason for part in found.coverage.parts if part.called == "Send"] == [reason]


def test_who_works_here_does_so_though_a_model_names_them() -> None:
    for key, verb in (("assigned_email", "notify"), ("customer_email", "email")):
        found = fragment(line(TABLE, WRITER, mailed(f"={{{{ $json.output.{key} }}}}"))).automations
        assert verb in [step.verb.name for each in found for step in each.steps]
