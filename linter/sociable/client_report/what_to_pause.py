"""What to switch off until somebody has looked."""

from sociable.client_report.content import Pause
from sociable.client_report.frame import Frame
from sociable.client_report.numbering import Numbering
from sociable.drawing.phrases import account_title
from sociable.facts.facts import AccountFacts, AutomationFacts

_RUNS_ON = ("spawns", "spreads", "flips")
"""Verdicts of circles that do not come to rest by themselves."""


def pauses(numbering: Numbering, frame: Frame) -> tuple[Pause, ...]:
    """What errors and circles without an end are about, in the order of the findings."""
    because: dict[AccountFacts | AutomationFacts, list[int]] = {}
    by_id = {account.id: account for account in numbering.accounts}
    for number, finding in numbering.numbered():
        endless = finding.loop is not None and finding.loop.verdict in _RUNS_ON and not finding.loop.stops_after
        if finding.severity != "error" and not (endless and finding.severity == "warning"):
            continue
        accounts = [by_id[name] for name in finding.subjects if name in by_id and by_id[name].automations]
        for thing in numbering.automations_of(number) or accounts:
            because.setdefault(thing, []).append(number)
    return tuple(Pause(_name(thing, frame), numbering.anchor(thing), tuple(of)) for thing, of in because.items())


def _name(thing: AccountFacts | AutomationFacts, frame: Frame) -> str:
    if isinstance(thing, AccountFacts):
        return frame.say("pause", "all_on", account=account_title(thing))
    name = thing.model.title or thing.id
    return frame.say("merits", "on", automation=name, account=account_title(thing.account))
