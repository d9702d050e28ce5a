"""Texts with ``{{ … }}`` in them, conditions, and the expressions that both are made of."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.errors import BadExpression
from sociable.readers.automation_file.expressions.expression_parser import parse_expression
from sociable.readers.automation_file.expressions.value_types import Fault, fault, fault_of_condition
from sociable.readers.automation_file.fields import read_value
from sociable.readers.automation_file.known_names import doubtful_paths, why_unknown
from sociable.readers.automation_file.shapes import Convert, filled_of, text_of
from sociable.readers.context import ReadingContext
from sociable.setup.model import Expression, Guard, Text
from sociable.text.source import Span
from sociable.text.wording import listed, short

CUT_BY_COMMA = (
    "Between `{` and `}`, what stands before a comma and what stands after it are read apart. "
    "Put single quotes around all of it, the word before the bracket and the closing bracket too: `'rows(\"…, …\")'`."
)
"""What to do with a name in quotes of which a comma within a group of YAML leaves only the beginning."""

_EXPRESSION_HELP = "Write for example `event.post.likes >= 3` or `not event.user.is_bot`; texts stand in quotes."

_BARE_DATE = r"(?<![\"'0-9-])[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![\"'0-9-])"

_NOT_READ = Expression("path", ("unknown",), "unknown")
"""Stands in a text for a ``{{ … }}`` that could not be read."""


_ANY_FIELD = "*"

_BARE_PATH = r"[A-Za-z_][A-Za-z0-9_-]*|(?:event|account)(?:\.[A-Za-z_][A-Za-z0-9_-]*)+"
"""A text that is only the name of a value; nobody means the name, so it is read as if braces stood around it."""


class Scope:
    """What expressions may speak of where they stand: the event, and what the steps so far produced.

    ``produced`` holds for each name the fields of the value, with ``*`` for any others; none if it is one text.
    """

    __slots__ = ("event", "produced")

    def __init__(self, event: str) -> None:
        self.event = event
        self.produced: dict[str, tuple[str, ...]] = {}  # in the order of the steps

    def fault_of_value(self, expression: Expression) -> Fault | None:
        """What is wrong with the parts of produced values that an expression asks for."""
        if expression.op == "path" and len(expression.args) > 1 and expression.args[0] in self.produced:
            name, field, *_ = expression.args
            fields = self.produced[name]
            if field in fields or _ANY_FIELD in fields:
                return None
            if not fields:
                message = f"`{name}` is one text and has no `{short(field)}`"
                return Fault(expression, message, f"Write `{{{{ {name} }}}}`, or make `{short(field)}` by itself.")
            whole = f"`{name}.{short(field)}` stays empty: what is called `{name}` has no `{short(field)}`"
            return Fault(
                expression,
                whole,
                f"Write one of these instead: {listed([f'`{name}.{each}`' for each in fields], 'or')}.",
            )
        for operand in expression.args:
            found = self.fault_of_value(operand) if isinstance(operand, Expression) else None
            if found is not None:
                return found
        return None


class Place:
    """Where in the file a ``piece`` of a node's text stands; its first ``skip`` characters are left out.

    A text that is written with escapes or over several lines is shown as a whole.
    """

    __slots__ = ("_context", "_piece", "_skip", "node")

    def __init__(self, context: ReadingContext, node: Node, piece: str, skip: int = 0) -> None:
        self.node = node
        self._context = context
        self._piece = piece
        self._skip = skip

    def part(self, offset: int, length: int) -> Span:
        """A part of the piece. When no more problems are told, nobody will look at the exact place."""
        source = self._context.source
        at = -1 if self._context.full else source.text.find(self._piece, self.node.start, self.node.end)
        if at < 0:
            return self._context.span(self.node)
        start = at + self._skip + offset
        return Span(source, start, start + length)

    @property
    def cut_short(self) -> str:
        """What to do where the text ends at a comment or a comma that nobody meant; empty where it does not."""
        if type(self.node) is not Scalar or not self.node.plain:
            return ""
        source = self._context.source.text
        if source.startswith(" #", self.node.end):
            return "In YAML ` #` begins a comment: put the whole into single quotes, `'…'`."
        is_open = source.count('"', self.node.start, self.node.end) % 2 == 1
        if is_open and source.startswith(",", self.node.end):
            return CUT_BY_COMMA
        return ""


def read_text(
    context: ReadingContext, node: Node, scope: Scope, take: Convert = text_of, name: str = "text"
) -> Text | None:
    """Read a text that people will see, with or without values to fill in; ``name`` is the key of the step for it."""
    raw = read_value(context, node, take, name)
    if raw is None:
        context.misread.add("text")  # whatever stands beside a text is part of what is said
        return None
    if type(node) is Scalar and node.plain and raw[:1] in ("“", "„") and not re.search("[“”]", raw[1:]):
        message = "the typographic quote that begins this text is never closed, so it ends early"
        context.say(context.span(node), message, "Put straight quotes around the text; ` #` begins a comment.")
    if " " not in raw and (named := re.fullmatch(_BARE_PATH, raw)) and ("." in raw or raw in scope.produced):
        return _unbraced(context, named[0], node, scope)
    parts = (raw,) if "{{" not in raw else tuple(_parts(context, raw, node, scope))
    return Text(parts, context.span(node))


def _unbraced(context: ReadingContext, name: str, node: Node, scope: Scope) -> Text:
    """Read a text that is only the name of a value as if braces stood around it, and tell of it.

    If the name is none either, that is what is told.
    """
    told = len(context.problems)
    expression = read_expression(context, name, Place(context, node, name), scope)
    if len(context.problems) == told:
        message = f"`{short(name)}` stands without braces, so people would read these very letters"
        context.say(context.span(node), message, f'Write "{{{{ {short(name)} }}}}".')
    return Text((expression or _NOT_READ,), context.span(node))


def read_filled(context: ReadingContext, node: Node, scope: Scope) -> Text | None:
    """Read a text that has to say something."""
    return read_text(context, node, scope, filled_of)


def _parts(context: ReadingContext, raw: str, node: Node, scope: Scope) -> Iterator[str | Expression]:
    at = 0
    while (opening := raw.find("{{", at)) >= 0:
        closing = raw.find("}}", opening)
        if closing < 0:
            where = Place(context, node, raw[opening : opening + 20]).part(0, 2)
            context.say(where, "`{{` is opened here and never closed", "Close it with `}}`.")
            break
        if opening > at:
            yield raw[at:opening]
        place = Place(context, node, raw[opening : closing + 2], skip=2)
        expression = read_expression(context, raw[opening + 2 : closing], place, scope)
        if expression is None:
            context.misread.add("text")
        yield expression or _NOT_READ
        at = closing + 2
    if at < len(raw):
        yield raw[at:]


def read_guards(
    context: ReadingContext, conditions: tuple[str, ...], group: Mapping, scope: Scope
) -> tuple[Guard, ...]:
    """Read the ``if:`` of a group, whose ``conditions`` are its texts."""
    if not conditions:
        return ()
    node = group["if"][1]
    guards = []
    for condition, each in zip(conditions, node.items if type(node) is Sequence else (node,), strict=True):
        expression = read_expression(context, condition, Place(context, each, condition), scope, is_condition=True)
        if expression is None:
            context.misread.add("if")
        else:
            guards.append(Guard(expression, context.span(each)))
    return tuple(guards)


def read_expression(
    context: ReadingContext, raw: str, place: Place, scope: Scope, is_condition: bool = False
) -> Expression | None:
    """Read the expression ``raw`` at a place, and check the names in it and whether what it compares is alike."""
    if not context.takes_expression(place.node):
        return None
    try:
        expression, doubtful = _read(raw, scope.event)
    except BadExpression as error:
        shown = f" `{short(raw, 60)}`" if raw.strip() else ""
        where = place.part(error.offset, error.length)
        context.say(where, f"the expression{shown} {error.message}", place.cut_short or _help_for(raw))
        return None
    unknown = [path for path in doubtful if path[0] not in scope.produced]
    for path in unknown:
        say_unknown(context, path, raw, place, scope)
    if unknown:
        if is_condition:
            context.misread.add("if")
        return expression
    wrong = (fault_of_condition if is_condition else fault)(expression, scope.produced)
    if wrong is None:
        wrong = scope.fault_of_value(expression)
    if wrong is None:
        return expression
    at = raw.find(wrong.part.text)
    where = place.part(at, len(wrong.part.text)) if at >= 0 else place.part(0, len(raw))
    context.say(where, wrong.message, wrong.advice)
    return None


def _help_for(raw: str) -> str:
    """What to do about an expression that cannot be read."""
    date = re.search(_BARE_DATE, raw)
    return f'Put the date into quotes: `"{date[0]}"`.' if date else _EXPRESSION_HELP


def say_unknown(context: ReadingContext, path: tuple[str, ...], raw: str, place: Place, scope: Scope) -> None:
    """Say that a path in the expression ``raw`` names nothing."""
    if context.full:  # spare the search for what may have been meant
        context.say(context.span(place.node), "")
        return
    name = ".".join(path)
    found = re.search(rf"(?<![\w.]){re.escape(name)}(?![\w.])", raw)
    where = place.part(found.start(), len(name)) if found else place.part(0, len(raw))
    context.say(where, *why_unknown(path, scope.event, scope.produced))


@lru_cache(maxsize=4096)
def _read(raw: str, event: str) -> tuple[Expression, tuple[tuple[str, ...], ...]]:
    expression = parse_expression(raw)
    return expression, tuple(doubtful_paths(expression, event))
