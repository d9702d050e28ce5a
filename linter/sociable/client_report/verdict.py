"""What a report comes to in one sentence, and what has to be known beside it."""

from collections.abc import Iterable, Iterator, Sequence

from sociable.client_report.clauses import told
from sociable.client_report.content import (
    BeginWith,
    Mark,
    Merit,
    Otherwise,
    Pause,
    PauseGroup,
    Reference,
    Sentence,
    ToDo,
)
from sociable.client_report.frame import Frame
from sociable.client_report.numbering import Numbering
from sociable.client_report.titles import account_name, called, title
from sociable.facts.facts import AccountFacts, AutomationFacts
from sociable.findings.finding import SEVERITIES

_MOST_NAMES = 6

_NAMED = 3
"""Names that a list has at most where it is not said how many."""


def verdict(
    numbering: Numbering,
    to_do: ToDo,
    clean: Sequence[AutomationFacts],
    fine: Sequence[Merit],
    unread: int,
    frame: Frame,
) -> Iterator[Sentence]:
    """Sentences whose numbers lead to what they count.

    ``clean`` are the automations of which nothing was found, ``fine`` is what is stated of accounts, ``unread`` counts
    the places that could not be read.
    """
    automations = numbering.facts.automations
    if not automations:
        yield Sentence(frame.say("verdict", "empty"))
    else:
        yield _judged(numbering, bool(to_do.pauses), frame)
        yield from _spared(numbering, frame)
        if to_do.groups:
            yield _first_of_many(to_do.groups[0], frame)
        elif to_do.pauses:
            yield _first(to_do.pauses[0], frame)
        elif to_do.begin_with and to_do.to_agree_on:
            yield _begin(to_do.begin_with, frame)
        yield from _in_time(to_do.to_agree_on, frame)
        yield from _otherwise(to_do.otherwise, frame)
        if numbering.findings or numbering.crossings:
            yield from _fine(numbering, clean, fine, frame)
    yield from _several_clients(numbering, frame)
    crossings = len(numbering.crossings)
    for count, thing, anchor in ((crossings, "crossing", "crossing"), (unread, "unread_verdict", "unseen")):
        if count:
            yield Sentence(frame.counted(count, thing), (Mark(frame.counted(count, f"{thing}_number"), anchor),))


def _judged(numbering: Numbering, pauses: bool, frame: Frame) -> Sentence:
    """A sentence for the gravest there is, naming whose accounts it is about; ``pauses`` says whether any is needed."""
    gravest = numbering.gravest(number for number, _ in numbering.undecided())
    if gravest < 0 and (numbering.findings or numbering.crossings):
        return Sentence(frame.say("verdict", "all_kept"))
    if gravest < 0:
        automations = frame.counted(len(numbering.facts.automations), "automation")
        return Sentence(frame.say("verdict", "nothing", automations=automations), (Mark(automations, "doing"),))
    severity = SEVERITIES[gravest]
    numbers = {number for number, finding in numbering.undecided() if finding.severity == severity}
    accounts = [each for each in numbering.accounts if numbers.intersection(numbering.of_account(each))]
    names = [_counted_on(each, numbers, numbering, frame) for each in accounts]
    if len(names) == 1:
        names = [account_name(each, frame) for each in accounts]
    things, titles = frame.counted(len(numbers), f"verdict_{severity}"), _titles(numbers, numbering, frame)
    anchor = severity if min(numbers) <= len(numbering.findings) else "crossing"
    return Sentence(
        frame.say(
            "verdict",
            "endless" if pauses and severity == "warning" else severity,
            things=things,
            accounts=_where(names, frame),
            titles=titles.text,
        ),
        (
            Mark(things, anchor),
            *(Mark(account_name(each, frame), numbering.anchor(each)) for each in accounts[:_NAMED]),
            *titles.links,
        ),
    )


def _titles(numbers: Iterable[int], numbering: Numbering, frame: Frame) -> Sentence:
    """What was found, by the titles of its rules with its numbers: the first of many."""
    of: dict[str, list[int]] = {}
    for number in sorted(numbers):
        of.setdefault(called(numbering.finding(number).rule, numbering.pages), []).append(number)
    told, marks = [], []
    for name, same in of.items():
        shown = [Mark(frame.say("page", "number", n=n), f"f{n}") for n in same]
        listed = frame.listed([each.name for each in shown])
        told.append(frame.say("verdict", "titled", title=name, numbers=listed))
        marks.append(shown[:_NAMED])
    return Sentence(frame.listed(told), tuple(mark for each in marks[:_NAMED] for mark in each))


def _fine(
    numbering: Numbering, clean: Sequence[AutomationFacts], fine: Sequence[Merit], frame: Frame
) -> Iterator[Sentence]:
    """Of which automations nothing was found; where there are none, what is stated of the first account."""
    if clean:
        counted = frame.counted(len(numbering.facts.automations), "automation")
        names = frame.listed([title(each, frame) for each in clean])
        links = (
            Mark(str(len(clean)), "fine"),
            Mark(counted, "doing"),
            *(Mark(title(each, frame), numbering.anchor(each)) for each in clean[:_NAMED]),
        )
        yield Sentence(frame.say("verdict", "clean_rest", clean=len(clean), all=counted, names=names), links)
    elif fine:
        name = fine[0].name
        said = frame.say("verdict", "stated", account=name, reasons="; ".join(fine[0].reasons))
        yield Sentence(said, (Mark(name, "fine"),))


def _counted_on(account: AccountFacts, numbers: set[int], numbering: Numbering, frame: Frame) -> str:
    """An account with how many of these findings are about it."""
    count = len(numbers.intersection(numbering.of_account(account)))
    return frame.say("verdict", "on_account", account=account_name(account, frame), n=count)


def _spared(numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """The accounts on which nothing has to stop, where it has to on others: each reader looks for their own."""
    stops = {number for number, finding in numbering.undecided() if finding.severity == SEVERITIES[-1]}
    spared = [each for each in numbering.accounts if stops.isdisjoint(numbering.of_account(each))]
    if stops and spared:
        told = [_left_on(each, numbering, frame) for each in spared]
        names = frame.listed([each.text for each in told], most=_MOST_NAMES)
        marks = (mark for each in told[:_MOST_NAMES] for mark in each.links)
        yield Sentence(frame.say("verdict", "spared", accounts=names), tuple(marks))


def _left_on(account: AccountFacts, numbering: Numbering, frame: Frame) -> Sentence:
    """An account with what was found there all the same."""
    name, numbers = account_name(account, frame), numbering.of_account(account)
    marks = [Mark(frame.say("page", "number", n=n), f"f{n}") for n in numbers]
    found = frame.say("verdict", "spared_clean")
    if marks:
        listed = frame.listed([each.name for each in marks], most=_MOST_NAMES)
        found = frame.say("verdict", "spared_but", numbers=listed)
    said = frame.say("verdict", "spared_account", account=name, found=found)
    return Sentence(said, (Mark(name, numbering.anchor(account)), *marks[:_MOST_NAMES]))


def _several_clients(numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """That a report is about accounts of several clients, by whose names, so that it is given to none of them."""
    clients = sorted({each.model.client for each in numbering.accounts} - {""})
    if len(clients) > 1:
        yield Sentence(frame.say("verdict", "clients", clients=frame.listed(clients, most=_MOST_NAMES)))


def _first(pause: Pause, frame: Frame) -> Sentence:
    """What to switch off before anything else: why, by when, and whom to ring."""
    clauses = {"message": pause.because[0].message, "due": pause.due, "ring": pause.ring}
    sentences = {name: told(clause) for name, clause in clauses.items()}
    return Sentence(frame.say("verdict", "first", name=pause.name, **sentences), (Mark(pause.name, pause.anchor),))


def _first_of_many(group: PauseGroup, frame: Frame) -> Sentence:
    """The same where no single one is the first: what so many do, and by when to see to it."""
    said = frame.say(
        "verdict", "first_of_many", counted=group.counted, message=told(group.message), due=told(group.due)
    )
    return Sentence(said, (Mark(group.counted, "pause"),))


def _begin(begin: BeginWith, frame: Frame) -> Sentence:
    """Where nothing has to be switched off: what to agree on first, what goes on meanwhile, and whom to ask."""
    number = frame.say("page", "number", n=begin.number)
    happens = told(begin.happens) if begin.happens else ""
    if begin.weekly:
        happens = frame.say("verdict", "weekly", happens=happens, weekly=begin.weekly)
    clauses = {"message": told(begin.message), "happens": happens, "ring": " ".join(map(told, begin.ring))}
    said = frame.say("verdict", "begin", number=number, **clauses)
    return Sentence(" ".join(said.split()), (Mark(number, f"f{begin.number}"),))


def _in_time(to_agree_on: Sequence[Reference], frame: Frame) -> Iterator[Sentence]:
    """What happens on a day that is known, and so has to be agreed on before."""
    found = next((each for each in to_agree_on if each.in_time), None)
    if found:
        number = frame.say("page", "number", n=found.numbers[0])
        said = frame.say("verdict", "in_time", title=found.message, number=number, due=told(found.due))
        yield Sentence(said, (Mark(number, f"f{found.numbers[0]}"),))


def _otherwise(then: Otherwise | None, frame: Frame) -> Iterator[Sentence]:
    """What happens to people first of all if nothing is changed, and whose rules speak against what was found."""
    if then is None or not then.people:
        return
    heading, number = frame.say("otherwise", "if_not"), then.people[0].numbers[0]
    mark = Mark(frame.say("page", "number", n=number), f"f{number}")
    sources = [
        *(frame.say("verdict", "rules_of", platform=each.name) for each in then.accounts),
        *(each.name for each in then.law),
        *(frame.say("verdict", "law_if", law=each.name) for each in then.law_if),
    ]
    said = frame.say(
        "verdict",
        "against" if sources else "otherwise",
        heading=heading,
        people=then.people[0].message,
        number=mark.name,
        sources="; ".join(sources),
    )
    yield Sentence(said, (Mark(heading, "otherwise"), mark))


def _where(names: list[str], frame: Frame) -> str:
    return frame.listed(names) if names else frame.say("verdict", "the_files")
