"""A rehearsal at the terminal: what was asked for, what cannot be played, and what is printed."""

import sys
from collections.abc import Iterator

from sociable.cli.console import CLEAN, BadCall, NothingToDo, complain, style_for
from sociable.facts.facts import AccountFacts, Facts, derive
from sociable.records.record import Record
from sociable.rehearsal.asked_accounts import asked_accounts, heard_events
from sociable.rehearsal.rehearsal import rehearse
from sociable.rehearsal.timeline import Rehearsal, Start


class RehearseCall(Record):
    """What `sociable rehearse` was asked for. ``account`` is an id or a handle; empty: every one that hears it."""

    paths: tuple[str, ...]
    when: str
    account: str
    mirror: bool
    rounds: int
    form: str


def run(call: RehearseCall) -> int:
    """Read, play, print the timelines to stdout, and say how it went."""
    from sociable.output.formats import write
    from sociable.project.load import load

    reading = load(call.paths)
    if reading.problems:
        first = reading.problems[0]
        more = f" (and {len(reading.problems) - 1} more)" if len(reading.problems) > 1 else ""
        complain(f"{first.span}: {first.message}{more}. What was understood is played; `sociable check` says the rest.")
    facts = derive(reading.setup)
    if not facts.automations:
        raise NothingToDo("there is nothing to rehearse: no automations found")
    if not call.when:
        raise BadCall(
            f"say with --when what happens first. These automations start on: {', '.join(heard_events(facts))}."
        )
    accounts = asked_accounts(facts, call.when, call.account)
    write("rehearsals", _rehearsals(facts, accounts, call), sys.stdout, call.form, style_for(sys.stdout))
    return CLEAN


def _rehearsals(facts: Facts, accounts: list[AccountFacts], call: RehearseCall) -> Iterator[Rehearsal]:
    for account in accounts:
        yield rehearse(facts, Start(call.when, account.id), call.rounds, call.mirror)
