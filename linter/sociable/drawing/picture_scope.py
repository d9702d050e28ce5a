"""Which automations a picture shows: all of them, or of many those that matter."""

from collections.abc import Iterable, Sequence

from sociable.errors import NotThere
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts
from sociable.graph.automation_links import Link
from sociable.graph.loops import Loop
from sociable.records.record import Record
from sociable.text.suggest import did_you_mean
from sociable.text.wording import counted

LARGE = 60
"""Automations up to which a picture shows all."""

NEAR = 2
"""Arrows between what is asked for and the furthest that is shown with it."""


class Why(Record):
    """Why automations are not shown: what is said of one, and of several."""

    one: str
    several: str


ALONE = Why("touches nobody else here", "touch nobody else here")
FAR = Why("is further away", "are further away")
ON_NO_LOOP = Why("is on no loop", "are on no loop")


class Wanted(Record):
    """What to show: with ``around``, the id of an account or automation, only what is near it."""

    around: str = ""
    only_loops: bool = False


class Scope(Record):
    """The automations to show, and why the others are not; ``None`` if all are shown."""

    shown: frozenset[AutomationFacts]
    why_not: Why | None

    def shows(self, account: AccountFacts) -> bool:
        return self.why_not is None or not self.shown.isdisjoint(account.automations)

    def left_out_on(self, account: AccountFacts) -> str:
        """How many automations of an account that is shown are not; empty if none."""
        hidden = sum(1 for automation in account.automations if automation not in self.shown)
        return f"and {hidden} more that {self._why(hidden)}" if hidden else ""

    def left_out(self, facts: Facts) -> str:
        """How much is left out altogether; empty if nothing."""
        hidden = [automation for automation in facts.automations if automation not in self.shown]
        if not hidden:
            return ""
        gone = [account for account in {automation.account for automation in hidden} if not self.shows(account)]
        accounts = f", among them all of {counted(len(gone), 'account')}" if gone else ""
        return f"Left out: {counted(len(hidden), 'automation')} that {self._why(len(hidden))}{accounts}."

    def _why(self, count: int) -> str:
        assert self.why_not is not None, "something is left out"
        return self.why_not.one if count == 1 else self.why_not.several


def choose(facts: Facts, links: Sequence[Link], loops: Iterable[Loop], wanted: Wanted) -> Scope:
    """What to show of a setup. Raises ``NotThere``."""
    everything = frozenset(facts.automations)
    shown, why_not = everything, None
    if wanted.around:
        shown, why_not = frozenset(_near(_named(facts, wanted.around), links)), FAR
    elif len(everything) > LARGE:
        shown, why_not = frozenset(each for link in links for each in _linked(link)), ALONE
    if wanted.only_loops:
        shown &= {automation for loop in loops for automation in loop.automations}
        why_not = ON_NO_LOOP if not wanted.around else Why("is on no loop near it", "are on no loop near it")
    return Scope(shown, why_not)


def _named(facts: Facts, name: str) -> list[AutomationFacts]:
    """The automations of the account, or on all accounts the automation, with this id."""
    found = [each for each in facts.automations if name in (each.id, each.account.id)]
    if found:
        return found
    if name in facts.by_id:
        raise NotThere(f"the account `{name}` has no automation that is switched on.")
    automations = [automation.id.name for automation in facts.setup.automations]
    if name in automations:
        raise NotThere(f"the automation `{name}` is switched off, so it sets off nothing.")
    hint = did_you_mean(name, [*facts.by_id, *automations])
    raise NotThere(f"there is no account or automation `{name}`. {hint}".strip())


def _near(starts: list[AutomationFacts], links: Sequence[Link]) -> set[AutomationFacts]:
    """Those and all at most ``NEAR`` arrows away from them, in either direction."""
    near = set(starts)
    furthest = near
    for _ in range(NEAR):
        furthest = {other for link in links for other in _beyond(link, furthest)} - near
        near = near | furthest
    return near


def _linked(link: Link) -> dict[AutomationFacts, None]:
    return dict.fromkeys((*(step.automation for step in link.steps), *link.automations))


def _beyond(link: Link, near: set[AutomationFacts]) -> set[AutomationFacts]:
    """Those at the other end of the arrows of a link that begin or end at one of these."""
    act = {step.automation for step in link.steps}
    after = _across(link, near & act, link.automations)
    return after | _across(link, near.intersection(link.automations), act)


def _across(link: Link, ends: Iterable[AutomationFacts], others: Iterable[AutomationFacts]) -> set[AutomationFacts]:
    """Those of the others to whom, or from whom, an arrow of the link joins one of these ends."""
    accounts = {each.account for each in ends}
    return {each for each in others if accounts and (link.within or accounts != {each.account})}
