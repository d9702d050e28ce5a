"""Who of many automations can be started by the event that starts another: found without asking each of each other.

A tree divides them by what they say of one value after the other. A search goes only where somebody may be whom the
same event can start, and forgets what has been emptied.
"""

from collections import Counter
from collections.abc import Hashable, Iterator

from sociable.facts.agreement import OneValue
from sociable.facts.co_occurrence import Starters

_FEW = 8
"""So many are asked one by one."""

_DEEPEST = 40

_Value = tuple[str, str]
"""A value, and the kind of constants it is compared with: what is compared with unlike ones is not decided."""


class Alike:
    """Automations that the same events start, by their positions in the files, in order; taken out when found."""

    __slots__ = ("between", "may_be", "starters", "waiting")

    def __init__(self, starters: Starters) -> None:
        self.starters = starters
        self.waiting: list[int] = []
        self.may_be: dict[_Value, frozenset[object]] = {}
        self.between: dict[_Value, tuple[float, float]] = {}
        for name, claims in starters.said.items():
            value = OneValue(claims)
            if len(value.kinds) == 1 and value.may_be:
                self._narrow((name, next(iter(value.kinds))), value)

    def _narrow(self, value: _Value, known: OneValue) -> None:
        """What can be looked up: the few that a value may be, or the two ends of where it is."""
        if value[1] == "flag":
            flags = {True, False} - known.outside if known.left is None else known.left
            self.may_be[value] = frozenset(flags if known.stated else {*flags, None})
        elif known.left:
            self.may_be[value] = frozenset(known.left)
        elif known.stated and known.left is None and not known.outside and "unknown" not in known.kinds:
            self.between[value] = known.above[0], known.below[0]


class Partners:
    """A tree of those who are alike."""

    def __init__(self, alike: list[Alike], deepest: int = _DEEPEST) -> None:
        self._list: list[Alike] = []
        self._branches: dict[Hashable, Partners] = {}
        self._value: _Value | None = None
        self._middle: float | None = None
        if len(alike) > _FEW and deepest:
            self._divide(alike, deepest)
        else:
            self._list = alike

    @property
    def is_empty(self) -> bool:
        """Whether nobody is left."""
        return not self._list and not self._branches

    def of(self, one: Alike) -> Iterator[Alike]:
        """Those of whom some are left and whom an event can start that starts ``one``; some may come twice."""
        if self._list:
            self._list = [each for each in self._list if each.waiting]
            yield from [each for each in self._list if each.waiting and one.starters.agree(each.starters)]
            return
        for way in self._ways(one):
            branch = self._branches.get(way)
            if branch is not None:
                yield from branch.of(one)
                if branch.is_empty:
                    del self._branches[way]

    def _ways(self, one: Alike) -> list[Hashable]:
        value = self._value
        if value is None:
            return []
        if self._middle is None:
            known = one.may_be.get(value)
            return list(self._branches) if known is None else [*known, _ANY]
        if value not in one.between:
            return list(self._branches)
        least, most = one.between[value]
        return [*([_BELOW] if least < self._middle else []), *([_ABOVE] if most >= self._middle else []), _ANY]

    def _divide(self, alike: list[Alike], deepest: int) -> None:
        """By the value that tells most of them from the others."""
        gained, value, middle = max(
            (*_by_constant(alike, deepest == _DEEPEST), *_by_interval(alike)),
            key=lambda each: each[0],
            default=(0, None, None),
        )
        if value is None or gained < _FEW:
            self._list = alike
            return
        self._value, self._middle = value, middle
        divided: dict[Hashable, list[Alike]] = {}
        for each in alike:
            for branch in _branches_of(each, value, middle):
                divided.setdefault(branch, []).append(each)
        self._branches = {branch: Partners(of, deepest - 1) for branch, of in divided.items()}


_Division = tuple[int, _Value, float | None]
"""How many of those who are divided a search need not look at, at the least; by which value; and at which number."""

_ANY, _BELOW, _ABOVE = (object() for _ in range(3))


def _branches_of(each: Alike, value: _Value, middle: float | None) -> Iterator[Hashable]:
    if middle is None:
        yield from each.may_be.get(value, (_ANY,))
        return
    least, most = each.between.get(value, (middle, middle))
    yield _BELOW if most < middle else _ABOVE if least > middle else _ANY


def _by_constant(alike: list[Alike], may_repeat: bool) -> Iterator[_Division]:
    """Whoever may be several is put into several branches: only once, or there would be ever more of them."""
    values: dict[_Value, Counter[object]] = {}
    saying: Counter[_Value] = Counter()
    for each in alike:
        for value, known in each.may_be.items():
            values.setdefault(value, Counter()).update(known)
            saying[value] += 1
    for value, counted in values.items():
        if may_repeat or counted.total() == saying[value]:
            yield saying[value] - max(counted.values()), value, None


def _by_interval(alike: list[Alike]) -> Iterator[_Division]:
    ends: dict[_Value, list[tuple[float, float]]] = {}
    for each in alike:
        for value, between in each.between.items():
            ends.setdefault(value, []).append(between)
    for value, intervals in ends.items():
        numbers = sorted(number for interval in intervals for number in interval if abs(number) != float("inf"))
        if numbers:
            middle = numbers[len(numbers) // 2]
            below = sum(1 for _, most in intervals if most < middle)
            above = sum(1 for least, _ in intervals if least > middle)
            yield min(below, above), value, middle
