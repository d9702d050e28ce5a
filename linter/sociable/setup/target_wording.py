"""Whom a step is aimed at, in words."""

from sociable.facts.facts import TargetFacts
from sociable.setup.model import Target
from sociable.vocabulary.crowds import CROWDS

_CROWDS = {
    "followers": "the followers of this account",
    "non_followers": "the people who do not follow back",
    "following": "the people this account follows",
    "unfollowers": "the people who stopped following",
    "followers_of": "the followers of {}",
    "following_of": "the people {} follows",
    "likers_of": "the people who liked {}",
    "commenters_of": "the people who commented on {}",
    "members_of": "the members of {}",
    "matching": "posts that match {}",
    "rows": "the rows of {}",
    "list": "the list {}",
}


def target_phrase(target: Target | None) -> str:
    """Whom a step is aimed at, as words."""
    if target is None:
        return "nobody"
    if target.crowd is not None:
        of = target_phrase(target.of) if target.of else f"“{target.name}”"
        return _CROWDS[target.kind].format(of)
    return {"person": "that person", "post": "that post"}.get(target.kind, target.name)


def whom(target: TargetFacts) -> str:
    """Whom a step is aimed at: a search finds posts, and what is done to people reaches those behind them."""
    phrase = target_phrase(target.model)
    is_for_people = target.step.verb.target == "event.user"
    return f"the people behind {phrase}" if is_for_people and target.kind == "matching" else phrase


def crowd_phrase(name: str) -> str:
    """A set of people or posts by its name, whoever they belong to."""
    if CROWDS[name].of == "posts":
        return "posts that a search found"
    return _CROWDS[name].format("somebody")
