"""Checked conditions to closures.

An environment is a list with one slot for each variable of a rule. A closure takes it and says yes
or no; a path is looked up once, when the rule is compiled, never by name while it runs.
"""

from collections.abc import Callable, Sequence
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from sociable.engine.domains import Things
from sociable.facts.facts import TextFacts
from sociable.kinds.table import attributes
from sociable.language import ast
from sociable.language.types import Type
from sociable.language.visitor import word_set
from sociable.vocabulary.crowds import PERSON
from sociable.vocabulary.values import HEARD_BY_MANY

Env = list[Any]
Test = Callable[[Env], bool]
Getter = Callable[[Env], Any]

_SIGNS: dict[str, Callable[[Any, Any], bool]] = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


class Variables:
    """The slot and the type of each variable of one rule."""

    def __init__(self) -> None:
        self.types: list[Type] = []
        self.slots: dict[str, int] = {}
        self._domains: int | None = None

    def declare(self, name: str, kind: Type) -> int:
        """A new slot. A name may come again in another quantifier; the latest counts."""
        self.slots[name] = len(self.types)
        self.types.append(kind)
        return self.slots[name]

    def domains(self) -> int:
        """The slot of the whole setup, for what no thing knows of itself; a rule that does not ask has none."""
        if self._domains is None:
            self._domains = len(self.types)
            self.types.append(Type("setup"))
        return self._domains

    def environment(self, domains: Things) -> Env:
        env: Env = [None] * len(self.types)
        if self._domains is not None:
            env[self._domains] = domains
        return env


def walk(path: ast.Path, kind: Type) -> tuple[Callable[[Any], Any], Type]:
    """How to get from a variable's value to what its path names, and the type of that."""
    gets = []
    for name in path.names[1:]:
        attribute = attributes(kind)[name]
        gets.append(attribute.get)
        kind = attribute.type
    if len(gets) == 1:
        return gets[0], kind
    if len(gets) == 2:
        first, second = gets
        return (lambda thing: second(first(thing))), kind

    def follow(thing: Any) -> Any:
        for get in gets:
            thing = get(thing)
        return thing

    return follow, kind


def getter(path: ast.Path, variables: Variables) -> Getter:
    """The value of a path in an environment."""
    slot = variables.slots[path.names[0]]
    if len(path.names) == 1:
        return lambda env: env[slot]
    get, _ = walk(path, variables.types[slot])
    return lambda env: get(env[slot])


def compile_condition(condition: ast.Condition, variables: Variables) -> Test:
    """A closure for a checked condition."""
    match condition:
        case ast.And(operands):
            return all_of([compile_condition(each, variables) for each in operands])
        case ast.Or(operands):
            return any_of([compile_condition(each, variables) for each in operands])
        case ast.Not(operand):
            test = compile_condition(operand, variables)
            return lambda env: not test(env)
        case ast.Is(left, word):
            get = getter(left, variables)
            return lambda env: bool(get(env) == word)
        case ast.In(left):
            get, words = getter(left, variables), word_set(condition)
            return lambda env: get(env) in words
        case ast.Holds(word, right):
            get = getter(right, variables)
            return lambda env: word in get(env)
        case ast.Compare(left, sign, right):
            return _comparison(_number(left, variables), _SIGNS[sign], _number(right, variables))
        case ast.Names():
            return _names(condition, variables)
        case ast.LeadsTo(left, right):
            set_off, other = set_off_by(left, variables), getter(right, variables)
            return lambda env: other(env) in set_off(env)
        case ast.Flag(path):
            return getter(path, variables)
        case ast.Quantified():
            return _quantified(condition, variables)
    raise AssertionError(f"not a checked condition: {condition}")


def all_of(tests: Sequence[Test]) -> Test:
    """Whether all of them hold. Plain loops: a generator for each question would take longer than most questions."""
    if len(tests) == 1:
        return tests[0]

    def test(env: Env) -> bool:
        for each in tests:  # noqa: SIM110
            if not each(env):
                return False
        return True

    return test


def any_of(tests: Sequence[Test]) -> Test:
    """Whether one of them holds."""
    if len(tests) == 1:
        return tests[0]

    def test(env: Env) -> bool:
        for each in tests:  # noqa: SIM110
            if each(env):
                return True
        return False

    return test


def set_off_by(path: ast.Path, variables: Variables) -> Getter:
    """The automations that the one at a path can set off."""
    automation, whole = getter(path, variables), variables.domains()
    return lambda env: env[whole].set_off_by(automation(env))


def _comparison(left: Getter, sign: Callable[[Any, Any], bool], right: Getter) -> Test:
    return lambda env: sign(left(env), right(env))


def _number(side: ast.Path | ast.Number, variables: Variables) -> Getter:
    if isinstance(side, ast.Path):
        return getter(side, variables)
    value = side.value
    return lambda env: value


def _names(condition: ast.Names, variables: Variables) -> Test:
    """Does the text name, quote, or give away? Of persons behind events it knows only that of its own."""
    get = getter(condition.text, variables)
    if condition.relation == "leaks":
        return _leaks(get, condition.who.text)
    mentioned = _people if condition.relation == "names" else _quoted
    if len(condition.who.names) == 1:
        crowd = condition.who.text
        return lambda env: crowd in mentioned(get(env))
    whose = getter(condition.who, variables)
    return lambda env: PERSON in mentioned(text := get(env)) and text.step.automation is whose(env)


def _leaks(get: Getter, origin: str) -> Test:
    """What is of this origin was meant for one person at most, and here a group or everybody reads it."""

    def test(env: Env) -> bool:
        text: TextFacts = get(env)
        return origin in text.provenance.origins and text.step.audience in HEARD_BY_MANY

    return test


def _people(text: TextFacts) -> frozenset[str]:
    return text.provenance.people


def _quoted(text: TextFacts) -> frozenset[str]:
    return text.provenance.quoted


def _quantified(condition: ast.Quantified, variables: Variables) -> Test:
    """Sets the variable's slot as it goes; ``some`` leaves it at the first that fits."""
    source = getter(condition.source, variables)
    slot = variables.declare(condition.variable, Type(condition.kind))
    body = compile_condition(condition.body, variables)

    def holding(env: Env) -> Any:
        for thing in source(env):
            env[slot] = thing
            if body(env):
                yield thing

    match condition.quantity:
        case "some":
            return lambda env: any(True for _ in holding(env))
        case "no":
            return lambda env: not any(True for _ in holding(env))
        case "every":
            return lambda env: sum(1 for _ in holding(env)) == len(source(env))
        case "at least":
            return lambda env: sum(1 for _ in holding(env)) >= condition.number
        case _:
            return lambda env: sum(1 for _ in holding(env)) <= condition.number
