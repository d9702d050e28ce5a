"""Several rules at one step for one reason: the gravest is told and names the others.

A rule's page says which habits of a machine it is about. A finding is left out where a graver one that shares a
habit with it speaks of the same things; of two that are as grave, the surer, then the first by name, is told.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping

from sociable.engine.merging import Merged
from sociable.findings.finding import CONFIDENCES, SEVERITIES, Finding


def one_a_habit(found: Iterable[Merged], habits: Mapping[str, Collection[str]]) -> list[Finding]:
    """The findings that are told, each with the rules that it is told instead of."""
    told: list[Merged] = []
    also: dict[int, set[str]] = {}
    first_at: dict[tuple[Hashable, str], list[int]] = {}
    for each in sorted(found, key=_gravest_first):
        own = habits.get(each.finding.rule, ())
        known = (number for thing in each.things for habit in own for number in first_at.get((thing, habit), ()))
        leader = next((number for number in known if each.things <= told[number].things), None)
        if leader is not None and told[leader].finding.rule != each.finding.rule:
            also.setdefault(leader, set()).update((each.finding.rule, *each.finding.also))
            continue
        for thing in each.things:
            for habit in own:
                first_at.setdefault((thing, habit), []).append(len(told))
        told.append(each)
    return [_naming(each.finding, also.get(number)) for number, each in enumerate(told)]


def _naming(finding: Finding, also: Collection[str] | None) -> Finding:
    return finding._replace(also=tuple(sorted({*finding.also, *also} - {finding.rule}))) if also else finding


def _gravest_first(merged: Merged) -> tuple[int, int, str]:
    finding = merged.finding
    return -SEVERITIES.index(finding.severity), -CONFIDENCES.index(finding.confidence), finding.rule
