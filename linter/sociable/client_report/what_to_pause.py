"""What to switch off until somebody has looked."""

from sociable.client_report.content import Pause, Reference
from sociable.client_report.frame import Frame
from sociable.client_report.numbering import Numbering
from sociable.client_report.titles import title
from sociable.facts.facts import AccountFacts, AutomationFacts

_RUNS_ON = ("spawns", "spreads", "flips")
"""Verdicts of circles that do not come to rest by themselves."""


def pauses(numbering: Numbering, frame: Frame) -> tuple[Pause, ...]:
    """What errors and circles without an end are about, in the order of the findings."""
    because: dict[AccountFacts | AutomationFacts, list[Reference]] = {}
    for number, finding in numbering.undecided():
        endless = finding.loop is not None and finding.loop.verdict in _RUNS_ON and not finding.loop.stops_after
        if finding.severity != "error" and not (endless and finding.severity == "warning"):
            continue
        things: list[AccountFacts | AutomationFacts] = [
            *numbering.automations_of(number),
            *numbering.accounts_of(number),
        ]
        for thing in things:
            because.setdefault(thing, []).append(Reference(number, finding.message))
    return tuple(Pause(_name(thing, frame), numbering.anchor(thing), tuple(of)) for thing, of in because.items())


def begin_with(numbering: Numbering) -> Reference | None:
    """The first finding that nobody has decided on."""
    return next((Reference(number, finding.message) for number, finding in numbering.undecided()), None)


def _name(thing: AccountFacts | AutomationFacts, frame: Frame) -> str:
    name = title(thing, frame)
    return frame.say("pause", "all_on", account=name) if isinstance(thing, AccountFacts) else name
