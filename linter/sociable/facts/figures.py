"""What platforms publish in figures, limits and lengths of texts alike, as facts are listed and looked up."""

from collections.abc import Callable, Iterable, Iterator

from sociable.facts.platform_limits import limit_says, rows
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.sources.fact import Document
from sociable.sources.library import library
from sociable.sources.text_lengths import length_says, text_lengths

LIMIT, LENGTH = "limit", "length"


class Figure(Record):
    """One figure: ``verdict`` is ``limit`` or ``length``, and ``kind`` the kind of thing that rules ask for by it.

    ``is_used`` is whether anything is measured by it; where nothing is, the ``note`` says why.
    """

    id: str
    verdict: str
    kind: str
    says: str
    document: Document
    seen: str
    platform: str
    server: str
    is_used: bool
    note: str


def figures() -> dict[str, Figure]:
    """All of them by their ids: limits, then lengths."""
    told = (
        *_figures(LIMIT, "quota", rows(), limit_says),
        *_figures(LENGTH, "overlong_text", text_lengths(), length_says),
    )
    return {each.id: each for each in told}


def _figures(
    verdict: str, kind: str, found: Iterable[dict[str, Any]], says: Callable[[dict[str, Any]], str]
) -> Iterator[Figure]:
    documents = library().documents
    for row in found:
        yield Figure(
            row["id"],
            verdict,
            kind,
            says(row),
            documents[row["document"]],
            row["seen"],
            row["platform"],
            row.get("server", ""),
            row["judged"],
            row["note"],
        )
