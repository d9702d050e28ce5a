"""What has a part in a finding that is told of another automation, such as the one that undoes what this one does."""

from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.sites_in_files import Sites
from sociable.facts.facts import AutomationFacts
from sociable.language import ast


def other_halves(numbering: Numbering) -> dict[AutomationFacts, list[int]]:
    """Automations that a finding is about beside the one that it is told of, with the numbers of these findings."""
    halves: dict[AutomationFacts, list[int]] = {}
    sites = Sites(numbering.facts)
    for number, finding in numbering.numbered():
        page = numbering.pages.get(finding.rule)
        if page is None or not any(_is_of_automations(each) for each in page.rule.bindings[1:]):
            continue
        beside = dict.fromkeys(each for related in finding.related for each in sites.site(related.span).automations)
        for each in beside.keys() - set(numbering.automations_of(number)):
            halves.setdefault(each, []).append(number)
    return halves


def _is_of_automations(binding: ast.Binding | ast.Grouping | ast.Pairing) -> bool:
    return isinstance(binding, ast.Binding) and binding.kind == "automation"
