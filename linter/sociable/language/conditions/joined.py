"""Conditions made of others: all of them, one of them, not this one, or what a define says."""

from collections.abc import Container
from itertools import islice, product

from sociable.findings.finding import Clause
from sociable.language.compile import Test, Variables, all_of, any_of
from sociable.language.condition import Condition, cheapest_first, clause
from sociable.language.contradictions import Impossible, Known, Narrowing
from sociable.language.lookups import Lookups, Way
from sociable.language.syntax_nodes import Path
from sociable.language.types import Bound, Scope
from sociable.language.visitor import free_variables
from sociable.records.static import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from sociable.language.protocols import Checker, Explainer

__all__ = ("And", "Call", "Joined", "Not", "Or")


class Joined(Condition):
    """Several conditions; ``decided_by`` is what one of them has to be so that it decides alone."""

    decided_by: ClassVar[bool]
    operands: tuple[Condition, ...]
    at: int
    end: int

    def dearness(self, variables: Variables) -> int:
        return max((each.dearness(variables) for each in self.operands), default=0)

    def printed(self) -> str:
        return f" {self.joins} ".join(each.printed_within() for each in self.operands)

    def checked(self, checker: "Checker", scope: Scope) -> Condition:
        return self._replace(operands=tuple(each.checked(checker, scope) for each in self.operands))

    def explained(self, explainer: "Explainer", bound: Bound, held: bool) -> Clause:
        """By one part that decides; otherwise all parts do."""
        parts = tuple(explainer.clause(each, bound) for each in self.operands)
        decisive = tuple(each for each in parts if each.held is self.decided_by)
        return clause(held, "", None, decisive or parts)

    def narrowed(self, narrowing: Narrowing, known: Known, holds: bool = True) -> Known:
        if self.decided_by is holds:
            self._either(narrowing, known, holds)
            return known
        for operand in self.operands:
            known = operand.narrowed(narrowing, known, holds)
        return known

    def _either(self, narrowing: Narrowing, known: Known, holds: bool) -> None:
        """One of them is enough."""
        dead = []
        for operand in self.operands:
            try:
                operand.narrowed(narrowing, known, holds)
            except Impossible as error:
                dead.append(error)
        if len(dead) == len(self.operands) and dead:
            raise dead[0]
        narrowing.dead += [each for each in dead if each.is_written_in(self)] if holds else []


class And(Joined):
    """All operands hold; none at all always does."""

    joins = "and"
    decided_by = False

    def compiled(self, variables: Variables) -> Test:
        return all_of([each.compiled(variables) for each in cheapest_first(self.operands, variables)])

    def ways(self, lookups: Lookups) -> list[Way]:
        return [way for operand in self.operands for way in operand.ways(lookups)]


class Or(Joined):
    """At least one operand holds."""

    joins = "or"
    decided_by = True

    def compiled(self, variables: Variables) -> Test:
        return any_of([each.compiled(variables) for each in self.operands])

    def ways(self, lookups: Lookups) -> list[Way]:
        each = product(*(operand.ways(lookups) for operand in self.operands))
        return [sum(one_of_each, ()) for one_of_each in islice(each, lookups.most)]


class Not(Condition):
    """The condition after it does not hold; several go in brackets."""

    operand: Condition
    at: int
    end: int

    def printed(self) -> str:
        return self.operand.denied()

    def checked(self, checker: "Checker", scope: Scope) -> Condition:
        return self._replace(operand=self.operand.checked(checker, scope))

    def dearness(self, variables: Variables) -> int:
        return self.operand.dearness(variables)

    def compiled(self, variables: Variables) -> Test:
        test = self.operand.compiled(variables)
        return lambda env: not test(env)

    def ways(self, lookups: Lookups) -> list[Way]:
        return self.operand.ways_without(lookups)

    def explained(self, explainer: "Explainer", bound: Bound, _held: bool) -> Clause:
        return explainer.clause(self.operand, bound)

    def narrowed(self, narrowing: Narrowing, known: Known, holds: bool = True) -> Known:
        """What is told of a test that is denied is told of the denial as well."""
        try:
            return self.operand.narrowed(narrowing, known, not holds)
        except Impossible as error:
            if error.condition is self.operand:
                raise Impossible(self, error.path) from None
            raise


class Call(Condition):
    """A use of a ``define``; gone once a rule is checked."""

    name: str
    arguments: tuple[Path, ...]
    at: int
    end: int

    def printed(self) -> str:
        return f"{self.name}({', '.join(argument.text for argument in self.arguments)})"

    def checked(self, checker: "Checker", scope: Scope) -> Condition:
        body: Condition | None = checker.use_of(self, scope)
        return self if body is None else body


def conjuncts(condition: Condition | None) -> tuple[Condition, ...]:
    """The conditions that all have to hold."""
    if condition is None:
        return ()
    if isinstance(condition, And):
        return tuple(part for operand in condition.operands for part in conjuncts(operand))
    return (condition,)


def implied(condition: Condition, known: Container[str]) -> Condition | None:
    """What follows from a condition for the ``known`` variables alone, if anything does."""
    if all(name in known for name in free_variables(condition)):
        return condition
    if not isinstance(condition, Joined):
        return None
    parts = [implied(operand, known) for operand in condition.operands]
    said = tuple(part for part in parts if part is not None)
    enough = len(said) == len(parts) if condition.decided_by else said
    return condition._replace(operands=said) if enough else None
