"""What people have to give for what they get: a follow, a like, a review, friends who are named."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from sociable.facts.claims import IS_FOLLOWER, claims
from sociable.facts.consent import is_covered
from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.review_gates import wants_a_good_rating
from sociable.facts.text_contents import asked_for
from sociable.setup.model import Guard
from sociable.text.wording import listed
from sociable.vocabulary.consent_words import ANSWER
from sociable.vocabulary.crowds import PERSON
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import ENTRIES, GOOD_REVIEW, PRICE_OF_EVENT, PRICES, REVIEW, SUBSCRIBE
from sociable.vocabulary.verbs import FOLLOW, GIVES, PAY

_GROUPS = frozenset(("spoke_to_us", "in_our_room"))


@lru_cache(maxsize=8)
def price(automation: AutomationFacts) -> frozenset[str]:
    """What people have to give, as words of ``PRICES``."""
    return frozenset(_asked(automation) | _asked_in_words(automation))


def asks_by_a_condition(automation: AutomationFacts) -> bool:
    """Whether more than the words of a text asks for it."""
    return bool(_asked(automation))


def price_words(automation: AutomationFacts) -> str:
    """The price in words."""
    asked = price(automation)
    return listed([words for each, words in ENTRIES.items() if each in asked] or [""])


def _asked_in_words(automation: AutomationFacts) -> set[str]:
    """What our own words ask for: for a prize anything of it, else two things at once; praise in private as well."""
    found: set[str] = set()
    for step in automation.steps:
        if step.model.text is not None and step.verb.speaks:
            asked = asked_for(step.model.text)
            found |= asked if step.audience in ("public", "group") else asked & {GOOD_REVIEW}
    return found if automation.purpose == "giveaway" or len(found) > 1 else set()


def _asked(automation: AutomationFacts) -> set[str]:
    model, is_giveaway = automation.model, automation.purpose == "giveaway"
    found = set(model.entry & PRICES)
    rewards = _rewards(automation)
    if rewards and (paid := PRICE_OF_EVENT.get(automation.event.name)):
        found.add(GOOD_REVIEW if paid == REVIEW and _is_for_praise(rewards) else paid)
    asks_them = automation.event.group in _GROUPS and _is_for_followers(automation, is_giveaway)
    if asks_them and (is_giveaway or not is_covered(automation, ANSWER)):
        subscribes = platform_row(automation.account.platform).follow_is == "subscribing"
        found.add(SUBSCRIBE if subscribes else FOLLOW)
    return found


def _rewards(automation: AutomationFacts) -> Sequence[StepFacts]:
    """The steps with which whoever set it off gets something of worth: all of a giveaway, else what pays them."""
    if automation.purpose == "giveaway":
        return automation.steps
    return [step for step in automation.steps if step.verb.name == PAY and step.target.kind == PERSON]


def _is_for_praise(rewards: Iterable[StepFacts]) -> bool:
    """Whether a rating has to be high for it: one step asks for that, and none is without a condition."""
    guards = [wants_a_good_rating(step) or bool(step.model.guards) for step in rewards]
    return all(guards) and any(wants_a_good_rating(step) for step in rewards)


def _is_for_followers(automation: AutomationFacts, is_giveaway: bool) -> bool:
    """Whether a condition keeps something for those who follow."""
    if automation.purpose == "moderation":
        return False
    of_all = automation.model.guards
    only = {id(step): _asking(True, (*of_all, *step.model.guards)) for step in automation.steps}
    turned_away = {id(step): _asking(False, (*of_all, *step.model.guards)) for step in automation.steps}
    for step in automation.steps:
        if step.verb.in_run == "ends" and turned_away[id(step)] and _gives_after(step):
            return True
        if step.verb.name in GIVES and only[id(step)]:
            return True
    is_for_followers = is_giveaway or any(only.values())
    return is_for_followers and any(step.verb.name in GIVES and turned_away[id(step)] for step in automation.steps)


def _gives_after(stop: StepFacts) -> bool:
    steps = stop.automation.steps
    return any(step.verb.name in GIVES for step in steps[steps.index(stop) + 1 :])


def _asking(is_so: bool, guards: Iterable[Guard]) -> bool:
    """Whether conditions only let through those who follow, or only those who do not."""
    return any(
        claim.value == IS_FOLLOWER
        and claim.kind == "flag"
        and len(claim.constants) == 1
        and ((True in claim.constants) == (claim.sign == "in")) == is_so
        for claim in claims(guards)
    )
