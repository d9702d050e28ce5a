"""The tables that are checked in, run by our driver, against Lark itself with the same builder."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import sociable.readers.automation_file.expressions
from hypothesis import given, settings
from hypothesis import strategies as some
from lark import Lark
from lark.exceptions import UnexpectedCharacters, UnexpectedToken
from sociable.readers.automation_file.expressions.expression_builder import TreeBuilder
from sociable.readers.automation_file.expressions.lalr import Parser, Unexpected
from sociable.setup.model import Expression

FOLDER = Path(sociable.readers.automation_file.expressions.__path__[0])
GRAMMAR = (FOLDER / "grammar.lark").read_text(encoding="utf-8")


class LarkBuilder:
    """The same builder as Lark calls one: with a list."""

    def __getattr__(self, name: str) -> Callable[[list[Any]], Expression]:
        method = getattr(TreeBuilder(), name)
        return lambda children: method(*children)


LARK = Lark(GRAMMAR, parser="lalr", lexer="basic", maybe_placeholders=False, transformer=cast(Any, LarkBuilder()))
DRIVER = Parser(json.loads((FOLDER / "lalr_tables.json").read_text(encoding="utf-8")), TreeBuilder())

NAMES = ("a", "event.user", "is_bot", "notable", "x1.y")
LITERALS = (
    '"a b"',
    "'it\\'s'",
    r'"\\"',
    "@jane",
    "@a@b.example",
    "3",
    "-1.5",
    "3 days",
    "1hour",
    "60 per hour",
    "true",
)
SIGNS = ("=", "==", "!=", "<", "<=", ">", ">=", "in", "not in", "contains", "matches", "is", "is not")


def an_operand(draw: some.DrawFn, depth: int) -> str:
    kind = draw(some.sampled_from(("name", "literal", "list", "call", "brackets"))) if depth else "name"
    if kind == "list":
        return f"[{', '.join(an_operand(draw, depth - 1) for _ in range(draw(some.integers(0, 3))))}]"
    if kind == "call":
        return f"f({','.join(an_operand(draw, depth - 1) for _ in range(draw(some.integers(0, 2))))})"
    if kind == "brackets":
        return f"( {a_condition(draw, depth - 1)})"
    return draw(some.sampled_from(NAMES if kind == "name" else LITERALS))


def a_condition(draw: some.DrawFn, depth: int) -> str:
    kind = draw(some.sampled_from(("operand", "test", "not", "and", "or"))) if depth else "operand"
    if kind == "test":
        return f"{an_operand(draw, depth - 1)} {draw(some.sampled_from(SIGNS))} {an_operand(draw, depth - 1)}"
    if kind == "not":
        return f"not {a_condition(draw, depth - 1)}"
    if kind in ("and", "or"):
        return f" {kind}\n".join(a_condition(draw, depth - 1) for _ in range(draw(some.integers(2, 3))))
    return an_operand(draw, depth)


valid = some.composite(a_condition)(depth=4)
pieces = some.sampled_from(
    (
        "and",
        "or",
        "not",
        "in",
        "is",
        "contains",
        "a",
        "b.c",
        "f(",
        "(",
        ")",
        "[",
        "]",
        ",",
        ".",
        "=",
        "<",
        "3",
        "3 days",
        "'x'",
        "'",
        ";",
    )
)
anything = some.lists(pieces, max_size=10).map(" ".join) | some.text(alphabet="ab .()[]'\"=<>!@,1-\\\n", max_size=12)


def by_lark(text: str) -> Any:
    try:
        return LARK.parse(text)
    except UnexpectedToken as error:
        return "the end" if error.token.type == "$END" else ("a token", error.token.start_pos)
    except UnexpectedCharacters as error:
        return "a character", error.pos_in_stream


def by_driver(text: str) -> Any:
    try:
        return DRIVER.parse(text)
    except Unexpected as error:
        if not error.found:
            return "the end"
        return "a token" if error.is_token else "a character", error.offset


@settings(deadline=None)
@given(valid)
def test_both_make_the_same_of_an_expression(text: str) -> None:
    expression = by_driver(text)
    assert isinstance(expression, Expression)
    assert expression == by_lark(text)


@settings(deadline=None)
@given(valid)
def test_an_expression_reads_the_same_once_it_is_written_anew(text: str) -> None:
    expression = by_driver(text)
    assert by_driver(expression.text) == expression


@settings(deadline=None)
@given(anything)
def test_both_accept_and_refuse_the_same_texts_at_the_same_places(text: str) -> None:
    assert by_driver(text) == by_lark(text)


def test_lark_is_not_needed_to_read_an_expression() -> None:
    program = (
        "import sys; from sociable.readers.automation_file.expressions.expression_parser import parse_expression;"
        "parse_expression('not a'); sys.exit('lark' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[4], check=False).returncode == 0
