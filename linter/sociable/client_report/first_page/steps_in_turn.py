"""What to agree on, on the first page: what has a day, what a law speaks against, the rest, what is worth a look."""

from collections.abc import Iterator, Sequence

from sociable.client_report.content.content_of_report import Mark, Reference, Sentence
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.first_page.to_agree_on import named_step
from sociable.client_report.first_page.who_speaks_against import laws_against
from sociable.client_report.wording.clauses_as_sentences import told
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.numbers_in_words import listed_numbers
from sociable.findings.finding import SEVERITIES

_MOST_NAMES = 6
_MOST_TOLD = 3
"""Steps that are told one by one; of more it is said how many there are."""


def agree_in_turn(to_agree_on: Sequence[Reference], numbering: Numbering, frame: Frame) -> Iterator[Sentence]:
    """The steps after the first, one after the other: what has a day, what a law speaks against, then the rest."""
    open_still = [each for each in to_agree_on if not each.ended and not each.is_off]
    yield from (_near(each, frame) for each in open_still if each.near and each.due)
    in_time = [each for each in open_still if each.in_time and not (each.near and each.due)]
    yield from _in_time(in_time, frame)
    rest = [each for each in open_still if not each.in_time]
    by_law: dict[str, list[Reference]] = {}
    lawless: list[Reference] = []
    for each in rest:
        laws = laws_against(each.numbers, numbering, frame)
        if not laws:
            lawless.append(each)
        for who, numbers in list(laws.items())[:1]:
            by_law.setdefault(who, []).append(each._replace(numbers=tuple(numbers)))
    for who, of in by_law.items():
        yield from _agree(of, "agree_law", frame, who=who)
    yield from _agree(lawless, "agree_further" if in_time or by_law else "agree_then", frame)
    if ended := [number for each in to_agree_on if each.ended for number in each.numbers]:
        listed, marks = listed_numbers(ended, frame, _MOST_NAMES)
        yield Sentence(frame.say("first_page", "ended", numbers=listed), marks)
    yield from only_named([each for each in to_agree_on if each.is_off], "off_then", frame)
    yield from only_named(remarks(0, numbering, frame), "look_besides", frame)


def remarks(begun_with: int, numbering: Numbering, frame: Frame) -> list[Reference]:
    """What else is worth a look, where nothing has to be changed."""
    others = (
        number
        for number, finding in numbering.undecided()
        if number != begun_with
        and number not in numbering.ended
        and finding.severity == SEVERITIES[0]
        and (begun_with or numbering.is_noticed(number))
    )
    by_title = numbering.by_title(others)
    return [named_step(Reference(tuple(numbers), title), numbering, frame) for title, numbers in by_title.items()]


def _agree(to_agree_on: Sequence[Reference], key: str, frame: Frame, who: str = "") -> Iterator[Sentence]:
    """What to agree on after that, in its order, each by who does it and what to do."""
    for at, each in enumerate(to_agree_on[:_MOST_TOLD]):
        listed, marks = listed_numbers(each.numbers, frame, _MOST_NAMES)
        said = frame.say(
            "first_page",
            "agree_also" if at else key,
            who=who,
            names=each.names.text or frame.say("first_page", "of_a_file"),
            says=told(each.says).removesuffix("."),
            title=each.message,
            numbers=listed,
            do=each.do,
        )
        yield Sentence(said.rstrip(), (*each.names.links, *marks))
    if (left := len(to_agree_on) - _MOST_TOLD) > 0:
        more = frame.counted(left, "further_agree")
        yield Sentence(more, (Mark(more.rstrip("."), "pause"),))


def only_named(steps: Sequence[Reference], key: str, frame: Frame) -> Iterator[Sentence]:
    """What has time, by who does it and what it is called."""
    if not steps:
        return
    titles: list[str] = []
    marks: list[Mark] = []
    for each in steps[:_MOST_TOLD]:
        listed, of = listed_numbers(each.numbers, frame, _MOST_NAMES)
        key_of = "named" if each.names.text else "titled"
        titles.append(frame.say("first_page", key_of, names=each.names.text, title=each.message, numbers=listed))
        marks += (*each.names.links, *of)
    if (left := len(steps) - len(titles)) > 0:
        titles.append(frame.counted(left, "more"))
        marks.append(Mark(titles[-1], "pause"))
    yield Sentence(frame.say("first_page", key, titles=frame.listed(titles, most=len(titles))), tuple(marks))


def _in_time(in_time: Sequence[Reference], frame: Frame) -> Iterator[Sentence]:
    """What happens on a day that is known, and so has to be agreed on before: the first, then the others."""
    if in_time and in_time[0].due:
        first, *in_time = in_time
        listed, marks = listed_numbers(first.numbers, frame, _MOST_NAMES)
        said = frame.say(
            "first_page",
            "in_time_several" if len(first.names.links) > 1 else "in_time",
            says=told(first.says).removesuffix("."),
            numbers=listed,
            names=first.names.text,
            due=told(first.due),
        )
        yield Sentence(said, (*marks, *first.names.links))
    yield from only_named(in_time, "in_time_too", frame)


def _near(each: Reference, frame: Frame) -> Sentence:
    """What has its day within a few days: before when, what to switch off or to change, and whom to ask."""
    listed, marks = listed_numbers(each.numbers, frame, _MOST_NAMES)
    said = frame.say("first_page", "near", due=told(each.due), says=told(each.says).removesuffix("."), numbers=listed)
    return Sentence(said, (*each.names.links, *marks))
