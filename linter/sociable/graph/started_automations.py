"""Which automations each doing starts, found out for a few of those accounts that are alike, and then true of all."""

from collections.abc import Hashable, Iterator, Set
from itertools import chain

from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.facts.provenance import HOLE
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
        key = alike.of[doing.step.account], sort_of(doing, ear_of)
        if key not in known:
            known[key] = _starts(doing, accounts, alike, heard)
    own = _Own(ears)
    whole: dict[tuple[AccountFacts, Hashable], frozenset[AutomationFacts]] = {}
    for doing in doings:
        account, sort = doing.step.account, sort_of(doing, ear_of)
        if (account, sort) not in whole:
            starts = known[alike.of[account], sort]
            is_all = starts.with_own or not starts.own
            whole[account, sort] = starts.automations if is_all else starts.automations.union(own.noticing(doing))
        yield doing, whole[account, sort]


class _Waiting(Record):
    """An ear of alike accounts, and all automations of these accounts that have one of its sort."""

    at: Alike
    ear: Ear
    automations: list[AutomationFacts]


class _Heard(Record):
    """Who waits for an event: at alike accounts, and anywhere by whom or what has to be in it for them to notice."""

    at: dict[tuple[Alike, str], list[_Waiting]]
    needing: dict[tuple[str, tuple[str, str]], list[_Waiting]]


_NOTHING = ("", "")
_ANY_WORD = ("any word", "")


def _heard(alike: AlikeAccounts, ears: Ears) -> _Heard:
    sorts: dict[tuple[Alike, str], dict[Hashable, _Waiting]] = {}
    for account, heard in ears.items():
        for event, own in heard.items():
            at = alike.of[account]
            here = sorts.setdefault((at, event), {})
            for ear in own:
                here.setdefault(ear.sort, _Waiting(at, ear, [])).automations.append(ear.edge.automation)
    found = _Heard({where: list(here.values()) for where, here in sorts.items()}, {})
    for (_, event), here in sorts.items():
        for waiting in here.values():
            for need in _needs(waiting.ear):
                found.needing.setdefault((event, need), []).append(waiting)
    return found


def _needs(ear: Ear) -> Iterator[tuple[str, str]]:
    """Each one thing without which, or another of these, it notices nothing."""
    set_off = ear.edge.transition
    if set_off.names is not None:
        yield from (("name", name) for name in set_off.names)
    elif set_off.words.needed:
        yield from (_ANY_WORD, *(("word", word) for word in set_off.words.needed[0]))
    else:
        yield _NOTHING


def _offers(doing: Doing) -> Iterator[tuple[str, str]]:
    """What a doing has of that."""
    yield _NOTHING
    yield from (("name", name) for name in doing.step.account.known_as)
    if doing.said.may_say_more:
        yield _ANY_WORD
    else:
        yield from (("word", word) for word in doing.said.certain.split(HOLE))


def _starts(doing: Doing, accounts: Set[AccountFacts], alike: AlikeAccounts, heard: _Heard) -> _Starts:
    """What a doing starts that reaches these accounts, and with each, unless it is only its own, all that are alike."""
    others: Set[AccountFacts] = frozenset() if doing.how == "self" else accounts

    def is_reached(at: Alike) -> bool:
        return not others.isdisjoint(alike.examples_of(at))

    automations = frozenset(
        automation
        for waiting in _likely(doing, others, alike, heard)
        if is_reached(waiting.at) and waiting.ear.notices(doing)
        for automation in waiting.automations
    )
    return _Starts(automations, bool(accounts), is_reached(alike.of[doing.step.account]))


def _likely(doing: Doing, accounts: Set[AccountFacts], alike: AlikeAccounts, heard: _Heard) -> Iterator[_Waiting]:
    """All that may notice a doing: those at these accounts where they are few, or else those that need what it has."""
    offered = list(_offers(doing))
    if len(accounts) <= len(offered):
        kinds = dict.fromkeys(alike.of[each] for each in accounts if each in alike.of)
        here = [heard.at.get((each, doing.event), ()) for each in kinds]
        if sum(map(len, here)) <= len(offered):
            return chain.from_iterable(here)
    return chain.from_iterable(heard.needing.get((doing.event, each), ()) for each in offered)


class _Own:
    """Who waits at one account: thousands may each need another word."""

    def __init__(self, ears: Ears) -> None:
        self._ears = ears
        self._needing: dict[tuple[AccountFacts, str], dict[tuple[str, str], list[Ear]]] = {}

    def noticing(self, doing: Doing) -> list[AutomationFacts]:
        """Those at its own account that take notice of a doing."""
        likely = self._of(doing.step.account, doing.event)
        return [ear.edge.automation for each in _offers(doing) for ear in likely.get(each, ()) if ear.notices(doing)]

    def _of(self, account: AccountFacts, event: str) -> dict[tuple[str, str], list[Ear]]:
        known = self._needing.get((account, event))
        if known is None:
            known = self._needing[account, event] = {}
            for ear in self._ears.get(account, {}).get(event, ()):
                for need in _needs(ear):
                    known.setdefault(need, []).append(ear)
        return known
