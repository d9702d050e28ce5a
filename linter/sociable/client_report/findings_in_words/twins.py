"""Findings that say the same in the same words: what each has to itself, such as when it happens."""

from collections.abc import Iterator, Sequence

from sociable.client_report.automations.weekly_pace import starts
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import automation_title
from sociable.facts.facts import AutomationFacts


def told_apart(numbering: Numbering, frame: Frame) -> dict[int, str]:
    """By the numbers of those that say the same as others which automation does it, and when, where that differs."""
    alike: dict[str, list[int]] = {}
    for number, finding in numbering.numbered():
        alike.setdefault(finding.message, []).append(number)
    apart: dict[int, str] = {}
    for numbers in alike.values():
        doing = [numbering.automations_of(number) for number in numbers]
        if len(numbers) > 1 and all(len(each) == 1 for each in doing):
            apart |= zip(numbers, _differing([each for (each,) in doing], frame), strict=True)
    return {number: words for number, words in apart.items() if words}


def _differing(automations: Sequence[AutomationFacts], frame: Frame) -> Iterator[str]:
    told = {
        each: (frame.say("findings", "twin", name=automation_title(each)), starts(each, frame), _whom(each, frame))
        for each in dict.fromkeys(automations)
    }
    said = [told[each] for each in automations]
    columns = [len({each[at] for each in said}) > 1 for at in range(3)]
    for each in said:
        yield ", ".join(words for words, differs in zip(each, columns, strict=True) if differs and words)


def _whom(automation: AutomationFacts, frame: Frame) -> str:
    """For whom its first step is that is not aimed at what starts it, in words."""
    aimed = (step for step in automation.steps if step.model.target is not None and not step.aim.is_of_event)
    return next((frame.say("findings", "twin_for", whom=step.target.shown) for step in aimed), "")
