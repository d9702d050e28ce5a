"""What the files describe and nobody gets anything of: it is switched off, or has ended."""

from collections.abc import Iterator

from sociable.client_report.automations.switched_together import was_off
from sociable.client_report.content.content_of_report import Mark, Merit
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import account_name, quoted, title_of_model
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.setup.model import Automation


def switched_off(numbering: Numbering, frame: Frame) -> Iterator[Mark]:
    """By their titles, those that a file of ours holds as switched off, then those that a tool had switched off."""
    for each in _disabled(numbering):
        accounts = _accounts_of(each, numbering)
        names = frame.listed([account_name(account, frame) for account in accounts]) if accounts else ""
        said = (
            frame.say("page", "quoted_on", automation=title_of_model(each), account=names)
            if names
            else f"“{title_of_model(each)}”"
        )
        yield Mark(said, "fine")
    yield from (_mark(each, numbering, frame) for each in numbering.facts.automations if was_off(each))


def ended(numbering: Numbering, frame: Frame) -> Iterator[Mark]:
    """By their titles, those whose last day has passed."""
    yield from (_mark(each, numbering, frame) for each in numbering.facts.automations if each.is_over)


def off_on_accounts(numbering: Numbering, frame: Frame) -> dict[AccountFacts, list[Merit]]:
    """What a file of ours holds as switched off, by the accounts that it would run on."""
    found: dict[AccountFacts, list[Merit]] = {}
    for each in _disabled(numbering):
        for account in _accounts_of(each, numbering):
            name = frame.say("page", "on", automation=title_of_model(each), account=account_name(account, frame))
            merit = Merit(name, numbering.anchor(account), (frame.say("merits", "off"),))
            found.setdefault(account, []).append(merit)
    return found


def _mark(automation: AutomationFacts, numbering: Numbering, frame: Frame) -> Mark:
    return Mark(quoted(automation, frame), numbering.anchor(automation))


def _disabled(numbering: Numbering) -> Iterator[Automation]:
    return (each for each in numbering.facts.setup.automations if not each.enabled)


def _accounts_of(automation: Automation, numbering: Numbering) -> list[AccountFacts]:
    by_id, of = numbering.facts.by_id, {each.id for each in numbering.accounts}
    named = [by_id[each.name] for each in automation.accounts if each.name in by_id]
    return [each for each in named if each.id in of]
