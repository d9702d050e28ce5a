"""Of which automations nothing was found, account by account, in sentences for the first page."""

from collections.abc import Container, Iterable, Iterator, Sequence

from sociable.client_report.automations.switched_together import at_rest
from sociable.client_report.content.content_of_report import Mark, Sentence
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.weight import TO_CHANGE
from sociable.client_report.findings_in_order.what_ends import fine_once_off
from sociable.client_report.what_runs.stated_merits import doubts, is_fine_but_for, may_go_on, merits
from sociable.client_report.what_runs.what_is_off import ended, switched_off
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.numbers_in_words import listed_numbers, mark_of
from sociable.client_report.wording.titles import account_name, automation_title, quoted
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.facts.open_facts import writes_to_unknown

_MOST_ACCOUNTS = 6
_MOST_NAMES = 4
_MOST_STATED = 3


def fine_by_account(numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """How many are fine and which on each account, which have only remarks, and what is stated of the accounts."""
    automations = [each for each in numbering.facts.automations if not at_rest(each)]
    unfound = [each for each in automations if not numbering.about_what_it_does(each)]
    clean = [each for each in unfound if each not in numbering.in_part]
    if clean:
        counted = frame.counted(len(automations), "automation")
        links = (Mark(str(len(clean)), "fine"), Mark(counted, "doing"))
        counted_clean = Sentence(frame.say("first_page", "clean", clean=len(clean), all=counted), links)
        told = [counted_clean, *_on_accounts(clean, numbering, frame)]
        yield Sentence(" ".join(each.text for each in told), tuple(mark for each in told for mark in each.links))
    elif automations and not unfound:
        yield Sentence(frame.say("first_page", "none_clean"))
    yield from _in_part(unfound, numbering, frame)
    then = fine_once_off(numbering)
    yield from _fine_then(then, numbering, frame)
    yield from _but_for(then, numbering, frame)
    yield from _at_rest(numbering, frame)
    yield from _stated(numbering, frame)


def _in_part(unfound: Iterable[AutomationFacts], numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """Of what nothing was found only as far as it could be read."""
    marks = [Mark(quoted(each, frame), numbering.anchor(each)) for each in unfound if each in numbering.in_part]
    if marks:
        names = frame.listed([each.name for each in marks], most=_MOST_NAMES)
        yield Sentence(frame.say("first_page", "fine_in_part", names=names), tuple(marks[:_MOST_NAMES]))


def _but_for(then: Container[AutomationFacts], numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """What else is fine but for a remark, then what may go on while a change to it is agreed on."""
    told, going_on = {"fine_but_for": dict[str, tuple[Mark, ...]](), "fine_meanwhile": {}}, may_go_on(numbering)
    for each in numbering.facts.automations:
        found = numbering.of_automation(each)
        if each in then or at_rest(each) or writes_to_unknown(each):
            continue
        if is_fine_but_for(each, numbering, going_on, frame):
            listed, of = listed_numbers(found, frame)
            key = "fine_but_for" if numbering.gravest(found) < TO_CHANGE else "fine_meanwhile"
            told[key][frame.say("first_page", "titled", title=automation_title(each), numbers=listed)] = of
    for key, marks in told.items():
        if marks:
            names = frame.listed(list(marks), most=_MOST_NAMES)
            yield Sentence(
                frame.say("first_page", key, names=names), tuple(mark for of in marks.values() for mark in of)
            )


def _stated(numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """What the files state in favour of each account, as far as there is room, in one paragraph."""
    told, links = list[str](), list[Mark]()
    favoured = [each for each in merits(numbering, frame) if len(each.reasons) > bool(each.links)]
    for stated in favoured[:_MOST_STATED]:
        key = "stated_too" if told else "stated"
        told.append(frame.say("first_page", key, account=stated.name, reasons="; ".join(stated.reasons)))
        links += [Mark(stated.name, "fine"), *stated.links]
    if (left := len(favoured) - _MOST_STATED) > 0:
        told.append(frame.counted(left, "stated_further"))
        links.append(Mark(told[-1].rstrip("."), "fine"))
    if told:
        yield Sentence(" ".join(told), tuple(links))


def _fine_then(then: Iterable[AutomationFacts], numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """What is fine once what has to stop is off: all that was found about it ends with that."""
    marks = [Mark(quoted(each, frame), numbering.anchor(each)) for each in then]
    if marks:
        listed = frame.listed([each.name for each in marks], most=_MOST_NAMES)
        yield Sentence(frame.say("first_page", "fine_then", names=listed), tuple(marks[:_MOST_NAMES]))


def _at_rest(numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """That nothing comes of what is switched off, or has ended."""
    for key, marks in (
        ("fine_off", list(switched_off(numbering, frame))),
        ("fine_over", list(ended(numbering, frame))),
    ):
        if marks:
            names = frame.listed([each.name for each in marks], most=_MOST_NAMES)
            yield Sentence(frame.say("first_page", key, names=names), tuple(marks[:_MOST_NAMES]))


def _on_accounts(clean: Iterable[AutomationFacts], numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    of: dict[AccountFacts, list[AutomationFacts]] = {}
    for each in clean:
        of.setdefault(each.account, []).append(each)
    for account, fine in list(of.items())[:_MOST_ACCOUNTS]:
        yield _on_account(account, fine, numbering, frame)
    if (left := len(of) - _MOST_ACCOUNTS) > 0:
        words = frame.counted(left, "further_account")
        yield Sentence(words, (Mark(words.rstrip("."), "fine"),))


def _on_account(
    account: AccountFacts,
    fine: Sequence[AutomationFacts],
    numbering: Numbering,
    frame: Frame,
) -> Sentence:
    """The automations by name, each with what is doubtful about it all the same."""
    marks = [Mark(account_name(account, frame), numbering.anchor(account))]
    names = []
    for each in fine[:_MOST_NAMES]:
        marks.append(Mark(automation_title(each), numbering.anchor(each)))
        with_it = [*_standing_in(each, numbering, frame), *_switched_with(each, numbering, frame)]
        marks += [mark_of(number, frame) for number in numbering.beside(each)]
        marks += [mark for said in with_it for mark in said.links]
        but = [*doubts(each, numbering, frame), *(said.text for said in with_it)]
        key = "fine_but" if but else "fine_one"
        names.append(frame.say("first_page", key, name=automation_title(each), but="; ".join(but)))
    if (left := len(fine) - len(names)) > 0:
        names.append(frame.counted(left, "more"))
    listed = frame.listed(names, most=len(names))
    every = "fine_all" if len(fine) == len(account.automations) else "fine_some"
    said = frame.say("first_page", every, account=account_name(account, frame), names=listed)
    return Sentence(said, tuple(marks))


def _standing_in(automation: AutomationFacts, numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """That what it does is fine, and what stands in its part of the file is not."""
    if numbers := numbering.only_in_its_file(automation):
        listed, marks = listed_numbers(numbers, frame)
        yield Sentence(frame.say("first_page", "fine_in_file", numbers=listed), marks)


def _switched_with(
    automation: AutomationFacts,
    numbering: Numbering,
    frame: Frame,
) -> Iterator[Sentence]:
    """That it is switched off with something that is not fine."""
    mates = (each for each in numbering.on_one_switch(automation) if each is not automation)
    numbers = sorted({n for each in mates for n in numbering.about_what_it_does(each)})
    if numbers:
        listed, marks = listed_numbers(numbers, frame)
        yield Sentence(frame.say("first_page", "fine_same_switch", numbers=listed), marks)
