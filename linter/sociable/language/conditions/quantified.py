"""How many of a list something is true of."""

from collections.abc import Callable

from sociable.findings.finding import Clause
from sociable.language.compile import Env, Test, Variables
from sociable.language.condition import Condition, clause
from sociable.language.contradictions import Impossible, Known, Narrowing
from sociable.language.lookups import Lookups, Way
from sociable.language.syntax_nodes import Path
from sociable.language.types import Bound, Get, Scope, Type
from sociable.language.visitor import free_variables, walk
from sociable.records.static import TYPE_CHECKING, Any
from sociable.text.wording import counted

if TYPE_CHECKING:
    from sociable.language.protocols import Checker, Explainer

__all__ = ("Quantified",)


class Quantified(Condition):
    """``some``, ``every``, ``no``, ``at least`` or ``at most`` of a list."""

    quantity: str
    number: int
    kind: str
    variable: str
    source: Path
    body: Condition
    at: int
    end: int

    @property
    def introduces(self) -> tuple[str, ...]:
        return (self.variable,)

    @property
    def finds_some(self) -> bool:
        """Whether it only holds if there is a thing that fits."""
        return self.quantity == "some" or (self.quantity == "at least" and self.number > 0)

    @property
    def head(self) -> str:
        """Everything before the body."""
        quantity = f"{self.quantity} {self.number}" if self.quantity.startswith("at ") else self.quantity
        return f"{quantity} {self.kind} {self.variable} in {self.source.text} has"

    def printed(self) -> str:
        return f"{self.head} {self.body.printed_within()}"

    def checked(self, checker: "Checker", scope: Scope) -> Condition:
        inner = checker.inside(self.kind, self.variable, self.source, self, scope)
        checker.used.discard(self.variable)
        body = self.body.checked(checker, inner)
        if self.variable not in checker.used:
            checker.say(self, f"`{self.variable}` is never used", "Say something about it after `has`.")
        return self._replace(body=body)

    def dearness(self, _variables: Variables) -> int:
        return 2

    def compiled(self, variables: Variables) -> Test:
        """Sets the variable's slot as it goes; ``some`` leaves it at the first that fits.

        Where nothing but the list decides, each list is gone through once, however many things lead to it.
        """
        slot, test = self._compiled(variables)
        if free_variables(self.body) != {self.variable}:
            return test
        start, owner = variables.reach(self.source._replace(names=self.source.names[:-1]))
        answers = variables.unnamed()

        def answered(env: Env) -> Any:
            kept = env[answers]
            whose = owner(env[start])
            known = kept.get(id(whose))
            if known is None:
                holds = test(env)
                # The owner is kept, so that nothing else comes to have its id.
                kept[id(whose)] = (holds, env[slot], whose)
                return holds
            holds, env[slot], _ = known
            return holds

        return answered

    def _compiled(self, variables: Variables) -> tuple[int, Test]:
        source, number = variables.reach(self.source), self.number
        things = variables.getter(self.source)
        slot = variables.declare(self.variable, Type(self.kind))
        body = self.body.compiled(variables)

        some, count = _some(source, slot, body), _count(source, slot, body)
        match self.quantity:
            case "some":
                return slot, some
            case "no":
                return slot, lambda env: not some(env)
            case "every":
                return slot, lambda env: count(env) == len(things(env))
            case "at least":
                return slot, lambda env: count(env) >= number
        return slot, lambda env: count(env) <= number

    def explained(self, explainer: "Explainer", bound: Bound, held: bool) -> Clause:
        """By the first thing that decided, if one did; by all of them otherwise."""
        source = explainer.value(self.source, bound)
        things = list(explainer.in_order(source.value, bound[self.source.names[0]][0]))
        within = [(each, {**bound, self.variable: (each, Type(self.kind))}) for each in things]
        wanted = self.quantity != "every"
        if self.quantity.startswith("at "):
            count = sum(explainer.holds(self.body, each) for _, each in within)
            return clause(held, f"true of {count} of {counted(len(things), self.kind)}", source.span)
        for thing, inner in within:
            if explainer.holds(self.body, inner) is wanted:
                part = explainer.clause(self.body, inner)
                says = f"{'true' if wanted else 'not true'} of {explainer.named(thing)}"
                return clause(held, says, explainer.span(thing), (part,) if part.says else part.parts)
        if wanted or not things:
            none = (
                f"true of none of {len(things)} {self.kind}s" if len(things) > 1 else f"not true of the one {self.kind}"
            )
            return clause(held, none if things else f"there is no {self.kind}", source.span)
        each = explainer.one_by_one((thing, explainer.clause(self.body, inner)) for thing, inner in within)
        return clause(held, f"true of each of {counted(len(things), self.kind)}", source.span, each)

    def narrowed(self, narrowing: Narrowing, known: Known, holds: bool = True) -> Known:
        """The things it goes through are its own; what is known of the others stays true for each of them."""
        scope, narrowing.scope = narrowing.scope, {**narrowing.scope, self.variable: Type(self.kind)}
        try:
            self.body.narrowed(narrowing, known)
        except Impossible as error:
            if holds and self.finds_some:
                raise
            if error.is_written_in(self):
                narrowing.dead.append(error)
        finally:
            narrowing.scope = scope
        return known

    def ways(self, lookups: Lookups) -> list[Way]:
        up = lookups.kinds.attributes(Type(self.kind)).get(lookups.kind)
        if up is None or self.source.names != (lookups.variable, "steps") or not self.finds_some:
            return []
        inner = self.body.ways(lookups._replace(variable=self.variable, kind=self.kind))
        return [tuple(lookup._replace(up=up.get) for lookup in way) for way in inner]


# Plain loops: a generator for each question would take longer than most questions.


def _some(source: tuple[int, Get], slot: int, body: Test) -> Test:
    """Whether it is so of one of them, which is then in the slot."""
    start, things = source

    def test(env: Env) -> bool:
        for thing in things(env[start]):
            env[slot] = thing
            if body(env):
                return True
        return False

    return test


def _count(source: tuple[int, Get], slot: int, body: Test) -> Callable[[Env], int]:
    """Of how many of them it is so."""
    start, things = source

    def count(env: Env) -> int:
        found = 0
        for thing in things(env[start]):
            env[slot] = thing
            if body(env):
                found += 1
        return found

    return count


def quantifiers(condition: Condition | None) -> list[Quantified]:
    """Every ``some``, ``every``, … in a condition, outer ones first."""
    return [each for each in walk(condition) if isinstance(each, Quantified)]
