"""Steps: what is done."""

from collections.abc import Iterator
from operator import attrgetter

from sociable.facts.account_kinds import is_in_house, touches_platform, way
from sociable.facts.awaited_words import WORD_KEYS
from sociable.facts.claims import ask_for_complaints
from sociable.facts.consent import consent
from sociable.facts.endings import came_by, is_part_of_it, list_agreement
from sociable.facts.facts import StepFacts
from sociable.facts.judging import judged_by, numbers_asked
from sociable.facts.provenance import provenance
from sociable.facts.rates import is_too_much_to_read, times_a_day
from sociable.facts.review_gates import asks_for_reviews, is_for_good_ratings, wants_a_good_rating
from sociable.facts.rooms import carried_where, is_let_in, is_refused, refusing, room_of
from sociable.facts.standing import only_followers
from sociable.facts.step_conditions import (
    is_a_bare_link,
    is_follow_up,
    is_limited,
    is_of_many,
    looks_at_content,
)
from sociable.language.types import FLAG, NUMBER, STRING, Attribute, Kind, Type
from sociable.records.named_module import LaterModule
from sociable.records.static import TYPE_CHECKING, Any
from sociable.setup.quantities import clock_words
from sociable.setup.target_wording import target_phrase
from sociable.vocabulary.settable import SETTABLE
from sociable.vocabulary.values import NOT_BEFORE, ONCE, UNSTATED

if TYPE_CHECKING:
    from sociable.facts import abusive_words, announcing, bursts, things_given, waits
    from sociable.kinds import step_words
else:
    announcing, bursts = LaterModule("sociable.facts.announcing"), LaterModule("sociable.facts.bursts")
    abusive_words, things_given = (
        LaterModule("sociable.facts.abusive_words"),
        LaterModule("sociable.facts.things_given"),
    )
    waits, step_words = LaterModule("sociable.facts.waits"), LaterModule("sociable.kinds.step_words")


def _shows_ai(step: StepFacts) -> bool:
    if step.model.media and any(each.ai == "yes" for each in step.model.media):
        return True
    media = step.model.beside.get("media")
    return media is not None and "ai" in provenance(media, step.values).origins


def _is_about_complaints(step: Any) -> bool:
    guards = (*step.automation.model.guards, *step.model.guards)
    return bool(guards) and ask_for_complaints(guards)


def _looked_at(step: StepFacts) -> str:
    if step.approved:
        return "yes"
    said = {step.model.approval, step.automation.model.approval}
    if not said.isdisjoint(NOT_BEFORE) or (ONCE in said and "ai" in step.text.provenance.origins):
        return "no"
    return "yes" if ONCE in said else UNSTATED


def misread(step: StepFacts) -> Iterator[str]:
    from sociable.facts.misread_keys import misread_of_step

    return misread_of_step(step)


CONSENT_KEYS = (
    *("target", "from", "only_from", "if", "agreed_to", "lists", "purpose", "approval", "operator", "in", "places"),
    *WORD_KEYS,
)
_ROOM_KEYS = ("in", "channel", "group", "places")

STEP = Kind(
    name="step",
    of=StepFacts,
    attributes={
        "automation": Attribute(Type("automation"), attrgetter("automation"), "The automation it belongs to."),
        "account": Attribute(Type("account"), attrgetter("account"), "The account it runs on."),
        "verb": Attribute(Type("word", "verb"), attrgetter("verb.name"), "What it does.", indexed=True),
        "deed": Attribute(STRING, step_words.deed, "What it does, as it follows the name of the account: likes posts."),
        "general_deed": Attribute(
            STRING, step_words.general_deed, "The same, without saying to whom: what several alike steps do."
        ),
        "deed_to": Attribute(
            STRING, step_words.deed_to, "The same, also to whom it turns, by what they did or where they stand."
        ),
        "deeds": Attribute(STRING, step_words.deeds, "What it does as a thing that can be taken out: the likes."),
        "list_words": Attribute(
            STRING, step_words.list_words, "The list on which it puts people, by its name if that is known."
        ),
        "applause_words": Attribute(STRING, step_words.applause_words, "The same, and why it is no opinion of others."),
        "audience": Attribute(
            Type("word", "audience"), attrgetter("audience"), "Who notices it.", indexed=True, rests_on=("visibility",)
        ),
        "text": Attribute(Type("text"), attrgetter("text"), "What people read; empty for a step that says nothing."),
        "target": Attribute(Type("target"), attrgetter("target"), "Whom or what it is aimed at."),
        "is_approved": Attribute(
            FLAG, attrgetter("approved"), "Whether a person of ours says yes before it happens.", rests_on=("approval",)
        ),
        "looked_at": Attribute(
            Type("word", "answer"),
            _looked_at,
            "Whether somebody looks before it happens: `no` only where the file says plainly that nobody does.",
            rests_on=("approval",),
        ),
        "admits": Attribute(
            Type("word", "answer"),
            lambda s: "no" if "disclose" in s.model.denied else "yes" if s.model.disclose else UNSTATED,
            "Whether the text says something of itself: `no` only where the file says plainly that it does not.",
            rests_on=("disclose",),
        ),
        "is_solicited": Attribute(
            FLAG,
            attrgetter("solicited"),
            "Whether the person it is aimed at asked for an answer.",
            rests_on=("target",),
        ),
        "hours_after_event": Attribute(
            NUMBER,
            waits.hours_after_event,
            "How many full hours lie between the event and it, at least.",
            rests_on=("after",),
        ),
        "delay_words": Attribute(
            STRING, lambda s: clock_words(waits.hours_after_event(s) * 3600), "The same in words, such as `2 days`."
        ),
        "is_about_complaints": Attribute(
            FLAG,
            _is_about_complaints,
            "Whether it only happens when the words behind the event are negative.",
            rests_on=("if",),
        ),
        "is_conditional": Attribute(
            FLAG,
            lambda s: bool(s.model.guards or s.automation.model.guards),
            "Whether an `if:` decides about it, its own or that of its automation.",
            rests_on=("if",),
        ),
        "looks_at_content": Attribute(
            FLAG,
            looks_at_content,
            "Whether a condition looks at what was said before it happens: words, mood or stars.",
            rests_on=("if",),
        ),
        "is_reached": Attribute(FLAG, attrgetter("reached"), "Whether no `stop` before it ends every run."),
        "is_possible": Attribute(
            FLAG, lambda s: s.account.has(s.verb.name), "Whether its platform has such a step at all."
        ),
        "touches_platform": Attribute(
            FLAG, touches_platform, "Whether it has to do with its platform, and not only with what is ours."
        ),
        "is_in_house": Attribute(
            FLAG, is_in_house, "Whether no platform notices it: our program works, or looks into tables of ours."
        ),
        "needs_contract": Attribute(
            FLAG, lambda s: s.needs_contract, "Whether the platform's API takes it only under a contract."
        ),
        "has_aim": Attribute(
            FLAG,
            lambda s: s.has_aim,
            "Whether its event brings whom or what it is aimed at, or the file names it.",
            rests_on=("target", "when", "agreed_to"),
        ),
        "is_for_followers": Attribute(
            FLAG,
            only_followers,
            "Whether a key or a condition leaves out everybody who does not follow us.",
            rests_on=("if", "ignore", "only_from"),
        ),
        "is_courtesy": Attribute(
            FLAG,
            things_given.is_courtesy,
            "Whether all that it says greets, thanks or wishes well.",
            rests_on=("text",),
        ),
        "is_for_own_post": Attribute(
            FLAG,
            lambda s: s.own_post_of is not None,
            "Whether it is certain to be aimed at a post of one of our accounts.",
            rests_on=("target",),
        ),
        "own_author": Attribute(
            STRING,
            lambda s: s.own_post_of.id if s.own_post_of else "",
            "The id of our account whose post it is aimed at; empty for posts of others.",
            rests_on=("target",),
        ),
        "disclose": Attribute(
            Type("set", "disclosure"), attrgetter("model.disclose"), "What the text admits about itself."
        ),
        "shows_ai": Attribute(
            FLAG,
            _shows_ai,
            "Whether an AI made or changed the picture, film or sound beside its text.",
            rests_on=("media",),
        ),
        "ai_shown": Attribute(STRING, step_words.ai_shown, "What of it an AI made or changed: a picture, a film."),
        "is_limited": Attribute(
            FLAG,
            is_limited,
            "Whether a limit, a cooldown or `once_per:` says how often it may happen at most.",
            rests_on=("limit", "cooldown", "once_per", "max_replies_per_thread"),
        ),
        "is_follow_up": Attribute(
            FLAG,
            is_follow_up,
            "Whether it comes later than another message of the same run to the same person.",
            rests_on=("if", "after"),
        ),
        "is_first_answer": Attribute(
            FLAG,
            announcing.is_first_answer,
            "Whether whoever writes for the first time gets it, and nobody again.",
            rests_on=("if",),
        ),
        "is_announced": Attribute(
            FLAG,
            announcing.is_announced,
            "Whether the same person, or the room where it answers, was told before that a machine writes.",
            rests_on=("text", "disclose", "agreed_to"),
        ),
        "times_a_day": Attribute(
            NUMBER,
            times_a_day,
            "How often a schedule certainly makes it happen on one day, to one or to many; 0 where that is not known.",
            rests_on=("limit", "usual"),
        ),
        "is_too_much_to_read": Attribute(
            FLAG,
            is_too_much_to_read,
            "Whether it happens more often than people can look at it first: over 200 times a day, or 40 an hour.",
            rests_on=("usual", "when"),
        ),
        "said_there": Attribute(
            STRING, step_words.said_there, "After a colon: the text if it is always the same; room and platform."
        ),
        "said_when": Attribute(STRING, step_words.said_when, "The same, and how often its schedule makes it happen."),
        "burst": Attribute(
            NUMBER,
            bursts.burst,
            "How many posts of one run come within a day, told at the first of them; 0 at the others.",
        ),
        "burst_words": Attribute(
            STRING, bursts.burst_words, "How often it goes out in a day, as it follows the name of the account."
        ),
        "burst_remedy": Attribute(STRING, bursts.burst_remedy, "What to do about that, in a sentence."),
        "gathering_words": Attribute(
            STRING,
            step_words.gathering_words,
            "What it does with who people are, as it follows the name of the account.",
        ),
        "gathering_remedy": Attribute(STRING, step_words.gathering_remedy, "What to do about that, in a sentence."),
        "keepers_hint": Attribute(
            STRING,
            step_words.keepers_hint,
            "What to write if those who run the room agreed; empty where there is no room.",
        ),
        "consent": Attribute(
            Type("word", "consent"),
            consent,
            "Whether the people it is aimed at asked for it or agreed to it.",
            rests_on=CONSENT_KEYS,
        ),
        "came_by": Attribute(
            Type("word", "origin_of_people"),
            came_by,
            "How the people on the list it goes through, or stores something in, came there.",
            rests_on=("lists", "target"),
        ),
        "is_part_of_it": Attribute(
            FLAG,
            is_part_of_it,
            "Whether it comes once for each thing that people booked, or agreed to in words of the file's own.",
            rests_on=("agreed_to", "lists", "once_per", "if"),
        ),
        "list_agreement": Attribute(
            Type("word", "answer"),
            list_agreement,
            "Whether the people on that list agreed to something: `no` only where the file denies it plainly.",
            rests_on=("lists", "target"),
        ),
        "purpose": Attribute(
            Type("word", "purpose"),
            attrgetter("purpose"),
            "What it is for, by its own word, that of its automation or that of its account.",
        ),
        "room_members": Attribute(
            NUMBER,
            lambda s: room.members if (room := room_of(s)) is not None else 0,
            "How many are in the room where it happens; 0 where the file does not say.",
            rests_on=_ROOM_KEYS,
        ),
        "carried_where": Attribute(
            STRING,
            carried_where,
            "After a colon: from which rooms into which, and who may read there; empty where the step names no room.",
        ),
        "is_in_open_room": Attribute(
            FLAG,
            lambda s: (room := room_of(s)) is not None and room.open == "yes",
            "Whether anybody may come into the room where it happens.",
            rests_on=_ROOM_KEYS,
        ),
        "is_among_us": Attribute(
            FLAG,
            lambda s: (room := room_of(s)) is not None and room.inside == "yes",
            "Whether only our own people are in the room where it happens.",
            rests_on=_ROOM_KEYS,
        ),
        "is_let_in": Attribute(
            FLAG,
            lambda s: (room := room_of(s)) is not None and is_let_in(room),
            "Whether the room where it happens is ours, or its keepers have agreed to the automation.",
            rests_on=_ROOM_KEYS,
        ),
        "refusing": Attribute(STRING, refusing, "Those who run the place and have not agreed, in words."),
        "is_refused": Attribute(
            FLAG,
            lambda s: (room := room_of(s)) is not None and is_refused(room),
            "Whether the file says that those who keep the room where it happens have not agreed.",
            rests_on=_ROOM_KEYS,
        ),
        "is_of_many": Attribute(
            FLAG,
            is_of_many,
            "Whether many accounts of one hand do it: as its account says, or its limit for one post.",
            rests_on=("count", "limit"),
        ),
        "is_a_bare_link": Attribute(
            FLAG,
            is_a_bare_link,
            "Whether it shows an address, and no word, picture or film beside it.",
            rests_on=("text", "link", "media", "title"),
        ),
        "asks_for_reviews": Attribute(
            FLAG, asks_for_reviews, "Whether its own words ask for a public review.", rests_on=("text",)
        ),
        "wants_a_good_rating": Attribute(
            FLAG, wants_a_good_rating, "Whether a rating has to be high for it.", rests_on=("if",)
        ),
        "is_for_good_ratings": Attribute(
            FLAG,
            is_for_good_ratings,
            "Whether a rating has to be high for it, and nobody else is asked for a review in that run.",
            rests_on=("if", "text"),
        ),
        "judges": Attribute(
            Type("word", "judged_by"),
            judged_by,
            "By what it decides about the person behind the event.",
            rests_on=("if", *WORD_KEYS),
        ),
        "numbers": Attribute(
            STRING, numbers_asked, "By which numbers it decides about somebody, in words; empty if by none."
        ),
        "is_against_abuse": Attribute(
            FLAG,
            abusive_words.is_against_abuse,
            "Whether the words that pick something out are insults, threats, lures or addresses.",
            rests_on=("if", *WORD_KEYS),
        ),
        "has_template": Attribute(
            FLAG,
            lambda s: bool(s.model.template),
            "Whether it is a form of words that the platform has approved.",
            rests_on=("template",),
        ),
        "visibility": Attribute(
            Type("word", "visibility"), attrgetter("model.visibility"), "Who is meant to see it, if the file says so."
        ),
        "via": Attribute(Type("word", "access"), way, "How the platform is reached.", indexed=True),
        "access_words": Attribute(
            STRING,
            step_words.access_words,
            "What it does and how its program gets in, as it follows the name of the account.",
        ),
        "use": Attribute(Type("word", "use"), attrgetter("model.use"), "What stored data is for.", indexed=True),
    },
    named=lambda s: f"`{s.verb.name}` in `{s.automation.id}`",
    shown=lambda s: f"`{s.verb.name}`",
    find=lambda facts: facts.steps,
    owner=attrgetter("automation"),
    content=lambda s: f"{s.verb.name} {target_phrase(s.aim.model)} {s.text.shown}",
    misread=misread,
    settable=SETTABLE["step"],
    removable=True,
)
