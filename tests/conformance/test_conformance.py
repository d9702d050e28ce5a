"""What platforms themselves call allowed, conditional and not allowed, judged by the rules.

Each file holds one scenario; its first lines say which and what the platform says of it:

- ``allowed``: no error and no warning;
- ``not_allowed``: for each automation an error of one of ``rules``;
- ``conditional``: for each automation a warning or information of one of ``rules`` that speaks of the ``condition``; an
  error where the same platform forbids by name what is left without it (``otherwise`` is that row). The file with
  ``met:`` fulfils the condition: no error and no warning, and no finding that speaks of the condition.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from linter.check import Request, check
from linter.findings import READING_RULES, Finding, Report

HERE = Path(__file__).parent
SCENARIOS = HERE.parents[1].parent / "shared" / "facts" / "scenarios.json"

FILES = sorted(HERE.glob("*/*.yml"))
NOT_JUDGED = frozenset(re.findall(r"^\| `([\w-]+)` \|", (HERE / "not-judged.md").read_text(), re.MULTILINE))


def header(path: Path) -> dict[str, str]:
    """The ``# key: value`` lines with which a file begins."""
    found = {}
    for line in path.read_text().splitlines():
        match = re.fullmatch(r"# (\w+): (.+)", line)
        if match is None:
            break
        found[match[1]] = match[2]
    return found


HEADERS = {path: header(path) for path in FILES}


def files(verdict: str, *, met: bool = False) -> list[Any]:
    chosen = (path for path, head in HEADERS.items() if head["verdict"] == verdict and ("met" in head) == met)
    return [pytest.param(path, id=path.stem) for path in chosen]


def judged(path: Path) -> Report:
    report = check(Request((str(path),)))
    unread = [finding.message for finding in report.findings if finding.rule in READING_RULES]
    assert not unread
    assert report.automations
    return report


def grave(report: Report) -> list[tuple[str, str]]:
    return [(each.rule, each.severity) for each in report.findings if each.severity != "info"]


def about_each_automation(path: Path, report: Report) -> list[list[Finding]]:
    """The findings of the rules that the file names, by automation; one about an account is about all of them."""
    rules = HEADERS[path]["rules"].split(", ")
    expected = [each for each in report.findings if each.rule in rules]
    assert {each.rule for each in expected} == set(rules)
    text = path.read_text()
    accounts = re.findall(r"^  ([\w-]+):", text.partition("\nautomations:")[0], re.MULTILINE)
    automations = re.findall(r"^  - id: (\S+)$", text, re.MULTILINE)
    assert len(automations) == report.automations
    return [
        [each for each in expected if automation in each.subjects or set(each.subjects) <= set(accounts)]
        for automation in automations
    ]


def speaks_of(finding: Finding, condition: str) -> bool:
    return condition in " ".join((finding.message, finding.why, finding.advice))


@pytest.mark.parametrize("path", files("allowed"))
def test_what_is_allowed_gives_no_error_and_no_warning(path: Path) -> None:
    assert grave(judged(path)) == []


@pytest.mark.parametrize("path", files("not_allowed"))
def test_what_is_not_allowed_gives_an_error(path: Path) -> None:
    for findings in about_each_automation(path, judged(path)):
        assert [each.severity for each in findings].count("error") >= 1
        assert {each.platform for each in findings} == {path.parent.name}


@pytest.mark.parametrize("path", files("conditional"))
def test_an_unmet_condition_is_named(path: Path) -> None:
    head = HEADERS[path]
    severities = {"error"} if "otherwise" in head else {"warning", "info"}
    for findings in about_each_automation(path, judged(path)):
        naming = [each for each in findings if speaks_of(each, head["condition"])]
        assert naming
        assert {each.severity for each in naming} <= severities


@pytest.mark.parametrize("path", files("conditional", met=True))
def test_a_condition_that_is_met_is_not_named(path: Path) -> None:
    condition = HEADERS[path.with_name(HEADERS[path]["met"])]["condition"]
    report = judged(path)
    assert grave(report) == []
    assert not [each.rule for each in report.findings if speaks_of(each, condition)]


@pytest.mark.parametrize("path", files("conditional"))
def test_each_condition_has_a_file_in_which_it_is_met(path: Path) -> None:
    met = [head for head in HEADERS.values() if head.get("met") == path.name]
    assert [head["scenario"] for head in met] == [HEADERS[path]["scenario"]]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES])
def test_each_file_says_where_its_verdict_comes_from(path: Path) -> None:
    head = HEADERS[path]
    assert head["verdict"] in ("allowed", "conditional", "not_allowed")
    assert path.stem.removesuffix("-met") == head["scenario"]
    assert path.stem.endswith("-met") == ("met" in head)
    assert head["source"]
    assert head["address"].startswith("https://")
    assert re.search(r"seen \d+ \w+ \d{4}$", head["seen"])


@pytest.mark.skipif(not SCENARIOS.is_file(), reason="the collected scenarios are not here")
def test_every_collected_scenario_is_judged_or_listed() -> None:
    rows = {row["id"]: row for row in json.loads(SCENARIOS.read_text())}
    encoded = {head["scenario"]: (head["verdict"], path.parent.name) for path, head in HEADERS.items()}
    assert not encoded.keys() & NOT_JUDGED
    assert encoded.keys() | NOT_JUDGED == rows.keys()
    assert encoded == {name: (rows[name]["verdict"], rows[name]["platform"]) for name in encoded}


@pytest.mark.skipif(not SCENARIOS.is_file(), reason="the collected scenarios are not here")
def test_no_sentence_is_copied_from_a_source() -> None:
    for row in json.loads(SCENARIOS.read_text()):
        sentences = [text.casefold() for text in (row["scenario"], row["why"]) if len(text.split()) > 3]
        for path in HERE.glob(f"*/{row['id']}*.yml"):
            said = " ".join(path.read_text().replace("#", " ").split()).casefold()
            assert not [text for text in sentences if text in said]
