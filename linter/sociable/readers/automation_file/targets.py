"""Whom or what a step is aimed at."""

import re

from sociable.documents.nodes import Node
from sociable.errors import BadExpression
from sociable.readers.automation_file.expressions.expression_parser import parse_expression
from sociable.readers.automation_file.known_names import doubtful_paths
from sociable.readers.automation_file.texts import Place, Scope, say_unknown
from sociable.readers.context import ReadingContext
from sociable.setup.handles import PROFILE
from sociable.setup.model import Expression, Target
from sociable.text.source import Span
from sociable.text.suggest import did_you_mean
from sociable.text.wording import short
from sociable.vocabulary.carried import CARRIED
from sociable.vocabulary.crowds import CROWDS, PERSON, POST, Crowd

_TARGET_HELP = 'Write `event.user`, "@handle", the id of an account, `followers`, or `followers_of("@handle")`.'

_WORDS_FOR_PEOPLE = "What people read goes under `text:`. Here stands for whom it is. "
_PROSE = r"\(?[^\W\d_]+(?: [^\W\d_]+){3}"

_HANDLE = rf"@\S+|[^\s()@\"']+@[^\s()@\"']+|/?u/[\w-]+|{PROFILE}"
_ID = r"(?=.*[^\W\d_])[\w-]+"


class _NoTarget(Exception):
    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


def read_target(context: ReadingContext, text: str, node: Node, scope: Scope) -> Target | None:
    """Read a person, a post, one of our accounts, a crowd, or a value a former step produced.

    Any other bare name is taken for one of our accounts; whether there is such an account is only
    known once all files are read.
    """
    span = context.span(node)
    text = text.strip()
    if text.startswith("{{") and text.endswith("}}"):
        text = text[2:-2].strip()
    if re.fullmatch(_HANDLE, text, re.IGNORECASE):
        return Target("handle", span, text)
    if "-" in text and re.fullmatch(_ID, text) and text not in scope.produced:
        return Target("account", span, text)
    if not context.takes_expression(node):
        return None
    place = Place(context, node, text)
    shown = f"the target `{short(text, 60)}`"
    try:
        expression = parse_expression(text)
        target = _from_expression(expression, span, scope)
    except BadExpression as error:
        advice = place.cut_short or (_WORDS_FOR_PEOPLE if re.match(_PROSE, text) else "") + _TARGET_HELP
        context.say(place.part(error.offset, error.length), f"{shown} {error.message}", advice)
        return None
    except _NoTarget as error:
        context.say(place.part(0, len(text)), f"{shown} {error}", error.advice or _TARGET_HELP)
        return None
    for path in doubtful_paths(expression, scope.event):
        if path[0] == "event":
            say_unknown(context, path, text, place, scope)
    return target


def _from_expression(expression: Expression, span: Span, scope: Scope) -> Target:
    match expression.op, expression.args:
        case "path", ("event", *path):
            is_post = path and path[0] in CARRIED and CARRIED[path[0]].is_post and path[-1] != "author"
            return Target(POST if is_post else PERSON, span, expression.text)
        case "path", (name, *_) if name in scope.produced:
            return Target("value", span, name)
        case "path", (name,) if name in CROWDS:
            return _crowd(CROWDS[name], (), span, scope)
        case "path", (name, *_):
            return Target("account", span, name)
        case "text", (words,):
            return Target("handle" if words.startswith("@") else "account", span, words)
        case "call", (name, *arguments) if name in CROWDS:
            return _crowd(CROWDS[name], tuple(arguments), span, scope)
        case "call", (name, *_):
            raise _NoTarget(f"names no group of people or posts: `{name}`", did_you_mean(name, CROWDS))
        case "number", _:
            raise _NoTarget("is a number", "How many are drawn or fetched is `limit:`, beside the verb.")
    raise _NoTarget("names neither a person, nor a post, nor a group of people")


def _crowd(crowd: Crowd, arguments: tuple[Expression, ...], span: Span, scope: Scope) -> Target:
    if len(arguments) != (1 if crowd.takes else 0):
        example = {"": crowd.name, "words": f'{crowd.name}("…")', "people": f'{crowd.name}("@handle")'}[crowd.takes]
        raise _NoTarget(f"should be `{example}`")
    if crowd.takes == "people":
        return Target(crowd.name, span, of=_from_expression(arguments[0], span, scope), crowd=crowd)
    if not arguments:
        return Target(crowd.name, span, crowd=crowd)
    words = arguments[0]
    return Target(crowd.name, span, words.args[0] if words.op == "text" else words.text, crowd=crowd)
