"""The report of one client without the names of others, also where its own files name them."""

import os
import re
from collections.abc import Callable, Iterable, Set

from sociable.client_report.content import Content, ShownPlace
from sociable.client_report.frame import Frame
from sociable.client_report.ordinary_words import is_ordinary
from sociable.client_report.rewriting import rewritten, without_excerpts


class AllNames:
    """What all clients and their accounts are called.

    Names among the ``ordinary`` words count only where they stand as names.
    """

    def __init__(self, names: Set[str], ordinary: frozenset[str]) -> None:
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        self.known = re.compile("|".join(_pattern(name, ordinary) for name in longest_first))
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
            return self._everybody.known.sub(
                lambda match: match[0] if match[0].casefold() in self._own else instead, text
            )

        return change

    def _hidden(self, path: str, instead: str) -> str:
        parts = re.split(r"([/\\])", path)
        is_shared = self._paths[path]
        return "".join(instead + _ending(part) if self._is_others(_stem(part), is_shared) else part for part in parts)

    def _is_others(self, stem: str, is_shared: bool) -> bool:
        bare, everybody = _bare(stem), self._everybody
        is_others = bare in everybody.bare and bare not in self._own_bare
        return is_others and (is_shared or not is_ordinary(bare, everybody.ordinary))


def without_others(content: Content, names: Names, frame: Frame) -> Content:
    """The same report: instead of each name of others it says that it is somebody else's."""
    change = names.hiding(frame.say("page", "other_client"))

    def tells(place: ShownPlace) -> bool:
        lines = (line.before + line.marked + line.after for line in place.excerpt)
        return any(change(line) != line for line in lines)

    made: Content = rewritten(without_excerpts(content, tells), change)
    return made


def _pattern(name: str, ordinary: frozenset[str]) -> str:
    """A name by itself, in any case and however its words are joined; an ordinary word as a title or an id only."""
    if is_ordinary(name, ordinary):
        small = rf"(?<=`){re.escape(name)}(?=`)"
        return small if name == name.casefold() else rf"{small}|(?<![\w@]){re.escape(name)}(?![\w@-]|\.\w)"
    words = r"[\s_-]+".join(map(re.escape, name.split()))
    return rf"(?<![\w@])(?i:{words})(?![\w@]|\.\w)"


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _stem(part: str) -> str:
    return os.path.splitext(part)[0]


def _ending(part: str) -> str:
    return os.path.splitext(part)[1]
