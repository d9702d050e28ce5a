"""Fitting text into the columns of a terminal."""

import re
from functools import lru_cache

from sociable.text.safe import visible, visible_characters, words

_ADDRESS = r"<?https://[\w.-]+/\S*$"
"""Broken over lines, it leads nowhere."""


def cells(text: str) -> int:
    """How many terminal columns ``text`` takes."""
    if text.isascii() or all(map(_is_narrow, text)):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _is_narrow(character: str) -> bool:
    """Latin letters, and the dashes and quotation marks of plain prose: no table is needed to know their width."""
    return character < "\u0300" or "\u2010" <= character <= "\u2027"


@lru_cache(maxsize=64)
def wrap(text: str, room: int, taken: int = 0) -> tuple[str, ...]:
    """Running text as safe lines of at most ``room`` columns; ``taken`` columns of the first are in use already.

    A rule that speaks often says the same each time.
    """
    lines, line, left = [], "", room - taken
    for word in _pieces(text, room):
        size = cells(word)
        if size + bool(line) > left:
            lines.append(line)
            line, left = "", room
        left -= size + bool(line)
        line += f" {word}" if line else word
    return (*lines, line)


def fitting(characters: list[str], room: int) -> int:
    """How many of ``characters`` fit into ``room`` columns."""
    for count, character in enumerate(characters):
        room -= cells(character)
        if room < 0:
            return count
    return len(characters)


def _pieces(text: str, room: int) -> list[str]:
    """The words of ``text``; one that is longer than a line comes in parts."""
    pieces = []
    for word in _with_code_whole(words(text), room):
        shown = visible(word)
        if cells(shown) <= room or re.match(_ADDRESS, word):
            pieces.append(shown)
            continue
        characters = visible_characters(word)
        while characters:
            count = max(fitting(characters, room), 1)
            pieces.append("".join(characters[:count]))
            characters = characters[count:]
    return pieces


def _with_code_whole(words: list[str], room: int) -> list[str]:
    """What stands between backticks is something to write, and easier to copy from one line, if it fits on one."""
    whole: list[str] = []
    opened = 0
    for word in words:
        whole.append(word)
        if word.count("`") % 2 == 0:
            continue
        if opened and len(code := " ".join(whole[opened - 1 :])) <= room:
            whole[opened - 1 :] = [code]
        opened = 0 if opened else len(whole)
    return whole
