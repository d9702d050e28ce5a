"""Colours for the rule language: keywords are those of its grammar, words those of the vocabulary."""

from typing import ClassVar

from pygments.lexer import RegexLexer, bygroups, words
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Whitespace
from sociable.findings.finding import CONFIDENCES, SEVERITIES
from sociable.kinds.table import KINDS
from sociable.language.grammar import keywords
from sociable.vocabulary.values import PROFILES

_NAME = r"[a-z][a-z0-9_]*(?:-[a-z0-9_]+)*"
_BEFORE, _AFTER = r"(?<![\w.-])", r"(?![\w-])"


class RuleLexer(RegexLexer):
    """What stands in a ``rule`` block of a page."""

    name = "sociable rule"
    aliases: ClassVar[list[str]] = ["rule"]
    tokens: ClassVar[dict[str, list[object]]] = {
        "root": [
            (r"\s+", Whitespace),
            (r"#[^\n]*", Comment),
            (r'"(?:[^"\\\n]|\\.)*"', String),
            (rf"(rule|define|list)(\s+)({_NAME})", bygroups(Keyword, Whitespace, Name.Function)),  # type: ignore[no-untyped-call]
            (rf"(is\s+not|is|with|to)(\s+)({_NAME})", bygroups(Keyword, Whitespace, Name.Constant)),  # type: ignore[no-untyped-call]
            (r"\[", Punctuation, "words"),
            (words(sorted(keywords()), _BEFORE, _AFTER), Keyword),
            (words([*SEVERITIES, *CONFIDENCES, *PROFILES], _BEFORE, _AFTER), Name.Constant),
            (words([*KINDS.rows], _BEFORE, _AFTER), Name.Class),
            (words(sorted({word for table in KINDS.words.values() for word in table}), _BEFORE, _AFTER), Name.Constant),
            (rf"{_NAME}(?=\()", Name.Function),
            (rf"{_NAME}(?:\.{_NAME})*", Name.Variable),
            (r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+", Name.Constant),
            (r"\d+", Number),
            (r"[<>!]=|[<>=]", Operator),
            (r"[\]().,:]", Punctuation),
        ],
        "words": [
            (r"\s+", Whitespace),
            (r",", Punctuation),
            (r"\]", Punctuation, "#pop"),
            (_NAME, Name.Constant),
        ],
    }
