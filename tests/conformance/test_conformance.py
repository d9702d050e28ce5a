"""What platforms themselves call allowed, conditional and not allowed, judged by the rules."""

import json
import os
import re
from pathlib import Path

import pytest
from sociable.findings.finding import Finding
from sociable.findings.report import Report
from sociable.sources.dates import edition
from sociable.sources.library import library
from sociable.text.source import Source, Span
from sociable.vocabulary.platforms import PLATFORMS

from generators.conformance_page import (
    REASONS,
    VERDICTS,
    Case,
    Outcome,
    Unjudged,
    conformance_page,
    outcome,
    read_cases,
    read_unjudged,
    share,
    shortcomings,
)

HERE = Path(__file__).parent
SCENARIOS = HERE.parents[1].parent / "shared" / "facts" / "scenarios.json"

CASES = read_cases(str(HERE))
UNJUDGED = read_unjudged(str(HERE))
SCENARIO_ROWS: list[Case | Unjudged] = [*CASES, *UNJUDGED]
LEAST_SHARE = 0.96
"""The share of scenarios that has to be judged right; it only ever rises."""


def called(case: Case) -> str:
    return Path(case.path).stem


@pytest.mark.parametrize("case", CASES, ids=called)
def test_a_scenario_is_judged_as_its_platform_does(case: Case) -> None:
    assert outcome(case, CASES).shortcomings == ()


def test_most_scenarios_are_judged_right() -> None:
    right, of = share([Outcome(case, (), ()) for case in CASES], UNJUDGED)
    assert right / of >= LEAST_SHARE


@pytest.mark.parametrize("case", [case for case in CASES if case.verdict == "conditional" and not case.met], ids=called)
def test_each_condition_has_a_file_in_which_it_is_met(case: Case) -> None:
    assert [met.scenario for met in CASES if met.met == os.path.basename(case.path)] == [case.scenario]
    assert case.condition


@pytest.mark.parametrize("case", CASES, ids=called)
def test_each_file_says_where_its_verdict_comes_from(case: Case) -> None:
    assert case.verdict in VERDICTS
    assert called(case).removesuffix("-met") == case.scenario
    assert called(case).endswith("-met") == bool(case.met)
    assert case.words.endswith(".")
    assert case.source
    assert case.address.startswith("https://")
    assert re.search(r"seen \d+ \w+ \d{4}$", case.seen)


@pytest.mark.parametrize("row", UNJUDGED, ids=lambda row: str(row.scenario))
def test_each_row_without_a_file_says_why_and_where_from(row: Unjudged) -> None:
    assert (row.platform in PLATFORMS, row.verdict in VERDICTS, row.reason in REASONS) == (True, True, True)
    assert row.scenario not in {case.scenario for case in CASES}
    assert row.words.endswith(".")
    assert row.why.endswith(".")
    assert row.source
    assert row.address.startswith("https://")
    assert re.search(r"seen \d+ \w+ \d{4}$", row.seen)


@pytest.mark.parametrize("row", SCENARIO_ROWS, ids=lambda row: str(row.scenario))
def test_each_row_names_its_source_as_the_facts_do(row: Case | Unjudged) -> None:
    (document,) = (each for each in library().documents.values() if each.address == row.address)
    dates = ("", *(fact.dated for fact in library().facts.values() if fact.document is document))
    editions = {edition(document, each) for each in dates}
    assert row.source.startswith(document.title)
    assert row.seen.rpartition(", seen")[0] in editions


def test_no_row_stands_there_twice() -> None:
    assert len({row.scenario for row in UNJUDGED}) == len(UNJUDGED)


@pytest.mark.skipif(not SCENARIOS.is_file(), reason="the collected scenarios are not here")
def test_every_collected_scenario_is_judged_or_listed() -> None:
    rows = {row["id"]: (row["verdict"], row["platform"]) for row in json.loads(SCENARIOS.read_text())}
    listed = {each.scenario: (each.verdict, each.platform) for each in SCENARIO_ROWS}
    assert {scenario: listed[scenario] for scenario in rows} == rows
    for scenario in listed.keys() - rows.keys():  # written for a fact, and named after it
        assert "-".join(scenario.upper().split("-")[:2]) in library().facts


@pytest.mark.skipif(not SCENARIOS.is_file(), reason="the collected scenarios are not here")
def test_no_sentence_is_copied_from_a_source() -> None:
    listed = {row.scenario: f"{row.words} {row.why}" for row in UNJUDGED}
    for row in json.loads(SCENARIOS.read_text()):
        sentences = [text.casefold() for text in (row["scenario"], row["why"]) if len(text.split()) > 3]
        texts = [path.read_text().replace("#", " ") for path in HERE.glob(f"*/{row['id']}*.yml")]
        said = " ".join(" ".join((*texts, listed.get(row["id"], ""))).split()).casefold()
        assert not [text for text in sentences if text in said]


# -------------------------------------------------------------------------------- the judges' judge

FILE = """\
# scenario: a
# verdict: {}
# source: X, Rules
# address: https://example.org
# seen: seen 1 May 2026
#
# It happens, and then
# it ends.
sociable: 1
accounts:
  shop: {{platform: x}}
automations:
  - id: one
  - id: two
"""


def finding(severity: str, *subjects: str, rule: str = "rule-a", platform: str = "x", says: str = "") -> Finding:
    nowhere = Span(Source("a.yml", ""), 0, 0)
    return Finding(rule, severity, "high", nowhere, says, "", "", "", subjects, "", platform)


def wrong(tmp_path: Path, verdict: str, *findings: Finding, condition: str = "", **head: str) -> list[str]:
    (tmp_path / "x").mkdir(exist_ok=True)
    (tmp_path / "x" / "a.yml").write_text(FILE.format(verdict))
    (case,) = read_cases(str(tmp_path))
    case = case._replace(rules=("rule-a",), **head)
    return list(shortcomings(case, Report(findings, ("a.yml",), (), 1, 2, 1), condition))


def conditional(tmp_path: Path, *findings: Finding, otherwise: str = "") -> list[str]:
    wrong(tmp_path, "conditional")
    (case,) = read_cases(str(tmp_path))
    case = case._replace(rules=("rule-a",), condition="nobody reads", otherwise=otherwise)
    return list(shortcomings(case, Report(findings, ("a.yml",), (), 1, 2, 1)))


def test_a_file_says_what_happens_in_our_own_words(tmp_path: Path) -> None:
    assert wrong(tmp_path, "allowed") == []
    (case,) = read_cases(str(tmp_path))
    assert (case.words, case.seen, case.platform) == ("It happens, and then it ends.", "seen 1 May 2026", "x")


def test_what_is_allowed_may_only_be_informed_about(tmp_path: Path) -> None:
    assert wrong(tmp_path, "allowed", finding("info", "one")) == []
    assert wrong(tmp_path, "allowed", finding("warning", "one")) == ["rule-a makes warning of it"]


def test_what_is_forbidden_needs_an_error_for_each_automation(tmp_path: Path) -> None:
    both = finding("error", "one"), finding("error", "two", "shop")
    assert wrong(tmp_path, "not_allowed", *both) == []
    assert wrong(tmp_path, "not_allowed", finding("error", "shop")) == []
    assert wrong(tmp_path, "not_allowed", *both[:1]) == ["of two, there is no error"]
    assert wrong(tmp_path, "not_allowed", both[0], finding("warning", "two")) == ["of two, there is no error"]
    assert "rule-a says nothing" in wrong(tmp_path, "not_allowed", finding("error", "shop", rule="rule-b"))
    elsewhere = finding("error", "shop", platform="mastodon")
    assert wrong(tmp_path, "not_allowed", elsewhere)[0] == "of one, another platform is spoken of"


def test_a_condition_has_to_be_named(tmp_path: Path) -> None:
    named = finding("warning", "shop", says="nobody reads it")
    assert conditional(tmp_path, named) == []
    assert (
        conditional(tmp_path, finding("warning", "shop", says="it is loud"))[0] == "of one, nothing names the condition"
    )
    grave = named._replace(severity="error")
    assert conditional(tmp_path, grave)[0] == "of one, the condition is named by something other than info or warning"
    assert conditional(tmp_path, grave, otherwise="b") == []
    assert conditional(tmp_path, named, otherwise="b")[0].endswith("something other than error")


def test_a_condition_that_is_met_is_not_named(tmp_path: Path) -> None:
    named = finding("info", "shop", says="nobody reads it")
    assert wrong(tmp_path, "conditional", finding("info", "shop"), condition="nobody", met="b.yml") == []
    assert wrong(tmp_path, "conditional", named, condition="nobody", met="b.yml") == ["rule-a asks for what is met"]


def test_what_cannot_be_read_is_not_judged_right(tmp_path: Path) -> None:
    assert wrong(tmp_path, "allowed", finding("error", rule="broken-yaml")) == ["it cannot be read"]


def test_the_page_counts_and_shows_every_scenario() -> None:
    page = conformance_page(str(HERE))
    right, of = share([outcome(case, CASES) for case in CASES], UNJUDGED)
    assert f"Of {of} scenarios" in page
    assert f"**{right}** are judged" in page
    assert [each.scenario for each in SCENARIO_ROWS if each.scenario not in page] == []
