"""Keys that a node in between does not hand on, what a program makes of words, and where an address begins."""

import json
from typing import Any

import pytest
from sociable.pipeline import Request, judged
from sociable.project.load import read_text
from sociable.readers.n8n.written_values import addresses_in

from tests.readers.n8n.exports import DAILY, WRITER, line, node, parts, workflow

FORM = node(
    "Form",
    "formTrigger",
    {"formTitle": "Lessons", "formFields": {"values": [{"fieldLabel": "Email", "fieldType": "email"}]}},
    version=2.2,
)


def program(code: str, name: str = "Program") -> dict[str, Any]:
    return node(name, "code", {"jsCode": code}, version=2)


def kept(**fields: str) -> dict[str, Any]:
    listed = [{"name": key, "type": "string", "value": value} for key, value in fields.items()]
    return node("Keep", "set", {"assignments": {"assignments": listed}}, version=3.4)


def got(url: str, **options: Any) -> dict[str, Any]:
    return node("Get", "httpRequest", {"url": url, "options": options}, version=4.2)


def told(export: dict[str, Any]) -> set[str]:
    return {each.rule for each in judged(read_text("flow.json", json.dumps(export)), Request(())).findings}


def mailed(to: str, text: str, *between: dict[str, Any]) -> set[str]:
    send = node("Send", "gmail", {"sendTo": to, "message": text}, version=2.1)
    return told(line(FORM, *between, send))


def published(text: str, *between: dict[str, Any]) -> set[str]:
    post = node("Post", "telegram", {"chatId": "@lessons_today", "text": text}, version=1.2)
    return told(line(DAILY, *between, post))


@pytest.mark.parametrize("key", ["pupil", "Email"])
def test_a_key_that_a_model_does_not_hand_on_is_that_of_who_made_it_before(key: str) -> None:
    taken = (kept(pupil="={{ $json.Email }}"), WRITER)
    assert "unreviewed-ai-reply" in mailed(f"={{{{ $json.{key} }}}}", "={{ $json.output }}", *taken)


def test_a_program_that_can_have_made_a_key_itself_is_asked_first() -> None:
    made = program("const message = wrap($json.output);\nreturn [{json: {...$json, message}}]")
    assert "unreviewed-ai-post" in published("={{ $json.message }}", kept(message="Play scales."), WRITER, made)


def test_what_stood_before_the_model_is_not_its_own() -> None:
    assert "unreviewed-ai-post" not in published("={{ $json.say }}", kept(say="Play scales."), WRITER)
    assert "unreviewed-ai-post" in published("={{ $json.output }}", kept(output="Play scales."), WRITER)


@pytest.mark.parametrize(
    ("code", "is_words"),
    [
        (
            "if (late) return [{json: {text: ''}}];\nconst text = wrap($json.output);\nreturn [{json: {text}}]",
            True,
        ),
        ("const text = wrap($('Writer').first().json.output);\nreturn [{json: {a: 1, text}}]", True),
        ("return [{json: {text: 'Practise today.'}}]", False),
        ("const [level, text] = cut($json.output);\nreturn [{json: {text: 'Practise today.'}}]", False),
    ],
)
def test_what_a_program_makes_of_a_models_words(code: str, is_words: bool) -> None:
    assert ("unreviewed-ai-post" in published("={{ $json.text }}", WRITER, program(code))) is is_words


def test_a_table_in_between_changes_nothing() -> None:
    add = node(
        "Add", "airtable", {"operation": "create", "columns": {"value": {"Text": "={{ $json.text }}"}}}, version=2
    )
    made = program("const text = wrap($json.output);\nreturn [{json: {text}}]")
    assert "unreviewed-ai-post" in published(
        "={{ $json.fields.Text }}", WRITER, made, add, program("return tidy(items)")
    )


@pytest.mark.parametrize(
    ("get", "is_words"),
    [
        (got("={{ $json.picture }}"), True),
        (got("https://api.example.org/picture", response={"response": {"responseFormat": "file"}}), True),
        (got("=https://api.example.org/weather?in={{ $json.town }}"), False),
        (got("={{ $json.picture }}", response={"response": {"responseFormat": "json"}}), False),
    ],
)
def test_a_download_lies_beside_what_came_in(get: dict[str, Any], is_words: bool) -> None:
    taken = kept(say="={{ $json.output.say }}", picture="https://example.org/a.png", town="Bonn")
    assert ("unreviewed-ai-post" in published("={{ $json.say }}", WRITER, taken, get)) is is_words


PATTERN = r"const form = /https?:\/\/(?:www\.)?linkedin\.com\/in\/[^\s]+/g;"


@pytest.mark.parametrize(
    ("code", "begins"),
    [
        ("let url = 'https://www.tiktok.com/tag/';\nreturn {url}", "https://www.tiktok.com/tag/"),
        ("const base = 'https://x.com/';\nreturn {url: base + $json.name}", "https://x.com/"),
        ("const base = 'https://x.com/';\nreturn {url: `${base}${$json.name}`}", "https://x.com/"),
        ("return {url: `https://x.com/search?q=${$json.q}`}", "https://x.com/search?q="),
        ("const home = 'https://x.com/';\nreturn {url: $json.link, home}", ""),
        ("let url = 'https://x.com/a';\nif (other) url = 'https://example.org/b';\nreturn {url}", ""),
        ("const page = 'https://x.com/';\nreturn {url: page.length}", ""),
        (
            PATTERN + "\nconst url = $json.data.match(form);\nreturn {url}",
            "https://linkedin.com/",
        ),
        (r"const url = text.match(/https:\/\/x\.com\/\w+/g);", "https://x.com/"),
        (r"const url = text.match(/https:\/\/[a-z]+\.com\/\w+/g);", ""),
    ],
)
def test_where_an_address_of_a_program_begins(code: str, begins: str) -> None:
    assert addresses_in(code).get("url", "") == begins


TIKTOK = program("const url = 'https://www.tiktok.com/tag/' + $json.tag;\nreturn {url}")


@pytest.mark.parametrize(
    ("between", "platform"),
    [
        ([TIKTOK], "tiktok"),
        ([TIKTOK, node("Slowly", "wait", {"amount": 5})], "tiktok"),
        ([kept(url="=https://www.tiktok.com/tag/{{ $json.tag }}")], "tiktok"),
        ([TIKTOK, node("Ask", "httpRequest", {"url": "https://api.example.org/find"}, version=4.2)], ""),
        ([TIKTOK, program("return {url: $json.link}", "Other")], ""),
    ],
)
def test_an_address_begins_where_the_nearest_node_says(between: list[dict[str, Any]], platform: str) -> None:
    assert parts(line(DAILY, *between, got("={{ $json.url }}")))[-1].platform == platform


def test_an_address_of_a_node_that_is_named_begins_there() -> None:
    other = node("Ask", "httpRequest", {"url": "https://api.example.org/find"}, version=4.2)
    assert parts(line(DAILY, TIKTOK, other, got("={{ $('Program').item.json.url }}")))[-1].platform == "tiktok"
    ring = workflow([TIKTOK, got("={{ $json.url }}")], ("Program", "Get"), ("Get", "Get"))
    assert parts(ring)[-1].platform == "tiktok"


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("=https://api.telegram.org/bot1:a/{{ $json.how }}", "unknown-operation"),
        ("=https://api.telegram.org/bot{{ $json.key }}/getMe", ""),
        ("=https://slack.com/api/{{ $json.how }}", "unknown-operation"),
        ("https://slack.com/api/users.list", ""),
    ],
)
def test_a_call_whose_method_is_filled_in_is_not_understood(url: str, reason: str, method: str) -> None:
    given = {"method": method, "url": url}
    part = parts(line(DAILY, node("Call", "httpRequest", given, version=4.2)))[-1]
    assert (part.reason, part.starts_or_acts) == (reason, bool(reason))


@pytest.mark.parametrize(
    ("spread", "key", "is_known"),
    [
        ("const form = $node['Form'].json;\nreturn [{json: {...form, analysis}}]", "Email", True),
        ("return [{json: {...$('Form').item.json, analysis}}]", "Email", True),
        ("let form = $('Form').item.json;\nform = other(form);\nreturn [{json: {...form, analysis}}]", "Email", False),
        ("const form = $('Form').item.json;\nreturn [{json: {...form, Email}}]", "Email", False),
    ],
)
def test_what_a_program_hands_on_of_another_node(spread: str, key: str, is_known: bool) -> None:
    found = parts(line(FORM, WRITER, program(spread)))[2]
    assert ("" in found.fields and key not in found.spells) is is_known


def test_what_a_name_stands_for_below_a_key() -> None:
    (_, made) = parts(line(FORM, program("const to = $json.body.mail;\nreturn [{json: {to: to}}]")))
    assert made.fields["to"].refs[0].path == ("body", "mail")


def test_who_filled_in_a_form_elsewhere_is_known_behind_a_program() -> None:
    hook = node("Hook", "webhook", {"path": "lessons", "httpMethod": "POST"}, version=2)
    asked = node(
        "Writer",
        "@n8n/n8n-nodes-langchain.agent",
        {"promptType": "define", "text": "=Answer {{ $json.body.question }}"},
    )
    hand_on = program("const form = $node['Hook'].json.body;\nreturn [{json: {...form, answer: $json.output}}]")
    send = node("Send", "gmail", {"sendTo": "={{ $json.email }}", "message": "={{ $json.answer }}"}, version=2.1)
    assert "unreviewed-ai-reply" in told(line(hook, asked, hand_on, send))


def test_a_key_that_a_program_spells_is_its_own_where_it_takes_words_apart() -> None:
    plan = kept(tone="plain")
    code = "const plan = $('Keep').item.json;\nconst said = JSON.parse($json.output);\n"
    take = program(code + "return [{json: {...plan, say: said.a || said.b}}]")
    assert "unreviewed-ai-post" in published("={{ $json.say }}", plan, WRITER, take)


def test_who_publishes_what_was_made_ready_publishes_its_text() -> None:
    kind = "@rizkifirmansyah/n8n-nodes-threads-api.threads"
    ready = node("Ready", kind, {"operation": "createContainer", "text": "={{ $json.output }}"})
    publish = node("Publish", kind, {"operation": "publish", "creationId": "={{ $json.id }}"})
    assert "unreviewed-ai-post" in told(line(DAILY, WRITER, ready, publish))
