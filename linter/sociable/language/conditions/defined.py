"""Conditions that have a name."""

from sociable.language.condition import Checker, Condition, Scope
from sociable.language.nodes import Path


class Call(Condition):
    """A use of a ``define``; gone once a rule is checked."""

    __slots__ = ()
    name: str
    arguments: tuple[Path, ...]
    at: int
    end: int

    def printed(self) -> str:
        return f"{self.name}({', '.join(argument.text for argument in self.arguments)})"

    def checked(self, checker: Checker, scope: Scope) -> Condition:
        body: Condition | None = checker.use_of(self, scope)
        return self if body is None else body
