"""Whether one event can start two automations."""

from collections.abc import Iterator

from sociable.facts.claims import HANDLE, IS_BOT, IS_FOLLOWER, Claim, claims, may_agree
from sociable.facts.facts import AutomationFacts
from sociable.setup.handles import plain_handle
from sociable.vocabulary.events import TRIGGER_KEYS
from sociable.vocabulary.roles import ROLES

_SINGLE = tuple(key.name for key in TRIGGER_KEYS.values() if key.says == "which")
"""Keys of ``when:`` of which an event has one value; of the others it may fit several at once."""


def may_both_hold(one: AutomationFacts, other: AutomationFacts) -> bool:
    """Whether one and the same event can start both automations: their triggers, conditions and brakes let it pass."""
    if one.event.name != other.event.name or _are_apart(one, other):
        return False
    said = [*_of_automation(one), *_of_automation(other)]
    if one.account is not other.account:  # what is known of an account differs from one to the other
        said = [claim for claim in said if claim.value.startswith("event.")]
    return may_agree(said)


def _are_apart(one: AutomationFacts, other: AutomationFacts) -> bool:
    mine, theirs = one.model.trigger.narrowed, other.model.trigger.narrowed
    if any(mine[key] != theirs[key] for key in _SINGLE if key in mine and key in theirs):
        return True
    languages = [{word.casefold().split("-")[0] for word in each.get("language", ())} for each in (mine, theirs)]
    return all(languages) and languages[0].isdisjoint(languages[1])


def _of_automation(automation: AutomationFacts) -> Iterator[Claim]:
    yield from claims(automation.model.guards)
    yield from claims_of_trigger(automation)


def claims_of_trigger(automation: AutomationFacts) -> Iterator[Claim]:
    """What is certain of whoever starts an automation, before any condition is asked."""
    model = automation.model
    for names in automation.only:
        if all(name.startswith("@") for name in names):  # an id may be anybody's handle
            yield Claim(HANDLE, "in", "text", frozenset(map(plain_handle, names)), stated=True)
    for role in automation.roles:
        if (known := ROLES.get(role)) is not None and known.claims is not None and len(automation.roles) == 1:
            value, so = known.claims
            yield Claim(value, "in", "flag", frozenset((so,)), stated=True)
    for ignored, flag in (("bots", IS_BOT), ("followers", IS_FOLLOWER)):
        if ignored in model.ignore:
            yield Claim(flag, "not in", "flag", frozenset((True,)), stated=False)
