"""Which of a rule's sources speaks to a finding: that of its platform, server, kind of account, readers, seat, step."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from sociable.findings.finding import SEVERITIES, Citation
from sociable.records.record import Record
from sociable.sources.basis import Basis
from sociable.sources.fact import Fact
from sociable.sources.library import citation_of, library
from sociable.vocabulary.countries import country_in_words, place_in_words, readers_in
from sociable.vocabulary.law_words import READERS, SEAT, bound_by
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import BY_INTERFACE, OF_A_PERSON, OF_PROGRAMS, PAST_INTERFACE

_EVIDENCE = ("primary", "quoted", "secondary", "custom")
_PRESUMED = {
    "apps": "It was written for programs that come by the platform's interface; the file does not say how this one "
    "comes, and we take it that it does so.",
    "bots": "It was written for bots; the file does not say of what sort this account is, and we take it for one.",
    "businesses": "It was written for businesses that have the platform's access for them; the file does not say "
    "that this account has it, and we take it that it does.",
}
"""What we take for granted of an account where a source was written for some accounts only (``MEANT_FOR``)."""
_PRESUMED_OF_MARKED = (
    "It was written for bots; by its profile this account is automated, and we take it for one of them."
)
_SOME_ACCOUNTS = frozenset(("bots", "businesses", "people"))
"""What is meant for these sorts of accounts alone is narrower than what is meant for all."""
_SILENT = frozenset(("allows", "reports", "follows"))
"""What is allowed, what happened to somebody and what can follow is no ground for objecting."""
DEMANDS = frozenset(("forbids", "asks"))
"""What somebody has to keep to; advice to public bodies is told where it is cited."""


class Situation(Record):
    """What a finding is about, as far as a source may be narrower: empty is what nobody knows.

    Of what is not known, a source that is only for certain kinds of account, purposes or countries says nothing.
    ``countries`` are those of readers, ``seats`` those in which whoever runs the account is based.
    ``account`` is what sort of account it is, ``ways`` are those by which its steps come to the platform.
    ``reviews_on`` are the platforms on which the reviews stand that it is about.
    ``is_marked`` is whether its profile says that it is automated.
    ``unmet`` are the ids of facts that the rule cites only where something holds that does not.
    """

    platform: str
    server: str = ""
    kinds: frozenset[str] = frozenset()
    account: str = ""
    is_marked: bool = False
    ways: frozenset[str] = frozenset()
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

    def ranked(each: Basis) -> tuple[bool, tuple[bool, bool, int, int, int, int, int]]:
        return each.fact in narrowed, _rank(facts[each.fact], each, situation, severity)

    if fitting:
        best = min(fitting, key=ranked)
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
    """What to cite, and beside it every law that speaks of the case, also where no file says whether it holds."""
    citation, judgement = grounds(basis, situation, severity)
    found = list(_laws(basis, situation))
    laws, laws_if = (tuple(law for law, holds in found if holds is sure) for sure in (True, False))
    return Grounds(citation, judgement, laws=laws, laws_if=laws_if)


def _laws(basis: Iterable[Basis], situation: Situation) -> Iterator[tuple[Citation, bool]]:
    """The laws that hold by readers or seat; also each that would if readers lived there, where no file says that."""
    for each in basis:
        fact = library().facts.get(each.fact) if each.fact and each.carries else None
        if fact is None or not fact.is_law or fact.verdict not in DEMANDS or each.fact in situation.unmet:
            continue
        supposed = situation._replace(
            countries=situation.countries or readers_in(fact.where[0]),
            regions=situation.regions or frozenset(fact.where),
        )
        if (holds := fits(fact, situation)) or fits(fact, supposed):
            yield _cited(fact, each, situation), holds


def _cited(fact: Fact, basis: Basis, situation: Situation) -> Citation:
    """A fact as it bears on this case, and what we take for granted where the file does not say whether it holds."""
    presumed = _seat_presumed(fact, situation) or _account_presumed(fact, situation)
    return citation_of(fact, f"{basis.says} {presumed}".rstrip())


def _seat_presumed(fact: Fact, situation: Situation) -> str:
    if not fact.is_law or situation.seats or not fits(fact, situation):
        return ""
    if fact.document.protects == "data":
        return (
            "What counts is where those live whose data it is, or the seat of whoever runs it; the file names neither, "
            "so we go by where readers live."
        )
    by_seat_alone = SEAT in fact.document.binds and READERS not in fact.document.binds
    says = "What counts is the seat of whoever runs it; the file names none, so we go by where readers live."
    return says if by_seat_alone else ""


def _account_presumed(fact: Fact, situation: Situation) -> str:
    account, by_interface = situation.account, BY_INTERFACE in situation.ways
    is_the_interfaces = account == "app" or (account == "bot" and platform_row(situation.platform).bot_accounts)
    is_told = {
        "apps": by_interface or is_the_interfaces,
        "bots": account in (*OF_PROGRAMS, "page"),
        "businesses": by_interface or account in (*OF_PROGRAMS, "page"),
    }
    if is_told.get(fact.meant_for, True):
        return ""
    return _PRESUMED_OF_MARKED if fact.meant_for == "bots" and situation.is_marked else _PRESUMED[fact.meant_for]


def fits(fact: Fact, situation: Situation) -> bool:
    """Whether a fact says something of such a case, and against it."""
    return (
        fact.verdict not in _SILENT
        and (not fact.on or _is_on(fact, situation))
        and _is_for(fact.meant_for, situation)
        and fact.server in ("", situation.server)
        and _names(frozenset(fact.kinds), situation.kinds)
        and _names(fact.purposes, situation.purposes)
        and _names(frozenset(fact.where), frozenset(_places(fact, situation)))
        and _meet(fact.verbs, situation.verbs)
        and _meet(fact.events, situation.events)
        and _meet(fact.audiences, situation.audiences)
    )


def _is_for(meant_for: str, situation: Situation) -> bool:
    """Whether it was written for such an account, or may have been: what is for people is for no account unknown."""
    is_past = bool(situation.ways) and situation.ways <= PAST_INTERFACE and situation.account not in OF_PROGRAMS
    is_a_persons = situation.account == OF_A_PERSON or is_past
    return {"apps": not is_past, "bots": not is_a_persons, "businesses": not is_a_persons, "people": is_a_persons}.get(
        meant_for, True
    )


def _is_on(fact: Fact, situation: Situation) -> bool:
    """Whether it is of the platform of the account or, if it is about reviews, of the one on which these stand."""
    if fact.of_reviews and situation.reviews_on:
        return not situation.reviews_on.isdisjoint(fact.on)
    return situation.platform in fact.on


def _places(fact: Fact, situation: Situation) -> Iterator[str]:
    """Where it holds, by readers or by seat; a state's law for readers of whom a file says that they live there."""
    for place in fact.where:
        is_there = any(bound_by(place, fact.document.binds, situation.countries, situation.seats))
        if is_there and ("-" not in place or place in situation.regions):
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


def where_laws_hold(laws: Iterable[str]) -> list[str]:
    """The countries and states in which these laws hold, which are given by the ids of their facts, in words."""
    facts = library().facts
    return list(dict.fromkeys(place_in_words(place) for law in laws if law in facts for place in facts[law].where))


def _names(narrowed: frozenset[str], found: frozenset[str]) -> bool:
    return not narrowed or not narrowed.isdisjoint(found)


def _meet(narrowed: frozenset[str], found: frozenset[str]) -> bool:
    return not narrowed or not found or not narrowed.isdisjoint(found)


def _rank(fact: Fact, basis: Basis, situation: Situation, severity: str) -> tuple[bool, bool, int, int, int, int, int]:
    """Least is best: no mere explanation, grave enough, the platform's own, just as grave, seen, narrow, few places.

    What carries a graver severity is a ground for a milder one as well, and better than what carries only less.
    What is for a certain sort of account is narrower than what is for all, unless we only take it for that sort.
    """
    whose = 0 if fact.on else 1 if fact.kinds else 2
    levels = {SEVERITIES.index(each.level) - SEVERITIES.index(severity) for each in basis.carries}
    carries = 0 if 0 in levels else 1 if max(levels) > 0 else 2
    narrow = sum(map(bool, (fact.server, fact.kinds, fact.verbs, fact.events, fact.audiences)))
    if fact.meant_for in _SOME_ACCOUNTS:
        narrow += -1 if _account_presumed(fact, situation) else 1
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
