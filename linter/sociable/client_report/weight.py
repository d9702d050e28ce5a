"""What weighs most of what is equally grave: what never ends, what laws speak against, what most people see."""

from collections.abc import Iterable, Mapping, Sequence

from sociable.facts.facts import AutomationFacts
from sociable.findings.finding import Finding
from sociable.vocabulary.values import AUDIENCES

Weight = tuple[bool, bool, int, bool]
"""The least first: whether it ends by itself, whether no law is cited, minus its reach, whether it is no loop."""

_REACHES = (*reversed(AUDIENCES),)
"""Who notices a step, from the fewest to the most."""


def weight_of(finding: Finding, automations: Iterable[AutomationFacts]) -> Weight:
    """How much one finding weighs that these ``automations`` do."""
    reach = max((_REACHES.index(step.audience) for each in automations for step in each.steps), default=0)
    return not is_endless(finding), not (finding.laws or finding.laws_if), -reach, finding.loop is None


def done_by(finding: Finding, automations: Mapping[str, Sequence[AutomationFacts]]) -> list[AutomationFacts]:
    """The automations that do what was found, on the accounts that it is about."""
    subjects = dict.fromkeys(finding.subjects)
    return [each for name in subjects for each in automations.get(name, ()) if each.account.id in subjects]


def is_endless(finding: Finding) -> bool:
    """Whether accounts of the setup set each other off for ever: with a stranger's machine it takes that one too."""
    loop = finding.loop
    return loop is not None and loop.certainty != "mirror" and loop.verdict != "settles" and not loop.stops_after
