"""Accounts that others leave out by name, without a class of its own for each of them.

Where each of many accounts leaves out some other one, no two are alike. But as long as each leaves out, and is left
out by, only few of any sort, nearly every two can meet: whatever a walk over classes can do, each member can do with
some others, and comes round to itself again. So such names need not tell anybody apart. Who cannot meet most of a sort
is told apart, and so are those who cannot meet one who is.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping

from sociable.facts.claims import ANYBODY, Actors
from sociable.facts.facts import AccountFacts
from sociable.graph.reactions import Reaction
from sociable.records.record import Record

_ENOUGH = 3
"""Whoever cannot meet one in so many of a sort cannot meet enough: others meet somebody of it in common."""

_FEW = 3
_ROUNDS = 4
"""So many times those who are told apart may leave others too few to meet; then everybody is told apart."""


class Sort(Record):
    """What an account ``does``, ``without`` whom of those who are told apart, and ``exactly`` what without whom."""

    does: Hashable
    without: frozenset[Hashable]
    exactly: frozenset[int] | None


class LeftOut:
    """Who leaves out whom of ours by name; who has to be ``told`` apart for that, and who is ``spared``."""

    def __init__(self, own: Mapping[AccountFacts, list[Reaction]], named: Iterable[str]) -> None:
        """``named`` are those who are told apart in any case, by any form of their names."""
        self._handles: frozenset[str] = frozenset()
        self._counting = self._handles
        self._shunned: dict[AccountFacts, list[AccountFacts]] = {}
        self._apart: dict[AccountFacts, set[AccountFacts]] = {}
        self.told: set[AccountFacts] = set()
        self.spared: set[AccountFacts] = set()
        self._rounds = 0
        if any(each.transition.actors is not ANYBODY for reactions in own.values() for each in reactions):
            self._look(own, frozenset(named))

    def _look(self, own: Mapping[AccountFacts, list[Reaction]], named: frozenset[str]) -> None:
        handles = Counter(handle for account in own for handle in account.handles)
        self._handles = frozenset(handles)
        of_handle = {handle: account for account in own for handle in account.handles}
        for account, reactions in own.items():
            shunned = frozenset().union(*(each.transition.actors.shunned & self._handles for each in reactions))
            for other in map(of_handle.__getitem__, sorted(shunned)):
                self._shunned.setdefault(account, []).append(other)
                self._apart.setdefault(account, set()).add(other)
                self._apart.setdefault(other, set()).add(account)
        self._tell(
            account
            for account, others in self._apart.items()
            if account in others
            or not named.isdisjoint(account.known_as)
            or any(handles[handle] > 1 for handle in account.handles)
        )

    def _tell(self, accounts: Iterable[AccountFacts]) -> None:
        self.told.update(accounts)
        self.spared = self._apart.keys() - self.told
        self._counting = self._handles - {handle for account in self.spared for handle in account.handles}

    def telling(self, actors: Actors) -> tuple[Actors, frozenset[str]]:
        """What counts of the names when it comes to who is alike, and the names of those who are told apart."""
        if actors is ANYBODY:
            return actors, frozenset()
        only = None if actors.only is None else actors.only & self._handles
        return Actors(only, frozenset(), actors.no_bots), actors.shunned & self._counting

    def by(self, account: AccountFacts) -> Iterable[str]:
        """Those who are told apart and leave out an account that is not, by their ids."""
        if account in self.spared:
            yield from (
                other.id for other in self._apart[account] & self.told if account in self._shunned.get(other, ())
            )

    def may_meet(self, one: AccountFacts, other: AccountFacts) -> bool:
        """Whether none of two leaves out the other, where that does not tell them apart."""
        return one not in self.spared or other not in self.spared or other not in self._apart[one]

    def tell_apart(self, sorts: Mapping[AccountFacts, Sort]) -> bool:
        """Tell those apart who keep too many of a sort from meeting; whether there was anybody.

        The sorts of all accounts have to be made again then.
        """
        sizes = Counter(sorts.values())
        largest: dict[Hashable, Sort] = {}
        for sort, size in sizes.items():
            known = largest.setdefault(sort.does, sort)
            if size > sizes[known]:
                largest[sort.does] = sort
        unfit: set[AccountFacts] = set()
        for account in self.spared:
            unmet: dict[Sort, list[AccountFacts]] = {}
            for other in self._apart[account] & self.spared:
                unmet.setdefault(sorts[other], []).append(other)
            for sort, others in unmet.items():
                # Who can meet more than others do, and does the same, stands for them as well.
                may_stand = [sort, *(each for each in (largest[sort.does],) if each.without <= sort.without)]
                own = sorts[account]
                if not any(sizes[each] - (each == own) > _ENOUGH * len(unmet.get(each, ())) for each in may_stand):
                    unfit.update(others if len(others) <= _FEW and sort != sorts[account] else (account,))
        if unfit:
            self._rounds += 1
            self._tell(unfit if self._rounds < _ROUNDS else self._apart)
        return bool(unfit)
