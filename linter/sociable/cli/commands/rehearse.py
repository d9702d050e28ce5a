"""A rehearsal at the terminal: what was asked for, what cannot be played, and what is printed."""

import sys

from sociable.cli.console import CLEAN, BadCall, NothingToDo, complain, complain_of_faults, style_for
from sociable.facts.facts import AccountFacts, Facts, derive
from sociable.findings.faults import ByItself
from sociable.records.record import Record
from sociable.rehearsal.rehearsal import hearers, rehearse
from sociable.rehearsal.timeline import Rehearsal, Start
from sociable.setup.handles import named_forms
from sociable.text.suggest import did_you_mean
from sociable.vocabulary.events import EVENTS


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
    accounts = _accounts(facts, call)
    faults = list(reading.faults)
    played = _rehearsals(facts, accounts, call, faults)
    faults += write("rehearsals", played, sys.stdout, call.form, style_for(sys.stdout))
    return complain_of_faults(faults) if faults else CLEAN


def heard_events(facts: Facts) -> list[str]:
    """The events on which an automation starts, in the order of the vocabulary."""
    heard = {automation.event.name for automation in facts.automations}
    return [event for event in EVENTS if event in heard]


def _accounts(facts: Facts, call: RehearseCall) -> list[AccountFacts]:
    """The accounts to play on: the one that was asked for, or all that hear the event."""
    heard = heard_events(facts)
    known = ", ".join(heard)
    if not call.when:
        raise BadCall(f"say with --when what happens first. These automations start on: {known}.")
    if call.when not in EVENTS:
        guess = did_you_mean(call.when, heard) or did_you_mean(call.when, EVENTS)
        raise BadCall(f"there is no event `{call.when}`. {guess or f'These automations start on: {known}.'}")
    hearing = hearers(facts, call.when)
    if not hearing:
        raise BadCall(f"no automation here starts on `{call.when}`. They start on: {known}.")
    if not call.account:
        return hearing
    wanted = named_forms((call.account,))
    everybody = list(dict.fromkeys(each.account for each in facts.automations))
    named = [each for each in everybody if not wanted.isdisjoint(each.known_as)]
    if not named:
        names = [name for each in everybody for name in sorted(each.known_as)]
        guess = did_you_mean(call.account, names) or f"There are: {', '.join(each.id for each in everybody)}."
        raise BadCall(f"no automation runs on an account `{call.account}`. {guess}")
    found = [each for each in named if each in hearing]
    if not found:
        others = ", ".join(each.shown for each in hearing)
        raise BadCall(f"{named[0].shown} has no automation that starts on `{call.when}`. These have: {others}.")
    return found


def _rehearsals(facts: Facts, accounts: list[AccountFacts], call: RehearseCall, faults: list[str]) -> list[Rehearsal]:
    played = []
    for account in accounts:
        with ByItself(f"the rehearsal of `{call.when}` on {account.shown} ({account.span})", faults):
            played.append(rehearse(facts, Start(call.when, account.id), call.rounds, call.mirror))
    return played
