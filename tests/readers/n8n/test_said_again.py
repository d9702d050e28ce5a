"""What of an export is told as said again: not where something of which nothing is known may keep it back."""

from typing import Any

import pytest

from tests.readers.n8n.exports import DAILY, fragment, line, node, rules, workflow

SHEET = {"documentId": {"value": "d"}, "sheetName": {"value": "s", "cachedResultName": "Songs"}}
SONGS = node("Songs", "googleSheets", SHEET, version=4.5)
SONG = node("Say", "twitter", {"text": "={{ $json.title }}"}, version=2)


def compared(value: str) -> dict[str, Any]:
    test = {"leftValue": value, "rightValue": "", "operator": {"type": "boolean", "operation": "true"}}
    return node("Known already?", "if", {"conditions": {"combinator": "and", "conditions": [test]}}, version=2.2)


def test_a_table_from_the_top_comes_again() -> None:
    assert "said-again" in rules(line(DAILY, SONGS, SONG))


def test_what_a_condition_may_keep_back_is_not_told() -> None:
    assert "said-again" not in rules(line(DAILY, SONGS, compared("={{ $json.is_new }}"), SONG))


@pytest.mark.parametrize(("platforms", "again"), [(("pinterest", "pinterest"), True), (("hashnode", "devpost"), False)])
def test_accounts_on_platforms_without_a_name_are_not_taken_for_one(platforms: tuple[str, ...], again: bool) -> None:
    body = '{{ "post": {{ "content": {{ "text": "Open day on Sunday", "platform": "{}" }} }} }}'
    posts = [
        node(
            f"Say {number}",
            "httpRequest",
            {
                "method": "POST",
                "url": "https://backend.blotato.com/v2/posts",
                "sendBody": True,
                "specifyBody": "json",
                "jsonBody": body.format(platform),
            },
            version=4.2,
        )
        for number, platform in enumerate(platforms)
    ]
    assert ("said-again" in rules(workflow([DAILY, *posts], ("Daily", "Say 0"), ("Daily", "Say 1")))) is again


@pytest.mark.parametrize(("search", "event"), [("from:me@example.org", "command"), ("", "email_received")])
def test_who_alone_can_write_has_it_published(search: str, event: str) -> None:
    trigger = node("Mail", "gmailTrigger", {"filters": {"q": search}}, version=1.2)
    (automation,) = fragment(line(trigger, node("Say", "linkedIn", {"text": "={{ $json.snippet }}"}))).automations
    assert automation.trigger.event.name == event


@pytest.mark.parametrize(
    ("outputs", "told"), [(("0", "1"), False), (("0", "2"), False), (("0", "0"), True), (("1", "1"), True)]
)
def test_what_goes_one_way_is_not_published_the_other_way_as_well(outputs: tuple[str, str], told: bool) -> None:
    rows = [
        {"conditions": {"conditions": [{"leftValue": "={{ $json.way }}", "rightValue": way}], "combinator": "and"}}
        for way in ("a", "b", "c")
    ]
    branch = node("Which way?", "switch", {"rules": {"values": rows}}, version=3.2)
    posts = [
        node(name, "twitter", {"text": "Open day on Sunday, with cake and roses for everybody."}, version=2)
        | {"credentials": {"twitterOAuth2Api": {"id": name, "name": name}}}
        for name in ("North", "South")
    ]
    ways = [("Which way?", output, name) for output, name in zip(outputs, ("North", "South"), strict=True)]
    assert ("duplicate-posts" in rules(workflow([DAILY, branch, *posts], ("Daily", "Which way?"), *ways))) is told


def program(code: str) -> dict[str, Any]:
    return node(f"Program of {len(code)}", "code", {"jsCode": code}, version=2)


@pytest.mark.parametrize(
    ("keeps", "known"),
    [("fs.writeFileSync('last', $json.id); return items;", True), ("console.log($json.id); return items;", False)],
)
def test_a_file_that_a_program_reads_and_another_writes_is_a_memory(keeps: str, known: bool) -> None:
    reads = program("if (fs.readFileSync('last') === $json.id) { return []; } return items;")
    often = node("Often", "scheduleTrigger", {"rule": {"interval": [{"field": "minutes", "minutesInterval": 10}]}})
    found = rules(line(often, SONGS, reads, SONG, program(keeps)))
    assert ("over-platform-limit" in found or "megaphone" in found) is not known
