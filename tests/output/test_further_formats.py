"""The formats for lists, build servers and merge requests."""

import json
import re
import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from sociable.findings.finding import Citation, Member
from sociable.output.formats import formats_of, written
from sociable.output.markdown_report import inert
from sociable.text.source import Source
from sociable.text.style import Style

from tests.goldens import Golden
from tests.output.builders import COUNCIL, HOSTILE, LOOP, REPORTS, STORY, finding, report, span

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"minimum": 1}}},
                },
            },
        },
    },
}
"""What https://docs.gitlab.com/ci/testing/code_quality/ asks of a report."""


@pytest.mark.parametrize("form", ["concise", "statistics", "markdown", "junit", "gitlab", "jsonl"])
@pytest.mark.parametrize("name", ["story", "loop", "hostile", "clean"])
def test_as_it_was_last_read_and_accepted(name: str, form: str, golden: Golden) -> None:
    golden(f"{name}.{form}.txt", written("report", REPORTS[name], form))


@pytest.mark.parametrize("name", REPORTS)
def test_gitlab_takes_it(name: str) -> None:
    entries = json.loads(written("report", REPORTS[name], "gitlab"))
    assert list(Draft202012Validator(GITLAB).iter_errors(entries)) == []
    assert len(entries) == len(REPORTS[name].findings)
    gravity = [["critical", "minor", "info"].index(each["severity"]) for each in entries]
    assert gravity == sorted(gravity)


@pytest.mark.parametrize("name", REPORTS)
def test_junit_is_xml_that_counts_right(name: str) -> None:
    root = ElementTree.fromstring(written("report", REPORTS[name], "junit"))  # noqa: S314 - we wrote it
    cases, failures = root.findall(".//testcase"), root.findall(".//failure")
    assert (int(root.attrib["tests"]), int(root.attrib["failures"])) == (len(cases), len(failures))
    for suite in root:
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
        assert int(suite.attrib["failures"]) == len(suite.findall(".//failure"))
    assert len(failures) == sum(each.severity != "info" for each in REPORTS[name].findings)


def test_in_junit_every_name_is_text() -> None:
    found = finding(span(Source('a"<&>.yml', "x"), "x"), 'r"<&>', message='m"<&>')
    (suite,) = ElementTree.fromstring(written("report", report(found), "junit"))  # noqa: S314 - we wrote it
    assert suite.attrib["name"] == 'a"<&>.yml'
    (case,) = suite
    assert case.attrib["file"] == case.attrib["classname"] == 'a"<&>.yml'
    assert case.attrib["name"].startswith('r"<&> (line 1')
    (failure,) = case
    assert (failure.attrib["message"], failure.text) == ('m"<&>', 'm"<&>.')


@pytest.mark.parametrize("form", [name for name in formats_of("report") if name != "github"])
@pytest.mark.parametrize("of", ["file", "rule", "message", "id", "evidence"])
def test_nothing_that_a_finding_says_acts(of: str, form: str) -> None:
    said = dict.fromkeys(("file", "rule", "message", "id", "evidence"), "x") | {
        of: "::error::a\x1b[1mb\u202e##[group]c"
    }
    place = span(Source(said["file"], f"{said['evidence']} x"), " x")
    found = finding(place, said["rule"], message=said["message"], people_see=said["evidence"], subjects=(said["id"],))
    text = written("report", report(found), form)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]|##\[|^\s*::", text, re.MULTILINE)


def test_in_gitlab_a_place_ends_where_its_last_sign_stands() -> None:
    (entry,) = json.loads(written("report", report(finding(span(COUNCIL, "name-and-shame\n "))), "gitlab"))
    assert entry["location"]["lines"] == {"begin": 4, "end": 5}


@pytest.mark.parametrize("name", REPORTS)
def test_json_lines_are_the_findings_of_json(name: str, findings_schema: dict[str, Any]) -> None:
    lines = [json.loads(line) for line in written("report", REPORTS[name], "jsonl").splitlines()]
    assert lines == json.loads(written("report", REPORTS[name], "json"))["findings"]


def test_nothing_in_markdown_acts() -> None:
    text = written("report", HOSTILE, "markdown")
    html = MarkdownIt("commonmark", {"html": True}).render(text)
    assert set(re.findall(r"<(/?\w+)", html)) <= {
        *("h3", "/h3", "p", "/p", "details", "/details", "summary", "/summary", "b", "/b"),
        *("ul", "/ul", "li", "/li", "strong", "/strong"),
    }
    assert "@" not in re.sub(r"&#64;&#8203;", "", text)


@pytest.mark.parametrize("sign", "\\`*_[]!|~$:")
def test_each_sign_that_acts_in_markdown_is_escaped(sign: str) -> None:
    assert inert(f"a{sign}b") == f"a\\{sign}b"


@pytest.mark.parametrize(
    ("sign", "shown"),
    [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("@", "&#64;&#8203;"), ("#", "&#35;&#8203;")],
)
def test_each_sign_that_names_or_begins_something_is_an_entity(sign: str, shown: str) -> None:
    assert inert(f"a{sign}b") == f"a{shown}b"


def test_our_own_judgement_has_no_address() -> None:
    text = written("report", report(finding(span(COUNCIL, "council"))._replace(judgement="no")), "markdown")
    assert "- **source:** our judgement, no rule or law that we know fits what the files say\\: no." in text


def linked(*addresses: str) -> list[str]:
    """The addresses that a comment makes links of, where sources stand there."""
    place = span(COUNCIL, "council")
    cited = (Citation("t", each, "d", "s") for each in addresses)
    members = tuple(Member(place, f"@{at}", (), "", citation=each) for at, each in enumerate(cited))
    text = written("report", report(finding(place)._replace(members=members)), "markdown")
    return re.findall("<(http[^<>]*)>", text)


@pytest.mark.parametrize(
    "address", ["https://e.example/a)b", "https://e.example/a*", "https:/e.example", "http://e.example", "javascript:a"]
)
def test_only_a_plain_address_is_a_link(address: str) -> None:
    assert linked("https://e.example/a-b_c?d=%20+e") == ["https://e.example/a-b_c?d=%20+e"]
    assert linked(address) == []


def test_an_address_that_begins_as_another_leads_to_its_own_page() -> None:
    assert linked("https://e.example/a", "https://e.example/a/b") == ["https://e.example/a", "https://e.example/a/b"]


def test_a_comment_stays_within_what_a_host_takes() -> None:
    many = report(*(finding(span(COUNCIL, "council"), message="x" * 900) for _ in range(200)))
    text = written("report", many, "markdown")
    assert len(text) < 65_536
    assert re.search(r"\nAnd \d+ more\.\n$", text)


@pytest.mark.parametrize("form", ["text", "concise", "statistics", "markdown", "gitlab", "github"])
def test_the_gravest_come_first(form: str) -> None:
    place = span(COUNCIL, "council")
    told = [finding(place, f"rule-{each}", each, message=each) for each in ("info", "warning", "error")]
    text = written("report", report(*told), form, Style(infos=True))
    places = [text.index(f"rule-{each}") for each in ("error", "warning", "info")]
    assert places == sorted(places)


@pytest.mark.parametrize("form", ["text", "concise", "markdown"])
def test_what_is_left_out_is_counted(form: str) -> None:
    place = span(COUNCIL, "council")
    of = report(*(finding(place, f"rule-{number}", message="m") for number in range(7)))
    text = written("report", of, form, Style(most=5))
    assert re.search(r"\b[Aa]nd 2 more", text)
    assert "more" not in re.sub(r"more: +sociable", "", written("report", of, form, Style()))


def test_infos_are_folded_to_a_line_a_file() -> None:
    place = span(COUNCIL, "council")
    of = report(*(finding(place, rule, "info") for rule in ("b", "a", "b")), finding(place, "c"))
    shown = written("report", of, "text")
    assert "info clients/council/automations.yml: a, b (2)\n-v tells infos in full\n" in shown
    assert "info[" not in shown
    assert "info[a]" in written("report", of, "text", Style(infos=True))
    assert "info[a]" in written("report", of, "text", Style(verbose=True))


def test_much_is_counted_by_rule() -> None:
    place = span(COUNCIL, "council")
    of = report(*(finding(place, "often") for _ in range(4)), finding(place, "once", "error"))
    assert "\n  1 error   once\n  4 warning often\n" in written("report", of, "text")


def test_forty_findings_take_few_lines() -> None:
    rules = [each for each in STORY.findings for _ in range(10)][:40]
    assert len(written("report", report(*rules), "text").splitlines()) < 450


def test_github_is_told_how_many_more_there_are() -> None:
    place = span(COUNCIL, "council")
    lines = written("report", report(*(finding(place) for _ in range(12))), "github").splitlines()
    assert len(lines) == 10
    assert lines[-1] == (
        "::warning title=sociable::and 3 more of severity warning: all are in the summary of this step"
    )
    assert len(written("report", report(*(finding(place) for _ in range(10))), "github").splitlines()) == 10


def test_an_address_is_never_broken() -> None:
    address = "https://example.org/" + "x" * 200
    text = written("report", report(finding(span(COUNCIL, "council"), why=f"See {address}.")), "text")
    assert address in text


def test_every_format_writes_a_loop_and_an_empty_report() -> None:
    for form in formats_of("report"):
        assert written("report", LOOP, form)
        written("report", REPORTS["nothing"], form)
