"""Which automations could not be read in full: of these nobody can say that they are fine."""

from collections.abc import Container, Iterable

from sociable.client_report.findings_in_order.sites_in_files import Sites
from sociable.facts.facts import AutomationFacts, Facts
from sociable.facts.misread_keys import is_misread
from sociable.findings.finding import Finding
from sociable.findings.problem import READING_RULES


def read_in_part(facts: Facts, findings: Iterable[Finding], open_files: Container[str]) -> frozenset[AutomationFacts]:
    """Those with something that reading could not make sense of; ``open_files`` are exports with parts like that."""
    sites = Sites(facts)
    misread = [each for found in findings if found.rule in READING_RULES for each in sites.site(found.span).automations]
    return frozenset(
        (*misread, *(each for each in facts.automations if is_misread(each) or each.span.path in open_files))
    )
