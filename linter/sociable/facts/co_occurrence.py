"""Whether one event can start two automations."""

from collections.abc import Iterator

from sociable.facts.agreement import Claim, OneValue, by_value, may_agree
from sociable.facts.claims import HANDLE, claims
from sociable.facts.facts import AutomationFacts
from sociable.facts.standing import heard
from sociable.setup.handles import plain_handle
from sociable.setup.model import Hours
from sociable.vocabulary.events import TRIGGER_KEYS
from sociable.vocabulary.roles import ROLES

_SINGLE = tuple(key.name for key in TRIGGER_KEYS.values() if key.says == "which")
"""Keys of ``when:`` of which an event has one value; of the others it may fit several at once."""


class Starters:
    """What has to be so for an event to start one automation, by what it says something of."""

    __slots__ = ("_impossible", "said")

    def __init__(self, automation: AutomationFacts) -> None:
        said = claims(automation.model.guards)
        said += claims_of_trigger(automation)
        said += _narrowed(automation)
        self.said = by_value(dict.fromkeys(said))
        self._impossible = {value for value, of in self.said.items() if not OneValue(of).may_be}

    @property
    def claims(self) -> frozenset[Claim]:
        """All that it says."""
        return frozenset(claim for of in self.said.values() for claim in of)

    def agree(self, other: "Starters") -> bool:
        """Whether one and the same event can start both. What only one of them speaks of, the other leaves open."""
        doubtful = (self.said.keys() & other.said.keys()) | self._impossible | other._impossible
        return all(OneValue((*self.said.get(each, ()), *other.said.get(each, ()))).may_be for each in doubtful)


def may_both_hold(one: AutomationFacts, other: AutomationFacts) -> bool:
    """Whether one and the same event can start both automations: their triggers, conditions and brakes let it pass."""
    if one.event.name != other.event.name:
        return False
    mine, theirs = Starters(one), Starters(other)
    if one.account is other.account:
        return mine.agree(theirs)
    both = (*mine.claims, *theirs.claims)  # what is known of an account differs from one to the other
    return may_agree([claim for claim in both if claim.value.startswith(("event.", "when "))])


def _narrowed(automation: AutomationFacts) -> Iterator[Claim]:
    """What ``during:`` and ``when:`` say of which event it is. What another automation takes is not left over."""
    hours = automation.model.during
    if isinstance(hours, Hours):
        yield Claim(f"when hours {hours.zone}", "in", "text", frozenset(_quarters(hours)), stated=True)
    elif hours:
        yield Claim("hours of the inbox", "in", "text", frozenset((hours,)), stated=True)
    yield Claim("taken", "not in", "flag", frozenset((automation.model.trigger.otherwise,)), stated=True)
    narrowed = automation.model.trigger.narrowed
    for key in _SINGLE:
        if key in narrowed:
            yield Claim(f"when {key}", "in", "text", frozenset((narrowed[key],)), stated=True)
    if automation.model.trigger.seconds:
        yield Claim("when for", "in", "text", frozenset((automation.model.trigger.seconds,)), stated=True)
    languages = frozenset(word.casefold().split("-")[0] for word in narrowed.get("language", ()))
    if languages:
        yield Claim("when language", "in", "text", languages, stated=True)


def claims_of_trigger(automation: AutomationFacts) -> Iterator[Claim]:
    """What is certain of whoever starts an automation, before any condition is asked."""
    return (claim for _, claim in keys_with_claims(automation))


def keys_with_claims(automation: AutomationFacts) -> Iterator[tuple[str, Claim]]:
    """The same, each with the key that says it as it stands in a file."""
    model = automation.model
    chosen = "only_from:" if model.only_from else "from:"
    for names in automation.only:
        if all(name.startswith("@") for name in names):  # an id may be anybody's handle
            yield chosen, Claim(HANDLE, "in", "text", frozenset(map(plain_handle, names)), stated=True)
    for ties in heard(automation):
        if len(ties) == 1:
            ((name, is_in),) = ties
            if (known := ROLES.get(name)) is not None and known.claims is not None:
                so = frozenset((known.claims[1] == is_in,))
                yield chosen, Claim(known.claims[0], "in", "flag", so, stated=True)
    for ignored in model.ignore:
        if (known := ROLES.get(ignored)) is not None and known.claims is not None:
            value, is_so = known.claims
            yield f"ignore: [{ignored}]", Claim(value, "not in", "flag", frozenset((is_so,)), stated=False)


def _quarters(hours: Hours) -> Iterator[int]:
    """The quarters of an hour of the week in which these hours lie, be it only with a minute."""
    end = hours.end if hours.end > hours.begin else hours.end + _DAY
    of_day = range(hours.begin // _QUARTER, -(-end // _QUARTER))
    return ((day * _DAY // _QUARTER + each) % (7 * _DAY // _QUARTER) for day in hours.days for each in of_day)


_QUARTER, _DAY = 15, 24 * 60
"""In minutes."""
