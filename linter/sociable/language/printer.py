"""``ast`` to text in the one layout that rule pages have.

Only the layout is chosen here, and where two spellings mean the same, one of them: ``x is not word`` and
never ``not x is word``, brackets wherever ``and`` and ``or`` meet. Comments are kept, each above the line
it belongs to.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from sociable.language import ast
from sociable.language.parser import parse_rules, tokens_of
from sociable.records.record import Record
from sociable.text.source import Span

WIDTH = 100
"""Columns; a condition that fits stays on one line. Texts in quotes are never broken."""

_COMMENT = re.compile(r"#[^\n]*")
_THINGS = frozenset(("NAME", "WORD", "STRING", "INT"))
_ENDS = _THINGS | {"RPAR", "RSQB", "COMMA"}


class Line(Record):
    """A line and the offset on the page of what it begins with."""

    at: int
    text: str


class _Token(Record):
    """A token of the grammar and its place on the page."""

    kind: str
    at: int
    end: int


_Paragraph = list[Line]
"""Lines that stand together; an empty line comes between one paragraph and the next."""


def format_block(block: Span) -> str:
    """The contents of a rule block, laid out, with the line ends it had. Raises ``BadRule`` if it cannot be read."""
    source, start, end = block
    declarations = parse_rules(source, start, end)
    tokens = [_Token(kind, start + at, start + until) for kind, at, until in tokens_of(block.text)]
    text = format_declarations(declarations, tokens, _comments(block, tokens))
    return text.replace("\n", "\r\n") if "\r\n" in block.text else text


def format_declarations(
    declarations: Iterable[ast.Declaration], tokens: Sequence[_Token] = (), comments: Iterable["_Comment"] = ()
) -> str:
    """What a rule block with these declarations holds, and with the comments that stood between their tokens."""
    paragraphs = [lines for each in declarations for lines in _declaration(each, tokens)]
    _attach(comments, paragraphs)
    return "\n".join("".join(f"{line.text}\n" for line in lines) for lines in paragraphs)


# ---------------------------------------------------------------------------------------- comments


class _Comment(Record):
    """``anchor`` is the place of a word on the line it belongs to; a comment after everything has none."""

    text: str
    anchor: int | None


def _comments(block: Span, tokens: Sequence[_Token]) -> Iterator[_Comment]:
    """Every comment of a block. On a line of its own it belongs to what follows, else to what it follows."""
    text, done = block.source.text, block.start
    for number, following in enumerate((*tokens, _Token("", block.end, block.end))):
        for found in _COMMENT.finditer(text, done, following.at):
            ended = number > 0 and tokens[number - 1].kind in _ENDS
            trails = ended and "\n" not in text[done : found.start()]
            yield _Comment(found[0].rstrip(), _thing(reversed(tokens[:number]) if trails else tokens[number:]))
        done = following.end


def _thing(tokens: Iterable[_Token]) -> int | None:
    """The place of the first token that is neither keyword nor sign, for those come and go with the layout."""
    return next((token.at for token in tokens if token.kind in _THINGS), None)


def _attach(comments: Iterable[_Comment], paragraphs: list[_Paragraph]) -> None:
    """Put each comment above its line, as far to the right; what has no line comes last."""
    above: dict[Line, list[str]] = {}
    after: _Paragraph = []
    lines = [line for paragraph in paragraphs for line in paragraph]
    for comment in comments:
        if comment.anchor is None:
            after.append(Line(0, comment.text))
        else:
            reached = [line for line in lines if line.at <= comment.anchor]
            above.setdefault(max(reached, key=lambda line: line.at), []).append(comment.text)
    for paragraph in paragraphs:
        paragraph[:] = [each for line in paragraph for each in (*_indented(above.get(line, []), line), line)]
    if after:
        paragraphs.append(after)


def _indented(comments: list[str], line: Line) -> Iterator[Line]:
    return (Line(line.at, f"{_indent(line.text)}{comment}") for comment in comments)


def _indent(text: str) -> str:
    return text[: len(text) - len(text.lstrip(" "))]


# ------------------------------------------------------------------------------------ declarations


def _declaration(declaration: ast.Declaration, tokens: Sequence[_Token]) -> list[_Paragraph]:
    match declaration:
        case ast.Rule():
            return _rule(declaration, tokens)
        case ast.Define(name, parameters, body, at):
            of = ", ".join(f"{parameter.name}: {parameter.kind}" for parameter in parameters)
            return [[Line(at, f"define {name}({of}) means"), *_clause("    ", body, always=True)]]
        case ast.ListOf(name, words, at):
            text = f"list {name} = [{', '.join(words)}]"
            lines = wrap(text, WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
            return [[Line(at, line) for line in lines]]


def _rule(rule: ast.Rule, tokens: Sequence[_Token]) -> list[_Paragraph]:
    head = [
        Line(rule.at, f"rule {rule.name}"),
        *(line for severity in rule.severities for line in _severity(severity)),
        Line(_keyword("CONFIDENCE", rule, tokens), f"confidence {rule.confidence}"),
    ]
    if rule.profiles:
        head.append(Line(_keyword("PROFILE", rule, tokens), f"profile {', '.join(rule.profiles)}"))
    if rule.preview:
        head.append(Line(_keyword("PREVIEW", rule, tokens), f'preview since "{rule.preview}"'))
    if rule.formerly:
        head.append(Line(_keyword("FORMERLY", rule, tokens), f"formerly {', '.join(rule.formerly)}"))
    if rule.habits:
        head.append(Line(_keyword("HABIT", rule, tokens), f"habit {', '.join(rule.habits)}"))
    if rule.subsumes:
        head.append(Line(rule.subsumes[0].at, f"subsumes {_names(rule.subsumes)}"))
    head += [Line(each.rules[0].at, f"beside {_names(each.rules)}: {_message(each.says)}") for each in rule.beside]
    head += [line for each in rule.cites for line in _cites(each)]
    body = [
        Line(rule.bindings[0].at, f"for each {', '.join(map(_thing_gone_through, rule.bindings))}"),
        *(_clause("when ", rule.when, always=True) if rule.when else ()),
        *(line for condition in rule.unless for line in _clause("unless ", condition)),
    ]
    tail = [
        Line(rule.report.at, f"report {rule.report.text}: {_message(rule.message)}"),
        *(Line(show.path.at, f"show {_shown(show)}: {_message(show.label)}") for show in rule.shows),
        Line(rule.because.at, f"because {_message(rule.because)}"),
        Line(rule.suggest.at, f"suggest {_message(rule.suggest)}"),
        *(line for case in rule.cases for line in _case(case)),
    ]
    if rule.fix:
        tail += _fix(rule.fix)
    return [head, body, tail]


def _names(others: Iterable[ast.Other]) -> str:
    return ", ".join(other.name for other in others)


def _keyword(kind: str, rule: ast.Rule, tokens: Sequence[_Token]) -> int:
    """Where a line of the head begins that is no node of the tree."""
    return next((token.at for token in tokens if token.kind == kind and token.at > rule.at), rule.at)


def _severity(severity: ast.Severity) -> list[Line]:
    text = f"severity {severity.level}"
    if severity.platforms:
        text += f" on {', '.join(severity.platforms)}"
    if severity.profiles:
        text += f" in {', '.join(severity.profiles)}"
    return _clause(f"{text} when ", severity.when, severity.at) if severity.when else [Line(severity.at, text)]


def _cites(cites: ast.Cites) -> list[Line]:
    return _clause(f"cites {', '.join(cites.facts)} when ", cites.when, cites.at)


def _case(case: ast.Case) -> list[Line]:
    """The text, and on a line of its own when it is told: texts are never broken, and most are long."""
    return [Line(case.at, f"{case.part} {_message(case.says)}"), *_clause("  when ", case.when)]


def _shown(show: ast.Show) -> str:
    return f"each {_thing_gone_through(show.each)}" if show.each else show.path.text


def _thing_gone_through(binding: ast.Binding | ast.Grouping | ast.Pairing) -> str:
    match binding:
        case ast.Binding(kind, variable, source):
            return f"{kind} {variable} in {source.text}" if source else f"{kind} {variable}"
        case ast.Grouping(variable, kind, member, keys):
            return f"group {variable} of {kind} {member} by {', '.join(key.text for key in keys)}"
        case ast.Pairing(first, second):
            return f"pair {first}, {second}"


def _fix(fix: ast.Fix) -> list[Line]:
    head, change = f"fix {fix.safety}", _change(fix)
    if fix.when is None:
        return [Line(fix.at, f"{head}: {change}")]
    *lines, last = _clause(f"{head} when ", fix.when, fix.at)
    return [*lines, last._replace(text=f"{last.text}: {change}")]


def _change(fix: ast.Fix) -> str:
    what = _message(fix.text) if fix.text else fix.word
    match fix.action:
        case "replace" | "begin":
            return f"{fix.action} {fix.path.text} with {what}"
        case "set":
            return f"set {fix.key} of {fix.path.text} to {what}"
        case "add":
            return f"add {what} to {fix.key} of {fix.path.text}"
    return f"{fix.action} {fix.path.text}"


def _message(message: ast.Message) -> str:
    return (
        '"'
        + "".join(f"{{{each.text}}}" if isinstance(each, ast.Path) else _escaped(each) for each in message.parts)
        + '"'
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


# -------------------------------------------------------------------------------------- conditions


def _clause(lead: str, condition: ast.Condition, at: int | None = None, *, always: bool = False) -> list[Line]:
    """A condition after ``lead``, its parts on lines of their own if it is too long.

    With ``always``, parts that all have to hold are in any case.
    """
    text = f"{lead}{condition.printed()}"
    fits = len(text) <= WIDTH and not (always and isinstance(condition, ast.And))
    if fits:
        lines = [Line(condition.at, text)]
    elif isinstance(condition, ast.Joined):
        lines = _parts(condition, lead, _indent(lead) or " ")
    else:
        lines = _broken(condition, lead)
    return lines if at is None else [lines[0]._replace(at=at), *lines[1:]]


def _broken(condition: ast.Condition, lead: str, tail: str = "") -> list[Line]:
    """A condition inside another one between ``lead`` and closing brackets, on several lines if it is too long."""
    text = f"{lead}{condition.printed_within()}{tail}"
    if len(text) > WIDTH:
        match condition:
            case ast.Joined():
                return _parts(condition, f"{lead}(", " " * (len(lead) + 1), f"){tail}")
            case ast.Not(ast.Joined() | ast.Not() | ast.Quantified() as operand):
                return _broken(operand, f"{lead}not ", tail)
            case ast.Quantified():
                head = Line(condition.at, f"{lead}{condition.head}")
                return [head, *_broken(condition.body, f"{_indent(lead)}    ", tail)]
    return [Line(condition.at, text)]


def _parts(condition: ast.Joined, lead: str, indent: str, tail: str = "") -> list[Line]:
    """Each operand on a line of its own, the first after ``lead``."""
    *others, last = condition.operands
    leads = [lead, *(f"{indent}{condition.joins} " for _ in others)]
    tails = [*("" for _ in others), tail]
    return [
        line
        for operand, before, after in zip((*others, last), leads, tails, strict=True)
        for line in _broken(operand, before, after)
    ]
