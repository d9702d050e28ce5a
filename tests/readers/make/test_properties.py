"""What must not matter in blueprints: modules that do nothing, names. And files that mean harm end in a message."""

import json
from os import listdir
from os.path import dirname, join
from typing import Any

import pytest
from sociable.pipeline import Request, judged
from sociable.project.load import read_text

CASES = join(dirname(__file__), "cases")


def blueprint(case: str) -> dict[str, Any]:
    with open(join(CASES, case, "flow.json"), encoding="utf-8") as file:
        found: dict[str, Any] = json.load(file)
    return found


def said(flow: Any) -> list[tuple[str, str]]:
    report = judged(read_text("flow.json", json.dumps(flow)), Request(()))
    return sorted((each.rule, each.severity) for each in report.findings)


@pytest.mark.parametrize("case", sorted(listdir(CASES)))
def test_modules_that_do_nothing_do_not_matter(case: str) -> None:
    flow = blueprint(case)
    before = said(flow)
    flow["flow"].append({"id": 900, "module": "json:ParseJSON", "version": 1, "parameters": {}, "mapper": {}})
    assert said(flow) == before


@pytest.mark.parametrize("case", sorted(listdir(CASES)))
def test_the_name_of_the_scenario_is_only_a_name(case: str) -> None:
    flow = blueprint(case)
    assert said({**flow, "name": "Another name"}) == said(flow)


def _deep(levels: int) -> dict[str, Any]:
    module: dict[str, Any] = {"id": 1, "module": "builtin:BasicRouter", "routes": []}
    for number in range(levels):
        module = {"id": number + 2, "module": "builtin:BasicRouter", "routes": [{"flow": [module]}]}
    return {"name": "Deep", "flow": [module]}


HOSTILE: dict[str, Any] = {
    "modules that are no objects": {"name": "a", "flow": [None, 3, "a"]},
    "routes that are odd": {"flow": [{"id": 1, "module": "builtin:BasicRouter", "routes": [None, {"flow": 3}, 4]}]},
    "one id twice": {
        "flow": [{"id": 1, "module": "rss:TriggerNewArticle"}, {"id": 1, "module": "twitter:CreateATweet"}]
    },
    "a mapper that is a list": {"flow": [{"id": 1, "module": "twitter:CreateATweet", "mapper": [1, 2]}]},
    "braces without end": {"flow": [{"id": 1, "module": "twitter:CreateATweet", "mapper": {"text": "{{" * 50_000}}]},
    "a module that is filled by itself": {
        "flow": [{"id": 1, "module": "twitter:CreateATweet", "mapper": {"text": "{{1.text}}"}}]
    },
    "routers in routers": _deep(20),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_odd_files_are_read_all_the_same(name: str) -> None:
    project = read_text("flow.json", json.dumps(HOSTILE[name]))
    assert all("internal error" not in each.message for each in project.problems)


def test_ten_thousand_modules_are_read() -> None:
    flow = [{"id": number, "module": "util:SetVariables", "mapper": {}} for number in range(2, 10_000)]
    flow = [{"id": 1, "module": "rss:TriggerNewArticle"}, *flow, {"id": 10_000, "module": "twitter:CreateATweet"}]
    project = read_text("flow.json", json.dumps({"name": "Long", "flow": flow}))
    assert project.problems == ()
