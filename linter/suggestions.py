"""Did you mean …? For words that are nearly right, or right somewhere else."""

from collections.abc import Iterable

from linter.quotes import TYPOGRAPHIC

_ELSEWHERE = {
    # places, and how they are reached
    "bsky": "bluesky",
    "fb": "facebook",
    "gmail": "email",
    "ig": "instagram",
    "insta": "instagram",
    "mail": "email",
    "newsletter": "email",
    "official": "api",
    "scraper": "browser",
    "scraping": "browser",
    "selenium": "browser",
    "tg": "telegram",
    "twitter": "x",
    "wa": "whatsapp",
    "x.com": "x",
    "yt": "youtube",
    # what is done
    "add-comment": "comment",
    "add-to-list": "list_add",
    "alert": "notify",
    "answer": "reply",
    "approve": "approval",
    "ask-human": "ask",
    "ban": "block",
    "boost": "repost reposted",
    "connect-request": "connect",
    "create-post": "post",
    "create-tweet": "post",
    "crosspost": "post",
    "defollow": "unfollow",
    "delay": "after wait",
    "delete-post": "delete",
    "delete-tweet": "delete",
    "direct-message": "dm messaged",
    "dm": "dm messaged",
    "favorite": "like liked",
    "favourite": "like liked",
    "flag": "report",
    "follow-back": "follow",
    "friend": "follow",
    "heart": "like liked",
    "http-request": "webhook",
    "like-post": "like",
    "message": "text dm messaged",
    "note": "post",
    "post-tweet": "post",
    "private-message": "dm messaged",
    "publish": "post",
    "quote-post": "quote",
    "quote-tweet": "quote",
    "reblog": "repost reposted",
    "remove": "delete",
    "remove-from-list": "list_remove",
    "remove-post": "delete",
    "repin": "repost",
    "reply-all": "reply",
    "reply-to": "target reply",
    "retoot": "repost reposted",
    "retweet": "repost reposted",
    "send-dm": "dm",
    "send-email": "email",
    "send-message": "dm",
    "share": "repost reposted",
    "skeet": "post",
    "slack": "slack notify",
    "sleep": "wait",
    "status": "post posted",
    "subscribe": "subscribed follow",
    "thank": "reply",
    "toot": "post posted",
    "tweet": "post posted",
    "unban": "unblock",
    "unboost": "",
    "unfavorite": "unlike",
    "unfavourite": "unlike",
    "unfollow-back": "unfollow",
    "unfriend": "unfollow",
    "unmute": "",
    "unpin": "",
    "unretweet": "",
    "unshare": "",
    "unsubscribe": "unsubscribed unfollow",
    "upvote": "vote liked",
    # what sets it off
    "boosted": "reposted",
    "comment-created": "commented",
    "cron": "cron schedule",
    "daily": "schedule",
    "direct-message-received": "messaged",
    "dm-received": "messaged",
    "favorited": "liked",
    "favourited": "liked",
    "feed": "feed feed_item",
    "follow-request": "connection_requested",
    "follower": "followed followers",
    "form-submitted": "opted_in",
    "guild-member-add": "joined",
    "guild-member-remove": "left",
    "hashtag": "hashtags post_matched",
    "hourly": "schedule",
    "incoming-message": "messaged",
    "interval": "every schedule",
    "item-in-feed": "feed_item",
    "keyword": "keywords post_matched",
    "leave": "leave left",
    "lost-follower": "unfollowed",
    "manual-trigger": "manual",
    "member": "joined",
    "member-joined": "joined",
    "member-left": "left",
    "message-create": "messaged",
    "message-received": "messaged",
    "order": "order_placed",
    "profile-visit": "visited_profile",
    "purchase": "order_placed",
    "reaction": "reacted react",
    "reblogged": "reposted",
    "reply": "reply replied",
    "retweeted": "reposted",
    "review": "approval reviewed",
    "row": "row_added",
    "rss": "feed_item feed",
    "rss-feed": "feed_item feed",
    "schedule-trigger": "schedule",
    "search": "search post_matched",
    "shared": "reposted",
    "subscriber": "subscribed",
    "tag": "tagged",
    "timer": "schedule",
    "trend": "trend_started",
    "trending": "trend_started",
    "trends": "trends trend_started",
    "tweet-by-you": "posted",
    "unsubscriber": "unsubscribed",
    "upvoted": "liked",
    "webhook-trigger": "webhook",
    # keys, and what stands after them
    "action": "do",
    "actions": "do",
    "active": "enabled",
    "advertising": "promotion",
    "body": "text",
    "bot": "bots automated_label is_bot",
    "caption": "text",
    "company": "business",
    "condition": "if",
    "conditions": "if",
    "content": "text",
    "contest": "giveaway",
    "conversation": "thread",
    "council": "public-body",
    "customer-service": "support",
    "description": "title",
    "discussion": "thread",
    "event": "when",
    "favorites": "likes",
    "favourites": "likes",
    "filter": "if",
    "government": "public-body",
    "help": "support",
    "human-review": "approval",
    "image": "media image",
    "individual": "person",
    "instance": "server",
    "follower-count": "followers",
    "is-bot": "is_bot automated_label",
    "is-following": "",
    "label": "automated_label",
    "manual-approval": "approval",
    "marketing": "promotion",
    "max": "limit",
    "name": "name handle id",
    "network": "platform",
    "ngo": "community",
    "nonprofit": "community",
    "on": "on when",
    "organisation": "business",
    "organization": "business",
    "ours": "own_accounts",
    "own": "own_accounts",
    "owner": "run_by",
    "person": "person user",
    "photo": "media",
    "picture": "media",
    "raffle": "giveaway",
    "rate": "limit",
    "rate-limit": "limit",
    "reblogs": "reposts",
    "recipient": "target",
    "recipients": "target",
    "retweets": "reposts",
    "reviewed-by": "approval",
    "sales": "promotion",
    "self": "own_accounts",
    "steps": "do",
    "then": "do",
    "throttle": "limit",
    "to": "to target",
    "trigger": "when",
    "type": "platform",
    "url": "url link",
    "username": "handle",
    "video": "media",
}
"""What people say elsewhere for a word of ours: of several the first that fits the place; empty where we have none."""

_LEADS = ("new-", "on-", "when-", "if-")
"""What tools put before the name of an event."""

_LONGEST = 60
"""Comparing takes quadratic time, and no word of ours comes near this length."""

_ALIKE = 0.7
"""How alike two spellings have to be, from 0 to 1: below it, words have little but their letters in common."""

_DENIALS = ("un", "non", "not-", "no-", "de", "dis", "remove-", "lost-")


def nearest(word: str, known: Iterable[str]) -> str:
    """Find the known word that is most like ``word``, or an empty text when none is; never its opposite."""
    from difflib import get_close_matches

    spellings = {_spelling(name): name for name in known}
    said = _without_lead(_spelling(word[:_LONGEST]))
    meant = map(_spelling, _ELSEWHERE.get(said, said).split())
    known_elsewhere = next((spellings[each] for each in meant if each in spellings), "")
    if known_elsewhere or _ELSEWHERE.get(said) == "":
        return known_elsewhere
    matches = get_close_matches(said, spellings, n=1, cutoff=_ALIKE)
    return spellings[matches[0]] if matches and not _are_opposites(said, matches[0]) else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Ask whether the nearest word was meant, or return an empty text."""
    guess = nearest(word, known)
    return f"Did you mean `{guess}`?" if guess else ""


def _spelling(word: str) -> str:
    return word.strip(f" \t{TYPOGRAPHIC}").replace("_", "-").replace(" ", "-").casefold()


def _without_lead(said: str) -> str:
    return next((said.removeprefix(lead) for lead in _LEADS if said.startswith(lead)), said)


def _are_opposites(one: str, other: str) -> bool:
    """Whether one word comes nearer to the other by losing what denies it: `unread` to `read`, not to `unraed`."""
    from difflib import SequenceMatcher

    likeness = SequenceMatcher(None, one, other).ratio()
    return any(
        denied.startswith(prefix) and SequenceMatcher(None, denied[len(prefix) :], meant).ratio() > likeness
        for denied, meant in ((one, other), (other, one))
        for prefix in _DENIALS
    )
