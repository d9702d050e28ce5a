"""What in a text can be a name although no key of a file calls it one: each word of a file that is none of ours."""

import re
from collections.abc import Callable, Iterable, Iterator

from sociable.client_report.names.escapes import said
from sociable.client_report.names.people_in_texts import LETTER

_WORD = re.compile(f"{LETTER}+")
_JOINED = frozenset(" -_.'\u2019")
"""What stands between the words of one name."""


def words_in(texts: Iterable[str]) -> set[str]:
    """The words of files as they are compared, also those that are written with escapes."""
    words: set[str] = set()
    for text in texts:
        words.update(_WORD.findall(text))
        words.update(_WORD.findall(said(text).text))
    return {plain(word) for word in words}


def plain(word: str) -> str:
    """A word as it is compared: in small letters, without the signs that nobody sees."""
    return re.sub(r"[\W\d_]", "", word).casefold()


def names_in(text: str, is_name: Callable[[str, bool], bool]) -> Iterator[tuple[int, int]]:
    """Where names stand, by their words; ``is_name`` is told as well whether a text was cut within a word."""
    begin = end = -1
    for match in _WORD.finditer(text):
        if not is_name(plain(match[0]), text.startswith("…", match.end())):
            continue
        if begin >= 0 and text[end : match.start()] in _JOINED:
            end = match.end()
            continue
        if begin >= 0:
            yield begin, end
        begin, end = match.span()
    if begin >= 0:
        yield begin, end
