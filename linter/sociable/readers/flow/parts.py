"""What a node of a flow is and does, in words of no tool: all that the flow core knows of it.

A format's importer makes one ``Part`` of each of its nodes; everything after it is the same for all formats.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sociable.records.record import Record
from sociable.text.source import Span

HERE = -1
"""The item that comes in, as against what another node put out."""


GONE = -2
"""A node that the flow does not have any more, or under another name."""


class Ref(Record):
    """Something read from what a ``node`` put out, or from what comes in: its ``path`` of keys."""

    node: int
    path: tuple[str, ...]


class Hole(Record):
    """What is filled in when it runs.

    ``code`` is it as written. ``plain``: it is that one value and nothing is done to it. ``model``: a model fills it
    in as it likes.
    """

    refs: tuple[Ref, ...]
    code: str
    plain: bool = False
    model: bool = False


class Template(Record):
    """A value as the flow writes it down, and where."""

    parts: tuple[str | Hole, ...]
    span: Span

    @property
    def fixed(self) -> str | None:
        """Its words, if nothing is filled in."""
        return "".join(map(str, self.parts)) if all(isinstance(part, str) for part in self.parts) else None

    @property
    def refs(self) -> tuple[Ref, ...]:
        return tuple(ref for part in self.parts if isinstance(part, Hole) for ref in part.refs)


class Test(Record):
    """A condition: what is ``left`` and ``right`` of ``sign``, one of is, contains, matches, exists, other."""

    left: Template
    sign: str
    right: Template | None
    holds: bool = True


NO_TEMPLATES: Mapping[str, Template] = MappingProxyType({})
NO_WORDS: Mapping[str, str] = MappingProxyType({})
NO_TESTS: Mapping[int, tuple[Test, ...]] = MappingProxyType({})

KINDS = {
    "trigger": "starts the flow",
    "act": "does something that people or platforms notice, or tells our own people",
    "container": "makes a post ready that another node publishes",
    "ask": "asks a person of ours and waits for the answer",
    "model": "lets an AI model write or draw",
    "fetch": "gets people, posts or a feed from outside",
    "read": "reads a table of ours",
    "write": "writes into a table of ours",
    "file": "makes a file that lists what comes in, and passes it on",
    "set": "writes values down",
    "code": "is a program of its own",
    "branch": "sends items one way or the other",
    "loop": "goes through items in batches",
    "limit": "lets so many items through",
    "memory": "lets only those through that were not there before",
    "wait": "waits",
    "join": "waits for all that leads to it",
    "call": "runs another flow",
    "pass": "does nothing that matters here, and passes on what it was given",
}


class Part(Record):
    """One node.

    ``span`` is the node, ``place`` what tells most about it. ``reason`` is one of ``REASONS`` of coverage where
    it is not understood; ``off`` where it is switched off; ``starts_or_acts`` where coverage counts it.

    ``ident`` is the number that the tool gives it, ``within`` the name of the flow that it was drawn in.

    ``names`` are all that a program can call what it gives; none where nobody can say. Of what it hands on whole of
    another node, it gives the keys that it never ``spells``. What a call ``draws`` on is what
    it mentions and nothing else that comes in; what it ``downloads`` lies beside the keys that came in.

    ``verb`` is what an ``act`` does, on ``platform`` as ``account``, whose ``handle`` a ``pass`` tells that signs in,
    by a ``key`` that has this number in the tool;
    ``to`` whom (``in_room``: never a person), ``about`` which post; what is ``disclosed`` the platform was asked to
    tell people; whether it ``attaches`` a file that comes in; ``whole`` is the text within a body that another node
    made.
    ``fields`` is what a ``set`` or ``write`` writes; ``keeps`` whether it passes on the rest. A
    ``fetch`` yields a ``crowd`` of ``words`` (``guessed`` where only names tell), and means ``event`` where it looks
    for what is new; ``carries`` tells which path of it holds what. Where it finds things of several kinds, ``tells`` is
    the key that says which (without it, that a key is there says so), and ``told`` what event each means. An ``act``
    with a ``crowd`` reaches all of it by itself. A ``model`` that makes ``only_words`` draws nothing,
    one that makes ``only_pictures`` writes nothing. What ``renders`` makes a film of what it is given.
    A ``trigger`` that is ``polled`` is not told of what happens, but looks for it from time to time.
    ``resource`` names a table that is read or written, ``columns`` what is written into which of its columns; ``tests``
    are the conditions of each output (of a ``code`` node, of what it lets through); ``answers`` says how an ``ask`` is
    answered: ``yes`` (or nothing goes on), ``either`` or ``words``; of a ``model``, ``words`` where its prompt has it
    wait for somebody's yes in a chat.
    ``since`` is whether a ``fetch`` is asked for what is new. A ``pass`` that ``looks_up`` gives what its service has,
    of which nothing was written in this flow, and nothing of what came in. What is ``ours`` gives what only our own
    people may see: their mail, where a page or task of theirs lies, or what a ``model`` says that serves one of them.
    A ``model`` that is ``for_channel`` writes for a channel that people follow, one that is ``to_us`` to one of us.
    ``per`` is what a ``memory`` tells apart, where that is not what the event brings.
    """

    name: str
    span: Span
    place: Span
    kind: str
    ident: str = ""
    within: str = ""
    type: str = ""
    reason: str = ""
    off: bool = False
    starts_or_acts: bool = False
    verb: str = ""
    platform: str = ""
    account: str = ""
    key: str = ""
    handle: str = ""
    polled: bool = False
    via: str = ""
    to: Template | None = None
    about: Template | None = None
    text: Template | None = None
    whole: Template | None = None
    in_room: bool = False
    beside: Mapping[str, Template] = NO_TEMPLATES
    disclosed: frozenset[str] = frozenset()
    attaches: bool = False
    fields: Mapping[str, Template] = NO_TEMPLATES
    keeps: bool = True
    names: frozenset[str] = frozenset()
    spells: frozenset[str] = frozenset()
    draws: bool = False
    downloads: bool = False
    mentions: tuple[Ref, ...] = ()
    event: str = ""
    crowd: str = ""
    words: str = ""
    tells: str = ""
    told: Mapping[str, str] = NO_WORDS
    carries: Mapping[str, str] = NO_WORDS
    narrowed: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    limit: int = 0
    seconds: int = 0
    resource: str = ""
    columns: Mapping[str, Template] = NO_TEMPLATES
    tests: Mapping[int, tuple[Test, ...]] = NO_TESTS
    answers: str = ""
    only_words: bool = False
    only_pictures: bool = False
    renders: bool = False
    per: str = ""
    since: bool = False
    looks_up: bool = False
    ours: bool = False
    for_channel: bool = False
    to_us: bool = False
    error_output: int = -1
    calls: str = ""
    guessed: bool = False

    def means(self, event: str) -> bool:
        """Whether a look outside, or what it tells apart, stands for an event."""
        return event in (self.event, *self.told.values())


def with_accounts(parts: Sequence[Part]) -> list[Part]:
    """The parts, of which one that names no account uses the one that others name, if that is one on its platform.

    A call to the address of a platform keeps its key where no credential says whose it is.
    """
    named: dict[str, dict[str, str]] = {}
    for part in parts:
        if part.account and part.platform and not part.off:
            named.setdefault(part.platform, {}).setdefault(part.account, part.key)
    one = {platform: next(iter(keys.items())) for platform, keys in named.items() if len(keys) == 1}
    return [
        part
        if part.account or part.platform not in one
        else part._replace(account=one[part.platform][0], key=one[part.platform][1])
        for part in parts
    ]


def signed_in_as(parts: Sequence[Part]) -> dict[str, str]:
    """As whom a flow signs in on each platform, where it does so as one alone."""
    handles: dict[str, set[str]] = {}
    for part in parts:
        if part.handle and not part.off:
            handles.setdefault(part.platform, set()).add(part.handle)
    return {platform: known.pop() for platform, known in handles.items() if len(known) == 1}
