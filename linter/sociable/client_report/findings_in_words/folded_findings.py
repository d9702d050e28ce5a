"""What was found of the same and is told under something graver, in its own words."""

from collections.abc import Callable, Iterable, Mapping

from sociable.client_report.findings_in_order.automations_behind import Doers
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.wording.plain_words import in_plain_words
from sociable.findings.finding import Finding

OfRule = Callable[[str], Iterable[Finding]]


def folded_findings(numbering: Numbering, of_rule: OfRule) -> Mapping[int, Mapping[str, Finding]]:
    """By number and rule: each rule that a finding names is asked alone what it says of the same automations."""
    naming = {number: each.also for number, each in numbering.numbered() if each.also}
    doers = Doers(numbering.facts.automations)
    alone: dict[str, dict[object, Finding]] = {}
    for rule in dict.fromkeys(rule for also in naming.values() for rule in also):
        by_thing: dict[object, Finding] = {}
        for each in of_rule(rule):
            for thing in doers.of(each):
                by_thing.setdefault(thing, in_plain_words(each, numbering.plain))
        alone[rule] = by_thing
    return {
        number: {
            rule: alone[rule][thing]
            for rule in also
            for thing in numbering.automations_of(number)[:1]
            if thing in alone[rule]
        }
        for number, also in naming.items()
    }
