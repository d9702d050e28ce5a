"""The words around what was found, in one table: for another language there is another file like ``frames/en.toml``."""

import os
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from sociable.errors import BadFrame
from sociable.files.contents import read_whole
from sociable.records.static import Any
from sociable.rehearsal.sentences import Words

_BUILT_IN = os.path.join(os.path.dirname(__file__), "frames", "en.toml")


class Frame:
    """The words of one language; a word is named by its table and its key."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        self.tables = tables

    @property
    def played(self) -> Words:
        """In what rehearsals are told."""
        return Words(self.tables["played"], self.tables["openings"], self.tables["deeds"])

    def say(self, table: str, key: str, **values: object) -> str:
        """A sentence with its places filled. Raises ``KeyError``."""
        text: str = self.tables[table][key]
        return text.format(**values) if values else text

    def counted(self, count: int, thing: str) -> str:
        """``1 finding``, ``2 findings``, ``no findings``."""
        none, one, many = self.tables["counted"][thing]
        words: str = none if count == 0 else one if count == 1 else many
        return words.format(n=f"{count:,}")

    def listed(self, names: list[str], most: int = 3) -> str:
        """``a``, ``a and b``, ``a, b and c``, ``a, b, c and 2 more``; at least one name is needed."""
        return self.listed_of(names[:most], len(names))

    def listed_of(self, names: list[str], number: int, joined: str = "and") -> str:
        """The same of the first ones, where there are so many in all."""
        if number > len(names):
            names = [*names, self.counted(number - len(names), "more")]
        *first, last = names
        return self.say("counted", joined, first=", ".join(first), last=last) if first else last

    def either(self, names: list[str], most: int | None = None) -> str:
        """``a``, ``a or b``, ``a, b or c``, and ``a, b, c or 2 more`` where no more than three are to be named."""
        return self.listed_of(names[:most], len(names), "or")

    def date(self, day: date) -> str:
        """``28 November 2026``."""
        return self.say("date", "day", day=day.day, month=self.month(day.month), year=day.year)

    def month(self, number: int) -> str:
        """``January`` for 1."""
        name: str = self.tables["date"]["months"][number - 1]
        return name


@lru_cache(maxsize=4)
def built_in() -> Frame:
    """The English table."""
    return Frame(_tables(_BUILT_IN))


def from_file(path: str) -> Frame:
    """A table of one's own, which has to hold every word that the English one holds. Raises ``BadFrame``."""
    tables = _tables(path)
    for name, words in built_in().tables.items():
        own = tables.get(name)
        missing = [key for key in words if not isinstance(own, dict) or not _alike(own.get(key), words[key])]
        if missing:
            raise BadFrame(f"{path}: [{name}] lacks `{missing[0]}`, or says it in another form than the English table")
    return Frame(tables)


def _alike(own: object, english: object) -> bool:
    """Whether a word has the form of the English one and no place that it does not have."""
    if isinstance(english, list):
        return isinstance(own, list) and len(own) == len(english) and all(map(_alike, own, english))
    return isinstance(own, str) and _places(own) <= _places(str(english))


def _places(text: str) -> set[str]:
    from string import Formatter

    try:
        return {f"{name}{spec}{kind or ''}" for _, name, spec, kind in Formatter().parse(text) if name is not None}
    except ValueError:
        return {""}


def _tables(path: str) -> dict[str, Any]:
    from sociable.text.toml_values import NotToml, toml_values

    try:
        return toml_values(read_whole(path).decode())
    except (NotToml, UnicodeDecodeError) as error:
        raise BadFrame(f"{path} is no table of words: {error}") from None
