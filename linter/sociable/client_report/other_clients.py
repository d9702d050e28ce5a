"""The report of one client without the names of others, also where its own files name them.

Others are named in many ways: by a title whose words are joined, with an ending, without accents, as a part of a longer
word, by a handle without its signs and its server. Whatever holds such a name is taken out as a whole.
"""

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Set

from sociable.client_report.content import Content, ShownPlace
from sociable.client_report.frame import Frame
from sociable.client_report.ordinary_words import is_ordinary
from sociable.client_report.own_words import own_words
from sociable.client_report.rewriting import rewritten, without_excerpts


class AllNames:
    """What all clients and their accounts are called.

    Names among the ``ordinary`` words count only where they stand as names.
    """

    def __init__(self, names: Set[str], ordinary: frozenset[str]) -> None:
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        self.known = re.compile("|".join(_pattern(name, ordinary) for name in longest_first) or r"(?!)")
        self.bare = {_bare(name) for name in names}
        self.ordinary = ordinary


class Names:
    """The names of one client, its ``own``, among those of all.

    ``paths`` are those of the files that the client's report may speak of; in ``shared`` ones something of others
    stands.
    """

    def __init__(self, everybody: AllNames, own: Set[str], paths: Iterable[str], shared: Set[str]) -> None:
        self._everybody = everybody
        self._own = {name.casefold() for name in own}
        self._own_bare = {_bare(name) for name in own}
        self._paths = {path: path in shared for path in paths}

    def hiding(self, instead: str) -> Callable[[str], str]:
        """Put something in the place of each name of others, also of folders and files that are called like them."""
        hidden = {path: made for path in self._paths if (made := self._hidden(path, instead)) != path}
        paths = re.compile("|".join(map(re.escape, sorted(hidden, key=len, reverse=True))) or r"(?!)")

        def change(text: str) -> str:
            text = paths.sub(lambda match: hidden[match[0]], text)
            made, done = [], 0
            for match in self._everybody.known.finditer(_without_accents(text)):
                if not self._is_own(match[match.lastindex or 0]):
                    made += [text[done : match.start()], instead]
                    done = match.end()
            return "".join((*made, text[done:]))

        return change

    def _is_own(self, name: str) -> bool:
        return name.casefold() in self._own or _bare(name) in self._own_bare

    def _hidden(self, path: str, instead: str) -> str:
        parts = re.split(r"([/\\])", path)
        is_shared = self._paths[path]
        return "".join(instead + _ending(part) if self._is_others(_stem(part), is_shared) else part for part in parts)

    def _is_others(self, stem: str, is_shared: bool) -> bool:
        bare, everybody = _bare(stem), self._everybody
        is_others = bare in everybody.bare and bare not in self._own_bare
        return is_others and (is_shared or not is_ordinary(bare, everybody.ordinary))


def told_shortly(handle: str) -> tuple[str, ...]:
    """A handle without its sign and its server, unless that may be any word."""
    short = re.split(r"[@.]", handle.lstrip("@"))[0]
    return (short,) if _bare(short) not in own_words() and len(short) >= _TOLD_APART else ()


def without_others(content: Content, names: Names, frame: Frame) -> Content:
    """The same report: instead of each name of others it says that it is somebody else's."""
    change = names.hiding(frame.say("page", "other_client"))

    def tells(place: ShownPlace) -> bool:
        lines = (line.before + line.marked + line.after for line in place.excerpt)
        return any(change(line) != line for line in lines)

    made: Content = rewritten(without_excerpts(content, tells), change)
    return made


_TOLD_APART, _TOLD_ANYWHERE = 4, 6
"""Letters of a name that is told from others with what is joined to it, and of one that is told within any word."""

_MORE = r"[\w-]*(?:\.\w[\w-]*)*"
"""What may follow a name without a space: another part of a word, and of an address."""

_ENDING = rf"(?:(?=[A-Z_-]){_MORE}|(?:e?s)?(?![^\W_]))"
"""What may follow one of few letters."""


def _pattern(name: str, ordinary: frozenset[str]) -> str:
    """A name in any case and however its words are joined; an ordinary word as a title or an id only.

    The name itself is its only group: what is joined to it may be anything.
    """
    if is_ordinary(name, ordinary):
        small = rf"(?<=`)({re.escape(name)})(?=`)"
        return small if name == name.casefold() else rf"{small}|(?<![\w@])({re.escape(name)})(?![\w@-]|\.\w)"
    words, letters = re.findall(r"[^\W_]+", _without_accents(name)), len(_bare(name))
    if not words:
        return rf"({re.escape(name)})"
    if letters < _TOLD_APART or _bare(name) in own_words():
        spaced = r"[\s_-]+".join(map(re.escape, _without_accents(name).split()))
        return rf"(?<![\w@])((?i:{spaced}))(?![\w@]|\.\w)"
    begin = "" if letters >= _TOLD_ANYWHERE else r"(?:(?<![^\W_])|(?<=[a-z])(?=[A-Z]))"
    joined = r"[\W_]{0,2}".join(words)
    return rf"[@#+]?{begin}((?i:{joined})){_ENDING if letters == _TOLD_APART else _MORE}"


def _without_accents(text: str) -> str:
    """A text of the same length."""
    return text if text.isascii() else "".join(unicodedata.normalize("NFD", each)[0] for each in text)


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", _without_accents(name).casefold())


def _stem(part: str) -> str:
    return os.path.splitext(part)[0]


def _ending(part: str) -> str:
    return os.path.splitext(part)[1]
