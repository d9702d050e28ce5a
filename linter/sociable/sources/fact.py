"""A fact, the document it stands in, and what a fact can say."""

from sociable.records.record import Record
from sociable.vocabulary.law_words import READERS

VERDICTS = {
    "forbids": "it may not be done",
    "asks": "something has to be done, or has to be so",
    "discourages": "it may be done, and can have consequences",
    "allows": "it may be done",
    "explains": "how things are there",
    "reports": "what happened to somebody; nobody's rule",
    "follows": "what can come of it for whoever breaks a rule",
}
"""What a fact says of what it is about."""

SEEN_AS = {
    "page": "the page, which gives its own date",
    "copy": "a stored copy of the page",
    "dated copy": "a stored copy of the page, which gives its own date",
    "archive": "a copy in the Open Terms Archive",
    "quoted": "the wording, in public copies by others",
    "told": "what somebody else tells of it",
    "published": "an article, a book or a standard",
}
"""In which shape a document was read."""

MEANT_FOR = {
    "apps": "programs that come by the platform's own interface",
    "bots": "accounts that the platform gives to programs",
    "businesses": "accounts on the platform's access for businesses",
    "people": "a person's own account",
    "everyone": "whoever uses the platform",
}
"""For which sort of account a platform has written something."""

PROTECTS = {"data": "what belongs to people: what of it others have seen, nobody can call back"}
"""What a law is there to protect, as far as something in a report follows from that."""


class Document(Record):
    """Something that can be read: it has one title and one address, whichever facts stand in it.

    ``dated`` is the day, month or year of the page or, where it gives none, of the copy (``2026-07-24``, ``2026-07``,
    ``2026``), empty where there is none. ``seen_as`` is one of ``SEEN_AS``, ``evidence`` one of
    ``vocabulary.EVIDENCE``. ``protects`` is one of ``PROTECTS``, empty for whatever is about something else. ``binds``
    are words of ``law_words.BINDS``, those whom a law binds, and ``scope`` is the clause that says where it says so.
    ``newer`` is the day of a newer text that was not read, empty where none is known. ``meant_for`` is one of
    ``MEANT_FOR``.
    """

    id: str
    title: str
    address: str
    dated: str
    seen_as: str
    evidence: str
    protects: str = ""
    binds: tuple[str, ...] = (READERS,)
    scope: str = ""
    newer: str = ""
    meant_for: str = "everyone"


class Fact(Record):
    """One thing that a document says.

    ``says`` is a clause without a full stop, ``weight`` the gravest severity that it can carry. ``seen`` is the day
    on which somebody looked, as ``2026-11-28``. ``on`` are the platforms that it holds for, ``where`` the countries
    (``EU``, ``US-CA``); a law names no platform. ``server``, ``kinds`` (who runs the account), ``purposes``, ``verbs``,
    ``events`` and ``audiences`` narrow it: what is empty narrows nothing. What is said
    ``of_reviews`` on a platform holds from wherever people are asked for them. The ids of other facts say which one
    holds instead, which makes this one narrower, and which says otherwise. What ``follows`` comes ``after`` the breach
    of these facts, or of any rule of its platforms where none is named. ``still`` is whether others quote the newer
    text of the document as saying the same. ``meant_for`` is that of the document, unless this passage has one of its
    own. ``unused`` is why no rule rests on it.
    """

    id: str
    document: Document
    part: str
    dated: str
    seen: str
    verdict: str
    weight: str
    says: str
    on: tuple[str, ...]
    where: tuple[str, ...]
    server: str
    kinds: tuple[str, ...]
    purposes: frozenset[str]
    verbs: frozenset[str]
    events: frozenset[str]
    audiences: frozenset[str]
    of_reviews: bool
    superseded_by: str
    narrowed_by: str
    conflicts_with: str
    after: tuple[str, ...]
    still: bool
    meant_for: str
    note: str
    unused: str

    @property
    def title(self) -> str:
        """Of the document, and where in it the fact stands."""
        return f"{self.document.title}, {self.part}" if self.part else self.document.title

    @property
    def is_its_own_page(self) -> bool:
        """Whether the page itself was seen; what others quote or tell of it, or a custom, carries no error alone."""
        return self.document.evidence == "primary"

    @property
    def is_law(self) -> bool:
        """Whether it is said of a country and no platform."""
        return bool(self.where) and not self.on
