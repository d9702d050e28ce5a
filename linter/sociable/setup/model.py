"""What the files say, and nothing that has to be worked out.

A ``Setup`` is the same whatever it was read from. Every part knows its place. A fact that a file
does not give is ``UNSTATED`` or ``None``; reading never guesses, and ``misread`` names the keys that
were given but not understood. Named tuples rather than frozen
dataclasses: a check defines fifty such types at start-up, and a dataclass costs four times as much.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from sociable.findings.origin import OWN, Origin
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.setup.handles import handles_of
from sociable.text.source import Source, Span
from sociable.vocabulary.crowds import PERSON, POST, Crowd
from sociable.vocabulary.events import Event
from sociable.vocabulary.values import UNSTATED
from sociable.vocabulary.verbs import Verb

NOTHING: Mapping[str, Any] = MappingProxyType({})
NO_KEYS: frozenset[str] = frozenset()


class Expression(Record):
    """A parsed expression: its operator, its operands (expressions or plain values) and its text.

    ``or``, ``and``, ``not``, ``in``, ``contains``, ``matches`` and ``is`` hold expressions, ``compare`` a sign and two
    of them, ``call`` a name and its arguments, ``list`` values, ``path`` dotted names, ``text``, ``number`` and
    ``flag`` what they stand for, ``duration`` seconds, ``rate`` a count and seconds.
    """

    op: str
    args: tuple[Any, ...]
    text: str

    def paths(self) -> Iterator[tuple[str, ...]]:
        """The dotted names in it, from left to right."""
        todo = [self]
        while todo:
            part = todo.pop()
            if part.op == "path":
                yield part.args
            todo += (each for each in reversed(part.args) if isinstance(each, Expression))


class Text(Record):
    """A text people will read: literal pieces (``str``) and what stands in ``{{ … }}``."""

    parts: tuple[str | Expression, ...]
    span: Span

    def paths(self) -> Iterator[tuple[str, ...]]:
        """The dotted names that are filled in, from left to right."""
        for part in self.parts:
            if isinstance(part, Expression):
                yield from part.paths()


class Target(Record):
    """Whom or what a step is aimed at.

    ``kind`` is one of ``TARGET_KINDS``; ``name`` the handle, account id, value or words; ``of`` the
    people whose crowd it is.
    """

    kind: str
    span: Span
    name: str = ""
    of: "Target | None" = None
    crowd: Crowd | None = None

    @property
    def is_of_event(self) -> bool:
        """Whether it is whoever or whatever the event is about."""
        return self.kind in (PERSON, POST)


class Rate(Record):
    """At most this many ``times`` in ``seconds`` (0 seconds: in one run), of all or ``each`` person."""

    times: int
    seconds: int
    each: str = ""


class Once(Record):
    """Once for each ``what``, forgotten after ``seconds`` (0: never)."""

    what: str
    seconds: int


class Guard(Record):
    """A condition that has to hold."""

    expression: Expression
    span: Span


class Named(Record):
    """A word at a place: an id, a reference."""

    name: str
    span: Span


class NamesInRow:
    """Names of one source, each made when it is asked for: hundreds of automations may each name hundreds of accounts.

    Kept as they are, they would take twelve times as much.
    """

    __slots__ = ("_ends", "_names", "_source", "_starts")

    def __init__(self, source: Source, names: Iterable[tuple[str, int, int]]) -> None:
        self._source = source
        words, starts, ends = zip(*names, strict=True)
        self._names: tuple[str, ...] = words
        self._starts = array("I", starts)
        self._ends = array("I", ends)

    def __len__(self) -> int:
        return len(self._names)

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return tuple(self)[at]
        return Named(self._names[at], Span(self._source, self._starts[at], self._ends[at]))

    def __iter__(self) -> Iterator[Named]:
        for name, start, end in zip(self._names, self._starts, self._ends, strict=True):
            yield Named(name, Span(self._source, start, end))

    def __eq__(self, other: object) -> bool:
        return tuple(self) == (tuple(other) if isinstance(other, NamesInRow) else other)

    def __hash__(self) -> int:
        return hash(tuple(self))


class Hours(Record):
    """Hours of some days of the week, Monday being 0: from minute ``begin`` of the day to before minute ``end``.

    An ``end`` before the ``begin`` lies on the next day. ``zone`` is an IANA time zone, empty if none is said.
    """

    days: frozenset[int]
    begin: int
    end: int
    zone: str = ""


class Place(Record):
    """A room, channel, group or server inside a platform; 0 ``members``: the file does not say.

    ``open``: anybody may come in. ``inside``: only our own people are there. ``allowed_by`` is who has agreed to the
    automation there, ``approved`` says for each of ``APPROVABLE`` whether it was, or was only ``asked``. ``several``
    are the names of the places for which it stands, where it stands for more than one, some ``left_out``.
    """

    id: Named
    span: Span
    members: int = 0
    open: str = UNSTATED
    inside: str = UNSTATED
    allowed_by: str = ""
    approved: Mapping[str, str] = NOTHING
    misread: frozenset[str] = NO_KEYS
    several: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What each place that it stands for is called; none where it is only described."""
        if self.several:
            return tuple(name for name in self.several if name not in self.left_out)
        return (self.id.name,) if self.id.name else ()


class PeopleList(Record):
    """People who are written down somewhere: how they came there, to what they agreed, and how they end it.

    ``agreed_to`` holds ``CONSENTS`` or words of the file's own; ``denied`` are the keys that say ``none``, ``unknown``
    those that say that it is not known; ``admits``, here as of accounts and automations, words of ``ADMISSIONS``.
    """

    id: Named
    span: Span
    came_by: str = UNSTATED
    agreed_to: tuple[str, ...] = ()
    confirmed: str = UNSTATED
    out_by: frozenset[str] = frozenset()
    stop_on: tuple[str, ...] = ()
    inside: str = UNSTATED
    misread: frozenset[str] = NO_KEYS
    denied: frozenset[str] = NO_KEYS
    admits: frozenset[str] = NO_KEYS
    unknown: frozenset[str] = NO_KEYS


class Audience(Record):
    """For whom an account is: countries (ISO 3166-1), languages (BCP 47), and a region by any name."""

    countries: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    region: str = ""


class Button(Record):
    """Something to press below a text: what stands on it, and the address or telephone number it leads to."""

    text: Text
    link: Text | None = None
    call: str = ""


class Picture(Record):
    """A picture, video or sound of a post, with its description if it has one, and whether an AI made or changed it.

    ``kind`` is the key under which it stands, such as ``video``; empty where the file does not say what it is.
    """

    source: Text
    alt: Text | None = None
    ai: str = UNSTATED
    kind: str = ""


class Step(Record):
    """One thing that is done. ``produces`` are the values later steps may use, with their sources.

    ``name`` is what later steps call the thing it made. ``until`` is the moment it waits for. ``onto`` is the list on
    which it puts somebody.

    ``per_user`` is the most it does for each person; ``denied`` are the keys that say ``none``.

    ``mentions`` are those whom it tells of it, ``names`` those whom it names or shows without that.

    ``beside`` is what people see beside the text, by key: ``media``, ``link``, ``title``, ``subject``.
    """

    verb: Verb
    span: Span
    text: Text | None
    target: Target | None
    guards: tuple[Guard, ...] = ()
    to: str = ""
    onto: str = ""
    seconds: int = 0
    limit: Rate | None = None
    approval: str = UNSTATED
    disclose: frozenset[str] = frozenset()
    visibility: str = UNSTATED
    via: str = UNSTATED
    use: str = UNSTATED
    produces: tuple[tuple[str, Text | Target], ...] = ()
    misread: frozenset[str] = NO_KEYS
    beside: Mapping[str, Text] = NOTHING
    origin: Origin = OWN
    name: str = ""
    place: Place | None = None
    mentions: tuple[Target, ...] = ()
    names: tuple[Target, ...] = ()
    buttons: tuple[Button, ...] = ()
    media: tuple[Picture, ...] = ()
    template: str = ""
    languages: tuple[str, ...] = ()
    during: Hours | str = ""
    until: Text | None = None
    purpose: str = UNSTATED
    paid_by: str = ""
    per_user: Rate | None = None
    denied: frozenset[str] = NO_KEYS


class Trigger(Record):
    """What starts an automation; ``narrowed`` holds the keys of ``when:`` with plain values.

    ``otherwise``: only what no other automation of the account with this event takes. ``seconds`` is how long
    nothing came, of the event that says so. ``spans`` are the places of the words of keys, in their order. ``looks``
    holds the keys of a schedule on which a tool looks whether it has happened; nothing where it is told at once, or
    where it is ``polled``: then the tool looks from time to time, and the file does not say how often.
    """

    event: Event
    span: Span
    narrowed: Mapping[str, tuple[str, ...]] = NOTHING
    place: Place | None = None
    otherwise: bool = False
    seconds: int = 0
    spans: Mapping[str, tuple[Span, ...]] = NOTHING
    looks: Mapping[str, tuple[str, ...]] = NOTHING
    polled: bool = False


class Automation(Record):
    """When this happens, and that holds, do these steps, on each of these accounts.

    ``per_user`` is the most it does for each person, ``usual`` how often it happens where nothing limits it. ``denied``
    are the keys that say ``none``. ``was_on`` is whether the tool had it switched on when it wrote the file: yes, no or
    unstated. ``is_whole`` is whether another tool's export holds all that follows, and nothing of it is left open.
    """

    id: Named
    span: Span
    accounts: tuple[Named, ...] | NamesInRow
    trigger: Trigger
    steps: tuple[Step, ...]
    guards: tuple[Guard, ...] = ()
    title: str = ""
    enabled: bool = True
    purpose: str = UNSTATED
    limit: Rate | None = None
    usual: Rate | None = None
    cooldown: int = 0
    once_per: Once | None = None
    approval: str = UNSTATED
    ignore: frozenset[str] = frozenset()
    only_from: tuple[str, ...] = ()
    stop_on: tuple[str, ...] = ()
    via: str = UNSTATED
    max_replies_per_thread: int = 0
    misread: frozenset[str] = NO_KEYS
    origin: Origin = OWN
    agreed_to: tuple[str, ...] = ()
    out_by: frozenset[str] = frozenset()
    during: Hours | str = ""
    until: str = ""
    paid_by: str = ""
    entry: frozenset[str] = frozenset()
    reviews_on: frozenset[str] = frozenset()
    ignored: tuple[str, ...] = ()
    spans: Mapping[str, tuple[Span, ...]] = NOTHING
    per_user: Rate | None = None
    denied: frozenset[str] = NO_KEYS
    admits: frozenset[str] = NO_KEYS
    was_on: str = UNSTATED
    is_whole: bool = False


class Account(Record):
    """An account and what its keepers say about it; ``reply_within`` is in seconds, 0 where nothing is said.

    It ``stands_for`` so many, is ``based_in`` places (ISO 3166-1), and its ``credentials`` are what tools call it.
    """

    id: Named
    span: Span
    platform: str = UNSTATED
    handle: str = ""
    run_by: str = UNSTATED
    automated_label: str = UNSTATED
    operator: str = UNSTATED
    inbox: str = UNSTATED
    inbox_read_by: str = ""
    reply_within: int = 0
    pause: str = UNSTATED
    stopped_by: str = ""
    api_tier: str = UNSTATED
    server: str = ""
    verified: str = UNSTATED
    moderates: str = UNSTATED
    vars: Mapping[str, str] = NOTHING
    misread: frozenset[str] = NO_KEYS
    origin: Origin = OWN
    kind: str = UNSTATED
    audience: Audience = Audience()
    based_in: frozenset[str] = frozenset()
    client: str = ""
    stands_for: int = 1
    approved: Mapping[str, str] = NOTHING
    paid_by: str = ""
    purpose: str = UNSTATED
    place: Place | None = None
    inbox_hours: Hours | str = ""
    spans: Mapping[str, tuple[Span, ...]] = NOTHING
    admits: frozenset[str] = NO_KEYS
    credentials: frozenset[str] = frozenset()

    @property
    def keepers(self) -> frozenset[str]:
        """The handles of those who answer for it, read its inbox or can stop it, where the file words them as such."""
        return handles_of(self.operator) | handles_of(self.inbox_read_by) | handles_of(self.stopped_by)


class Setup(Record):
    """All accounts and automations that were read together, in file order; of all ``files`` the importer, "" for ours.

    It ``is_whole`` if nothing in the files was left unread: else what stands nowhere may stand there.
    """

    accounts: tuple[Account, ...]
    automations: tuple[Automation, ...]
    lists: tuple[PeopleList, ...] = ()
    places: tuple[Place, ...] = ()
    is_whole: bool = True
    files: tuple[tuple[Source, str], ...] = ()
