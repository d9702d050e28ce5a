"""The automation file: which keys there are and what each of them holds."""

from functools import cache

from sociable.readers.automation_file.shapes import (
    APPROVAL,
    CONDITIONS,
    COUNT,
    COUNTRY_CODES,
    DURATION,
    FILLED,
    FLAG,
    HANDLE,
    LENGTH,
    LIMIT,
    NAME,
    NAMES,
    ONCE,
    PURPOSE,
    RATE,
    SITES,
    SPOKEN,
    TEXT,
    VALUE_NAME,
    VERSION,
    WORDS,
    YES_NO,
    Key,
    Shape,
    answered,
    group,
    group_of,
    list_of,
    name,
    names_of,
    one_of,
    one_or_list,
    part,
    some_of,
)
from sociable.readers.automation_file.when_and_who import (
    ADDRESS,
    AGREED,
    AMOUNT,
    CRON,
    DATE,
    DOMAIN,
    EVERY,
    HOLDER,
    HOURS,
    INBOX_HOURS,
    MOMENT,
    PASSED_OVER,
    REACHED_VIA,
    SCHEDULED_DAYS,
    STOP_WORDS,
    TELEPHONE,
    TIMES_OF_DAY,
    WHO,
    ZONE,
)
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.setup.model import Audience
from sociable.vocabulary.events import TRIGGER_KEYS, Event
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.text_words import DISCLOSURES
from sociable.vocabulary.values import (
    ACCOUNT_KINDS,
    ADMISSIONS,
    API_TIERS,
    APPROVABLE,
    CAME_BY,
    CAME_OF_THEMSELVES,
    ENTRIES,
    NONE,
    OUT_BY,
    RUN_BY,
    USES,
    VISIBILITIES,
)
from sociable.vocabulary.verbs import VERBS, Verb

FILE_KEYS = {
    "sociable": Key(VERSION, "The version of the format.", "1"),
    "$schema": Key(TEXT, "The address of this schema, for editors.", "https://example.org/automations.schema.json"),
    "accounts": Key(
        Shape(
            {
                "title": "a group of accounts, each under its id",
                "type": "object",
                "additionalProperties": {"$ref": "#/$defs/account"},
            },
            group_of,
        ),
        "The accounts that automations run on, by id.",
        "{council: {platform: mastodon}}",
    ),
    "lists": Key(
        Shape(
            {
                "title": "a group of lists of people, each under its name",
                "type": "object",
                "additionalProperties": {"$ref": "#/$defs/list"},
            },
            group_of,
        ),
        "People who are written down somewhere: how they came there, to what they agreed, and how they end it.",
        "{subscribers: {came_by: form, agreed_to: news, out_by: [link]}}",
    ),
    "places": Key(
        Shape(
            {
                "title": "a group of places, each under its name",
                "type": "object",
                "additionalProperties": {"$ref": "#/$defs/place"},
            },
            group_of,
        ),
        "Rooms, channels, groups and servers that several things speak of.",
        "{lounge: {members: 300, open: false}}",
    ),
    "imports": Key(
        Shape({"title": "a list of imports", "type": "array", "items": {"$ref": "#/$defs/import"}}, list_of),
        "What exports of other tools cannot hold: whose their accounts are, who approves, where lists come from.",
        "[{files: [exports/*.json], accounts: {Main bot: council}}]",
    ),
    "automations": Key(
        Shape({"title": "a list of automations", "type": "array", "items": {"$ref": "#/$defs/automation"}}, list_of),
        "What happens by itself.",
        "[{id: thanks, account: council, when: followed, do: [notify: us]}]",
    ),
}

APPROVED_KEYS = {
    name: Key(answered("asked"), f"Whether they agreed to {doc}.", "true") for name, doc in APPROVABLE.items()
}

APPROVED = group("a group such as `{automation: true}`", APPROVED_KEYS, dict)

ADMITS = Key(
    some_of(ADMISSIONS, "something that people would object to, such as `untrue`"),
    "What is known of it that people would object to and no other key says; once, where it belongs.",
    "[other_purpose]",
)

PLACE_KEYS = {
    "members": Key(COUNT, "How many people are there.", "300"),
    "open": Key(YES_NO, "Whether anybody may come in.", "true"),
    "inside": Key(YES_NO, "Whether only our own people are there.", "true"),
    "allowed_by": Key(WHO, "Who agreed there to the automation.", "the moderators"),
    "approved": Key(APPROVED, "What they agreed to there.", "{automation: true}"),
}

LIST_KEYS = {
    "came_by": Key(one_of(CAME_BY), "How people came onto it.", "form"),
    "agreed_to": Key(AGREED, "What they agreed to: words of the vocabulary, words of your own, or `none`.", "news"),
    "confirmed": Key(answered("twice"), "Whether they confirmed it, or even by a second step.", "twice"),
    "out_by": Key(some_of(OUT_BY), "How they get off it, besides a word; `none` if they cannot.", "[link]"),
    "stop_on": Key(STOP_WORDS, "Words with which a person gets off it, or `none`.", "[stop]"),
    "inside": Key(YES_NO, "Whether only our own people are on it.", "true"),
    "admits": ADMITS,
}

AUDIENCE_KEYS = {
    "countries": Key(COUNTRY_CODES, "Where the readers live; `EU` is all of the European Union.", "[GB]"),
    "languages": Key(SPOKEN, "Which languages they read.", "[en, cy]"),
    "region": Key(NAME, "The region, state or town; the laws of California and Maine are known.", "California"),
}


def _audience_of(said: dict[str, Any]) -> Audience:
    return Audience(said.get("countries", frozenset()), frozenset(said.get("languages", ())), said.get("region", ""))


AUDIENCE = group("a group such as `{countries: [GB]}`", AUDIENCE_KEYS, _audience_of)


INBOX_KEYS = {
    "read_by": Key(WHO, "Who reads what comes back.", "comms team"),
    "reply_within": Key(LENGTH, "How long people wait: read each evening is `1 day`, on Fridays `7 days`.", "1 day"),
    "hours": Key(INBOX_HOURS, "When somebody is there; with days `{days: weekdays, hours: …}`.", '"9:00-17:30"'),
}

_PLATFORM_TITLES = {name: row.title for name, row in PLATFORMS.items()}

ACCOUNT_KEYS = {
    "platform": Key(one_of(_PLATFORM_TITLES, "a platform"), "Where the account lives.", "mastodon"),
    "handle": Key(HANDLE, "The name people see; left out where it is not told.", '"@examplecouncil"'),
    "run_by": Key(one_of(RUN_BY), "Whose account it is.", "public-body"),
    "automated_label": Key(YES_NO, "Whether the profile says that it is automated.", "true"),
    "operator": Key(WHO, "Who answers for it: the handle of a person, or a name or a desk in any words.", '"@jane"'),
    "inbox": Key(part("inbox"), "Who reads what comes back, or the word `unread`.", "{read_by: comms team}"),
    "pause": Key(HOLDER, "Who can stop everything at once when the news turns; `false` if nobody can.", "duty officer"),
    "api_tier": Key(one_of(API_TIERS), "How X is paid for its API: `self-serve` or `enterprise`.", "self-serve"),
    "server": Key(DOMAIN, "The server of a federated account.", "mastodon.example"),
    "ai_replies_approved": Key(YES_NO, "An older way of saying `approved: {ai_replies: …}`.", "false"),
    "verified": Key(YES_NO, "Whether the platform has verified it: some limits are wider then.", "true"),
    "moderates": Key(YES_NO, "Whether it is a moderator of the room it speaks in.", "true"),
    "kind": Key(one_of(ACCOUNT_KINDS), "What sort of account it is.", "bot"),
    "audience": Key(AUDIENCE, "Where the readers live (whose law holds) and what they read.", "{countries: [GB]}"),
    "based_in": Key(
        COUNTRY_CODES, "Where whoever runs it lives or has its seat; `EU` is anywhere in the European Union.", "LV"
    ),
    "count": Key(COUNT, "How many accounts it stands for, where these are many that do the same.", "22"),
    "client": Key(NAME, "For whom it is kept, where that is somebody else.", "Carter Joinery"),
    "approved": Key(APPROVED, "What the platform has agreed to.", "{publishing: true}"),
    "paid_by": Key(NAME, "Who pays for what it says: a name, `nobody`, or `us` for what we sell.", "nobody"),
    "purpose": Key(PURPOSE, "What it is for, where an automation says nothing else.", "support"),
    "in": Key(part("in"), "Where it is at home: a place by its name, or a group such as `{members: 300}`.", "lounge"),
    "admits": ADMITS,
    "vars": Key(part("vars"), "Facts that texts may use as `{{ account.city }}`.", "{city: Gloucester}"),
}

AUTOMATION_KEYS = {
    "id": Key(NAME, "The name of the automation, used once in the whole project.", "thank-new-followers"),
    "account": Key(NAMES, "The account it runs on, or a list of accounts.", "council"),
    "title": Key(name("a text"), "What it is for, in a few words.", "Thanks new followers"),
    "enabled": Key(FLAG, "Whether it runs at all.", "false"),
    "purpose": Key(PURPOSE, "What it is for.", "support"),
    "when": Key(part("when"), "What starts it: an event, or a group with the event and what narrows it.", "mentioned"),
    "if": Key(CONDITIONS, "What has to hold as well.", "not event.user.is_bot"),
    "do": Key(part("steps"), "What it does, one step after the other.", "[like]"),
    "limit": Key(
        LIMIT, "The most it may do: in all, as in `5 per user per day` for each person, or `none`.", "60 per hour"
    ),
    "usual": Key(RATE, "How often each of its steps really happens, where nothing limits it.", "35 per day"),
    "cooldown": Key(LENGTH, "How long it rests between two runs.", "1 hour"),
    "once_per": Key(
        ONCE,
        "How often it may run for the same person, post or conversation; `none` if it may come to the same again.",
        "user per day",
    ),
    "approval": Key(APPROVAL, "Whether a person says yes to each run; `none` if nobody looks before.", "human"),
    "ignore": Key(
        PASSED_OVER, "Whom it passes over: words, roles and lists; `none` if nobody, bots included.", "[bots]"
    ),
    "only_from": Key(WORDS, "The only accounts it listens to.", "staff"),
    "stop_on": Key(STOP_WORDS, "Words with which a person opts out, or `none`.", "[stop]"),
    "via": Key(REACHED_VIA, "How the platform is reached; a tool may be named, as in `{api: planner}`.", "api"),
    "max_replies_per_thread": Key(COUNT, "The most answers in one conversation.", "3"),
    "agreed_to": Key(AGREED, "What people agree to by what starts it, or `none`.", "the tide times"),
    "out_by": Key(some_of(OUT_BY), "How people end it, besides a word; `none` if they cannot.", "[unfollow]"),
    "entry": Key(some_of(ENTRIES), "What people have to do to take part.", "[comment]"),
    "reviews_on": Key(
        SITES, "Where reviews stand that it asks for, rewards or wants taken back.", "[yelp, Tripadvisor]"
    ),
    "during": Key(HOURS, "At which hours it runs.", "open"),
    "until": Key(DATE, "The last day on which it runs.", "2027-06-30"),
    "paid_by": Key(NAME, "Who pays for what it says; `nobody`, or `us` for an advertisement of our own.", "nobody"),
    "admits": ADMITS,
}

_DISCLOSED = {row.name: row.doc for row in DISCLOSURES.values()} | {NONE: "says nothing of itself"}

STEP_KEYS = {
    "if": Key(CONDITIONS, "What has to hold for this step.", "event.user.is_follower"),
    "after": Key(DURATION, "How long to wait before it.", "2 hours"),
    "limit": Key(LIMIT, "The most this step may do.", "20"),
    "approval": Key(APPROVAL, "Whether a person says yes to this step.", "human"),
    "disclose": Key(some_of(_DISCLOSED), "What the text tells people about itself, or `none`.", "[ai]"),
    "visibility": Key(one_of(VISIBILITIES), "Who may see it.", "unlisted"),
    "via": Key(REACHED_VIA, "How the platform is reached.", "api"),
    "use": Key(one_of(USES), "What stored data is for.", "analytics"),
    "purpose": Key(PURPOSE, "What this step is for, where that is not what its automation is for.", "promotion"),
    "paid_by": Key(NAME, "Who pays for what it says; `nobody`, or `us` for an advertisement of our own.", "nobody"),
    "during": Key(HOURS, "At which hours it is done.", "open"),
    "as": Key(VALUE_NAME, "What later steps call the thing that it makes.", "notice"),
}

GROUP_KEYS = {
    "if": Key(CONDITIONS, "What has to hold for the steps under `do`.", "event.post.is_reply"),
    "do": Key(part("steps"), "The steps that are done if it holds.", "[like]"),
    "else": Key(part("steps"), "The steps that are done if it does not hold.", "[repost]"),
}
"""What a step holds that is a group of others."""

_TRIGGER_SHAPES = {
    "name": NAME,
    "words": WORDS,
    "count": COUNT,
    "pace": EVERY,
    "clock": TIMES_OF_DAY,
    "cron": CRON,
    "zone": Shape({"$ref": "#/$defs/zone"}, ZONE.convert),
    "duration": LENGTH,
    "place": part("in"),
    "hours": HOURS,
    "languages": SPOKEN,
    "flag": FLAG,
    "way": one_of(CAME_OF_THEMSELVES),
}
NARROWING_KEYS = {
    name: Key(_TRIGGER_SHAPES[row.shape], f"{row.doc[0].upper()}{row.doc[1:]}.", row.example)
    for name, row in TRIGGER_KEYS.items()
}
"""What may stand beside ``event:``; each event says which of them it takes."""

_DAYS_OF_SCHEDULE = Key(SCHEDULED_DAYS, "On which days.", "monday")


@cache
def narrowing(event: Event) -> dict[str, Key]:
    """The keys that may stand beside an event; `on` says days of a schedule, and posts of any other."""
    keys = {name: NARROWING_KEYS[name] for name in event.keys}
    return keys | ({"on": _DAYS_OF_SCHEDULE} if event.is_timed else {})


LONG_KEYS = {
    "text": Key(TEXT, "What people will read; `{{ … }}` holds what is filled in.", '"Hi {{ event.user.name }}"'),
    "media": Key(part("media"), "A picture or video, or a list of them, each with its description.", "tide.jpg"),
    "link": Key(FILLED, "One web address, also with `{{ … }}`; more go into the text.", "https://example.org"),
    "language": Key(SPOKEN, "The language of the text, or all of them.", "cy"),
    "title": Key(TEXT, "A headline.", "News"),
    "subject": Key(TEXT, "The subject line.", "Your question"),
    "channel": Key(NAME, "The channel it goes to; `in` says the same.", '"#news"'),
    "in": Key(part("in"), "Where it goes: a room, channel, group or server.", '"#news"'),
    "mentions": Key(NAMES, "Who is named in it so that they notice, one or several, beside the text.", "event.user"),
    "names": Key(
        NAMES,
        "Who is named, shown or meant in it, but not told of it; `strangers` for people who agreed to nothing.",
        "event.user",
    ),
    "buttons": Key(part("buttons"), "What can be pressed below it.", "[Yes, No]"),
    "template": Key(NAME, "A form that the platform has approved; it needs no `text`.", "order_sent"),
    "amount": Key(AMOUNT, "How much.", "5 EUR"),
    "until": Key(MOMENT, "The date, time of day or moment to wait for.", '"23:30"'),
    "group": Key(NAME, "The group, channel or server; `in` says the same.", "knitters"),
    "list": Key(FILLED, "The list.", "friends"),
    "emoji": Key(FILLED, "The reaction.", '"👍"'),
    "to": Key(name("the name of a colleague or team"), "Who gets it.", "press office"),
    "for": Key(DURATION, "How long.", "3 days"),
    "url": Key(ADDRESS, "The web address to call.", "https://example.org/hook"),
}
"""What the long form ``verb: {…}`` may hold; each verb says which of them it takes."""

PICTURE_KEYS = {
    "image": Key(FILLED, "The file or address of a picture.", "tide.jpg"),
    "video": Key(FILLED, "The file or address of a video.", "tide.mp4"),
    "sound": Key(FILLED, "The file or address of a recording, or a voice that an AI has made.", "tide.mp3"),
    "alt": Key(TEXT, "What can be seen in it, for people who cannot see it.", '"High water at the pier"'),
    "ai": Key(YES_NO, "Whether an AI made it, or changed it so that it shows something else.", "true"),
}
BUTTON_KEYS = {
    "text": Key(FILLED, "What stands on it.", "Talk to us"),
    "link": Key(FILLED, "The address that it opens.", "https://example.org"),
    "call": Key(TELEPHONE, "The telephone number that it calls.", '"+44 1632 960000"'),
}
MOST_BUTTONS = 13
"""No platform takes more below one message."""

# -------------------------------------------------------------------------------------------- steps

_SHORT_FORM = {"text": "text", "target": "target", "person": "to", "duration": "for", "address": "url"}
"""The long key that the short form ``verb: value`` stands for, by the verb's argument."""

_TARGETS = {
    "event.user": "a person, or a group of people, such as `event.user`",
    "event.post": "a post, or several, such as `event.post`",
    "?": "the name of a group, a channel or a server",
}
_TARGET_EXAMPLES = {"event.user": "event.user", "event.post": "event.post", "?": "knitters"}
_AIMS = {
    target: Key(
        Shape(one_or_list(title, name(title).schema, minItems=1), names_of),
        "Whom or what it is aimed at, or a list of them.",
        _TARGET_EXAMPLES[target],
    )
    for target, title in _TARGETS.items()
}


class Form(Record):
    """How a verb is written.

    ``short`` is the key that ``verb: value`` stands for (empty: none), ``keys`` what ``verb: {…}`` may
    hold and ``needs`` what of these it must; ``bare``: the verb may stand alone.
    """

    verb: Verb
    short: str
    keys: dict[str, Key]
    needs: tuple[str, ...]
    bare: bool


def _form(verb: Verb) -> Form:
    short = _SHORT_FORM.get(verb.argument, "")
    keys = {name: LONG_KEYS[name] for name in (short, *verb.keys) if name in LONG_KEYS}
    if verb.target:
        keys["target"] = _AIMS[verb.target]
    needs = verb.needed or ((short or "do",) if verb.argument in ("names", "address") or verb.target == "?" else ())
    bare = not needs and verb.argument != "duration" and (verb.argument != "text" or verb.audience == "inward")
    return Form(verb, short, keys, needs, bare)


FORMS = {name: _form(verb) for name, verb in VERBS.items()}
BARE_VERBS = tuple(name for name, form in FORMS.items() if form.bare)
