"""Several rules at one step for one reason: the gravest is told and names the others.

A rule's page says which habits of a machine it is about. A finding is left out where a graver one that shares a
habit with it speaks of the same things; of two that are as grave, the surer, then the first by name, is told.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping

from sociable.engine.merging import Merged
from sociable.findings.finding import CONFIDENCES, SEVERITIES, Finding, Member
from sociable.findings.members import retold


def one_a_habit(found: Iterable[Merged], habits: Mapping[str, Collection[str]]) -> list[Finding]:
    """The findings that are told, each with the rules that it is told instead of.

    One on several accounts is told of those on which no other is told instead.
    """
    told: list[tuple[Finding, frozenset[Hashable]]] = []
    also: dict[int, set[str]] = {}
    first_at: dict[tuple[Hashable, str], list[int]] = {}
    for each in sorted(found, key=_gravest_first):
        rule, own = each.finding.rule, habits.get(each.finding.rule, ())
        left: list[tuple[tuple[Hashable, ...], tuple[Member, ...]]] = []
        for things, members in each.parts:
            known = (number for thing in things for habit in own for number in first_at.get((thing, habit), ()))
            leader = next((number for number in known if told[number][1].issuperset(things)), None)
            if leader is None or told[leader][0].rule == rule:
                left.append((things, members))
            else:
                also.setdefault(leader, set()).update((rule, *each.finding.also))
        if not left:
            continue
        spoken_of = frozenset(thing for things, _ in left for thing in things)
        for thing in spoken_of:
            for habit in own:
                first_at.setdefault((thing, habit), []).append(len(told))
        finding = retold(each.finding, [member for _, members in left for member in members])
        told.append((finding, spoken_of))
    return [_naming(finding, also.get(number)) for number, (finding, _) in enumerate(told)]


def _naming(finding: Finding, also: Collection[str] | None) -> Finding:
    return finding._replace(also=tuple(sorted({*finding.also, *also} - {finding.rule}))) if also else finding


def _gravest_first(merged: Merged) -> tuple[int, int, str]:
    finding = merged.finding
    return -SEVERITIES.index(finding.severity), -CONFIDENCES.index(finding.confidence), finding.rule
