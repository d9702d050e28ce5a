"""Which of a rule's sources speaks to a finding: that of its platform, server, kind of account, readers, seat, step."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from sociable.findings.finding import SEVERITIES, Citation
from sociable.records.record import Record
from sociable.sources.basis import Basis
from sociable.sources.fact import Fact
from sociable.sources.library import citation_of, library
from sociable.vocabulary.countries import country_in_words, readers_in
from sociable.vocabulary.law_words import READERS, SEAT, bound_by

_EVIDENCE = ("primary", "quoted", "secondary", "custom")
_SILENT = frozenset(("allows", "reports", "follows"))
"""What is allowed, what happened to somebody and what can follow is no ground for objecting."""
DEMANDS = frozenset(("forbids", "asks"))
"""What somebody has to keep to; advice to public bodies is told where it is cited."""


class Situation(Record):
    """What a finding is about, as far as a source may be narrower: empty is what nobody knows.

    Of what is not known, a source that is only for certain kinds of account, purposes or countries says nothing.
    ``countries`` are those of readers, ``seats`` those in which whoever runs the account is based.
    ``reviews_on`` are the platforms on which the reviews stand that it is about.
    ``unmet`` are the ids of facts that the rule cites only where something holds that does not.
    """

    platform: str
    server: str = ""
    kinds: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    audiences: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    unmet: frozenset[str] = frozenset()
    reviews_on: frozenset[str] = frozenset()


def grounds(basis: Sequence[Basis], situation: Situation, severity: str) -> tuple[Citation | None, str]:
    """What to cite, or else why we judge so ourselves; one of them is empty.

    A line that carries no severity tells more of the matter, and stands on the page only. One whose fact does not
    exist says nothing here: the tests of its page tell of it.
    """
    facts = library().facts if any(each.fact for each in basis) else {}
    known = [each for each in basis if not each.fact or each.fact in facts]
    speaking = [each for each in known if each.carries and each.fact not in situation.unmet]
    fitting = [each for each in speaking if each.fact and fits(facts[each.fact], situation)]
    narrowed = {each.fact for each in fitting if facts[each.fact].narrowed_by in {other.fact for other in fitting}}
    if fitting:
        best = min(fitting, key=lambda each: (each.fact in narrowed, *_rank(facts[each.fact], each, severity)))
        return _cited(facts[best.fact], best, situation), ""
    own = next((each.citation for each in basis if each.citation is not None), None)
    return own, "" if own else _judgement(speaking, situation, severity)


class Grounds(Record):
    """What a finding rests on; the fields are those of ``Finding``."""

    citation: Citation | None
    judgement: str
    laws: tuple[Citation, ...] = ()
    laws_if: tuple[Citation, ...] = ()


def all_grounds(basis: Sequence[Basis], situation: Situation, severity: str) -> Grounds:
    """What to cite, and beside it every law that speaks of the case, also where nobody knows where readers live."""
    citation, judgement = grounds(basis, situation, severity)
    found = list(_laws(basis, situation))
    laws, laws_if = (tuple(law for law, holds in found if holds is sure) for sure in (True, False))
    return Grounds(citation, judgement, laws=laws, laws_if=laws_if)


def _laws(basis: Iterable[Basis], situation: Situation) -> Iterator[tuple[Citation, bool]]:
    """The laws that hold by readers or seat; where readers are not known, also each that would if they lived there."""
    for each in basis:
        fact = library().facts.get(each.fact) if each.fact and each.carries else None
        if fact is None or not fact.is_law or fact.verdict not in DEMANDS or each.fact in situation.unmet:
            continue
        supposed = situation._replace(countries=situation.countries or readers_in(fact.where[0]))
        if (holds := fits(fact, situation)) or fits(fact, supposed):
            yield _cited(fact, each, situation), holds


def _cited(fact: Fact, basis: Basis, situation: Situation) -> Citation:
    """A fact as it bears on this case, and by what it is taken to hold where it binds by a seat that nobody knows."""
    by_seat_alone = fact.is_law and SEAT in fact.document.binds and READERS not in fact.document.binds
    if not by_seat_alone or situation.seats or not fits(fact, situation):
        return citation_of(fact, basis.says)
    place = country_in_words(fact.where[0].partition("-")[0])
    presumed = f"It binds whoever has their seat in {place}; the file names no seat, so we go by where readers live."
    return citation_of(fact, f"{basis.says} {presumed}")


def fits(fact: Fact, situation: Situation) -> bool:
    """Whether a fact says something of such a case, and against it."""
    return (
        fact.verdict not in _SILENT
        and (not fact.on or _is_on(fact, situation))
        and fact.server in ("", situation.server)
        and _names(frozenset(fact.kinds), situation.kinds)
        and _names(fact.purposes, situation.purposes)
        and _names(frozenset(fact.where), frozenset(_places(fact, situation)))
        and _meet(fact.verbs, situation.verbs)
        and _meet(fact.events, situation.events)
        and _meet(fact.audiences, situation.audiences)
    )


def _is_on(fact: Fact, situation: Situation) -> bool:
    """Whether it is of the platform of the account or, if it is about reviews, of the one on which these stand."""
    if fact.of_reviews and situation.reviews_on:
        return not situation.reviews_on.isdisjoint(fact.on)
    return situation.platform in fact.on


def _places(fact: Fact, situation: Situation) -> Iterator[str]:
    """Where it holds, by readers or by seat; a state's law is for no readers of whom another region is named."""
    for place in fact.where:
        is_there = any(bound_by(place, fact.document.binds, situation.countries, situation.seats))
        if is_there and ("-" not in place or not situation.regions or place in situation.regions):
            yield place


def why_it_holds(law: str, readers: Collection[str], seats: Collection[str]) -> tuple[list[str], list[str]]:
    """The countries of readers, and the seats, by which a law holds, in words and in order of their names.

    ``law`` is the id of a fact; nothing holds of one that is no law.
    """
    fact = library().facts.get(law)
    if fact is None or not fact.is_law:
        return [], []
    bound = [bound_by(place, fact.document.binds, readers, seats) for place in fact.where]
    by_readers, by_seat = (
        sorted(map(country_in_words, frozenset().union(*codes))) for codes in zip(*bound, strict=True)
    )
    return by_readers, by_seat


def _names(narrowed: frozenset[str], found: frozenset[str]) -> bool:
    return not narrowed or not narrowed.isdisjoint(found)


def _meet(narrowed: frozenset[str], found: frozenset[str]) -> bool:
    return not narrowed or not found or not narrowed.isdisjoint(found)


def _rank(fact: Fact, basis: Basis, severity: str) -> tuple[bool, bool, int, int, int, int, int]:
    """Least is best: no mere explanation, grave enough, the platform's own, just as grave, seen, narrow, few places.

    What carries a graver severity is a ground for a milder one as well, and better than what carries only less.
    """
    whose = 0 if fact.on else 1 if fact.kinds else 2
    levels = {SEVERITIES.index(each.level) - SEVERITIES.index(severity) for each in basis.carries}
    carries = 0 if 0 in levels else 1 if max(levels) > 0 else 2
    narrow = sum(map(bool, (fact.server, fact.kinds, fact.verbs, fact.events, fact.audiences)))
    reach = len(frozenset().union(*map(readers_in, fact.where)))
    seen = _EVIDENCE.index(fact.document.evidence)
    return fact.verdict == "explains", carries == 2, whose, carries, seen, -narrow, reach


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
