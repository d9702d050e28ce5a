"""By when something has to stop that by its file first happens again on a later day: "now" is said of nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sociable.client_report.automations.urgency import Due, soonest
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.what_ends import urgent
from sociable.client_report.wording.frame import Frame


def deadlines(numbering: Numbering, today: date, frame: Frame) -> Mapping[int, Due]:
    """Of what has to stop, that of which nothing happens before a day that is known, with that day."""
    found = ((number, soonest(numbering.automations_of(number), today, frame)) for number in urgent(numbering))
    return {number: soon for number, soon in found if soon is not None and soon.run is not None and soon.run > today}


def by_deadline(numbers: Iterable[int], of: Mapping[int, Due]) -> Iterator[tuple[str, list[int]]]:
    """What has to stop now, under no words, then the rest by the words for its day, the nearest first."""
    days: dict[tuple[date, str], list[int]] = {}
    for number in numbers:
        soon = of.get(number)
        key = (soon.run, soon.by) if soon is not None and soon.run is not None else (date.min, "")
        days.setdefault(key, []).append(number)
    yield from ((words, days[day, words]) for day, words in sorted(days))
