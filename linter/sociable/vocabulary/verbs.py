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

    ``needs`` is what it takes that the people it is aimed at agreed to, as what they did licenses it
    (``consent_words``); empty: nothing. ``noun`` is what is done as a thing that can be taken out of an automation,
    ``there`` what a program does with what a platform shows it, or there with our own people. ``reaches_out``: it
    touches people outside, as against publishing something of our own. ``gives``: somebody who asked gets something by
    it, an answer, a person, a way in; ``admits``: they get into a draw, or what they won. ``is_letter``: it writes to
    one person in private.
    ``in_house``: a program does it by itself or with colleagues, and no platform notices it.
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
    needs: str = ""
    noun: str = ""
    there: str = ""
    reaches_out: bool = False
    gives: bool = False
    admits: bool = False
    is_letter: bool = False
    in_house: bool = False

    @property
    def is_seen(self) -> bool:
        """Whether it is worth telling; the others only prepare what comes after, or end it."""
        return self.in_run in ("", "asks")

    @property
    def speaks(self) -> bool:
        """Whether it says something to people outside."""
        return self.group in ("public_speech", "private_speech")

    @property
    def publishes(self) -> bool:
        """Whether it puts something new of our own before everybody."""
        return self.group == "public_speech" and self.effect == "fresh" and not self.answers

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
             counted_as=("posts",), noun="posts"),
        Verb("story", "public_speech", "public", "fresh", "text", does="publishes a story",
             causes=(Cause("posted", "self"),), keys=_PLACED, counted_as=("posts",), noun="stories"),
        Verb("reply", "public_speech", "public", "fresh", "text", does="replies to {}", target="event.post",
             causes=(*_at_target("replied", "mentioned"), _FOUND, _IN_THE_ROOM), keys=_PLACED, counted_as=("replies",),
             answers=True, stays_in_thread=True, is_capped=True, needs="answer", noun="answers", reaches_out=True,
             gives=True),
        Verb("comment", "public_speech", "public", "fresh", "text", does="comments on a post of {}",
             target="event.post", causes=(*_at_target("commented"), _FOUND, _IN_THE_ROOM), keys=_PLACED,
             counted_as=("comments", "replies"), answers=True, stays_in_thread=True, needs="answer", noun="comments",
             reaches_out=True, gives=True),
        Verb("quote", "public_speech", "public", "fresh", "text", does="quotes {}", target="event.post",
             causes=(*_at_target("quoted"), *_SEEN), keys=_PLACED,
             counted_as=("quoted posts", "replies", "posts"), answers=True, needs="answer", noun="quotes",
             reaches_out=True, gives=True),
        Verb("repost", "public_speech", "public", "set", "target", does="reposts {}", drawn="shares a post of {}",
             target="event.post", causes=(*_at_target("reposted"), *_SEEN), counted_as=("shared posts", "posts"),
             goes_on="sharing what people write", needs="engagement", noun="reposts", reaches_out=True),
        Verb("dm", "private_speech", "person", "fresh", "text", does="writes to {}", target="event.user",
             causes=_at_target("messaged"), keys=(*_SPEECH, "template"),
             counted_as=("private messages", "messages"),
             stays_in_thread=True, needs="messages", noun="messages", reaches_out=True, gives=True, is_letter=True),
        Verb("email", "private_speech", "person", "fresh", "text", does="sends an e-mail to {}", target="event.user",
             causes=_at_target("email_received", "messaged"), keys=(*_SPEECH, "subject", "template"),
             counted_as=("e-mails", "messages"), stays_in_thread=True, needs="messages", noun="e-mails",
             reaches_out=True, gives=True, is_letter=True),
        Verb("invite", "private_speech", "person", "fresh", "text", does="invites {}", target="event.user",
             keys=("group", "in"), counted_as=("invitations",), goes_on="inviting people", needs="messages",
             noun="invitations", reaches_out=True, gives=True),
        Verb("call", "private_speech", "person", "fresh", "text", does="telephones {}", target="event.user",
             counted_as=("calls", "messages"), stays_in_thread=True, needs="messages", reaches_out=True),
        Verb("follow", "tie", "person", "set", "target", does="follows {}", target="event.user",
             causes=_at_target("followed"), goes_on="following people", needs="ties", noun="follows",
             reaches_out=True),
        Verb("unfollow", "tie", "person", "unset", "target", does="unfollows {}", target="event.user",
             causes=_at_target("unfollowed"), undoes="follow", reaches_out=True),
        Verb("connect", "tie", "person", "set", "target", does="asks {} to connect", target="event.user",
             causes=_at_target("connection_requested"), keys=("text",), needs="ties", noun="requests",
             reaches_out=True),
        Verb("accept", "tie", "person", "set", "target", does="accepts {}", drawn="accepts requests of {}",
             target="event.user", gives=True),
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
             keys=("list",), goes_on="putting people on a list", needs="ties", admits=True),
        Verb("list_remove", "tie", "person", "unset", "target", does="takes {} off a list", target="event.user",
             undoes="list_add", keys=("list",)),
        Verb("assign_role", "tie", "person", "set", "text", does="gives {} a role", target="event.user",
             needs="ties", admits=True),
        Verb("remove_role", "tie", "person", "unset", "text", does="takes a role from {}", target="event.user",
             undoes="assign_role"),
        Verb("join", "tie", "group", "set", "target", does="joins {}", target="?", causes=_at_target("joined")),
        Verb("leave", "tie", "group", "unset", "target", does="leaves {}", target="?", causes=_at_target("left"),
             undoes="join"),
        Verb("like", "reaction", "person", "set", "target", does="likes a post of {}", target="event.post",
             causes=_at_target("liked"), answers=True, needs="engagement", noun="likes", reaches_out=True),
        Verb("unlike", "reaction", "person", "unset", "target", does="takes back its like of a post of {}",
             drawn="takes back a like from {}", target="event.post", undoes="like"),
        Verb("react", "reaction", "person", "set", "target", does="reacts to a post of {}", target="event.post",
             causes=_at_target("reacted"), keys=("emoji",), answers=True, needs="engagement", noun="reactions",
             reaches_out=True),
        Verb("vote", "reaction", "person", "set", "target", does="votes on a post of {}", target="event.post",
             needs="engagement", noun="votes", reaches_out=True),
        Verb("view", "reaction", "person", "fresh", "target", does="looks at the profile of {}", target="event.user",
             causes=_at_target("visited_profile"), goes_on="looking at what people show", needs="engagement",
             noun="views"),
        Verb("bookmark", "reaction", "inward", "set", "target", does="bookmarks a post of {}", target="event.post"),
        Verb("share", "handing_on", "person", "fresh", "text", does="hands data to somebody outside",
             drawn="hands data to somebody outside", keys=("to",), people_data="handed_on",
             needed=("text", "to"), needs="data", admits=True),
        Verb("pay", "handing_on", "person", "fresh", "target", does="pays {}", target="event.user",
             keys=("amount", "text"), noun="payments", admits=True),
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
        Verb("pin", "housekeeping", "public", "set", "target", does="pins a post of {}", target="event.post",
             needs="engagement"),
        Verb("unpin", "housekeeping", "public", "unset", "target", does="unpins a post of {}", target="event.post",
             undoes="pin"),
        Verb("show", "housekeeping", "public", "set", "target", does="shows a post of {} in a feed or on a page",
             drawn="shows a post in a feed or on a page", target="event.post", keys=("in",),
             goes_on="showing what people write", needs="engagement"),
        Verb("notify", "inward", "inward", "none", "text", does="tells {}", drawn="tells somebody inside", keys=("to",),
             there="writes to our own people", in_house=True),
        Verb("assign", "inward", "inward", "none", "person", does="hands it to {}", drawn="hands it to somebody inside",
             keys=("text",), in_house=True, gives=True),
        Verb("draft", "inward", "inward", "none", "text", does="drafts something for {}", drawn="writes a draft",
             keys=("to",), in_house=True),
        Verb("ask", "inward", "inward", "none", "person", does="asks {}", drawn="asks somebody inside", keys=("text",),
             in_run="asks", there="asks our own people", in_house=True),
        Verb("log", "inward", "inward", "none", "text", does="keeps a log", drawn="makes a note", in_house=True),
        Verb("store", "inward", "inward", "none", "text", does="stores something", drawn="writes something down",
             keys=("to",), people_data="kept", needs="data", there="keeps what it finds there", admits=True),
        Verb("generate", "inward", "inward", "none", "names", does="lets an AI write something",
             drawn="lets an AI write", in_run="writes", in_house=True),
        Verb("fetch", "inward", "inward", "none", "names", does="fetches something", drawn="looks something up",
             in_run="looks_up"),
        Verb("draw", "inward", "inward", "none", "names", does="draws somebody by lot", drawn="draws somebody by lot",
             in_run="draws", in_house=True),
        Verb("wait", "inward", "inward", "none", "duration", does="waits", keys=("until",), in_run="waits",
             in_house=True),
        Verb("webhook", "inward", "inward", "none", "address", does="calls a web address",
             drawn="calls another program", there="calls a web address"),
        Verb("stop", "inward", "inward", "none", "nothing", does="stops", in_run="ends", in_house=True),
    )
}
# fmt: on

FOLLOW = "follow"
"""The verb that makes somebody a follower."""

STORE = "store"
"""The verb that writes something down."""

VIEW = "view"
"""The verb that looks at what people show."""

NOTIFY = "notify"
"""The verb that tells our own people."""

FETCH = "fetch"
"""The verb that looks something up."""

REPOST = "repost"
"""The verb that passes on what somebody else said, without a word of one's own."""

PAY = "pay"
"""The verb that hands over money."""

LIST_ADD = "list_add"
"""The verb that puts somebody on a list."""
