"""Where a part stood before an importer read it, in the words of the tool that wrote it."""

from collections.abc import Iterator

from sociable.records.record import Record

STATED, DERIVED, GUESSED = "stated", "derived", "guessed"

CERTAINTIES = {
    STATED: "high",
    DERIVED: "medium",
    GUESSED: "low",
}
"""How sure it is that the original says this, and the confidence that a finding which rests on it has at most.

It is stated in so many words, follows from how the original is built, or is guessed from names and code.
"""


class Origin(Record):
    """What the tool calls a part; of our own format there is nothing to say.

    ``importer`` is the name of the importer, ``called`` and ``id`` are a node's name and number. ``within`` is what
    holds it there, such as the workflow of a node. ``certainty`` is one of ``CERTAINTIES``. ``link`` opens it in
    the tool, where the configuration says where that is.
    """

    importer: str = ""
    called: str = ""
    id: str = ""
    certainty: str = STATED
    within: "Origin | None" = None
    link: str = ""

    @property
    def whole(self) -> "Origin":
        """What holds it in the end, such as the workflow of a node."""
        return self.within.whole if self.within is not None else self

    def names(self) -> Iterator[str]:
        """The names and ids by which the tool knows it, and what holds it."""
        yield from (self.called, self.id)
        if self.within is not None:
            yield from self.within.names()


OWN = Origin()
