"""Events: what can start an automation, and what each carries."""

from sociable.records.record import Record
from sociable.vocabulary.carried import CARRIED, USER


class TriggerKey(Record):
    """A key that narrows ``when:``. ``shape`` is what it holds, ``doc`` what an editor says of it, ``example`` a value.

    ``says``: ``who`` may be behind the event, ``when`` it comes, ``which`` one thing it is about, of which an event
    has one, or what is in its text: ``words``, ``tags``, or what a ``search`` finds; empty for anything else.
    """

    name: str
    shape: str
    doc: str
    example: str
    says: str = ""


_NOBODY = "nobody in particular"
_PAYLOAD = "payload"


class Event(Record):
    """Something that can start an automation.

    ``asked``: did the person behind it ask for an answer? ``yes``, ``in_reply`` (only to that very
    post), ``no``, ``chosen`` (a person of ours picked it) or ``nobody`` (there is no such person).
    ``person`` is how a sentence about the account speaks of whoever did it, ``starts`` a clause that says what starts
    an automation, ``opening`` what somebody sees who watches it happen; ``keys`` are what ``when:`` may narrow.

    ``author`` is whose the post is that it carries: ``self`` (the account's own), ``watched`` (that of an account
    which the automation names, wherever that is) or, empty, whoever is behind it. ``by_naming``: a public text brings
    it about at whom it names. ``is_timed``: it comes when the file says. ``opts_out``: with it somebody says no.
    ``by_hand``: a person of ours sets it off. ``answered_by``: the verb that a reply to it is, where that goes to one
    person alone. ``in_room`` is the clause where the file names the room for ``{}``, if it is not ``starts`` and “in”.

    ``act`` is what people did to bring it about (``consent_words``), where its group does not say it;
    ``called_by_any_word``: it is a call if the automation waits for words. ``at_home``: it is in a room of ours,
    ``may_agree``: behind it is somebody with a tie to us, though its group does not say so. ``ends_it``: with it people
    end what they get. ``price`` is what they gave where it lets them take part. ``arrives``: it brings one piece of
    something, which may come by another way as well. ``left_standing``: a program finds it anew at each look, unless it
    remembers it. ``brings`` is what people wrote with it, of all of them, in a sentence about the account.
    """

    name: str
    group: str
    asked: str
    carries: tuple[str, ...]
    person: str
    starts: str
    opening: str
    keys: tuple[str, ...] = ()
    author: str = ""
    by_naming: bool = False
    is_timed: bool = False
    opts_out: bool = False
    by_hand: bool = False
    answered_by: str = ""
    in_room: str = ""
    act: str = ""
    called_by_any_word: bool = False
    at_home: bool = False
    may_agree: bool = False
    ends_it: bool = False
    price: str = ""
    arrives: bool = False
    left_standing: bool = False
    brings: str = ""

    def starts_in(self, rooms: str) -> str:
        """The clause that says what starts an automation, and in which rooms."""
        return (self.in_room or f"{self.starts} in {{}}").format(rooms)

    @property
    def has_person(self) -> bool:
        """Whether somebody is behind it."""
        return USER in self.carries

    @property
    def someone(self) -> str:
        """Whoever is written to on it: somebody is, also where no person causes it."""
        return "people whom the file does not name" if self.person == _NOBODY else self.person

    @property
    def has_post(self) -> bool:
        """Whether it brings something that was said."""
        return any(CARRIED[thing].is_post for thing in self.carries)

    @property
    def is_by_hand(self) -> bool:
        """Whether somebody here sets it off; a file may say ``by`` whom."""
        return "by" in self.keys

    @property
    def hands_on(self) -> bool:
        """Whether another program sets it off, which may hand on what people told it."""
        return _PAYLOAD in self.carries

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is nothing that was done to us."""
        return self.group == "elsewhere"

    @property
    def crosses_platforms(self) -> bool:
        """Whether what happens on one platform may be noticed on another: where it is named, or the room it is in."""
        return self.author == "watched" or self.name == POSTED_HERE


POSTED_HERE = "posted_here"
REVIEWED = "reviewed"

EVENT_GROUPS = {
    "spoke_to_us": "they spoke to us",
    "in_our_room": "they spoke in a room of ours, to everybody there",
    "acted_towards_us": "they acted towards us",
    "left_us": "they left us",
    "fell_silent": "nothing came of them for a while",
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

_CONTENT = ("contains", "language", "from", "otherwise")
_TALK = (*_CONTENT, "came_by")
_SPOKEN_POST = ("user", "post")
_ACT = ("user",)

# fmt: off
EVENTS = {
    row.name: row
    for row in (
        Event("mentioned", "spoke_to_us", "yes", _SPOKEN_POST, "the person who mentioned it",
              starts="somebody mentions us", opening="{who} mentions {at}", keys=(*_CONTENT, "in"), by_naming=True,
              act="spoke", called_by_any_word=True,
              brings="posts that mention it"),
        Event("replied", "spoke_to_us", "yes", _SPOKEN_POST, "the person who replied to it",
              starts="somebody replies to us", opening="{who} replies to {at}", keys=_CONTENT, act="spoke",
              brings="replies to it"),
        Event("commented", "spoke_to_us", "yes", _SPOKEN_POST, "the person who commented",
              starts="somebody comments on our post", opening="{who} comments on a post of {at}",
              keys=(*_CONTENT, "on"), act="spoke", left_standing=True,
              brings="comments on its posts"),
        Event("messaged", "spoke_to_us", "yes", ("user", "message"), "the person who wrote to it",
              starts="somebody writes to us", opening="{who} writes to {at} in private", keys=_TALK,
              answered_by="dm", act="wrote"),
        Event("tagged", "spoke_to_us", "yes", _SPOKEN_POST, "the person who tagged it", starts="somebody tags us",
              opening="{who} tags {at}", keys=_CONTENT, act="spoke", price="tag",
              brings="posts in which it is tagged"),
        Event(REVIEWED, "spoke_to_us", "yes", ("user", "review", "post"), "the person who reviewed it",
              starts="somebody reviews us", opening="{who} reviews {at}", keys=_CONTENT, act="spoke", price="review",
              left_standing=True,
              brings="reviews of it"),
        Event("quoted", "spoke_to_us", "in_reply", _SPOKEN_POST, "the person who quoted it",
              starts="somebody quotes us", opening="{who} quotes {at}", keys=_CONTENT, act="quoted",
              brings="posts that quote it"),
        Event("opted_in", "spoke_to_us", "yes", ("user", "form"), "the person who opted in", starts="somebody signs up",
              opening="{who} signs up with {at}", keys=("to", "came_by"), act="signed_up"),
        Event("command", "spoke_to_us", "yes", ("user", "message"), "the person who gave the command",
              starts="somebody gives a command", opening="{who} gives {at} a command",
              keys=("named", "in", "otherwise", "came_by"), act="called"),
        Event("email_received", "spoke_to_us", "yes", ("user", "message"), "the person who wrote an e-mail to it",
              starts="somebody writes us an e-mail", opening="{who} writes an e-mail to {at}", keys=_TALK,
              answered_by="email", act="wrote"),
        Event("chatted", "spoke_to_us", "yes", ("user", "message"),
              "the person who wrote in the chat window of its website",
              starts="somebody writes in the chat window of our website",
              opening="{who} writes to {at} in the chat window of its website", keys=_TALK, answered_by="dm",
              act="wrote"),
        Event(POSTED_HERE, "in_our_room", "no", _SPOKEN_POST, "the person who posted in its room",
              starts="somebody posts in our room", opening="{who} posts in a room of {at}", keys=(*_CONTENT, "in"),
              in_room="somebody posts in {}", act="in_room",
              brings="posts in its room"),
        Event("reported", "in_our_room", "no", _SPOKEN_POST, "the person whose post was reported",
              starts="somebody's post is reported", opening="{who} writes something that is reported to {at}",
              keys=("times", "in"),
              brings="posts that were reported to it"),
        Event("followed", "acted_towards_us", "no", _ACT, "the person who followed it", starts="somebody follows",
              opening="{who} follows {at}", keys=("from",), price="follow"),
        Event("connection_requested", "acted_towards_us", "no", _ACT, "the person who asked to connect",
              starts="somebody asks to connect", opening="{who} asks {at} to connect", keys=("from",)),
        Event("connected", "acted_towards_us", "no", _ACT, "the person who accepted its request",
              starts="somebody accepts our request to connect", opening="{who} accepts the request of {at} to connect",
              keys=("from",)),
        Event("join_requested", "acted_towards_us", "no", _ACT, "the person who asks to join",
              starts="somebody asks to join", opening="{who} asks {at} to be let into its group", keys=("in",),
              in_room="somebody asks to join {}", act="knocked", at_home=True),
        Event("returned", "acted_towards_us", "no", _ACT, "the person who came back", starts="somebody comes back",
              opening="{who} comes back to {at}", keys=("from", "in")),
        Event("liked", "acted_towards_us", "no", _SPOKEN_POST, "the person who liked one of its posts",
              starts="somebody likes our post", opening="{who} likes a post of {at}", keys=("from",), price="like",
              author="self"),
        Event("saved", "acted_towards_us", "no", _SPOKEN_POST, "the person who saved one of its posts",
              starts="somebody saves our post", opening="{who} saves a post of {at}", keys=("from",), price="save",
              author="self"),
        Event("reposted", "acted_towards_us", "no", _SPOKEN_POST, "the person who reposted it",
              starts="somebody shares our post", opening="{who} reposts {at}", keys=("from",), price="repost",
              brings="reposts of its posts"),
        Event("reacted", "acted_towards_us", "no", _SPOKEN_POST, "the person who reacted to it",
              starts="somebody reacts to our post", opening="{who} reacts to a post of {at}", keys=("from", "in"),
              price="like", author="self"),
        Event("joined", "acted_towards_us", "no", _ACT, "the person who joined", starts="somebody joins",
              opening="{who} joins a group of {at}", keys=("group", "in"), in_room="somebody joins {}"),
        Event("subscribed", "acted_towards_us", "no", _ACT, "the person who subscribed", starts="somebody subscribes",
              opening="{who} subscribes to {at}", keys=("from",), price="subscribe"),
        Event("visited_profile", "acted_towards_us", "no", _ACT, "the person who looked at its profile",
              starts="somebody looks at our profile", opening="{who} looks at the profile of {at}", keys=("from",)),
        Event("unfollowed", "left_us", "no", _ACT, "the person who stopped following",
              starts="somebody stops following", opening="{who} stops following {at}", keys=("from",)),
        Event("unsubscribed", "left_us", "no", _ACT, "the person who unsubscribed", starts="somebody unsubscribes",
              opening="{who} unsubscribes from {at}", keys=("from",), ends_it=True),
        Event("left", "left_us", "no", _ACT, "the person who left", starts="somebody leaves",
              opening="{who} leaves a group of {at}", keys=("group", "in"), in_room="somebody leaves {}"),
        Event("opted_out", "left_us", "no", _ACT, "the person who opted out", starts="somebody opts out",
              opening="{who} opts out of what {at} sends", keys=("from",), opts_out=True, ends_it=True),
        Event("blocked", "left_us", "no", _ACT, "the person who blocked it", starts="somebody blocks us",
              opening="{who} blocks {at}", keys=("from",)),
        Event("quiet", "fell_silent", "no", _ACT, "the person who has gone quiet",
              starts="nothing comes of somebody for a while",
              opening="Nothing comes of {who} for a while, and {at} counts",
              keys=("for", "from", "in")),
        Event("post_matched", "elsewhere", "no", _SPOKEN_POST, "somebody whose post a search found",
              starts="a search finds a post", opening="{who} writes a post that a search of {at} finds",
              keys=(*_CONTENT, "keywords", "hashtags", "search", "in"),
              brings="posts that a search finds"),
        Event("account_posted", "elsewhere", "no", _SPOKEN_POST, "somebody who posted elsewhere",
              starts="another account posts", opening="{who} posts, and {at} looks out for it", keys=(*_CONTENT, "in"),
              author="watched",
              brings="posts of other accounts"),
        Event("trend_started", "elsewhere", "nobody", ("trend",), "nobody in particular",
              starts="something is trending", opening="Something begins to trend, and {at} looks out for it",
              keys=("place", "contains")),
        Event("posted", "our_doing", "nobody", ("post",), "nobody in particular", starts="this account posts",
              opening="{at} posts", keys=("contains", "language"), author="self"),
        Event("milestone", "our_doing", "nobody", ("count",), "nobody in particular", starts="a number is reached",
              opening="{at} reaches a number it looks out for", keys=("followers", "posts")),
        Event("approved", "our_doing", "chosen", _SPOKEN_POST, "somebody who was chosen by hand",
              starts="somebody here approves", opening="Somebody at {at} approves a post of {who}", keys=("by",)),
        Event("decided", "our_doing", "nobody", (), "nobody in particular", starts="an AI of ours decides to act",
              opening="An AI that works for {at} decides by itself to act"),
        Event("schedule", "the_world", "nobody", (), "nobody in particular", starts="its time comes",
              opening="It is time for what {at} does on a schedule",
              keys=("every", "at", "on", "cron", "timezone", "during"),
              is_timed=True),
        Event("feed_item", "the_world", "nobody", ("item",), "nobody in particular", starts="a feed has something new",
              opening="A feed that {at} reads has something new", keys=("feed", "contains", "from"), arrives=True),
        Event("webhook", "the_world", "nobody", ("payload",), "nobody in particular",
              starts="another program starts it", opening="Another program starts what runs on {at}",
              keys=("named", "otherwise"), arrives=True),
        Event("row_added", "the_world", "nobody", ("row",), "the person in a new row of a table",
              starts="a table has a new row",
              opening="A table that {at} reads has a new row", keys=("sheet", "contains")),
        Event("order_placed", "the_world", "no", ("user", "order"), "the customer", starts="somebody orders",
              opening="{who} orders something from {at}", keys=("shop",), act="bought", may_agree=True),
        Event("basket_left", "acted_towards_us", "no", ("user", "order"), "the person who did not finish an order",
              starts="somebody leaves an order unfinished", opening="{who} begins an order from {at} and leaves it",
              keys=("shop",)),
        Event("called", "the_world", "nobody", ("payload",), "nobody in particular",
              starts="another automation calls it", opening="Another automation calls one of {at}", keys=("named",)),
        Event("failed", "the_world", "nobody", ("payload",), "nobody in particular",
              starts="another automation fails", opening="Another automation of {at} fails", keys=("named",)),
        Event("started", "the_world", "nobody", (), "nobody in particular", starts="somebody presses a button",
              opening="Somebody at {at} presses a button", keys=("by",), by_hand=True),
        Event("manual", "the_world", "chosen", _SPOKEN_POST, "somebody who was chosen by hand",
              starts="somebody starts it by hand", opening="Somebody at {at} chooses {who}, and sets it off by hand",
              keys=("by",), by_hand=True),
    )
}
# fmt: on

TRIGGER_KEYS = {
    row.name: row
    for row in (
        TriggerKey("contains", "words", "only when the text holds one of these words", "help", "words"),
        TriggerKey("keywords", "words", "words to search for", "[tea, coffee]", "words"),
        TriggerKey("hashtags", "words", "hashtags to search for", "[tea]", "tags"),
        TriggerKey("search", "name", "a search in the platform's own syntax", "tea from:cafe", "search"),
        TriggerKey("language", "languages", "only in these languages", "cy"),
        TriggerKey("from", "words", "only from these accounts", "followers", "who"),
        TriggerKey("on", "words", "which posts, or which days", "https://example.org/post/1", "when"),
        TriggerKey("to", "name", "what they opted in to", "news", "which"),
        TriggerKey("named", "name", "the name of the command, button or web hook: one", "help", "which"),
        TriggerKey(
            "came_by",
            "way",
            "only people whose talk with us began like this, such as by an advertisement",
            "ad",
            "which",
        ),
        TriggerKey("group", "name", "the group, channel, server or list", "knitters", "which"),
        TriggerKey("in", "place", "the room, channel, group or server, by its name", "lounge", "which"),
        TriggerKey("times", "count", "how many have to report it", "3"),
        TriggerKey("for", "duration", "how long nothing came, such as 30 days", "30 days"),
        TriggerKey("during", "hours", "only at these hours", "open", "when"),
        TriggerKey("otherwise", "flag", "only what no other automation of this account takes", "true"),
        TriggerKey("place", "name", "where it is trending", "Wales", "which"),
        TriggerKey("followers", "count", "this many followers", "1000"),
        TriggerKey("posts", "count", "this many posts", "100"),
        TriggerKey("by", "name", "who chooses", "press office"),
        TriggerKey("every", "pace", "how often, such as 1 hour", "1 hour", "when"),
        TriggerKey("at", "clock", "at which times of day", '"09:30"', "when"),
        TriggerKey("cron", "cron", "a cron line", '"0 9 * * mon"', "when"),
        TriggerKey("timezone", "zone", "an IANA time zone", "Europe/London", "when"),
        TriggerKey("feed", "name", "the address of the feed", "https://example.org/feed", "which"),
        TriggerKey("sheet", "name", "the name of the table", "islands", "which"),
        TriggerKey("shop", "name", "the name of the shop", "main", "which"),
    )
}

ROW_ADDED = "row_added"
"""The event that brings a line of a table, which a step may also fetch."""

ARRIVES = frozenset(row.name for row in EVENTS.values() if row.arrives)
ENDS_IT = frozenset(row.name for row in EVENTS.values() if row.ends_it)
"""Those who end what they get by one of these can be passed over (``ignore:``) under the same names."""

MEANT_BESIDE = {"posted": {"from": "account_posted"}}
"""Events that are meant where such a key stands beside another one."""

POST_CALLED = {"commented": "comment", "replied": "reply", "quoted": "quote", "reviewed": "review"}
"""What the post is that an event carries, where that is no post of one's own."""
