"""What sort of account it is, where, and whether people are read there: stated, or certain from what is stated."""

from collections.abc import Callable

from sociable.facts.facts import AccountFacts, StepFacts
from sociable.records.kept import kept_in_memo
from sociable.setup.handles import home_server
from sociable.setup.model import Account, Target, Text
from sociable.setup.quantities import duration_words
from sociable.vocabulary.crowds import CODE
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import OF_A_PERSON, PAST_INTERFACE, UNSTATED
from sociable.vocabulary.verbs import FETCH

VERIFYING = "unverified accounts"
"""For whom a figure holds until their platform has verified them."""

_HOLDS_UNLESS: dict[str, Callable[[Account], str]] = {
    VERIFYING: lambda account: account.verified,
    "accounts that do not moderate": lambda account: account.moderates,
}
"""Figures that hold for accounts that say no to a key, and not for those that say yes to it."""

LONGEST_WAIT = 31 * 86400
"""Who waits longer than a month for an answer, in seconds, has been left alone: our judgement."""


@kept_in_memo
def account_kind(account: AccountFacts) -> str:
    """A word of ``ACCOUNT_KINDS``, or ``UNSTATED``; asked once for each of many automations, each of which may tell."""
    if account.model.kind != UNSTATED:
        return account.model.kind
    platform = platform_row(account.platform)
    if platform.bot_accounts and any(_is_for_people_alone(step) for step in account.steps):
        return OF_A_PERSON
    ending = platform.bot_handle_end
    return "bot" if ending and account.model.handle.casefold().endswith(ending) else UNSTATED


def _is_for_people_alone(step: StepFacts) -> bool:
    """Whether no account that the platform gives to programs could do it, or hear of it."""
    lacking = platform_row(step.automation.account.platform).bots_lack
    return way(step) in PAST_INTERFACE or not lacking.isdisjoint((step.verb.name, step.automation.event.name))


def server_of(account: AccountFacts) -> str:
    """The bare name of the server where it is at home, ``""`` where nothing says so."""
    return home_server(account.model.handle, account.model.server)


def figure_holds(holds_for: str, account: AccountFacts) -> str:
    """Whether a figure for such accounts (``LIMIT_HOLDS_FOR``) holds for this one: ``yes``, ``no`` or unstated."""
    if holds_for in _HOLDS_UNLESS:
        return {"yes": "no", "no": "yes"}.get(_HOLDS_UNLESS[holds_for](account.model), UNSTATED)
    return "yes" if holds_for == "every account" else UNSTATED


def way(step: StepFacts) -> str:
    """How the platform is reached, a word of ``VIA``: as the step says, or else its automation."""
    return step.model.via if step.model.via != UNSTATED else step.automation.model.via


def inbox(account: AccountFacts) -> str:
    """A word of ``INBOX``; one that is read too seldom is as good as ``unread``."""
    return "unread" if is_read_late(account) else account.model.inbox


def each_of(account: AccountFacts) -> str:
    """It, or each of the accounts that it stands for, as the subject of what one of them does."""
    return f"each of {all_of(account)}" if account.model.stands_for > 1 else account.shown


def all_of(account: AccountFacts) -> str:
    """It, or all the accounts that it stands for together."""
    count = account.model.stands_for
    return f"the {count:,} accounts called {account.shown}" if count > 1 else account.shown


def neglect(account: AccountFacts) -> str:
    """What the file says of an inbox that counts as unread, as the end of a sentence."""
    if is_read_late(account):
        return f"people may wait {duration_words(account.model.reply_within)} for an answer"
    return "nobody reads what people write back"


def neglect_remedy(account: AccountFacts) -> str:
    """What to do about it, in a sentence."""
    if is_read_late(account):
        return "Let a person answer within days, and write down how soon: a shorter `reply_within:` under `inbox:`."
    said = " (in the place of `unread`)" if account.model.inbox == "unread" else ""
    return (
        "Let somebody read what people write back, and write down who, under the account: `inbox:` with "
        f"`read_by:`{said}."
    )


def is_read_late(account: AccountFacts) -> bool:
    """Whether people wait so long for an answer that it is as good as none."""
    return account.model.reply_within > LONGEST_WAIT


_OUR_EVENTS = frozenset(("our_doing", "the_world"))
"""Groups of events that no platform brings."""


def touches_platform(step: StepFacts) -> bool:
    """Whether it acts there, looks something up there, or begins an automation that something there sets off.

    Tables, notes to colleagues and what a program of ours writes have nothing to do with it.
    """
    if step.verb.audience != "inward" or any(_is_there(source) for _, source in step.model.produces):
        return True
    if reaches_ours_there(step):
        return True
    return step.automation.event.group not in _OUR_EVENTS and step is step.automation.steps[0]


def reaches_ours_there(step: StepFacts) -> bool:
    """Whether it tells our own people something by the platform itself: it says by which way it gets in."""
    return step.verb.in_house and bool(step.verb.there) and step.model.via != UNSTATED


def is_in_house(step: StepFacts) -> bool:
    """Whether no platform notices it: work of a program of ours, or a look into our own tables."""
    if step.verb.name != FETCH or step.model.via != UNSTATED:
        return step.verb.in_house and not reaches_ours_there(step)
    return all(_is_ours(source) for _, source in step.model.produces)


def _is_ours(source: Text | Target) -> bool:
    if isinstance(source, Text):
        return source.parts == (CODE,)
    return source.crowd is not None and source.crowd.through == "file"


def _is_there(source: object) -> bool:
    return isinstance(source, Target) and source.crowd is not None and source.crowd.through != "file"
