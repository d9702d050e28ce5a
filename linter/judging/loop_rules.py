"""Rules about loops: which steps may be on one, which have to be, and what to ask of the loop."""

from collections.abc import Callable, Iterator
from functools import partial

from linter.causality.loops import find_loops
from linter.deriving.facts import StepFacts
from linter.judging.compiler import Env, Test, Variables, compile_condition
from linter.judging.domains import Domains
from linter.language import ast
from linter.language.conditions import conjuncts
from linter.language.kinds import Type

StepTest = Callable[[Domains, StepFacts], bool]


class LoopPlan:
    """A compiled ``for each loop l``.

    ``every`` and ``no`` filter the steps, ``some`` has to be met somewhere; ``unless`` turns each of
    them round. All of it is asked before loops are looked for.
    """

    def __init__(self, rule: ast.Asked, binding: ast.Binding) -> None:
        self.filters: list[StepTest] = []
        self.required: list[StepTest] = []
        self.variables = Variables()
        self.slot = self.variables.declare(binding.variable, Type("loop"))
        self.tests: list[Test] = []
        for condition in conjuncts(rule.when):
            self._add(condition, binding.variable, holds=True)
        for condition in rule.unless:
            self._add(condition, binding.variable, holds=False)

    def _add(self, condition: ast.Condition, loop: str, holds: bool) -> None:
        if not isinstance(condition, ast.Quantified) or condition.source.names != (loop, "steps"):
            test = compile_condition(condition, self.variables)
            self.tests.append(test if holds else lambda env: not test(env))
            return
        meets = _step_test(condition)
        fails: StepTest = lambda domains, step: not meets(domains, step)  # noqa: E731 - the counterpart of the line above
        match condition.quantity, holds:
            case ("every", True) | ("some", False):
                self.filters.append(meets if holds else fails)
            case ("no", True):
                self.filters.append(fails)
            case ("some", True) | ("no", False):
                self.required.append(meets)
            case ("every", False):
                self.required.append(fails)

    def environments(self, domains: Domains) -> Iterator[Env]:
        """Each loop for which the rule holds."""
        env = self.variables.environment(domains)
        required: list[Callable[[StepFacts], bool]] = [partial(wanted, domains) for wanted in self.required]
        for loop in find_loops(domains.facts, partial(self._keeps, domains), required):
            env[self.slot] = loop
            if all(test(env) for test in self.tests):
                yield env

    def _keeps(self, domains: Domains, step: StepFacts) -> bool:
        return all(passes(domains, step) for passes in self.filters)


def _step_test(condition: ast.Quantified) -> StepTest:
    variables = Variables()
    slot = variables.declare(condition.variable, Type("step"))
    body = compile_condition(condition.body, variables)

    def test(domains: Domains, step: StepFacts) -> bool:
        env = variables.environment(domains)
        env[slot] = step
        return body(env)

    return test
