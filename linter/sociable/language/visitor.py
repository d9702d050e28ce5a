"""What can be read off a rule and its conditions without asking them of anything."""

from collections.abc import Container
from typing import Any, NamedTuple

from sociable.language import ast


def conjuncts(condition: ast.Condition | None) -> tuple[ast.Condition, ...]:
    """The conditions that all have to hold."""
    if condition is None:
        return ()
    if isinstance(condition, ast.And):
        return tuple(part for operand in condition.operands for part in conjuncts(operand))
    return (condition,)


def named_others(rule: ast.Rule) -> tuple[ast.Other, ...]:
    """The rules that a rule names, each as often as it does."""
    return (*rule.subsumes, *(other for each in rule.beside for other in each.rules))


def word_set(condition: ast.Is | ast.In) -> frozenset[str]:
    """The words a checked condition allows."""
    if isinstance(condition, ast.Is):
        return frozenset((condition.word,))
    return frozenset(condition.right.words if isinstance(condition.right, ast.Words) else ())


def quantifiers(condition: ast.Condition) -> list[ast.Quantified]:
    """Every ``some``, ``every``, … in a condition, outer ones first."""
    match condition:
        case ast.Quantified():
            return [condition, *quantifiers(condition.body)]
        case ast.And() | ast.Or():
            return [found for operand in condition.operands for found in quantifiers(operand)]
        case ast.Not():
            return quantifiers(condition.operand)
    return []


def free_variables(condition: ast.Condition) -> frozenset[str]:
    """The variables a checked condition needs from outside."""
    match condition:
        case ast.And(operands) | ast.Or(operands):
            return frozenset().union(*map(free_variables, operands))
        case ast.Not(operand):
            return free_variables(operand)
        case ast.Is(left) | ast.In(left):
            return frozenset(left.names[:1])
        case ast.Holds(_, right):
            return frozenset(right.names[:1])
        case ast.Compare(left, _, right):
            return frozenset(side.names[0] for side in (left, right) if isinstance(side, ast.Path))
        case ast.Names(_, text, who):
            # A set of people and an origin are one bare word; a person is always an attribute of something.
            return frozenset((text.names[0], *(who.names[:1] if len(who.names) > 1 else ())))
        case ast.LeadsTo(left, right):
            return frozenset((left.names[0], right.names[0]))
        case ast.Flag(path):
            return frozenset(path.names[:1])
        case ast.Quantified():
            return frozenset(condition.source.names[:1]) | (free_variables(condition.body) - {condition.variable})
    return frozenset()


def implied(condition: ast.Condition, known: Container[str]) -> ast.Condition | None:
    """What follows from a condition for the ``known`` variables alone, if anything does."""
    if all(name in known for name in free_variables(condition)):
        return condition
    if not isinstance(condition, ast.And | ast.Or):
        return None
    parts = [implied(operand, known) for operand in condition.operands]
    said = tuple(part for part in parts if part is not None)
    enough = len(said) == len(parts) if isinstance(condition, ast.Or) else said
    return condition._replace(operands=said) if enough else None


class Use(NamedTuple):
    """A define where it is used: what stands for its parameters, and a mark for its own variables."""

    given: dict[str, ast.Path]
    mark: str
    at: int
    end: int


def _with_word(condition: ast.Is | ast.In, left: ast.Path, use: Use) -> ast.Condition:
    if isinstance(condition, ast.In):
        condition = condition._replace(right=condition.right._replace(at=use.at, end=use.end))
    return condition._replace(left=left, at=use.at, end=use.end)


def written_out(condition: ast.Condition, use: Use) -> ast.Condition:
    """A define's body as it reads where it is used, all of it at the place of the use.

    The mark keeps its own variables apart from those of the rule.
    """
    here: Any = {"at": use.at, "end": use.end}

    def path(old: ast.Path) -> ast.Path:
        new = use.given.get(old.names[0])
        return ast.Path((*new.names, *old.names[1:]) if new else old.names, **here)

    def side(old: ast.Path | ast.Number) -> ast.Path | ast.Number:
        return path(old) if isinstance(old, ast.Path) else old._replace(**here)

    match condition:
        case ast.And(operands) | ast.Or(operands):
            return condition._replace(operands=tuple(written_out(each, use) for each in operands), **here)
        case ast.Not(operand):
            return ast.Not(written_out(operand, use), **here)
        case ast.Is() | ast.In():
            return _with_word(condition, path(condition.left), use)
        case ast.Holds(word, right):
            return ast.Holds(word, path(right), **here)
        case ast.Compare(left, sign, right):
            return ast.Compare(side(left), sign, side(right), **here)
        case ast.Names(relation, text, who):
            whom = who._replace(**here) if relation == "leaks" else path(who)
            return ast.Names(relation, path(text), whom, **here)
        case ast.LeadsTo(left, right):
            return ast.LeadsTo(path(left), path(right), **here)
        case ast.Flag(flag):
            return ast.Flag(path(flag), **here)
        case ast.Quantified(variable=variable, source=source, body=body):
            name = variable + use.mark
            inner = use._replace(given={**use.given, variable: ast.Path((name,), **here)})
            return condition._replace(variable=name, source=path(source), body=written_out(body, inner), **here)
    return condition
