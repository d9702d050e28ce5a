"""The words that the program says itself, in its texts, its tables and its rules: a report takes none for a name."""

import re
from collections.abc import Iterator
from pathlib import Path

_NAMED = ("platforms.py", "countries.py", "languages.py")
"""Parts of the vocabulary in which words stand that have a capital and are nobody's name."""

_WORD = re.compile(r"(?<![@\w])[^\W\d_]+")


def own_words(project: str) -> str:
    """All of them in small letters, one a line. What only ever has a capital may be a name in an example."""
    words: set[str] = set()
    for path in _files(Path(project)):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".py":
            text = " ".join(_said(text))
        found = _WORD.findall(text)
        is_named = path.parent.name == "vocabulary" and path.name in _NAMED
        words.update(map(str.casefold, found) if is_named else (each for each in found if each == each.casefold()))
    return "".join(f"{each}\n" for each in sorted(words))


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


def _files(project: Path) -> Iterator[Path]:
    yield project / "rules" / "compiled.jsonl"
    yield from (each for each in (project / "linter" / "sociable").rglob("*") if each.suffix in (".py", ".toml"))
