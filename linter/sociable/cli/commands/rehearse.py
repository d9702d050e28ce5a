"""A rehearsal at the terminal: what was asked for, what cannot be played, and what is printed."""

import sys
from collections.abc import Iterator
from typing import NamedTuple

from sociable.cli.console import CLEAN, NOTHING, complain, wants_colour, width
from sociable.facts.facts import AccountFacts, Facts, derive
from sociable.rehearsal.rehearsal import hearers, rehearse
from sociable.rehearsal.timeline import DEFAULT_ROUNDS, Rehearsal, Start
from sociable.setup.handles import named_forms
from sociable.text.suggest import did_you_mean
from sociable.vocabulary.events import EVENTS

FORMATS = {"text": "for people: the timeline", "json": "everything, as schemas/rehearsal.schema.json describes it"}


class RehearseCall(NamedTuple):
    """What `sociable rehearse` was asked for. ``account`` is an id or a handle; empty: every one that hears it."""

    paths: tuple[str, ...]
    event: str
    account: str = ""
    mirror: bool = False
    rounds: int = DEFAULT_ROUNDS
    form: str = "text"


class _Mistake(Exception):
    """The call cannot be played; the message says why."""


def run_rehearsal(options: RehearseCall) -> int:
    """Read, play, print the timelines to stdout, and say how it went."""
    from sociable.errors import NoSuchPath
    from sociable.project.load import load

    try:
        reading = load(options.paths)
    except NoSuchPath as error:
        return complain(str(error))
    if reading.problems:
        first = reading.problems[0]
        more = f" (and {len(reading.problems) - 1} more)" if len(reading.problems) > 1 else ""
        complain(f"{first.span}: {first.message}{more}. What was understood is played; `sociable check` says the rest.")
    facts = derive(reading.setup)
    if not facts.automations:
        complain("there is nothing to rehearse: no automations found")
        return NOTHING
    try:
        accounts = _accounts(facts, options)
    except _Mistake as mistake:
        return complain(str(mistake))
    _print(_rehearsals(facts, accounts, options), options.form)
    return CLEAN


def heard_events(facts: Facts) -> list[str]:
    """The events on which an automation starts, in the order of the vocabulary."""
    heard = {automation.event.name for automation in facts.automations}
    return [event for event in EVENTS if event in heard]


def _accounts(facts: Facts, options: RehearseCall) -> list[AccountFacts]:
    """The accounts to play on: the one that was asked for, or all that hear the event."""
    heard = heard_events(facts)
    known = ", ".join(heard)
    if not options.event:
        raise _Mistake(f"say with --when what happens first. These automations start on: {known}.")
    if options.event not in EVENTS:
        guess = did_you_mean(options.event, heard) or did_you_mean(options.event, EVENTS)
        raise _Mistake(f"there is no event `{options.event}`. {guess or f'These automations start on: {known}.'}")
    hearing = hearers(facts, options.event)
    if not hearing:
        raise _Mistake(f"no automation here starts on `{options.event}`. They start on: {known}.")
    if not options.account:
        return hearing
    wanted = named_forms((options.account,))
    everybody = list(dict.fromkeys(each.account for each in facts.automations))
    named = [each for each in everybody if not wanted.isdisjoint(each.known_as)]
    if not named:
        names = [name for each in everybody for name in sorted(each.known_as)]
        guess = did_you_mean(options.account, names) or f"There are: {', '.join(each.id for each in everybody)}."
        raise _Mistake(f"no automation runs on an account `{options.account}`. {guess}")
    found = [each for each in named if each in hearing]
    if not found:
        others = ", ".join(each.shown for each in hearing)
        raise _Mistake(f"{named[0].shown} has no automation that starts on `{options.event}`. These have: {others}.")
    return found


def _rehearsals(facts: Facts, accounts: list[AccountFacts], options: RehearseCall) -> Iterator[Rehearsal]:
    for account in accounts:
        yield rehearse(facts, Start(options.event, account.id), options.rounds, options.mirror)


def _print(rehearsals: Iterator[Rehearsal], form: str) -> None:
    out = sys.stdout
    if form == "json":
        from sociable.output.rehearsal_json import write as write_json

        write_json(rehearsals, out)
        return
    from sociable.output.rehearsal_text import write

    for number, rehearsal in enumerate(rehearsals):
        out.write("\n" if number else "")
        write(rehearsal, out, colour=wants_colour(out), width=width(out))
