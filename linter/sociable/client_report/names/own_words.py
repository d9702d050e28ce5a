"""The words of the program itself, of its rules and its tables: where one of these stands, no name need be meant."""

import os
import re
from collections.abc import Iterator
from functools import lru_cache

from sociable.files import package_data

_PROGRAM = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
_NAMED = tuple(os.path.join(_PROGRAM, "vocabulary", name) for name in ("platforms.py", "countries.py", "languages.py"))
"""Where words stand that have a capital and are nobody's name."""

_WORD = re.compile(r"(?<![@\w])[^\W\d_]+")


@lru_cache(maxsize=1)
def own_words() -> frozenset[str]:
    """All that is said anywhere, in small letters. What only ever has a capital may be a name in an example."""
    words: set[str] = set()
    for path in _files():
        with open(path, encoding="utf-8") as file:
            text = file.read()
        if path.endswith(".py"):
            text = " ".join(_said(text))
        found = set(_WORD.findall(text))
        words.update(
            map(str.casefold, found) if path in _NAMED else (each for each in found if each == each.casefold())
        )
    return frozenset(words)


def _said(program: str) -> Iterator[str]:
    """The texts in a part of the program, but for those that explain it: these stand on lines of their own."""
    before = ""
    for number, part in enumerate(program.split('"""')):
        if number % 2 == 0:
            for line in part.split("\n"):
                yield from line.split('"')[1::2]
        elif before.rpartition("\n")[2].strip():
            yield part
        before = part


def _files() -> Iterator[str]:
    yield os.path.join(package_data.folder("rules"), "compiled.jsonl")
    for folder, _, names in os.walk(_PROGRAM):
        for name in names:
            if name.endswith((".py", ".toml")):
                yield os.path.join(folder, name)
