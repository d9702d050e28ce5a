"""Which of a rule's sources speaks to a finding: that of its platform, its server, its kind of account, its step."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sociable.findings.finding import Citation
from sociable.sources.basis import Basis
from sociable.sources.fact import Fact
from sociable.sources.library import citation_of, library
from sociable.vocabulary.countries import readers_in

_EVIDENCE = ("primary", "quoted", "secondary", "custom")
_SILENT = frozenset(("allows", "reports"))
"""What is allowed, or what happened to somebody, is no ground for objecting: such facts stand on the page only."""


class Situation(NamedTuple):
    """What a finding is about, as far as a source may be narrower: empty is what nobody knows."""

    platform: str
    server: str = ""
    kinds: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    audiences: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


def grounds(basis: Sequence[Basis], situation: Situation, severity: str) -> tuple[Citation | None, str]:
    """What to cite, or else why we judge so ourselves; one of them is empty."""
    facts = library().facts if any(each.fact for each in basis) else {}
    fitting = [each for each in basis if each.fact and fits(facts[each.fact], situation)]
    if fitting:
        best = min(fitting, key=lambda each: _rank(facts[each.fact], each, severity))
        return citation_of(facts[best.fact], best.says), ""
    own = next((each.citation for each in basis if each.citation is not None), None)
    return own, "" if own else _judgement(basis, situation, severity)


def fits(fact: Fact, situation: Situation) -> bool:
    """Whether a fact says something of such a case, and against it."""
    return (
        fact.verdict not in _SILENT
        and (not fact.on or situation.platform in fact.on)
        and fact.server in ("", situation.server)
        and (not fact.kinds or not situation.kinds.isdisjoint(fact.kinds))
        and _meet(fact.verbs, situation.verbs)
        and _meet(fact.events, situation.events)
        and _meet(fact.audiences, situation.audiences)
        and _meet(frozenset().union(*map(readers_in, fact.where)), situation.countries)
    )


def _meet(narrowed: frozenset[str], found: frozenset[str]) -> bool:
    return not narrowed or not found or not narrowed.isdisjoint(found)


def _rank(fact: Fact, basis: Basis, severity: str) -> tuple[bool, int, bool, int, int]:
    """Least is best: no mere explanation, the platform's own, carrying the severity, seen, narrow, in this order."""
    whose = 0 if fact.on else 1 if fact.kinds else 2
    carries = any(each.level == severity for each in basis.carries)
    narrow = sum(map(bool, (fact.server, fact.kinds, fact.verbs, fact.events, fact.audiences)))
    return fact.verdict == "explains", whose, not carries, _EVIDENCE.index(fact.document.evidence), -narrow


def _judgement(basis: Iterable[Basis], situation: Situation, severity: str) -> str:
    own = [each for each in basis if each.is_judgement]
    scored = [(_score(each, situation, severity), each.says) for each in own]
    return max(scored, key=lambda each: each[0])[1] if scored else ""


def _score(basis: Basis, situation: Situation, severity: str) -> tuple[bool, bool]:
    """How well a judgement suits: of this severity, and said of this platform by name."""
    suiting = [
        each
        for each in basis.carries
        if each.level == severity and situation.platform in (each.platforms or (situation.platform,))
    ]
    return bool(suiting), any(each.platforms for each in suiting)
