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
