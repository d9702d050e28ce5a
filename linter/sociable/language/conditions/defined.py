"""Conditions that have a name."""

from typing import TYPE_CHECKING

from sociable.language.condition import Condition
from sociable.language.nodes import Path
from sociable.language.types import Scope

if TYPE_CHECKING:
    from sociable.language.protocols import Checker


class Call(Condition):
    """A use of a ``define``; gone once a rule is checked."""

    __slots__ = ()
    name: str
    arguments: tuple[Path, ...]
    at: int
    end: int

    def printed(self) -> str:
        return f"{self.name}({', '.join(argument.text for argument in self.arguments)})"

    def checked(self, checker: "Checker", scope: Scope) -> Condition:
        body: Condition | None = checker.use_of(self, scope)
        return self if body is None else body
