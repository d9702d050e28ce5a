"""All facts and documents, read from ``rules/sources/`` the first time that somebody asks for one."""

import os
from collections.abc import Iterator
from functools import lru_cache

from sociable.files import package_data
from sociable.findings.finding import Citation
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.sources.dates import edition, in_words, since
from sociable.sources.fact import Document, Fact
from sociable.vocabulary.law_words import READERS

FOLDER = "sources"


class Shelf(Record):
    """What one file holds: facts about the platforms it names, or about none in particular."""

    name: str
    title: str
    platforms: tuple[str, ...]
    facts: tuple[Fact, ...]


class Library(Record):
    """Everything by its id, and file by file in order of their names."""

    documents: dict[str, Document]
    facts: dict[str, Fact]
    shelves: tuple[Shelf, ...]


@lru_cache(maxsize=1)
def library() -> Library:
    """The facts that come with the linter."""
    return library_in(os.path.join(package_data.folder("rules"), FOLDER))


def library_in(folder: str) -> Library:
    """The facts of a folder. Raises ``KeyError`` for a fact in a document that does not exist."""
    files = list(_files(folder))
    documents = {row["id"]: _document(row) for _, content in files for row in content["documents"]}
    shelves = tuple(_shelf(name, content, documents) for name, content in files)
    return Library(documents, {fact.id: fact for shelf in shelves for fact in shelf.facts}, shelves)


def citation_of(fact: Fact, bears: str = "") -> Citation:
    """A fact as a finding cites it; ``bears`` is a sentence on what it has to do with the rule."""
    found = cite(fact.document, fact.seen, fact.says, fact.part, fact.dated, still=fact.still)
    return found._replace(fact=fact.id, bears=bears)


def cite(document: Document, seen: str, says: str, part: str = "", dated: str = "", *, still: bool = False) -> Citation:
    """Something that stands in a document, as a finding cites it."""
    title = f"{document.title}, {part}" if part else document.title
    read = (f"{edition(document, dated)}, seen {in_words(seen)}", since(document, still=still))
    return Citation(title, document.address, "; ".join(filter(None, read)), says, seen)


def _files(folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    import json

    for name in sorted(os.listdir(folder)):
        if name.endswith(".json"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                yield name.removesuffix(".json"), json.load(file)


def _document(row: dict[str, Any]) -> Document:
    return Document(
        row["id"],
        row["title"],
        row["address"],
        row.get("dated", ""),
        row["seen_as"],
        row["evidence"],
        row.get("protects", ""),
        tuple(row.get("binds", (READERS,))),
        row.get("scope", ""),
        row.get("newer", ""),
        row.get("meant_for", "everyone"),
    )


def _shelf(name: str, content: dict[str, Any], documents: dict[str, Document]) -> Shelf:
    platforms = tuple(content["platforms"])
    facts = tuple(_fact(row, platforms, documents) for row in content["facts"])
    return Shelf(name, content["title"], platforms, facts)


def _fact(row: dict[str, Any], platforms: tuple[str, ...], documents: dict[str, Document]) -> Fact:
    told = row.get
    document = documents[row["document"]]
    return Fact(
        id=row["id"],
        document=document,
        part=told("part", ""),
        dated=told("dated", ""),
        seen=row["seen"],
        verdict=row["verdict"],
        weight=row["weight"],
        says=row["says"],
        on=tuple(told("on", platforms)),
        where=tuple(told("where", ())),
        server=told("server", ""),
        kinds=tuple(told("kinds", ())),
        purposes=frozenset(told("purposes", ())),
        verbs=frozenset(told("verbs", ())),
        events=frozenset(told("events", ())),
        audiences=frozenset(told("audiences", ())),
        of_reviews=told("of_reviews", False),
        superseded_by=told("superseded_by", ""),
        narrowed_by=told("narrowed_by", ""),
        conflicts_with=told("conflicts_with", ""),
        after=tuple(told("after", ())),
        still=told("still", False),
        meant_for=told("meant_for", document.meant_for),
        note=told("note", ""),
        unused=told("unused", ""),
    )
