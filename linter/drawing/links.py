"""What can set off what, automation by automation.

Where many can set off the same many, an arrow from each to each would bury what matters. So doings
that reach the same automations are kept together: a link leads from all of them to all of these.
"""

from collections.abc import Iterator
from typing import NamedTuple

from linter.causality.behaviours import Behaviour, behaviours, listens_to
from linter.deriving.facts import AccountFacts, AutomationFacts, Facts, StepFacts


class Link(NamedTuple):
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


class _Doing(NamedTuple):
    """What a step brings about, however it was started; ``edge`` is one of its behaviours."""

    step: StepFacts
    event: str
    how: str
    to: AccountFacts | None


_Doings = dict[_Doing, Behaviour]


def links(facts: Facts) -> list[Link]:
    """Every link of a setup, in file order. What a brake cuts is in none."""
    edges = behaviours(facts, lambda _step: True)
    doings: _Doings = {}
    for edge in edges:
        doings.setdefault(_Doing(edge.step, edge.emits, edge.how, edge.to), edge)
    listeners = _listeners(facts, edges)
    reached = _reached(doings, listeners)
    alike: dict[tuple[str, bool, frozenset[AutomationFacts]], list[StepFacts]] = {}
    for doing, edge in doings.items():
        # With those of its own account, which it does not reach, so that accounts that do alike are told as one.
        noticing = {*reached[doing], doing.step.account} if reached[doing] else set()
        started = frozenset(
            listener.automation
            for account in noticing
            for listener in listeners.get(account, {}).get(doing.event, ())
            if _notices(listener, edge)
        )
        alike.setdefault((doing.event, doing.how == "self", started), []).append(doing.step)
    order = {automation: number for number, automation in enumerate(facts.automations)}
    found = [
        Link(event, within, tuple(dict.fromkeys(steps)), tuple(sorted(started, key=order.__getitem__)))
        for (event, within, started), steps in alike.items()
    ]
    return [link for link in map(_only_reached, found) if link.automations]


def _only_reached(link: Link) -> Link:
    started = {automation for _, automation in link.pairs()}
    return link._replace(automations=tuple(each for each in link.automations if each in started))


_Listeners = dict[AccountFacts, dict[str, list[Behaviour]]]
"""For each account and event, those who wait for it, each as one of its behaviours."""


def _listeners(facts: Facts, edges: list[Behaviour]) -> _Listeners:
    waiting: dict[tuple[AutomationFacts, str], Behaviour] = {}
    for automation in facts.automations:
        if automation.steps:
            # One that does nothing to anybody is no behaviour, and can be set off all the same.
            idle = Behaviour(automation.event.name, "", "self", None, automation, automation.steps[0])
            waiting[automation, idle.hears] = idle
    for edge in edges:
        waiting.setdefault((edge.automation, edge.hears), edge)
    found: _Listeners = {}
    for (automation, event), edge in waiting.items():
        if "own_accounts" not in automation.model.ignore:
            found.setdefault(automation.account, {}).setdefault(event, []).append(edge)
    return found


def _notices(listener: Behaviour, done: Behaviour) -> bool:
    """Whether a listener at the right place takes notice of who did it, and of what was said."""
    words, said = listener.words, done.said
    if words is not None and said is not None and not any(word in said for word in words):
        return False
    return listens_to(listener, done.automation.account)


def _reached(doings: _Doings, listeners: _Listeners) -> dict[_Doing, set[AccountFacts]]:
    """The accounts of ours at which each doing can happen.

    An answer reaches whoever of ours can do what it answers. That depends on answers again: all are
    assumed to be possible first, and those that nothing supports are taken away until all that are left are.
    """
    hearing: dict[tuple[str, str], list[AccountFacts]] = {}
    for account, heard in listeners.items():
        for event in heard:
            hearing.setdefault((account.platform, event), []).append(account)
    reached: dict[_Doing, set[AccountFacts]] = {}
    by_account: dict[tuple[AccountFacts, str], list[_Doing]] = {}
    for doing in doings:
        account = doing.step.account
        by_account.setdefault((account, doing.event), []).append(doing)
        if doing.how == "self":
            reached[doing] = {account}
        elif doing.to is not None:
            reached[doing] = {doing.to} - {account}
        else:
            reached[doing] = {each for each in hearing.get((account.platform, doing.event), ()) if each is not account}
    answers = [doing for doing in doings if doing.how == "back"]
    shrunk = True
    while shrunk:
        shrunk = False
        for answer in answers:
            unsupported = {
                account
                for account in reached[answer]
                if not any(
                    answer.step.account in reached[doing] and _notices(doings[answer], doings[doing])
                    for doing in by_account.get((account, doings[answer].hears), ())
                )
            }
            reached[answer] -= unsupported
            shrunk = shrunk or bool(unsupported)
    return reached
