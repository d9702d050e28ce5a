"""What conditions may ask of those who have them check, explain and decide."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from sociable.findings.finding import Clause
from sociable.language.syntax_nodes import Path, Words
from sociable.language.types import Answer, Attribute, Bound, Get, Kinds, Scope, Type
from sociable.records.record import Record
from sociable.records.static import Any, Protocol
from sociable.text.source import Span


class Placed(Protocol):
    """Anything with a place on the page."""

    @property
    def at(self) -> int: ...
    @property
    def end(self) -> int: ...


class Things(Protocol):
    """The whole of a setup, for what no thing knows of itself."""

    def set_off_by(self, automation: Any) -> Collection[Any]:
        """The automations that one can set off, directly or through others."""

    def index(
        self, kind: str, names: tuple[str, ...], get: Get, *, several: bool = False
    ) -> Mapping[Answer, Collection[Any]]:
        """The things of a kind by the word that ``get`` finds on them, or by each of ``several``."""


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


class Value(Record):
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
    def clause(self, condition: Any, bound: Bound) -> Clause: ...
    def holds(self, condition: Any, bound: Bound) -> bool: ...
    def in_order(self, things: Iterable[Any], owner: Any) -> Iterator[Any]: ...
    def one_by_one(self, about: Iterable[tuple[Any, Clause]]) -> tuple[Clause, ...]: ...
    def span(self, thing: Any) -> Span | None: ...
    def named(self, thing: Any) -> str: ...
    def shown(self, value: Any, kind: Type) -> str: ...
    def fact(self, attribute: Attribute, value: Any) -> str: ...
    def crowd(self, name: str) -> str: ...
