"""What else has to be known before something is switched off: which of two, what stops besides, what comes after."""

from collections.abc import Iterator, Sequence

from sociable.client_report.automations.still_out import still_out
from sociable.client_report.content.content_of_report import Sentence
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.weight import is_about_peoples_data
from sociable.client_report.findings_in_order.what_ends import Thing
from sociable.client_report.findings_in_words.better_to_switch_off import which
from sociable.client_report.findings_in_words.graded_findings import passages
from sociable.client_report.findings_in_words.what_to_do import DO
from sociable.client_report.first_page.who_speaks_against import against
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import quoted
from sociable.facts.facts import AutomationFacts


def notes_on(
    things: Sequence[Thing],
    numbers: Sequence[int],
    doing: Sequence[AutomationFacts],
    left_on: Sequence[AutomationFacts],
    better: tuple[Thing, str] | None,
    numbering: Numbering,
    frame: Frame,
) -> Iterator[Sentence]:
    """Clauses on ``things`` that have to stop because of the findings ``numbers``.

    ``doing`` are their automations; ``left_on`` is what the same switch also stops, ``better`` which of two things is
    the better to stop.
    """
    if len(things) == 2:
        yield Sentence(which(better, frame))
    if len(things) > 1:
        yield Sentence(frame.say("pause", "other_goes_on" if len(things) == 2 else "one_goes_on"))
    if left_on:
        yield Sentence(frame.say("pause", "same_switch", names=frame.listed([quoted(each, frame) for each in left_on])))
    yield from map(Sentence, list(_undo(numbers, numbering, frame)) or still_out(doing, frame))
    if len(things) == 1:
        yield _leave_off(*against(numbers, numbering, frame, {each.account.id for each in doing}), frame)


def _leave_off(rules: Sequence[Sentence], laws: Sequence[Sentence], frame: Frame) -> Sentence:
    """That it is not to be switched on again, which rules it goes against, and which laws it may break."""
    if not rules and not laws:
        return Sentence(frame.say("pause", "decide"))
    key = "leave_off_both" if rules and laws else "leave_off_laws" if laws else "leave_off"
    against = {"who": rules, "laws": laws}
    said = frame.say(
        "pause",
        key,
        **{of: frame.listed([each.text for each in all_of], len(all_of)) for of, all_of in against.items() if all_of},
    )
    return Sentence(said, tuple(mark for each in (*rules, *laws) for mark in each.links))


def advice_on(number: int, numbering: Numbering, frame: Frame) -> Iterator[str]:
    """What to do about a finding, in sentences; what its rule advises takes all accounts of a setup for one's own."""
    if number > len(numbering.findings):
        yield frame.say("crossing", "do")
        return
    told = passages(numbering.finding(number), numbering.pages)
    yield from (text for each in told if each.label == DO for text in each.sentences)


def _undo(numbers: Sequence[int], numbering: Numbering, frame: Frame) -> Iterator[str]:
    """What to do about what belongs to people and is out already; none of it in words that name other clients."""
    for number in numbers:
        finding = numbering.finding(number)
        is_own = number <= len(numbering.findings) and is_about_peoples_data(finding)
        if is_own and (advice := list(advice_on(number, numbering, frame))):
            yield frame.say("pause", "undo", advice=" ".join(advice))
            return
