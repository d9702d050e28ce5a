"""The report of one client without the names of others, also where its own files name them.

Others are named in many ways: by a title whose words are joined, with an ending, without accents, as a part of a longer
word, by a handle without its signs and its server. Whatever holds such a name is taken out as a whole.
"""

import os
import re
from collections.abc import Callable, Iterable, Mapping, Set

from sociable.client_report.clients.others_set_apart import without_set_apart
from sociable.client_report.content.content_of_report import Content, ShownPlace
from sociable.client_report.content.rewriting import rewritten, without_excerpts
from sociable.client_report.names.name_patterns import (
    TOLD_APART,
    bare,
    composed,
    name_pattern,
    person_pattern,
    without_accents,
)
from sociable.client_report.names.ordinary_words import is_ordinary
from sociable.client_report.names.own_words import own_words
from sociable.client_report.wording.frame import Frame


class AllNames:
    """What all clients and their accounts are called, and the ``people`` who have to do with these.

    Names among the ``ordinary`` words count only where they stand as names.
    """

    def __init__(self, names: Set[str], ordinary: frozenset[str], people: Set[str] = frozenset()) -> None:
        self.accounts = _Search({name: name_pattern(name, ordinary) for name in names})
        self.people = _Search(
            {name: name_pattern(name, ordinary) if "@" in name else person_pattern(name) for name in people}
        )
        self.bare = {bare(name) for name in names}
        self.ordinary = ordinary


class _Search:
    """Finds names by their patterns, each of which has one group: the longest that stands at a place."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._by_group = sorted(patterns, key=lambda name: (-len(name), name))
        self._any = re.compile("|".join(map(patterns.__getitem__, self._by_group)) or r"(?!)")

    def without(self, text: str, own: Set[str], instead: str) -> str:
        """The text with something in the place of each name that is not one's own."""
        made, done = [], 0
        for match in self._any.finditer(without_accents(text)):
            if _called((self._by_group[(match.lastindex or 0) - 1],)).isdisjoint(own):
                made += [text[done : match.start()], instead]
                done = match.end()
        return "".join((*made, text[done:]))


class Names:
    """The names of one client, its ``own`` and those of its ``people``, among those of all.

    ``paths`` are those of the files that the client's report may speak of; in ``shared`` ones something of others
    stands. ``referred`` are the words by which its own files refer to others, whatever else they may mean.
    """

    def __init__(
        self,
        everybody: AllNames,
        own: Set[str],
        paths: Iterable[str],
        shared: Set[str],
        referred: Set[str] = frozenset(),
        people: Set[str] = frozenset(),
    ) -> None:
        self._everybody = everybody
        self._own = _called(own)
        self._people = self._own | _called(people)
        self._paths = {path: path in shared for path in paths}
        words = sorted(referred, key=len, reverse=True)
        self._referred = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in words) or r"(?!)")

    def hiding(self, instead: str, somebody: str) -> Callable[[str], str]:
        """Put something in the place of each name of others, also of folders and files that are called like them.

        What a person is called may be told of one's own, and hold the name of another client: accounts come first.
        """
        hidden = {path: made for path in self._paths if (made := self._hidden(path, instead)) != path}
        paths = re.compile("|".join(map(re.escape, sorted(hidden, key=len, reverse=True))) or r"(?!)")

        def change(text: str) -> str:
            text = paths.sub(lambda match: hidden[match[0]], without_set_apart(text, instead))
            text = self._everybody.accounts.without(composed(text), self._own, instead)
            return self._everybody.people.without(text, self._people, somebody)

        return change

    def refers(self, line: str) -> bool:
        """Whether a word stands in it by which somebody else is meant somewhere."""
        return self._referred.search(line) is not None

    def _hidden(self, path: str, instead: str) -> str:
        parts = re.split(r"([/\\])", path)
        is_shared = self._paths[path]
        return "".join(instead + _ending(part) if self._is_others(_stem(part), is_shared) else part for part in parts)

    def _is_others(self, stem: str, is_shared: bool) -> bool:
        word, everybody = bare(stem), self._everybody
        is_others = word in everybody.bare and word not in self._own
        return is_others and (is_shared or not is_ordinary(word, everybody.ordinary))


def told_shortly(handle: str) -> tuple[str, ...]:
    """A handle without its sign and its server, unless that may be any word."""
    short = re.split(r"[@.]", handle.lstrip("@"))[0]
    return (short,) if bare(short) not in own_words() and len(short) >= TOLD_APART else ()


def without_others(content: Content, names: Names, frame: Frame) -> Content:
    """The same report: instead of each name of others it says that it is somebody else's."""
    change = names.hiding(frame.say("page", "other_client"), frame.say("page", "other_person"))

    def tells(place: ShownPlace) -> bool:
        lines = (line.before + line.marked + line.after for line in place.excerpt)
        return any(names.refers(line) or change(line) != line for line in lines)

    made: Content = rewritten(without_excerpts(content, tells), change)
    return made


def _called(names: Iterable[str]) -> set[str]:
    """Names as they are compared: as they stand, in small letters, and without what stands between their letters."""
    return {form for name in names for form in (name.casefold(), bare(name)) if form}


def _stem(part: str) -> str:
    return os.path.splitext(part)[0]


def _ending(part: str) -> str:
    return os.path.splitext(part)[1]
