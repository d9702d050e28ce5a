"""What a finding rests on: where suppressing it may be said, and how sure the files make it."""

from collections.abc import Iterable

from sociable.facts.credentials import Credential
from sociable.facts.facts import AccountFacts, AutomationFacts, StepFacts
from sociable.findings.finding import CONFIDENCES, SEVERITIES
from sociable.findings.origin import CERTAINTIES, GUESSED, OWN, Origin
from sociable.kinds.subjects import owners
from sociable.kinds.table import KINDS
from sociable.text.source import Span


def hidden(things: Iterable[object]) -> tuple[Span, ...]:
    """The places of what it is about, and of the steps, automations and accounts that these belong to."""
    return tuple(dict.fromkeys([owner.span for thing in things for owner in owners(thing)]))


def origin(thing: object) -> Origin:
    """Where the original has a thing, or else what it belongs to."""
    return next((each for each in _origins(thing) if each.importer), OWN)


def bounded(severity: str, confidence: str, things: Iterable[object]) -> tuple[str, str]:
    """Severity and confidence of a finding that rests on these things: what is guessed is never more than an info."""
    certainties = {each.certainty for thing in things for each in _origins(thing)}
    if GUESSED in certainties:
        severity = SEVERITIES[0]
    return severity, min((confidence, *(CERTAINTIES[each] for each in certainties)), key=CONFIDENCES.index)


def _origins(thing: object) -> Iterable[Origin]:
    if isinstance(thing, Credential):
        yield thing.origin
    if KINDS.of(thing) is not None:
        for owner in owners(thing):
            if isinstance(owner, StepFacts | AutomationFacts | AccountFacts):
                yield owner.model.origin
