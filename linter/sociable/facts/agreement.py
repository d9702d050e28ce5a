"""Whether claims can be true together: a set and an interval for each value, everything else is possible.

A value may also be missing, which only denials put up with. What cannot be decided counts as possible.
"""

from collections.abc import Iterable, Sequence

from sociable.records.record import Record
from sociable.records.static import Any

ORDERED = frozenset(("number", "duration"))
"""Kinds of constants that are more or less than each other."""

_ENDLESS = float("inf")  # `math` would be loaded for nothing else


class Claim(Record):
    """What a condition says of one value: that it is ``in`` or ``not in`` a set, or how it compares with a number.

    ``value`` is the path of the value, or the text of a condition that is only known to hold or not.
    ``stated``: a missing value does not fulfil it.
    """

    value: str
    sign: str
    kind: str
    constants: frozenset[Any]
    stated: bool


class OneValue:
    """What is said of one value so far; more can only be ruled out by what comes.

    ``left`` are the constants that it may still be, ``None`` as long as no claim has listed any.
    """

    __slots__ = ("above", "below", "kinds", "left", "outside", "stated")

    def __init__(self, said: Iterable[Claim] = ()) -> None:
        self.kinds: set[str] = set()
        self.stated = False
        self.above = (-_ENDLESS, False)  # and whether that bound is itself left out
        self.below = (_ENDLESS, False)  # and whether that one is let in
        self.outside: set[Any] = set()
        self.left: set[Any] | None = None
        for claim in said:
            self.add(claim)

    def add(self, claim: Claim) -> None:
        """Take in one claim more."""
        self.kinds.add(claim.kind)
        self.stated = self.stated or claim.stated
        if claim.sign == "in":
            self.left = set(claim.constants) - self.outside if self.left is None else self.left & claim.constants
        elif claim.sign == "not in":
            self.outside |= claim.constants
            if self.left is not None:
                self.left -= claim.constants
        elif claim.sign[0] == ">":
            self.above = max(self.above, (max(claim.constants), claim.sign == ">"))
        else:
            self.below = min(self.below, (min(claim.constants), claim.sign != "<"))

    def copy(self) -> "OneValue":
        """The same, to go on from."""
        new = OneValue()
        new.kinds, new.outside = set(self.kinds), set(self.outside)
        new.left = None if self.left is None else set(self.left)
        new.stated, new.above, new.below = self.stated, self.above, self.below
        return new

    @property
    def is_undecided(self) -> bool:
        """Nothing is known where unlike kinds are compared, or where a missing value would do."""
        return len(self.kinds) > 1 or "unknown" in self.kinds or not self.stated

    @property
    def may_be(self) -> bool:
        """Whether some value, or its absence, fulfils all that was said."""
        if self.is_undecided:
            return True
        if self.left is not None:
            return self._one_is_left(self.left)
        if "flag" in self.kinds:
            return self.outside != {True, False}
        least, _ = self.above
        return least < self.below[0] or (self._is_between(least) and least not in self.outside)

    def _one_is_left(self, left: set[Any]) -> bool:
        """Those between the bounds; what is outside them now always will be."""
        if not self.kinds.isdisjoint(ORDERED):
            while left:
                one = left.pop()
                if self._is_between(one):
                    left.add(one)
                    break
        return bool(left)

    def _is_between(self, number: float) -> bool:
        (least, left_out), (most, let_in) = self.above, self.below
        return (number > least or (number == least and not left_out)) and (number < most or (number == most and let_in))


class Said:
    """All that has been said, value by value; with ``before``, after what was said there."""

    def __init__(self, before: "Said | None" = None) -> None:
        self._before = before
        self._values: dict[str, OneValue] = {}
        self._impossible: set[str] = set() if before is None else set(before._impossible)

    def add(self, said: Iterable[Claim]) -> None:
        """Take in these claims. Takes as long as there are of them, whatever was said before."""
        touched: dict[str, OneValue] = {}
        for claim in said:
            value = touched[claim.value] = self._value(claim.value)
            value.add(claim)
        for name, value in touched.items():
            (self._impossible.discard if value.may_be else self._impossible.add)(name)

    def is_beside(self, claims: Sequence[Claim]) -> bool:
        """Whether each claim is about another value, of which nothing has been said: none of them rules out another."""
        new = _of_one_each(claims)
        return new and not any(map(self._says_of, [claim.value for claim in claims]))

    def _says_of(self, name: str) -> bool:
        return name in self._values or (self._before is not None and self._before._says_of(name))

    @property
    def may_be(self) -> bool:
        """Whether all of it can be true at once."""
        return not self._impossible

    def _value(self, name: str) -> OneValue:
        if name not in self._values:
            known = self._before._values.get(name) if self._before else None
            self._values[name] = OneValue() if known is None else known.copy()
        return self._values[name]


def may_agree(said: Sequence[Claim]) -> bool:
    """Whether all the claims can be true at once."""
    return _of_one_each(said) or all(
        (len(of) == 1 and of[0].constants) or OneValue(of).may_be for of in by_value(said).values()
    )


def _of_one_each(said: Sequence[Claim]) -> bool:
    """Whether each claim leaves something for a value of its own."""
    return len({claim.value for claim in said}) == len(said) and all(claim.constants for claim in said)


def by_value(said: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims about each value."""
    values: dict[str, list[Claim]] = {}
    for claim in said:
        values.setdefault(claim.value, []).append(claim)
    return values
