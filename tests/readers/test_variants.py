"""Flows of one shape on other platforms than the samples: whatever the platform, the same is found at the same node."""

from os.path import dirname, join

import pytest
import yaml
from sociable.findings.finding import Finding
from sociable.pipeline import Request, check

HERE = join(dirname(__file__), "variants")

with open(join(HERE, "verdicts.yml"), encoding="utf-8") as file:
    VERDICTS = yaml.load(file, yaml.CSafeLoader)


def told(finding: Finding, *rules: str) -> set[str]:
    """The rules, with each node that the finding is about."""
    return {f"{rule} {each.origin.called}" for rule in (finding.rule, *rules) for each in finding.members}


@pytest.mark.parametrize("name", VERDICTS)
def test_another_platform_changes_nothing(name: str) -> None:
    found = check(Request((join(HERE, f"{name}.json"),))).findings
    due = set(VERDICTS[name])
    assert due <= set().union(*(told(each, *each.also) for each in found))
    assert set().union(*(told(each) for each in found if each.severity != "info")) <= due
