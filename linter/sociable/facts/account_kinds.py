"""What sort of account it is: stated, or certain from how it is called and how it is worked."""

from sociable.facts.facts import AccountFacts, StepFacts
from sociable.vocabulary.platforms import platform_row
from sociable.vocabulary.values import UNSTATED


def account_kind(account: AccountFacts) -> str:
    """A word of ``ACCOUNT_KINDS``, or ``UNSTATED``."""
    if account.model.kind != UNSTATED:
        return account.model.kind
    platform = platform_row(account.platform)
    if platform.bot_accounts and any(_way(step) in ("browser", "unofficial") for step in account.steps):
        return "user"
    ending = platform.bot_handle_end
    return "bot" if ending and account.model.handle.casefold().endswith(ending) else UNSTATED


def _way(step: StepFacts) -> str:
    return step.model.via if step.model.via != UNSTATED else step.automation.model.via
