"""What was found between a client and others: nothing of it that could name one of those."""

from collections.abc import Iterator, Mapping

from sociable.client_report.content.content_of_report import Crossing, Decision, Passage
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.what_ends import Thing, to_switch_off
from sociable.client_report.findings_in_words.graded_findings import decision, marks, passages, sources
from sociable.client_report.findings_in_words.standing_in_files import whose_matter
from sociable.client_report.findings_in_words.what_to_do import DO, cure
from sociable.client_report.wording.frame import Frame
from sociable.findings.finding import Finding

_OF_THE_RULE = ("people see", "why")
"""Passages that say the same of whomever it is about."""


def crossings(
    numbering: Numbering, statuses: Mapping[str, str], lists: Mapping[str, str], frame: Frame
) -> Iterator[Crossing]:
    """Each with how it compares with the last report, by ``statuses``, and whose list it is about, by ``lists``."""
    off = to_switch_off(numbering)
    for number, finding in numbering.crossing():
        said = (each for each in passages(finding, numbering.pages) if each.label in _OF_THE_RULE)
        yield Crossing(
            number=number,
            title=numbering.said(number),
            severity=finding.severity,
            own=marks((*numbering.automations_of(number), *numbering.accounts_of(number)), numbering, frame),
            ask=tuple(whose_matter(number, numbering, frame)),
            passages=(*said, Passage(DO, tuple(_to_do(number, off, lists, numbering, frame)))),
            sources=sources([finding], frame),
            status=statuses.get(finding.fingerprint, ""),
            decision=_decision(finding, frame),
        )


def _to_do(
    number: int, off: Mapping[Thing, bool], lists: Mapping[str, str], numbering: Numbering, frame: Frame
) -> Iterator[str]:
    """What ends one's own part; what its rule advises speaks of all that have one, so that has to be asked for."""
    if ends := cure(number, off, numbering, frame):
        yield ends
    yield lists.get(numbering.finding(number).fingerprint) or frame.say("crossing", "do")


def _decision(finding: Finding, frame: Frame) -> Decision | None:
    """That it is kept; the reason is the reviewer's to tell, unless it stands in the client's own file."""
    if finding.suppressed is None:
        return None
    made = decision(finding.suppressed, frame)
    return made if made.reason else made._replace(reason=frame.say("crossing", "reason"))
