"""The one table of words: platforms, events, verbs, targets and what each of them means.

The JSON Schema, the reader, the rule checker and the reference in ``docs/`` all derive from this
module. A word that is not here does not exist; a meaning that is not here is not known to any rule.
"""

from sociable.vocabulary.roles import ROLES

UNSTATED = "unstated"
"""The value of everything a file does not say. Never the same as "no"."""

NONE = "none"
"""What a key says that says plainly that there is no such thing."""

NO_WORDS = ("nobody", "nothing")
"""What people write for it."""

NOTHING = "nothing"
"""What ``entry`` says where nothing is asked for."""

AUDIENCES = {
    "public": "anybody can see it",
    "group": "those see it who follow, or are members of a channel, a server or a mailing list",
    "person": "one person outside is addressed or touched by it",
    "inward": "nobody outside notices",
}
"""Who notices, from the most to the fewest."""

HEARD_BY_MANY = ("public", "group")
"""The audiences before which something that was said in private is no longer private."""


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
    "reminder": "reminding somebody of what they wanted to be reminded of",
    "receipt": "saying that something has arrived or was bought",
    "thanks": "thanking somebody",
    "accessibility": "making something usable for people who cannot see, hear or read it as it is",
    "game": "playing with people",
    "art": "verses, pictures, stories",
    "engagement": "keeping people talking, for its own sake",
    "community": "bringing people together who share a place or a hobby: finds, weekly talk, congratulations",
    "campaign": "winning people for a vote, a party or a cause",
    "assistant": "an AI that answers whatever people ask, and is itself what is offered",
}

RUN_BY = {
    "person": "one person",
    "business": "a company",
    "public-body": "a council, a ministry, a police force",
    "community": "an association, a club, friends who do something together, an open project",
    "institution": "a school, a university, a museum, a library, a theatre, a church, a hospital, a charity",
    "official": "somebody who holds a public office",
}

LIKE_A_PERSON = frozenset(("person", "official"))
"""Who runs an account that is called as one person is."""

API_TIERS = {"self-serve": "the plan anybody can buy", "enterprise": "a contract with the platform"}
APPROVALS = {
    "human": "a person says yes to each run",
    "bulk": "a person says yes to many at one go, without reading each",
    "once": "a person approved the words once, and not for each run",
    "veto": "it happens unless a person says no",
    "after": "a person looks when it has happened",
    NONE: "nobody is asked",
}
NOT_BEFORE = frozenset(("bulk", "after", NONE))
"""Approvals with which nobody has read it before it happens."""
ONCE = "once"
"""The approval of words that stay the same."""


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
    "browser": "a program that works the website or the app as a hand would: a scripted browser, an extension, a phone",
    "unofficial": "a service or library the platform has not approved",
    "platform": "a tool of the platform itself: its scheduler, its filter for comments, its moderator",
}
BY_INTERFACE = "api"
PAST_INTERFACE = frozenset(("browser", "unofficial"))
"""Ways by which a program comes as if it were a person, or as nobody has allowed."""
USES = {
    "analytics": "counting",
    "research": "research",
    "crm": "a customer register",
    "ai_training": "training an AI model",
    "lead_list": "a list of people to sell to",
    "profiles": "profiles of single people: what they are like, whom they know, what they would buy",
}
IGNORABLE = {
    "bots": "accounts that are marked as automated",
    "own_accounts": "our own accounts",
    **{name: row.phrases for name, row in ROLES.items() if name not in ("bots", "own_accounts")},
    "opted_out": "people who opted out",
    "own_copies": "what this project itself has published elsewhere",
}
ONCE_PER = {
    "user": "once for each person",
    "post": "once for each post",
    "thread": "once for each conversation",
    "message": "once for each message",
    "row": "once for each row of a table",
    "item": "once for each item of a feed",
    "payload": "once for each call of a web hook",
}
COUNTED_IN = {
    "user": frozenset(("user", "row", "order", "form", "payload")),
    "post": frozenset(("post", "message", "review", "item")),
    "thread": frozenset(("post", "message", "review")),
    "message": frozenset(("post", "message", "form", "payload")),
    "row": frozenset(("row",)),
    "item": frozenset(("item",)),
    "payload": frozenset(("payload",)),
}
"""Which of the things that events carry bring what is counted."""
assert COUNTED_IN.keys() == ONCE_PER.keys()
CAME_OF_THEMSELVES = {
    "form": "they filled in a form",
    "order": "they bought something",
    "message": "they wrote to us",
    "command": "they gave a command",
    "follow": "they followed",
    "join": "they joined",
    "event": "they came to something we did",
    "ad": "they clicked an advertisement",
}
"""What people did by which they came to us; a talk with somebody begins with one of these."""
CAME_BY = {
    **CAME_OF_THEMSELVES,
    "asked": "somebody asked them in person, and wrote them down",
    "import": "from another list; how they came there is not known",
    "bought": "the list was bought",
    "scraped": "a program collected them",
    "found": "somebody looked them up",
    "guessed": "their addresses were guessed, or made up by a pattern",
}
"""How people came onto a list."""
OUT_BY = {
    "unfollow": "by no longer following",
    "leave": "by leaving the room",
    "link": "by a link in what they get",
    "button": "by a button below what they get",
    "command": "by a command",
    "form": "by a form",
    "reply": "by an answer in any words",
    "asking": "by asking somebody of ours, in person or elsewhere",
    "mute": "by muting or blocking it, where that silences nothing else",
    NONE: "there is no way out",
}
"""How people end what they agreed to, besides the words of ``stop_on``."""
BY_UNFOLLOWING = "unfollow"
CONSENTS = {
    **PURPOSES,
    "messages": "to be written to",
    "naming": "to be named before others",
    "engagement": "to be liked and passed on",
    "ties": "to be followed, or put on a list",
    "data": "to have what is known of them kept and used",
}
"""What people may have agreed to; any other words of a file are the thing itself, such as `the tide times`."""
NOT_KNOWN = frozenset(("unknown", "not known"))
"""Words for what nobody knows; they say no more than silence does."""
CONFIRMED = {"yes": "they confirmed it", "no": "they did not confirm it", "twice": "they confirmed it by a second step"}
ENTRIES = {
    "reply": "a reply",
    "comment": "a comment",
    "message": "a private message",
    "form": "a form",
    "buy": "a purchase",
    NOTHING: "nothing",
    "follow": "a follow",
    "like": "a like",
    "repost": "a repost",
    "save": "saving a post",
    "subscribe": "a subscription",
    "join": "joining a group or channel",
    "bring_others": "bringing other people in",
    "follow_others": "following other people",
    "tag": "naming other people",
    "review": "a review",
    "good_review": "a good review",
    "bad_review": "a bad review of somebody else",
    "remove_review": "taking a review back",
}
"""What people have to do to take part."""
WHO_GAVE = {
    "follow": "follow it",
    "subscribe": "subscribed to it",
    "like": "liked a post",
    "repost": "shared a post",
    "save": "saved a post",
    "join": "joined a group or channel",
    "bring_others": "brought other people in",
    "follow_others": "follow certain others",
    "tag": "named other people",
    "review": "wrote a review",
    "good_review": "wrote a good review",
    "bad_review": "wrote a bad review of somebody else",
}
"""The same of those who have given it, as it follows "people who"."""
FREE_ENTRIES = ("message", "form", "comment", "reply")
"""Those that nobody minds, the least public first."""
REVIEW = "review"
GOOD_REVIEW = "good_review"
"""A review that has to be a good one."""
PRICES = frozenset(
    (
        *("follow", "follow_others", "like", "repost", "save", "subscribe", "join", "tag"),
        *("bring_others", "review", GOOD_REVIEW, "bad_review", "remove_review"),
    )
)
"""The entries that others take for praise, or that draw in people who were not asked. The rest is no price."""

SUBSCRIBE = "subscribe"
"""A follow, where people call it so."""

FOLLOW_OTHERS = "follow_others"

PRICE_OF_LIST = {"follow": "follow", "join": "join"}
"""What people gave who are on a list, by what ``came_by`` says."""

JOIN = "join"
"""To be in a place, which is what places are for; it is a price where something is to be won or sold."""

INSTEAD_OF_PRICES = {
    FOLLOW_OTHERS: "Ask neither for this nor for anything else in return: a follow that is given for a follow "
    "says nothing of anybody.",
    "review": "Give nothing for a review: take out what people get for it.",
    GOOD_REVIEW: "Give nothing for a review, and leave it to people whether they write one and what they say.",
    "bad_review": "Ask nobody for it: what others are like is not for you to have people say.",
    "remove_review": "Offer nothing for it: answer in public, put right what was wrong, and ask for nothing in return.",
}
"""What to do in the place of asking such a price, where it is not the same as for all others."""

ACCOUNT_KINDS = {
    "bot": "an account that the platform knows as a bot",
    "user": "a person's account that a program works",
    "page": "the page of a business or an association",
    "app": "an application that the platform has registered",
    "persona": "somebody who does not exist",
}
OF_PROGRAMS = frozenset(("bot", "app"))
OF_A_PERSON = "user"
APPROVABLE = {
    "ai_replies": "answers that an AI wrote",
    "publishing": "publishing by the API",
    "messages": "messages to people",
    "automation": "the automation as such",
}
"""What a platform, or whoever keeps a place, may have agreed to."""
ADMISSIONS = {
    "hides_machine": "it is made so that nobody notices a machine: random waits, clicks like a hand's, talk as a cover",
    "evades_bans": "it goes round a block or a warning of the platform: new accounts, other numbers, longer breaks",
    "false_numbers": "it makes a number larger by which others go: views, votes, reviews, also by people who are paid",
    "untrue": "people take for true what is not so: an invented customer, a pretended answer, a hurry that is none",
    "pretends": "it passes for a real person or organisation that has nothing to do with it",
    "conceals": "people are not told what they would want to know before they agree or take part",
    "other_purpose": "it uses what people gave, or were told that it is for, for something else",
    "not_ours": "it copies or changes what others wrote, made or said, and they were not asked",
    "inserts": "it puts an advertisement, a link or words of its own into films, pictures or texts that others made",
    "without_owner": "it acts for, or in the name of, somebody who was not asked or never saw what it says",
    "bundled": "one yes, one box or one switch stands for several things, and nobody can have one without the others",
    "private_matters": "it brings before others what people keep to themselves: health, grief, money, where they live",
    "against_wishes": "it goes on although people complained, left, took their yes back or deleted what they wrote",
    "despite_notice": "it writes or posts where people say beforehand that they want nothing of the kind",
    "without_parents": "children take part, are written to or kept on a list, and their parents were not asked",
    "slow_out": "whoever asks for an end goes on getting it for days or weeks",
    "untold_out": "there is a way out, and nobody is told of it",
    "runs_on": "it goes on whatever happens: the yes is weeks old, or whoever could stop it is not there",
    "acts_at_will": "an AI decides by itself what it does, to whom and when",
    "nobody_answers": "nobody answers for what it does",
    "no_person": "whoever asks for a person reaches none",
    "presses": "it plays on fear, guilt, hurry or loneliness",
    "uses_misfortune": "it makes grief, illness or a disaster the occasion for an advertisement, or answers it gaily",
    "often_wrong": "much of what it says is wrong or unsafe, or does not fit what people wrote",
    "same_again": "it brings the same thing again and again, or with a few words or pictures changed",
    "false_tags": "it puts hashtags, titles, search words or message tags on what has nothing to do with them",
    "hides_criticism": "it holds back, hides or deletes bad reviews and criticism, or shuts the place where they stood",
    "harasses": "it goes at a person or a group again and again: insults, reports, lists",
}
"""What those who keep something know of it, and people would object to; each is one word for a whole kind."""
TOLD_ADMISSIONS = {
    "hides_machine": "is made so that nobody notices the program behind it",
    "evades_bans": "is made to get round what the platform blocks or its moderators see",
    "untrue": "tells or shows people something that is not true",
    "pretends": "passes for a person or an organisation it has nothing to do with",
    "conceals": "keeps from people something that they would want to know before they agree or take part",
    "other_purpose": "uses for something else what it was given for one purpose",
    "not_ours": "uses what others wrote, made or said without asking them",
    "inserts": "puts out films or texts with an advertisement, a link or words that their makers did not put there",
    "without_owner": "speaks or acts in the name of people who were not asked or did not see it",
    "bundled": "takes one yes for several things at once",
    "without_parents": "reaches children whose parents were not asked",
    "despite_notice": "turns to people who said beforehand that they want nothing of the kind",
    "against_wishes": "goes on with what it does although some people do not want it",
    "slow_out": "takes days or weeks to stop when people ask for it",
    "untold_out": "does not tell people how to stop what they get",
}
"""Some of them as they follow the name of the account in a title."""
APPROVED = {
    "yes": "they agreed",
    "no": "they refused, or were not asked",
    "asked": "they were asked and have not answered",
}
DURING = {
    "open": "while somebody is there, as `hours` of the inbox say",
    "closed": "while nobody is there",
    "live": "while something is on the air",
}
"""Hours that need no numbers."""
SELLERS = frozenset(("business", "institution"))
"""Whose accounts may be taken to advertise what is sold there: goods, tickets, courses."""
US = "us"
"""What ``paid_by`` says of an advertisement of our own."""
NOBODY_PAYS = "nobody"
"""What ``paid_by`` says of no payment at all."""
DEFAULT_PROFILE = "default"
PROFILES = {
    DEFAULT_PROFILE: "what anybody should hear about; used when nothing else is asked for",
    "strict": "everything, also what is a matter of taste",
    "public-body": "for a council, a ministry, a police force: people cannot choose another one",
    "personal": "for one person's own account",
}
"""For whom a check is made: a rule may say that it only runs in some of these."""

PROFILE_OF = {"public-body": "public-body", "person": "personal"}
"""The profile whose severities hold for an account because of who runs it, whatever a check is made for."""

KEPT_IN = {"public-body": "public-body"}
"""Who keeps the accounts of which no file says so, by what a check is made for."""

FIX_SAFETY = {
    "safe": "nothing that people outside notice is lost",
    "unsafe": "it changes what people notice: look at it before you do it",
}

HABITS = {
    "answering": "what it answers, to whom and how often",
    "reaching": "how it turns to people in private",
    "following": "whom it follows, and why",
    "naming": "whom it names before others",
    "leaving": "what it does when somebody leaves",
    "publishing": "what it publishes without looking",
    "repeating": "what it says again",
    "disclosing": "what it does not say about itself",
    "judging": "what it decides about people",
}
"""What rules may be about together: of those that share a habit, one is told of a step, with the others named."""

YES_NO = {"yes": "the file says so", "no": "the file denies it", UNSTATED: "the file does not say"}
LIMIT_HOLDS_FOR = {
    "every account": "it holds for every account there",
    "unverified accounts": "it holds for accounts that the platform has not verified",
    "accounts that do not moderate": "it holds for accounts that are no moderator of the room",
    "some accounts": "for whom it holds depends on what the files do not say",
}
EVIDENCE = {
    "primary": "the page itself was seen",
    "quoted": "at second hand: others quote it",
    "secondary": "at second hand: somebody else tells of it",
    "custom": "no rule of the platform, but a custom among those who use it",
}
"""How much a published limit can be relied on."""

INBOX = {
    "read": "somebody reads what people write back",
    "unread": "the file says that nobody does, or that people wait longer than a month",
    UNSTATED: "the file does not say",
}
