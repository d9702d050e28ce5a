"""The rules of a rulebook over the facts of a setup."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from itertools import chain

from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.domains import Things
from sociable.engine.misread import misread
from sociable.engine.subsumption import Subsumption, Told
from sociable.facts.facts import Facts
from sociable.findings.faults import ByItself
from sociable.findings.finding import Finding
from sociable.records.static import TYPE_CHECKING

if TYPE_CHECKING:
    from sociable.engine.merging import Hit, Merged


def judge(facts: Facts, rules: Collection[CompiledRule], faults: list[str] | None = None) -> list[Finding]:
    """What the rules find, in no particular order; alike findings on several accounts are one.

    Of one step, a rule is told only if none that subsumes it is, nor a graver one about the same habit; what is told
    then names it. What is said in the same words of several nodes of an export is one. With ``faults``, a rule that
    fails is noted there, and keeps no other from being asked.
    """
    found: list[Merged] = []
    left_out: dict[tuple[str, Hashable], list[str]] = {}
    for sifted in verdicts(facts, rules, faults):
        found += _merged(_told(sifted, left_out))
    if not found:
        return []
    from sociable.engine.habits import one_a_habit

    habits = {each.name: each.page.heading.habits for each in rules}
    told = one_a_habit((_naming(each, left_out) for each in found), habits)
    return _folded(told) if any(each.members[0].origin.importer for each in told) else told


def _told(sifted: Iterable[Told], left_out: dict[tuple[str, Hashable], list[str]]) -> "Iterator[Hit]":
    """The hits that are told; what is left out is noted by what is told instead."""
    for hit, instead in sifted:
        if instead:
            left_out.setdefault((instead, hit.thing), []).append(hit.finding.rule)
        else:
            yield hit


def _merged(hits: "Iterator[Hit]") -> "Iterator[Merged]":
    """What hits of a rule come to; most rules have none, and need not know how to put them together."""
    for first in hits:
        from sociable.engine.merging import merged

        yield from merged(chain((first,), hits))


def _folded(findings: list[Finding]) -> list[Finding]:
    from sociable.engine.folding import folded  # files of ours need it not

    return folded(findings)


def _naming(merged: "Merged", left_out: Mapping[tuple[str, Hashable], list[str]]) -> "Merged":
    """A finding with the rules that it is told instead of."""
    keys = ((merged.finding.rule, thing) for thing in merged.things) if left_out else ()
    also = {rule for key in keys for rule in left_out.get(key, ())}
    return merged._replace(finding=merged.finding._replace(also=tuple(sorted(also)))) if also else merged


def verdicts(
    facts: Facts, rules: Collection[CompiledRule], faults: list[str] | None = None
) -> Iterator[Iterator[Told]]:
    """The hits of each rule, told or not; to be gone through in this order, one after the other."""
    asked = {each: (Things(each), misread(each)) for each in {facts.running, facts}}
    subsumption = Subsumption(rule.page.heading for rule in rules)
    for rule in sorted(rules, key=lambda each: subsumption.rank(each.name)):
        hits = rule.hits(*asked[rule.asked_of(facts)])
        yield subsumption.sifted(rule.name, hits if faults is None else _by_itself(rule, hits, faults))


def _by_itself(rule: CompiledRule, hits: "Iterable[Hit]", faults: list[str]) -> "Iterator[Hit]":
    """What a rule finds, up to where a mistake of ours stops it."""
    with ByItself(f"the rule `{rule.name}` ({rule.page.path})", faults):
        for hit in hits:
            if hit.finding.loop is not None and hit.finding.loop.fault:
                faults.append(hit.finding.loop.fault)
            yield hit
