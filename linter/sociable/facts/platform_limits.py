"""How much platforms allow: the figures in ``rules/limits.json``, each in a document of ``rules/sources/``."""

from functools import lru_cache
from os.path import join

from sociable.files import package_data
from sociable.findings.finding import Citation
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.setup.quantities import duration, duration_words

LIMITS = "limits.json"


class Limit(Record):
    """At most so many actions in ``seconds``; ``verbs`` are the steps that count.

    ``scope``, ``action`` and ``per`` are words for a sentence: “50 posts a day for an account that is not verified”,
    which ``says`` all of it. ``holds_for`` is one of ``vocabulary.LIMIT_HOLDS_FOR``. A ``server`` narrows the limit to
    accounts on it. ``document`` is the id of what it stands in, ``seen`` the day on which somebody looked; ``note`` is
    what else is to be known of it, also what we take for granted, in sentences.
    """

    id: str
    platform: str
    action: str
    verbs: frozenset[str]
    most: int
    per: str
    seconds: int
    says: str
    scope: str
    holds_for: str
    server: str
    document: str
    seen: str
    note: str

    @property
    def allowance(self) -> str:
        """As ``limit:`` says it: ``50 per day``, ``100 per 15 minutes``."""
        count, unit = duration_words(self.seconds).split()
        return f"{self.most} per {unit if count == '1' else f'{count} {unit}'}"

    @property
    def evidence(self) -> str:
        """One of ``vocabulary.EVIDENCE``."""
        from sociable.sources.library import library  # most limits are never reached, and nobody asks

        return library().documents[self.document].evidence

    @property
    def citation(self) -> Citation:
        """The document, and what it says of this limit."""
        from sociable.sources.library import cite, library

        found = cite(library().documents[self.document], self.seen, f"{self.says}.")
        return found._replace(fact=self.id, bears=self.note)


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
    from sociable.text.json_values import json_value

    with open(join(package_data.folder("rules"), LIMITS), encoding="utf-8") as file:
        limits: list[dict[str, Any]] = json_value(file.read())["limits"]
    return limits


def limit_says(row: dict[str, Any]) -> str:
    """A figure as the file holds it, as a clause: ``at most 400 follows a day for an account``."""
    if not row["most"]:
        return f"no {row['action']} for {row['scope']}"
    return f"at most {row['most']:,} {row['action']} {_per(row['per'])} for {row['scope']}"


def _per(stretch: str) -> str:
    """``a day``, ``in 15 minutes``, ``per message``: as it follows a number of actions."""
    count, _, unit = stretch.rpartition(" ")
    if not count:
        return f"per {unit}"
    return f"in {stretch}" if count != "1" else f"{'an' if unit == 'hour' else 'a'} {unit}"


def _limit(row: dict[str, Any]) -> Limit:
    return Limit(
        id=row["id"],
        platform=row["platform"],
        action=row["action"],
        verbs=frozenset(row["verbs"]),
        most=row["most"],
        per=_per(row["per"]),
        seconds=duration(row["per"]),
        says=limit_says(row),
        scope=row["scope"],
        holds_for=row["holds_for"],
        server=row.get("server", ""),
        document=row["document"],
        seen=row["seen"],
        note=row["note"],
    )
