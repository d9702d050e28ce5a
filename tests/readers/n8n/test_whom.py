"""Whom a message reaches, by what its field says: who wrote, one of us, or nobody whom the flow names."""

import json
from typing import Any

import pytest
from sociable.pipeline import Request, judged
from sociable.project.load import read_text

from tests.readers.n8n.exports import DAILY, WRITER, drawn_parts, fragment, line, node, workflow

MAIL = node("Came", "gmailTrigger", {}, version=1.2)
MESSAGE = node("Came", "telegramTrigger", {"updates": ["message"]})
WHATSAPP = node("Came", "whatsAppTrigger", {"updates": ["messages"]})
FORM = node("Came", "typeformTrigger", {"formId": "f"})
SIGNAL = node("Came", "@example/n8n-nodes-signal.signalTrigger", {})
TABLE = node("Came", "googleSheetsTrigger", {"documentId": {"value": "d"}, "sheetName": {"value": "s"}})


def mailed(to: str) -> dict[str, Any]:
    return node("Send", "gmail", {"sendTo": to, "subject": "Hello", "message": "News"}, version=2.1)


def texted(to: str) -> dict[str, Any]:
    given = {"operation": "send", "phoneNumberId": "1", "recipientPhoneNumber": to, "textBody": "News"}
    return node("Send", "whatsApp", given)


def signalled(to: str) -> dict[str, Any]:
    given = {"operation": "sendMessage", "recipient": to, "message": "News"}
    return node("Send", "@example/n8n-nodes-signal.signal", given)


def in_workplace_chat(tool: str) -> dict[str, Any]:
    """A message on a workplace chat to somebody whom the flow works out."""
    given: dict[str, dict[str, Any]] = {
        "zulip": {"resource": "message", "operation": "sendPrivate", "to": "={{ $json.email }}", "content": "News"},
        "rocketchat": {"channel": "={{ $json.name }}", "text": "News"},
        "slack": {"select": "user", "user": {"value": "={{ $json.email }}"}, "text": "News"},
        "ciscoWebex": {"resource": "message", "operation": "create", "roomId": "={{ $json.email }}", "text": "News"},
        "twake": {"resource": "message", "operation": "send", "channelId": "={{ $json.email }}", "content": "News"},
    }
    return node("Send", tool, given[tool])


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
        (TABLE, mailed("={{ $json.config.desk_email }}"), "notify", None),
        (MESSAGE, mailed(" "), "notify", None),
        (WHATSAPP, texted("={{ $json.messages[0].from }}"), "dm", "event.user"),
        (WHATSAPP, texted("customer-number"), "dm", "event.user"),
        (WHATSAPP, texted("admin-phone-number"), "notify", None),
        (WHATSAPP, texted("YOUR_PHONE"), "notify", None),
        (SIGNAL, signalled("={{ $json.sourceNumber }}"), "dm", "event.user"),
        (SIGNAL, signalled("admin-phone-number"), "notify", None),
        (SIGNAL, texted("={{ $json.sourceNumber }}"), "dm", "event.user"),
        (TABLE, signalled("={{ $json.phone }}"), "dm", "event.row.phone"),
        (FORM, signalled("customer-number"), "dm", "event.user"),
        (FORM, texted("customer-number"), "dm", "event.user"),
        *(
            (TABLE, in_workplace_chat(tool), "notify", None)
            for tool in ("zulip", "rocketchat", "slack", "ciscoWebex", "twake")
        ),
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
    for operation, verbs in (("readMessage", ["fetch"]), ("sendText", ["dm"])):
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


@pytest.mark.parametrize(("came", "reason"), [(MESSAGE, "audience-not-said"), (MAIL, "")])
def test_an_address_that_was_lost_is_of_who_wrote_only_if_they_wrote_a_mail(came: dict[str, Any], reason: str) -> None:
    found = fragment(line(came, mailed("=")))
    assert [part.reason for part in found.coverage.parts if part.called == "Send"] == [reason]


@pytest.mark.parametrize(
    ("came", "room", "verb"), [(MAIL, "-1001234", "notify"), (MAIL, "@gardens", "post"), (MESSAGE, "-1001234", "post")]
)
def test_mails_told_in_a_room_without_a_name_stay_in_the_house(came: dict[str, Any], room: str, verb: str) -> None:
    tell = node("Tell", "telegram", {"chatId": room, "text": "={{ $json.snippet }}"}, version=1.2)
    (automation,) = fragment(line(came, tell)).automations
    assert [step.verb.name for step in automation.steps] == [verb]


@pytest.mark.parametrize(
    ("key", "target"),
    [("participantEmail", None), ("guest_email", None), ("sender_email", "event.user"), ("email", "event.user")],
)
def test_who_comes_to_something_is_not_who_sent_the_mail_that_says_so(key: str, target: str | None) -> None:
    reads = node("Read", "@n8n/n8n-nodes-langchain.agent", {"promptType": "define", "text": "={{ $json.text }}"})
    (automation,) = fragment(line(MAIL, reads, mailed(f"={{{{ $json.output.{key} }}}}"))).automations
    (step,) = [step for step in automation.steps if step.verb.name == "email"]
    assert (step.target.name if step.target is not None else None) == target


@pytest.mark.parametrize(("key", "target"), [("whom", "event.user"), ("phone", "Guests")])
def test_a_key_that_a_table_was_handed_is_still_what_it_was(key: str, target: str) -> None:
    kept = node(
        "Keep",
        "set",
        {"assignments": {"assignments": [{"name": "whom", "value": "={{ $json.messages[0].from }}"}]}},
        version=3.4,
    )
    asked = node("Guests", "googleSheets", {"documentId": {"value": "d"}, "sheetName": {"value": "Guests"}}, version=4)
    (automation,) = fragment(line(WHATSAPP, kept, asked, texted(f"={{{{ $json.{key} }}}}"))).automations
    (step,) = [step for step in automation.steps if step.verb.name == "dm"]
    assert step.target is not None
    assert step.target.name == target


@pytest.mark.parametrize(
    ("first", "platforms"),
    [("=whatsapp:{{ $json.phone }}", ["whatsapp", "whatsapp"]), ("={{ $json.phone }}", ["sms", "sms"])],
)
def test_an_answer_over_twilio_goes_where_the_flow_writes_otherwise(first: str, platforms: list[str]) -> None:
    def by_twilio(name: str, to: str) -> dict[str, Any]:
        pairs = [
            {"name": "From", "value": "+15005550006"},
            {"name": "To", "value": to},
            {"name": "Body", "value": "Hi"},
        ]
        url = "https://api.twilio.com/2010-04-01/Accounts/A/Messages.json"
        return node(
            name, "httpRequest", {"method": "POST", "url": url, "bodyParameters": {"parameters": pairs}}, version=4.2
        )

    row = node("Row", "googleSheetsTrigger", {"documentId": {"value": "d"}, "sheetName": {"value": "s"}})
    hook = node("Hook", "webhook", {"path": "answered", "httpMethod": "POST"})
    flow = workflow(
        [row, by_twilio("Ask", first), hook, by_twilio("Answer", "={{ $('Hook').item.json.body.From }}")],
        ("Row", "Ask"),
        ("Hook", "Answer"),
    )
    assert [part.platform for part in drawn_parts(flow) if part.kind == "act"] == platforms


@pytest.mark.parametrize(
    ("column", "verb"), [("group_id", "post"), ("ID do Grupo", "post"), ("groupJid", "post"), ("Group leader", "dm")]
)
def test_a_column_of_groups_holds_rooms(column: str, verb: str) -> None:
    table = node("Classes", "airtable", {"operation": "search", "base": {"value": "b"}, "table": {"value": "Classes"}})
    (automation,) = fragment(line(DAILY, table, texted(f"={{{{ $json['{column}'] }}}}"))).automations
    assert [step.verb.name for step in automation.steps if step.verb.name != "fetch"] == [verb]


@pytest.mark.parametrize(("before", "target"), [("googleSheets", "Guests"), ("noOp", None)])
def test_whom_a_program_puts_beside_words_of_a_model_stands_in_the_table(before: str, target: str | None) -> None:
    given = {"documentId": {"value": "d"}, "sheetName": {"value": "Guests", "cachedResultName": "Guests"}}
    table = node("Guests", before, given, version=4.5)
    program = node("Put together", "code", {"jsCode": "return items.map(i => make(i, $('Guests').all()))"}, version=2)
    came = node("Reviews", "googleBusinessProfile", {"resource": "review", "operation": "getAll"})
    flow = line(DAILY, came, table, WRITER, program, mailed("={{ $json.email_to }}"))
    steps = [step for each in fragment(flow).automations for step in each.steps if step.verb.name == "email"]
    assert [step.target and step.target.name for step in steps] == [target]


def test_whom_a_program_puts_beside_words_of_a_model_is_who_wrote_where_it_knows_of_them() -> None:
    table = node("Users", "googleSheets", {"documentId": {"value": "d"}, "sheetName": {"value": "Users"}}, version=4.5)
    program = node("Put together", "code", {"jsCode": "return make($('Came').all(), items)"}, version=2)
    flow = line(WHATSAPP, table, WRITER, program, texted("={{ $json.who }}"))
    (step,) = (step for each in fragment(flow).automations for step in each.steps if step.verb.name == "dm")
    assert step.target is not None
    assert step.target.name == "event.user"


@pytest.mark.parametrize(
    ("table", "key", "verb"),
    [("Scheduled posts", "chat_id", "post"), ("Users", "chat_id", "dm"), ("Scheduled posts", "user_id", "dm")],
)
def test_a_chat_of_a_table_of_posts_is_a_room(table: str, key: str, verb: str) -> None:
    given = {"operation": "select", "table": {"value": "t"}}
    send = node("Send", "telegram", {"chatId": f"={{{{ $json.{key} }}}}", "text": "News"})
    (automation,) = fragment(line(DAILY, node(table, "postgres", given, version=2), send)).automations
    assert [step.verb.name for step in automation.steps if step.verb.name != "fetch"] == [verb]


@pytest.mark.parametrize(("shown", "verb"), [("={{ $json.output }}", "notify"), ("We write back soon.", "dm")])
def test_who_is_shown_what_the_flow_drafts_is_one_of_us(shown: str, verb: str) -> None:
    draft = {"resource": "draft", "subject": "Re", "message": "={{ $('Writer').item.json.output }}"}
    answer = {"operation": "send", "phoneNumberId": "1", "textBody": shown}
    flow = workflow(
        [
            WHATSAPP,
            WRITER,
            node("Keep", "gmail", draft, version=2.1),
            node("Show", "whatsApp", {**answer, "recipientPhoneNumber": "={{ $('Came').item.json.messages[0].from }}"}),
        ],
        ("Came", "Writer"),
        ("Writer", "Keep"),
        ("Writer", "Show"),
    )
    verbs = {step.verb.name for each in fragment(flow).automations for step in each.steps}
    assert verb in verbs
    assert verbs <= {"generate", "draft", verb}


def answered(text: str) -> dict[str, Any]:
    chat = "={{ $('Came').item.json.message.chat.id }}"
    return node("Answer", "telegram", {"chatId": chat, "text": text}, version=1.2)


@pytest.mark.parametrize(
    ("keeps", "text", "verb"),
    [
        ("todoist", "={{ $json.content }}: {{ $json.url }}", "notify"),
        ("trello", "=Your card: {{ $('Keep').item.json.shortUrl }}", "notify"),
        ("notion", "={{ $json.url }}", "notify"),
        ("notion", "={{ $('Writer').item.json.output }}", "dm"),
        ("googleSheets", "={{ $json.url }}", "dm"),
    ],
)
def test_who_is_told_where_a_page_of_ours_lies_is_one_of_us(keeps: str, text: str, verb: str) -> None:
    kept = node("Keep", keeps, {"operation": "create", "title": "={{ $json.output }}"}, version=2.2)
    (automation,) = fragment(line(MESSAGE, WRITER, kept, answered(text))).automations
    assert [step.verb.name for step in automation.steps if step.verb.name in ("dm", "notify")] == [verb]


@pytest.mark.parametrize(("operation", "verb"), [("getAll", "notify"), ("get", "notify"), ("send", "dm")])
def test_who_is_answered_by_a_model_that_reads_our_mail_is_one_of_us(operation: str, verb: str) -> None:
    mail = node("Mail", "gmailTool", {"operation": operation, "sendTo": "={{ $fromAI('to') }}"}, version=2.1)
    flow = workflow(
        [MESSAGE, WRITER, mail, answered("={{ $json.output }}")],
        ("Came", "Writer"),
        ("Writer", "Answer"),
        ("Mail", "ai_tool", "Writer"),
    )
    found = [step.verb.name for each in fragment(flow).automations for step in each.steps]
    assert verb in found
    assert verb == "dm" or "dm" not in found


def test_by_which_way_it_goes_in_is_said_of_people_whom_nobody_knows() -> None:
    number = node("Number", "code", {"jsCode": "return [{json: {number: tidy($json.a || $json.b)}}]"}, version=2)
    body = [{"name": "number", "value": "={{ $json.number }}"}, {"name": "message", "value": "Your cart waits."}]
    call = {"method": "POST", "url": "https://app.rapiwa.com/api/send-message", "sendBody": True}
    send = node("Send", "httpRequest", {**call, "bodyParameters": {"parameters": body}}, version=4.2)
    shop = node("Carts", "httpRequest", {"url": "https://shop.example.org/carts.json"}, version=4.2)
    found = judged(read_text("flow.json", json.dumps(line(DAILY, shop, number, send))), Request(())).findings
    (told,) = (each for each in found if each.rule == "unofficial-access")
    assert "does something that the file does not name, through a tool that WhatsApp has not approved" in told.message


@pytest.mark.parametrize(
    ("key", "named"), [("email", True), ("clientEmail", True), ("phone_number", True), ("summary", False)]
)
def test_an_address_that_a_model_cannot_give_came_with_the_call(key: str, named: bool) -> None:
    hook = node("Hook", "webhook", {"path": "lead", "httpMethod": "POST"})
    mail = node("Send", "gmail", {"sendTo": f"={{{{ $json.{key} }}}}", "message": "={{ $json.output }}"}, version=2.1)
    (automation,) = fragment(line(hook, WRITER, mail)).automations
    target = automation.steps[-1].target
    assert (target is not None and target.kind == "person") is named
