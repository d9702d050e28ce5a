"""A rehearsal at the terminal: what was asked for, what cannot be played, and what is printed."""

import sys

from sociable.cli.console import CLEAN, BadCall, NothingToDo, complain, complain_of_faults, style_for
from sociable.facts.facts import AccountFacts, Facts, derive
from sociable.findings.faults import ByItself
from sociable.records.record import Record
from sociable.rehearsal.asked_accounts import asked_accounts, heard_events, nothing_to_play
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
    facts = derive(reading.setup).running
    if nothing := nothing_to_play(facts):
        raise NothingToDo(nothing)
    if not call.when:
        known = ", ".join(heard_events(facts))
        raise BadCall(f"say with --when what happens first. These automations start on: {known}.")
    accounts = asked_accounts(facts, call.when, call.account)
    faults = list(reading.faults)
    played = _rehearsals(facts, accounts, call, faults)
    faults += write("rehearsals", played, sys.stdout, call.form, style_for(sys.stdout))
    return complain_of_faults(faults) if faults else CLEAN


def _rehearsals(facts: Facts, accounts: list[AccountFacts], call: RehearseCall, faults: list[str]) -> list[Rehearsal]:
    played = []
    for account in accounts:
        with ByItself(f"the rehearsal of `{call.when}` on {account.shown} ({account.span})", faults):
            played.append(rehearse(facts, Start(call.when, account.id), call.rounds, call.mirror))
            if call.mirror and not played[-1].mirror:
                complain(f"{account.shown} listens only to whom the files name, so it is played without a mirror.")
    return played
