"""Laws that rules ask for by a word, and by what a law binds somebody: by those who are talked to, or by the seat."""

from collections.abc import Collection

from sociable.records.record import Record
from sociable.vocabulary.countries import codes_within, readers_in

READERS, SEAT, OUTSIDERS = "readers", "seat", "outsiders"

BINDS = {
    READERS: "whoever turns to people there",
    SEAT: "whoever lives or has their seat there",
    OUTSIDERS: "whoever turns to people there and has no seat in another country of the European Union",
}
"""Whom a law of a place binds."""


class Law(Record):
    """A law: where it holds, whom it binds (words of ``BINDS``), and what it says of machines that write to people."""

    where: str
    binds: tuple[str, ...]
    doc: str


LAWS = {
    "eu": Law(
        "EU", (READERS, SEAT), "the European Union's law, which asks that people are told when a machine writes to them"
    ),
    "eu-mail": Law("EU", (READERS,), "the European Union's law on advertising by electronic mail"),
    "de": Law("DE", (SEAT,), "German law, which asks the same of every automatic post and answer"),
    "fr": Law("FR", (OUTSIDERS, SEAT), "French law, which asks paid influencers to mark people whom an AI drew"),
    "us-ca": Law(
        "US-CA", (READERS,), "the law of California: a bot that sells something or canvasses does not pass for a person"
    ),
    "us-me": Law("US-ME", (READERS,), "the law of Maine: a machine that talks in trade does not pass for a person"),
    "us": Law(
        "US", (READERS, SEAT), "the law of the United States, some of whose states ask the same of what sells something"
    ),
    "gb": Law("GB", (READERS, SEAT), "the law of the United Kingdom on trade and people's data"),
    "gb-offices": Law("GB", (SEAT,), "what the United Kingdom asks of its public bodies"),
    "gb-mail": Law("GB", (READERS,), "the law of the United Kingdom on advertising by electronic mail"),
}


def bound_by(
    where: str, binds: Collection[str], readers: Collection[str], seats: Collection[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """By which countries of readers, and by which seats, a law of a place holds; by none if both are empty.

    Countries are codes, none where no file says. A law that binds by the seat alone is taken to hold where its readers
    live, as long as no file says where the seat is: most write for people of their own country.
    """
    by_readers = READERS in binds or not seats or (OUTSIDERS in binds and codes_within("EU").isdisjoint(seats))
    return (
        readers_in(where).intersection(readers) if by_readers else frozenset(),
        codes_within(where).intersection(seats) if SEAT in binds else frozenset(),
    )
