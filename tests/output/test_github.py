from io import StringIO

import pytest
from sociable.findings.report import Report
from sociable.output import github
from sociable.text.source import Source
from sociable.text.style import PLAIN

from tests.output.builders import COUNCIL, LOOP, STORY, finding, report, span
from tests.output.runner import Command, command


def written(of: Report) -> str:
    out = StringIO()
    github.write(of, out, PLAIN)
    return out.getvalue()


def read(of: Report) -> list[Command]:
    commands = [command(line) for line in written(of).split("\n")[:-1]]
    return [found for found in commands if found]


def only(of: Report) -> Command:
    (found,) = read(of)
    return found


def test_one_line_a_finding() -> None:
    assert [found.properties["title"] for found in read(STORY)] == [found.rule for found in STORY.findings]


@pytest.mark.parametrize(("severity", "name"), [("info", "notice"), ("warning", "warning"), ("error", "error")])
def test_severities(severity: str, name: str) -> None:
    assert only(report(finding(span(COUNCIL, "council"), severity=severity))).name == name


def test_a_place_within_a_line_has_columns() -> None:
    properties = only(report(finding(span(COUNCIL, "name-and-shame")))).properties
    assert properties == {
        "file": "clients/council/automations.yml",
        "line": "4",
        "col": "9",
        "endLine": "4",
        "endColumn": "23",
        "title": "some-rule",
    }


def test_a_place_of_several_lines_has_none_because_a_runner_would_drop_them() -> None:
    properties = only(report(finding(span(COUNCIL, "name-and-shame\n    account")))).properties
    assert (properties["line"], properties["endLine"]) == ("4", "5")
    assert not properties.keys() & {"col", "endColumn"}


def test_the_message_says_it_all() -> None:
    assert only(Report(STORY.findings[:1], (), (), 1, 1, 1)).data.split("\n") == [
        "name-and-shame tells everyone that the person who stopped following has left @examplecouncil.",
        "People see: Everyone who follows the account reads who has just stopped following it.",
        "Why: Leaving is not an offence; a public answer to it is a punishment, and everyone watching learns that.",
        (
            "Source: X, Automation rules: an automatic mention needs a person who asked for it."
            " https://help.x.com/en/rules-and-policies/x-automation (copy of October 2025, seen 23 November 2026)"
        ),
        "Do: Keep it to yourselves: replace the post by a private `notify`.",
    ]


def test_a_loop_is_walked_through() -> None:
    lines = read(LOOP)[0].data.split("\n")
    assert lines[1] == "1. `shop-thanks` on @shop: when @blog follows @shop, @shop follows @blog"
    assert lines[2] == "2. `blog-back` on @blog: when @shop follows @blog, @blog follows @shop"


@pytest.mark.parametrize("text", ["100%", "%0A::error::x", "a, b: c", "%25", "a::b::c", "x,title=y"])
def test_what_commands_are_made_of_comes_back_as_it_was(text: str) -> None:
    found = only(report(finding(span(Source(text, "x"), "x"), message=text)))
    assert found.properties["file"] == text
    assert found.properties["title"] == "some-rule"
    assert found.data == f"{text}."


def test_a_line_end_in_a_text_is_none_in_the_annotation() -> None:
    assert only(report(finding(span(COUNCIL, "council"), message="a\r\nb\nc"))).data == "a b c."


def test_what_acts_or_hides_in_a_name_is_written_out() -> None:
    found = only(report(finding(span(Source("a\x1b\u202e.yml", "x"), "x"), "some\u202erule")))
    assert found.properties["file"] == r"a\u{1b}\u{202e}.yml"
    assert found.properties["title"] == r"some\u{202e}rule"


@pytest.mark.parametrize(("amount", "told", "left"), [(10, 10, ""), (11, 9, "and 2 more"), (30, 9, "and 21 more")])
def test_of_many_github_shows_ten_the_last_of_which_counts_the_rest(amount: int, told: int, left: str) -> None:
    place = span(COUNCIL, "council")
    lines = read(report(*(finding(place, message=str(number)) for number in range(amount))))
    assert [line.data for line in lines[:told]] == [f"{number}." for number in range(told)]
    said = f"{left} of severity warning: all are in the summary of this step"
    assert [line.data for line in lines[told:]] == [said] * bool(left)
    assert all(line.properties["title"] == "sociable" for line in lines[told:])
    of = report(*(finding(place, severity=each) for each in ("error", "warning", "info") for _ in range(amount)))
    assert all(line.startswith("::") for line in written(of).splitlines())
