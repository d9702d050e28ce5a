"""The place a finding is about: where it is, on which account, and what it says whatever the layout."""

from typing import TypeAlias

from sociable.facts.credentials import Credential
from sociable.facts.declarations import Declaration, Reference
from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts, TargetFacts, TextFacts
from sociable.facts.guards import GuardFacts
from sociable.facts.quotas import QuotaShare
from sociable.setup.target_wording import target_phrase

Place: TypeAlias = (
    AccountFacts
    | AutomationFacts
    | StepFacts
    | TextFacts
    | TargetFacts
    | GuardFacts
    | QuotaShare
    | Declaration
    | Reference
    | Credential
)


def account_of(place: Place) -> AccountFacts | None:
    """The account it happens on, if it happens on one."""
    match place:
        case AccountFacts():
            return place
        case AutomationFacts() | StepFacts() | GuardFacts() | QuotaShare():
            return place.account
        case TextFacts() | TargetFacts():
            return place.step.account
    return None


def thing_of(place: Place) -> Place:
    """What it is about, wherever in it the place is: the step of a text or a target, else the thing itself."""
    return place.step if isinstance(place, TextFacts | TargetFacts) else place


def order_of(place: Place) -> int:
    """Where that account stands in the list of accounts its automation runs on."""
    match place:
        case AutomationFacts():
            return place.order
        case StepFacts() | GuardFacts():
            return place.automation.order
        case TextFacts() | TargetFacts() | QuotaShare():
            return place.step.automation.order
    return 0


def subjects_of(place: Place) -> tuple[str, ...]:
    """The ids of the automation and the account it belongs to."""
    match place:
        case AccountFacts() | Declaration():
            return (place.id,)
        case AutomationFacts():
            return (place.id, place.account.id)
        case StepFacts() | GuardFacts():
            return subjects_of(place.automation)
        case TextFacts() | TargetFacts() | QuotaShare():
            return subjects_of(place.step)
        case Credential():
            return ()
    return (place.name,)


def content_of(place: Place) -> str:
    """What a step, or the thing itself, says: the part of a fingerprint that an edit changes."""
    match place:
        case StepFacts():
            return f"{place.verb.name} {target_phrase(place.target.model)} {place.text.shown}"
        case TextFacts() | TargetFacts() | QuotaShare():
            return content_of(place.step)
        case GuardFacts():
            return place.guard.expression.text
    return ""
