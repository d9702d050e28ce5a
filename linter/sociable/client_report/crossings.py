"""What was found between a client and others: nothing of it that could name one of those."""

from sociable.client_report.content import Crossing
from sociable.client_report.frame import Frame
from sociable.client_report.graded_findings import marks, passages, sources
from sociable.client_report.numbering import Numbering

_OF_THE_RULE = ("people see", "why")
"""Passages that say the same of whomever it is about."""


def crossings(numbering: Numbering, frame: Frame) -> tuple[Crossing, ...]:
    return tuple(
        Crossing(
            number=number,
            title=numbering.said(number),
            severity=finding.severity,
            kept=finding.suppressed is not None,
            own=marks((*numbering.automations_of(number), *numbering.accounts_of(number)), numbering, frame),
            passages=tuple(each for each in passages(finding, numbering.pages) if each.label in _OF_THE_RULE),
            sources=sources([finding], frame),
        )
        for number, finding in numbering.crossing()
    )
