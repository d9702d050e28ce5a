"""Words of our own format that flows need, and what stands for those that it does not have yet."""

from sociable.readers.flow.key_words import in_words
from sociable.setup.model import Target
from sociable.text.source import Span
from sociable.vocabulary.crowds import CROWDS
from sociable.vocabulary.events import EVENTS, Event
from sociable.vocabulary.platforms import PLATFORMS

_EVENTS_MEANWHILE = {
    "started": "webhook",
    "called": "webhook",
    "failed": "webhook",
    "email_received": "messaged",
    "chatted": "messaged",
}
_CROWDS_MEANWHILE = {"found": "matching"}
_NAMED_MEANWHILE = {"found": "members_of"}
"""As ``_CROWDS_MEANWHILE``, where it matters that these are people and not posts."""


def event(name: str) -> Event:
    return EVENTS.get(name) or EVENTS[_EVENTS_MEANWHILE[name]]


def crowd(name: str, span: Span, words: str, *, people: bool = False) -> Target:
    """What a table, a search or a list of ours yields; whether its ``people`` are meant, or what they said."""
    known = CROWDS.get(name) or CROWDS[(_NAMED_MEANWHILE if people else _CROWDS_MEANWHILE)[name]]
    return Target(known.name, span, words if known.takes else "", crowd=known)


def platform(name: str) -> str:
    return name if name in PLATFORMS else "other"


_PERSON = frozenset(
    ("id", "did", "sender_id", "user_id", "userid", "author_id", "chat_id", "chatid", "from_id", "fromid", "phone")
)
_REACHED_BY = frozenset(("email", "login", "number", "whatsapp", "actor", "wa_id", "sender", "remotejid"))
_NAMES = frozenset(
    (
        "username",
        "handle",
        "screen_name",
        "author",
        "name",
        "displayname",
        "display_name",
        "first_name",
        "firstname",
        "last_name",
        "lastname",
        "full_name",
        "fullname",
        "from",
        "user",
        "owner",
        "profile",
    )
)
_SAID = frozenset(
    (
        "text",
        "message",
        "body",
        "title",
        "selftext",
        "caption",
        "content",
        "comment",
        "description",
        "textoriginal",
        "textdisplay",
        "record",
        "summary",
    )
)


def names_people(key: str) -> bool:
    """Whether a key of something that was found most likely says who somebody is."""
    return key.casefold() in _PERSON | _NAMES | _REACHED_BY


def carried(event_name: str, path: tuple[str, ...]) -> tuple[str, ...]:
    """What of a found post or person a path most likely holds, by the name of its last key: its words, or who it is."""
    known = event(event_name)
    spoken = next((thing for thing in ("post", "message", "review") if thing in known.carries), "")
    for key in reversed(path):
        plain = key.casefold()
        if spoken and (plain in _SAID or in_words(key).rpartition("_")[2].casefold() in _SAID):
            return (spoken, "text")
        if plain in _NAMES:
            return ("user", "name")
        if plain in _PERSON:
            return ("user", "id")
    return (spoken, "url") if spoken else ("user", "id")
