"""Roles: whom a file means by a word where it names people, without naming them one by one."""

from sociable.records.record import Record


class Role(Record):
    """Somebody by what they are to us. ``phrase`` is one of them in a sentence, ``phrases`` all of them.

    ``inside``: they work with us. ``may_agree``: they have a tie to us, so that they can have agreed to something.
    ``claims`` is what ``event.user.…`` says of each of them, where an event says it at all.
    """

    name: str
    phrase: str
    phrases: str
    inside: bool = False
    may_agree: bool = False
    claims: tuple[str, bool] | None = None


OPERATOR = "operator"
"""The role of the one person who answers for an account."""

# fmt: off
ROLES = {
    row.name: row
    for row in (
        Role("followers", "a follower", "the people who follow this account", may_agree=True,
             claims=("event.user.is_follower", True)),
        Role("non_followers", "somebody who does not follow", "the people who do not follow this account",
             claims=("event.user.is_follower", False)),
        Role("following", "somebody this account follows", "the people this account follows",
             claims=("event.user.is_followed", True)),
        Role("members", "a member of the room", "the members of the room", may_agree=True),
        Role("customers", "a customer", "the people who bought something", may_agree=True),
        Role("moderators", "a moderator of the room", "the moderators of the room", inside=True, may_agree=True),
        Role("staff", "a colleague", "the people who work here", inside=True, may_agree=True),
        Role(OPERATOR, "the person who answers for the account", "the person who answers for the account",
             inside=True, may_agree=True),
        Role("own_accounts", "another account of ours", "our own accounts", inside=True, may_agree=True),
        Role("bots", "an account that is marked as automated", "accounts that are marked as automated",
             claims=("event.user.is_bot", True)),
        Role("strangers", "a stranger", "people without any tie to this account"),
    )
}
# fmt: on

ROLES_BY_OTHER_NAMES = {
    **dict.fromkeys(("subscribers", "fans", "audience", "readers", "listeners", "viewers", "supporters"), "followers"),
    **dict.fromkeys(("clients", "buyers", "patrons", "guests", "purchasers"), "customers"),
    **dict.fromkeys(("mods", "admins", "administrators"), "moderators"),
    **dict.fromkeys(("team", "colleagues", "employees", "us", "crew"), "staff"),
    **dict.fromkeys(("everybody", "everyone", "anyone", "anybody", "all"), ""),
}
"""What people call a role of ours; whoever means everybody leaves the key out."""
