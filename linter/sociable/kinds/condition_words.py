"""Conditions of rules in words, for those who do not write rules."""

from collections.abc import Iterable, Mapping

from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.types import Attribute, Type
from sociable.language.visitor import unmarked
from sociable.vocabulary.platforms import PLATFORMS

_MANY = 6
"""Words that are still read one by one."""

_SIGNS = {"<": "less than", "<=": "at most", ">": "more than", ">=": "at least", "=": "", "!=": "other than"}
_WHETHER = "whether "


def types_of(bindings: Iterable[ast.Binding | ast.Grouping | ast.Pairing]) -> dict[str, Type]:
    """The types of the variables of ``for each``."""
    types: dict[str, Type] = {}
    for each in bindings:
        if isinstance(each, ast.Pairing):
            types |= dict.fromkeys((each.first, each.second), Type("automation"))
        elif isinstance(each, ast.Grouping):
            types |= {each.variable: Type("group", each.kind), each.member: Type(each.kind)}
        else:
            types[each.variable] = Type(each.kind)
    return types


def condition_words(condition: ast.Condition, types: Mapping[str, Type]) -> str:
    """What a condition asks, as a clause without names for things; in its own spelling where it has no words."""
    match condition:
        case ast.And(operands):
            words = " and ".join(_inner(each, types) for each in operands)
        case ast.Or(operands):
            words = " or ".join(_inner(each, types) for each in operands)
        case ast.Not(operand):
            words = f"it is not so that {_inner(operand, types)}"
        case ast.Flag(path):
            words = _about(path, types).removeprefix(_WHETHER)
        case ast.Holds(word, path):
            words = f"among “{_about(path, types)}” is {_meanings([word], path, types)}"
        case ast.Is(left, word):
            words = f"the answer to “{_about(left, types)}” is {_meanings([word], left, types)}"
        case ast.In(left, ast.Words(said)):
            words = f"the answer to “{_about(left, types)}” is {_meanings(said, left, types)}"
        case ast.Compare(ast.Path() as left, sign, ast.Number(value)):
            words = f"the answer to “{_about(left, types)}” is {_SIGNS[sign]} {value:,}".replace("  ", " ")
        case ast.Quantified():
            words = _of_several(condition, types)
        case _:
            words = f"`{unmarked(condition).printed()}`"
    return words


def _of_several(condition: ast.Quantified, types: Mapping[str, Type]) -> str:
    many = f"{condition.quantity} {condition.number}" if condition.number else condition.quantity
    kind = condition.kind.replace("_", " ")
    return f"of {many} {kind} this is so: {_inner(condition.body, {**types, condition.variable: Type(condition.kind)})}"


def _inner(condition: ast.Condition, types: Mapping[str, Type]) -> str:
    words = condition_words(condition, types)
    return f"({words})" if isinstance(condition, ast.And | ast.Or) else words


def _last(path: ast.Path, types: Mapping[str, Type]) -> Attribute:
    kind = types[path.names[0]]
    for name in path.names[1:]:
        attribute = KINDS.attributes(kind)[name]
        kind = attribute.type
    return attribute


def _about(path: ast.Path, types: Mapping[str, Type]) -> str:
    """What is asked, as the description of the attribute says it."""
    doc = _last(path, types).doc.rstrip(".")
    return doc[0].lower() + doc[1:]


def _meanings(words: Iterable[str], path: ast.Path, types: Mapping[str, Type]) -> str:
    rows = KINDS.words[_last(path, types).type.of]
    told = [_meaning(word, rows[word]) for word in words]
    more = [f"{len(told) - _MANY} more"] if len(told) > _MANY else []
    return " or ".join((*told[:_MANY], *more))


def _meaning(word: str, described: object) -> str:
    if word in PLATFORMS:
        return f"“{PLATFORMS[word].title}”"
    return f"“{described}”" if isinstance(described, str) else f"`{word}`"
