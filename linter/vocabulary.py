"""The one table of words: platforms, events, verbs, targets and what each of them means.

The JSON Schema, the reader, the rule checker and the reference in ``docs/`` all derive from this
module. A word that is not here does not exist; a meaning that is not here is not known to any rule.
"""

from typing import NamedTuple

UNSTATED = "unstated"
"""The value of everything a file does not say. Never the same as "no"."""


class Platform(NamedTuple):
    """A place where accounts live; ``hears`` is the audience of an ordinary post there.

    ``voices`` begin the titles of sources that speak for it, besides its own title: its owner, its servers.
    ``lacks`` are the verbs and events that it certainly does not know; most of what it may lack is not listed.
    ``by_contract`` are verbs that its API only takes from accounts with a contract of their own.
    """

    name: str
    title: str
    hears: str = "public"
    voices: tuple[str, ...] = ()
    lacks: frozenset[str] = frozenset()
    by_contract: frozenset[str] = frozenset()


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


_VISITS = frozenset(("visited_profile",))
_STORIES = frozenset(("story",))
_FOLLOWING = frozenset(("follow", "unfollow", "remove_follower", "followed", "unfollowed"))
_TRENDS = frozenset(("trend_started",))
_OTHERS_POSTS = frozenset(("quote", "repost"))

PLATFORMS = {
    row.name: row
    for row in (
        Platform("x", "X", lacks=_VISITS | _STORIES, by_contract=frozenset(("follow", "like", "quote"))),
        Platform(
            "mastodon", "Mastodon", voices=("toot.wales", "botsin.space", "social.mootech.eu"), lacks=_VISITS | _STORIES
        ),
        Platform("bluesky", "Bluesky", lacks=_VISITS | _STORIES),
        Platform("threads", "Threads", voices=("Meta",), lacks=_VISITS),
        Platform("instagram", "Instagram", voices=("Meta",), lacks=_VISITS),
        Platform("facebook", "Facebook", voices=("Meta",), lacks=_VISITS),
        Platform("messenger", "Messenger", hears="person", voices=("Meta",), lacks=_VISITS | _TRENDS),
        Platform("linkedin", "LinkedIn", lacks=_STORIES),
        Platform("reddit", "Reddit", voices=("r/Bottiquette",), lacks=_VISITS | _STORIES),
        Platform("youtube", "YouTube", lacks=_VISITS | _STORIES),
        Platform("tiktok", "TikTok"),
        Platform("discord", "Discord", hears="group", lacks=_VISITS | _STORIES | _TRENDS),
        Platform("telegram", "Telegram", hears="group", lacks=_VISITS | _TRENDS),
        Platform("whatsapp", "WhatsApp", hears="group", lacks=_VISITS | _TRENDS),
        Platform("pinterest", "Pinterest", lacks=_VISITS),
        Platform("slack", "Slack", hears="group", lacks=_VISITS | _STORIES | _TRENDS | _FOLLOWING),
        Platform("lemmy", "Lemmy", lacks=_VISITS | _STORIES),
        Platform("email", "e-mail", hears="group", lacks=_VISITS | _STORIES | _TRENDS | _FOLLOWING | _OTHERS_POSTS),
        Platform("other", "another platform"),
    )
}

AUDIENCES = {
    "public": "anybody can see it",
    "group": "the members of a channel, a server or a mailing list see it",
    "person": "one person outside is addressed or touched by it",
    "inward": "nobody outside notices",
}

HEARD_BY_MANY = ("public", "group")
"""The audiences before which something that was said in private is no longer private."""

ORIGINS = {
    "ours": "written by us",
    "identity": "a person's name, handle or profile",
    "contact": "how to reach a person in private: an e-mail address, a telephone number, a street",
    "words": "a person's own words, said in public",
    "link": "the address of what a person posted",
    "private": "what somebody wrote to us in private",
    "feed": "taken from a feed or another site",
    "trend": "taken from what is trending",
    "data": "taken from a table, an order or a web hook",
    "measure": "a number or a date that names nobody",
    "ai": "written by an AI model",
    "secret": "a stored key or password",
    "account": "a fact of the account itself",
}

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

PURPOSES = {
    "support": "helping people who ask",
    "alert": "warnings people rely on",
    "news": "telling what happened",
    "promotion": "selling or advertising",
    "giveaway": "a prize or a free thing",
    "growth": "getting a larger audience",
    "moderation": "keeping a place civil",
    "research": "learning something",
    "personal": "one's own life",
}

RUN_BY = {
    "person": "one person",
    "business": "a company",
    "public-body": "a council, a ministry, a police force",
    "community": "an association or an open project",
}

API_TIERS = {"self-serve": "the plan anybody can buy", "enterprise": "a contract with the platform"}
APPROVALS = {"human": "a person says yes to each run", "none": "nobody is asked"}
DISCLOSURES = {
    "ai": "says that an AI wrote it",
    "automated": "says that it is automatic",
    "affiliate": "says that links earn money",
    "sponsored": "says that it is paid for",
}
SAYING_SO = {
    "ai": (
        *("AI", "A.I.", "KI", "IA", "ИИ", "ШІ", "ChatGPT", "LLM", "人工知能", "人工智能", "인공지능"),
        *("artificial intelligence", "künstliche intelligenz", "künstlicher intelligenz", "intelligence artificielle"),
        *("inteligencia artificial", "inteligência artificial", "intelligenza artificiale", "sztuczna inteligencja"),
        *("kunstmatige intelligentie", "kunstig intelligens", "tekoäly", "yapay zekâ", "yapay zeka"),
    ),
    "automated": (
        *("bot", "robot", "chatbot", "automated", "automatic", "automatically", "automatisch", "automatisiert"),
        *("automatique", "automatiquement", "automático", "automática", "automáticamente", "automatico", "automatica"),
        *("geautomatiseerd", "automatyczny", "automatycznie", "automatisk"),
    ),
    "affiliate": (
        *("affiliate", "affiliates", "#affiliate", "affiliate-link", "affiliatelink", "partnerlink", "partner-link"),
        *("affilié", "affiliés", "affiliée", "afiliado", "afiliados", "affiliazione", "affiliato", "afiliacyjny"),
        *("commission", "commissions", "provision", "comisión", "comissão", "commissione", "commissie", "prowizja"),
        *("earn", "earns", "paid link", "paid links", "commissions earned", "verdienen", "rémunéré"),
    ),
    "sponsored": (
        *("ad", "#ad", "ads", "advert", "advertisement", "advertising", "sponsored", "sponsor", "paid partnership"),
        *("anzeige", "werbung", "werbelink", "gesponsert", "publicité", "sponsorisé", "parrainé", "annonce"),
        *("publicidad", "publi", "patrocinado", "patrocinada", "publicidade", "pubblicità", "sponsorizzato", "adv"),
        *(
            "reclame",
            "advertentie",
            "gesponsord",
            "reklama",
            "reklame",
            "reklam",
            "annons",
            "mainos",
            "広告",
            "廣告",
            "广告",
        ),
    ),
}
"""Words with which a text admits something about itself. Small letters fit any; ``AI`` is not the end of ``j'ai``.

They only ever excuse: a text in other words is never taken to hide anything.
"""

AFFILIATE_HOSTS = frozenset(
    (
        *("awin1.com", "tidd.ly", "shareasale.com", "hop.clickbank.net", "click.linksynergy.com", "prf.hn"),
        *("anrdoezrs.net", "dpbolvw.net", "jdoqocy.com", "kqzyfj.com", "tkqlhce.com", "s.click.aliexpress.com"),
        *("go.skimresources.com", "redirect.viglink.com", "clk.tradedoubler.com", "tc.tradetracker.net"),
    )
)
"""Where the redirects of affiliate networks live; whoever links there is paid for what readers buy."""

AFFILIATE_PARAMETERS = {
    "": frozenset(("aff", "aff_id", "affid", "affiliate", "affiliate_id", "affiliateid")),
    "amazon": frozenset(("tag",)),
    "ebay": frozenset(("campid",)),
}
"""Parts of an address that say who is paid, by the shop whose own they are; those of no shop hold anywhere."""

VISIBILITIES = {
    "public": "public",
    "unlisted": "public",
    "followers": "group",
    "group": "group",
    "private": "person",
}
"""What ``visibility:`` may say, and the audience it makes of a post."""
VIA = {
    "api": "the platform's own API",
    "browser": "a scripted browser",
    "unofficial": "a service or library the platform has not approved",
}
USES = {
    "analytics": "counting",
    "research": "research",
    "crm": "a customer register",
    "ai_training": "training an AI model",
    "lead_list": "a list of people to sell to",
}
IGNORABLE = {
    "bots": "accounts that are marked as automated",
    "own_accounts": "our own accounts",
    "followers": "people who follow us",
    "opted_out": "people who opted out",
}
ONCE_PER = {
    "user": "once for each person",
    "post": "once for each post",
    "thread": "once for each conversation",
    "message": "once for each message",
}
DEFAULT_PROFILE = "default"
PROFILES = {
    DEFAULT_PROFILE: "what anybody should hear about; used when nothing else is asked for",
    "strict": "everything, also what is a matter of taste",
    "public-body": "for a council, a ministry, a police force: people cannot choose another one",
    "personal": "for one person's own account",
}
"""For whom a check is made: a rule may say that it only runs in some of these."""

FIX_SAFETY = {
    "safe": "nothing that people outside notice is lost",
    "unsafe": "it changes what people notice: look at it before you do it",
}

YES_NO = {"yes": "the file says so", "no": "the file denies it", UNSTATED: "the file does not say"}
LIMIT_HOLDS_FOR = {
    "every account": "it holds for every account there",
    "unverified accounts": "it holds for accounts that the platform has not verified",
    "some accounts": "for whom it holds depends on what the files do not say",
}
EVIDENCE = {
    "primary": "the platform's own page was seen",
    "quoted": "others quote the platform's page",
    "secondary": "somebody else tells of it",
    "custom": "no rule of the platform, but a custom among those who use it",
}
"""How much a published limit can be relied on."""

INBOX = {
    "read": "somebody reads what comes back",
    "unread": "the file says that nobody does",
    UNSTATED: "the file does not say",
}
