"""Two rules at one step: where a page says that its rule ``subsumes`` another one, only it is told.

A hit is left out where a rule that subsumes its own, directly or by way of others, has one at least as grave at
the same step on the same account; one about a loop speaks of all steps on it. As no rule subsumes itself,
something always stays to be told.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping

from sociable.findings.finding import SEVERITIES
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING
from sociable.rulebook.page_files import Heading

if TYPE_CHECKING:
    from sociable.engine.merging import Hit


class Told(Record):
    """A hit, and the name of the rule that is told instead of its own; empty if nothing is."""

    hit: "Hit"
    instead: str


class Subsumption:
    """What these rules say of each other; one that does not run takes nobody's place.

    Hits have to be sifted rule by rule, those of one after those of all that subsume it: in the order of ``rank``.
    """

    def __init__(self, rules: Iterable[Heading]) -> None:
        self.subsumers = _subsumers({rule.name: rule.subsumes for rule in rules})
        subsuming = frozenset[str]().union(*self.subsumers.values())
        self._gravest: dict[str, dict[Hashable, int]] = {name: {} for name in subsuming}

    def rank(self, name: str) -> int:
        """How many subsume it: what it subsumes itself has more above it."""
        return len(self.subsumers[name])

    def sifted(self, name: str, hits: "Iterable[Hit]") -> Iterator[Told]:
        """The hits of one rule, each with what is told instead."""
        subsumers = [(other, self._gravest[other]) for other in sorted(self.subsumers[name])]
        own = self._gravest.get(name)
        for hit in hits:
            gravity = SEVERITIES.index(hit.finding.severity)
            if own is not None:
                for thing in hit.things:
                    own[thing] = max(own.get(thing, gravity), gravity)
            yield Told(hit, next((other for other, at in subsumers if at.get(hit.thing, -1) >= gravity), ""))


def _subsumers(subsumed: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """Which rules subsume each one, by way of others too."""
    found: dict[str, set[str]] = {name: set() for name in subsumed}
    for name in subsumed:
        ahead, reached = list(subsumed[name]), set[str]()
        while ahead:
            other = ahead.pop()
            if other in found and other not in reached:
                reached.add(other)
                found[other].add(name)
                ahead += subsumed[other]
    return found
