"""What accounts and automations are called in a report."""

from sociable.client_report.frame import Frame
from sociable.drawing.phrases import account_title
from sociable.facts.facts import AccountFacts, AutomationFacts


def title(thing: AccountFacts | AutomationFacts, frame: Frame) -> str:
    """An account by its handle, an automation by its title or id and the account it runs on."""
    if isinstance(thing, AccountFacts):
        return account_title(thing)
    return frame.say("page", "on", automation=automation_title(thing), account=account_title(thing.account))


def automation_title(automation: AutomationFacts) -> str:
    return automation.model.title or automation.id
