"""Accounts that hear and do the same, so that what holds between two of them is found out once for all.

Whether an answer of one account reaches another hangs on what these two do and hear, and on no third. So it is enough
to look at two of those that are alike: what they are to each other, all of them are to each other.
"""

from collections.abc import Hashable, Iterable, Iterator

from sociable.facts.facts import AccountFacts
from sociable.graph.doings_and_ears import Doing, EarOf, Ears, by_automation
from sociable.records.record import Record

Alike = int
"""The number of all accounts that hear and do the same, and that nobody tells apart."""


class AlikeAccounts(Record):
    """Which each account is of that hears or does something, and all accounts that are alike, in their order."""

    of: dict[AccountFacts, Alike]
    members: list[list[AccountFacts]]

    def examples(self) -> frozenset[AccountFacts]:
        """Of those that are alike two accounts, or the only one."""
        return frozenset(account for each in range(len(self.members)) for account in self.examples_of(each))

    def examples_of(self, each: Alike) -> list[AccountFacts]:
        return self.members[each][:2]


def sort_of(doing: Doing, ear_of: EarOf) -> Hashable:
    """Equal for doings of alike accounts that reach the same."""
    answered = doing.step.automation.event.name if doing.how == "back" else ""
    own = ear_of.get((doing.step.automation, answered))
    return doing.event, doing.how, doing.to, doing.said, answered, own.sort if own is not None else None


def alike_accounts(doings: Iterable[Doing], ears: Ears) -> AlikeAccounts:
    """Sort accounts by what they do, what they hear, and by whom they are told from others."""
    doings = list(doings)
    ear_of = by_automation(ears)
    does: dict[AccountFacts, set[Hashable]] = {account: set() for account in ears}
    for doing in doings:
        does.setdefault(doing.step.account, set()).add(sort_of(doing, ear_of))
    marks = _marks(does, doings, ears)
    found: dict[Hashable, list[AccountFacts]] = {}
    for account, done in does.items():
        heard = frozenset((event, ear.sort) for event, own in ears.get(account, {}).items() for ear in own)
        known = account.platform, account.is_labelled, bool(account.handles), frozenset(marks.get(account, ()))
        found.setdefault((known, frozenset(done), heard), []).append(account)
    members = list(found.values())
    return AlikeAccounts({account: number for number, each in enumerate(members) for account in each}, members)


def _marks(accounts: Iterable[AccountFacts], doings: Iterable[Doing], ears: Ears) -> dict[AccountFacts, set[Hashable]]:
    """By what accounts are told apart: each list of names that they are on, and that something is done to them."""
    known, handles = _by_names(accounts)
    found: dict[AccountFacts, set[Hashable]] = {}
    for mark, (what, listed) in enumerate(dict.fromkeys(_lists(ears))):
        called = known if what == "names" else handles
        for each in listed:
            for account in (each,) if isinstance(each, AccountFacts) else called.get(each, ()):
                found.setdefault(account, set()).add(mark)
    for doing in doings:
        if doing.to is not None:
            found.setdefault(doing.to, set()).add(doing.to)
    return found


_Called = dict[str, list[AccountFacts]]


def _by_names(accounts: Iterable[AccountFacts]) -> tuple[_Called, _Called]:
    """Accounts by all that they are known as, and by the forms of their handles alone."""
    known: _Called = {}
    handles: _Called = {}
    for account in accounts:
        for names, called in ((account.known_as, known), (account.handles, handles)):
            for name in names:
                called.setdefault(name, []).append(account)
    return known, handles


def _lists(ears: Ears) -> Iterator[tuple[str, frozenset[str] | frozenset[AccountFacts]]]:
    """Every list by which somebody may tell accounts apart, as often as somebody has it."""
    for ear in (ear for heard in ears.values() for own in heard.values() for ear in own):
        set_off = ear.edge.transition
        for what, listed in (
            ("names", set_off.names),
            ("only", set_off.actors.only),
            ("shunned", set_off.actors.shunned),
            ("elsewhere", ear.elsewhere),
        ):
            if listed:
                yield what, listed
