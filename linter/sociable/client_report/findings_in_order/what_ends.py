"""What has to be switched off today, and what else ends with it."""

from collections.abc import Iterable, Iterator, Mapping

from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.weight import is_pressing
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.language import ast

Thing = AccountFacts | AutomationFacts

_TOGETHER = frozenset(("repeat", "loop"))
"""Kinds of what several automations do together."""


def urgent(numbering: Numbering) -> Iterator[int]:
    """What has to stop, or to be seen to, today."""
    return (number for number, _ in numbering.undecided() if is_urgent(number, numbering))


def is_urgent(number: int, numbering: Numbering) -> bool:
    """Whether it has to stop, or to be seen to, today; nothing of what was switched off when its file was written."""
    finding = numbering.finding(number)
    return finding.suppressed is None and is_pressing(finding) and not numbering.is_off(number)


def things_of(number: int, numbering: Numbering) -> list[Thing]:
    """What can be switched off against it; nothing of what only stands in a file, or is cured in a profile."""
    if numbering.is_cured_in_profile(number):
        return []
    return [*numbering.automations_of(number), *numbering.accounts_of(number)]


def is_to_see_to(number: int, numbering: Numbering) -> bool:
    """Whether it cannot wait, and nothing is to be switched off against it: a key in a file, a word in a profile."""
    return is_pressing(numbering.finding(number)) and not things_of(number, numbering)


def to_switch_off(numbering: Numbering) -> dict[Thing, bool]:
    """What is to be switched off, with whether another may be switched off in place of each."""
    off: dict[Thing, bool] = {}
    for number in urgent(numbering):
        for thing in things_of(number, numbering):
            for each in (thing, *(thing.automations if isinstance(thing, AccountFacts) else ())):
                off[each] = off.get(each, True) and is_ended_by_one(number, numbering)
    return off


def fine_once_off(numbering: Numbering) -> list[AutomationFacts]:
    """What stays on and is fine once what has to stop is off: all that was found about it ends with that."""
    off = to_switch_off(numbering)
    ending = {number for number, _ in numbering.numbered() if ended_with(off, (number,), numbering)}
    return [
        each
        for each in numbering.facts.automations
        if each not in off and each not in numbering.in_part
        if (found := numbering.about_what_it_does(each)) and ending.issuperset(found)
    ]


def is_ended_by_one(number: int, numbering: Numbering) -> bool:
    """Whether it is the fault of several together, so that one of them may go on."""
    page = numbering.pages.get(numbering.finding(number).rule)
    return page is not None and len(numbering.automations_of(number)) > 1 and _is_of_several(page.rule.bindings[0])


def _is_of_several(binding: ast.Binding | ast.Grouping | ast.Pairing) -> bool:
    return isinstance(binding, ast.Pairing) or (isinstance(binding, ast.Binding) and binding.kind in _TOGETHER)


def ended_with(off: Mapping[Thing, bool], numbers: Iterable[int], numbering: Numbering) -> list[AutomationFacts]:
    """What of ``off`` is to be switched off and so ends all of this; nothing where some of it goes on."""
    ending: dict[AutomationFacts, None] = {}
    for number in numbers:
        if number in numbering.ended:
            ending |= dict.fromkeys(numbering.ended[number])
            continue
        doing, of_several = numbering.automations_of(number), is_ended_by_one(number, numbering)
        stopped = [each for each in doing if each in off and (of_several or not off[each])]
        if not stopped or len(stopped) < len(doing) - of_several:
            return []
        ending |= dict.fromkeys(stopped)
    return list(ending)
