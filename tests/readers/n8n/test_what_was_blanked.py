"""What an export has lost of whom it is about, and where a look outside goes when its address tells."""

from typing import Any

import pytest

from tests.readers.n8n.exports import DAILY, WRITER, fragment, line, node, part, parts, workflow

FORM = node("Came", "jotFormTrigger", {"form": "1"})
ORDER = node("Came", "stripeTrigger", {"events": ["charge.succeeded"]})


def verbs(export: dict[str, Any]) -> list[str]:
    made = (step.verb.name for each in fragment(export).automations for step in each.steps)
    return [verb for verb in made if verb != "generate"]


# ------------------------------------------------------------------------------------------- to whom


@pytest.mark.parametrize("trigger", [FORM, ORDER])
@pytest.mark.parametrize(
    ("kind", "given", "verb"),
    [
        ("telegram", {"text": "One came in."}, "notify"),
        ("discord", {"resource": "webhook", "operation": "sendLegacy", "text": "One came in."}, "notify"),
        ("matrix", {"resource": "message", "operation": "create", "text": "One came in."}, "notify"),
        ("twilio", {"message": "We call you."}, "dm"),
    ],
)
def test_who_fills_in_a_form_has_no_id_in_a_chat(trigger: Any, kind: str, given: dict[str, Any], verb: str) -> None:
    assert verbs(line(trigger, node("Tell", kind, given))) == [verb]


# ------------------------------------------------------------------------------------------- from whom


def asked(key: str, value: str) -> dict[str, Any]:
    test = {"leftValue": f"={{{{ $json.{key} }}}}", "rightValue": value, "operator": {"operation": "equals"}}
    return node("Is it me", "if", {"conditions": {"conditions": [test]}}, version=2)


SIGNAL = node("Came", "signalTrigger", {})

TELEGRAM = node("Came", "telegramTrigger", {"updates": ["message"]})


@pytest.mark.parametrize(
    ("trigger", "key", "send"),
    [
        (SIGNAL, "sourceUuid", node("Send", "signal", {"operation": "sendMessage", "message": "={{ $json.output }}"})),
        (TELEGRAM, "message.from.id", node("Send", "telegram", {"chatId": "=", "text": "={{ $json.output }}"})),
        (TELEGRAM, "message.chat.id", node("Send", "telegram", {"chatId": "=", "text": "={{ $json.output }}"})),
    ],
)
def test_an_id_that_is_compared_with_nothing_was_that_of_one_person(
    trigger: dict[str, Any], key: str, send: dict[str, Any]
) -> None:
    (automation,) = fragment(line(trigger, asked(key, "="), WRITER, send)).automations
    assert automation.only_from == ("Is it me",)
    assert automation.steps[-1].verb.name == "notify"


@pytest.mark.parametrize("value", ["", "="])
def test_a_text_that_is_compared_with_nothing_is_about_nobody(value: str) -> None:
    send = node(
        "Send", "telegram", {"chatId": "={{ $('Came').item.json.message.chat.id }}", "text": "Write something."}
    )
    (automation,) = fragment(line(TELEGRAM, asked("message.text", value), send)).automations
    assert automation.only_from == ()
    assert automation.steps[-1].verb.name == "dm"


# ------------------------------------------------------------------------------------------- where one looks


@pytest.mark.parametrize(
    ("name", "url", "platform"),
    [
        ("Read LinkedIn", "https://www.linkedin.com/company/x", "linkedin"),
        ("Read", "={{ 'https://uk.linkedin.com/in/' + $json.who }}", "linkedin"),
        ("Read", "https://x.com/someone", "x"),
        ("Read", "https://reader.example.org/https://www.reddit.com/r/knitting", "reddit"),
        ("Read Twitter trends", "https://trends.example.org/", ""),
        ("Read YouTube trends", "https://youtube.trends.example/", ""),
        ("Read Instagram", "={{ $json.address }}", "instagram"),
        ("Read", "={{ $json.tiktok }}", "tiktok"),
    ],
)
@pytest.mark.parametrize(("kind", "parameter"), [("scrapegraphAi", "websiteUrl"), ("crawleeNode", "url")])
def test_a_look_is_where_its_address_says(kind: str, parameter: str, name: str, url: str, platform: str) -> None:
    look = parts(workflow([node(name, kind, {parameter: url})]))[0]
    assert (look.kind, look.platform, look.via) == ("fetch", platform, "unofficial")


def test_words_of_a_task_do_not_say_where_one_looks_if_the_address_does() -> None:
    task = "List the shops; where one has a linkedin_profile, keep it."
    assert part("scrapegraphAi", {"userPrompt": task, "websiteUrl": "https://shops.example.org"}).platform == ""
    assert part("scrapegraphAi", {"userPrompt": task}).platform == "linkedin"


@pytest.mark.parametrize("url", ["https://your-crm.com/leads", "http://localhost:8080/leads", "http://10.0.0.7/leads"])
def test_what_is_looked_up_in_the_house_is_a_table_of_ours(url: str) -> None:
    look = part("scrapegraphAi", {"userPrompt": "List new leads", "websiteUrl": url})
    assert (look.kind, look.via) == ("read", "")
    mail = node("Send", "emailSend", {"toEmail": "={{ $json.email }}", "text": "Welcome"})
    scrape = node("Look", "scrapegraphAi", {"userPrompt": "List new leads", "websiteUrl": url})
    (automation,) = fragment(line(DAILY, scrape, mail)).automations
    (step,) = [each for each in automation.steps if each.verb.name == "email"]
    assert step.target is not None
    assert step.target.kind == "rows"


def test_a_trigger_that_hears_one_chat_by_a_variable_is_for_one_person() -> None:
    heard = {"updates": ["message"], "additionalFields": {"chatIds": "={{ $vars.my_chat }}"}}
    came = node("Came", "telegramTrigger", heard)
    send = node("Send", "telegram", {"chatId": "={{ $('Came').item.json.message.chat.id }}", "text": "Done."})
    (automation,) = fragment(line(came, send)).automations
    assert [step.verb.name for step in automation.steps] == ["notify"]


@pytest.mark.parametrize(
    ("room", "verb"),
    [("@gardens", "post"), ("@youradminchannel", "notify"), ("@invoice_approvals", "notify"), ("@shops", "post")],
)
def test_a_room_that_is_called_by_those_who_work_here_is_ours(room: str, verb: str) -> None:
    assert verbs(line(DAILY, node("Tell", "telegram", {"chatId": room, "text": "News"}))) == [verb]


@pytest.mark.parametrize("key", ["notify_email", "reportEmail", "alert recipient"])
def test_where_a_flow_reports_to_is_no_stranger(key: str) -> None:
    form = node("Came", "jotFormTrigger", {"form": "1"})
    mail = node("Send", "gmail", {"sendTo": f"={{{{ $json['{key}'] }}}}", "message": "Ready."}, version=2.1)
    assert verbs(line(form, mail)) == ["notify"]


def test_a_number_of_the_platform_names_nobody() -> None:
    body = '={ "recipient": { "id": "2213136375820874" }, "message": { "text": "Hello" } }'
    call = {"url": "https://graph.instagram.com/v21.0/me/messages", "method": "POST", "jsonBody": body}
    send = node("Send", "httpRequest", {**call, "sendBody": True, "specifyBody": "json"}, version=4.2)
    found = fragment(line(FORM, send))
    assert [part.reason for part in found.coverage.parts if part.called == "Send"] == ["audience-not-said"]


# ------------------------------------------------------------------------------------------- below whose post


def tool(name: str, parameters: dict[str, Any]) -> dict[str, Any]:
    return node(name, "twitterTool", parameters, version=2)


TEXT = "={{ $fromAI('text') }}"
BELOW = {"text": TEXT, "additionalFields": {"inReplyToStatusId": "={{ $fromAI('id') }}"}}
POST, REPLY = tool("Post", {"text": TEXT}), tool("Reply", BELOW)
SEARCH = tool("Search", {"operation": "search", "searchText": "compost"})


@pytest.mark.parametrize(("tools", "said"), [((POST, REPLY), False), ((POST, REPLY, SEARCH), True), ((REPLY,), True)])
def test_what_a_model_answers_that_finds_nothing_is_its_own_thread(tools: Any, said: bool) -> None:
    chat = node("Chat", "@n8n/n8n-nodes-langchain.chatTrigger")
    ways = [("Chat", "Writer"), *((each["name"], "ai_tool", "Writer") for each in tools)]
    found = fragment(workflow([chat, WRITER, *tools], *ways))
    reasons = [part.reason for part in found.coverage.parts if part.called == "Reply"]
    assert reasons == ([""] if said else ["chosen-by-model"])


# ------------------------------------------------------------------------------------------- whose address


def test_an_address_that_a_program_made_of_a_table_and_a_look_is_of_the_table() -> None:
    table = node("Customers", "googleSheets", {"documentId": {"value": "d"}, "sheetName": {"value": "s"}}, version=4.5)
    look = node("Look", "scrapegraphAi", {"userPrompt": "Find the authors", "websiteUrl": "https://shops.example.org"})
    code = node("Join", "code", {"jsCode": "return [Object.assign({}, ...$input.all().map(i => i.json))]"}, version=2)
    mail = node("Send", "gmail", {"sendTo": "={{ $json.Email }}", "message": "Hello"}, version=2.1)
    join = node("Merge", "merge", {}, version=3)
    ways = [("Daily", "Customers"), ("Daily", "Look"), ("Customers", "Merge"), ("Look", "Merge"), ("Merge", "Join")]
    both = fragment(workflow([DAILY, table, look, join, code, mail], *ways, ("Join", "Send")))
    alone = fragment(line(DAILY, look, code, mail))
    kinds = [
        [step.target.kind for each in made.automations for step in each.steps if step.target is not None]
        for made in (both, alone)
    ]
    assert kinds == [["rows"], ["found"]]
