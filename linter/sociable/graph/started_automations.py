"""Which automations each doing starts, found out for a few of those accounts that are alike, and then true of all."""

from collections.abc import Hashable, Iterator

from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.graph.alike_accounts import Alike, AlikeAccounts, alike_accounts, sort_of
from sociable.graph.doings_and_ears import Doing, Ear, Ears, by_automation, reached
from sociable.records.record import Record


class _Starts(Record):
    """What the doings of one sort start on alike accounts; ``own``: their own account takes part at all.

    ``with_own``: what they start on their own account is in it already.
    """

    automations: frozenset[AutomationFacts]
    own: bool
    with_own: bool


def started(doings: list[Doing], ears: Ears) -> Iterator[tuple[Doing, frozenset[AutomationFacts]]]:
    """Each doing with what it starts.

    With that on its own account, which it does not reach, so that accounts that do alike are told as one.
    """
    alike, ear_of = alike_accounts(doings, ears), by_automation(ears)
    few = alike.examples()
    some = [doing for doing in doings if doing.step.account in few]
    heard = _heard(alike, ears)
    known: dict[tuple[Alike, Hashable], _Starts] = {}
    for doing, accounts in reached(some, {account: own for account, own in ears.items() if account in few}).items():
        known.setdefault((alike.of[doing.step.account], sort_of(doing, ear_of)), _starts(doing, accounts, alike, heard))
    for doing in doings:
        starts = known[alike.of[doing.step.account], sort_of(doing, ear_of)]
        is_all = starts.with_own or not starts.own
        yield doing, starts.automations if is_all else _with_own(doing, starts.automations, ears)


_Heard = dict[tuple[Alike, str], list[tuple[Ear, list[AutomationFacts]]]]
"""For alike accounts and an event: an ear of each sort, and all automations of these accounts with such a one."""


def _heard(alike: AlikeAccounts, ears: Ears) -> _Heard:
    found: dict[tuple[Alike, str], dict[Hashable, tuple[Ear, list[AutomationFacts]]]] = {}
    for account, heard in ears.items():
        for event, own in heard.items():
            sorts = found.setdefault((alike.of[account], event), {})
            for ear in own:
                sorts.setdefault(ear.sort, (ear, []))[1].append(ear.edge.automation)
    return {where: list(sorts.values()) for where, sorts in found.items()}


def _starts(doing: Doing, accounts: set[AccountFacts], alike: AlikeAccounts, heard: _Heard) -> _Starts:
    """What a doing starts that reaches these accounts, and with each, unless it is only its own, all that are alike."""
    others = () if doing.how == "self" else accounts
    reaches = dict.fromkeys(alike.of[each] for each in others if each in alike.of)
    automations = frozenset(
        automation
        for each in reaches
        for ear, waiting in heard.get((each, doing.event), ())
        if ear.notices(doing)
        for automation in waiting
    )
    return _Starts(automations, bool(accounts), alike.of[doing.step.account] in reaches)


def _with_own(doing: Doing, others: frozenset[AutomationFacts], ears: Ears) -> frozenset[AutomationFacts]:
    own = ears.get(doing.step.account, {}).get(doing.event, ())
    noticing = [ear.edge.automation for ear in own if ear.notices(doing)]
    return others.union(noticing) if noticing else others
