"""What stands in a picture, in words: when an automation starts, and what it then does."""

from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts
from sociable.facts.provenance import PERSON
from sociable.setup.target_wording import target_phrase
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.verbs import PHRASES

WHEN = {
    "mentioned": "somebody mentions us",
    "replied": "somebody replies to us",
    "commented": "somebody comments on our post",
    "messaged": "somebody writes to us",
    "tagged": "somebody tags us",
    "reviewed": "somebody reviews us",
    "quoted": "somebody quotes us",
    "opted_in": "somebody signs up",
    "command": "somebody gives a command",
    "followed": "somebody follows",
    "connection_requested": "somebody asks to connect",
    "liked": "somebody likes our post",
    "reposted": "somebody shares our post",
    "reacted": "somebody reacts to our post",
    "joined": "somebody joins",
    "subscribed": "somebody subscribes",
    "visited_profile": "somebody looks at our profile",
    "unfollowed": "somebody stops following",
    "unsubscribed": "somebody unsubscribes",
    "left": "somebody leaves",
    "opted_out": "somebody opts out",
    "blocked": "somebody blocks us",
    "post_matched": "a search finds a post",
    "account_posted": "another account posts",
    "trend_started": "something is trending",
    "posted": "this account posts",
    "milestone": "a number is reached",
    "approved": "a colleague approves",
    "schedule": "its time comes",
    "feed_item": "a feed has something new",
    "webhook": "another program calls",
    "row_added": "a table has a new row",
    "order_placed": "somebody orders",
    "manual": "a colleague starts it",
}
"""What starts an automation, by event."""

DOES = {
    **PHRASES,
    "repost": "shares a post of {}",
    "invite": "invites {}",
    "accept": "accepts {}",
    "decline": "declines {}",
    "unblock": "unblocks {}",
    "mute": "mutes {}",
    "remove_follower": "removes {} from the followers",
    "list_add": "puts {} on a list",
    "list_remove": "takes {} off a list",
    "unlike": "takes back a like from {}",
    "vote": "votes on a post of {}",
    "hide": "hides a post of {}",
    "delete": "deletes a post of {}",
    "report": "reports a post of {}",
    "warn": "warns {}",
    "pin": "pins a post of {}",
    "notify": "tells a colleague",
    "assign": "hands it to a colleague",
    "draft": "writes a draft",
    "ask": "asks a colleague",
    "log": "makes a note",
    "store": "keeps what it found",
    "generate": "lets an AI write",
    "fetch": "looks something up",
    "wait": "waits",
    "webhook": "calls another program",
    "stop": "stops",
}
"""What a step does, by verb; ``{}`` is whom it does it to."""

_THEIRS = (("a post of {}", "their post"), ("the profile of {}", "their profile"), ("{}", "them"))


def when_words(automation: AutomationFacts) -> str:
    """What starts an automation, as a clause that begins with "when" or says how often."""
    narrowed = automation.model.trigger.narrowed
    if "every" in narrowed:
        return f"every {narrowed['every'][0]}"
    clause = event_words(automation)
    saying = [word for key in ("contains", "keywords", "hashtags") for word in narrowed.get(key, ())]
    return f"{clause}: {', '.join(f'“{word}”' for word in saying)}" if saying else clause


def event_words(automation: AutomationFacts) -> str:
    """What starts an automation, whatever it is narrowed to."""
    return f"when {WHEN[automation.event.name]}"


def deed_words(step: StepFacts) -> str:
    """What a step does, and to whom."""
    phrase, target = DOES[step.verb.name], step.target
    if target.kind in (PERSON, "post"):
        for of, theirs in _THEIRS:
            phrase = phrase.replace(of, theirs)
        return f"{phrase} back" if _is_in_return(step) else phrase
    return phrase.format(target.own.shown if target.own else target_phrase(target.model))


def _is_in_return(step: StepFacts) -> bool:
    """Whether it does to somebody what they just did."""
    return step.verb.group == "tie" and any(cause.event == step.automation.event.name for cause in step.verb.causes)


def account_title(account: AccountFacts) -> str:
    """The account as people know it."""
    return account.model.handle or account.id


def platform_title(account: AccountFacts) -> str:
    """Where the account lives, or that nobody says."""
    known = PLATFORMS.get(account.platform)
    if known is not None:
        return f"on {known.title}"
    return "platform not stated" if account.known else "not described in these files"
