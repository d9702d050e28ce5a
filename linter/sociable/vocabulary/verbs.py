"""Verbs: what a step can do, whom it reaches and what it sets off."""

from typing import NamedTuple


class Cause(NamedTuple):
    """An event that a verb sets off at the ``target``, at ``self``, or at whoever ``watches`` us."""

    event: str
    where: str


class Verb(NamedTuple):
    """Something a step can do.

    ``effect``: ``fresh`` (a new thing each time), ``set`` or ``unset`` (twice changes nothing more),
    ``none``. ``argument`` is what the short form holds. ``target`` is what it is aimed at when the
    step does not say (empty: nothing, ``?``: the step has to say). ``undoes`` is its inverse.
    """

    name: str
    group: str
    audience: str
    effect: str
    argument: str
    target: str = ""
    causes: tuple[Cause, ...] = ()
    undoes: str = ""
    keys: tuple[str, ...] = ()


VERB_GROUPS = {
    "public_speech": "public speech",
    "private_speech": "private speech",
    "tie": "ties",
    "reaction": "reactions",
    "housekeeping": "housekeeping",
    "inward": "inward",
}

EFFECTS = {
    "fresh": "a new thing each time",
    "set": "doing it twice changes nothing",
    "unset": "takes something back; doing it twice changes nothing",
    "none": "nothing outside changes",
}

_SPEECH = ("media", "link", "language", "title", "channel")
_SEEN = (Cause("account_posted", "watchers"), Cause("post_matched", "watchers"))


def _at_target(*events: str) -> tuple[Cause, ...]:
    return tuple(Cause(event, "target") for event in events)


VERBS = {
    row.name: row
    for row in (
        Verb("post", "public_speech", "public", "fresh", "text", "", (Cause("posted", "self"), *_SEEN), "", _SPEECH),
        Verb("story", "public_speech", "public", "fresh", "text", "", (Cause("posted", "self"),), "", _SPEECH),
        Verb(
            "reply",
            "public_speech",
            "public",
            "fresh",
            "text",
            "event.post",
            _at_target("replied", "mentioned"),
            "",
            _SPEECH,
        ),
        Verb("comment", "public_speech", "public", "fresh", "text", "event.post", _at_target("commented"), "", _SPEECH),
        Verb(
            "quote",
            "public_speech",
            "public",
            "fresh",
            "text",
            "event.post",
            (*_at_target("quoted"), *_SEEN),
            "",
            _SPEECH,
        ),
        Verb("repost", "public_speech", "public", "set", "target", "event.post", (*_at_target("reposted"), *_SEEN)),
        Verb("dm", "private_speech", "person", "fresh", "text", "event.user", _at_target("messaged"), "", _SPEECH),
        Verb(
            "email",
            "private_speech",
            "person",
            "fresh",
            "text",
            "event.user",
            _at_target("messaged"),
            "",
            (*_SPEECH, "subject"),
        ),
        Verb("invite", "private_speech", "person", "fresh", "text", "event.user", (), "", ("group",)),
        Verb("follow", "tie", "person", "set", "target", "event.user", _at_target("followed")),
        Verb("unfollow", "tie", "person", "unset", "target", "event.user", _at_target("unfollowed"), "follow"),
        Verb(
            "connect", "tie", "person", "set", "target", "event.user", _at_target("connection_requested"), "", ("text",)
        ),
        Verb("accept", "tie", "person", "set", "target", "event.user"),
        Verb("decline", "tie", "person", "unset", "target", "event.user", (), "accept"),
        Verb("block", "tie", "person", "set", "target", "event.user", _at_target("blocked")),
        Verb("unblock", "tie", "person", "unset", "target", "event.user", (), "block"),
        Verb("mute", "tie", "inward", "set", "target", "event.user"),
        Verb("remove_follower", "tie", "person", "unset", "target", "event.user"),
        Verb("list_add", "tie", "person", "set", "target", "event.user", (), "", ("list",)),
        Verb("list_remove", "tie", "person", "unset", "target", "event.user", (), "list_add", ("list",)),
        Verb("join", "tie", "group", "set", "target", "?", _at_target("joined")),
        Verb("leave", "tie", "group", "unset", "target", "?", _at_target("left"), "join"),
        Verb("like", "reaction", "person", "set", "target", "event.post", _at_target("liked")),
        Verb("unlike", "reaction", "person", "unset", "target", "event.post", (), "like"),
        Verb("react", "reaction", "person", "set", "target", "event.post", _at_target("reacted"), "", ("emoji",)),
        Verb("vote", "reaction", "person", "set", "target", "event.post"),
        Verb("view", "reaction", "person", "fresh", "target", "event.user", _at_target("visited_profile")),
        Verb("hide", "housekeeping", "person", "set", "target", "event.post"),
        Verb("delete", "housekeeping", "person", "set", "target", "event.post"),
        Verb("report", "housekeeping", "person", "set", "target", "event.post"),
        Verb("warn", "housekeeping", "person", "set", "text", "event.user"),
        Verb("pin", "housekeeping", "public", "set", "target", "event.post"),
        Verb("notify", "inward", "inward", "none", "text", "", (), "", ("to",)),
        Verb("assign", "inward", "inward", "none", "person", "", (), "", ("text",)),
        Verb("draft", "inward", "inward", "none", "text", "", (), "", ("to",)),
        Verb("ask", "inward", "inward", "none", "person", "", (), "", ("text",)),
        Verb("log", "inward", "inward", "none", "text"),
        Verb("store", "inward", "inward", "none", "text", "", (), "", ("to",)),
        Verb("generate", "inward", "inward", "none", "names"),
        Verb("fetch", "inward", "inward", "none", "names"),
        Verb("wait", "inward", "inward", "none", "duration"),
        Verb("webhook", "inward", "inward", "none", "address"),
        Verb("stop", "inward", "inward", "none", "nothing"),
    )
}

PHRASES = {
    "post": "posts",
    "story": "publishes a story",
    "reply": "replies to {}",
    "comment": "comments on a post of {}",
    "quote": "quotes {}",
    "repost": "reposts {}",
    "dm": "writes to {}",
    "email": "sends an e-mail to {}",
    "invite": "invites {}",
    "follow": "follows {}",
    "unfollow": "unfollows {}",
    "connect": "asks {} to connect",
    "accept": "accepts {}",
    "decline": "declines {}",
    "block": "blocks {}",
    "unblock": "unblocks {}",
    "mute": "mutes {}",
    "remove_follower": "removes {} from its followers",
    "list_add": "puts {} on a list",
    "list_remove": "takes {} off a list",
    "like": "likes a post of {}",
    "unlike": "takes back its like of a post of {}",
    "react": "reacts to a post of {}",
    "vote": "votes on a post of {}",
    "view": "looks at the profile of {}",
    "hide": "hides a post of {}",
    "delete": "deletes a post of {}",
    "report": "reports a post of {}",
    "warn": "warns {}",
    "pin": "pins a post of {}",
    "notify": "tells {}",
    "assign": "hands it to {}",
    "draft": "drafts something for {}",
    "ask": "asks {}",
    "log": "keeps a log",
    "store": "stores something",
    "webhook": "calls a web address",
    "generate": "lets an AI write something",
    "fetch": "fetches something",
    "wait": "waits",
    "stop": "stops",
    "join": "joins {}",
    "leave": "leaves {}",
}
"""What a person would see an account do; ``{}`` is whom it does it to."""
