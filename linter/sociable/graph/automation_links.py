"""What can set off what, automation by automation.

Where many can set off the same many, an arrow from each to each would bury what matters. So doings
that reach the same automations are kept together: a link leads from all of them to all of these.
"""

from collections.abc import Iterator

from sociable.facts.facts import AutomationFacts, Facts, StepFacts
from sociable.graph.doings_and_ears import doings_of, ears_of
from sociable.graph.reactions import reactions, without_own
from sociable.graph.started_automations import started
from sociable.records.record import Record


class Link(Record):
    """Each of the steps brings about ``event``, which starts each of the automations.

    ``within``: an account notices what it does itself. Otherwise only the other accounts do.
    """

    event: str
    within: bool
    steps: tuple[StepFacts, ...]
    automations: tuple[AutomationFacts, ...]

    def pairs(self) -> Iterator[tuple[StepFacts, AutomationFacts]]:
        """Each step with each automation that it can set off."""
        for step in self.steps:
            for automation in self.automations:
                if self.within or step.account is not automation.account:
                    yield step, automation


def links(facts: Facts) -> list[Link]:
    """Every link of a setup, in file order. What a brake cuts is in none."""
    edges = without_own(reactions(facts))
    ears = ears_of(facts, edges)
    together: dict[tuple[str, bool, frozenset[AutomationFacts]], list[StepFacts]] = {}
    for doing, automations in started(doings_of(edges, ears), ears):
        together.setdefault((doing.event, doing.how == "self", automations), []).append(doing.step)
    order = {automation: number for number, automation in enumerate(facts.automations)}
    found = [
        Link(event, within, tuple(dict.fromkeys(steps)), tuple(sorted(automations, key=order.__getitem__)))
        for (event, within, automations), steps in together.items()
    ]
    return [link for link in map(_only_reached, found) if link.automations]


def _only_reached(link: Link) -> Link:
    """The link without automations that only their own accounts would set off."""
    accounts = {step.account for step in link.steps}
    alone = accounts.pop() if len(accounts) == 1 and not link.within else None
    return link._replace(automations=tuple(each for each in link.automations if each.account is not alone))
