"""What ``for each`` goes through, and the indexes that keep rules from going through all of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, islice

from sociable.facts.co_occurrence import Starters
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts
from sociable.graph.causality import Causality
from sociable.kinds.table import KINDS
from sociable.language.lookups import is_index
from sociable.language.types import Answer, Get, Type
from sociable.records.static import TYPE_CHECKING, Any
from sociable.rulebook.page_files import Want

if TYPE_CHECKING:
    from sociable.graph.loops import Loop, Question
    from sociable.graph.reach import Reach
    from sociable.graph.reactions import StepTest


PAIR = "pair"
"""What a rule about two automations wants: that two can be started by the same sort of event."""


_WHOLES = ("account", "automation")
"""What many things are part of."""

_AT_ONCE = 256
"""So many things are asked at once at most: more would be asked in vain where few are enough."""


class _Answers:
    """The words found on things, each asked once and hardly more of them than it takes to find one that is wanted.

    With ``several``, a set of words is found on each.
    """

    def __init__(self, ahead: Iterator[Any], several: bool) -> None:
        self._ahead = ahead
        self._several = several
        self._found: set[Answer] = set()

    def hold_any(self, wanted: Iterable[Answer]) -> bool:
        """Whether one of the wanted words is among them."""
        if not self._found.isdisjoint(wanted):
            return True
        number = 1
        while answers := tuple(islice(self._ahead, number)):  # each time as many as all before: few more than needed
            self._found.update(*answers if self._several else (answers,))
            if not self._found.isdisjoint(wanted):
                return True
            number = min(2 * number, _AT_ONCE)
        return False


class Things:
    """The things of one setup by kind, each list and index made when a rule first asks for it."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._lists: dict[str, Collection[Any]] = {}
        self._reach: Reach | None = None
        self._meeting: dict[tuple[AccountFacts, str], list[AutomationFacts]] = {}
        self._position: dict[AutomationFacts, int] = {}
        self._starters: dict[AutomationFacts, Starters] = {}
        self._answers: dict[tuple[str, tuple[str, ...]], _Answers] = {}
        self._wholes: dict[tuple[str, str], list[Any]] = {}
        self._indexes: dict[tuple[str, tuple[str, ...]], Mapping[Answer, Collection[Any]]] = {}

    def all(self, kind: str) -> Collection[Any]:
        """Every thing of a kind, in file order."""
        if kind not in self._lists:
            find = KINDS.rows[kind].find
            assert find is not None, f"a {kind} is only found through another thing"
            self._lists[kind] = find(self.facts)
        return self._lists[kind]

    def loops(self, kind: str, keep: "StepTest", required: "list[StepTest]", question: "Question") -> "list[Loop]":
        """Loops of a kind; rules that ask the same ``question`` share the answer."""
        search = KINDS.rows[kind].search
        assert search is not None, f"a {kind} need not be searched for"
        return list(search(self.causality, keep, required, question))

    @cached_property
    def causality(self) -> Causality:
        """What can set off what."""
        return Causality(self.facts)

    def index(
        self, kind: str, names: tuple[str, ...], get: Get, *, several: bool = False
    ) -> Mapping[Answer, Collection[Any]]:
        """The things of a kind by the word that ``get`` finds on them; ``names`` is the path it follows.

        With ``several``, it finds a set of words on each.
        """
        known = self._indexes.get((kind, names))
        if known is None:
            things, by_word = self.all(kind), dict[Answer, list[Any]]()
            for thing, found in zip(things, map(get, things), strict=True):
                for word in found if several else (found,):
                    if word in by_word:
                        by_word[word].append(thing)
                    else:
                        by_word[word] = [thing]
            are_alike = len(by_word) == 1 and not several  # then there need not be a second list of them
            known = self._indexes[kind, names] = dict.fromkeys(by_word, things) if are_alike else by_word
        return known

    def has_each(self, wants: Iterable[Iterable[Want]]) -> bool:
        """Whether each of these is there in at least one of its ways."""
        return all(any(self._has(*want) for want in ways) for ways in wants)

    def _has(self, kind: str, path: Sequence[str], words: Sequence[Answer]) -> bool:
        if kind == PAIR:
            return any(len(alike) > 1 for alike in self.waiting_for_the_same())
        if not path:
            may_be = KINDS.rows[kind].may_be
            return bool(self.all(kind)) if may_be is None else may_be(self.causality)
        names = tuple(path)
        index = self._indexes.get((kind, names))
        if index is None:
            get, of = KINDS.follow(names, Type(kind))
            several = of.name == "set"
            if not is_index(KINDS, kind, names):  # one thing is enough, which is often among the first
                if (kind, names) not in self._answers:
                    self._answers[kind, names] = _Answers(self._asked(kind, names, get), several)
                return self._answers[kind, names].hold_any(words)
            index = self.index(kind, names, get, several=several)
        return not index.keys().isdisjoint(words)

    def _asked(self, kind: str, names: tuple[str, ...], get: Get) -> Iterator[Any]:
        """What is found on each thing of a kind, or once on each of what these are part of, if it is asked of that."""
        things = self.all(kind)
        if len(names) > 1 and names[0] in _WHOLES:
            whole, get = KINDS.follow(names[:1], Type(kind))[0], KINDS.follow(names[1:], Type(names[0]))[0]
            if (kind, names[0]) not in self._wholes:
                wholes = (each for each, _ in groupby(map(whole, things)))  # parts of an automation stand together
                self._wholes[kind, names[0]] = list(wholes if names[0] == "automation" else dict.fromkeys(wholes))
            things = self._wholes[kind, names[0]]
        return map(get, things)

    def set_off_by(self, automation: AutomationFacts) -> Collection[AutomationFacts]:
        """The automations that one can set off, directly or through others of ours."""
        if self._reach is None:
            from sociable.graph.reach import Reach

            self._reach = Reach(self.facts)
        return self._reach.of(automation)

    def partners(self, automation: AutomationFacts) -> list[AutomationFacts]:
        """Those further on in the files that one and the same event at its account can start as well."""
        own = self.starters(automation)
        return [each for each in self.waiting_alike(automation) if own.agree(self.starters(each))]

    def waiting_alike(self, automation: AutomationFacts) -> list[AutomationFacts]:
        """Those further on in the files that wait for the same sort of event at its account."""
        if not self._position:
            self._position = {each: at for alike in self.waiting_for_the_same() for at, each in enumerate(alike)}
        return self._meeting[automation.account, automation.event.name][self._position[automation] + 1 :]

    def waiting_for_the_same(self) -> Iterable[list[AutomationFacts]]:
        """The automations that wait for the same sort of event at the same account, in file order."""
        if not self._meeting:
            for each in self.facts.automations:
                self._meeting.setdefault((each.account, each.event.name), []).append(each)
        return self._meeting.values()

    def starters(self, automation: AutomationFacts) -> Starters:
        """What has to be so for an event to start it."""
        known = self._starters.get(automation)
        if known is None:
            known = self._starters[automation] = Starters(automation)
        return known
