"""What goes on because somebody decided to keep it: what, until when, what people see of it, and what is against it."""

from collections.abc import Iterator

from sociable.client_report.content.content_of_report import Mark, Sentence
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_words.graded_findings import decision
from sociable.client_report.first_page.who_speaks_against import against
from sociable.client_report.wording.clauses_as_sentences import told
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.numbers_in_words import mark_of

_MOST_TOLD = 3
"""Decisions that are told one by one; of more it is said how many there are."""


def what_is_kept(numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """Of what people notice and somebody accepted, as long as it runs: the gravest first."""
    kept = [
        number
        for number, finding in numbering.everything()
        if finding.suppressed is not None and numbering.is_noticed(number) and not numbering.is_off(number)
    ]
    for number in kept[:_MOST_TOLD]:
        yield _kept(number, numbering, frame)
    if (left := len(kept) - _MOST_TOLD) > 0:
        more = frame.counted(left, "further_kept")
        yield Sentence(more, (Mark(more.rstrip("."), "findings"),))


def _kept(number: int, numbering: Numbering, frame: Frame) -> Sentence:
    finding = numbering.finding(number)
    assert finding.suppressed is not None, "it is kept"
    until = decision(finding.suppressed, frame).until
    mark = mark_of(number, frame)
    rules, laws = against((number,), numbering, frame)
    clauses = [
        frame.say("first_page", key, who=frame.listed([each.text for each in who], len(who)))
        for key, who in (("kept_against", rules), ("kept_law", laws))
        if who
    ]
    said = frame.say(
        "first_page",
        "kept_until" if until else "kept",
        until=until,
        says=told(numbering.said(number)).removesuffix("."),
        number=mark.name,
        people=finding.people_see,
        against=" ".join(clauses),
    )
    return Sentence(said.rstrip(), (mark,))
