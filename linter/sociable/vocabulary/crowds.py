"""Crowds: sets of people that a step can be aimed at."""

from typing import NamedTuple


class Crowd(NamedTuple):
    """A set that a step can be aimed at.

    ``size``: ``bounded`` (our own relations) or ``open`` (whoever others are). ``takes`` is the
    argument in brackets: ``people``, ``words`` or nothing. ``through`` says what brings somebody
    into it: ``ours`` (they chose us), ``others`` (their tie to somebody else), ``search``, ``file``.
    ``grows_with`` is the event at our own account that adds a member.
    """

    name: str
    of: str
    size: str
    through: str
    takes: str = ""
    grows_with: str = ""


CROWDS = {
    row.name: row
    for row in (
        Crowd("followers", "people", "bounded", "ours", grows_with="followed"),
        Crowd("non_followers", "people", "bounded", "ours"),
        Crowd("following", "people", "bounded", "ours"),
        Crowd("unfollowers", "people", "bounded", "ours", grows_with="unfollowed"),
        Crowd("followers_of", "people", "open", "others", takes="people"),
        Crowd("following_of", "people", "open", "others", takes="people"),
        Crowd("likers_of", "people", "open", "others", takes="people"),
        Crowd("commenters_of", "people", "open", "others", takes="people"),
        Crowd("members_of", "people", "open", "others", takes="words"),
        Crowd("matching", "posts", "open", "search", takes="words"),
        Crowd("rows", "people", "bounded", "file", takes="words"),
        Crowd("list", "people", "bounded", "file", takes="words"),
    )
}

TARGET_KINDS = {
    "person": "the person behind the event",
    "post": "the post the event is about",
    "handle": "one named person",
    "account": "one of our own accounts",
    "value": "whatever a former step produced",
    "nobody": "nobody",
    **{name: f"the set `{name}`" for name in CROWDS},
}

SIZES = {"nobody": "nobody", "one": "one person", "bounded": "a known set", "open": "whoever they turn out to be"}

THROUGH = {
    "nothing": "there is no set",
    "ours": "they chose us",
    "others": "through their tie to somebody else",
    "search": "through a search",
    "file": "from a list or table",
}

FETCHED = {"trends": "trend"}
"""What ``fetch`` can get besides people and web addresses, with the origin of what it yields."""

NUMBER_OF = "count"
"""What a fetched set is asked for how many it holds: ``{{ gone.count }}``."""
