"""The grammar of rules and its keywords."""

import re
from functools import cache

_ALSO_NAMES = frozenset(("list", "group", "pair", "least", "most", "replace", "remove", "set", "add", "begin"))
"""Keywords that also name attributes or sets of people, or only mean something where no name can stand."""

_NAMED = "[a-z][a-z0-9_]*(?:-[a-z0-9_]+)*"


@cache
def _written() -> str:
    from importlib.resources import files

    return files("sociable.language").joinpath("grammar.lark").read_text(encoding="utf-8")


@cache
def keywords() -> frozenset[str]:
    """The words that mean something to the grammar itself."""
    return frozenset(re.findall(r'"([a-z]+)"', _written()))


def no_names() -> frozenset[str]:
    """The keywords that nothing can be called."""
    return keywords() - _ALSO_NAMES


@cache
def grammar_text() -> str:
    """The grammar as Lark takes it."""
    keyword = f"(?:{'|'.join(sorted(no_names()))})(?![a-z0-9_-])"
    gap = r"(?:[ \t\r\n]|#[^\n]*\n)"
    lines = _written().splitlines(keepends=True)
    return "".join(
        line if line.startswith("//") else line.replace("KEYWORD", keyword).replace("GAP", gap).replace("NAMED", _NAMED)
        for line in lines
    )
