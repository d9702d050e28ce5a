"""Expression text to ``Expression`` trees.

A bare path such as ``event.user.name``, by far the commonest, is recognised without the parser, denied or not.
"""

from functools import lru_cache

from sociable.errors import BadExpression
from sociable.records.static import TYPE_CHECKING
from sociable.setup.model import Expression
from sociable.text.quotes import TYPOGRAPHIC

if TYPE_CHECKING:
    from sociable.readers.automation_file.expressions.lalr import Parser, Unexpected


MAX_LENGTH = 2_000
"""Characters in one expression: enough for any that a person would still read."""

_LONGEST_SHOWN = 40

_KEYWORDS = frozenset(("and", "or", "not", "in", "is", "contains", "matches", "true", "false"))
_WORDS_FOR_SIGNS = {"&": "and", "|": "or", "!": "not"}


@lru_cache(maxsize=4096)
def parse_expression(text: str) -> Expression:
    """Read one expression. Raises ``BadExpression``."""
    if len(text) > MAX_LENGTH:
        raise BadExpression(f"is longer than {MAX_LENGTH:,} characters", 0, len(text))
    said = text.strip(" \t\r\n")
    bare = said.removeprefix("not ")
    names = tuple(bare.split("."))
    if all(map(_is_name, names)):
        path = Expression("path", names, bare)
        return path if bare == said else Expression("not", (path,), said)
    return _parse_with_tables(text)


def _is_name(word: str) -> bool:
    """Whether it is a name, and no word of the language; what else may be one is for the parser to say."""
    parts = word.split("-")
    return word.isascii() and "_".join(parts).isidentifier() and "" not in parts and _KEYWORDS.isdisjoint(parts)


def _parse_with_tables(text: str) -> Expression:
    from sociable.readers.automation_file.expressions.lalr import TooDeep, Unexpected

    try:
        expression: Expression = _parser().parse(text)
    except Unexpected as error:
        raise _in_plain_words(error, text) from None
    except ValueError:
        raise BadExpression(
            "has a limit of nothing, or a length of time that nobody lives to see", 0, len(text)
        ) from None
    except TooDeep:
        raise BadExpression("has too many things within things", 0, len(text)) from None
    return expression


def _in_plain_words(error: "Unexpected", text: str) -> BadExpression:
    found, offset = error.found, error.offset
    if not text.strip():
        return BadExpression("is empty", 0, len(text))
    if not found:
        end = len(text.rstrip())
        return BadExpression("ends too early", end, 0)
    if error.is_token:
        shown = found if len(found) <= _LONGEST_SHOWN else f"{found[: _LONGEST_SHOWN - 1]}…"
        return BadExpression(f"does not make sense at `{shown}`", offset, len(found))
    return BadExpression(_of_character(found), offset, 1)


def _of_character(found: str) -> str:
    """What is wrong with an expression in which nothing begins with this character."""
    if found in ("'", '"'):
        return "has a text that is never closed"
    if found in TYPOGRAPHIC:
        return f"has a typographic quote `{found}` where it needs a straight one"
    if found == ".":
        return "has a `.` that no name follows"
    if found in _WORDS_FOR_SIGNS:
        return f"has a `{found}` where it should say `{_WORDS_FOR_SIGNS[found]}`"
    return f"has a character that means nothing here: `{found}`"


@lru_cache(maxsize=1)
def _parser() -> "Parser":
    from os.path import dirname, join

    from sociable.readers.automation_file.expressions.expression_builder import TreeBuilder
    from sociable.readers.automation_file.expressions.lalr import Parser
    from sociable.text.json_values import json_value

    with open(join(dirname(__file__), "lalr_tables.json"), encoding="utf-8") as tables:
        return Parser(json_value(tables.read()), TreeBuilder())
