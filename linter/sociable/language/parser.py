"""Rule text to ``ast``: the only module that knows the grammar of rules."""

import re
from functools import lru_cache
from itertools import pairwise

from sociable.errors import BadRule
from sociable.findings.problem import Problem
from sociable.language import ast
from sociable.language.grammar import grammar_text
from sociable.language.syntax_mistakes import phrase
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.text.source import Source, Span

TERMINALS = {
    "NAME": "a name",
    "WORD": "a word",
    "HELD": "a name",
    "STRING": "a text in double quotes",
    "INT": "a number",
    "FACT": "the id of a fact, such as `X-01`",
    "SIGN": "a sign such as `>=`",
    "DOT": "`.`",
    "COMMA": "`,`",
    "COLON": "`:`",
    "EQUAL": "`=`",
    "LPAR": "`(`",
    "RPAR": "`)`",
    "LSQB": "`[`",
    "RSQB": "`]`",
    "$END": "the end of the block",
}
"""How an error speaks of a terminal; a keyword speaks for itself."""

DEEPEST = 50
"""How many things may stand within each other."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_BRACE = re.compile(r"[{}]")
_COMMENT = re.compile(r"#[^\n]*")
_NAME = r"[a-z][a-z0-9_]*(?:-[a-z0-9_]+)*"
_PATH = re.compile(rf"{_NAME}(?:\.{_NAME})*")
_HEAD = re.compile(rf"^(?:rule|define|list)[ \t]+({_NAME})?", re.MULTILINE)


class Stretch(Record):
    """Where one declaration stands in a page, and the name it gives; empty if there is none to be seen."""

    start: int
    end: int
    name: str


def stretches(source: Source, start: int, end: int) -> list[Stretch]:
    """The declarations of a block, each from its first word on, so that a mistake in one hides none in another."""
    heads = list(_HEAD.finditer(source.text, start, end))
    bounds = [head.start() for head in heads] + [end]
    found = [Stretch(*pair, head[1]) for head, pair in zip(heads, pairwise(bounds), strict=True)]
    before = Stretch(start, bounds[0], "")
    return [before, *found] if _COMMENT.sub("", source.text[start : bounds[0]]).strip() else found


def parse_rules(source: Source, start: int, end: int) -> list[ast.Declaration]:
    """The declarations in a stretch of a page, with offsets in the page. Raises ``BadRule`` at the first mistake."""
    declarations: list[ast.Declaration] = _parse(source, start, end, "start")
    return declarations


def parse_question(source: Source) -> ast.Question:
    """A question, which is all of its source. Raises ``BadRule``."""
    question: ast.Question = _parse(source, 0, len(source.text), "question")
    return question


def _parse(source: Source, start: int, end: int, symbol: str) -> Any:
    from lark.exceptions import UnexpectedCharacters, UnexpectedToken

    from sociable.language.tree_builder import TreeBuilder

    try:
        tree = syntax_tree(source.text[start:end], symbol)
    except UnexpectedToken as error:
        raise _unexpected(source, start, end, error) from None
    except UnexpectedCharacters as error:
        raise _no_token(source, start, end, error) from None
    _refuse_glued(source, start, source.text[start:end], symbol)
    _refuse_depth(source, start, tree)
    builder = TreeBuilder(start, lambda at, end: _message(source, at, end))
    return builder.transform(tree)


def syntax_tree(text: str, symbol: str = "start") -> Any:
    """Lark's tree of a text. Raises ``lark.exceptions.UnexpectedInput``."""
    return _lark().parse(f"{text}\n", start=symbol)


def _refuse_glued(source: Source, start: int, text: str, symbol: str) -> None:
    """The lexer cuts off a keyword wherever one fits; to people `ispost` is one word. Raises ``BadRule``."""
    for (_, first, end), (_, at, last) in pairwise(tokens_of(text, symbol)):
        if end == at and text[at - 1].isalnum() and text[at].isalnum():
            message = f"`{text[first:last]}` is one word here"
            advice = f"Put a space between `{text[first:end]}` and `{text[at:last]}`."
            raise BadRule(problem(source, start + first, start + last, message, advice))


def _refuse_depth(source: Source, start: int, tree: Any) -> None:
    """Nobody can follow what is nested so deeply, nor can those that go through it. Raises ``BadRule``."""
    layer = [tree]
    for _ in range(DEEPEST):
        layer = [each for node in layer for each in getattr(node, "children", ())]
    if deep := next((node for node in layer if hasattr(node, "children")), None):
        at = start + deep.meta.start_pos
        message = f"more than {DEEPEST} things stand within each other here"
        raise BadRule(problem(source, at, at + 1, message, "Split it into several conditions."))


def tokens_of(text: str, symbol: str = "start") -> list[tuple[str, int, int]]:
    """Kind, beginning and end of each token of a text that can be parsed."""
    return [
        (token.type, token.start_pos, token.end_pos)
        for token in _lark().parse_interactive(f"{text}\n", start=symbol).iter_parse()
    ]


def problem(source: Source, at: int, end: int, message: str, advice: str = "") -> Problem:
    """A problem with a rule at a place of its page."""
    return Problem("broken-rule", Span(source, at, end), message, advice)


def _no_token(source: Source, start: int, end: int, error: Any) -> BadRule:
    at = start + error.pos_in_stream
    found = source.text[at]
    message = "this text is never closed" if found == '"' else f"`{found}` means nothing here"
    advice = "" if found == '"' else phrase(source.text[start:end], error.pos_in_stream)
    return BadRule(problem(source, at, at + 1, message, advice))


def _unexpected(source: Source, start: int, end: int, error: Any) -> BadRule:
    ended = error.token.type == "$END"
    at = start + len(source.text[start:end].rstrip()) if ended else start + error.token.start_pos
    found = "this is not finished" if ended else f"`{error.token}` cannot stand here"
    legal = sorted({TERMINALS.get(name) or f"`{name.lower()}`" for name in error.accepts or error.expected})
    advice = f"Expected {', '.join(legal[:-1])} or {legal[-1]}." if len(legal) > 1 else f"Expected {legal[0]}."
    advice = phrase(source.text[start:end], at - start) or advice
    return BadRule(problem(source, at, at if ended else at + len(error.token), found, advice))


def _message(source: Source, at: int, end: int) -> ast.Message:
    """A text in quotes with ``{paths}`` in it."""
    start, last = at + 1, end - 1
    parts: list[str | ast.Path] = []
    for match in _PLACEHOLDER.finditer(source.text, start, last):
        if not _PATH.fullmatch(match[1]):
            message = f"`{match[0]}` is not a path such as `{{a.account}}`"
            raise BadRule(problem(source, match.start(), match.end(), message))
        parts += _literal(source, start, match.start())
        parts.append(ast.Path(tuple(match[1].split(".")), match.start(1), match.end(1)))
        start = match.end()
    parts += _literal(source, start, last)
    return ast.Message(tuple(parts), at, end)


def _literal(source: Source, start: int, end: int) -> list[str]:
    """The piece of a text between two paths, if there is any."""
    brace = _BRACE.search(source.text, start, end)
    if brace is not None:
        lone = f"this `{brace[0]}` has no counterpart"
        raise BadRule(problem(source, brace.start(), brace.end(), lone, "Braces are only for paths: `{a.account}`."))
    return [_unescaped(source.text[start:end])] if start < end else []


def _unescaped(text: str) -> str:
    return text.replace('\\"', '"').replace("\\\\", "\\")


@lru_cache(maxsize=1)
def _lark() -> Any:
    from lark import Lark

    starts = ["start", "question"]
    return Lark(grammar_text(), parser="lalr", start=starts, propagate_positions=True, maybe_placeholders=False)
