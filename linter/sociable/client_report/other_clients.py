"""The report of one client without the names of others, also where its own files name them."""

import os
import re
from collections.abc import Callable, Iterable, Set

from sociable.client_report.content import Content, Place
from sociable.client_report.frame import Frame
from sociable.client_report.ordinary_words import is_ordinary
from sociable.client_report.rewriting import rewritten, without_excerpts


class Names:
    """What clients and their accounts are called: ``own`` is of one client, ``others`` of all the rest.

    Names among the ``ordinary`` words count only where they stand as names. ``paths`` are those of the files that
    the client's report may speak of; in ``shared`` ones something of others stands.
    """

    def __init__(
        self, own: Set[str], everybody: Set[str], ordinary: frozenset[str], paths: Iterable[str], shared: Set[str]
    ) -> None:
        self.own = {name.casefold() for name in own}
        self.others = {name for name in everybody if name.casefold() not in self.own}
        known = sorted({*self.others, *own}, key=len, reverse=True)
        self._known = re.compile("|".join(_pattern(name, ordinary) for name in known))
        bare = {_bare(name) for name in self.others} - {_bare(name) for name in own}
        self._called = {each for each in bare if not is_ordinary(each, ordinary)}
        self._called_there = bare
        self._paths = {path: path in shared for path in paths}

    def hiding(self, instead: str) -> Callable[[str], str]:
        """Put something in the place of each name of others, also of folders and files that are called like them."""
        hidden = {path: made for path in self._paths if (made := self._hidden(path, instead)) != path}
        paths = re.compile("|".join(map(re.escape, sorted(hidden, key=len, reverse=True))) or r"(?!)")

        def change(text: str) -> str:
            text = paths.sub(lambda match: hidden[match[0]], text)
            return self._known.sub(lambda match: match[0] if match[0].casefold() in self.own else instead, text)

        return change

    def _hidden(self, path: str, instead: str) -> str:
        called = self._called_there if self._paths[path] else self._called
        parts = re.split(r"([/\\])", path)
        return "".join(instead + _ending(part) if _bare(_stem(part)) in called else part for part in parts)


def without_others(content: Content, names: Names, frame: Frame) -> Content:
    """The same report: instead of each name of others it says that it is somebody else's."""
    if not names.others:
        return content
    change = names.hiding(frame.say("page", "other_client"))

    def tells(place: Place) -> bool:
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
