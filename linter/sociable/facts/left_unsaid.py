"""What files may leave open, in words."""

from sociable.records.record import Record


class Question(Record):
    """Something that the files may leave open, in clauses.

    ``clause`` says what in general, ``of`` of one account (``{}``) on its ``{platform}``, ``its`` once it was named,
    ``theirs`` once several were;
    ``unchecked`` is what cannot be checked as long as it is open, ``line`` how a file says it, ``{approval}`` as its
    platform asks, and ``sample`` the same as it is copied, with ``…`` for what is to be filled in.
    """

    clause: str
    of: str
    its: str
    theirs: str
    unchecked: str
    line: str
    sample: str = ""


OPEN = {
    "inbox": Question(
        "who reads what people write back",
        "who reads what people write back to {}",
        "who reads what people write back to it",
        "who reads what people write back to them",
        "whether people who write get an answer",
        "`inbox:` with `read_by:`, or `inbox: unread` if nobody does",
        "inbox: {read_by: …}",
    ),
    "pause": Question(
        "who can stop the automations of an account",
        "who can stop the automations of {}",
        "who can stop its automations",
        "who can stop their automations",
        "whether it can all be stopped on a bad day",
        "`pause:` with whoever can stop it, or `pause: false` if nobody can",
        "pause: …",
    ),
    "automated_label": Question(
        "whether the profile says that the account is automated",
        "whether the profile of {} says that it is automated",
        "whether its profile says that it is automated",
        "whether their profiles say that they are automated",
        "whether the profile shows that a machine is at work",
        "`automated_label: true` if the profile says so, or `automated_label: false` if it does not",
        "automated_label: true",
    ),
    "operator": Question(
        "which person or team runs an account",
        "which person or team runs {}",
        "which person or team runs it",
        "which person or team runs them",
        "whether somebody answers for what is done",
        "`operator:` with the account of that person or team",
        "operator: …",
    ),
    "approved": Question(
        "whether the platform has approved the program",
        "whether {platform} has approved the program behind {}",
        "whether {platform} has approved the program behind it",
        "whether {platform} has approved the programs behind them",
        "whether the program may run there",
        "{approval}",
        "approved: {%s: asked}",
    ),
    "allowed_by": Question(
        "whether those who keep a room agreed to the advertisements",
        "whether those who keep the rooms agreed to the advertisements of {}",
        "whether those who keep the rooms agreed to its advertisements",
        "whether those who keep the rooms agreed to their advertisements",
        "whether advertisements are welcome in these rooms",
        "",
    ),
    "agreed_to": Question(
        "what the people on a list agreed to",
        "what the people to whom {} writes have agreed to",
        "what the people to whom it writes have agreed to",
        "what the people to whom they write have agreed to",
        "whether people want these messages",
        "",
    ),
}
