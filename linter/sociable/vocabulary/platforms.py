"""Platforms: what each has and how it is called there."""

from sociable.records.record import Record
from sociable.records.static import Literal


class Platform(Record):
    """A place where accounts live; ``hears`` is the audience of an ordinary post there.

    ``hears_in_rooms`` is that of a post in a room, where such a one is heard by others than an ordinary one.
    ``lacks`` are the verbs and events that it certainly does not know; most of what it may lack is not listed.
    ``finds_answers``: a search there finds answers and comments as well as posts. ``answers_name``: whom an answer goes
    to is told of it as named, while elsewhere an answer and a mention are two things.
    ``by_contract`` are verbs that its API only takes from accounts with a contract of their own.
    ``profile_hosts`` write ``/@name`` in the address of a profile and are one place each; wherever else an address
    says so, the host is the server of a federated account. ``handle_end`` is what everybody may leave off a handle.

    Of programs: ``bot_accounts``, it gives them accounts of their own, so that whoever comes by another way works a
    person's; ``no_interface``, everybody's program works the account of a number, also for themselves alone;
    ``bots_lack``, what of verbs and events these do not know, so that whoever has it is a person's as well;
    ``reached_as``, the kind of account that other tools have there, unless they come by a way that it does not
    know; ``bot_handle_end``, how the handles of bots end, and of nobody else; ``marks_apps``, it shows beside every
    message that it comes from an app; ``labels_machines``, it has a label for automated accounts;
    ``ties_to_a_person``, these say there who answers for them; ``approves``, what it wants to look at before a
    program goes to work, one of ``APPROVABLE``; ``ai_approval``, what it asks of answers that an AI wrote, as a
    sentence; ``ad_setting``, what has to be switched on there for an advertisement, as one.

    Of people: ``follow_is``, what it is to follow somebody, who may say that they subscribe, or sign up for a mailing
    list; ``subscribing_signs_up``, who subscribes asks for messages, while elsewhere it is a follow by another name;
    ``adding_signs_up``, who adds an official account asks for its messages, which reach nobody else; ``workplace``,
    whoever is there works in the house whose account it is, the members of a group as well as those written to alone;
    ``by_number``, people are written to at their phone number, which is the same wherever else that is so;
    ``people_of``, whose accounts they are, which answer people met on one of them on another; ``people_have_names``,
    the name that a message is sent to is somebody's, and not that of a room;
    ``posts_are``, what is written there for others to answer; ``shows_films``, what they post is played,
    and with ``shows_streams`` as it happens.
    ``webhooks`` are addresses that stand for a room, so that a message needs no other. Where it ``has_profiles``,
    people can look at what an account says of itself; ``shown_to_all`` is where it can say what nobody has to ask for.
    """

    name: str
    title: str
    hears: str = "public"
    hears_in_rooms: str = ""
    finds_answers: bool = False
    answers_name: bool = True
    lacks: frozenset[str] = frozenset()
    by_contract: frozenset[str] = frozenset()
    profile_hosts: tuple[str, ...] = ()
    handle_end: str = ""
    bot_accounts: bool = False
    bots_lack: frozenset[str] = frozenset()
    no_interface: bool = False
    bot_handle_end: str = ""
    reached_as: str = ""
    marks_apps: bool = False
    labels_machines: bool = False
    ties_to_a_person: bool = False
    approves: str = ""
    ai_approval: str = ""
    ad_setting: str = ""
    follow_is: Literal["following", "subscribing", "signing_up"] = "following"
    subscribing_signs_up: bool = False
    adding_signs_up: bool = False
    workplace: bool = False
    by_number: bool = False
    people_of: str = ""
    people_have_names: bool = False
    webhooks: bool = False
    posts_are: str = "posts"
    shows_films: bool = False
    shows_streams: bool = False
    has_profiles: bool = True
    shown_to_all: str = "in the profile or a pinned post"


_PROFILE = "in the profile"
_SITE = "on your website"
_VISITS = frozenset(("visited_profile",))
_STORIES = frozenset(("story",))
_FOLLOWING = frozenset(("follow", "unfollow", "remove_follower", "followed", "unfollowed"))
_TRENDS = frozenset(("trend_started",))
_CONNECTING = frozenset(("connect", "connected", "connection_requested"))
_OTHERS_POSTS = frozenset(("quote", "repost"))
_NO_FOLLOWERS = _VISITS | _STORIES | _TRENDS | _FOLLOWING
_NO_PUBLIC = _NO_FOLLOWERS | _OTHERS_POSTS

PLATFORMS = {
    row.name: row
    for row in (
        Platform(
            "x",
            "X",
            lacks=_VISITS | _STORIES,
            finds_answers=True,
            by_contract=frozenset(("follow", "like", "quote")),
            labels_machines=True,
            ties_to_a_person=True,
            ai_approval=" On X, AI replies also need the platform's approval; once it is there, write "
            "`approved: {ai_replies: true}` under the account.",
            people_have_names=True,
        ),
        Platform("mastodon", "Mastodon", lacks=_VISITS | _STORIES, finds_answers=True, labels_machines=True),
        Platform(
            "bluesky",
            "Bluesky",
            lacks=_VISITS | _STORIES | _CONNECTING,
            finds_answers=True,
            answers_name=False,
            handle_end=".bsky.social",
            labels_machines=True,
            people_have_names=True,
        ),
        Platform(
            "threads",
            "Threads",
            lacks=_VISITS,
            finds_answers=True,
            answers_name=False,
            profile_hosts=("threads.net", "threads.com"),
        ),
        Platform("instagram", "Instagram", lacks=_VISITS, people_of="meta", people_have_names=True),
        Platform("facebook", "Facebook", lacks=_VISITS, people_of="meta"),
        Platform(
            "messenger",
            "Messenger",
            hears="person",
            lacks=_VISITS | _TRENDS,
            people_of="meta",
            shown_to_all=_PROFILE,
        ),
        Platform("linkedin", "LinkedIn", lacks=_STORIES, people_have_names=True),
        Platform(
            "reddit",
            "Reddit",
            lacks=_VISITS | _STORIES,
            finds_answers=True,
            answers_name=False,
            approves="automation",
            people_have_names=True,
        ),
        Platform(
            "youtube",
            "YouTube",
            lacks=_VISITS | _STORIES,
            profile_hosts=("youtube.com",),
            follow_is="subscribing",
            shows_films=True,
        ),
        Platform(
            "tiktok",
            "TikTok",
            profile_hosts=("tiktok.com",),
            approves="publishing",
            ad_setting="Turn on TikTok's own setting that says so. ",
            shows_films=True,
        ),
        Platform(
            "discord",
            "Discord",
            hears="group",
            lacks=_VISITS | _STORIES | _TRENDS,
            bot_accounts=True,
            bots_lack=_CONNECTING,
            reached_as="bot",
            marks_apps=True,
            subscribing_signs_up=True,
            webhooks=True,
        ),
        Platform(
            "telegram",
            "Telegram",
            hears="group",
            lacks=_VISITS | _TRENDS,
            bot_accounts=True,
            bot_handle_end="bot",
            reached_as="bot",
            marks_apps=True,
            subscribing_signs_up=True,
        ),
        Platform(
            "whatsapp",
            "WhatsApp",
            hears="group",
            lacks=_VISITS | _TRENDS,
            bot_accounts=True,
            subscribing_signs_up=True,
            by_number=True,
            shown_to_all=_PROFILE,
        ),
        Platform("pinterest", "Pinterest", lacks=_VISITS),
        Platform(
            "slack",
            "Slack",
            hears="group",
            lacks=_VISITS | _STORIES | _TRENDS | _FOLLOWING,
            bot_accounts=True,
            marks_apps=True,
            subscribing_signs_up=True,
            workplace=True,
            webhooks=True,
        ),
        Platform(
            "lemmy",
            "Lemmy",
            lacks=_VISITS | _STORIES,
            finds_answers=True,
            answers_name=False,
            labels_machines=True,
            ties_to_a_person=True,
        ),
        Platform(
            "email",
            "e-mail",
            hears="group",
            lacks=_VISITS | _STORIES | _TRENDS | _FOLLOWING | _OTHERS_POSTS,
            follow_is="signing_up",
            subscribing_signs_up=True,
            has_profiles=False,
            shown_to_all=_SITE,
        ),
        Platform(
            "sms",
            "SMS",
            hears="person",
            lacks=_NO_PUBLIC,
            subscribing_signs_up=True,
            by_number=True,
            has_profiles=False,
            shown_to_all=_SITE,
        ),
        Platform("github", "GitHub", lacks=_VISITS | _STORIES | _TRENDS, posts_are="issues"),
        Platform("matrix", "Matrix", hears="group", lacks=_NO_FOLLOWERS),
        Platform("google-business", "Google Business", lacks=_VISITS | _STORIES | _TRENDS | _FOLLOWING),
        Platform("wikipedia", "Wikipedia", lacks=_NO_FOLLOWERS | _OTHERS_POSTS),
        Platform("twitch", "Twitch", lacks=_VISITS | _STORIES | _TRENDS, shows_films=True, shows_streams=True),
        Platform(
            "line",
            "LINE",
            hears="group",
            reached_as="page",
            lacks=_VISITS | _TRENDS,
            subscribing_signs_up=True,
            adding_signs_up=True,
            shown_to_all=_PROFILE,
        ),
        Platform(
            "viber",
            "Viber",
            hears="group",
            reached_as="bot",
            lacks=_VISITS | _TRENDS,
            subscribing_signs_up=True,
            adding_signs_up=True,
            shown_to_all=_PROFILE,
        ),
        Platform(
            "signal",
            "Signal",
            hears="group",
            lacks=_VISITS | _TRENDS | _FOLLOWING,
            bot_accounts=True,
            no_interface=True,
            by_number=True,
            shown_to_all=_PROFILE,
        ),
        Platform("teams", "Microsoft Teams", hears="group", lacks=_NO_FOLLOWERS, workplace=True, webhooks=True),
        Platform("mattermost", "Mattermost", hears="group", lacks=_NO_FOLLOWERS, workplace=True, webhooks=True),
        Platform("rocketchat", "Rocket.Chat", hears="group", lacks=_NO_FOLLOWERS, workplace=True),
        Platform("zulip", "Zulip", hears="group", lacks=_NO_FOLLOWERS, workplace=True),
        Platform("google-chat", "Google Chat", hears="group", lacks=_NO_FOLLOWERS, workplace=True, webhooks=True),
        Platform("webex", "Webex", hears="group", lacks=_NO_FOLLOWERS, workplace=True),
        Platform("twist", "Twist", hears="group", lacks=_NO_FOLLOWERS, workplace=True),
        Platform("twake", "Twake", hears="group", lacks=_NO_FOLLOWERS, workplace=True),
        Platform("forum", "a forum", lacks=_VISITS | _STORIES | _TRENDS),
        Platform("medium", "Medium", lacks=_VISITS | _STORIES | _TRENDS),
        Platform("wordpress", "WordPress", lacks=_VISITS | _STORIES | _TRENDS),
        Platform("wechat", "WeChat", hears="group", lacks=_VISITS | _TRENDS, reached_as="page", adding_signs_up=True),
        Platform("tumblr", "Tumblr", lacks=_VISITS | _STORIES),
        Platform("quora", "Quora", lacks=_VISITS | _STORIES),
        Platform("substack", "Substack", lacks=_VISITS | _STORIES),
        Platform("snapchat", "Snapchat", lacks=_VISITS | _TRENDS),
        Platform("kick", "Kick", lacks=_VISITS | _STORIES | _TRENDS, shows_films=True, shows_streams=True),
        Platform("yelp", "Yelp", lacks=_VISITS | _STORIES | _TRENDS),
        Platform("xing", "XING", lacks=_STORIES),
        Platform("moltbook", "Moltbook", lacks=_VISITS | _STORIES),
        Platform("website", "a website", lacks=_NO_FOLLOWERS | _OTHERS_POSTS, shown_to_all=_SITE),
        Platform("irc", "IRC", hears="group", lacks=_NO_PUBLIC),
        # whether strangers can read along in its rooms nobody can say; their members can
        Platform("other", "another platform", hears_in_rooms="group"),
    )
}

_UNNAMED = Platform("", "")


def platform_row(name: str) -> Platform:
    """What a platform has; of one that a file does not name, or names wrongly, nothing is said."""
    return PLATFORMS.get(name, _UNNAMED)


OTHER = "other"
"""The platform that is none of those named: nobody speaks for it."""

SERVERS = {
    "toot-wales": "toot.wales, a server of Mastodon for Wales",
    "mootech": "social.mootech.eu, a server of Mastodon",
    "beehaw": "beehaw.org, a server of Lemmy",
    "other": "a server whose rules nobody here has read",
}
"""Servers that have rules of their own about machines."""

HOSTS = {
    "toot.wales": "toot-wales",
    "social.mootech.eu": "mootech",
    "beehaw.org": "beehaw",
}
"""The word for each of them, by its address."""


def server_word(host: str) -> str:
    """The word for a server by its bare name; those without rules that are known here are one."""
    return HOSTS.get(host, "other")
