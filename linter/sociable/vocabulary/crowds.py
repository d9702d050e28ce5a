"""Crowds: sets of people that a step can be aimed at."""

from sociable.records.record import Record

PERSON = "person"
"""The one behind the event, as against the crowds, which go by their own names."""

POST = "post"
"""What the event is about."""

LISTED = "list"
"""The set that a name under `lists:` stands for."""

MADE = "made"
"""What a former step made, and was given a name."""


OWN_POSTS = "own_posts"
"""What this account has posted before."""


class Crowd(Record):
    """A set that a step can be aimed at.

    ``size``: ``bounded`` (our own relations) or ``open`` (whoever others are). ``through`` says what brings somebody
    into it: ``ours`` (they chose us), ``team`` (they work with us), ``others`` (their tie to somebody else),
    ``search``, ``file``. ``phrase`` is what it is called in a sentence, ``{}`` being whose it is; ``stand_in`` what
    somebody is called who stands for it. ``takes`` is the argument in brackets: ``people``, ``words`` or nothing.
    ``grows_with`` is the event at our own account that adds a member.

    ``follows`` says who is in it as far as it is known who follows whom: they ``do``, they ``did``, they are
    ``followed``, or that and they do not follow back (``unreturned``); empty: nothing is known of it.

    ``act`` is what brought somebody into it (``consent_words``), ``known`` how its people stand to us whatever the file
    says, ``price`` what they gave that others take for praise. ``is_written_down``: somebody wrote down who is in it.
    """

    name: str
    of: str
    size: str
    through: str
    phrase: str
    stand_in: str
    takes: str = ""
    grows_with: str = ""
    follows: str = ""
    act: str = ""
    known: str = ""
    price: str = ""
    is_written_down: bool = False


# fmt: off
CROWDS = {
    row.name: row
    for row in (
        Crowd("followers", "people", "bounded", "ours", "the followers of this account", "follower",
              grows_with="followed", follows="do", price="follow"),
        Crowd("non_followers", "people", "bounded", "ours", "the people who do not follow back", "non-follower",
              follows="unreturned"),
        Crowd("following", "people", "bounded", "ours", "the people this account follows", "followed",
              follows="followed"),
        Crowd("unfollowers", "people", "bounded", "ours", "the people who stopped following", "unfollower",
              grows_with="unfollowed", follows="did", known="ended"),
        Crowd("members", "people", "bounded", "ours", "the members of the room", "member", grows_with="joined",
              price="join"),
        Crowd("moderators", "people", "bounded", "team", "the moderators of the room", "moderator"),
        Crowd("staff", "people", "bounded", "team", "the people who work here", "colleague"),
        Crowd("customers", "people", "bounded", "ours", "the people who bought something", "customer",
              grows_with="order_placed", act="bought"),
        Crowd("writers", "people", "bounded", "ours", "the people who wrote to this account", "writer",
              grows_with="messaged", act="wrote"),
        Crowd("mentioners", "people", "bounded", "ours", "the people who mentioned this account", "mentioner",
              grows_with="mentioned", act="spoke", price="tag"),
        Crowd("followers_of", "people", "open", "others", "the followers of {}", "follower", takes="people",
              follows="do", price="follow_others"),
        Crowd("following_of", "people", "open", "others", "the people {} follows", "followed", takes="people",
              follows="followed"),
        Crowd("likers_of", "people", "open", "others", "the people who liked {}", "liker", takes="people",
              price="like"),
        Crowd("commenters_of", "people", "open", "others", "the people who commented on {}", "commenter",
              takes="people"),
        Crowd("reposters_of", "people", "open", "others", "the people who reposted {}", "reposter", takes="people",
              price="repost"),
        Crowd("found", "people", "open", "search", "the people whom a search for {} found", "found", takes="words",
              known="taken"),
        Crowd("strangers", "people", "open", "search", "people without any tie to this account", "stranger",
              known="taken"),
        Crowd("members_of", "people", "open", "others", "the members of {}", "member", takes="words", price="join"),
        Crowd("matching", "posts", "open", "search", "posts that match {}", "author", takes="words"),
        Crowd("posts_of", "posts", "open", "others", "the posts of {}", "author", takes="people"),
        Crowd(OWN_POSTS, "posts", "bounded", "ours", "the posts of this account", "author"),
        Crowd("rows", "people", "bounded", "file", "the people in the table {}", "listed", takes="words",
              is_written_down=True),
        Crowd("list", "people", "bounded", "file", "the people on the list {}", "listed", takes="words",
              is_written_down=True),
    )
}
# fmt: on

GROWING = frozenset(row.grows_with for row in CROWDS.values() if row.grows_with)
"""The events that add somebody to a set."""

TARGET_KINDS = {
    PERSON: "the person behind the event",
    POST: "the post the event is about",
    "handle": "one named person",
    "account": "one of our own accounts",
    "value": "whatever a former step produced",
    MADE: "what a former step made",
    "operator": "the person who answers for the account",
    "nobody": "nobody",
    **{name: f"the set `{name}`" for name in CROWDS},
}

SIZES = {"nobody": "nobody", "one": "one person", "bounded": "a known set", "open": "whoever they turn out to be"}

THROUGH = {
    "nothing": "there is no set",
    "ours": "they chose us",
    "team": "they work with us",
    "others": "through their tie to somebody else",
    "search": "through a search",
    "file": "from a list or table",
}

ROWS = "rows"
"""The crowd that is a table: who is in it, and whether it is people at all, its columns say."""

FETCHED_FIELDS = {"trends": ("name", "volume", "place", "count"), "code": ()}
"""What can be asked of it."""

PAGE_FIELDS = ("*",)
"""What can be asked of what stands at a web address: a program may answer there with anything."""

PEOPLE_FIELDS = ("count", "handle", "name", "url", "id", "email", "bio", "language", "followers", "following")
"""What can be asked of a set of people."""

CODE = "code"
"""What a program works out."""

FETCHED = {"trends": "trend", CODE: "code"}
"""What ``fetch`` can get besides people and web addresses, with the origin of what it yields."""

NUMBER_OF = "count"
"""What a fetched set is asked for how many it holds: ``{{ gone.count }}``."""


_OF_LIST, _END = f'{LISTED}("', '")'


def set_called(word: str) -> str:
    """The name of a role, a list or a set, in small letters, without the brackets that say that it is a list."""
    plain = word.casefold()
    return plain[len(_OF_LIST) : -len(_END)] if plain.startswith(_OF_LIST) and plain.endswith(_END) else plain
