import json
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from sociable.findings.finding import Change, Fix, Member, Related, Suppression
from sociable.findings.origin import Origin
from sociable.findings.problem import READING_RULES
from sociable.findings.report import Report, RuleSummary
from sociable.output import sarif
from sociable.text.safe import one_line
from sociable.text.source import Edit, Source, Span
from sociable.text.style import PLAIN

from tests.output.builders import COUNCIL, LOOP, REPORTS, STORY, finding, report, span
from tests.output.conftest import Invalid


def written(of: Report) -> str:
    out = StringIO()
    sarif.write(of, out, PLAIN)
    return out.getvalue()


def run(of: Report) -> Any:
    (only,) = json.loads(written(of))["runs"]
    return only


def result(**about: Any) -> Any:
    return run(report(finding(span(COUNCIL, "council"), **about)))["results"][0]


def artifact(path: str) -> Any:
    only = run(report(finding(span(Source(path, "x: 1\n"), "x"))))["results"][0]
    return only["locations"][0]["physicalLocation"]["artifactLocation"]


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_keeps_to_the_official_schema(name: str, sarif_errors: Invalid) -> None:
    assert sarif_errors(written(REPORTS[name])) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda result: result.update(level="info"),
        lambda result: result.pop("message"),
        lambda result: result["locations"][0]["physicalLocation"]["region"].update(startLine=0),
        lambda result: result["codeFlows"][0].update(threadFlows=[]),
        lambda result: result.update(invented=1),
    ],
)
def test_the_official_schema_bites(spoil: Any, sarif_errors: Invalid) -> None:
    document = json.loads(written(LOOP))
    spoil(document["runs"][0]["results"][0])
    assert sarif_errors(json.dumps(document))


def test_a_clean_run_says_that_it_ran_and_found_nothing() -> None:
    assert run(REPORTS["clean"])["results"] == []


@pytest.mark.parametrize(("severity", "level"), [("info", "note"), ("warning", "warning"), ("error", "error")])
def test_levels(severity: str, level: str) -> None:
    assert result(severity=severity)["level"] == level


def test_rules_are_those_that_occur() -> None:
    only = run(STORY)
    rules = only["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(dict.fromkeys(found.rule for found in STORY.findings))
    assert [rules[found["ruleIndex"]]["id"] for found in only["results"]] == [found.rule for found in STORY.findings]


def test_a_rule_is_explained() -> None:
    rules = {rule["id"]: rule for rule in run(STORY)["tool"]["driver"]["rules"]}
    assert rules["unfollow-shaming"]["shortDescription"]["text"] == "Unfollow shaming"
    assert rules["unfollow-shaming"]["help"]["text"].splitlines() == [
        STORY.findings[0].why,
        STORY.findings[0].advice,
        "More: sociable explain unfollow-shaming",
    ]
    assert rules["not-understood"]["shortDescription"]["text"] == READING_RULES["not-understood"]
    assert "sociable explain" not in rules["not-understood"]["help"]["text"]


def test_a_place_is_counted_in_code_points() -> None:
    only = run(report(finding(span(Source("a.yml", "one: 1\n🎉: 東京 x\n"), "東京"))))
    assert only["columnKind"] == "unicodeCodePoints"
    assert only["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 4,
        "endLine": 2,
        "endColumn": 6,
        "charOffset": 10,
        "charLength": 2,
    }


@pytest.mark.parametrize("path", ["a b/c#d?e%f.yml", "über.yml", "c:d.yml", "<stdin>", "../up.yml"])
def test_a_relative_path_becomes_a_relative_uri(path: str) -> None:
    location = artifact(path)
    assert unquote(location["uri"]) == path
    assert not set(location["uri"]) & set(' #?:<>"')
    assert location["uriBaseId"] == "SRCROOT"


def test_a_path_that_begins_here_says_no_more_than_its_name() -> None:
    assert artifact("./a.yml")["uri"] == "a.yml"


def test_a_path_that_is_no_text_keeps_its_bytes() -> None:
    assert artifact("latin-\udcfc.yml")["uri"] == "latin-%FC.yml"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/srv/a b.yml", "file:///srv/a%20b.yml"),
        ("/X/a.yml", "file:///X/a.yml"),
        ("/c:/a.yml", "file:///c:/a.yml"),
        ("/a?#%.yml", "file:///a%3F%23%25.yml"),
    ],
)
def test_an_absolute_path_needs_no_base(path: str, uri: str) -> None:
    assert artifact(path) == {"uri": uri}


def test_fingerprint_and_properties() -> None:
    found = finding(span(COUNCIL, "council"), confidence="low", platform="x", subjects=("a", "b"))
    only = run(report(found))["results"][0]
    assert only["partialFingerprints"] == {"sociable/v1": found.fingerprint}
    assert only["properties"] == {"confidence": "low", "platform": "x", "subjects": ["a", "b"]}
    assert "platform" not in result()["properties"]


def test_related_places_have_their_own_numbers() -> None:
    places = result(related=tuple(Related(span(COUNCIL, word), f"the {word}") for word in ("post", "when")))
    assert [(place["id"], place["message"]["text"]) for place in places["relatedLocations"]] == [
        (1, "the post"),
        (2, "the when"),
    ]


def test_a_loop_is_a_walk_that_comes_back() -> None:
    (flow,) = run(LOOP)["results"][0]["codeFlows"]
    (thread,) = flow["threadFlows"]
    steps = thread["locations"]
    uris = [step["location"]["physicalLocation"]["artifactLocation"]["uri"] for step in steps]
    assert [step["executionOrder"] for step in steps] == [1, 2, 3]
    assert uris == ["clients/shop.yml", "clients/blog.yml", "clients/shop.yml"]
    assert (
        steps[0]["location"]["message"]["text"]
        == "`shop-thanks` on @shop: when @blog follows @shop, @shop follows @blog"
    )
    assert steps[2]["location"]["message"]["text"] == "back to 1"


def test_text_from_a_file_is_neither_placeholder_nor_link() -> None:
    text = result(message="{0} and [here](https://evil.example) and {{ event.user.name }}")["message"]["text"]
    assert text == "{{0}} and [here] (https://evil.example) and {{{{ event.user.name }}}}."


@pytest.mark.parametrize("of", ["message", "why"])
def test_a_message_is_one_safe_line_for_each_text(of: str) -> None:
    text = result(**{of: "Hi\n::error::x \x1b[31m\u202e ##[group]y"})["message"]["text"]
    line = r"::error::x \u{{1b}}[31m\u{{202e}} \u{{23}}#[group]y"
    assert f"Hi {line}" in text.split("\n")[of == "why"]


def test_what_a_fix_says_is_a_message() -> None:
    place = span(COUNCIL, "council")
    edit = Edit(place, "help\n{desk}")
    fix = Fix("unsafe", "say {0}\x1b", place, Change("replace", "account", "council", "help"), (edit,))
    (told,) = run(report(finding(place)._replace(fix=fix)))["results"][0]["fixes"]
    assert told["description"] == {"text": r"say {{0}}\u{{1b}} (unsafe)"}
    (change,) = told["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "clients/council/automations.yml", "uriBaseId": "SRCROOT"}
    assert change["replacements"][0]["insertedContent"] == {"text": "help\n{desk}"}


@pytest.mark.parametrize("name", ["\u202ea", "a\n##[group]b"])
def test_what_a_finding_is_about_is_named_safely(name: str) -> None:
    (place,) = result(subjects=(name,))["locations"]
    assert place["logicalLocations"] == [{"fullyQualifiedName": one_line(name), "kind": "member"}]


@pytest.mark.parametrize(("length", "is_shown"), [(0, False), (1, True), (500, True), (501, False)])
def test_a_line_is_shown_unless_nobody_would_read_it(length: int, is_shown: bool) -> None:
    source = Source("a.yml", f"a\n{'x' * length}\nb\n")
    (place,) = run(report(finding(Span(source, 2, 2))))["results"][0]["locations"]
    shown = {"startLine": 2, "snippet": {"text": "x" * length}}
    assert place["physicalLocation"].get("contextRegion") == (shown if is_shown else None)


def test_the_first_sentence_is_the_message() -> None:
    assert result(message="names a person", why="It hurts.")["message"]["text"] == "names a person.\nWhy: It hurts."


def test_what_hides_or_goes_on_in_a_line_is_written_out_for_those_who_read_the_json(tmp_path: Path) -> None:
    """JSON writes such a sign by its number, and whoever reads the file has it again."""
    page = tmp_path / "some-rule.md"
    page.write_text("# Some rule\n\n## What people see\n\nThey\u202e see.\n\nAll.\n", encoding="utf-8")
    summary = RuleSummary("some-rule", str(page), "care", "Some rule", "", (), "error", "high", (), "is", "", "")
    place = span(Source("a.yml", "a: x\u202ey\n"), "x")
    node = Origin("n8n", "Post\u202e\nit", within=Origin("n8n", "Club\u202e\nbot"))
    found = finding(place)._replace(
        members=(Member(place, "", (), "0" * 16, node),), suppressed=Suppression((), "as\u202e\nked", "", place)
    )
    only = run(report(found)._replace(pages=(summary,)))
    result = only["results"][0]
    assert result["locations"][0]["logicalLocations"] == [
        {
            "name": r"Post\u{202e} it",
            "fullyQualifiedName": r"Club\u{202e} bot/Post\u{202e} it",
            "kind": "element",
        }
    ]
    assert result["suppressions"][0]["justification"] == r"as\u{202e} ked"
    assert result["locations"][0]["physicalLocation"]["contextRegion"]["snippet"]["text"] == r"a: x\u{202e}y"
    assert "They\\u{{202e}} see.\n\nAll." in only["tool"]["driver"]["rules"][0]["help"]["markdown"]
    assert "\u202e" not in json.dumps(only, ensure_ascii=False)
