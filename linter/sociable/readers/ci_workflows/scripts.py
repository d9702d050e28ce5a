"""Calls that a step's script makes: ``curl`` to an address, ``gh`` and its JavaScript library to a conversation.

Scripts are cut into words and never run; what a variable holds is known where the step itself says it.
"""

import re
import shlex
from collections.abc import Iterator, Mapping
from itertools import pairwise

from sociable.records.record import Record

_LONGEST = 20_000
"""Of one script that is looked through."""

_ENDS = frozenset(("|", "||", "&&", ";", "&", "curl", "gh"))
_DATA = frozenset(("-d", "--data", "--data-raw", "--data-binary", "--data-urlencode", "-F", "--form", "--json"))
_GH_FIELDS = frozenset(("-f", "-F", "--raw-field", "--field"))
_GH_VALUES = frozenset(("-H", "--header", "-q", "--jq", "-t", "--template", "--hostname", "--input", "--cache", "-p"))
_COMMENT = re.compile(
    r"(?:createComment|createReplyForReviewComment|addDiscussionComment)\s*\(.{0,2000}?\bbody\s*:\s*"
    r"(?P<body>\"(?:[^\"\\]|\\.){0,4000}\"|'(?:[^'\\]|\\.){0,4000}'|`(?:[^`\\]|\\.){0,4000}`|[\w.$]{1,200})",
    re.DOTALL,
)
_SAID = frozenset(("--body", "-b", "--comment", "-c"))
_BY_LIBRARY = {
    "close": re.compile(r"(?:issues|pulls)\.update\s*\([^()]{0,500}\bstate\s*:\s*[\"'`]closed"),
    "lock": re.compile(r"\bissues\.lock\s*\("),
}
_FILLED = re.compile(r"\$\{\{\s{1,20}([\w.-]{1,200})\s{0,20}\}\}")
"""What is filled in before the script runs: one word, whatever blanks stand in its braces."""

_VARIABLE = re.compile(r"\$(?:\{(\w{1,100})\}|(\w{1,100}))(?!\{)")


class Called(Record):
    """A call to an address: what it sends as names and values, and a JSON text of its own, if any."""

    method: str
    url: str
    fields: Mapping[str, str]
    json: str = ""


def calls(script: str, env: Mapping[str, str]) -> Iterator[Called]:
    """The addresses that ``curl`` and ``gh api`` call in a script, and what they send them."""
    for command in _commands(script, env, "curl"):
        called = _curl(command)
        if called is not None:
            yield called
    for command in _commands(script, env, "gh"):
        if command[:1] == ["api"]:
            yield _gh(command[1:])


def done_to_issues(script: str, env: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a script does with issues and changes, as verbs, each with its text if it has one.

    With ``gh``, or with the library of `actions/github-script`.
    """
    for words in _commands(script, env, "gh"):
        if words[:1] in (["issue"], ["pr"]) and len(words) > 1:
            yield from _by_command(words[1], words[2:])
    for found in _COMMENT.finditer(script[:_LONGEST]):
        body = found["body"]
        yield (
            "reply",
            re.sub(r"\$\{([^{}]*)\}", r"${{ \1 }}", body[1:-1]) if body[0] in "\"'`" else f"${{{{ {body} }}}}",
        )
    for verb, pattern in _BY_LIBRARY.items():
        yield from ((verb, "") for _ in pattern.finditer(script[:_LONGEST]))


def _by_command(command: str, words: list[str]) -> Iterator[tuple[str, str]]:
    """What one command of ``gh issue`` or ``gh pr`` does."""
    given = list(pairwise((*words, "")))
    if command in ("comment", "close", "review"):
        yield from (("reply", said) for flag, said in given if flag in _SAID)
    if command in ("close", "lock"):
        yield command, ""
    if command == "create":
        yield from (("post", said) for flag, said in given if flag in ("--body", "-b"))
    if command == "edit":
        yield from (("label", label) for flag, label in given if flag == "--add-label")


def _commands(script: str, env: Mapping[str, str], program: str) -> Iterator[list[str]]:
    """The words that follow each call of a program."""
    if program not in script:
        return
    try:
        joined = _FILLED.sub(r"${{\1}}", script[:_LONGEST].replace("\\\n", " "))
        words = shlex.split(joined, comments=True)
    except ValueError:  # a quotation mark that nothing closes
        return
    at = 0
    while at < len(words):
        at += 1
        if words[at - 1] == program:
            end = next((n for n in range(at, len(words)) if words[n] in _ENDS), len(words))
            yield [_with_values(word, env) for word in words[at:end]]
            at = end


def _with_values(word: str, env: Mapping[str, str]) -> str:
    return _VARIABLE.sub(lambda found: env.get(found[1] or found[2], f"${{{{ env.{found[1] or found[2]} }}}}"), word)


def _gh(words: list[str]) -> Called:
    """A call to GitHub's own interface: its path is the first word that belongs to no flag."""
    method, path = "", ""
    fields: dict[str, str] = {}
    for flag, word in pairwise(("", *words)):
        if flag in ("-X", "--method"):
            method = word.upper()
        elif flag in _GH_FIELDS:
            name, _, value = word.partition("=")
            fields[name] = value
        elif flag not in _GH_VALUES and not word.startswith("-"):
            path = path or word.removeprefix("/")
    return Called(method or ("POST" if fields else "GET"), f"https://api.github.com/{path}", fields)


def _curl(words: list[str]) -> Called | None:
    method, url, json_text = "", "", ""
    fields: dict[str, str] = {}
    for flag, word in zip(("", *words), words, strict=False):
        if flag in ("-X", "--request"):
            method = word.upper()
        elif flag in _DATA:
            method = method or "POST"
            if word.lstrip().startswith("{"):
                json_text = word
            for pair in word.split("&") if flag not in ("-F", "--form") else (word,):
                name, sign, value = pair.partition("=")
                if sign and name.strip("[]").isidentifier():
                    fields[name] = value
        elif word.startswith(("http://", "https://")):
            url = word
    return Called(method or "GET", url, fields, json_text) if url else None
