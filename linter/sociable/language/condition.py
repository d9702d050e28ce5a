"""What every condition can do, and what it may ask of those who have it do so.

A condition is a class with everything about it in one place. Its name in the grammar is that of the class in small
letters: ``LeadsTo`` is ``leads_to``, made of what stands there in order. As nothing else need name it, it stands in the
``__all__`` of its file.
"""

from collections.abc import Sequence

from sociable.findings.finding import Clause
from sociable.language.compile import Test, Variables
from sociable.language.contradictions import Known, Narrowing
from sociable.language.lookups import Lookups, Way
from sociable.language.syntax_nodes import Node
from sociable.language.types import Bound, Scope
from sociable.records.static import TYPE_CHECKING, ClassVar
from sociable.text.source import Span

if TYPE_CHECKING:
    from sociable.language.protocols import Checker, Explainer


class Condition(Node):
    """Something that holds of things or does not. The two last fields of each say where it stands."""

    joins: ClassVar[str] = ""
    """The word between its parts, if it is made of conditions: it stands in brackets within another one."""

    @property
    def at(self) -> int:
        return int(self[-2])

    @property
    def end(self) -> int:
        return int(self[-1])

    def printed(self) -> str:
        """As it is written, on one line."""
        raise NotImplementedError

    def printed_within(self) -> str:
        """The same inside another condition."""
        return f"({self.printed()})" if self.joins else self.printed()

    def denied(self) -> str:
        """How it is written that it does not hold."""
        return f"not {self.printed_within()}"

    def checked(self, _checker: "Checker", _scope: Scope) -> "Condition":
        """The condition with lists and defines written out; what is wrong with it is said."""
        return self

    def compiled(self, variables: Variables) -> Test:
        """The test that decides whether it holds: nothing else does."""
        raise NotImplementedError

    def dearness(self, _variables: Variables) -> int:
        """How long it takes to decide: 0 is read off, 1 has to be worked out, 2 goes through a list."""
        return 1

    def explained(self, explainer: "Explainer", bound: Bound, held: bool) -> Clause:
        """Because of what it ``held`` or did not, in words; whoever asks fills in its text."""
        raise NotImplementedError

    def narrowed(self, _narrowing: Narrowing, known: Known, _holds: bool = True) -> Known:
        """What is known when it holds, or does not. Raises ``Impossible``."""
        return known

    def ways(self, _lookups: Lookups) -> list[Way]:
        """The ways to find all things for which it can hold."""
        return []

    def ways_without(self, _lookups: Lookups) -> list[Way]:
        """The ways to find all things for which it may not hold."""
        return []


def cheapest_first(conditions: Sequence[Condition], variables: Variables) -> Sequence[Condition]:
    """The same in the order in which to ask them: those that take as long as each other stay as they are written.

    So do those that go through a list, as one may leave behind what it found there.
    """
    if len(conditions) < 2:
        return conditions
    return sorted(conditions, key=lambda each: each.dearness(variables))


def clause(held: bool, says: str, span: Span | None, parts: tuple[Clause, ...] = ()) -> Clause:
    """What explains a condition."""
    return Clause("", "", held, says, span, parts)
