"""Small files of other tools: what of them is understood as our own format, what is found where, and how much.

A case is a folder with ``flow.json`` (or another ending), the setup that it means (``setup.yml``, as
``sociable import`` writes it), and ``told.yml``, whose keys docs/importers.md explains.
"""

from os import listdir
from os.path import dirname, isdir, join
from typing import Any

import pytest
import yaml
from sociable.findings.finding import Finding
from sociable.findings.members import THE_SAME
from sociable.output.automation_yaml import write
from sociable.pipeline import Request, judged
from sociable.project.load import Project, load, read_text
from sociable.setup.model import Automation
from sociable.text.source import Span

HERE = dirname(__file__)
CASES = sorted(
    join(tool, "cases", case)
    for tool in listdir(HERE)
    if isdir(join(HERE, tool, "cases"))
    for case in listdir(join(HERE, tool, "cases"))
)


def project_of(case: str) -> Project:
    (name,) = (each for each in listdir(join(HERE, case)) if each.startswith("flow."))
    return load((join(HERE, case, name),))


def told(case: str) -> Any:
    with open(join(HERE, case, "told.yml"), encoding="utf-8") as file:
        return yaml.load(file, yaml.CSafeLoader)


def setup_of(case: str) -> str:
    with open(join(HERE, case, "setup.yml"), encoding="utf-8") as file:
        return file.read()


def shape(automation: Automation) -> tuple[Any, ...]:
    """What an automation does, without names of values and places."""
    steps = [
        (step.verb.name, step.target and step.target.kind, step.approval, step.via, step.use, sorted(step.beside))
        for step in automation.steps
        if "verb" not in step.misread
    ]
    return (
        automation.trigger.event.name,
        automation.ignore,
        bool(automation.only_from),
        automation.once_per,
        steps,
    )


def places_of(finding: Finding) -> list[Span]:
    """Its own place, and those of whatever else it is told of in the same words."""
    others = (each.span for each in finding.related if each.label.startswith(THE_SAME))
    return list(dict.fromkeys((finding.span, *others)))


def writable(automation: Automation) -> bool:
    return any("verb" not in step.misread and step.verb.name != "generate" for step in automation.steps)


@pytest.mark.parametrize("case", CASES)
def test_a_workflow_means_this_setup(case: str) -> None:
    project = project_of(case)
    (coverage,) = project.coverage.values()
    written = "\n".join(write(project.setup, coverage)) + "\n"
    assert written == setup_of(case)


@pytest.mark.parametrize("case", CASES)
def test_what_is_written_is_read_as_the_same(case: str) -> None:
    again = read_text("setup.yml", setup_of(case))
    assert [each.message for each in again.problems] == told(case).get("to_say", [])
    meant = [shape(each) for each in project_of(case).setup.automations if writable(each)]
    assert [shape(each) for each in again.setup.automations] == meant


@pytest.mark.parametrize("case", CASES)
def test_what_is_found_stands_where_it_is_meant(case: str) -> None:
    report = judged(project_of(case), Request(()))
    grave = [each for each in report.findings if each.severity != "info"]
    places = ((each.rule, span) for each in grave for span in places_of(each))
    assert sorted(f"{rule} {span.line}:{span.column}" for rule, span in places) == told(case)["found"]


@pytest.mark.parametrize("case", CASES)
def test_so_much_is_understood(case: str) -> None:
    (coverage,) = project_of(case).coverage.values()
    missed = {part.called: part.reason for part in coverage.parts if part.outcome == "not-understood"}
    assert f"{coverage.understood} of {len(coverage.parts)}" == told(case)["understood"]
    assert missed == told(case).get("missed", {})
