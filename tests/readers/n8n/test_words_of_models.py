"""What a model has written: words, and not what it gives under a key that holds a class, a number or an address."""

import json
from typing import Any

import pytest
from sociable.pipeline import Request, judged
from sociable.project.load import read_text

from tests.readers.n8n.exports import WRITER, fragment, line, node, rules

FORM = node(
    "Form",
    "formTrigger",
    {"formTitle": "Repairs", "formFields": {"values": [{"fieldLabel": "Email", "fieldType": "email"}]}},
    version=2.2,
)


def told(message: str, *between: dict[str, Any]) -> set[str]:
    mail = node("Send", "gmail", {"sendTo": "={{ $('Form').item.json.Email }}", "message": message}, version=2.1)
    report = judged(read_text("flow.json", json.dumps(line(FORM, WRITER, *between, mail))), Request(()))
    return {each.rule for each in report.findings}


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("output", True),
        ("output.reply", True),
        ("output.subcategory", True),
        ("output.serviceCategory", False),
        ("output.document_url", False),
        ("output['due date']", False),
        ("output.leadName", False),
        ("output.name", True),
        ("output.role", False),
        ("output.applied_position", False),
        ("output.riskLevel", False),
        ("output.overallCondition", False),
        ("output.persona", False),
        ("output.product_name", False),
        ("output.product_text", True),
    ],
)
def test_only_words_are_written_by_a_model(key: str, words: bool) -> None:
    assert ("unreviewed-ai-reply" in told(f"=We have it under {{{{ $json.{key} }}}}.")) is words


def test_one_word_of_a_model_is_enough() -> None:
    assert "unreviewed-ai-reply" in told("=About {{ $json.output.category }}: {{ $json.output.reply }}")


@pytest.mark.parametrize(("key", "words"), [("Candidate Name", False), ("Applied Role", False), ("Verdict", True)])
def test_the_key_under_which_it_is_kept_says_what_it_is_as_well(key: str, words: bool) -> None:
    taken = {"assignments": {"assignments": [{"name": key, "value": "={{ $json.output.split('|')[0] }}"}]}}
    kept = node("Keep", "set", taken, version=3.4)
    assert ("unreviewed-ai-reply" in told(f"=Dear {{{{ $json['{key}'] }}}}, thank you.", kept)) is words


@pytest.mark.parametrize(("key", "words"), [("suggestedTeam", False), ("teamSize", False), ("steam", True)])
def test_who_and_how_many_are_facts(key: str, words: bool) -> None:
    assert ("unreviewed-ai-reply" in told(f"=For you: {{{{ $json.output.{key} }}}}")) is words


def test_words_are_found_among_ever_so_many_facts() -> None:
    facts = "{{ $json.output.category }}, " * 100
    assert "unreviewed-ai-reply" not in told(f"={'{{ $json.output.category }}, ' * 20}")
    assert "unreviewed-ai-reply" in told(f"={facts}{{{{ $json.output.reply }}}}")


def test_a_picture_by_a_model_is_one_under_any_key() -> None:
    painter = node("Painter", "@n8n/n8n-nodes-langchain.openAi", {"resource": "image", "prompt": "A garden"})
    page = node(
        "Show",
        "facebookGraphApi",
        {
            "httpRequestMethod": "POST",
            "node": "me",
            "edge": "photos",
            "options": {"queryParameters": {"parameter": [{"name": "url", "value": "={{ $json.url }}"}]}},
        },
    )
    daily = node("Daily", "scheduleTrigger", {"rule": {"interval": [{"field": "days"}]}})
    (automation,) = fragment(line(daily, painter, page)).automations
    assert [step.verb.name for step in automation.steps] == ["generate", "post"]


@pytest.mark.parametrize(("operation", "words"), [("get", False), ("getAll", False), ("addLabels", True)])
def test_what_a_mailbox_holds_no_model_wrote(operation: str, words: bool) -> None:
    given = {"resource": "message", "operation": operation, "messageId": "={{ $json.output.id }}"}
    looked_up = node("Look up", "gmail", given, version=2.1)
    assert ("unreviewed-ai-reply" in told("=About {{ $json.subject }}: thank you.", looked_up)) is words


@pytest.mark.parametrize(("writes", "words"), [(False, False), (True, True)])
def test_what_a_service_holds_may_be_by_a_model_that_writes_there(writes: bool, words: bool) -> None:
    got = node("Look up", "googleDocs", {"operation": "get", "documentURL": "={{ $json.output.id }}"})
    kept = node("Keep", "googleDocs", {"operation": "update", "text": "={{ $json.output }}"})
    found = told("=It says: {{ $json.content }}", *([kept, got] if writes else [got]))
    assert ("unreviewed-ai-reply" in found) is words


def test_what_a_program_says_when_it_fails_is_not_what_it_says() -> None:
    parsed = "let made;\ntry { made = JSON.parse($json.output); }\ncatch (e) { made = { body: 'No words' }; }\n"
    for code, words in ((parsed, True), (parsed.replace("catch (e) ", ""), False)):
        program = node("Parse", "code", {"jsCode": f"{code}return {{ json: made }};"}, version=2)
        assert ("unreviewed-ai-reply" in told("={{ $json.body }}", program)) is words


@pytest.mark.parametrize(
    ("above", "told_first"),
    [
        ({}, False),
        ({"initialMessages": "Hello, how can I help?"}, False),
        ({"initialMessages": "Hello, I am the AI of the garden centre."}, True),
        ({"options": {"title": "Garden AI", "subtitle": "Ask about roses"}}, True),
    ],
)
def test_a_chat_window_can_say_that_an_ai_answers(above: dict[str, Any], told_first: bool) -> None:
    window = node("Chat", "@n8n/n8n-nodes-langchain.chatTrigger", {"public": True, **above}, version=1.1)
    found = rules(line(window, WRITER))
    assert ("undisclosed-ai" in found, "unreviewed-ai-reply" in found) == (not told_first, True)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("...data, crew: made.roles", False),
        ("...data, crew: made.letter", True),
        ("crew: $json.output", True),
    ],
)
def test_what_a_program_calls_by_another_name_is_what_the_model_called_it(given: str, words: bool) -> None:
    code = (
        f"const data = $input.first().json;\nconst made = JSON.parse(data.output);\nreturn {{ json: {{ {given} }} }};"
    )
    program = node("Parse", "code", {"jsCode": code}, version=2)
    assert ("unreviewed-ai-reply" in told("=With you: {{ $json.crew }}", program)) is words


def test_a_program_that_hands_on_what_came_gives_of_a_model_only_its_answer() -> None:
    code = "const data = $input.first().json;\nreturn { json: { ...data, due: 'May' } };"
    program = node("Hand on", "code", {"jsCode": code}, version=2)
    assert "unreviewed-ai-reply" not in told("=For {{ $json.projectName }}", program)
    assert "unreviewed-ai-reply" in told("=For {{ $json.output }}", program)


@pytest.mark.parametrize(
    ("kind", "key", "words"),
    [
        ("spotify", "item.name", False),
        ("googleBooks", "item.name", False),
        ("strapi", "item.name", True),
        ("strapi", "error", False),
    ],
)
def test_what_a_service_says_of_itself_was_not_written_by_a_model(kind: str, key: str, words: bool) -> None:
    asked = node("Keep", kind, {"resource": "entry", "value": "={{ $json.output }}"}, onError="continueErrorOutput")
    assert ("unreviewed-ai-reply" in told(f"=It is {{{{ $json.{key} }}}} now.", asked)) is words


MESSAGES = "https://graph.facebook.com/v17.0/me/messages"
PROGRAM = """const reply = $json.output || '';
const id = $('Hook').first().json.body.entry[0].messaging[0].sender.id;
return [{json: {recipient: {id}, message: {text: reply}}}];"""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("={{ JSON.stringify($json) }}", True),
        ("={{ JSON.stringify($('Make').item.json, null, 2) }}", True),
        ("={{ $json.toJsonString() }}", True),
        ("={{ $json }}", True),
        ("={{ JSON.stringify($('Hook').item.json) }}", False),
        ("={{ makeIt($json) }}", False),
    ],
)
def test_a_body_that_a_program_made_of_what_a_model_wrote_holds_its_words(body: str, words: bool) -> None:
    hook = node("Hook", "webhook", {"path": "messenger", "httpMethod": "POST"})
    make = node("Make", "code", {"jsCode": PROGRAM}, version=2)
    given = {"method": "POST", "url": MESSAGES, "sendBody": True, "contentType": "raw", "body": body}
    send = node("Send", "httpRequest", given, version=4.2)
    assert ("unreviewed-ai-reply" in rules(line(hook, WRITER, make, send))) is words
