"""How a condition is to be read: the same for what is worked out beforehand and for what is played."""

from collections.abc import Container
from typing import NamedTuple

from sociable.setup.model import Expression
from sociable.vocabulary.carried import ROOTS

_LITERALS = frozenset(("text", "number", "flag", "duration"))


class Comparison(NamedTuple):
    """Two operands and the sign between them: ``=``, ``!=``, ``<``, ``<=``, ``>`` or ``>=``."""

    sign: str
    left: Expression
    right: Expression


def comparison(expression: Expression) -> Comparison | None:
    """The comparison that an expression is, if it is one; ``is`` says the same as ``=``."""
    match expression.op:
        case "is":
            return Comparison("=", *expression.args)
        case "compare":
            return Comparison(*expression.args)
    return None


def constant(operand: Expression, produced: Container[str]) -> Expression | None:
    """An operand that is always the same: a literal, or a single word that names nothing, as in ``is negative``."""
    if operand.op in _LITERALS:
        return operand
    is_word = operand.op == "path" and len(operand.args) == 1
    if is_word and operand.args[0] not in produced and operand.args[0] not in ROOTS:
        return Expression("text", operand.args, operand.text)
    return None
