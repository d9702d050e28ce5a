"""Rules about loops: which steps may be on one, which have to be, and what to ask of the loop."""

from collections.abc import Callable, Iterator
from functools import partial

from sociable.engine.domains import Things
from sociable.facts.facts import StepFacts
from sociable.graph.loops import Question
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.compile import Env, Test, Variables
from sociable.language.conditions.joined import conjuncts
from sociable.language.types import Type
from sociable.language.visitor import shape

StepTest = Callable[[Things], Callable[[StepFacts], bool]]
"""Made once for a setup, since what holds of a whole is kept from one step to the next."""


class LoopPlan:
    """A compiled ``for each loop l`` or ``for each mirror_loop l``.

    ``every`` and ``no`` filter the steps, ``some`` has to be met somewhere; ``unless`` turns each of
    them round. All of it is asked before loops are looked for.
    """

    def __init__(self, rule: ast.Asked, binding: ast.Binding) -> None:
        self.kind = binding.kind
        self.filters: list[StepTest] = []
        self.said: list[tuple[object, bool]] = []
        self.wanted: list[tuple[object, bool]] = []
        self.required: list[StepTest] = []
        self.variables = Variables(KINDS)
        self.slot = self.variables.declare(binding.variable, Type(binding.kind))
        self.tests: list[Test] = []
        for condition in conjuncts(rule.when):
            self._add(condition, binding.variable, holds=True)
        for condition in rule.unless:
            self._add(condition, binding.variable, holds=False)

    def _add(self, condition: ast.Condition, loop: str, holds: bool) -> None:
        if not isinstance(condition, ast.Quantified) or condition.source.names != (loop, "steps"):
            test = condition.compiled(self.variables)
            self.tests.append(test if holds else lambda env: not test(env))
            return
        meets = _step_test(condition)
        fails = partial(_turned, meets)
        match condition.quantity, holds:
            case ("every", True) | ("some", False):
                self._filter(meets if holds else fails, condition, turned=not holds)
            case ("no", True):
                self._filter(fails, condition, turned=True)
            case ("some", True) | ("no", False):
                self._require(meets, condition, turned=False)
            case ("every", False):
                self._require(fails, condition, turned=True)

    def _filter(self, passes: StepTest, condition: ast.Quantified, turned: bool) -> None:
        self.filters.append(passes)
        self.said.append((shape(condition.body, condition.variable), turned))

    def _require(self, meets: StepTest, condition: ast.Quantified, turned: bool) -> None:
        self.required.append(meets)
        self.wanted.append((shape(condition.body, condition.variable), turned))

    def environments(self, domains: Things) -> Iterator[Env]:
        """Each loop for which the rule holds."""
        env = self.variables.environment(domains)
        filters, required = ([each(domains) for each in tests] for tests in (self.filters, self.required))
        question = Question(frozenset(self.said), tuple(self.wanted))
        for loop in domains.loops(self.kind, lambda step: all(keeps(step) for keeps in filters), required, question):
            env[self.slot] = loop
            if all(test(env) for test in self.tests):
                yield env


def _turned(meets: StepTest, domains: Things) -> Callable[[StepFacts], bool]:
    test = meets(domains)
    return lambda step: not test(step)


def _step_test(condition: ast.Quantified) -> StepTest:
    variables = Variables(KINDS)
    slot = variables.declare(condition.variable, Type("step"))
    body = condition.body.compiled(variables)

    def about(domains: Things) -> Callable[[StepFacts], bool]:
        env = variables.environment(domains)

        def test(step: StepFacts) -> bool:
            env[slot] = step
            return body(env)

        return test

    return about
