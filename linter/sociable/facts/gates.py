"""What people have to give for what they get: a follow, a like, a review, friends who are named."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sociable.facts.consent import is_covered
from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.review_gates import rewarded_reviews, wants_a_good_rating
from sociable.facts.standing import NAMED, Demand, demands, set_of
from sociable.facts.text_contents import asked_for, may_promise_chances
from sociable.records.record import Record
from sociable.setup.model import Step, Target, Text
from sociable.text.wording import listed
from sociable.vocabulary.consent_words import ANSWER, NOT_BY_THE_WAY
from sociable.vocabulary.crowds import CROWDS, PERSON
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.roles import ROLES
from sociable.vocabulary.values import (
    ENTRIES,
    FOLLOW_OTHERS,
    FREE_ENTRIES,
    GOOD_REVIEW,
    INSTEAD_OF_PRICES,
    JOIN,
    PRICE_OF_LIST,
    PRICES,
    REVIEW,
    SUBSCRIBE,
    WHO_GAVE,
)
from sociable.vocabulary.verbs import FOLLOW, PAY

_GROUPS = frozenset(("spoke_to_us", "in_our_room"))


@lru_cache(maxsize=8)
def price(automation: AutomationFacts) -> frozenset[str]:
    """What people have to give, as words of ``PRICES``."""
    return frozenset(_asked(automation) | _asked_in_words(automation))


def asks_by_a_condition(automation: AutomationFacts) -> bool:
    """Whether more than the words of a text asks for it."""
    return bool(_asked(automation))


def price_words(automation: AutomationFacts, last: str = "") -> str:
    """The price in words, that of the event first; what else people have to do for it is no fault."""
    asked = price(automation)
    here = automation.event.price
    if GOOD_REVIEW in asked:
        asked -= {REVIEW}
    told = sorted((each for each in ENTRIES if each in asked), key=lambda each: each != here)
    last = last or ("or" if len(told) > 1 and _is_any_of(automation) else "and")
    return listed([ENTRIES[each] for each in told] or [""], last)


def gate_words(automation: AutomationFacts) -> str:
    """What people get for what they have to give, as it follows the name of the account."""
    where = f" (in `{automation.id}`)" if len(automation.account.automations) > 1 else ""
    if _answers_some_alone(automation):
        asked = [who for each, who in WHO_GAVE.items() if each in price(automation)]
        return f"answers only people who {listed(asked, 'or' if _is_any_of(automation) else 'and')}{where}"
    return f"{_given(automation)} in return for {price_words(automation)}{where}"


def _answers_some_alone(automation: AutomationFacts) -> bool:
    if automation.purpose == "giveaway" or not price(automation) or not _held_back(automation):
        return False
    spoken = [gate for step, gate in _gates(automation) if step.verb.speaks]
    gives_more = any(step.verb.name in (PAY, FOLLOW) for step in automation.steps)
    return bool(spoken) and _OPEN not in spoken and not gives_more


def _given(automation: AutomationFacts) -> str:
    if automation.purpose == "giveaway":
        return "gives something away"
    does = {step.verb.name for step in automation.steps}
    return "pays people" if PAY in does else "follows people" if FOLLOW in does else "gives people something"


_INSTEAD = "Give it without {}: {} is enough"
_FREE = ("a form", "a private message with a certain word")
_INSTEAD_OF_FOLLOWS = "Stop `{}`: a follow that is given for a follow says nothing of anybody."
_INSTEAD_OF_TRADE = "Ask for nothing in return: let everybody have it who wants it"
_INSTEAD_OF_HOLDING_BACK = "Answer everybody who asks: {}."
_INSTEAD_OF_KEEPING_A_GIFT = "Give it to everybody who asks: {}."
_INSTEAD_OF_A_LOT = "Let everybody take part: {}."
_INSTEAD_OF_PAYING = "Pay nobody for that: take the payment out of `{}`."


def price_remedy(automation: AutomationFacts) -> str:
    """What to do in the place of asking it, in a sentence."""
    asked = price(automation)
    is_draw = automation.purpose == "giveaway" or bool(asked_for_more(automation))
    holds_back = automation.event.group == "spoke_to_us" and bool(_held_back(automation))
    if FOLLOW in (step.verb.name for step in automation.steps) and not holds_back:
        return _INSTEAD_OF_FOLLOWS.format(automation.id)
    by_price = (words for each, words in INSTEAD_OF_PRICES.items() if each in asked)
    words = next(by_price, "")
    return f"{words[:-1]}{_asked_where(automation)}." if words else _otherwise(automation, is_draw, holds_back)


def _free(automation: AutomationFacts) -> list[str]:
    """What ``entry:`` asks for besides the price and nobody minds: a private message, a form."""
    return [ENTRIES[each] for each in FREE_ENTRIES if each in automation.model.entry]


def _otherwise(automation: AutomationFacts, is_draw: bool, holds_back: bool) -> str:
    """What to do where it hangs on what people get, and not on what they are asked for."""
    does = {step.verb.name for step in automation.steps}
    if holds_back and (is_draw or PAY not in does):
        speaks = any(step.verb.speaks for step in automation.steps)
        gift = _INSTEAD_OF_HOLDING_BACK if _answers_some_alone(automation) else _INSTEAD_OF_KEEPING_A_GIFT
        return (gift if speaks else _INSTEAD_OF_A_LOT).format(_without_condition(automation))
    if is_draw:
        free = listed(_free(automation) or _FREE, "or")
        return f"{_INSTEAD.format(price_words(automation, 'or'), free)}{_asked_where(automation)}."
    if PAY in does:
        return _INSTEAD_OF_PAYING.format(automation.id)
    return f"{_INSTEAD_OF_TRADE}{_asked_where(automation)}."


def _without_condition(automation: AutomationFacts) -> str:
    """What to take out so that nobody is left out any more, and by which key it stands there if it can be one only."""
    if any(step.verb.in_run == "ends" and gate != _OPEN for step, gate in _gates(automation)):
        left_out = f"people without {price_words(automation, 'or')}{_and_its_words(automation)}"
        return f"take out of `{automation.id}` the `stop` for {left_out}"
    model = automation.model
    keys = {
        "from:": "from" in model.trigger.narrowed,
        "only_from:": bool(model.only_from),
        "ignore:": bool(model.ignore),
        "if:": bool(model.guards) or any(step.guards for step in model.steps),
    }
    stands = [key for key, is_there in keys.items() if is_there]
    by = f" (`{stands[0]}`)" if len(stands) == 1 else ""
    price_asked = f"{price_words(automation)}{_and_its_words(automation)}"
    return f"take out of `{automation.id}` the condition{by} that asks for {price_asked}"


def _and_its_words(automation: AutomationFacts) -> str:
    """That what is said to those alone who fulfil it would be untrue of others, where something is said to them."""
    said_to_some = any(step.guards and step.verb.speaks for step in automation.model.steps)
    return ", and from the text whatever speaks of it" if said_to_some else ""


def _asked_where(automation: AutomationFacts) -> str:
    """What to change in the file so that it is no longer asked, after a space; empty where that is plain."""
    asked, begins = price(automation), automation.event.price
    named = [f"`{each}`" for each in sorted(automation.model.entry & asked)]
    in_words = " and out of the text" if asked & _asked_in_words(automation) else ""
    changes = [f"take {listed(named)} out of `entry:`{in_words}"] if named else []
    is_paid = any(step.verb.name == PAY for step in automation.steps)
    if begins and begins in asked and not is_paid:
        changes.append(f"let it begin by something else than `when: {automation.event.name}`")
    return f" ({', '.join(f'and {change}' for change in changes)})" if changes else ""


@lru_cache(maxsize=8)
def asked_for_more(automation: AutomationFacts) -> frozenset[str]:
    """What our own words promise one more chance in a draw for."""
    said = [
        text
        for step in automation.steps
        if step.verb.speaks
        for text in _all_said(step.model)
        if text is not None and may_promise_chances(text)
    ]
    if not said:
        return frozenset()
    from sociable.facts.chances import asked_for_chances

    return frozenset[str]().union(*map(asked_for_chances, said))


def _all_said(step: Step) -> tuple[Text | None, ...]:
    if not step.beside and not step.buttons:
        return (step.text,)
    return (step.text, *step.beside.values(), *(button.text for button in step.buttons))


def _asked_in_words(automation: AutomationFacts) -> frozenset[str]:
    """What our own words ask for: for a prize anything of it, else two things at once; praise in private as well."""
    found: frozenset[str] = frozenset()
    for step in automation.steps:
        if step.model.text is not None and step.verb.speaks:
            asked = asked_for(step.model.text)
            found |= asked if step.audience in ("public", "group") else asked & {GOOD_REVIEW}
    more, rewarded = asked_for_more(automation), rewarded_reviews(automation)
    is_price = more or rewarded or automation.purpose == "giveaway" or len(found) > 1
    return found | more | rewarded if is_price else frozenset()


def _asked(automation: AutomationFacts) -> set[str]:
    model, is_giveaway = automation.model, automation.purpose == "giveaway"
    found = set(model.entry & PRICES)
    paid = automation.event.price
    if paid and (rewards := _rewards(automation)):
        found.add(GOOD_REVIEW if paid == REVIEW and _is_for_praise(rewards) else paid)
    if is_giveaway:
        found.update(filter(None, _drawn_among(automation)))
    came_to_us = automation.event.group in _GROUPS or (is_giveaway and automation.event.group == "acted_towards_us")
    if came_to_us and (is_giveaway or not is_covered(automation, ANSWER)):
        found |= _held_back(automation)
    return found


def _rewards(automation: AutomationFacts) -> Sequence[StepFacts]:
    """The steps with which whoever set it off gets something of worth: all of a giveaway, else what pays them."""
    if automation.purpose == "giveaway":
        return automation.steps
    return [step for step in automation.steps if step.verb.name == PAY and step.aim.kind == PERSON]


def _is_for_praise(rewards: Iterable[StepFacts]) -> bool:
    """Whether a rating has to be high for it: one step asks for that, and none is without a condition."""
    guards = [wants_a_good_rating(step) or bool(step.model.guards) for step in rewards]
    return all(guards) and any(wants_a_good_rating(step) for step in rewards)


class _Gate(Record):
    """What somebody has to have given to get a step, and what they must not have given."""

    needed: frozenset[str]
    barred: frozenset[str]


_OPEN = _Gate(frozenset(), frozenset())


def _held_back(automation: AutomationFacts) -> frozenset[str]:
    """What people have to give for something that others miss, as sets that keys or conditions ask for tell."""
    if automation.purpose == "moderation" or not _may_hold_back(automation):
        return frozenset()
    gated = [(step, gate) for step, gate in _gates(automation) if gate != _OPEN]
    if not gated:
        return frozenset()
    from sociable.facts.things_given import is_missed

    found = frozenset[str]().union(*(gate.needed for step, gate in gated if is_missed(step)))
    if found or not (automation.purpose == "giveaway" or any(gate.needed for _, gate in gated)):
        return found
    return found.union(*(gate.barred for step, gate in gated if is_missed(step)))


def _is_any_of(automation: AutomationFacts) -> bool:
    """Whether one of what is asked for is enough: one condition names all of it, and no key asks for any."""
    if not automation.model.entry.isdisjoint(PRICES):
        return False
    asked = price(automation)
    demanded = (each for _, since, own in demands(automation) for each in (*since, *own))
    return any(asked <= {price for price, _ in _prices(each, automation)} for each in demanded)


def _may_hold_back(automation: AutomationFacts) -> bool:
    """Whether any key or condition asks who somebody is."""
    model = automation.model
    if model.guards or model.ignore or model.only_from or "from" in model.trigger.narrowed:
        return True
    return any(step.guards for step in model.steps)


def _gates(automation: AutomationFacts) -> Iterator[tuple[StepFacts, _Gate]]:
    """The gate before each step."""
    shared = _OPEN
    for step, since, own in demands(automation):
        shared = _behind(shared, since, automation) if since else shared
        yield step, _behind(shared, own, automation) if own else shared


def _behind(gate: _Gate, asked: list[Demand], automation: AutomationFacts) -> _Gate:
    """The same gate with what is demanded besides."""
    for each in asked:
        paid = _prices(each, automation)
        so = frozenset(price for price, is_in in paid if is_in)
        gate = _Gate(gate.needed | so, gate.barred | (frozenset(price for price, _ in paid) - so))
    return gate


def _prices(asked: Demand, automation: AutomationFacts) -> list[tuple[str, bool]]:
    """What has to have been given, or not, to fulfil a demand; nothing where there is a way that costs nothing.

    Our own people, and those whom the file names, are no such way for others.
    """
    of_others = [(name, is_in) for name, is_in in asked if not _is_inside(name, automation)]
    prices = [(_price_of_set(name, automation), is_in) for name, is_in in of_others]
    free = not all(price for price, _ in prices) or len({is_in for _, is_in in prices}) > 1
    return [] if free else prices


def _is_inside(name: str, automation: AutomationFacts) -> bool:
    people = automation.facts.lists.get(name)
    if people is not None:
        return people.inside == "yes"
    return name == NAMED or (name in ROLES and ROLES[name].inside)


def _price_of_set(name: str, automation: AutomationFacts) -> str:
    """What those gave who are in a set; empty where that is nothing of the kind."""
    facts, platform = automation.facts, automation.account.platform
    people = facts.lists.get(name)
    kind, _, whose = name.partition("(")
    price = (
        PRICE_OF_LIST.get(people.came_by, "") if people is not None else CROWDS[kind].price if kind in CROWDS else ""
    )
    if price == FOLLOW_OTHERS and (own := whose.strip("\"') ")) and (own in facts.by_id or facts.called(own, platform)):
        price = FOLLOW
    if price == FOLLOW and platform_row(platform).follow_is == "subscribing":
        return SUBSCRIBE
    if price == FOLLOW and _only_followers_can_write(automation):
        return ""
    is_place = price == JOIN and automation.purpose not in NOT_BY_THE_WAY
    return "" if is_place or (price == JOIN and automation.event.group == "in_our_room") else price


def _only_followers_can_write(automation: AutomationFacts) -> bool:
    """Whether the platform itself lets nobody else write to an account of this kind."""
    return bool(automation.event.answered_by) and platform_row(automation.account.platform).adding_signs_up


def _drawn_among(automation: AutomationFacts) -> Iterator[str]:
    """What those gave among whom a prize is drawn."""
    for step in automation.steps:
        if step.verb.in_run != "draws":
            continue
        for _, source in step.model.produces:
            if isinstance(source, Target):
                made = step.values[source.name].target if source.name in step.values else source
                yield _price_of_set(set_of(made or source), automation)
