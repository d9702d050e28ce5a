"""Whose rule something is, and where a law holds and because of whom, in words."""

from collections.abc import Collection, Iterable, Sequence

from sociable.client_report.wording.frame import Frame
from sociable.findings.finding import Citation, Finding, Member
from sociable.sources.fact import Fact
from sociable.sources.fitting import why_it_holds
from sociable.sources.library import library
from sociable.vocabulary.countries import codes_within


def places(law: Fact, frame: Frame) -> str:
    """``the European Union or Britain``."""
    return frame.either([frame.say("places", place) for place in law.where])


def place_names(laws: Iterable[Fact], frame: Frame) -> list[str]:
    """Each of the places where one of these laws holds."""
    return [frame.say("places", place) for place in dict.fromkeys(where for law in laws for where in law.where)]


def whose(member: Member, fact: Fact) -> Sequence[str]:
    """The platform that says it: that of the account or, of reviews, the one on which these stand; none says a law."""
    return [member.platform] if member.platform in fact.on else fact.on if fact.of_reviews else []


def law_name(law: Fact) -> str:
    """What a law is called, without what has changed it since."""
    return law.document.title.partition(", as changed by")[0]


def laws_proper(laws: Sequence[Citation]) -> Sequence[Citation]:
    """Laws themselves; what somebody else tells of one only where nothing else is cited."""
    facts = library().facts
    return [each for each in laws if facts[each.fact].document.evidence != "secondary"] or laws


def nearest_first(laws: Iterable[Citation], of: Iterable[Finding | Member]) -> list[Citation]:
    """Laws of where the accounts of these findings are based, then those of elsewhere, of single states there last."""
    seats = frozenset[str]().union(*(each.seats for each in of))
    return sorted(laws, key=lambda law: _distance(library().facts[law.fact].where, seats))


def _distance(where: Iterable[str], seats: Collection[str]) -> int:
    if not all(codes_within(place).isdisjoint(seats) for place in where):
        return 0
    return 2 if all("-" in place for place in where) else 1


def why_here(law: str, findings: Sequence[Finding | Member], frame: Frame) -> str:
    """By which readers, and by which seat of whoever runs the account, a law speaks against these.

    ``law`` is the id of a fact; empty if it speaks by none, or is no law.
    """
    readers, seats = why_it_holds(
        law,
        frozenset().union(*(each.readers for each in findings)),
        frozenset().union(*(each.seats for each in findings)),
    )
    key = "by_both" if readers and seats else "by_readers" if readers else "by_seat"
    words = {"readers": readers, "seats": seats}
    said = {name: frame.listed(names, most=len(names)) for name, names in words.items() if names}
    return frame.say("otherwise", key, **said) if said else ""
