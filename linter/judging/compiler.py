"""Checked conditions to closures.

An environment is a list with one slot for each variable of a rule. A closure takes it and says yes
or no; a path is looked up once, when the rule is compiled, never by name while it runs.
"""

from collections.abc import Callable
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from linter.deriving.facts import TextFacts
from linter.deriving.texts import PERSON
from linter.language import ast
from linter.language.conditions import word_set
from linter.language.kinds import Type, attributes

Env = list[Any]
Test = Callable[[Env], bool]
Getter = Callable[[Env], Any]

_SIGNS: dict[str, Callable[[Any, Any], bool]] = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


class Variables:
    """The slot and the type of each variable of one rule."""

    def __init__(self) -> None:
        self.types: list[Type] = []
        self.slots: dict[str, int] = {}

    def declare(self, name: str, kind: Type) -> int:
        """A new slot. A name may come again in another quantifier; the latest counts."""
        self.slots[name] = len(self.types)
        self.types.append(kind)
        return self.slots[name]

    def environment(self) -> Env:
        return [None] * len(self.types)


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
            tests = [compile_condition(each, variables) for each in operands]
            return lambda env: all(test(env) for test in tests)
        case ast.Or(operands):
            tests = [compile_condition(each, variables) for each in operands]
            return lambda env: any(test(env) for test in tests)
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
        case ast.Flag(path):
            return getter(path, variables)
        case ast.Quantified():
            return _quantified(condition, variables)
    raise AssertionError(f"not a checked condition: {condition}")


def _comparison(left: Getter, sign: Callable[[Any, Any], bool], right: Getter) -> Test:
    return lambda env: sign(left(env), right(env))


def _number(side: ast.Path | ast.Number, variables: Variables) -> Getter:
    if isinstance(side, ast.Path):
        return getter(side, variables)
    value = side.value
    return lambda env: value


def _names(condition: ast.Names, variables: Variables) -> Test:
    """Does the text name, or quote, a crowd or the person behind an event? It knows only its own event."""
    get = getter(condition.text, variables)
    mentioned = _people if condition.relation == "names" else _quoted
    if len(condition.who.names) == 1:
        crowd = condition.who.text
        return lambda env: crowd in mentioned(get(env))
    whose = getter(condition.who, variables)
    return lambda env: PERSON in mentioned(text := get(env)) and text.step.automation is whose(env)


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
