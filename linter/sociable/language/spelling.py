"""A checked condition as one would write it: the words for what a ``define`` came down to."""

from typing import Any

from sociable.language import ast


def spelled(condition: ast.Condition) -> str:
    """The condition in the rule language, on one line, with brackets wherever joined conditions meet."""
    match condition:
        case ast.And(operands):
            return " and ".join(_operand(each, ast.And, ast.Or) for each in operands)
        case ast.Or(operands):
            return " or ".join(_operand(each, ast.And, ast.Or) for each in operands)
        case ast.Not(operand):
            return f"not {_operand(operand, ast.And, ast.Or)}"
        case ast.Is(left, word):
            return f"{_path(left)} is {word}"
        case ast.In(left, right):
            return f"{_path(left)} in {_words(right) if isinstance(right, ast.Words) else _path(right)}"
        case ast.Holds(word, right):
            return f"{word} in {_path(right)}"
        case ast.Compare(left, sign, right):
            return f"{_side(left)} {sign} {_side(right)}"
        case ast.Names(relation, text, who):
            return f"{_path(text)} {relation} {_path(who)}"
        case ast.LeadsTo(left, right):
            return f"{_path(left)} leads to {_path(right)}"
        case ast.Flag(path):
            return _path(path)
        case ast.Quantified(quantity, number, kind, variable, source):
            count = f" {number}" if quantity.startswith("at ") else ""
            body = _operand(condition.body, ast.And, ast.Or)
            return f"{quantity}{count} {kind} {_name(variable)} in {_path(source)} has {body}"
    raise AssertionError(f"not a checked condition: {condition}")


def unmarked(tree: Any) -> Any:
    """The same tree, its variables called what the pages call them."""
    if isinstance(tree, ast.Path):
        return tree._replace(names=(_name(tree.names[0]), *tree.names[1:]))
    if isinstance(tree, ast.Quantified):
        tree = tree._replace(variable=_name(tree.variable))
    if not isinstance(tree, tuple):
        return tree
    parts = map(unmarked, tree)
    return type(tree)(*parts) if hasattr(tree, "_fields") else tuple(parts)


def _operand(condition: ast.Condition, *bracketed: type) -> str:
    """A part of a condition, in brackets if it is one of these."""
    text = spelled(condition)
    return f"({text})" if isinstance(condition, bracketed) else text


def _name(variable: str) -> str:
    """Without the mark that keeps a define's own variables apart."""
    return variable.partition("'")[0]


def _path(path: ast.Path) -> str:
    return ".".join((_name(path.names[0]), *path.names[1:]))


def _side(side: ast.Path | ast.Number) -> str:
    return _path(side) if isinstance(side, ast.Path) else str(side.value)


def _words(words: ast.Words) -> str:
    return f"[{', '.join(words.words)}]"
