"""What sort of account it is: stated, or certain from how it is called and how it is worked."""

from sociable.facts.facts import AccountFacts, StepFacts
from sociable.vocabulary.values import UNSTATED

_FOR_PEOPLE = frozenset(("discord", "telegram", "whatsapp", "slack", "signal"))
"""Platforms that give programs accounts of their own, so that whoever comes by another way works a person's."""


def account_kind(account: AccountFacts) -> str:
    """A word of ``ACCOUNT_KINDS``, or ``UNSTATED``."""
    if account.model.kind != UNSTATED:
        return account.model.kind
    if account.platform in _FOR_PEOPLE and any(_way(step) in ("browser", "unofficial") for step in account.steps):
        return "user"
    if account.platform == "telegram" and account.model.handle.casefold().endswith("bot"):
        return "bot"  # Telegram gives bots, and nobody else, handles that end so
    return UNSTATED


def _way(step: StepFacts) -> str:
    return step.model.via if step.model.via != UNSTATED else step.automation.model.via
