"""How much of what is published comes within a day: by the clock, or one post after the other in a single run."""

from functools import lru_cache

from sociable.facts.account_kinds import inbox
from sociable.facts.consent import consent, is_called
from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.rates import is_alike_each_day, times_a_day, timetable_of
from sociable.setup.quantities import rate_words
from sociable.setup.times import DAY
from sociable.vocabulary.consent_words import NOT_BY_THE_WAY
from sociable.vocabulary.crowds import MADE
from sociable.vocabulary.events import POSTED_HERE
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.verbs import REPOST

_NOT_AN_ANSWER = NOT_BY_THE_WAY | {"game", "art"}
"""Purposes with which an account tells people nothing that they had asked for."""

_HEARD = frozenset(("public", "group"))


def burst(step: StepFacts) -> int:
    """How many posts of one run certainly come within a day, at the first step of the fullest day; 0 at any other."""
    return _fullest(step.automation).get(step, 0)


@lru_cache(maxsize=8)
def _fullest(automation: AutomationFacts) -> dict[StepFacts, int]:
    now, posts = 0, list[tuple[int, StepFacts]]()
    for step in automation.steps:
        now += step.model.seconds
        if step.verb.group == "public_speech" and step.audience in _HEARD and not step.model.guards:
            posts.append((now, step))
    end, found = 0, (0, -1)
    for first, (begin, _) in enumerate(posts):
        while end < len(posts) and posts[end][0] < begin + DAY:
            end += 1
        found = max(found, (end - first, -first))
    return {posts[-found[1]][1]: found[0]} if posts else {}


def burst_words(step: StepFacts) -> str:
    """How often it happens, as it follows the name of the account; in the unit that the file gives."""
    times, usual = times_a_day(step), step.automation.model.usual
    if times <= 1:
        return f"publishes {burst(step)} posts within a day, beginning with this one"
    sent = next(iter(step.verb.counted_as), "posts")
    is_private = step.verb.group == "private_speech"
    to = "" if step.aim.size in ("nobody", "one") or not is_private else f" to {step.target.shown}"
    deed = "sends" if is_private else "publishes"
    where = f" (in `{step.automation.id}`)" if len(step.account.automations) > 1 else ""
    if usual is not None and usual.seconds not in (0, DAY) and not _has_limit(step):
        return f"{deed} {sent}{to}, usually {rate_words(usual)}{where}"
    timed = timetable_of(step.automation)
    if timed is not None and timed.meanwhile:
        return f"{deed} {sent}{to} {timed.words}{where}"
    day = "a day" if is_alike_each_day(step) else "on some days"
    if to and usual is None:
        return f"{deed} {sent} {times:,} times {day}{to}{where}"
    about = "about " if usual is not None and not _has_limit(step) else ""
    return f"{deed} {about}{times:,} {sent} {day}{to}{_sender(step) if is_private and not to else ''}{where}"


def _sender(step: StepFacts) -> str:
    """By whom private messages go out one at a time, as it follows how many there are."""
    return ", a person sending each one" if step.automation.event.by_hand and step.approved else " by machine"


def burst_remedy(step: StepFacts) -> str:
    """What to do about it, in a sentence that asks for nothing that the file does already."""
    if times_a_day(step) <= 1:
        return "Take most of these posts out: two or three on a day are enough."
    group = step.automation.event.group
    is_private = step.verb.group == "private_speech"
    if group == "spoke_to_us" and (step.verb.answers or is_private):
        if step.purpose in _NOT_AN_ANSWER or is_called(step.automation):
            return _most_answers(step)
        if not (is_private or step.purpose == "support"):
            return _ANSWERED_ALONE
        return _where_many_ask(step)
    if is_private:
        wanted = _REMEDIES_IN_PRIVATE.get(consent(step), _ONLY_IF_ASKED)
        is_to_each = step.automation.model.usual is None and step.aim.size not in ("nobody", "one")
        return f"Write less often, such as once a day. {wanted}" if is_to_each else wanted
    return _remedy_in_public(step, group)


_ANSWERED_ALONE = (
    "Give no answer where nothing is asked, and say how many there may be in a day at most, such as `limit: 10 per "
    "day`."
)
_SAID_TO_ALL = "Say what so many ask where all find it, such as {place}."


def _where_many_ask(step: StepFacts) -> str:
    if inbox(step.account) == "unread":
        return _READ_BY_A_PERSON
    told = _WORD_FOR_A_PERSON if step.automation.event.answered_by else _SAID_TO_ALL
    return told.format(place=platform_row(step.account.platform).shown_to_all)


_WORD_FOR_A_PERSON = (
    "Let a word bring whoever is not helped to a person (an automation that waits for it, with `assign`). Say what so "
    "many ask where all find it as well, such as {place}."
)
_READ_BY_A_PERSON = (
    "Let a person read what people write (`inbox:` with `read_by:`), and let each answer say how to reach one. "
    "Then say what so many ask where all find it."
)


def _most_answers(step: StepFacts) -> str:
    return (
        "Set a lower limit, such as `limit: 10 per day`, and let whoever comes after that be answered later."
        if _has_limit(step)
        else "Say how many answers there may be in a day at most, such as `limit: 10 per day`, and let the others be "
        "answered later."
    )


_ONLY_IF_ASKED = "Write only to people who asked for it."
_REMEDIES_IN_PRIVATE = {
    "unstated": "Write only to people who asked for it, and write down to what they agreed (`agreed_to:`).",
    "asked": "Let people choose how much of it they get.",
    "agreed": "Let people choose how much of it they get.",
}


def _remedy_in_public(step: StepFacts, group: str) -> str:
    most = f"set a {'lower limit' if _has_limit(step) else 'maximum'}, such as `limit: 2 per day`"
    if step.verb.name == REPOST:
        return f"Share only what your readers would miss, and {most}."
    if step.automation.event.name == POSTED_HERE and step.text.provenance.quoted:
        return "Bring over only what somebody asks it to, or one list of links a day."
    if group == "in_our_room":
        return "Let it speak only when somebody calls it."
    if step.verb.answers and step.aim.kind != MADE:
        return "Answer only people who turned to the account."
    from sociable.facts.admissions import admitted

    if "same_again" in admitted(step.automation):
        return f"Publish each thing once, and {most}."
    return f"Put several things into one post, and {most}."


def _has_limit(step: StepFacts) -> bool:
    return step.model.limit is not None or step.automation.model.limit is not None
