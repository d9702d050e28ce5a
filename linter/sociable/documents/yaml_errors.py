"""What keeps a text from being YAML, in plain words instead of libyaml's."""

import re

from sociable.documents import surrogates
from sociable.documents.defects import UNQUOTED, Defect
from sociable.documents.libyaml import MarkedYAMLError, YAMLError
from sociable.text.quotes import OPENING

_NOT_YAML = r"[^\t\n\r\x20-\x7E\x85\xA0-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]"

_BARE_EXPRESSION = re.compile(r"^[^\n'\"#]*?(?:: +|- +)(\{\{)", re.MULTILINE)
"""A line on which a value begins with two braces and no quotes."""

_JSON_COMMENT = re.compile(r"^(?:[^\n\"]|\"(?:[^\"\\\n]|\\.)*\")*?(?<![:/])(//|/\*)", re.MULTILINE)
"""Two slashes, or a slash and a star, outside of the quoted texts of their line."""

_MISSING_COMMA = "did not find expected ',' or '"

_PARTNER = {"[": "]", "{": "}"}
_TOKENS = re.compile(r"""(?<![^\s,\[{:])(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*')|(?<!\S)#[^\n]*|[\[\]{}]""")
"""Brackets, and what stands in quotes or in a comment, where a bracket is none."""

_PLAIN_WORDS = {
    "mapping values are not allowed in this context": (
        "there is a second colon, or the line is indented further than the one it belongs to",
        "Put a text that contains “: ” in quotes, and line up keys that belong together.",
    ),
    "did not find expected key": (
        "this does not line up with the lines above",
        "Keys that belong together start in the same column; check the indentation here and just above.",
    ),
    "did not find expected '-' indicator": (
        "this does not line up with the list above",
        "All items of one list start with “- ” in the same column.",
    ),
    "could not find expected ':'": ("the line above has no colon after its key", "Write `key: value`."),
    "found character that cannot start any token": (
        "a text cannot begin with `{found}` unless it stands in quotes",
        'Write it as "{found}…", quotes and all.',
    ),
    "did not find expected alphabetic or numeric character": (
        "a text cannot begin with `{before}` unless it stands in quotes",
        'Write it as "{before}…", quotes and all.',
    ),
    "found a tab character where an indentation space is expected": (
        "the line is indented with a tab",
        "Indent with spaces.",
    ),
    "did not find expected node content": (
        "`{found}` stands where a value should be",
        "Take it out, or put the value before it; a text that begins with it needs quotes.",
    ),
    "did not find expected <document start>": (
        "this belongs to nothing above it",
        "Keys of the first level start in the same column, and every bracket that closes was opened before.",
    ),
    "found unknown escape character": (
        "the backslash means nothing here",
        "Write two of them, or put the text in single quotes.",
    ),
    "did not find expected hexdecimal number": (
        "the escape is not complete",
        "Write two backslashes, or put the text in single quotes.",
    ),
    "did not find expected comment or line break": (
        "the text starts on the line of its `|` or `>`",
        "Start it on the next line, indented.",
    ),
    "block sequence entries are not allowed in this context": (
        "the list starts on the line of its key",
        "Start it on the next line.",
    ),
}


def defect_of(error: YAMLError, text: str) -> Defect:
    """Say where the text is broken, how, and what to do about it."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return _strange_character(error, text)
    at = min(error.problem_mark.index, len(text))
    comment = _JSON_COMMENT.search(text, 0, at + 2) if _is_json(text) else None
    if comment is not None:
        advice = "Take it out, or write the file as YAML, where a comment begins with `#`."
        return Defect(*comment.span(1), "JSON knows no comments", advice)
    bare = _BARE_EXPRESSION.match(text, text.rfind("\n", 0, at) + 1, at)
    if bare is not None:
        return Defect(*bare.span(1), *UNQUOTED)
    problem = error.problem or "not well formed"
    opened = error.context_mark.index if error.context_mark is not None else -1
    if opened >= 0 and (
        problem == "found unexpected end of stream"
        or (problem.startswith(_MISSING_COMMA) and not _is_closed(text, opened))
    ):
        return Defect(opened, opened + 1, f"`{text[opened]}` is opened here and never closed", "Close it.")
    message, advice = _in_plain_words(problem, text, at)
    if any(quote in text[text.rfind("\n", 0, at) + 1 : at] for quote in OPENING):
        advice = "Write straight quotes: to YAML, typographic ones are part of the text."
    return Defect(at, min(at + 1, len(text)), message, advice)


def _is_json(text: str) -> bool:
    return text.lstrip()[:1] in ("{", "[")


def _is_closed(text: str, opened: int) -> bool:
    """Whether the bracket that stands there has its partner further on, with all between in pairs."""
    open_brackets: list[str] = []
    for token in _TOKENS.finditer(text, opened):
        if token[0] in _PARTNER:
            open_brackets.append(_PARTNER[token[0]])
        elif token[0] in ("]", "}") and open_brackets:
            if open_brackets.pop() != token[0]:
                return False
            if not open_brackets:
                return True
    return False


def _in_plain_words(problem: str, text: str, at: int) -> tuple[str, str]:
    found, before = text[at : at + 1], text[max(at - 1, 0) : at]
    if found == "\t":
        problem = "found a tab character where an indentation space is expected"
    if problem.startswith(_MISSING_COMMA):
        return f"a comma is missing here, or the closing `{problem[-2]}`", "Items stand apart by commas."
    if problem == "did not find expected key" and text[:at].rstrip(" ").endswith(("'", '"')):
        return (
            "there is more text after the closing quote",
            "Inside '…' write an apostrophe twice; inside \"…\" put a backslash before a quote.",
        )
    if problem == "found invalid Unicode character escape code":
        return _no_character(text, at)
    if problem not in _PLAIN_WORDS:
        return f"libyaml says: {problem}", "Check quotes, brackets and indentation here and just above."
    message, advice = _PLAIN_WORDS[problem]
    return message.format(found=found, before=before), advice.format(found=found, before=before)


def _no_character(text: str, at: int) -> tuple[str, str]:
    """What is wrong with an escape whose digits stand there."""
    if whole := surrogates.whole_at(text, at):
        return "in YAML, two escapes do not make one character", f"Write the character itself, or `{whole}`."
    if re.compile(r"(?<=u)[dD][89a-fA-F]").match(text, at) is None:
        return "there is no character of this number", "Write the character itself."
    halves = ", or both halves one after the other" if _is_json(text) else ""
    return "the escape is only half of a character", f"Write the character itself{halves}."


def _strange_character(error: YAMLError, text: str) -> Defect:
    """Look for the character ourselves: libyaml counts bytes here, and does not always say where."""
    match = re.search(_NOT_YAML, text)
    if match is None:
        return Defect(0, 0, f"libyaml says: {str(error).splitlines()[0]}")
    message = f"the character U+{ord(match[0]):04X} is not allowed in YAML"
    return Defect(match.start(), match.end(), message, "Delete it, or write it as an escape in double quotes.")
