"""What accounts, automations and rules are called in a report."""

from collections.abc import Mapping

from sociable.client_report.frame import Frame
from sociable.drawing.phrases import account_title
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.findings.problem import PAGELESS_RULES
from sociable.rulebook.page_files import PageRule


def title(thing: AccountFacts | AutomationFacts, frame: Frame) -> str:
    """An account by its handle, an automation by its title or id and the account it runs on."""
    if isinstance(thing, AccountFacts):
        return account_title(thing)
    return frame.say("page", "on", automation=automation_title(thing), account=account_title(thing.account))


def called(rule: str, pages: Mapping[str, PageRule]) -> str:
    """A rule by its title; what has no page by what it means, and what is not known by its name."""
    return pages[rule].title if rule in pages else PAGELESS_RULES.get(rule, rule).rstrip(".")


def automation_title(automation: AutomationFacts) -> str:
    return automation.model.title or automation.id
