"""Automations that nobody could tell apart by their arrows, so that one card can stand for many of them."""

from collections.abc import Iterable

from sociable.drawing.phrases import deed_words
from sociable.facts.facts import AutomationFacts
from sociable.graph.automation_links import Link

Folded = dict[AutomationFacts, tuple[AutomationFacts, ...]]
"""Those that get a card, in order, each with all that it stands for, itself first."""


def unfolded(automations: Iterable[AutomationFacts]) -> Folded:
    """Each for itself."""
    return {automation: (automation,) for automation in automations}


def folded(automations: Iterable[AutomationFacts], links: list[Link]) -> Folded:
    """Those of one account that do the same, and set off and are set off by the same, stand on one card."""
    ends: dict[AutomationFacts, set[tuple[int, str]]] = {}
    for number, link in enumerate(links):
        for step in link.steps:
            ends.setdefault(step.automation, set()).add((number, deed_words(step)))
        for automation in link.automations:
            ends.setdefault(automation, set()).add((number, ""))
    alike: dict[object, list[AutomationFacts]] = {}
    for automation in automations:
        deeds = tuple((deed_words(step), step.approved) for step in automation.steps)
        arrows = frozenset(ends.get(automation, ()))
        alike.setdefault((automation.account, deeds, arrows), []).append(automation)
    return {group[0]: tuple(group) for group in alike.values()}
