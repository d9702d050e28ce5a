"""How the same thing comes again, and what to do about it."""

from sociable.facts.facts import StepFacts
from sociable.facts.said_again import Repeat, has_own_posts
from sociable.kinds.person_words import person
from sociable.text.wording import listed
from sociable.vocabulary.platforms import platform_row

_BROUGHT = {
    "row": ("lines of the table", "published"),
    "item": ("entries of the feed", "published"),
    "payload": ("calls", "told"),
}
"""What ``once_per:`` counts, in the words of whoever filled the table or reads the feed, and what was done with it."""


def again_words(repeat: Repeat) -> str:
    """How the same thing comes again, as it follows the name of the account; empty on several."""
    names = sorted({step.automation.id for step in repeat.steps})
    here = listed([f"`{name}`" for name in names])
    if repeat.again == "unremembered":
        whom = person(repeat.first.automation)
        return f"gives {whom} the same answer again and again, as the file says (`once_per: none` in {here})"
    if repeat.again == "restart" and has_own_posts(repeat.first):
        return f"publishes its own old posts again, and nothing says which of them (in {here})"
    if repeat.again == "restart":
        what = _BROUGHT[_brought(repeat)][0]
        return f"may publish the same {what} again the next time it runs (in {here})"
    told = {
        "twice": "says the same thing twice",
        "routes": "says the same thing twice, because it comes by two ways",
    }
    return f"{told[repeat.again]} (in {here})" if repeat.again in told else ""


def again_remedy(repeat: Repeat) -> str:
    """What to do about it."""
    if repeat.again == "unremembered":
        here = f"`{repeat.first.automation.id}`"
        event = repeat.first.automation.event
        return _ONCE.format(event.brings.partition(" ")[0], here) if event.left_standing else _ONCE_A_DAY.format(here)
    if repeat.again == "restart" and has_own_posts(repeat.first):
        return (
            f"Take the post out of `{repeat.second.automation.id}`, or let a person choose the few that are worth it "
            "again (`approval: human`, beside the verb)."
        )
    if repeat.again == "restart":
        brought = _brought(repeat)
        what, done = _BROUGHT[brought]
        return (
            f"Let the program remember which {what} it has {done} already: write `once_per: {brought}` in "
            f"`{repeat.first.automation.id}`, beside `when:`. {_ANEW}"
        )
    return {"twice": "Take one of the two out.", "routes": "Keep one of the two ways."}.get(repeat.again, "")


_ANEW = "What is meant to come again then needs a line of its own."
_ONCE = (
    "Let it answer each of the {} once: write `once_per: post` in {}, beside `when:`, in the place of `none` (each of "
    "them counts as a post)."
)
_ONCE_A_DAY = (
    "Give it to the same person once a day at most: write `once_per: user per day` in {}, beside `when:`, in the place "
    "of `none`."
)


def _brought(repeat: Repeat) -> str:
    carries = repeat.first.automation.event.carries
    return next((word for word in ("item", "payload") if word in carries), "row")


def is_copied(repeat: Repeat) -> bool:
    """Whether one account publishes what the other posts."""
    return len(repeat.steps) == 2 and (_copies(repeat.second, repeat.first) or _copies(repeat.first, repeat.second))


def copying(repeat: Repeat) -> str:
    """Who publishes what again; empty where nobody does."""
    told = [(one.account.shown, other.account.shown) for one, other in _each_way(repeat) if _copies(one, other)]
    if not told:
        return ""
    who, whose = told[0]
    said = f"{who} publishes again what {whose} posts{f', and {whose} what {who} posts' if len(told) > 1 else ''}"
    on = platform_row(repeat.second.account.platform).title
    return f"{said}{f', on {on}' if on else ''}"


def copying_remedy(repeat: Repeat) -> str:
    """Which copies to take out."""
    copies = [f"`{one.automation.id}`" for one, other in _each_way(repeat) if _copies(one, other)]
    return f"Take the post out of {' and out of '.join(copies)}, and let each account say its own in its own words."


def _each_way(repeat: Repeat) -> tuple[tuple[StepFacts, StepFacts], ...]:
    return (repeat.second, repeat.first), (repeat.first, repeat.second)


def _copies(one: StepFacts, other: StepFacts) -> bool:
    return one.automation.event.author == "watched" and one.facts.only_author(one.automation) is other.account
