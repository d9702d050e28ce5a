"""`sociable facts stale`."""

from collections.abc import Iterator

from sociable.cli.chosen_day import chosen_day
from sociable.cli.console import CLEAN, FOUND, say
from sociable.cli.read_rules import rules_by_fact, rules_by_kind
from sociable.facts.figures import figures
from sociable.records.record import Record
from sociable.sources.dates import day_or_now, in_words, is_old
from sociable.sources.fact import Document
from sociable.sources.library import library
from sociable.text.wording import counted


class FactsStaleCall(Record):
    """What `sociable facts stale` was asked for."""

    today: str


class _Seen(Record):
    """A fact or a figure: when somebody looked, where it stands, and how many rules rest on it."""

    seen: str
    document: Document
    id: str
    title: str
    rules: int


def run(call: FactsStaleCall) -> int:
    """Print the facts and figures that were seen more than a year ago; exit code 1 if there are any."""
    today = day_or_now(chosen_day(call.today))
    old = sorted(
        (each for each in _all_seen() if is_old(each.seen, today)),
        key=lambda each: (each.seen, each.document.id, each.id),
    )
    for each in old:
        seen, rules = in_words(each.seen), counted(each.rules, "rule")
        say(f"{each.id:<8} seen {seen}, {rules}: {each.title} {each.document.address}")
    say(f"{counted(len(old), 'fact')} seen more than a year before {in_words(today)}")
    return FOUND if old else CLEAN


def _all_seen() -> Iterator[_Seen]:
    resting, measuring = rules_by_fact(), rules_by_kind()
    for fact in library().facts.values():
        if not fact.superseded_by:
            yield _Seen(fact.seen, fact.document, fact.id, fact.title, len(resting.get(fact.id, ())))
    for figure in figures().values():
        rules = len(measuring[figure.kind]) if figure.is_used else 0
        yield _Seen(figure.seen, figure.document, figure.id, f"{figure.document.title}, {figure.says}", rules)
