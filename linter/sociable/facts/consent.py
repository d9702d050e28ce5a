"""Whether people asked for what a step does to them: the one model of consent that rules share.

Consent is a stated key or an act, and never read from words. It is worked out from whom a step is aimed at: our own
people, a list that says what they agreed to, a set, or the person behind the event.
"""

from collections.abc import Iterable, Iterator

from sociable.facts.awaited_words import waits_for_words
from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts
from sociable.facts.rooms import is_at_home, place_of, room_of
from sociable.facts.standing import only_followers
from sociable.setup.handles import named_forms
from sociable.setup.model import PeopleList, Target
from sociable.vocabulary.consent_words import (
    ACT_OF_GROUP,
    ACT_OF_LIST,
    ACTS,
    CALLED,
    CONSENT_STATES,
    DATA,
    ENGAGEMENT,
    FOLLOWED,
    FOLLOWERS,
    FOR_THEIR_SAKE,
    GONE,
    MEMBERS,
    MESSAGES,
    NAMING,
    NOT_BY_THE_WAY,
    OFFICIAL_KINDS,
    PRIVATE,
    SAID_THE_WORD,
    SIGNED_UP,
    SIGNED_UP_FOR,
    SPOKE,
    STRANGERS,
    SUBSCRIBED,
    SUBSCRIBERS,
    TAKEN,
)
from sociable.vocabulary.crowds import NUMBER_OF
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.roles import OPERATOR, ROLES
from sociable.vocabulary.values import CONSENTS, UNSTATED

_WEAKEST_FIRST = tuple(state for state in CONSENT_STATES if state != "nobody")


def consent(step: StepFacts) -> str:
    """A word of ``CONSENT_STATES``: whether the people a step is aimed at asked for what it does."""
    target, need = step.aim, step.verb.needs
    if need == DATA and target.kind == "nobody":
        return _of_all_told_of(step)
    if target.kind == "nobody" or not need:
        return "nobody"
    if step.approved and (target.size == "one" or step.verb.group != "private_speech"):
        return "chosen"
    return "asked" if need == MESSAGES and _has_won(step) else of_target(target.model, step, need)


def _of_all_told_of(step: StepFacts) -> str:
    """Of the person behind the event and the sets that a text tells of: what holds for the least willing of them."""
    states = {of_target(target, step, DATA) for target in sets_named(step)}
    if step.automation.event.has_person:
        states.add(of_person(step, DATA))
    if states and step.approved:
        return "chosen"
    return least_willing(states)


def least_willing(states: set[str]) -> str:
    return next((state for state in _WEAKEST_FIRST if state in states), "nobody")


def set_of(target: Target, step: StepFacts) -> Target:
    """What a value was fetched from, or the target itself."""
    value = step.values.get(target.name) if target.kind == "value" else None
    return value.target or target if value is not None else target


def sets_named(step: StepFacts) -> Iterator[Target]:
    """The sets of people whose names a text holds."""
    named = step.text.provenance.people
    for root, *names in step.model.text.paths() if step.model.text is not None else ():
        value = step.values.get(root)
        target = value.target if value is not None else None
        if target is not None and target.kind in named and names != [NUMBER_OF]:
            yield target


def of_target(target: Target | None, step: StepFacts, need: str) -> str:
    if target is None:
        return "nobody"
    target = set_of(target, step)
    if target.is_of_event:
        return of_person(step, need)
    if target.kind in ("handle", "account"):
        return of_handle(target.name, step, need)
    if target.kind == OPERATOR:
        return "inside"
    return "unstated" if target.crowd is None else _of_crowd(target, step, need)


def _has_won(step: StepFacts) -> bool:
    """Whether it is for whom a lot drew out of those who took part by what they did with a post of ours."""
    automation, aim, people = step.automation, step.model.target, step.aim.model
    if not automation.model.entry or aim is None or people is None or people.of is None:
        return False
    whose = people.of.name
    is_ours = whose in step.facts.by_id or step.facts.called(whose, step.account.platform) is not None
    return is_ours and any(
        each.verb.in_run == "draws" and aim.name in dict(each.model.produces) for each in automation.steps
    )


def of_handle(name: str, step: StepFacts, need: str) -> str:
    """Somebody who is named in the file: that is our choice and not their consent; a room names itself in a post."""
    if name in STRANGERS:
        return "none"
    forms = named_forms((name,))
    if step.facts.called(name, step.account.platform) is not None or name in step.facts.by_id:
        return "inside"
    if not forms.isdisjoint(step.facts.colleagues) or _is_where_it_stands(forms, step):
        return "inside"
    automation = step.automation
    return "agreed" if _covers(automation.model.agreed_to, need, step.purpose) else "none"


def _is_where_it_stands(forms: frozenset[str], step: StepFacts) -> bool:
    room = step.model.place
    return room is not None and not forms.isdisjoint(named_forms(room.names))


def _of_crowd(target: Target, step: StepFacts, need: str) -> str:
    crowd, kind = target.crowd, target.kind
    assert crowd is not None
    if crowd.through == "team":
        return "inside"
    if crowd.is_written_down:
        return of_written_down(target.name, step, need)
    if crowd.through == "ours" and _covers(step.automation.model.agreed_to, need, step.purpose):
        return crowd.known or "agreed"
    return crowd.known or _of_members(kind, step, need) or _by_act(crowd.act, step, need)


def _of_members(kind: str, step: StepFacts, need: str) -> str:
    """Of the members of a room, a house or a mailing list; empty for other sets."""
    platform = platform_row(step.account.platform)
    if kind in SUBSCRIBERS and platform.follow_is == "signing_up" and need == MESSAGES:
        return "asked"  # whoever is on a mailing list has signed up for it
    if kind == FOLLOWERS and is_added(step.account):
        return _by_act(SIGNED_UP, step, need)
    room = room_of(step) if kind in MEMBERS else None
    if room is not None and (room.inside != UNSTATED or room.open == "yes"):
        return "inside" if room.inside == "yes" else ""
    return "inside" if kind in MEMBERS and platform.workplace else ""


def _by_act(act: str, step: StepFacts, need: str) -> str:
    """Of people of whom it is only known what they once did: that licenses no advertisement, and no naming."""
    if not act or need == NAMING or step.purpose in NOT_BY_THE_WAY:
        return "none"
    return "asked" if _licenses(act, need, step.purpose) else "none"


def of_written_down(name: str, step: StepFacts, need: str) -> str:
    """People on a list or in a table: what its entry under ``lists:`` says of them."""
    people = step.facts.lists.get(name.casefold())
    if people is None:
        model = step.automation.model
        if "agreed_to" in model.denied:
            return "none"
        return "agreed" if _covers(model.agreed_to, need, step.purpose) else "unstated"
    return _of_list(people, step, need)


def _of_list(people: PeopleList, step: StepFacts, need: str) -> str:
    purpose = step.purpose
    if people.inside == "yes":
        return "inside"
    if people.came_by in TAKEN:
        return "taken"
    if _covers(people.agreed_to, need, purpose) or _took_part(people.agreed_to, step):
        return "agreed"
    act = SIGNED_UP if people.came_by == "follow" and is_added(step.account) else ACT_OF_LIST.get(people.came_by)
    serves = act is not None and purpose in ACTS[act].serves
    if (people.agreed_to and not serves) or "agreed_to" in people.denied:
        return "none"  # they agreed to something else
    return "unstated" if act is None else "asked" if _licenses(act, need, purpose) else "none"


def _took_part(agreed: Iterable[str], step: StepFacts) -> bool:
    """Whether they agreed to the very thing, in words of the file's own, and the step is part of what they entered."""
    return bool(step.automation.model.entry) and any(word.casefold() not in CONSENTS for word in agreed)


def of_person(step: StepFacts, need: str) -> str:
    """The person behind the event."""
    automation, event = step.automation, step.automation.event
    if event.asked in ("chosen", "nobody"):
        return "chosen" if event.asked == "chosen" else of_written_down(sheet(automation), step, need)
    if is_for_our_people(automation) or _is_in_our_house(automation):
        return "inside"
    agreed = automation.model.agreed_to
    may_agree = event.group != "left_us" and _may_agree(automation)
    if may_agree and (
        _covers(agreed, need, step.purpose) or (need in (MESSAGES, PRIVATE) and _took_part(agreed, step))
    ):
        return "agreed"
    listed = next((step.facts.lists[role] for role in automation.roles if role in step.facts.lists), None)
    if listed is not None:
        return _of_list(listed, step, need)
    act = act_of(automation)
    if act == GONE:
        return "ended"
    return "asked" if _licenses(act, need, step.purpose) else "none"


def is_covered(automation: AutomationFacts, need: str) -> bool:
    """Whether the file says that the person behind the event agreed to what this automation does."""
    return _may_agree(automation) and _covers(automation.model.agreed_to, need, automation.purpose)


def act_of(automation: AutomationFacts) -> str:
    """A word of ``ACTS``: what the person behind the event did."""
    event, platform = automation.event, platform_row(automation.account.platform)
    signs_up, what_for = SIGNED_UP_FOR
    if event.name == signs_up and what_for in automation.model.trigger.narrowed:
        return "signed_up_for_it"
    if event.name == SUBSCRIBED and (platform.subscribing_signs_up or automation.model.agreed_to):
        return SIGNED_UP
    if event.name == FOLLOWED and is_added(automation.account):
        return SIGNED_UP
    if is_called(automation):
        return CALLED
    if event.group == "elsewhere" and is_at_home(automation) and "agreed_to" not in automation.model.denied:
        return "in_room"
    act = event.act or ACT_OF_GROUP.get(event.group, "elsewhere")
    return SAID_THE_WORD if act == SPOKE and waits_for_words(automation.model) else act


def is_added(account: AccountFacts) -> bool:
    """Whether it is an official account where people add such in order to get its messages."""
    return account.model.kind in OFFICIAL_KINDS and platform_row(account.platform).adding_signs_up


def is_called(automation: AutomationFacts) -> bool:
    """Whether people start it by calling for it: with a command, or with a word for which it waits."""
    event, narrowed = automation.event, automation.model.trigger.narrowed
    if event.act == CALLED:
        return True
    words, searched = narrowed.get("contains", ()), narrowed.get("keywords", ())
    if _are_signs(words, "!/#") or _are_signs(searched, "!/"):  # a hashtag that is searched for is a topic
        return True
    return event.called_by_any_word and bool(words)


def _are_signs(words: tuple[str, ...], marks: str) -> bool:
    return bool(words) and all(word[:1] in marks and word[1:] for word in words)


def is_for_our_people(automation: AutomationFacts) -> bool:
    """Only our own people start it."""
    roles = automation.roles
    if roles and all((role in ROLES and ROLES[role].inside) or _is_own_list(role, automation) for role in roles):
        return True
    return any(all(_is_one_of_us(name, automation) for name in names) for names in automation.only)


def _is_one_of_us(name: str, automation: AutomationFacts) -> bool:
    facts, account = automation.facts, automation.account
    found = facts.called(name, account.platform) or facts.by_id.get(name)
    return found is not None and found.is_of_those_behind(account)


def _is_in_our_house(automation: AutomationFacts) -> bool:
    """Whether it is about what somebody did, or did not do, in a room in which only our own people are."""
    if automation.event.group not in _IN_A_ROOM:
        return False
    place = place_of(automation)
    return place is not None and place.inside == "yes"


_IN_A_ROOM = frozenset(("in_our_room", "fell_silent"))


def _is_own_list(role: str, automation: AutomationFacts) -> bool:
    people = automation.facts.lists.get(role)
    return people is not None and people.inside == "yes"


_MAY_AGREE = frozenset(("spoke_to_us", "acted_towards_us", "in_our_room", "fell_silent"))


def _may_agree(automation: AutomationFacts) -> bool:
    """Whether the person behind the event has a tie to us, so that they can have agreed to something."""
    if automation.event.group in _MAY_AGREE or automation.event.may_agree:
        return True
    if any(role in ROLES and ROLES[role].may_agree for role in automation.roles):
        return True
    return only_followers(automation.steps[0])


def _covers(agreed: Iterable[str], need: str, purpose: str) -> bool:
    """Whether what people agreed to holds this. Words of the file's own are the thing itself, and no advertisement."""
    words = frozenset(word.casefold() for word in agreed)
    if not words:
        return False
    if need in words or purpose in words:
        return True
    if need not in (MESSAGES, PRIVATE, "answer") or purpose in NOT_BY_THE_WAY:
        return False
    named = words & CONSENTS.keys()
    if purpose in FOR_THEIR_SAKE and named & FOR_THEIR_SAKE:
        return True
    return bool(words - named) or MESSAGES in words or (purpose == UNSTATED and bool(named & _PURPOSES))


_PURPOSES = CONSENTS.keys() - {NAMING, ENGAGEMENT, "ties", "data"} - NOT_BY_THE_WAY


def _licenses(act: str, need: str, purpose: str) -> bool:
    row = ACTS[act]
    if need not in row.licenses and not (need == MESSAGES and PRIVATE in row.licenses):
        return False
    return not row.purposes or purpose in row.purposes or purpose == UNSTATED


def sheet(automation: AutomationFacts) -> str:
    return " ".join(automation.model.trigger.narrowed.get("sheet", ()))
