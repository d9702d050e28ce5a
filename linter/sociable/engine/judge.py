"""The rules of a rulebook over the facts of a setup."""

from collections.abc import Iterable, Iterator

from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.domains import Things
from sociable.engine.merging import merged
from sociable.engine.misread import misread
from sociable.engine.subsumption import Subsumption, Told
from sociable.facts.facts import Facts
from sociable.findings.finding import Finding


def judge(facts: Facts, rules: Iterable[CompiledRule]) -> list[Finding]:
    """What the rules find, in no particular order; alike findings on several accounts are one.

    Of one step, a rule is told only if none that subsumes it is.
    """
    return [
        finding
        for sifted in verdicts(facts, rules)
        for finding in merged(told.hit for told in sifted if not told.instead)
    ]


def verdicts(facts: Facts, rules: Iterable[CompiledRule]) -> Iterator[Iterator[Told]]:
    """The hits of each rule, told or not; to be gone through in this order, one after the other."""
    domains, doubtful = Things(facts), misread(facts)
    compiled = list(rules)
    subsumption = Subsumption(rule.rule for rule in compiled)
    for rule in sorted(compiled, key=lambda each: subsumption.rank(each.rule.name)):
        yield subsumption.sifted(rule.rule.name, rule.hits(domains, doubtful))
