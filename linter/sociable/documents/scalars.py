"""What a scalar stands for, by the YAML 1.2 core schema: ``no`` is a word and ``3:30`` is no number."""

import re
from typing import TypeAlias

from sociable.documents.nodes import Scalar

Value: TypeAlias = str | int | float | bool | None

NOT_TEXT: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""The words that, without quotes, stand for nothing, for yes and for no."""

MAX_DIGITS = 300
"""Turning a long line of digits into a number takes quadratic time: beyond this it stays a text."""

_INTEGER = r"[-+]?[0-9]+"
_OCTAL_OR_HEXADECIMAL = r"0o[0-7]+|0x[0-9a-fA-F]+"
_FLOAT = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"


def core_value(scalar: Scalar) -> Value:
    """Resolve a scalar to nothing, a flag, a number or a text."""
    text = scalar.value
    if not scalar.plain:
        return text
    if text in NOT_TEXT:
        return NOT_TEXT[text]
    if text[0] not in "+-.0123456789" or len(text) > MAX_DIGITS:
        return text
    if re.fullmatch(_INTEGER, text):
        return int(text)
    if re.fullmatch(_OCTAL_OR_HEXADECIMAL, text):
        return int(text, 0)
    if re.fullmatch(_FLOAT, text):
        return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text
