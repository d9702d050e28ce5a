"""How imported workflows agree with what people said of them: ``python -m tools.labels [FOLDER]``.

The folder holds exports and ``labels.json`` beside the project, of which nothing is copied here. Which rules mean which
label was written down before the first run, in ``tests/readers/n8n/label_rules.json``.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from os.path import dirname, join
from typing import Any, NamedTuple

from sociable.findings.report import Report
from sociable.pipeline import Request, judged
from sociable.project.load import load
from sociable.setup.model import Setup

PROJECT = dirname(dirname(__file__))
FOLDER = join(PROJECT, "../shared/corpus/n8n")
DAMAGED = frozenset(("10321", "3104", "6544", "6766", "7217"))
"""Exports that lost what was set in their nodes: labels speak of what only their names tell."""

_NO_RULE = frozenset(("cross-post",))
_NO_VERB = "other"
_ASKED = {"dead-end-reply": "who reads what people write back to", "bulk-message": "have agreed to"}
"""What `open-facts` says where a label rests on a fact that no export holds."""

_SAME_EVENT = {
    "manual": {"started"},
    "form": {"started", "opted_in"},
    "chat": {"started", "chatted"},
    "sub_workflow": {"called"},
}
_SAME_VERB = {
    "comment": {"comment", "reply"},
    "reply": {"comment", "reply"},
    "notify": {"notify", "ask"},
    "invite": {"invite", "connect"},
}
_ANYWHERE = frozenset(("notify", "store"))
"""Verbs of which it does not matter on which platform they are done."""


class Figures(NamedTuple):
    """What was counted. ``told``, ``asked`` and ``missed`` are yes-labels as (workflow, label).

    ``right`` and ``wrong`` are findings as (workflow, rule, severity); what the label calls unclear is in neither.
    ``infos`` counts the hints by workflow as people see them, one that names several rules once, `open-facts` left out.
    """

    events: Counter[bool]
    outward: Counter[bool]
    told: list[tuple[str, str]]
    asked: list[tuple[str, str]]
    missed: list[tuple[str, str]]
    right: list[tuple[str, str, str]]
    wrong: list[tuple[str, str, str]]
    infos: Counter[str]


def measured(folder: str = FOLDER) -> Figures:
    """Judge all workflows of a folder that are not damaged, each by itself, and compare."""
    figures = Figures(Counter(), Counter(), [], [], [], [], [], Counter())
    with open(join(folder, "labels.json"), encoding="utf-8") as file:
        labelled = [each for each in json.load(file) if each["id"] not in DAMAGED]
    rules = meant()
    for label in labelled:
        project = load((join(folder, f"{label['id']}.json"),))
        _count_setup(figures, label, project.setup)
        _count_findings(figures, label, judged(project, Request(())), rules)
    return figures


def meant() -> dict[str, list[str]]:
    """The rules that mean each label."""
    with open(join(PROJECT, "tests/readers/n8n/label_rules.json"), encoding="utf-8") as file:
        found: dict[str, list[str]] = json.load(file)
    return found


def _count_setup(figures: Figures, label: dict[str, Any], setup: Setup) -> None:
    event = label["trigger"]["event"]
    events = {each.trigger.event.name for each in setup.automations}
    if event != "unclear":
        figures.events[not events.isdisjoint(_SAME_EVENT.get(event, {event}))] += 1
    done = set(_done(setup))
    for platform, verb in label["outward"]:
        if _NO_VERB not in (platform, verb):
            figures.outward[_is_done(platform, verb, done)] += 1


def _done(setup: Setup) -> Iterator[tuple[str, str]]:
    platforms = {each.id.name: each.platform for each in setup.accounts}
    for automation in setup.automations:
        for account in automation.accounts:
            yield from ((platforms[account.name], step.verb.name) for step in automation.steps)


def _is_done(platform: str, verb: str, done: Iterable[tuple[str, str]]) -> bool:
    same = _SAME_VERB.get(verb, {verb})
    return any(each in same and (verb in _ANYWHERE or where == platform) for where, each in done)


def _count_findings(figures: Figures, label: dict[str, Any], report: Report, rules: dict[str, list[str]]) -> None:
    name, verdicts = label["id"], {each: found["verdict"] for each, found in label["labels"].items()}
    told = {rule: each.severity for each in report.findings for rule in (each.rule, *each.also)}
    figures.infos[name] = sum(each.severity == "info" and each.rule != "open-facts" for each in report.findings)
    asked = " ".join(member.message for each in report.findings if each.rule == "open-facts" for member in each.members)
    for each, verdict in verdicts.items():
        if verdict == "yes" and each not in _NO_RULE:
            is_told = any(rule in told for rule in rules[each])
            is_asked = each in _ASKED and _ASKED[each] in asked
            (figures.told if is_told else figures.asked if is_asked else figures.missed).append((name, each))
    for rule, severity in told.items():
        if rule != "open-facts":
            found = {verdicts.get(each, "no") for each, names in rules.items() if rule in names}
            if "yes" in found:
                figures.right.append((name, rule, severity))
            elif found == {"no"}:
                figures.wrong.append((name, rule, severity))


def main(folder: str = FOLDER) -> None:
    found = measured(folder)
    labels = len(found.told) + len(found.asked) + len(found.missed)
    print(f"events {found.events[True]} of {found.events.total()}")
    print(f"outward {found.outward[True]} of {found.outward.total()}")
    print(f"yes-labels {labels}: told {len(found.told)}, asked for in open-facts {len(found.asked)}")
    for each in sorted(meant()):
        counts = [sum(label == each for _, label in group) for group in (found.told, found.asked, found.missed)]
        if any(counts):
            print(f"  {each}: told {counts[0]}, asked {counts[1]}, missed {counts[2]}")
    for severities in (("error", "warning"), ("info",)):
        right, wrong = ([each for each in group if each[2] in severities] for group in (found.right, found.wrong))
        print(f"{' and '.join(severities)}: right {len(right)}, wrong {len(wrong)} {wrong}")
    print(f"missed {found.missed}")
    print(f"more than one info {[name for name, count in found.infos.items() if count > 1]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
