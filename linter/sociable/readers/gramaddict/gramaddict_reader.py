"""A GramAddict configuration to a fragment: sessions on a clock that go through other people's followers and likers."""

import re
from collections.abc import Iterator, Mapping

from sociable.documents import nodes
from sociable.documents.document import Document
from sociable.documents.nodes import Scalar, Sequence, member, span_of
from sociable.findings.origin import Origin
from sociable.findings.report import Coverage, Part
from sociable.readers.fragment import Fragment
from sociable.readers.tables import tables_beside
from sociable.records.static import Any
from sociable.setup.model import Account, Automation, Named, Rate, Step, Target, Trigger
from sociable.setup.quantities import duration_words
from sociable.text.source import Source, Span
from sociable.vocabulary.crowds import CROWDS
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.verbs import VERBS

NAME = "gramaddict"
READ_AS = "a GramAddict configuration"
_UNFOLLOWED = "total-unfollows-limit"
_NUMBERS = re.compile(r"\d{1,6}")


def recognises(document: Document) -> bool:
    """Whether it names an account and the app that is played, or several of the keys that only this tool has."""
    root = document.roots[0] if document.roots else None
    if type(root) is not nodes.Mapping or "username" not in root:
        return False
    tables = tables_beside(__file__)["keys"]
    known = root.keys() & (tables["sources"].keys() | tables["undoings"].keys())
    return "app-id" in root or len(known) > 1


def read(document: Document) -> Fragment:
    root = document.roots[0]
    assert type(root) is nodes.Mapping  # or it would not have been recognised
    reader = _Reader(document.source, root)
    steps = tuple(reader.steps())
    named = reader.values("username")
    user, user_at = named[0] if named else ("instagram", reader.place("username"))
    handle = f"@{user}" if named else ""
    account = Account(Named(user, user_at), user_at, "instagram", handle=handle, origin=Origin(NAME, user))
    automation = Automation(
        Named(f"sessions of {user}", user_at),
        span_of(document.source, root),
        (Named(user, user_at),),
        Trigger(EVENTS["schedule"], reader.place("repeat", "working-hours", "username"), reader.narrowed()),
        steps,
        via="browser",
        origin=Origin(NAME, "sessions"),
    )
    covered = Coverage(READ_AS, tuple(Part(key, span, "understood") for key, span in reader.used.items()))
    automations = (automation,) if steps else ()
    return Fragment(document.source, NAME, (account,), automations, coverage=covered)


class _Reader:
    """Reads one configuration; ``used`` are the keys that start or do something, with their places."""

    def __init__(self, source: Source, root: nodes.Mapping) -> None:
        self.source = source
        self.root = root
        self.used: dict[str, Span] = {}

    def steps(self) -> Iterator[Step]:
        tables = tables_beside(__file__)["keys"]
        for key, row in tables["sources"].items():
            for value, _ in self.values(key):
                self.used[key] = self.place(key)
                yield from (self._step(verb, action, key, row, value) for verb, action in self._actions())
        for key, row in tables["undoings"].items():
            for value, _ in self.values(key):
                place = self.used[key] = self.place(key)
                yield Step(
                    VERBS["unfollow"],
                    place,
                    None,
                    _target(row, value, place),
                    limit=self._limit((_UNFOLLOWED,)) or _most(value),
                    origin=Origin(NAME, key, within=Origin(NAME)),
                )

    def _actions(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for verb, action in tables_beside(__file__)["keys"]["actions"].items():
            if any(value not in ("0", "false") for key in action["keys"] for value, _ in self.values(key)):
                yield verb, action

    def _step(self, verb: str, action: Mapping[str, Any], source_key: str, row: Mapping[str, Any], value: str) -> Step:
        own = next(key for key in action["keys"] if key in self.root)
        self.used[own] = self.place(own)
        called = source_key if action["at"] == "source" else own
        place = self.place(called)
        target = _target(row, value, place)
        origin = Origin(NAME, called, within=Origin(NAME))
        return Step(VERBS[verb], place, None, target, limit=self._limit(action["limit"]), origin=origin)

    def _limit(self, keys: tuple[str, ...]) -> Rate | None:
        return next((found for key in keys for value, _ in self.values(key) if (found := _most(value))), None)

    def narrowed(self) -> dict[str, tuple[str, ...]]:
        """How often a session begins: of a range, the shorter time."""
        given = " ".join(value for value, _ in self.values("repeat"))
        least = min(map(int, _NUMBERS.findall(given)), default=0)
        return {"every": (duration_words(least * 60),)} if least else {}

    def values(self, key: str) -> list[tuple[str, Span]]:
        """What is given for a key, one or several, with places."""
        node = member(self.root, key)
        listed = node.items if type(node) is Sequence else [node]
        return [
            (each.value.strip(), span_of(self.source, each))
            for each in listed
            if type(each) is Scalar and each.value.strip()
        ]

    def place(self, *keys: str) -> Span:
        """The first of these keys that is there."""
        key = next(self.root[each][0] for each in keys if each in self.root)
        return span_of(self.source, key)


def _target(row: Mapping[str, Any], value: str, at: Span) -> Target:
    if row.get("of") == "person":
        person = Target("handle", at, f"@{value.lstrip('@')}")
        return Target(row["crowd"], at, of=person, crowd=CROWDS[row["crowd"]]) if "crowd" in row else person
    words = f"{row.get('sign', '')}{value}" if row.get("of") == "words" else ""
    return Target(row["crowd"], at, words, crowd=CROWDS[row["crowd"]])


def _most(value: str) -> Rate | None:
    """The larger number of a range, in one session."""
    numbers = [int(number) for number in _NUMBERS.findall(value)]
    return Rate(max(numbers), 0) if numbers else None
