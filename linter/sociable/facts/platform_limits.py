"""How much platforms allow: the figures in ``rules/limits.json``, each in a document of ``rules/sources/``."""

from functools import lru_cache
from os.path import join
from typing import Any, NamedTuple

from sociable.files import package_data
from sociable.findings.finding import Citation
from sociable.setup.quantities import duration, duration_words
from sociable.sources.library import cite, library

LIMITS = "limits.json"


class Limit(NamedTuple):
    """At most so many actions in ``seconds``; ``verbs`` are the steps that count.

    ``scope`` and ``action`` are words for a sentence: “50 posts a day for an account that is not verified”.
    ``holds_for`` is one of ``vocabulary.LIMIT_HOLDS_FOR``, ``evidence`` one of ``vocabulary.EVIDENCE``. A
    ``server`` narrows the limit to accounts on it.
    """

    platform: str
    action: str
    verbs: frozenset[str]
    most: int
    seconds: int
    scope: str
    holds_for: str
    evidence: str
    citation: Citation
    server: str

    @property
    def per(self) -> str:
        """``a day``, ``in 15 minutes``: as it follows a number of actions."""
        count, unit = duration_words(self.seconds).split()
        return f"in {count} {unit}" if count != "1" else f"{'an' if unit[0] == 'h' else 'a'} {unit}"


@lru_cache(maxsize=1)
def judged_limits() -> dict[str, tuple[Limit, ...]]:
    """The limits that automations are measured by, by platform, in the order of the file."""
    found: dict[str, list[Limit]] = {}
    for row in rows():
        if row["judged"]:
            found.setdefault(row["platform"], []).append(_limit(row))
    return {platform: tuple(limits) for platform, limits in found.items()}


def rows() -> list[dict[str, Any]]:
    """Every figure as the file holds it, those that nothing is measured by included."""
    import json

    with open(join(package_data.folder("rules"), LIMITS), encoding="utf-8") as file:
        limits: list[dict[str, Any]] = json.load(file)["limits"]
    return limits


def _limit(row: dict[str, Any]) -> Limit:
    document = library().documents[row["document"]]
    limit = Limit(
        platform=row["platform"],
        action=row["action"],
        verbs=frozenset(row["verbs"]),
        most=row["most"],
        seconds=duration(row["per"]),
        scope=row["scope"],
        holds_for=row["holds_for"],
        evidence=document.evidence,
        citation=cite(document, row["seen"], ""),
        server=row.get("server", ""),
    )
    says = f"at most {limit.most:,} {limit.action} {limit.per} for {limit.scope}."
    return limit._replace(citation=limit.citation._replace(says=says))
