"""What a loop has beside those that are on it: the bots of strangers, and what can start it."""

from collections.abc import Iterator

from sociable.client_report.automations.switched_together import at_rest
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.titles import quoted
from sociable.facts.facts import AutomationFacts
from sociable.graph.automation_links import links


def with_strangers(numbering: Numbering) -> list[int]:
    """Loops that take the bot of a stranger, and so are in no drawing."""
    return [n for n, each in enumerate(numbering.findings, 1) if each.loop and each.loop.takes_a_stranger]


def strangers_in_words(numbering: Numbering, frame: Frame) -> Iterator[str]:
    """What such loops are among, as a sentence; nothing where there is none."""
    if numbers := with_strangers(numbering):
        names = dict.fromkeys(quoted(each, frame) for n in numbers for each in numbering.automations_of(n))
        yield frame.say("links", "stranger", automations=frame.listed(list(names)))


def starters(numbering: Numbering) -> dict[AutomationFacts, list[int]]:
    """What is on no loop and can start one among our accounts, with the numbers of these loops."""
    on: dict[AutomationFacts, list[int]] = {}
    for number, each in enumerate(numbering.findings, 1):
        if each.loop and not each.loop.takes_a_stranger:
            for automation in numbering.automations_of(number):
                on.setdefault(automation, []).append(number)
    started: dict[AutomationFacts, dict[int, None]] = {}
    for link in links(numbering.facts) if on else ():
        numbers = dict.fromkeys(number for each in link.automations for number in on.get(each, ()))
        for automation in {step.automation: None for step in link.steps} if numbers else ():
            started.setdefault(automation, {}).update(numbers)
    return {each: sorted(numbers) for each, numbers in started.items() if each not in on and not at_rest(each)}
