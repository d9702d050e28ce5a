"""What can set off what, automation by automation.

Where many can set off the same many, an arrow from each to each would bury what matters. So doings
that reach the same automations are kept together: a link leads from all of them to all of these.
"""

from collections.abc import Iterator

from sociable.facts.claims import may_hold
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts, StepFacts
from sociable.facts.provenance import Said
from sociable.graph.brakes import ignores_own
from sociable.graph.reactions import (
    Reaction,
    by_name,
    listening,
    listens_to,
    reactions,
    watched_elsewhere,
    without_own,
)
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


class _Doing(Record):
    """What a step brings about, however it was started; ``said`` is what is known of its words."""

    step: StepFacts
    event: str
    how: str
    to: AccountFacts | None
    said: Said


class _Ear(Record):
    """An automation that waits for an event, perhaps ``picky`` about who is behind it.

    ``elsewhere`` are the accounts on other platforms that it watches.
    """

    edge: Reaction
    picky: bool
    elsewhere: frozenset[AccountFacts]

    def notices(self, doing: _Doing) -> bool:
        """Whether it takes notice of what is done at its account."""
        if not self.edge.transition.words.fit(doing.said):
            return False
        account = doing.step.account
        if account.platform != self.edge.platform and account not in self.elsewhere:
            return False
        return not self.picky or listens_to(self.edge, account)


_Ears = dict[AccountFacts, dict[str, list[_Ear]]]
"""Who waits, by account and event."""

_Reached = dict[_Doing, set[AccountFacts]]
"""The accounts of ours at which each doing can happen."""


def links(facts: Facts) -> list[Link]:
    """Every link of a setup, in file order. What a brake cuts is in none."""
    edges = without_own(reactions(facts))
    doings = dict.fromkeys(
        _Doing(edge.step, edge.transition.emits, edge.transition.how, edge.to, edge.said) for edge in edges
    )
    ears = _ears(facts, edges)
    alike: dict[tuple[str, bool, frozenset[AutomationFacts]], list[StepFacts]] = {}
    for doing, accounts in _reached(list(doings), ears).items():
        # With those of its own account, which it does not reach, so that accounts that do alike are told as one.
        noticing = {*accounts, doing.step.account} if accounts else set()
        started = frozenset(
            ear.edge.automation
            for account in noticing
            for ear in ears.get(account, {}).get(doing.event, ())
            if ear.notices(doing)
        )
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


def _ears(facts: Facts, edges: list[Reaction]) -> _Ears:
    waiting: dict[tuple[AutomationFacts, str], Reaction] = {}
    for automation in facts.automations:
        if automation.steps and may_hold(automation.model.guards):
            # One that does nothing to anybody is no reaction, and can be set off all the same.
            waiting[automation, automation.event.name] = listening(automation)
    for edge in edges:
        waiting.setdefault((edge.automation, edge.transition.hears), edge)
    found: _Ears = {}
    named = by_name(facts.accounts)
    for (automation, event), edge in waiting.items():
        if not ignores_own(automation):
            ear = _Ear(edge, edge.is_choosy, frozenset(watched_elsewhere(edge, named)))
            found.setdefault(automation.account, {}).setdefault(event, []).append(ear)
    return found


def _reached(doings: list[_Doing], ears: _Ears) -> _Reached:
    """An answer reaches whoever of ours can do what it answers, which may itself be an answer.

    So all answers are assumed to reach everybody first. Then those are taken away that nothing supports,
    until everything that is left is supported by what is left.
    """
    reached = _reached_at_most(doings, ears)
    done_by: dict[tuple[AccountFacts, str], list[_Doing]] = {}
    for doing in doings:
        done_by.setdefault((doing.step.account, doing.event), []).append(doing)
    ear_of = {
        (ear.edge.automation, event): ear for heard in ears.values() for event, own in heard.items() for ear in own
    }
    answers = [doing for doing in doings if doing.how == "back"]
    while True:
        unsupported = {answer: _unsupported(answer, reached, done_by, ear_of) for answer in answers}
        if not any(unsupported.values()):
            return reached
        for answer, accounts in unsupported.items():
            reached[answer] -= accounts


def _reached_at_most(doings: list[_Doing], ears: _Ears) -> _Reached:
    """The accounts at which each doing happens, if answers reach everybody who waits for the like."""
    hearing: dict[tuple[str, str], set[AccountFacts]] = {}
    watching: dict[tuple[AccountFacts, str], set[AccountFacts]] = {}
    for account, heard in ears.items():
        for event, waiting in heard.items():
            hearing.setdefault((account.platform, event), set()).add(account)
            for watched in (each for ear in waiting for each in ear.elsewhere):
                watching.setdefault((watched, event), set()).add(account)
    reached: _Reached = {}
    for doing in doings:
        account = doing.step.account
        if doing.how == "self":
            reached[doing] = {account}
            continue
        everybody = hearing.get((account.platform, doing.event), set())
        if doing.how == "any":
            everybody = everybody | watching.get((account, doing.event), set())
        reached[doing] = ({doing.to} if doing.to is not None else everybody) - {account}
    return reached


def _unsupported(
    answer: _Doing,
    reached: _Reached,
    done_by: dict[tuple[AccountFacts, str], list[_Doing]],
    ear_of: dict[tuple[AutomationFacts, str], _Ear],
) -> set[AccountFacts]:
    """Those of the accounts an answer reaches that can do nothing to be answered."""
    me, event = answer.step.account, answer.step.automation.event.name
    own = ear_of.get((answer.step.automation, event))
    if own is None:
        return set(reached[answer])
    return {
        account
        for account in reached[answer]
        if not any(me in reached[doing] and own.notices(doing) for doing in done_by.get((account, event), ()))
    }
