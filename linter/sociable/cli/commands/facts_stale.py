"""`sociable facts stale`."""

import sys

from sociable.cli.chosen_day import chosen_day
from sociable.cli.console import CLEAN, FOUND
from sociable.cli.read_rules import rules_by_fact
from sociable.records.record import Record
from sociable.sources.dates import day_or_now, in_words, is_old
from sociable.sources.library import library
from sociable.text.wording import counted


class FactsStaleCall(Record):
    """What `sociable facts stale` was asked for."""

    today: str


def run(call: FactsStaleCall) -> int:
    """Print the facts that were seen more than a year ago; exit code 1 if there are any."""
    today = day_or_now(chosen_day(call.today))
    resting = rules_by_fact()
    old = sorted(
        (fact for fact in library().facts.values() if is_old(fact.seen, today) and not fact.superseded_by),
        key=lambda fact: (fact.seen, fact.document.id, fact.id),
    )
    for fact in old:
        rules = counted(len(resting.get(fact.id, ())), "rule")
        seen = in_words(fact.seen)
        sys.stdout.write(f"{fact.id:<8} seen {seen}, {rules}: {fact.title} {fact.document.address}\n")
    sys.stdout.write(f"{counted(len(old), 'fact')} seen more than a year before {in_words(today)}\n")
    return FOUND if old else CLEAN
