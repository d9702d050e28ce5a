"""What can set off what, automation by automation.

Where many can set off the same many, an arrow from each to each would bury what matters. So doings
that reach the same automations are kept together: a link leads from all of them to all of these.
"""

from collections.abc import Hashable, Iterator

from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from sociable.graph.alike_accounts import Kind, Kinds, kinds, sort_of
from sociable.graph.doings_and_ears import Doing, Ear, Ears, by_automation, doings_of, ears_of, reached
from sociable.graph.reactions import reactions, without_own
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
    doings, ears = doings_of(edges), ears_of(facts, edges)
    alike: dict[tuple[str, bool, frozenset[AutomationFacts]], list[StepFacts]] = {}
    for doing, started in _started(doings, ears):
        alike.setdefault((doing.event, doing.how == "self", started), []).append(doing.step)
    order = {automation: number for number, automation in enumerate(facts.automations)}
    found = [
        Link(event, within, tuple(dict.fromkeys(steps)), tuple(sorted(started, key=order.__getitem__)))
        for (event, within, started), steps in alike.items()
    ]
    return [link for link in map(_only_reached, found) if link.automations]


def _only_reached(link: Link) -> Link:
    """The link without automations that only their own accounts would set off."""
    accounts = {step.account for step in link.steps}
    alone = accounts.pop() if len(accounts) == 1 and not link.within else None
    return link._replace(automations=tuple(each for each in link.automations if each.account is not alone))


class _Reach(Record):
    """What the doings of one sort start on accounts of one kind; ``own``: their own account takes part at all.

    ``with_own``: what they start on their own account is in it already.
    """

    started: frozenset[AutomationFacts]
    own: bool
    with_own: bool


def _started(doings: list[Doing], ears: Ears) -> Iterator[tuple[Doing, frozenset[AutomationFacts]]]:
    """What each doing starts: found out for a few accounts of each kind, and then true of all of that kind.

    With that on its own account, which it does not reach, so that accounts that do alike are told as one.
    """
    sorted_by, ear_of = kinds(doings, ears), by_automation(ears)
    few = sorted_by.examples()
    some = [doing for doing in doings if doing.step.account in few]
    heard = _heard_by_kind(sorted_by, ears)
    known: dict[tuple[Kind, Hashable], _Reach] = {}
    for doing, accounts in reached(some, {account: own for account, own in ears.items() if account in few}).items():
        known.setdefault(
            (sorted_by.of[doing.step.account], sort_of(doing, ear_of)), _reach(doing, accounts, sorted_by, heard)
        )
    for doing in doings:
        reach = known[sorted_by.of[doing.step.account], sort_of(doing, ear_of)]
        yield doing, reach.started if reach.with_own or not reach.own else _with_own(doing, reach.started, ears)


_Heard = dict[tuple[Kind, str], list[tuple[Ear, list[AutomationFacts]]]]
"""For a kind of accounts and an event: an ear of each sort, and all automations of the kind with such a one."""


def _heard_by_kind(sorted_by: Kinds, ears: Ears) -> _Heard:
    found: dict[tuple[Kind, str], dict[Hashable, tuple[Ear, list[AutomationFacts]]]] = {}
    for account, heard in ears.items():
        for event, own in heard.items():
            sorts = found.setdefault((sorted_by.of[account], event), {})
            for ear in own:
                sorts.setdefault(ear.kind, (ear, []))[1].append(ear.edge.automation)
    return {where: list(sorts.values()) for where, sorts in found.items()}


def _reach(doing: Doing, accounts: set[AccountFacts], sorted_by: Kinds, heard: _Heard) -> _Reach:
    """What a doing starts, which reaches these accounts and with them, unless only its own, all of their kinds."""
    others = () if doing.how == "self" else accounts
    reaches = dict.fromkeys(sorted_by.of[each] for each in others if each in sorted_by.of)
    started = frozenset(
        automation
        for kind in reaches
        for ear, automations in heard.get((kind, doing.event), ())
        if ear.notices(doing)
        for automation in automations
    )
    return _Reach(started, bool(accounts), sorted_by.of[doing.step.account] in reaches)


def _with_own(doing: Doing, started: frozenset[AutomationFacts], ears: Ears) -> frozenset[AutomationFacts]:
    own = ears.get(doing.step.account, {}).get(doing.event, ())
    noticing = [ear.edge.automation for ear in own if ear.notices(doing)]
    return started.union(noticing) if noticing else started
