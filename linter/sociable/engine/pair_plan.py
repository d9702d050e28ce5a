"""Rules about pairs: whoever hangs together by pairs is found as a group, without looking at each pair.

What a condition asks of one automation is asked once. Automations of which all of that is alike are of one sort, and
whether the rule holds is asked of two sorts, not of two automations.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from sociable.engine.domains import Things
from sociable.engine.partners import Alike, Partners
from sociable.engine.plan import Plan
from sociable.facts.co_occurrence import Starters
from sociable.facts.facts import AutomationFacts
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.compile import Env, Getter, Test, Variables, all_of
from sociable.language.condition import Condition, cheapest_first
from sociable.language.conditions.joined import conjuncts, implied
from sociable.language.types import Type
from sociable.language.visitor import free_variables, shape, walk
from sociable.records.record import Record
from sociable.records.static import Any, TypeVar

_Asked = TypeVar("_Asked")

Pair = tuple[int, int]
"""Two automations by their positions, the first in the files first."""


class PairPlan(Plan):
    """A compiled ``for each pair a, b``; its ``environments`` are all pairs, its ``groups`` what hangs together."""

    def __init__(self, asked: ast.Asked, pairing: ast.Pairing) -> None:
        super().__init__(asked)
        self.pair = (self.variables.slots[pairing.first], self.variables.slots[pairing.second])
        self._may_be = [self._asked_first(name, asked) for name in (pairing.first, pairing.second)]
        same: set[object] = set()  # what is asked of both, such as of `a` and of `b` what they answer, is asked once
        self._sides = [_asked_of(name, pairing, asked, same) for name in (pairing.first, pairing.second)]

    def groups(self, domains: Things, takes_part: Callable[[AutomationFacts], bool] | None) -> Iterator[Iterator[Env]]:
        """Each group of automations that a chain of pairs joins for which the rule holds.

        Of each there are as many pairs as join all of it, those of its first automation first. The list is used
        again: copy what should last. Only who ``takes_part`` is looked at, if not everybody does.
        """
        for alike in domains.waiting_for_the_same():
            if len(alike) < 2:
                continue
            env = self.variables.environment(domains)  # what is found out of some is of no use to the others
            automations = [each for each in alike if self._takes_part(env, each)]
            if takes_part is not None:
                automations = [each for each in automations if takes_part(each)]
            if len(automations) > 1:
                for pairs in self._joined(automations, env, domains):
                    yield (self._bound(env, automations[first], automations[second]) for first, second in pairs)

    def _asked_first(self, name: str, asked: ast.Asked) -> Test:
        """What has to hold of one of the two whatever the other is: most automations have a part in no pair."""
        follows = (implied(each, (name,)) for each in conjuncts(asked.when))
        said = [each for each in follows if each is not None]
        return all_of([each.compiled(self.variables) for each in cheapest_first(said, self.variables)])

    def _takes_part(self, env: Env, automation: AutomationFacts) -> bool:
        env[self.pair[0]] = env[self.pair[1]] = automation
        return any(may_be(env) for may_be in self._may_be)

    def _bound(self, env: Env, first: AutomationFacts, second: AutomationFacts) -> Env:
        """The environment of a pair for which the rule is known to hold, with what ``some`` finds in it."""
        self._holds(env, first, second)
        return env

    def _holds(self, env: Env, first: AutomationFacts, second: AutomationFacts) -> bool:
        env[self.pair[0]], env[self.pair[1]] = first, second
        return all(level.meets(env) for level in self.levels) and not self.unless(env)

    def _joined(self, automations: Sequence[AutomationFacts], env: Env, domains: Things) -> Iterator[list[Pair]]:
        found = self._sorts(automations, domains)
        ways: list[list[_Way]] = [[] for _ in found]
        for one, ours in enumerate(found):
            for other, theirs in enumerate(found[one:], one):
                before, after = self._between(automations, ours, theirs, env, one == other)
                if before or after:
                    ways[one].append(_Way(other, before, after))
                    if one != other:
                        ways[other].append(_Way(one, after, before))
        if any(ways):
            yield from _Search(automations, found, ways).groups()

    def _sorts(self, automations: Sequence[AutomationFacts], domains: Things) -> list[list[int]]:
        """The positions of those that are alike in all that is asked; what was asked of them is let go of."""
        sorts: dict[Hashable, list[int]] = {}
        asked = [side.about(domains) for side in self._sides if side.asked]
        for position, automation in enumerate(automations):
            sorts.setdefault(tuple([each(automation) for each in asked]), []).append(position)
        return list(sorts.values())

    def _between(
        self, automations: Sequence[AutomationFacts], ours: list[int], theirs: list[int], env: Env, same: bool
    ) -> tuple[bool, bool]:
        """Whether the rule holds for one of ours and then one of theirs, and the other way round."""
        one, other = automations[ours[0]], automations[theirs[-1]]
        if same:
            alike = len(ours) > 1 and self._holds(env, one, other)
            return alike, alike
        return self._holds(env, one, other), self._holds(env, other, one)


class _Side:
    """What a rule asks of one of the two: conditions, and values that it compares with something of the other."""

    def __init__(self, name: str, pairing: ast.Pairing, conditions: Iterable[Condition], paths: Iterable[ast.Path]):
        self.variables = Variables(KINDS)
        for each in (pairing.first, pairing.second):
            self.variables.declare(each, Type("automation"))
        self.slot = self.variables.slots[name]
        self.asked: list[Getter] = [self.variables.getter(path) for path in paths]
        self.asked += [condition.compiled(self.variables) for condition in conditions]

    def about(self, domains: Things) -> Callable[[AutomationFacts], Hashable]:
        """All that is asked of an automation, answered."""
        env = self.variables.environment(domains)

        def answers(automation: AutomationFacts) -> Hashable:
            env[self.slot] = automation
            return tuple([_hashable(each(env)) for each in self.asked])

        return answers


def _hashable(answer: Any) -> Hashable:
    return tuple(answer) if isinstance(answer, list) else answer


def _asked_of(name: str, pairing: ast.Pairing, asked: ast.Asked, same: set[object]) -> _Side:
    """What is asked of one of the two by itself, but for what is among the ``same``, to which it is added."""
    both = {pairing.first, pairing.second}
    conditions: list[Condition] = []
    paths: list[ast.Path] = []
    ahead = [each for each in (asked.when, *asked.unless) if each is not None]
    while ahead:
        condition = ahead.pop()
        about = free_variables(condition) & both
        if about == {name}:
            conditions.append(condition)
        elif about == both:
            if isinstance(condition, ast.And | ast.Or):
                ahead += condition.operands
            elif isinstance(condition, ast.Not):
                ahead.append(condition.operand)
            else:
                paths += [each for each in walk(condition) if isinstance(each, ast.Path) and each.names[0] == name]
    return _Side(name, pairing, list(_new(conditions, name, same)), list(_new(paths, name, same)))


def _new(asked: Iterable[_Asked], name: str, same: set[object]) -> Iterator[_Asked]:
    for each in asked:
        said = shape(each, name)
        if said not in same:
            same.add(said)
            yield each


class _Way(Record):
    """Those of another sort are partners: ``before`` them in the files, ``after`` them, or both."""

    sort: int
    before: bool
    after: bool


class _Search:
    """The search for groups among automations that wait for the same: by sort, and of each sort by what starts them."""

    def __init__(self, automations: Sequence[AutomationFacts], sorts: list[list[int]], ways: list[list[_Way]]) -> None:
        self.ways = ways
        self.place: dict[int, tuple[int, Alike]] = {}
        self.partners: list[Partners] = []
        for sort, positions in enumerate(sorts):
            alike: dict[Hashable, Alike] = {}
            for position in positions if ways[sort] else ():
                starters = Starters(automations[position])  # not kept: there are many, for this one rule
                key = starters.claims
                one = alike.get(key)
                if one is None:
                    one = alike[key] = Alike(starters)
                one.waiting.append(position)
                self.place[position] = sort, one
            self.partners.append(Partners(list(alike.values())))
        self.asked: dict[Alike, Pair] = {}

    def groups(self) -> Iterator[list[Pair]]:
        """Pairs that join each group, those of its first first."""
        for start in sorted(self.place):
            _, alike = self.place[start]
            if alike.waiting and alike.waiting[0] == start:
                del alike.waiting[0]
                if pairs := list(self._from(start)):
                    yield sorted(pairs, key=lambda pair: (pair[0] != start, pair))

    def _from(self, start: int) -> Iterator[Pair]:
        ahead = deque([start])
        while ahead:
            one = ahead.popleft()
            for other in self._found_by(one):
                ahead.append(other)
                yield (one, other) if one < other else (other, one)

    def _found_by(self, one: int) -> Iterator[int]:
        sort, alike = self.place[one]
        first, last = self.asked.get(alike, (one + 1, one - 1))
        if first <= one <= last:
            return  # those before and after it have found whom it would find
        ways = self.ways[sort]
        either = all(way.before and way.after for way in ways)
        self.asked[alike] = (0, len(self.place)) if either else (min(first, one), max(last, one))
        for way in ways:
            for each in self.partners[way.sort].of(alike):
                here = bisect_left(each.waiting, one)
                before = each.waiting[:here]
                after = each.waiting[here:]
                each.waiting = [*([] if way.after else before), *([] if way.before else after)]
                yield from (*(after if way.before else ()), *(before if way.after else ()))
