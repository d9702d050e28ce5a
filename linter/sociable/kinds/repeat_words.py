"""How the same thing comes again, and what to do about it."""

from sociable.facts.said_again import Repeat, has_own_posts
from sociable.text.wording import listed

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
        return f"gives the same answer again and again, as the file says (`once_per: none` in {here})"
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
        return _ONCE if repeat.first.automation.event.left_standing else _ONCE_A_DAY
    if repeat.again == "restart" and has_own_posts(repeat.first):
        return "Let a person choose which of them come again: `approval: human`."
    if repeat.again == "restart":
        brought = _brought(repeat)
        what, done = _BROUGHT[brought]
        return f"Let the program remember which {what} it has {done} already: `once_per: {brought}`. {_ANEW}"
    return {"twice": "Take one of the two out.", "routes": "Keep one of the two ways."}.get(repeat.again, "")


_ANEW = "What is meant to come again then needs a line of its own."
_ONCE = "Let it answer each of them once: `once_per: post`."
_ONCE_A_DAY = "Give it to the same person once a day at most: `once_per: user per day`."


def _brought(repeat: Repeat) -> str:
    carries = repeat.first.automation.event.carries
    return next((word for word in ("item", "payload") if word in carries), "row")
