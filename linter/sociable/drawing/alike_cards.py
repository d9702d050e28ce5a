"""Automations and accounts that nobody could tell apart by their arrows, so that one can stand for many of them."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

from sociable.drawing.phrases import deed_words
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.graph.automation_links import Link
from sociable.records.record import Record
from sociable.records.static import TypeVar

T = TypeVar("T")

FEWEST_ALIKE = 10
"""Accounts of a kind that are told and drawn together: fewer are read one by one."""

Arrows = Mapping[AutomationFacts, frozenset[Hashable]]


class Folded(Record):
    """Those that get a card and a box, in order, each with all that it stands for, itself first."""

    automations: Mapping[AutomationFacts, tuple[AutomationFacts, ...]]
    accounts: Mapping[AccountFacts, tuple[AccountFacts, ...]]


def unfolded(automations: Iterable[AutomationFacts]) -> Folded:
    """Each for itself."""
    shown = list(automations)
    return Folded(
        {automation: (automation,) for automation in shown},
        {account: (account,) for account in dict.fromkeys(each.account for each in shown)},
    )


def folded(automations: Iterable[AutomationFacts], links: list[Link]) -> Folded:
    """Those that do the same, and set off and are set off by the same, of one account or of accounts alike in all."""
    shown = list(automations)
    arrows = _arrows(links)
    accounts = _alike_accounts(shown, arrows)
    box_of = {each: first for first, alike in accounts.items() for each in alike}
    alike: dict[Hashable, list[AutomationFacts]] = {}
    for automation in shown:
        alike.setdefault((box_of[automation.account], _kind(automation, arrows)), []).append(automation)
    return Folded({group[0]: tuple(group) for group in alike.values()}, accounts)


def _arrows(links: list[Link]) -> Arrows:
    """At which ends of which links each stands; those that never leave an account are alike on alike accounts."""
    ends: dict[AutomationFacts, set[Hashable]] = {}
    for number, link in enumerate(links):
        own = _within_one(link)
        leads = number if own is None else own
        for step in link.steps:
            ends.setdefault(step.automation, set()).add((leads, deed_words(step)))
        for automation in link.automations:
            ends.setdefault(automation, set()).add((leads, ""))
    return {automation: frozenset(found) for automation, found in ends.items()}


def _within_one(link: Link) -> Hashable | None:
    """A link of one account's doings with its own automations, by which of them they are; nothing for others."""
    involved = dict.fromkeys((*(step.automation for step in link.steps), *link.automations))
    account = next(iter(involved)).account
    if any(each.account is not account for each in involved):
        return None
    places = {each: place for place, each in enumerate(account.automations)}
    started = tuple(places[each] for each in link.automations)
    return link.event, link.within, tuple(places[step.automation] for step in link.steps), started


def _alike_accounts(shown: Iterable[AutomationFacts], arrows: Arrows) -> dict[AccountFacts, tuple[AccountFacts, ...]]:
    """Accounts by the first of their kind, in order; a kind of few is no kind."""
    of_account: dict[AccountFacts, list[AutomationFacts]] = {}
    for automation in shown:
        of_account.setdefault(automation.account, []).append(automation)

    def kind(account: AccountFacts) -> Hashable:
        own = of_account[account]
        does = Counter((each.event.name, _kind(each, arrows)) for each in own)
        return account.platform, len(account.automations) - len(own), frozenset(does.items())

    return {alike[0]: tuple(alike) for alike in alike_together(of_account, kind)}


def alike_together(accounts: Iterable[T], kind: Callable[[T], Hashable]) -> Iterator[list[T]]:
    """Accounts in order, those of one kind together where its first stands; a kind of few is no kind."""
    told = [(account, kind(account)) for account in accounts]
    kinds: dict[Hashable, list[T]] = {}
    for account, its_kind in told:
        kinds.setdefault(its_kind, []).append(account)
    for account, its_kind in told:
        alike = kinds[its_kind]
        if len(alike) < FEWEST_ALIKE:
            yield [account]
        elif account is alike[0]:
            yield alike


def _kind(automation: AutomationFacts, arrows: Arrows) -> Hashable:
    """Equal for automations that do the same, and set off and are set off by the same."""
    return tuple((deed_words(step), step.approved) for step in automation.steps), arrows.get(automation, frozenset())
