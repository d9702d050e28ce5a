"""What every condition can do, and what it may ask of those who have it do so.

A condition is a class with everything about it in one place. Its name in the grammar is that of the class in small
letters: ``LeadsTo`` is ``leads_to``, made of what stands there in order.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, NamedTuple, Protocol

from sociable.findings.finding import Clause
from sociable.language.compile import Test, Variables
from sociable.language.contradictions import Known, Narrowing
from sociable.language.lookups import Lookups, Way
from sociable.language.nodes import Node, Path, Placed, Words
from sociable.language.types import Attribute, Kinds, Type
from sociable.text.source import Span

Scope = dict[str, Type | None]
"""Variables; nothing is known of one whose kind was a mistake, and nothing more is said about it."""

Bound = Mapping[str, tuple[Any, Type]]
"""Variables with what they stand for."""


class Checker(Protocol):
    """Whoever checks a rule: knows its words and says what is wrong."""

    kinds: Kinds
    used: set[str]

    def expect(self, path: Path, wanted: str, scope: Scope) -> None:
        """A path has to be of this type."""

    def type_of(self, path: Path, scope: Scope) -> Type | None:
        """The type of a path; says what is wrong with it and returns nothing otherwise."""

    def inside(self, kind: str, variable: str, source: Path, at: Placed, scope: Scope) -> Scope:
        """What is known where a variable goes through a list."""

    def list_called(self, name: Path) -> Words | None:
        """The words of a list, at the place of its name; nothing, and why, if there is none."""

    def use_of(self, call: Any, scope: Scope) -> Any:
        """The body of a define as it reads where it is used; nothing, and why, if that makes no sense."""

    def unknown(self, at: Placed, what: str, word: str, known: Iterable[str]) -> None:
        """A word is none of those that are known."""

    def say(self, at: Placed, message: str, advice: str = "") -> None:
        """Something is wrong."""


class Value(NamedTuple):
    """What a path leads to, what that says in words, and where it stands."""

    value: Any
    type: Type
    says: str
    span: Span | None


class Explainer(Protocol):
    """Whoever explains a rule: knows how things read, and whether conditions hold."""

    @property
    def kinds(self) -> Kinds: ...
    def value(self, path: Path, bound: Bound) -> Value: ...
    def clause(self, condition: "Condition", bound: Bound) -> Clause: ...
    def holds(self, condition: "Condition", bound: Bound) -> bool: ...
    def in_order(self, things: Iterable[Any], owner: Any) -> Iterator[Any]: ...
    def one_by_one(self, about: Iterable[tuple[Any, Clause]]) -> tuple[Clause, ...]: ...
    def span(self, thing: Any) -> Span | None: ...
    def named(self, thing: Any) -> str: ...
    def shown(self, value: Any, kind: Type) -> str: ...
    def fact(self, attribute: Attribute, value: Any) -> str: ...
    def crowd(self, name: str) -> str: ...


class Condition(Node):
    """Something that holds of things or does not. The two last fields of each say where it stands."""

    __slots__ = ()
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

    def checked(self, _checker: Checker, _scope: Scope) -> "Condition":
        """The condition with lists and defines written out; what is wrong with it is said."""
        return self

    def compiled(self, variables: Variables) -> Test:
        """The test that decides whether it holds: nothing else does."""
        raise NotImplementedError

    def explained(self, explainer: Explainer, bound: Bound, held: bool) -> Clause:
        """Because of what it ``held`` or did not, in words; whoever asks fills in its text."""
        raise NotImplementedError

    def narrowed(self, _narrowing: Narrowing, known: Known, _holds: bool = True) -> Known:
        """What is known when it holds, or does not. Raises ``Impossible``."""
        return known

    def ways(self, _lookups: Lookups) -> list[Way]:
        """The ways to find all things for which it can hold."""
        return []


def clause(held: bool, says: str, span: Span | None, parts: tuple[Clause, ...] = ()) -> Clause:
    """What explains a condition."""
    return Clause("", "", held, says, span, parts)
