"""Events: what can start an automation, and what each carries."""

from typing import NamedTuple


class Field(NamedTuple):
    """Something to be read off what an event carries.

    ``type`` is ``text``, ``number``, ``flag``, ``when`` or ``any``; ``origin`` says whose content it is.
    """

    name: str
    type: str
    origin: str


class Event(NamedTuple):
    """Something that can start an automation.

    ``asked``: did the person behind it ask for an answer? ``yes``, ``in_reply`` (only to that very
    post), ``no``, ``chosen`` (a person of ours picked it) or ``nobody`` (there is no such person).
    ``person`` is how a sentence speaks of whoever did it; ``keys`` are what ``when:`` may narrow.
    """

    name: str
    group: str
    asked: str
    carries: tuple[str, ...]
    person: str
    keys: tuple[str, ...] = ()


EVENT_GROUPS = {
    "spoke_to_us": "they spoke to us",
    "acted_towards_us": "they acted towards us",
    "left_us": "they left; leave them alone",
    "elsewhere": "they did something elsewhere",
    "our_doing": "our own doings",
    "the_world": "the world",
}

ASKED = {
    "yes": "the person asked for an answer",
    "in_reply": "the person asked for an answer to that very post, and nothing more",
    "no": "the person did not ask for anything",
    "chosen": "a person of ours chose it",
    "nobody": "there is no person behind it",
}

_CONTENT = ("contains", "language", "from")
_SPOKEN_POST = ("user", "post")
_ACT = ("user",)

EVENTS = {
    row.name: row
    for row in (
        Event("mentioned", "spoke_to_us", "yes", _SPOKEN_POST, "the person who mentioned us", _CONTENT),
        Event("replied", "spoke_to_us", "yes", _SPOKEN_POST, "the person who replied to us", _CONTENT),
        Event("commented", "spoke_to_us", "yes", _SPOKEN_POST, "the person who commented", (*_CONTENT, "on")),
        Event("messaged", "spoke_to_us", "yes", ("user", "message"), "the person who wrote to us", _CONTENT),
        Event("tagged", "spoke_to_us", "yes", _SPOKEN_POST, "the person who tagged us", _CONTENT),
        Event("reviewed", "spoke_to_us", "yes", ("user", "review"), "the person who reviewed us", _CONTENT),
        Event("quoted", "spoke_to_us", "in_reply", _SPOKEN_POST, "the person who quoted us", _CONTENT),
        Event("opted_in", "spoke_to_us", "yes", ("user", "form"), "the person who opted in", ("to",)),
        Event("command", "spoke_to_us", "yes", ("user", "message"), "the person who gave the command", ("named",)),
        Event("followed", "acted_towards_us", "no", _ACT, "the person who followed us", ("from",)),
        Event("connection_requested", "acted_towards_us", "no", _ACT, "the person who asked to connect", ("from",)),
        Event("liked", "acted_towards_us", "no", _SPOKEN_POST, "the person who liked our post", ("from",)),
        Event("reposted", "acted_towards_us", "no", _SPOKEN_POST, "the person who reposted us", ("from",)),
        Event("reacted", "acted_towards_us", "no", _SPOKEN_POST, "the person who reacted to us", ("from",)),
        Event("joined", "acted_towards_us", "no", _ACT, "the person who joined", ("group",)),
        Event("subscribed", "acted_towards_us", "no", _ACT, "the person who subscribed", ("from",)),
        Event("visited_profile", "acted_towards_us", "no", _ACT, "the person who looked at our profile", ("from",)),
        Event("unfollowed", "left_us", "no", _ACT, "the person who stopped following", ("from",)),
        Event("unsubscribed", "left_us", "no", _ACT, "the person who unsubscribed", ("from",)),
        Event("left", "left_us", "no", _ACT, "the person who left", ("group",)),
        Event("opted_out", "left_us", "no", _ACT, "the person who opted out", ("from",)),
        Event("blocked", "left_us", "no", _ACT, "the person who blocked us", ("from",)),
        Event(
            "post_matched",
            "elsewhere",
            "no",
            _SPOKEN_POST,
            "somebody whose post a search found",
            (*_CONTENT, "keywords", "hashtags", "search"),
        ),
        Event("account_posted", "elsewhere", "no", _SPOKEN_POST, "somebody who posted elsewhere", _CONTENT),
        Event("trend_started", "elsewhere", "nobody", ("trend",), "nobody in particular", ("place", "contains")),
        Event("posted", "our_doing", "nobody", ("post",), "nobody in particular", ("contains", "language")),
        Event("milestone", "our_doing", "nobody", ("count",), "nobody in particular", ("followers", "posts")),
        Event("approved", "our_doing", "chosen", ("user", "post"), "somebody a colleague chose", ("by",)),
        Event("schedule", "the_world", "nobody", (), "nobody in particular", ("every", "at", "on", "cron", "timezone")),
        Event("feed_item", "the_world", "nobody", ("item",), "nobody in particular", ("feed", "contains")),
        Event("webhook", "the_world", "nobody", ("payload",), "nobody in particular", ("named",)),
        Event("row_added", "the_world", "nobody", ("row",), "somebody in a table", ("sheet", "contains")),
        Event("order_placed", "the_world", "no", ("user", "order"), "the customer", ("shop",)),
        Event("manual", "the_world", "chosen", _SPOKEN_POST, "somebody a colleague chose", ("by",)),
    )
}

TRIGGER_KEYS = {
    "contains": ("words", "only when the text holds one of these words"),
    "keywords": ("words", "words to search for"),
    "hashtags": ("words", "hashtags to search for"),
    "search": ("text", "a search in the platform's own syntax"),
    "language": ("words", "only in these languages"),
    "from": ("words", "only from these accounts"),
    "on": ("words", "which posts, or which days"),
    "to": ("text", "what they opted in to"),
    "named": ("text", "the name of the command or web hook"),
    "group": ("text", "the group, channel, server or list"),
    "place": ("text", "where it is trending"),
    "followers": ("count", "this many followers"),
    "posts": ("count", "this many posts"),
    "by": ("text", "who chooses"),
    "every": ("pace", "how often, such as 1 hour"),
    "at": ("words", "at which times of day"),
    "cron": ("text", "a cron line"),
    "timezone": ("text", "an IANA time zone"),
    "feed": ("text", "the address of the feed"),
    "sheet": ("text", "the name of the table"),
    "shop": ("text", "the name of the shop"),
}

CARRIED = {
    "user": (
        Field("handle", "text", "identity"),
        Field("name", "text", "identity"),
        Field("url", "text", "identity"),
        Field("email", "text", "contact"),
        Field("id", "text", "identity"),
        Field("bio", "text", "words"),
        Field("location", "text", "identity"),
        Field("language", "text", "measure"),
        Field("followers", "number", "measure"),
        Field("following", "number", "measure"),
        Field("joined_at", "when", "measure"),
        Field("is_bot", "flag", "measure"),
        Field("is_follower", "flag", "measure"),
        Field("is_followed", "flag", "measure"),
        Field("is_verified", "flag", "measure"),
    ),
    "post": (
        Field("text", "text", "words"),
        Field("url", "text", "link"),
        Field("author", "text", "identity"),
        Field("likes", "number", "measure"),
        Field("reposts", "number", "measure"),
        Field("replies", "number", "measure"),
        Field("sentiment", "text", "measure"),
        Field("language", "text", "measure"),
        Field("hashtags", "text", "words"),
        Field("media", "text", "words"),
        Field("is_reply", "flag", "measure"),
        Field("posted_at", "when", "measure"),
    ),
    "message": (
        Field("text", "text", "private"),
        Field("media", "text", "private"),
        Field("sentiment", "text", "measure"),
        Field("language", "text", "measure"),
        Field("sent_at", "when", "measure"),
    ),
    "review": (
        Field("text", "text", "words"),
        Field("rating", "number", "measure"),
        Field("sentiment", "text", "measure"),
        Field("language", "text", "measure"),
    ),
    "form": (Field("*", "any", "private"),),
    "trend": (Field("name", "text", "trend"), Field("volume", "number", "measure"), Field("place", "text", "trend")),
    "count": (Field("followers", "number", "measure"), Field("posts", "number", "measure")),
    "item": (
        Field("title", "text", "feed"),
        Field("text", "text", "feed"),
        Field("summary", "text", "feed"),
        Field("url", "text", "feed"),
        Field("author", "text", "feed"),
        Field("image", "text", "feed"),
        Field("published_at", "when", "measure"),
    ),
    "payload": (Field("*", "any", "data"),),
    "row": (Field("*", "any", "data"),),
    "order": (Field("*", "any", "data"),),
}
"""What ``event.…`` may hold. ``*`` stands for columns that only the outside table knows."""

CONTACT_COLUMNS = frozenset(
    (
        "email",
        "e_mail",
        "email_address",
        "phone",
        "phone_number",
        "telephone",
        "mobile",
        "address",
        "street",
        "postcode",
    )
)
"""Columns of an outside table that tell how to reach somebody, as people usually name them."""
