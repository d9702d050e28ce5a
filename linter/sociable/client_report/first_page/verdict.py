"""What a report comes to in one sentence, and what has to be known beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sociable.client_report.automations.urgency import Due
from sociable.client_report.content.content_of_report import Mark, Reference, Sentence
from sociable.client_report.content.page_anchors import PRESSING
from sociable.client_report.findings_in_order.counted import OFF, Counting
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.weight import is_about_peoples_data, is_pressing
from sociable.client_report.findings_in_order.what_ends import is_ended_by_one, is_to_see_to, urgent
from sociable.client_report.first_page.deadlines import by_deadline
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.numbers_in_words import listed_numbers, mark_of
from sociable.client_report.wording.titles import account_name
from sociable.facts.facts import AccountFacts
from sociable.findings.finding import SEVERITIES

_MOST_NAMES = 6

_COUNTED = frozenset(("pressing", "at_once", "besides", "off"))
"""What is counted in words of its own, whatever its gravity."""

_NAMED = 3
"""Names that a list has at most where it is not said how many."""


def verdict(
    counting: Counting, unread: int, to_agree: Iterable[Reference], days: Mapping[int, Due], frame: Frame
) -> Iterator[Sentence]:
    """Sentences whose numbers lead to what they count; ``unread`` counts the places that could not be read.

    Of what is ``to_agree`` on, what has its day within a few days belongs into the first of them. What has to stop is
    told by its day where ``days`` hold it.
    """
    numbering = counting.numbering
    if not numbering.facts.automations:
        yield _nothing_runs(numbering, frame)
    if numbering.facts.automations or any(True for _ in numbering.undecided()):
        near = [_near(each, frame) for each in to_agree if each.near]
        first, *others = _judged(counting, bool(near), days, frame)
        yield _joined([first, *near[:_NAMED]])
        yield from others
    yield from _several_clients(numbering, frame)
    crossings = len(numbering.crossings)
    for count, thing, anchor in ((crossings, "crossing", "crossing"), (unread, "unread_verdict", "unseen")):
        if count:
            yield Sentence(frame.counted(count, thing), (Mark(frame.counted(count, f"{thing}_number"), anchor),))


def _nothing_runs(numbering: Numbering, frame: Frame) -> Sentence:
    """That there is nothing, or that all there is was switched off, of which nothing is judged."""
    if all_off := len(numbering.facts.setup.automations):
        counted = frame.counted(all_off, "all_off")
        return Sentence(frame.say("verdict", "all_off", automations=counted), (Mark(counted, "fine"),))
    return Sentence(frame.say("verdict", "empty"))


def _near(each: Reference, frame: Frame) -> Sentence:
    """What has to be switched off or changed within a few days, by name."""
    listed, marks = listed_numbers(each.numbers, frame)
    key = "near_several" if len(each.names.links) > 1 else "near"
    said = frame.say("verdict", key, before=each.near, names=each.names.text, says=each.says, numbers=listed)
    return Sentence(said, (*each.names.links, *marks))


def _joined(sentences: Sequence[Sentence]) -> Sentence:
    return Sentence(" ".join(each.text for each in sentences), tuple(mark for each in sentences for mark in each.links))


def _judged(counting: Counting, near: bool, days: Mapping[int, Due], frame: Frame) -> Iterator[Sentence]:
    """A sentence for the gravest there is, with where it is, and one for what was switched off.

    ``near`` says that something has its day within a few days.
    """
    off = dict.fromkeys(counting.of(OFF))
    running = [number for number, _ in counting.numbering.undecided() if number not in off]
    yield from _of_what_runs(running, near, counting, days, frame)
    if off:
        yield _things("off", "warning", list(off), counting, frame)


def _of_what_runs(
    running: Sequence[int], near: bool, counting: Counting, days: Mapping[int, Due], frame: Frame
) -> Iterator[Sentence]:
    numbering = counting.numbering
    gravest = numbering.gravest(running)
    if gravest < 0 and any(True for _ in numbering.undecided()):
        yield Sentence(frame.say("verdict", "runs_well"))
    elif gravest < 0 and (numbering.findings or numbering.crossings):
        yield Sentence(frame.say("verdict", "all_kept"))
    elif gravest < 0:
        automations = frame.counted(len(numbering.facts.automations), "automation")
        yield Sentence(frame.say("verdict", "nothing", automations=automations), (Mark(automations, "doing"),))
    else:
        of_it = {number: None for number in running if numbering.finding(number).severity == SEVERITIES[gravest]}
        yield from _gravest(SEVERITIES[gravest], list(of_it), near, counting, days, frame)
        stopping = set(urgent(numbering))
        if also := [number for number in running if number in stopping and number not in of_it]:
            yield from _by_day(PRESSING, "warning", also, counting, days, frame)


def _gravest(
    severity: str, of_it: list[int], near: bool, counting: Counting, days: Mapping[int, Due], frame: Frame
) -> Iterator[Sentence]:
    """What has that severity; of what can be changed, first what is best off while people talk about it."""
    in_file = {number: None for number in of_it if is_to_see_to(number, counting.numbering)}
    if done := [number for number in of_it if number not in in_file]:
        yield from _of_what_is_done(severity, done, near, counting, days, frame)
    if in_file:
        yield _things("at_once", severity, list(in_file), counting, frame)


def _of_what_is_done(
    severity: str, numbers: list[int], near: bool, counting: Counting, days: Mapping[int, Due], frame: Frame
) -> Iterator[Sentence]:
    numbering = counting.numbering
    pressing = {number: None for number in numbers if is_pressing(numbering.finding(number))}
    if severity == SEVERITIES[-1]:
        yield from _by_day("error", severity, numbers, counting, days, frame)
        yield from _enough(numbers, numbering, frame)
        return
    if severity != "warning" or not pressing:
        in_peace = severity == "warning" and not near
        yield _things("in_peace" if in_peace else severity, severity, numbers, counting, frame)
        return
    yield from _by_day("pressing", severity, list(pressing), counting, days, frame)
    if any(is_about_peoples_data(numbering.finding(number)) for number in pressing):
        yield Sentence(frame.say("verdict", "called_back"))
    if others := [number for number in numbers if number not in pressing]:
        yield _things("besides", severity, others, counting, frame)


def _by_day(
    key: str, severity: str, numbers: list[int], counting: Counting, days: Mapping[int, Due], frame: Frame
) -> Iterator[Sentence]:
    """What has to stop now, then what has to before a day that is known."""
    for before, same in by_deadline(numbers, days):
        yield _things(f"{key}_by" if before else key, severity, same, counting, frame, before)


def _enough(numbers: Iterable[int], numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """Of what several do together, that all but one of them are enough to stop."""
    of_several = [number for number in numbers if is_ended_by_one(number, numbering)]
    if of_several:
        listed, marks = listed_numbers(of_several, frame)
        two = all(len(numbering.automations_of(number)) == 2 for number in of_several)
        yield Sentence(frame.say("verdict", "enough_one" if two else "enough", numbers=listed), marks)


def _things(
    key: str, severity: str, numbers: list[int], counting: Counting, frame: Frame, before: str = ""
) -> Sentence:
    numbering = counting.numbering
    in_profile = key == "at_once" and any(map(numbering.is_cured_in_profile, numbers))
    counts = key if key in _COUNTED and not in_profile else severity
    things = frame.counted(len(numbers), f"verdict_{counts}")
    found = (_seen_to if key == "at_once" else _found_where)(numbers, counting, frame)
    said = frame.say("verdict", key, things=things, titles=found.text, before=before)
    listed = f"{counting.called(numbers)}, {before}" if before else ""
    return Sentence(said, (Mark(things, counting.anchor(numbers, listed)), *found.links))


def _seen_to(numbers: list[int], counting: Counting, frame: Frame) -> Sentence:
    """What stands in a file, by what it is; several by the titles of their rules."""
    if len(numbers) > 1:
        return _found_where(numbers, counting, frame)
    mark = mark_of(numbers[0], frame)
    message = counting.numbering.finding(numbers[0]).message
    return Sentence(frame.say("verdict", "seen_to", message=message, number=mark.name), (mark,))


def _found_where(numbers: Iterable[int], counting: Counting, frame: Frame) -> Sentence:
    """What was found, by the titles of its rules, each with the accounts and the numbers: the first of many."""
    told, marks = [], []
    numbering = counting.numbering
    titles = numbering.by_title(numbering.in_turn(numbers))
    for name, same in list(titles.items())[:_NAMED]:
        places = [_on(numbers, numbering, frame) for numbers in _together(sorted(same), numbering)]
        listed = frame.listed([each.text for each in places])
        told.append(frame.say("verdict", "titled", title=name, where=listed))
        marks.append([mark for each in places[:_NAMED] for mark in each.links])
    if left := [number for same in list(titles.values())[_NAMED:] for number in same]:
        told.append(frame.counted(len(left), "more"))
        marks.append(
            [Mark(told[-1], counting.anchor(left, f"{counting.called(left)}{frame.say('findings', 'unnamed')}"))]
        )
    return Sentence(frame.listed(told, most=len(told)), tuple(mark for each in marks for mark in each))


def _together(numbers: Iterable[int], numbering: Numbering) -> list[list[int]]:
    """Those on the same accounts as one: told apart they would read like the same twice."""
    places: dict[tuple[bool, tuple[AccountFacts, ...]], list[int]] = {}
    for number in numbers:
        key = is_to_see_to(number, numbering), tuple(numbering.concerned(number))
        places.setdefault(key, []).append(number)
    return list(places.values())


def _on(numbers: Sequence[int], numbering: Numbering, frame: Frame) -> Sentence:
    """``on @a and @b (No. 1)``; the numbers alone where they are about no account."""
    accounts = numbering.concerned(numbers[0])
    listed, marks = listed_numbers(numbers, frame)
    if is_to_see_to(numbers[0], numbering) and not numbering.is_done(numbers[0]):
        return Sentence(frame.say("verdict", "in_file", number=listed), marks)
    if not accounts:
        return Sentence(frame.say("verdict", "nowhere", number=listed), marks)
    names = [account_name(each, frame) for each in accounts]
    said = frame.say("verdict", "where", accounts=frame.listed(names), number=listed)
    named = (Mark(name, numbering.anchor(each)) for name, each in zip(names[:_NAMED], accounts, strict=False))
    return Sentence(said, (*named, *marks))


def _several_clients(numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """That a report is about accounts of several clients, by whose names, so that it is given to none of them."""
    clients = sorted({each.model.client for each in numbering.accounts} - {""})
    if len(clients) > 1:
        yield Sentence(frame.say("verdict", "clients", clients=frame.listed(clients, most=_MOST_NAMES)))
