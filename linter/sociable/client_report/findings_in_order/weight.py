"""What weighs most of what is equally grave: what never ends, what laws speak against, what most people see."""

from collections.abc import Iterable

from sociable.facts.facts import AutomationFacts
from sociable.findings.finding import SEVERITIES, Finding
from sociable.sources.library import library
from sociable.vocabulary.values import AUDIENCES

Weight = tuple[bool, bool, bool, int, bool]
"""The least first: whether it ends by itself, whether no law is cited, and none on what belongs to people, minus its
reach, whether it is no loop."""

_REACHES = (*reversed(AUDIENCES),)
"""Who notices a step, from the fewest to the most."""

TO_CHANGE = SEVERITIES.index("warning")
"""The place of the least severity for which something has to change."""


def reach_of(automation: AutomationFacts) -> int:
    """How many people notice what it does, as far as kinds of audiences can say."""
    return max((_REACHES.index(step.audience) for step in automation.steps), default=0)


def weight_of(finding: Finding, reaches: Iterable[int]) -> Weight:
    """How much one finding weighs of which the automations have these ``reaches``."""
    reach = max(reaches, default=0)
    lawless = not (finding.laws or finding.laws_if)
    return not is_endless(finding), lawless, not is_about_peoples_data(finding), -reach, finding.loop is None


def is_endless(finding: Finding) -> bool:
    """Whether accounts of the setup set each other off for ever: with a stranger's machine it takes that one too."""
    loop = finding.loop
    return loop is not None and not loop.takes_a_stranger and loop.verdict != "settles" and not loop.stops_after


def settles(finding: Finding) -> bool:
    """Whether it is no loop that goes on until somebody or a brake ends it."""
    return finding.loop is None or finding.loop.verdict == "settles"


def is_pressing(finding: Finding) -> bool:
    """Whether it is to stop until people have looked: an error, and what only gets worse while they talk about it."""
    if finding.severity == SEVERITIES[-1]:
        return True
    grave = SEVERITIES.index(finding.severity) >= TO_CHANGE
    grows_meanwhile = finding.loop is not None and is_endless(finding) and not finding.loop.is_slow
    return grave and (grows_meanwhile or is_about_peoples_data(finding))


def is_about_peoples_data(finding: Finding) -> bool:
    """Whether a law on what belongs to people speaks against it, wherever it holds or if readers live there."""
    facts = library().facts
    return any(facts[law.fact].document.protects == "data" for law in (*finding.laws, *finding.laws_if))
