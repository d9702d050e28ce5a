"""What people did to be turned to, and what that licenses: one row for each act."""

from sociable.records.record import Record
from sociable.vocabulary.values import CONSENTS

CONSENT_STATES = {
    "taken": "they were bought, scraped or looked up",
    "ended": "they left, or said that they want no more",
    "none": "they did nothing that asks for it",
    "unstated": "the file does not say how they came here or what they agreed to",
    "asked": "what they did asks for it",
    "agreed": "the file says that they agreed to it",
    "inside": "they are our own people",
    "chosen": "a person of ours chose this very person or post",
    "nobody": "there is nobody who could be asked",
}
"""Whether the people whom a step reaches asked for it, from least to most; ``nobody`` stands aside."""

ANSWER, PRIVATE, MESSAGES, NAMING = "answer", "private_answer", "messages", "naming"
ENGAGEMENT, TIES, DATA = "engagement", "ties", "data"

CALLED, GONE = "called", "gone"
"""Acts that decide by themselves."""

SIGNED_UP = "signed_up"

SPOKE, SAID_THE_WORD = "spoke", "said_the_word"
"""Whoever says the word that an automation waits for asks for what it brings."""

OFFICIAL_KINDS = frozenset(("page", "bot", "app"))
"""Kinds of accounts that are nobody's own: whoever adds one wants what it sends."""

NOT_BY_THE_WAY = frozenset(("promotion", "giveaway", "growth", "campaign"))
"""Purposes to which nobody agrees by agreeing to something else."""

FOR_THEIR_SAKE = frozenset(("reminder", "alert", "accessibility"))
"""Purposes of messages that tell people what they wanted to be told: who agrees to one of them agrees to the others."""

ADVERTS = NOT_BY_THE_WAY - {"giveaway"}
"""Purposes that nobody who speaks to us asks for by that alone; in a draw they take part by it."""


class Act(Record):
    """What somebody did. ``licenses`` is what it asks for, ``purposes`` for what alone, if not for anything.

    ``serves`` are purposes for which it is enough whatever else the person agreed to.
    """

    name: str
    doc: str
    licenses: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    serves: frozenset[str] = frozenset()


_BOUGHT = frozenset(("receipt", "reminder", "alert", "thanks", "support", "unstated"))

ACTS = {
    row.name: row
    for row in (
        Act("wrote", "wrote to us in private", frozenset((ANSWER, PRIVATE, MESSAGES))),
        Act("called", "called the account by a command or a word", frozenset((ANSWER, PRIVATE, MESSAGES))),
        Act("spoke", "spoke to us in public", frozenset((ANSWER, PRIVATE, NAMING)), frozenset(CONSENTS) - ADVERTS),
        Act("said_the_word", "said the word for it in public", frozenset((ANSWER, PRIVATE, NAMING))),
        Act("quoted", "quoted a post of ours", frozenset((ANSWER,)), frozenset(CONSENTS) - ADVERTS),
        Act(
            "signed_up",
            "signed up",
            frozenset((ANSWER, PRIVATE, MESSAGES)),
            frozenset(CONSENTS) - NOT_BY_THE_WAY,
            frozenset(("receipt",)),
        ),
        Act("signed_up_for_it", "signed up for this", frozenset((ANSWER, PRIVATE, MESSAGES, NAMING, TIES, ENGAGEMENT))),
        Act("bought", "bought something", frozenset((ANSWER, PRIVATE, MESSAGES)), _BOUGHT, _BOUGHT - {"unstated"}),
        Act("in_room", "spoke in a room of ours", frozenset((ANSWER, NAMING)), frozenset(CONSENTS) - NOT_BY_THE_WAY),
        Act("knocked", "asked to be let in", frozenset((ANSWER, PRIVATE)), frozenset(CONSENTS) - NOT_BY_THE_WAY),
        Act("turned_to_us", "followed, joined, liked or looked"),
        Act("elsewhere", "was busy elsewhere"),
        Act("gone", "left"),
    )
}

ACT_OF_GROUP = {"acted_towards_us": "turned_to_us", "left_us": "gone", "fell_silent": "gone", "in_our_room": "in_room"}

SIGNED_UP_FOR = ("opted_in", "to")
"""The event, and the key that says for what."""

SUBSCRIBED = "subscribed"
FOLLOWED = "followed"

STRANGERS = frozenset(("strangers", "non_followers"))
"""Roles of people who have agreed to nothing."""

MEMBERS = frozenset(("members_of", "members"))
FOLLOWERS = "followers"
SUBSCRIBERS = frozenset((FOLLOWERS, *MEMBERS))
"""Sets that are the readers of a mailing list, where the platform is one."""

ACT_OF_LIST = {
    "form": "signed_up",
    "order": "bought",
    "message": "wrote",
    "command": "called",
    "follow": "turned_to_us",
    "join": "turned_to_us",
    "event": "turned_to_us",
    "ad": "turned_to_us",
    "asked": "turned_to_us",
}
"""The act behind the people of a list, by what ``came_by`` says."""

SENT_IN = frozenset(("form", "message", "command"))
"""What ``came_by`` says of people who wrote something themselves when they came."""

TAKEN = frozenset(("bought", "scraped", "found", "guessed"))
"""What ``came_by`` says of people who did nothing at all."""
