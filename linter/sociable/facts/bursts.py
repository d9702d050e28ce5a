"""How much of what is published comes within a day: by the clock, or one post after the other in a single run."""

from functools import lru_cache

from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.rates import times_a_day
from sociable.setup.quantities import rate_words
from sociable.setup.times import DAY
from sociable.vocabulary.consent_words import NOT_BY_THE_WAY
from sociable.vocabulary.crowds import MADE
from sociable.vocabulary.verbs import REPOST

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
    """How often it happens in a day, as it follows the name of the account; a faster pace as the file says it."""
    times, usual = times_a_day(step), step.automation.model.usual
    if times <= 1:
        return f"publishes {burst(step)} posts within a day, beginning with this one"
    sent = next(iter(step.verb.counted_as), "posts")
    is_private = step.verb.group == "private_speech"
    to = "" if step.target.size in ("nobody", "one") or not is_private else f" to {step.target.shown}"
    deed = "sends" if is_private else "publishes"
    if usual is not None and 0 < usual.seconds < DAY:
        return f"{deed} {sent}{to}, usually {rate_words(usual)}"
    if to:
        return f"{deed} {sent} {times:,} times a day{to}"
    return f"{deed} {times:,} {sent} a day{' by itself' if is_private else ''}"


def burst_remedy(step: StepFacts) -> str:
    """What to do about it, in a sentence."""
    if times_a_day(step) <= 1:
        return "Take some of these posts out."
    group = step.automation.event.group
    if (
        group == "spoke_to_us"
        and (step.verb.answers or step.verb.group == "private_speech")
        and step.purpose not in NOT_BY_THE_WAY
    ):
        return "Say how many answers there may be in a day at most (`limit:`), and let a person give the others."
    if step.verb.group == "private_speech":
        return "Send it to each person once (`once_per: user`), and only to people who asked for it."
    return _remedy_in_public(step, group)


def _remedy_in_public(step: StepFacts, group: str) -> str:
    if step.verb.name == REPOST:
        return "Share only what your readers would miss, and set a maximum, such as `limit: 2 per day`."
    if group == "in_our_room":
        return "Write it once where all find it, such as in the rules or a pinned post, and seldom here (`limit:`)."
    if step.verb.answers and step.target.kind != MADE:
        return "Answer only people who turned to the account, and set a maximum with `limit:`."
    return "Say only what is new, put several things into one post, and set a maximum, such as `limit: 2 per day`."
