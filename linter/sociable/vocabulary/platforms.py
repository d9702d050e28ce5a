"""Platforms: what each has and how it is called there."""

from typing import NamedTuple


class Platform(NamedTuple):
    """A place where accounts live; ``hears`` is the audience of an ordinary post there.

    ``lacks`` are the verbs and events that it certainly does not know; most of what it may lack is not listed.
    ``by_contract`` are verbs that its API only takes from accounts with a contract of their own.
    ``profile_hosts`` write ``/@name`` in the address of a profile and are one place each; wherever else an address
    says so, the host is the server of a federated account. ``handle_end`` is what everybody may leave off a handle.
    """

    name: str
    title: str
    hears: str = "public"
    lacks: frozenset[str] = frozenset()
    by_contract: frozenset[str] = frozenset()
    profile_hosts: tuple[str, ...] = ()
    handle_end: str = ""


_VISITS = frozenset(("visited_profile",))
_STORIES = frozenset(("story",))
_FOLLOWING = frozenset(("follow", "unfollow", "remove_follower", "followed", "unfollowed"))
_TRENDS = frozenset(("trend_started",))
_OTHERS_POSTS = frozenset(("quote", "repost"))
_NO_FOLLOWERS = _VISITS | _STORIES | _TRENDS | _FOLLOWING
_NO_PUBLIC = _NO_FOLLOWERS | _OTHERS_POSTS

PLATFORMS = {
    row.name: row
    for row in (
        Platform("x", "X", lacks=_VISITS | _STORIES, by_contract=frozenset(("follow", "like", "quote"))),
        Platform("mastodon", "Mastodon", lacks=_VISITS | _STORIES),
        Platform("bluesky", "Bluesky", lacks=_VISITS | _STORIES, handle_end=".bsky.social"),
        Platform("threads", "Threads", lacks=_VISITS, profile_hosts=("threads.net", "threads.com")),
        Platform("instagram", "Instagram", lacks=_VISITS),
        Platform("facebook", "Facebook", lacks=_VISITS),
        Platform("messenger", "Messenger", hears="person", lacks=_VISITS | _TRENDS),
        Platform("linkedin", "LinkedIn", lacks=_STORIES),
        Platform("reddit", "Reddit", lacks=_VISITS | _STORIES),
        Platform("youtube", "YouTube", lacks=_VISITS | _STORIES, profile_hosts=("youtube.com",)),
        Platform("tiktok", "TikTok", profile_hosts=("tiktok.com",)),
        Platform("discord", "Discord", hears="group", lacks=_VISITS | _STORIES | _TRENDS),
        Platform("telegram", "Telegram", hears="group", lacks=_VISITS | _TRENDS),
        Platform("whatsapp", "WhatsApp", hears="group", lacks=_VISITS | _TRENDS),
        Platform("pinterest", "Pinterest", lacks=_VISITS),
        Platform("slack", "Slack", hears="group", lacks=_VISITS | _STORIES | _TRENDS | _FOLLOWING),
        Platform("lemmy", "Lemmy", lacks=_VISITS | _STORIES),
        Platform("email", "e-mail", hears="group", lacks=_VISITS | _STORIES | _TRENDS | _FOLLOWING | _OTHERS_POSTS),
        Platform("sms", "SMS", hears="person", lacks=_NO_PUBLIC),
        Platform("github", "GitHub", lacks=_VISITS | _STORIES | _TRENDS),
        Platform("matrix", "Matrix", hears="group", lacks=_NO_FOLLOWERS),
        Platform("google-business", "Google Business", lacks=_VISITS | _STORIES | _TRENDS | _FOLLOWING),
        Platform("wikipedia", "Wikipedia", lacks=_NO_FOLLOWERS | _OTHERS_POSTS),
        Platform("twitch", "Twitch", lacks=_VISITS | _STORIES | _TRENDS),
        Platform("line", "LINE", hears="group", lacks=_VISITS | _TRENDS),
        Platform("viber", "Viber", hears="group", lacks=_VISITS | _TRENDS),
        Platform("signal", "Signal", hears="group", lacks=_VISITS | _TRENDS | _FOLLOWING),
        Platform("teams", "Microsoft Teams", hears="group", lacks=_NO_FOLLOWERS),
        Platform("mattermost", "Mattermost", hears="group", lacks=_NO_FOLLOWERS),
        Platform("rocketchat", "Rocket.Chat", hears="group", lacks=_NO_FOLLOWERS),
        Platform("zulip", "Zulip", hears="group", lacks=_NO_FOLLOWERS),
        Platform("forum", "a forum", lacks=_VISITS | _STORIES | _TRENDS),
        Platform("medium", "Medium", lacks=_VISITS | _STORIES | _TRENDS),
        Platform("wordpress", "WordPress", lacks=_VISITS | _STORIES | _TRENDS),
        Platform("wechat", "WeChat", hears="group", lacks=_VISITS | _TRENDS),
        Platform("tumblr", "Tumblr", lacks=_VISITS | _STORIES),
        Platform("quora", "Quora", lacks=_VISITS | _STORIES),
        Platform("substack", "Substack", lacks=_VISITS | _STORIES),
        Platform("snapchat", "Snapchat", lacks=_VISITS | _TRENDS),
        Platform("kick", "Kick", lacks=_VISITS | _STORIES | _TRENDS),
        Platform("yelp", "Yelp", lacks=_VISITS | _STORIES | _TRENDS),
        Platform("xing", "XING", lacks=_STORIES),
        Platform("moltbook", "Moltbook", lacks=_VISITS | _STORIES),
        Platform("other", "another platform"),
    )
}

OTHER = "other"
"""The platform that is none of those named: nobody speaks for it."""

SERVERS = {
    "toot-wales": "toot.wales, a server of Mastodon for Wales",
    "botsin-space": "botsin.space, a server of Mastodon for bots",
    "beehaw": "beehaw.org, a server of Lemmy",
    "other": "a server whose rules nobody here has read",
}
"""Servers that have rules of their own about machines."""

_HOSTS = {"toot.wales": "toot-wales", "botsin.space": "botsin-space", "beehaw.org": "beehaw"}


def server_word(host: str) -> str:
    """The word for a server; those without rules that are known here are one."""
    return _HOSTS.get(host.casefold().rstrip("/").rpartition("/")[2], "other")


MARKS_APPS = frozenset(("telegram", "discord", "slack"))
"""Platforms that show beside every message that it comes from a bot."""

HAVE_BOT_ACCOUNTS = frozenset(("discord", "telegram", "whatsapp", "slack", "signal"))
"""Platforms that give programs accounts of their own, so that whoever comes by another way works a person's."""

BOT_HANDLE_ENDS = {"telegram": "bot"}
"""How handles of bots end, and of nobody else, by platform."""

LABEL_MACHINES = frozenset(("x", "mastodon", "bluesky", "lemmy"))
"""Platforms that have a label for automated accounts."""

TIE_TO_A_PERSON = frozenset(("x", "lemmy"))
"""Platforms on which an automated account says who answers for it."""

WORKPLACES = frozenset(("slack", "teams", "mattermost", "rocketchat", "zulip"))
"""Platforms on which the members of a group are those of one's own house."""

MAILING = "email"
"""The platform on which following is being on a mailing list."""

FOLLOWED_BY_SUBSCRIBING = frozenset(("youtube",))
"""Platforms on which people say that they subscribe, and mean that they follow."""

AI_APPROVAL = {"x": " On X, AI replies also need the platform's approval: `ai_replies_approved: true`."}
"""What a platform asks of answers that an AI wrote, as a sentence."""
