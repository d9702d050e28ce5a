"""What each rule of the grammar makes: an ``Expression``.

``text`` is written anew, so that equal trees read the same and reading it again gives the same tree.
"""

import re
from collections.abc import Set

from sociable.setup import quantities
from sociable.setup.model import Expression

_LOOSELY_BOUND = frozenset(("or", "and", "not", "compare", "in", "contains", "matches", "is"))


class TreeBuilder:
    """One method for each rule or alias of the grammar; tokens come as text."""

    def or_(self, *operands: Expression) -> Expression:
        return Expression("or", operands, " or ".join(_within(operand, {"or"}) for operand in operands))

    def and_(self, *operands: Expression) -> Expression:
        return Expression("and", operands, " and ".join(_within(operand, {"or", "and"}) for operand in operands))

    def negation(self, operand: Expression) -> Expression:
        return Expression("not", (operand,), f"not {_within(operand, {'or', 'and'})}")

    def compare(self, left: Expression, sign: str, right: Expression) -> Expression:
        sign = "=" if sign == "==" else str(sign)
        return Expression("compare", (sign, left, right), f"{_operand(left)} {sign} {_operand(right)}")

    def member(self, left: Expression, right: Expression) -> Expression:
        return _relation("in", left, right)

    def not_member(self, left: Expression, right: Expression) -> Expression:
        return self.negation(self.member(left, right))

    def contains(self, left: Expression, right: Expression) -> Expression:
        return _relation("contains", left, right)

    def matches(self, left: Expression, right: Expression) -> Expression:
        return _relation("matches", left, right)

    def is_(self, left: Expression, right: Expression) -> Expression:
        return _relation("is", left, right)

    def is_not(self, left: Expression, right: Expression) -> Expression:
        return self.negation(self.is_(left, right))

    def list_(self, *items: Expression) -> Expression:
        return Expression("list", items, f"[{', '.join(map(_operand, items))}]")

    def call(self, name: str, *arguments: Expression) -> Expression:
        return Expression("call", (str(name), *arguments), f"{name}({', '.join(map(_operand, arguments))})")

    def path(self, first: str, *fields: str) -> Expression:
        """Of what an expression says, each field comes with the dot before it; of names, without."""
        names = (str(first), *(field.removeprefix(".").strip() for field in fields))
        return Expression("path", names, ".".join(names))

    def text(self, quoted: str) -> Expression:
        value = re.sub(r"\\(.)", r"\1", quoted[1:-1])
        return Expression("text", (value,), '"{}"'.format(re.sub(r'(["\\])', r"\\\1", value)))

    def handle(self, handle: str) -> Expression:
        return self.text(f'"{handle}"')

    def number(self, digits: str) -> Expression:
        return Expression("number", (float(digits),), str(digits))

    def duration(self, words: str) -> Expression:
        return Expression("duration", (quantities.duration(str(words)),), str(words))

    def rate(self, words: str) -> Expression:
        return Expression("rate", quantities.rate(str(words))[:2], str(words))

    def true(self) -> Expression:
        return Expression("flag", (True,), "true")

    def false(self) -> Expression:
        return Expression("flag", (False,), "false")


def _relation(op: str, left: Expression, right: Expression) -> Expression:
    return Expression(op, (left, right), f"{_operand(left)} {op} {_operand(right)}")


def _operand(expression: Expression) -> str:
    return _within(expression, _LOOSELY_BOUND)


def _within(expression: Expression, loose: Set[str]) -> str:
    """Put an expression in brackets where it would otherwise fall apart."""
    return f"({expression.text})" if expression.op in loose else expression.text
