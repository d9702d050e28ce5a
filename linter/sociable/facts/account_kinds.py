"""What sort of account it is: stated, or certain from how it is called and how it is worked."""

from sociable.facts.facts import AccountFacts, StepFacts
from sociable.vocabulary.platforms import BOT_HANDLE_ENDS, HAVE_BOT_ACCOUNTS
from sociable.vocabulary.values import UNSTATED


def account_kind(account: AccountFacts) -> str:
    """A word of ``ACCOUNT_KINDS``, or ``UNSTATED``."""
    if account.model.kind != UNSTATED:
        return account.model.kind
    if account.platform in HAVE_BOT_ACCOUNTS and any(_way(step) in ("browser", "unofficial") for step in account.steps):
        return "user"
    ending = BOT_HANDLE_ENDS.get(account.platform)
    return "bot" if ending is not None and account.model.handle.casefold().endswith(ending) else UNSTATED


def _way(step: StepFacts) -> str:
    return step.model.via if step.model.via != UNSTATED else step.automation.model.via
