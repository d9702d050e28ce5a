"""What to switch off until somebody has looked."""

from collections.abc import Iterator, Mapping, Sequence

from sociable.client_report.content import Pause, Reference
from sociable.client_report.frame import Frame
from sociable.client_report.numbering import Numbering
from sociable.client_report.titles import called, title
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.findings.finding import Finding

_RUNS_ON = ("spawns", "spreads", "flips")
"""Verdicts of circles that do not come to rest by themselves."""


def pauses(numbering: Numbering, frame: Frame) -> tuple[Pause, ...]:
    """What errors and circles without an end are about, in the order of the findings."""
    because: dict[AccountFacts | AutomationFacts, dict[str, list[int]]] = {}
    for number in _urgent(numbering):
        for thing in _things(number, numbering):
            because.setdefault(thing, {}).setdefault(numbering.said(number), []).append(number)
    return tuple(Pause(_name(thing, frame), numbering.anchor(thing), _references(of)) for thing, of in because.items())


def at_once(numbering: Numbering) -> tuple[Reference, ...]:
    """Errors that nothing can be switched off against, such as a key in a file."""
    return tuple(Reference((n,), numbering.said(n)) for n in _urgent(numbering) if not _things(n, numbering))


def to_agree_on(numbering: Numbering) -> tuple[Reference, ...]:
    """What can be agreed on in peace: the titles of warnings that nobody has decided on."""
    titles: dict[str, list[int]] = {}
    for number, finding in numbering.undecided():
        if finding.severity == "warning" and not _is_endless(finding):
            titles.setdefault(called(finding.rule, numbering.pages), []).append(number)
    return _references(titles)


def begin_with(numbering: Numbering) -> Reference | None:
    """The first finding that nobody has decided on."""
    return next((Reference((number,), numbering.said(number)) for number, _ in numbering.undecided()), None)


def _urgent(numbering: Numbering) -> Iterator[int]:
    for number, finding in numbering.undecided():
        if finding.severity == "error" or (finding.severity == "warning" and _is_endless(finding)):
            yield number


def _is_endless(finding: Finding) -> bool:
    return finding.loop is not None and finding.loop.verdict in _RUNS_ON and not finding.loop.stops_after


def _things(number: int, numbering: Numbering) -> list[AccountFacts | AutomationFacts]:
    return [*numbering.automations_of(number), *numbering.accounts_of(number)]


def _references(numbers: Mapping[str, Sequence[int]]) -> tuple[Reference, ...]:
    return tuple(Reference(tuple(of), words) for words, of in numbers.items())


def _name(thing: AccountFacts | AutomationFacts, frame: Frame) -> str:
    name = title(thing, frame)
    return frame.say("pause", "all_on", account=name) if isinstance(thing, AccountFacts) else name
