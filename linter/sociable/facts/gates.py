"""What people have to give for what they get: a follow, a like, friends who are named. Said by a key, or by conditions."""

from collections.abc import Iterable

from sociable.facts.claims import IS_FOLLOWER, claims
from sociable.facts.consent import is_covered
from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.setup.model import Guard
from sociable.text.source import Span

PRICES = frozenset(("follow", "like", "repost", "subscribe", "tag", "review"))
"""The entries that others take for praise, or that draw in people who were not asked. The rest is no price."""

_EVENT_PRICES = {
    "followed": "follow",
    "liked": "like",
    "reacted": "like",
    "reposted": "repost",
    "subscribed": "subscribe",
    "tagged": "tag",
}

_GIVES = frozenset(("reply", "comment", "dm", "email", "quote", "assign", "invite", "accept"))
_GROUPS = frozenset(("spoke_to_us", "in_our_room"))


def price(automation: AutomationFacts) -> frozenset[str]:
    """What people have to give, as words of ``PRICES``."""
    found = automation.memo.get("price")
    if found is None:
        found = automation.memo["price"] = frozenset(each for each, _ in _prices(automation))
    return frozenset(found)


def gate(automation: AutomationFacts) -> Span:
    """The place that asks for it: the entry, the condition or the event; the automation where nothing is asked."""
    return next((span for _, span in _prices(automation)), automation.span)


def _prices(automation: AutomationFacts) -> list[tuple[str, Span]]:
    model, is_giveaway = automation.model, automation.purpose == "giveaway"
    found = [(each, automation.span) for each in sorted(model.entry & PRICES)]
    if is_giveaway and (paid := _EVENT_PRICES.get(automation.event.name)):
        found.append((paid, model.trigger.span))
    if automation.event.group in _GROUPS and (guard := _gate_for_followers(automation, is_giveaway)) is not None:
        if is_giveaway or not is_covered(automation, "answer"):
            youtube = automation.account.platform == "youtube"
            found.append(("subscribe" if youtube else "follow", guard.span))
    return found


def _gate_for_followers(automation: AutomationFacts, is_giveaway: bool) -> Guard | None:
    """The condition by which something is only for those who follow."""
    if automation.purpose == "moderation":
        return None
    of_all = automation.model.guards
    only = {id(step): _asking(True, (*of_all, *step.model.guards)) for step in automation.steps}
    turned_away = {id(step): _asking(False, (*of_all, *step.model.guards)) for step in automation.steps}
    for step in automation.steps:
        if step.verb.in_run == "ends" and (guard := turned_away[id(step)]) is not None and _gives_after(step):
            return guard
        if step.verb.name in _GIVES and (guard := only[id(step)]) is not None:
            return guard
    is_for_followers = is_giveaway or any(only.values())
    for step in automation.steps:
        if is_for_followers and step.verb.name in _GIVES and (guard := turned_away[id(step)]) is not None:
            return guard
    return None


def _gives_after(stop: StepFacts) -> bool:
    steps = stop.automation.steps
    return any(step.verb.name in _GIVES for step in steps[steps.index(stop) + 1 :])


def _asking(is_so: bool, guards: Iterable[Guard]) -> Guard | None:
    """The condition that only lets through those who follow, or only those who do not."""
    for guard in guards:
        for claim in claims((guard,)):
            if claim.value == IS_FOLLOWER and claim.kind == "flag":
                if ((True in claim.constants) == (claim.sign == "in")) == is_so and len(claim.constants) == 1:
                    return guard
    return None
