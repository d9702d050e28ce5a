"""Accounts and automations in words, for a report that is read without the files."""

from collections.abc import Mapping

from sociable.drawing.phrases import account_title, deed_words, when_words
from sociable.facts.facts import AccountFacts, AutomationFacts, Facts
from sociable.findings.report import AccountSummary, AutomationSummary, Described
from sociable.setup.model import Account
from sociable.vocabulary.values import UNSTATED

_SAID: Mapping[str, str] = {
    "run_by": "run_by",
    "kind": "kind",
    "purpose": "purpose",
    "automated_label": "automated_label",
    "operator": "operator",
    "inbox": "inbox",
    "read_by": "inbox_read_by",
    "pause": "pause",
    "stopped_by": "stopped_by",
    "api_tier": "api_tier",
    "server": "server",
    "verified": "verified",
    "moderates": "moderates",
    "paid_by": "paid_by",
}
"""Keys of the format, and where the account keeps what they say."""


def described(facts: Facts) -> Described:
    """Every account that files describe, and every automation on each of its accounts."""
    return Described(
        tuple(_account(account) for account in facts.accounts if account.known),
        tuple(_automation(automation) for automation in facts.automations),
    )


def _account(account: AccountFacts) -> AccountSummary:
    model: Account = account.model
    values = {key: str(getattr(model, field)) for key, field in _SAID.items()}
    said = {key: value for key, value in values.items() if value not in (UNSTATED, "")}
    platform = account.platform if account.platform != UNSTATED else ""
    return AccountSummary(account.id, platform, model.handle, model.client, said)


def _automation(automation: AutomationFacts) -> AutomationSummary:
    deeds = dict.fromkeys(deed_words(step) for step in automation.steps)
    return AutomationSummary(automation.id, account_title(automation.account), when_words(automation), tuple(deeds))
