"""The report of one client without the names of others, also where its own files name them.

What files say is searched before it is put into words (``others_set_apart``), so that no word of the program is taken
for a name. Only what was worded long ago, or is the very line of a file, is searched here.

Others are named in many ways: by a title whose words are joined, with an ending, without accents, as a part of a longer
word, by a handle without its signs and its server. Whatever holds such a name is taken out as a whole.
"""

import os
import re
from collections.abc import Callable, Iterable, Set
from functools import partial

from sociable.client_report.clients.others_set_apart import (
    outside_set_apart,
    person_set_apart,
    set_apart,
    without_set_apart,
)
from sociable.client_report.content.content_of_report import Content
from sociable.client_report.content.rewriting import every_text, rewritten
from sociable.client_report.names.escapes import added, said
from sociable.client_report.names.name_patterns import TOLD_APART, bare, composed, name_pattern, person_pattern
from sociable.client_report.names.name_search import NameSearch
from sociable.client_report.names.ordinary_words import is_ordinary
from sociable.client_report.names.own_words import own_words
from sociable.client_report.wording.frame import Frame
from sociable.text.wording import SET_APART


class AllNames:
    """What all clients and their accounts are called, and the ``people`` who have to do with these.

    Names among the ``ordinary`` words count only where they stand as names.
    """

    def __init__(self, names: Set[str], ordinary: frozenset[str], people: Set[str] = frozenset()) -> None:
        self.accounts = NameSearch({name: name_pattern(name, ordinary) for name in names})
        self.people = NameSearch(
            {name: name_pattern(name, ordinary) if "@" in name else person_pattern(name) for name in people}
        )
        self.bare = {bare(name) for name in names}
        self.ordinary = ordinary


class Names:
    """The names of one client, its ``own`` and those of its ``people``, among those of all."""

    def __init__(self, everybody: AllNames, own: Set[str], people: Set[str] = frozenset()) -> None:
        self._everybody = everybody
        self._own = _called(own)
        self._people = self._own | _called(people)

    def marked(self, text: str) -> str:
        """Set each name of others apart, also one that is written with escapes."""
        plain = self._as_it_stands(composed(text))
        meant = said(plain)
        if not meant.rounds:
            return plain
        made, done = [], 0
        for at, sign in added(meant.text, self._as_it_stands(meant.text)):
            place = max(done, meant.place(at - 1)[1] if sign == SET_APART[1] else meant.place(at)[0])
            made += [plain[done:place], sign]
            done = place
        return "".join((*made, plain[done:]))

    def _as_it_stands(self, text: str) -> str:
        """What a person is called may be told of one's own and hold the name of another client: accounts come first."""
        accounts = partial(self._everybody.accounts.marked, is_own=self._is_own, mark=set_apart)
        people = partial(self._everybody.people.marked, is_own=self._is_of_people, mark=person_set_apart)
        return outside_set_apart(outside_set_apart(text, accounts), people)

    def _is_own(self, name: str) -> bool:
        return not _called((name,)).isdisjoint(self._own)

    def _is_of_people(self, name: str) -> bool:
        return not _called((name,)).isdisjoint(self._people)

    def of_place(self, path: str, is_shared: bool) -> str:
        """The path of a file with the folders and files set apart that are called like others."""
        *folders, file = re.split(r"([/\\])", path)
        stem, ending = os.path.splitext(file)
        return "".join(self._of_part(part, is_shared) for part in (*folders, stem)) + ending

    def _of_part(self, part: str, is_shared: bool) -> str:
        """It is called so, or holds a name, between whose words signs stand as often as blanks."""
        word, everybody = bare(part), self._everybody
        is_others = word in everybody.bare and word not in self._own
        if is_others and (is_shared or not is_ordinary(word, everybody.ordinary)):
            return set_apart(part)
        made, done = [], 0
        for at, sign in added(spaced := part.replace("_", " "), self.marked(spaced)):
            made += [part[done:at], sign]
            done = at
        return "".join((*made, part[done:]))


def told_shortly(handle: str) -> tuple[str, ...]:
    """A handle without its sign and its server, unless that may be any word."""
    short = re.split(r"[@.]", handle.lstrip("@"))[0]
    return (short,) if bare(short) not in own_words() and len(short) >= TOLD_APART else ()


def without_others(content: Content, names: Names, shared: Set[str], frame: Frame) -> Content:
    """The same report: instead of each name of others it says that it is somebody else's.

    In ``shared`` files something of others stands.
    """
    paths = {each.path: names.of_place(each.path, each.path in shared) for each in content.files}
    paths = {path: marked for path, marked in paths.items() if marked != path}
    if content.since is not None:
        content = content._replace(since=content.since._replace(gone=rewritten(content.since.gone, names.marked)))
    filled_in = every_text(content.stories, lambda text: _in_quotes(text, names.marked))
    content = content._replace(stories=filled_in)
    in_paths = re.compile("|".join(map(re.escape, sorted(paths, key=len, reverse=True))) or r"(?!)")
    instead, somebody = frame.say("page", "other_client"), frame.say("page", "other_person")

    def told(text: str) -> str:
        return without_set_apart(in_paths.sub(lambda match: paths[match[0]], text), instead, somebody)

    made: Content = every_text(content, told)
    return made


def _in_quotes(text: str, change: Callable[[str], str]) -> str:
    """A line of a story with the texts that it quotes changed: a name may come together only where one is filled in."""
    made, depth = "", 0
    for part in re.split("([“”])", text):
        made += change(part) if depth > 0 else part
        depth += {"“": 1, "”": -1}.get(part, 0)
    return made


def _called(names: Iterable[str]) -> set[str]:
    """Names as they are compared: as they stand, in small letters, and without what stands between their letters."""
    return {form for name in names for form in (name.casefold(), bare(name)) if form}
