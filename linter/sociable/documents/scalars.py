"""What a scalar stands for, by the YAML 1.2 core schema: ``no`` is a word and ``3:30`` is no number."""

import re
from collections.abc import Callable

from sociable.documents.nodes import Scalar
from sociable.records.static import TypeAlias

Value: TypeAlias = str | int | float | bool | None

NOT_TEXT: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""The words that, without quotes, stand for nothing, for yes and for no."""

MAX_DIGITS = 300
"""Turning a long line of digits into a number takes quadratic time: beyond this it stays a text."""

_FLOAT = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
_NUMBERS: tuple[tuple[str, Callable[[str], int | float]], ...] = (
    (r"[-+]?[0-9]+", int),
    (r"0o[0-7]+|0x[0-9a-fA-F]+", lambda text: int(text, 0)),
    (_FLOAT, lambda text: float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))),
)
"""How numbers are written, and what reads each."""


def core_value(scalar: Scalar) -> Value:
    """Resolve a scalar to nothing, a flag, a number or a text."""
    text = scalar.value
    if not scalar.plain:
        return text
    if text in NOT_TEXT:
        return NOT_TEXT[text]
    if text[0] not in "+-.0123456789" or len(text) > MAX_DIGITS:
        return text
    if text.isascii() and text.isdecimal():
        return int(text)
    return next((read(text) for pattern, read in _NUMBERS if re.fullmatch(pattern, text)), text)
