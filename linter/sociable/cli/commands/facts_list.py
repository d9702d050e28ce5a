"""`sociable facts list`."""

import sys

from sociable.cli.console import CLEAN
from sociable.cli.read_rules import rules_by_fact
from sociable.records.record import Record
from sociable.sources.fact import Fact
from sociable.sources.library import library
from sociable.text.wording import counted


class FactsListCall(Record):
    """What `sociable facts list` was asked for."""

    platform: str | None
    rule: str


def run(call: FactsListCall) -> int:
    """Print one line for each fact, shelf by shelf; of one platform, or those that a rule rests on."""
    resting = {fact for fact, lines in rules_by_fact().items() if any(name == call.rule for name, _ in lines)}
    found = 0
    for shelf in library().shelves:
        facts = [fact for fact in shelf.facts if _is_wanted(fact, call, resting)]
        if facts:
            sys.stdout.write(f"{shelf.title}\n")
            sys.stdout.writelines(f"  {fact.id:<8} {fact.verdict:<11} {fact.weight:<8} {fact.says}\n" for fact in facts)
            sys.stdout.write("\n")
        found += len(facts)
    sys.stdout.write(f"{counted(found, 'fact')}. `sociable facts show ID` shows one.\n")
    return CLEAN


def _is_wanted(fact: Fact, call: FactsListCall, resting: set[str]) -> bool:
    return (not call.platform or call.platform in fact.on) and (not call.rule or fact.id in resting)
