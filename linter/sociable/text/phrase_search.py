"""Whether a text can hold any of many phrases: a cheap question before those that cost more."""

import re
from collections.abc import Iterable, Mapping

from sociable.records.static import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"

_FEW = 100
"""For fewer texts than these, making a pattern takes longer than looking for one phrase after the other."""


class Phrases:
    """Phrases that are looked for together, wherever they begin and end, in small or capital letters.

    Whatever ``re.IGNORECASE`` or ``str.casefold`` takes for the same is the same here, and a little more besides.
    ``whole``: what begins within a word is none of them, as `ad` in `read`. That is only asked of plain English text,
    where letters are what they look like.
    """

    def __init__(self, phrases: Iterable[str], whole: bool = False) -> None:
        self._phrases = tuple(dict.fromkeys(map(_plain, phrases)))
        self._begin = r"(?<!\w)" if whole else ""
        self._asked = 0
        self._any: re.Pattern[str] | None = None
        self._in_ascii: re.Pattern[str] | None = None

    def may_be_in(self, text: str) -> bool:
        """Whether one of them may stand in a text. Where this says no, none does."""
        is_ascii = text.isascii()
        plain = text.lower() if is_ascii else _plain(text)
        pattern = self._in_ascii if is_ascii else self._any
        if pattern is None:
            self._asked += 1
            if self._asked < _FEW:
                return any(phrase in plain for phrase in self._phrases)
            pattern = self._compiled(is_ascii)
        return pattern.search(plain) is not None

    def _compiled(self, is_ascii: bool) -> re.Pattern[str]:
        if is_ascii:
            known = [each for each in self._phrases if each.isascii()]
            pattern = self._in_ascii = re.compile(self._begin + _written(_tree(known)) if known else r"(?!)")
        else:
            pattern = self._any = re.compile(_written(_tree(self._phrases)))
        return pattern


def _plain(text: str) -> str:
    """The same for all that anybody takes for the same letters; a dotless or dotted Turkish i is an i."""
    return text.upper().casefold().replace("\u0307", "")


def _tree(phrases: Iterable[str]) -> _Tree:
    """Character by character what follows; nothing but the empty string after a phrase that holds another one."""
    root: _Tree = {}
    for phrase in phrases:
        node = root
        for character in phrase:
            node = node.setdefault(character, {})
        node[""] = {}
    return root


def _written(tree: Mapping[str, _Tree]) -> str:
    """A pattern that tries each character of a text once, however many phrases begin alike."""
    if "" in tree:
        return ""  # what begins with a phrase holds it
    ways = [re.escape(character) + _written(after) for character, after in tree.items()]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
