"""Whose posts something is done to: told when a finding is, and the same for all that can be done to a post."""

from sociable.facts.facts import AutomationFacts, StepFacts
from sociable.facts.rooms import named_where_heard
from sociable.kinds.person_words import person, watched_ones
from sociable.text.wording import listed
from sociable.vocabulary.crowds import PERSON, POST
from sociable.vocabulary.events import POSTED_HERE
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.roles import ROLES


def posts_in_words(step: StepFacts, named: str) -> str:
    """The posts, and whose they are or where they stand; ``named`` are those whom the file names."""
    posts: str = platform_row(step.account.platform).posts_are
    own = step.own_post_of
    if own is not None and not named:
        return f"its own {posts}" if own is step.account else f"{posts} of {own.shown}"
    crowd = step.aim.model.crowd if step.aim.model is not None else None
    if crowd is not None and crowd.of == "posts":
        return step.target.shown.replace("posts", posts, 1)
    whose = named or (step.target.shown if crowd is not None else "")
    if step.aim.kind == PERSON and step.automation.event.has_person:
        whose = whose or person(step.automation)
    if whose or step.aim.kind != POST or not step.automation.event.has_post:
        return f"{posts} of {whose}" if whose else posts
    return _brought(step.automation, posts)


def heard_in_words(automation: AutomationFacts) -> str:
    """The posts that an event brings, and whose they are or where they stand."""
    posts: str = platform_row(automation.account.platform).posts_are
    watched = watched_ones(automation)
    return f"{posts} of {watched}" if watched else _brought(automation, posts)


def _brought(automation: AutomationFacts, posts: str) -> str:
    """What an event brings, of whom by their roles, and in which room."""
    event = automation.event
    roles = [ROLES[name].phrases for name in automation.model.trigger.narrowed.get("from", ()) if name in ROLES]
    if roles:
        what = posts if event.author == "watched" else event.brings or posts
        return f"{what} by {listed(roles).replace('this account', 'it')}"
    rooms = named_where_heard(automation, "or") if event.name == POSTED_HERE else ""
    return f"{posts} in {rooms}" if rooms else event.brings.replace("posts", posts, 1) or posts
