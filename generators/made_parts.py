"""Pages that people write, of which what stands between marks is made."""

import re
from collections.abc import Callable, Iterable, Mapping

from generators.vocabulary_pages import row

_PART = re.compile(r"(?<=^<!-- made: )([a-z-]+)( -->\n).*?(?=^<!-- end -->$)", re.DOTALL | re.MULTILINE)


def with_parts_made(path: str, parts: Mapping[str, Callable[[], str]]) -> str:
    """The page as it is, with each marked part made anew."""
    with open(path, encoding="utf-8") as file:
        page = file.read()
    return _PART.sub(lambda found: f"{found[1]}{found[2]}\n{parts[found[1]]()}\n\n", page)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    heads = tuple(heads)
    return "\n".join((row(heads), row("---" for _ in heads), *map(row, rows)))
