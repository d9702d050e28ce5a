"""Verbs: what a step can do, whom it reaches and what it sets off."""

from sociable.records.record import Record
from sociable.vocabulary.events import POSTED_HERE


class Cause(Record):
    """An event that a verb sets off at the ``target``, at ``self``, or at ``watchers``: whoever watches us.

    ``searchers`` are those among them who search, where searches find answers as well as posts.
    """

    event: str
    where: str


NOTICED = frozenset(("watchers", "searchers"))
"""Where nobody is meant, and whoever looks out for it notices."""


class Verb(Record):
    """Something a step can do.

    ``effect``: ``fresh`` (a new thing each time), ``set`` or ``unset`` (twice changes nothing more),
    ``none``. ``argument`` is what the short form holds. ``does`` is what a person would see an account do, ``{}``
    being whom it does it to; ``drawn`` the same where a picture says it in other words. ``target`` is what it is
    aimed at when the step does not say (empty: nothing, ``?``: the step has to say). ``causes`` are the events that
    it brings about, ``undoes`` is its inverse, ``keys`` stand beside its argument.

    ``counted_as`` is what several of it are called, the nearest word first. ``answers``: it is an answer to a post;
    ``stays_in_thread``: aimed at the one behind an event, it carries on the conversation; ``is_capped``:
    ``max_replies_per_thread`` counts it. ``in_run`` is what it is for the rest of a run: it ``ends`` it, ``asks`` a
    person for a yes, ``waits``, or makes values that an AI ``writes``, it ``looks_up`` or it ``draws`` by lot out of a
    set; empty: nothing. ``people_data`` is what becomes of who people are: ``kept``, ``handed_on`` to somebody outside,
    or nothing by itself (empty). ``goes_on`` is what an account goes on doing with it, where that is neither posting,
    writing nor answering. ``needed`` are the keys of the long form without which it says too little.
    """

    name: str
    group: str
    audience: str
    effect: str
    argument: str
    does: str
    drawn: str = ""
    target: str = ""
    causes: tuple[Cause, ...] = ()
    undoes: str = ""
    keys: tuple[str, ...] = ()
    counted_as: tuple[str, ...] = ()
    answers: bool = False
    stays_in_thread: bool = False
    is_capped: bool = False
    in_run: str = ""
    people_data: str = ""
    goes_on: str = ""
    needed: tuple[str, ...] = ()

    @property
    def is_seen(self) -> bool:
        """Whether it is worth telling; the others only prepare what comes after, or end it."""
        return self.in_run in ("", "asks")

    @property
    def speaks(self) -> bool:
        """Whether it says something to people outside."""
        return self.group in ("public_speech", "private_speech")

    @property
    def is_tie(self) -> bool:
        """Whether it makes or ends a tie between people."""
        return self.group == "tie"

    @property
    def is_for_colleague(self) -> bool:
        """Whether it brings what happened before a person of ours, whom it names."""
        return self.argument == "person"

    @property
    def hands_over(self) -> bool:
        """Whether it leaves the rest to that person of ours."""
        return self.is_for_colleague and not self.in_run

    @property
    def is_for_people(self) -> bool:
        """Whether it is aimed at a person, not at a post, unless the step says otherwise."""
        return self.target == "event.user"


VERB_GROUPS = {
    "public_speech": "public speech",
    "private_speech": "private speech",
    "tie": "ties",
    "reaction": "reactions",
    "handing_on": "handing over data or money",
    "housekeeping": "housekeeping",
    "inward": "inward",
}

EFFECTS = {
    "fresh": "a new thing each time",
    "set": "doing it twice changes nothing",
    "unset": "takes something back; doing it twice changes nothing",
    "none": "nothing outside changes",
}

_SPEECH = ("media", "link", "language", "title", "channel", "mentions", "names", "buttons")
_PLACED = (*_SPEECH, "in")
_IN_THE_ROOM = Cause(POSTED_HERE, "watchers")
_FOUND = Cause("post_matched", "searchers")
_SEEN = (Cause("account_posted", "watchers"), Cause("post_matched", "watchers"))


def _at_target(*events: str) -> tuple[Cause, ...]:
    return tuple(Cause(event, "target") for event in events)


# fmt: off
VERBS = {
    row.name: row
    for row in (
        Verb("post", "public_speech", "public", "fresh", "text", does="posts",
             causes=(Cause("posted", "self"), *_SEEN, _IN_THE_ROOM), keys=(*_PLACED, "template"),
             counted_as=("posts",)),
        Verb("story", "public_speech", "public", "fresh", "text", does="publishes a story",
             causes=(Cause("posted", "self"),), keys=_PLACED, counted_as=("posts",)),
        Verb("reply", "public_speech", "public", "fresh", "text", does="replies to {}", target="event.post",
             causes=(*_at_target("replied", "mentioned"), _FOUND, _IN_THE_ROOM), keys=_PLACED, counted_as=("replies",),
             answers=True, stays_in_thread=True, is_capped=True),
        Verb("comment", "public_speech", "public", "fresh", "text", does="comments on a post of {}",
             target="event.post", causes=(*_at_target("commented"), _FOUND, _IN_THE_ROOM), keys=_PLACED,
             counted_as=("comments", "replies"), answers=True, stays_in_thread=True),
        Verb("quote", "public_speech", "public", "fresh", "text", does="quotes {}", target="event.post",
             causes=(*_at_target("quoted"), *_SEEN), keys=_PLACED,
             counted_as=("quoted posts", "replies", "posts"), answers=True),
        Verb("repost", "public_speech", "public", "set", "target", does="reposts {}", drawn="shares a post of {}",
             target="event.post", causes=(*_at_target("reposted"), *_SEEN), counted_as=("shared posts", "posts"),
             goes_on="sharing what people write"),
        Verb("dm", "private_speech", "person", "fresh", "text", does="writes to {}", target="event.user",
             causes=_at_target("messaged"), keys=(*_SPEECH, "template"),
             counted_as=("private messages", "messages"),
             stays_in_thread=True),
        Verb("email", "private_speech", "person", "fresh", "text", does="sends an e-mail to {}", target="event.user",
             causes=_at_target("email_received", "messaged"), keys=(*_SPEECH, "subject", "template"),
             counted_as=("e-mails", "messages"), stays_in_thread=True),
        Verb("invite", "private_speech", "person", "fresh", "text", does="invites {}", target="event.user",
             keys=("group", "in"), counted_as=("invitations",), goes_on="inviting people"),
        Verb("call", "private_speech", "person", "fresh", "text", does="telephones {}", target="event.user",
             counted_as=("calls", "messages"), stays_in_thread=True),
        Verb("follow", "tie", "person", "set", "target", does="follows {}", target="event.user",
             causes=_at_target("followed"), goes_on="following people"),
        Verb("unfollow", "tie", "person", "unset", "target", does="unfollows {}", target="event.user",
             causes=_at_target("unfollowed"), undoes="follow"),
        Verb("connect", "tie", "person", "set", "target", does="asks {} to connect", target="event.user",
             causes=_at_target("connection_requested"), keys=("text",)),
        Verb("accept", "tie", "person", "set", "target", does="accepts {}", drawn="accepts requests of {}",
             target="event.user"),
        Verb("decline", "tie", "person", "unset", "target", does="declines {}", drawn="declines requests of {}",
             target="event.user", undoes="accept"),
        Verb("block", "tie", "person", "set", "target", does="blocks {}", target="event.user",
             causes=_at_target("blocked")),
        Verb("ban", "tie", "person", "set", "target", does="bans {}", target="event.user", keys=("in",)),
        Verb("unblock", "tie", "person", "unset", "target", does="unblocks {}", target="event.user", undoes="block"),
        Verb("mute", "tie", "inward", "set", "target", does="mutes {}", target="event.user"),
        Verb("remove_follower", "tie", "person", "unset", "target", does="removes {} from its followers",
             drawn="removes {} from the followers", target="event.user"),
        Verb("list_add", "tie", "person", "set", "target", does="puts {} on a list", target="event.user",
             keys=("list",), goes_on="putting people on a list"),
        Verb("list_remove", "tie", "person", "unset", "target", does="takes {} off a list", target="event.user",
             undoes="list_add", keys=("list",)),
        Verb("assign_role", "tie", "person", "set", "text", does="gives {} a role", target="event.user"),
        Verb("remove_role", "tie", "person", "unset", "text", does="takes a role from {}", target="event.user",
             undoes="assign_role"),
        Verb("join", "tie", "group", "set", "target", does="joins {}", target="?", causes=_at_target("joined")),
        Verb("leave", "tie", "group", "unset", "target", does="leaves {}", target="?", causes=_at_target("left"),
             undoes="join"),
        Verb("like", "reaction", "person", "set", "target", does="likes a post of {}", target="event.post",
             causes=_at_target("liked"), answers=True),
        Verb("unlike", "reaction", "person", "unset", "target", does="takes back its like of a post of {}",
             drawn="takes back a like from {}", target="event.post", undoes="like"),
        Verb("react", "reaction", "person", "set", "target", does="reacts to a post of {}", target="event.post",
             causes=_at_target("reacted"), keys=("emoji",), answers=True),
        Verb("vote", "reaction", "person", "set", "target", does="votes on a post of {}", target="event.post"),
        Verb("view", "reaction", "person", "fresh", "target", does="looks at the profile of {}", target="event.user",
             causes=_at_target("visited_profile"), goes_on="looking at what people show"),
        Verb("bookmark", "reaction", "inward", "set", "target", does="bookmarks a post of {}", target="event.post"),
        Verb("share", "handing_on", "person", "fresh", "text", does="hands data to somebody outside",
             drawn="hands data to somebody outside", keys=("to",), people_data="handed_on",
             needed=("text", "to")),
        Verb("pay", "handing_on", "person", "fresh", "target", does="pays {}", target="event.user",
             keys=("amount", "text")),
        Verb("edit", "public_speech", "public", "set", "text", does="changes a post of {}", target="event.post",
             keys=("media", "language", "title")),
        Verb("hide", "housekeeping", "person", "set", "target", does="hides a post of {}", target="event.post"),
        Verb("unhide", "housekeeping", "person", "unset", "target", does="lets a hidden post of {} be seen again",
             drawn="lets a hidden post be seen again", target="event.post", undoes="hide"),
        Verb("delete", "housekeeping", "person", "set", "target", does="deletes a post of {}", target="event.post"),
        Verb("report", "housekeeping", "person", "set", "target", does="reports a post of {}", target="event.post"),
        Verb("hold", "housekeeping", "person", "set", "target", does="holds back a post of {}", target="event.post"),
        Verb("lock", "housekeeping", "person", "set", "target", does="locks a post of {}", target="event.post"),
        Verb("label", "housekeeping", "person", "set", "text", does="labels a post of {}", target="event.post"),
        Verb("close", "housekeeping", "person", "set", "target", does="closes what {} began", target="event.post"),
        Verb("restrict", "housekeeping", "person", "set", "target", does="restricts what {} may do",
             target="event.user"),
        Verb("warn", "housekeeping", "person", "set", "text", does="warns {}", target="event.user"),
        Verb("pin", "housekeeping", "public", "set", "target", does="pins a post of {}", target="event.post"),
        Verb("unpin", "housekeeping", "public", "unset", "target", does="unpins a post of {}", target="event.post",
             undoes="pin"),
        Verb("show", "housekeeping", "public", "set", "target", does="shows a post of {} in a feed or on a page",
             drawn="shows a post in a feed or on a page", target="event.post", keys=("in",),
             goes_on="showing what people write"),
        Verb("notify", "inward", "inward", "none", "text", does="tells {}", drawn="tells a colleague", keys=("to",)),
        Verb("assign", "inward", "inward", "none", "person", does="hands it to {}", drawn="hands it to a colleague",
             keys=("text",)),
        Verb("draft", "inward", "inward", "none", "text", does="drafts something for {}", drawn="writes a draft",
             keys=("to",)),
        Verb("ask", "inward", "inward", "none", "person", does="asks {}", drawn="asks a colleague", keys=("text",),
             in_run="asks"),
        Verb("log", "inward", "inward", "none", "text", does="keeps a log", drawn="makes a note"),
        Verb("store", "inward", "inward", "none", "text", does="stores something", drawn="writes something down",
             keys=("to",), people_data="kept"),
        Verb("generate", "inward", "inward", "none", "names", does="lets an AI write something",
             drawn="lets an AI write", in_run="writes"),
        Verb("fetch", "inward", "inward", "none", "names", does="fetches something", drawn="looks something up",
             in_run="looks_up"),
        Verb("draw", "inward", "inward", "none", "names", does="draws somebody by lot", drawn="draws somebody by lot",
             in_run="draws"),
        Verb("wait", "inward", "inward", "none", "duration", does="waits", keys=("until",), in_run="waits"),
        Verb("webhook", "inward", "inward", "none", "address", does="calls a web address",
             drawn="calls another program"),
        Verb("stop", "inward", "inward", "none", "nothing", does="stops", in_run="ends"),
    )
}
# fmt: on

FOLLOW = "follow"
VIEW = "view"
"""The verb that makes somebody a follower."""

NOTIFY = "notify"
"""The verb that tells our own people."""

FETCH = "fetch"
"""The verb that looks something up."""

REPOST = "repost"
"""The verb that passes on what somebody else said, without a word of one's own."""

PUBLISHED = frozenset(("post", "story"))
"""Verbs that put something of our own before everybody."""

WRITTEN_TO = frozenset(("dm", "email"))
"""Verbs that write to one person in private."""

OUTREACH = frozenset(
    (
        *("reply", "comment", "quote", "repost", "dm", "follow", "unfollow", "connect", "like", "react", "vote"),
        *("email", "call", "invite"),
    )
)
"""Verbs that touch people outside, as against publishing something of our own."""

PAY = "pay"
GIVES = frozenset(("reply", "comment", "dm", "email", "quote", "assign", "invite", "accept"))
"""Verbs with which somebody who asked gets something: an answer, a person, a way in."""

ADMITS_TO_A_DRAW = frozenset(("store", "list_add", "assign_role", "share", PAY))
"""Verbs with which somebody gets into a draw, or what they won."""

LIST_ADD = "list_add"
"""The verb that puts somebody on a list."""

IN_HOUSE = frozenset(("notify", "assign", "draft", "ask", "log", "generate", "draw", "wait", "stop"))
"""What a program does by itself or with colleagues: no platform notices it."""

NOUNS = {
    "like": "likes",
    "react": "reactions",
    "vote": "votes",
    "view": "views",
    "repost": "reposts",
    "quote": "quotes",
    "follow": "follows",
    "comment": "comments",
    "reply": "answers",
    "post": "posts",
    "story": "stories",
    "dm": "messages",
    "email": "e-mails",
    "invite": "invitations",
    "connect": "requests",
    "pay": "payments",
}
"""What is done as a thing that can be taken out of an automation."""

THERE = {"store": "keeps what it finds there", "webhook": "calls a web address"}
"""What a program does with what a platform shows it, as it follows the name of the account."""
